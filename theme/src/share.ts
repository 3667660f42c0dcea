/* A link that carries a form's numbers behind the `#`, where no server sees them: no words, no names. */
import { pageOf, place } from "./address"
import { isExample as isOfExample, mark, settle } from "./examples"
import { type Control, controls, labelOf, value, write } from "./form"
import { linesOf, saidIn } from "./link-text"
import { append, clear, most, rows } from "./rows"

/** Which of a link's values are the page's example and nobody's. */
const EXAMPLES = "example"
const ALL = "all"

export interface Arrived {
  /** Labels of the fields whose values cannot be right. */
  refused: string[]
  /** Whether it is the page's example that was shared, and nobody's numbers. */
  isExample: boolean
}

/** The address of this page with the numbers of this form. */
export function link(section: HTMLElement, form: HTMLFormElement): string {
  const said = new URLSearchParams({ on: section.dataset.on ?? "" })
  for (const group of lists(form)) said.append(`${group.dataset.rows}.length`, String(rows(group).length))
  for (const control of controls(form)) {
    if (!isPrivate(control) && !control.closest("[data-new]") && isSaid(control)) said.append(control.name, value(control))
  }
  const examples = "example" in form.dataset ? ALL : examplesIn(form).join(" ")
  if (examples) said.set(EXAMPLES, examples)
  const page = pageOf(location.href)
  return `${page}#${section.dataset.calculator}?${said}`
}

/**
 * The day and the numbers of a link for this form are put in; returns what could not be, or nothing
 * when there is no such link.
 * Only controls that exist are touched, values go in as values, and Python checks them as it
 * checks what is typed.
 */
export function arrive(section: HTMLElement, form: HTMLFormElement): Arrived | undefined {
  const { tool, isTooLong, values: said } = saidIn(place())
  if (tool !== section.dataset.calculator) return undefined
  for (const group of lists(form)) resize(group, said)
  const examples = new Set(said.get(EXAMPLES)?.split(" "))
  const isExample = examples.has(ALL)
  const arrived: Arrived = { refused: isTooLong ? ["全部的数，链接太长了"] : [], isExample }
  for (const control of controls(form)) {
    const typed = said.get(control.name)
    if (typed === null || isPrivate(control)) continue
    if (!write(control, typed)) arrived.refused.push(labelOf(control))
    if (isExample || examples.has(nameInLink(control))) mark(control)
    else settle(control)
  }
  // By their number: a name in a link may be anybody's words.
  const unknown = [...said.keys()].filter((name) => !isKnown(form, name)).length
  if (unknown > 0) arrived.refused.push(`这一页没有的 ${unknown} 项`)
  const day = form.querySelector<HTMLInputElement>("[data-day]")!
  if (write(day, said.get("on") ?? "") && day.value) section.dataset.on = day.value
  // What was carried is in the form now; it need not stay in the address bar.
  history.replaceState(history.state, "", pageOf(location.href))
  return arrived
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

function resize(group: HTMLElement, said: URLSearchParams): void {
  const wanted = linesOf(said, group.dataset.rows!, most(group))
  if (wanted === undefined) return
  clear(group)
  const names = [...said.keys()]
  for (let n = 0; n < wanted; n++) {
    const row = append(group)
    if (!names.some((name) => name.startsWith(`${group.dataset.rows}.${n}.`))) row.dataset.new = ""
  }
}

/** What is empty goes without saying, but not where the page would put its example back. */
function isSaid(control: Control): boolean {
  return value(control) !== "" || Boolean((control as HTMLInputElement).defaultValue)
}

/** Words may hold a name; times of calls say who called whom. */
function isPrivate(control: Element): boolean {
  return control.matches("[data-words], [type=datetime-local]")
}
