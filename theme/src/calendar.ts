/* Days to keep, as a calendar file (RFC 5545): one event a day, for the whole day, with an alarm on the evening
   before and one in the morning. A reminder lights up a screen that others may see: sums can be left out. */
import type { Cell, Result, Table } from "./result"

export interface Event {
  day: string
  text: string
  /** What else is due on that day. */
  more: string[]
}

const MOST_EVENTS = 120
const ALARMS = ["-PT6H", "PT9H"]

/** What has a day from `on`: the tables whose days are to be kept, and the next steps. */
export function events(result: Result, on: string, withSums = true): Event[] {
  const tables = Object.values(result.tables).filter((table) => table.remind)
  const rows = tables.flatMap((table) => rowsOf(table, withSums))
  const steps = result.steps.flatMap((step) => (step.by ? [{ day: step.by, text: withSums ? step.text : plain(step.text) }] : []))
  const days = new Map<string, Event>()
  for (const { day, text } of [...rows, ...steps]) {
    if (day < on) continue
    const known = days.get(day)
    if (!known) days.set(day, { day, text, more: [] })
    else if (known.text !== text && !known.more.includes(text)) known.more.push(text)
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, MOST_EVENTS)
}

function rowsOf(table: Table, withSums: boolean): { day: string; text: string }[] {
  const of = (unit: string): string | undefined => table.columns.find((column) => column.unit === unit)?.key
  const [day, sum, period, name] = [of("date")!, of("yuan"), of("count"), of("text")]
  return table.rows.flatMap((row) => {
    if (!row[day]) return []
    const nth = period ? `（第 ${row[period]} 期）` : ""
    const paid = sum ? `还款${withSums ? ` ${yuan(row[sum])} 元` : ""}${nth}` : ""
    return [{ day: String(row[day]), text: paid || String((name && row[name]) || table.title) }]
  })
}

/** `1300.00` as it is written in the result: `1,300.00`. */
function yuan(cell: Cell): string {
  const [whole, fen] = String(cell).split(".")
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fen ? `.${fen}` : ""}`
}

/** Without the sums in a sentence. */
function plain(text: string): string {
  return text.replace(/ ?\d[\d,]*\.\d\d 元/g, "钱")
}

/** The file's text. The same days give the same file, so a second import replaces the first. */
export function calendar(found: Event[], name: string, on: string): string {
  const stamp = `${on.replace(/-/g, "")}T000000Z`
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huanqing//ZH", "CALSCALE:GREGORIAN"]
  found.forEach((event, index) => lines.push(...entry(event, `${name}-${event.day}-${index}`, stamp)))
  lines.push("END:VCALENDAR")
  return lines.map((line) => `${fold(line)}\r\n`).join("")
}

function entry({ day, text, more }: Event, id: string, stamp: string): string[] {
  const alarms = ALARMS.flatMap((trigger) => [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escape(text)}`,
    `TRIGGER:${trigger}`,
    "END:VALARM",
  ])
  return [
    "BEGIN:VEVENT",
    `UID:${id}@huanqing`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replace(/-/g, "")}`,
    `SUMMARY:${escape(text)}`,
    ...(more.length > 0 ? [`DESCRIPTION:${escape(more.join("\n"))}`] : []),
    "TRANSP:TRANSPARENT",
    ...alarms,
    "END:VEVENT",
  ]
}

/** RFC 5545, 3.3.11: these four have a meaning of their own. */
function escape(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")
}

/** RFC 5545, 3.1: at most 75 octets a line, never cut inside a character. */
function fold(line: string): string {
  let folded = ""
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > 74) {
      folded += "\r\n "
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}
