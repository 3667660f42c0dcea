/* XLSX, in a file of its own that is fetched when somebody asks for one. The library's universal
   build packs without a worker: our security policy allows none but Python's. */
import writeExcelFile, { type CellObject, type Row } from "write-excel-file/universal"
import type { Cell, Table, Unit } from "./result"
import { harmless, heading } from "./tables"

const FORMATS: Partial<Record<Unit, string>> = {
  yuan: "#,##0.00",
  rate: "0.00##%",
  date: "yyyy-mm-dd",
}
const WIDTHS: Partial<Record<Unit, number>> = { yuan: 14, date: 13, rate: 10, text: 22 }

function workbook(table: Table): Promise<Blob> {
  const head: Row = table.columns.map((column) => ({
    value: heading(column.label, column.unit),
    fontWeight: "bold",
  }))
  const body = table.rows.map((row) => table.columns.map((c) => cell(row[c.key], c.unit)))
  const columns = table.columns.map((column) => ({ width: WIDTHS[column.unit] ?? 9 }))
  return writeExcelFile([head, ...body], { columns, stickyRowsCount: 1, sheet: "表" }).toBlob()
}

/** Numbers as numbers and days as days, so that the sheet can add them up. */
function cell(value: Cell, unit: Unit): CellObject | null {
  if (value === null) return null
  if (unit === "text") return { value: harmless(String(value)), type: String }
  if (unit === "date" && /^\d{4}-\d\d-\d\d$/.test(String(value))) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: FORMATS.date }
  }
  const number = Number(value)
  if (!Number.isFinite(number)) return { value: harmless(String(value)), type: String }
  return { value: number, type: Number, format: FORMATS[unit] }
}

Object.assign(globalThis, { huanqingWorkbook: workbook })
