/* A slider beside an exact field, for what a person wants to try out. The field stays the truth. */
const DAYS_AHEAD = 365
const DAY_MS = 86_400_000

/** Bring the slider of every `data-slider` control to life; call again after the values have been changed. */
export function enliven(form: HTMLFormElement, today: () => string): void {
  for (const control of form.querySelectorAll<HTMLInputElement>("[data-slider]")) {
    const range = document.getElementById(`${control.id}-slider`) as HTMLInputElement
    range.oninput = () => type(control, fromRange(control, range, today()))
    control.oninput = () => follow(control, range, today())
    follow(control, range, today())
  }
}

/** The slider's place follows what is typed, and its end moves out when more is typed. */
function follow(control: HTMLInputElement, range: HTMLInputElement, today: string): void {
  const at = toNumber(control, today)
  if (at === null) return
  const [low, high] = bounds(control)
  range.min = String(low)
  if (range.dataset.end === undefined || at > Number(range.max)) {
    range.dataset.end = ""
    range.max = String(Math.min(high, control.dataset.slider === "day" ? DAYS_AHEAD : round(at * 3)))
  }
  range.step = control.dataset.slider === "money" ? String(step(Number(range.max))) : "1"
  range.value = String(at)
  range.setAttribute("aria-valuetext", control.value)
}

function bounds(control: HTMLInputElement): [number, number] {
  const { min, max } = control.dataset
  return control.dataset.slider === "day" ? [0, DAYS_AHEAD] : [Number(min ?? 0), Number(max ?? 1e8)]
}

function toNumber(control: HTMLInputElement, today: string): number | null {
  if (control.dataset.slider !== "day") {
    const number = Number(control.value.replace(/[,，\s]/g, ""))
    return control.value.trim() && Number.isFinite(number) ? number : null
  }
  return control.value ? Math.round((Date.parse(control.value) - Date.parse(today)) / DAY_MS) : 0
}

function fromRange(control: HTMLInputElement, range: HTMLInputElement, today: string): string {
  if (control.dataset.slider !== "day") return range.value
  return new Date(Date.parse(today) + Number(range.value) * DAY_MS).toISOString().slice(0, 10)
}

function type(control: HTMLInputElement, typed: string): void {
  control.value = typed
  control.dispatchEvent(new Event("input", { bubbles: true }))
}

/** The next 1, 2 or 5 with zeros. */
function round(number: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(number, 10)))
  return [1, 2, 5, 10].map((times) => times * magnitude).find((nice) => nice >= number)!
}

function step(most: number): number {
  return Math.max(1, round(most / 200) / (most < 2000 ? 10 : 1))
}
