/* A result's table as text: for spreadsheets that open files, and for people who paste. */
import type { Cell, Table, Unit } from "./result"

/** Input methods write the full-width ones, and some spreadsheets read them as the narrow. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

/** With the mark by which Excel and WPS know UTF-8, and nothing that they would run as a formula. */
export function csv(table: Table): string {
  return "\ufeff" + lines(table, quoted, ",", "\r\n")
}

/** For pasting into a chat or a sheet. */
export function tsv(table: Table): string {
  return lines(table, pasted, "\t", "\n")
}

function lines(table: Table, write: (text: string) => string, between: string, end: string): string {
  const head = table.columns.map((column) => write(heading(column.label, column.unit)))
  const body = table.rows.map((row) =>
    table.columns.map((column) => write(shown(row[column.key], column.unit))),
  )
  return [head, ...body].map((cells) => cells.join(between) + end).join("")
}

/** A column's name with its unit, as the page has it. */
export function heading(label: string, unit: Unit): string {
  const units: Partial<Record<Unit, string>> = { yuan: "（元）", days: "（天）" }
  return label + (units[unit] ?? "")
}

function shown(cell: Cell, unit: Unit): string {
  if (cell === null) return ""
  if (unit === "rate" || unit === "share") return percent(String(cell))
  if (unit !== "text") return String(cell)
  return harmless(String(cell))
}

/** A text that a spreadsheet would run is quoted. Source: OWASP, CSV injection. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** `0.1825` is `18.25%`, digit by digit: no floating-point number comes near it. */
function percent(fraction: string): string {
  const [, sign, whole, tail = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction) ?? []
  if (whole === undefined) return fraction
  const digits = tail.padEnd(2, "0")
  const number = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "")
  const rest = digits.slice(2).replace(/0+$/, "")
  return `${sign}${number}${rest && `.${rest}`}%`
}

/** A cell that begins with a quotation mark would swallow those after it. */
function pasted(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ")
  return line.startsWith('"') ? `"${line.replace(/"/g, '""')}"` : line
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
