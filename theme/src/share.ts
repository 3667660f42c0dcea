/* A link that carries a form's numbers behind the `#`, where no server sees them: no words, no names. */
import { pageOf, place } from "./address"
import { all, isExample as isOfExample, mark, settle } from "./examples"
import { type Control, controls, isPrivate, labelOf, value, write } from "./form"
import { linesOf, saidIn } from "./link-text"
import { append, clear, most, rows } from "./rows"

/** Which of a link's values are the page's example and nobody's. */
const EXAMPLES = "example"
const ALL = "all"

/** What stands in the address for one calculator. */
export interface Link {
  said: URLSearchParams
  isTooLong: boolean
}

export interface Arrived {
  /** Labels of the fields whose values cannot be right. */
  refused: string[]
  /** Whether any number, choice or line was put in. */
  isTaken: boolean
  /** Whether it is the page as it was built that was shared, and nobody's numbers. */
  isExample: boolean
}

/** The address of this page with the numbers of this form. */
export function link(section: HTMLElement, form: HTMLFormElement): string {
  return `${pageOf(location.href)}#${section.dataset.calculator}?${numbersOf(section, form)}`
}

/** What this form says as a link writes it, but for what a link never carries; `isLeftOut` for a text that stays here. */
export function numbersOf(section: HTMLElement, form: HTMLFormElement, isLeftOut = isPrivate): URLSearchParams {
  const said = new URLSearchParams({ on: section.dataset.on ?? "" })
  for (const group of lists(form)) said.append(`${group.dataset.rows}.length`, String(rows(group).length))
  for (const control of controls(form)) {
    if (!isLeftOut(control) && !control.closest("[data-new]") && isSaid(control)) said.append(control.name, value(control))
  }
  const examples = "example" in form.dataset ? ALL : examplesIn(form).join(" ")
  if (examples) said.set(EXAMPLES, examples)
  return said
}

/** What the address carries for this form, or nothing. What was carried need not stay in the address bar. */
export function taken(section: HTMLElement): Link | undefined {
  const { tool, isTooLong, values } = saidIn(place())
  if (tool !== section.dataset.calculator) return undefined
  history.replaceState(history.state, "", pageOf(location.href))
  return { said: values, isTooLong }
}

/**
 * Put the day and the numbers of a link into a form that is as the page has it.
 * Only controls that exist are touched, values go in as values, and Python checks them as it
 * checks what is typed.
 */
export function put(section: HTMLElement, form: HTMLFormElement, said: URLSearchParams, isLeftOut = isPrivate): Arrived {
  const built = heldIn(form)
  const claimed = new Set(said.get(EXAMPLES)?.split(" "))
  const arrived: Arrived = { refused: [], isTaken: false, isExample: isAsBuilt(section, form, said, claimed) }
  if (!arrived.isExample) {
    arrived.isTaken = lists(form).filter((group) => resize(group, said)).length > 0
    const written = controls(form).filter((control) => {
      const typed = isLeftOut(control) ? null : said.get(control.name)
      if (typed === null) return false
      if (write(control, typed)) return true
      arrived.refused.push(labelOf(control))
      return false
    })
    markExamples(written, claimed, built)
    arrived.isTaken ||= written.length > 0
  }
  // By their number: a name in a link may be anybody's words.
  const unknown = [...said.keys()].filter((name) => !isKnown(form, name)).length
  if (unknown > 0) arrived.refused.push(`这一页没有的 ${unknown} 项`)
  putDay(section, form, said.get("on") ?? "", arrived)
  return arrived
}

function putDay(section: HTMLElement, form: HTMLFormElement, on: string, arrived: Arrived): void {
  const day = form.querySelector<HTMLInputElement>("[data-day]")!
  if (!write(day, on)) arrived.refused.push(labelOf(day))
  else if (on) section.dataset.on = on
}

/** Whether a link says what the page says as it was built, and says so. */
function isAsBuilt(section: HTMLElement, form: HTMLFormElement, said: URLSearchParams, claimed: Set<string>): boolean {
  const numbers = (of: Iterable<[string, string]>): string =>
    [...of].filter(([name]) => name !== "on" && name !== EXAMPLES).map((pair) => pair.join("=")).sort().join("&")
  const isClaimed = claimed.has(ALL) || all(form).length === 0
  return isClaimed && numbers(said) === numbers(numbersOf(section, form))
}

/** What every control holds, in whichever line of a list. */
function heldIn(form: HTMLFormElement): Set<string> {
  return new Set(controls(form).map((control) => held(control)))
}

function held(control: Control): string {
  return `${control.name.replace(/\.\d+\./g, ".*.")}=${value(control)}`
}

/** An example is what the page gave as one, however a link calls its numbers; a line is one whole. */
function markExamples(written: Control[], claimed: Set<string>, built: Set<string>): void {
  const others = new Set(written.filter((control) => !built.has(held(control))).map(nameInLink))
  for (const control of written) {
    const name = nameInLink(control)
    const isExample = (claimed.has(ALL) || claimed.has(name)) && !others.has(name)
    if (!isExample) settle(control)
    else if (control.closest("[data-row]")) mark(control)
  }
}

/** Forget the numbers of a link that no form of this page is meant by; returns whether there were some. */
export function forgetOthers(): boolean {
  const isOurs = carriesNumbers()
  if (isOurs) history.replaceState(history.state, "", pageOf(location.href))
  return isOurs
}

/** Whether the address is that of a link with numbers. */
export function carriesNumbers(): boolean {
  return /^[a-z][a-z0-9-]*\?/.test(place())
}

function isKnown(form: HTMLFormElement, name: string): boolean {
  if (name === "on" || name === EXAMPLES) return true
  return controls(form).some((control) => control.name === name) || lists(form).some(({ dataset }) => name === `${dataset.rows}.length`)
}

function lists(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-rows]")]
}

/** The controls, and the lines of lists as a whole, that are an example. */
function examplesIn(form: HTMLFormElement): string[] {
  const found = controls(form).filter((control) => isOfExample(control.closest("[data-row]") ?? control))
  return [...new Set(found.map(nameInLink))]
}

/** `principal`, and `debts.0` for all of a line. */
function nameInLink(control: Control): string {
  return control.closest("[data-row]") ? control.name.replace(/\.[^.]*$/, "") : control.name
}

/** As many lines as the link says; whether it says so. */
function resize(group: HTMLElement, said: URLSearchParams): boolean {
  const wanted = linesOf(said, group.dataset.rows!, most(group))
  if (wanted === undefined) return false
  clear(group)
  const names = [...said.keys()]
  for (let n = 0; n < wanted; n++) {
    const row = append(group)
    if (!names.some((name) => name.startsWith(`${group.dataset.rows}.${n}.`))) row.dataset.new = ""
  }
  return true
}

/** What is empty goes without saying, but not where the page would put its example back. */
function isSaid(control: Control): boolean {
  return value(control) !== "" || Boolean((control as HTMLInputElement).defaultValue)
}

/** What is stored nowhere, such as somebody else's words. */
export function isUnkept(control: Element): boolean {
  return control.matches("[data-unkept]")
}
