/* What the calculators answer, as far as the page uses it; see calculators/answer/result.py. */
export type Unit = "yuan" | "rate" | "share" | "days" | "months" | "count" | "multiple" | "date" | "text"
export type Cell = string | number | null

export interface Table {
  title: string
  columns: { key: string; label: string; unit: Unit }[]
  rows: Record<string, Cell>[]
  summary: string
  remind: boolean
}

export interface Figure {
  label: string
  value: Cell
  unit: Unit
}

export interface Result {
  headline: string
  figures: Record<string, Figure>
  tables: Record<string, Table>
  steps: { text: string; page: string; by: string | null }[]
}
