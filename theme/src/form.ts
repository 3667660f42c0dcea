/* What was typed, as the calculators read it: names like `debts.0.balance` become lists and groups. */

export type Typed = string | TypedGroup | TypedGroup[]
export interface TypedGroup {
  [name: string]: Typed
}

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The form's named controls; those of a row template are no part of it. */
export function controls(form: HTMLFormElement): Control[] {
  return ([...form.elements] as Control[]).filter((control) => control.name)
}

/** Whether nobody asks for this control at the moment; see asking.ts. */
export function isUnasked(control: Element): boolean {
  return control.closest("[data-when][hidden]") !== null
}

/** What no link carries: words may hold a name, times of calls say who called whom. */
export function isPrivate(control: Element): boolean {
  return control.matches("[data-words], [type=datetime-local]")
}

/** No day of any calendar: Python says so beside the field. */
const NO_SUCH_DAY = "0000-00-00"
const DAY = /^\d{4}-\d\d-\d\d$/
/** What amounts, rates and counts are written with; see calculators/form/reading.py. */
const NUMBER = /^[\s\d０-９.,，．。、:：/+\-＋－eE%％‰‱¥￥w零〇一二两三四五六七八九十廿卅百千万亿点半多几成元块毛角分厘整之日天月年化个期周岁人次利息率付按每为是倍]{1,40}$/
const DIGIT = /[\d０-９零〇一二两三四五六七八九十半]/

export function read(form: HTMLFormElement): TypedGroup {
  const typed: TypedGroup = {}
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) {
    putList(typed, group.dataset.rows!.split("."))
  }
  for (const control of controls(form)) {
    if (isUnasked(control)) continue
    // A line that was added and not begun says nothing yet, whatever its choices show.
    put(typed, control.name.split("."), control.closest("[data-new]") ? "" : value(control))
  }
  return typed
}

function putList(into: TypedGroup, path: string[]): void {
  const [name, ...rest] = path
  if (rest.length === 0) into[name] = []
  else putList((into[name] ??= {}) as TypedGroup, rest)
}

function put(into: TypedGroup, path: string[], typed: string): void {
  const [name, ...rest] = path
  if (rest.length === 0) {
    into[name] = typed
  } else if (Array.isArray(into[name])) {
    const rows = into[name] as TypedGroup[]
    put((rows[Number(rest[0])] ??= {}), rest.slice(1), typed)
  } else {
    put((into[name] ??= {}) as TypedGroup, rest, typed)
  }
}

/** The control's text; a bare number where the label says % means percent. A day that the browser could
    not make out is empty to scripts: it is passed on as one that does not exist. */
export function value(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return String(control.checked)
  }
  if (control.validity.badInput) return NO_SUCH_DAY
  const suffix = control.dataset.suffix
  const bare = /^\s*[\d０-９.,，．]+\s*$/.test(control.value)
  return suffix && bare ? control.value.trim() + suffix : control.value
}

/** Put a text that came from storage, a file or a link into a control the way `value` reads it.
    Returns whether the control takes it; one that it does not take changes nothing. */
export function write(control: Control, typed: string): boolean {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    control.checked = typed === "true"
    return typed === "true" || typed === "false"
  }
  if (control instanceof HTMLSelectElement) {
    const isChoice = [...control.options].some((option) => option.value === typed)
    if (isChoice) control.value = typed
    return isChoice
  }
  if (typed !== "" && !isTaken(control, typed)) return false
  const { suffix } = control.dataset
  control.value = suffix && typed.endsWith(suffix) ? typed.slice(0, -suffix.length) : typed
  return true
}

/** Whether a text is written as amounts, rates and counts are. */
export function isNumber(typed: string): boolean {
  // A field of one line would join the two.
  return NUMBER.test(typed) && DIGIT.test(typed) && !/[\r\n]/.test(typed)
}

/** Words go into fields for words only; a day must be one of the calendar, within the field's limits. */
function isTaken(control: Control, typed: string): boolean {
  if (control.matches("[data-words], textarea")) {
    const { maxLength } = control as HTMLInputElement
    return maxLength < 0 || typed.length <= maxLength
  }
  if (control.matches("[type=date], [type=datetime-local]")) return isDay(control as HTMLInputElement, typed)
  return isNumber(typed)
}

function isDay(control: HTMLInputElement, typed: string): boolean {
  if (control.type === "date" && !DAY.test(typed)) return false
  const trial = control.cloneNode() as HTMLInputElement
  trial.value = typed
  return trial.value !== "" && trial.validity.valid && trial.value < "2101"
}

/** The words beside a control, without what stands in brackets after them. */
export function labelOf(control: Control): string {
  const [label] = control.labels ?? []
  return label?.firstChild?.textContent?.trim() ?? ""
}
