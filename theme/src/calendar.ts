/* Days to keep, as a calendar file (RFC 5545): whole days with an alarm the day before and one on
   the day, both at nine. Deliberately sparse: a reminder lights up a screen that others may see. */
import type { Result } from "./result"

export interface Event {
  day: string
  text: string
}

const MOST = 120
const ALARMS = ["-PT15H", "PT9H"]

/** What has a day after `on`: the next steps, and the tables whose days are to be kept. */
export function events(result: Result, on: string): Event[] {
  const steps = result.steps.flatMap((step) => (step.by ? [{ day: step.by, text: step.text }] : []))
  const tables = Object.values(result.tables).filter((table) => table.remind)
  const rows = tables.flatMap((table) => {
    const day = table.columns.find((column) => column.unit === "date")!.key
    const sum = table.columns.find((column) => column.unit === "yuan")
    return table.rows.map((row) => ({
      day: String(row[day]),
      text: sum ? `${sum.label} ${row[sum.key]} 元` : table.title,
    }))
  })
  const found = new Map([...rows, ...steps].map((event) => [`${event.day} ${event.text}`, event]))
  const coming = [...found.values()].filter((event) => event.day >= on)
  return coming.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, MOST)
}

/** The file's text. The same days give the same file, so a second import replaces the first. */
export function calendar(found: Event[], name: string, on: string): string {
  const stamp = `${on.replace(/-/g, "")}T000000Z`
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huanqing//ZH", "CALSCALE:GREGORIAN"]
  found.forEach((event, index) => lines.push(...entry(event, `${name}-${event.day}-${index}`, stamp)))
  lines.push("END:VCALENDAR")
  return lines.map((line) => `${fold(line)}\r\n`).join("")
}

function entry({ day, text }: Event, id: string, stamp: string): string[] {
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
