/* A number of the page's example is marked as long as it is nobody's: `data-example` on its control. */
import { type Control, controls, labelOf } from "./form"
import { remove, rows } from "./rows"

const MOST_NAMED = 4

/** The form's example values, to go back to. */
export function all(form: HTMLFormElement): Control[] {
  return controls(form).filter((control) => control.dataset.example !== undefined)
}

export function mark(control: Control): void {
  if (control.value !== "" && !control.matches("select, [type=checkbox], [data-words]")) control.dataset.example = ""
}

/** The reader's own now; a line of a list belongs to the reader whole. */
export function settle(control: Element): void {
  const row = control.closest("[data-row]")
  for (const each of row?.querySelectorAll("[data-example]") ?? [control]) each.removeAttribute("data-example")
  row?.removeAttribute("data-new")
}

/** All of it is as the reader has it; returns what is to be remembered. */
export function settleAll(form: HTMLFormElement): Control[] {
  const settled = all(form)
  for (const control of settled) control.removeAttribute("data-example")
  return settled
}

/** Of a control or a line of a list. */
export function isExample(part: Element): boolean {
  return part.matches("[data-example]") || part.querySelector("[data-example]") !== null
}

/** What still rests on the example, as a reader would name it: `欠的本金 20000 元`, `每月花的钱里 5 行`. */
export function resting(form: HTMLFormElement): string[] {
  const groups = [...form.querySelectorAll<HTMLElement>("[data-rows]")]
  const lists = groups.map((group) => [nameOfList(group), rows(group).filter(isExample).length] as const)
  const single = all(form).filter((control) => !control.closest("[data-row]") && counts(form, control))
  const named = [
    ...single.map((control) => `${labelOf(control)} ${shown(control)}`),
    ...lists.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count} 行`),
  ]
  if (named.length <= MOST_NAMED) return named
  return [...named.slice(0, MOST_NAMED), `还有 ${named.length - MOST_NAMED} 处`]
}

/** Whether an answer looks at the control: no other takes its place, and the way that was chosen needs it. */
function counts(form: HTMLFormElement, control: Control): boolean {
  const field = control.closest<HTMLElement>(".hq-field")
  const { unless, applies } = field?.dataset ?? {}
  const part = control.name.slice(0, control.name.lastIndexOf(".") + 1)
  if (unless && controls(form).some((other) => isFilled(other, part + unless))) return false
  const [beside, values] = applies?.split("=") ?? []
  const chosen = beside ? (form.elements.namedItem(part + beside) as Control | null)?.value : undefined
  return chosen === undefined || values.split("|").includes(chosen)
}

/** A control of that name, or of a line of the list of that name, that holds something. */
function isFilled(control: Control, name: string): boolean {
  return (control.name === name || control.name.startsWith(`${name}.`)) && control.value !== "" && !control.closest("[data-new]")
}

/** What nobody has changed yet is nobody's debt. */
const EXAMPLE = "例子，不是谁的数"

/** What leaves the page says of its numbers how many are nobody's: all, some by name, or none. */
export function exampleIn(form: HTMLFormElement): string {
  if ("example" in form.dataset) return EXAMPLE
  const named = resting(form)
  return named.length > 0 ? `还是例子里的数：${named.join("、")}` : ""
}

/** The lists whose example lines the reader may want to be rid of get a button for it. */
export function offerToClear(form: HTMLFormElement, cleared: (group: HTMLElement) => void): void {
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) {
    const button = group.querySelector<HTMLButtonElement>("[data-clear-example]")
    if (!button) continue
    button.hidden = !rows(group).some(isExample)
    button.onclick = () => {
      for (const row of rows(group).filter(isExample)) remove(group, row)
      button.hidden = true
      group.querySelector<HTMLElement>("[data-add-row]")?.focus()
      cleared(group)
    }
  }
}

function nameOfList(group: HTMLElement): string {
  return group.querySelector("legend")?.textContent?.trim() ?? ""
}

function shown(control: Control): string {
  const unit = control.parentElement?.querySelector(".hq-unit")?.textContent ?? ""
  return `${control.value}${unit === "%" ? unit : unit && ` ${unit}`}`
}
