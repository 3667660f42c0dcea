/* The day an answer is for: the device's today until the reader chooses another. */
const DAY = 86_400_000
/** Pages are looked through more often than this: later than that, page or clock is to be doubted. */
const MOST_DAYS = 400

/** Today on the device, but never a day before `built`: a clock can be wrong by years. */
export function today(built: string): string {
  const date = device()
  return date < built ? built : date
}

/** A sentence for a device whose date cannot be right for a page of the day `built`, or "". */
export function doubt(built: string): string {
  const days = (Date.parse(device()) - Date.parse(built)) / DAY
  if (days >= 0 && days <= MOST_DAYS) return ""
  const used = days < 0 ? `这里先按 ${built} 算` : "要么日期不准，要么这一页旧了"
  return `这台设备的日期是 ${device()}，${used}。看一看“算到哪一天”对不对。`
}

function device(): string {
  const now = new Date()
  const pad = (number: number): string => String(number).padStart(2, "0")
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** The field for the day; the block's `data-on` follows it. */
export function follow(section: HTMLElement, form: HTMLFormElement): HTMLInputElement {
  const field = form.querySelector<HTMLInputElement>("[data-day]")!
  field.addEventListener("input", () => {
    if (field.value) section.dataset.on = field.value
  })
  return field
}
