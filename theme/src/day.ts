/* The day an answer is for: the device's today until the reader chooses another. */
const DAY_MS = 86_400_000
/** Pages are looked through more often than this: later than that, page or clock is to be doubted. */
const MOST_DAYS = 400
/** The last day that anything is worked out for; see calculators/form/declare.py. */
const LATEST = "2100-12-31"
const WRONG = "没有这一天，或者离今天太远。请改成 1990 到 2100 年之间的一天。"

/** Today on the device, but never a day before `built` or past the calendar: a clock can be wrong by years. */
export function today(built: string): string {
  const date = device()
  return date < built || date > LATEST || date.length > LATEST.length ? built : date
}

/** A warning if the device's date is before the day `built` of the page, or more than `MOST_DAYS` after it; else "". */
export function clockWarning(built: string): string {
  const days = (Date.parse(device()) - Date.parse(built)) / DAY_MS
  if (days >= 0 && days <= MOST_DAYS) return ""
  const used = today(built) === built ? `这里先按 ${built} 算` : "要么日期不准，要么这一页旧了"
  return `这台设备的日期是 ${device()}，${used}。看一看“算到哪一天”对不对。`
}

function device(): string {
  const now = new Date()
  const pad = (number: number): string => String(number).padStart(2, "0")
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** The field for the day. The block's `data-on` follows it, but only to days that there are; the
    last good day stands until then, and the field says what is wrong. */
export function follow(section: HTMLElement, form: HTMLFormElement, turned: (on: string) => void): HTMLInputElement {
  const field = form.querySelector<HTMLInputElement>("[data-day]")!
  const error = document.getElementById(`${field.id}-error`)
  field.addEventListener("input", () => {
    const isGood = field.validity.valid && (field.value === "" || field.value <= LATEST)
    if (error) error.textContent = isGood ? "" : WRONG
    if (error) error.hidden = isGood
    field.setAttribute("aria-invalid", String(!isGood))
    if (isGood && field.value) turned((section.dataset.on = field.value))
  })
  return field
}
