/* What is known fills a form; what is typed becomes known. */
import * as examples from "./examples"
import { type Control, controls, labelOf, value, write } from "./form"
import { append, clear, most, rows } from "./rows"
import * as store from "./store"

/** Columns of a line that this form does not show stay with the line. */
const unseen = new WeakMap<Element, store.Row>()
/** The column that says of a line that it is the page's example still, though its list was begun. */
const EXAMPLE = "example"

/** What was put into a form, and what was known but cannot be right there: labels of both. */
export interface Filled {
  filled: string[]
  refused: string[]
  /** The facts of what was refused. */
  bad: string[]
}

/** Put what is known into the form. */
export function fill(form: HTMLFormElement, facts: store.Facts): Filled {
  const found: Filled = { filled: [], refused: [], bad: [] }
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) {
    const known = facts[group.dataset.fact!]
    if (known === undefined) continue
    const label = group.querySelector("legend")!.textContent!
    if (Array.isArray(known) && fillRows(group, known.filter(wanted(group)))) found.filled.push(label)
    else refuse(found, label, group.dataset.fact!)
  }
  for (const control of controls(form)) {
    const known = control.closest("[data-row]") ? undefined : facts[control.dataset.fact ?? ""]
    if (known === undefined) continue
    if (typeof known === "string" && write(control, known)) {
      found.filled.push(labelOf(control))
      examples.settle(control)
    } else refuse(found, labelOf(control), control.dataset.fact!)
  }
  return found
}

/** Whether the form shows one of these facts. */
export function concern(form: HTMLFormElement, changed: ReadonlySet<string>): boolean {
  return [...form.querySelectorAll<HTMLElement>("[data-fact]")].some((part) => changed.has(part.dataset.fact!))
}

function refuse(found: Filled, label: string, fact: string): void {
  found.refused.push(label)
  found.bad.push(fact)
}

/** Replace a list's lines; returns whether every cell could be used. */
export function fillRows(group: HTMLElement, lines: store.Row[]): boolean {
  let whole = true
  clear(group)
  for (const line of lines.slice(0, most(group))) {
    const row = append(group)
    const shown = new Set<string>()
    for (const control of row.querySelectorAll<Control>("[data-fact]")) {
      const column = control.dataset.fact!
      shown.add(column)
      if (column in line && !write(control, line[column])) whole = false
      if (line[EXAMPLE]) examples.mark(control)
    }
    unseen.set(row, Object.fromEntries(Object.entries(line).filter(([key]) => !shown.has(key) && key !== EXAMPLE)))
  }
  return whole
}

/** The fact that the field of an error holds. */
export function ofField(form: HTMLFormElement, field: string): string {
  const control = form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
  return (control?.closest<HTMLElement>("[data-rows]") ?? control)?.dataset.fact ?? field.split(".")[0]
}

/** Remember what the reader just changed: one field, or the list it belongs to. */
export function remember(changed: Element): void {
  const group = changed.closest<HTMLElement>("[data-rows]")
  if (group) rememberRows(group)
  else if (changed instanceof HTMLElement && changed.dataset.fact) {
    store.set(changed.dataset.fact, value(changed as Control), labelOf(changed as Control))
  }
}

/** Remember what the form says, in place of what was known of that. */
export function rememberAll(form: HTMLFormElement): void {
  for (const part of parts(form)) {
    if (part.matches("[data-rows]")) rememberRows(part)
    else remember(part)
  }
}

/** What is known and would be replaced by that, as a reader would name it. */
export function replacedBy(form: HTMLFormElement): string[] {
  const known = parts(form).filter(({ dataset }) => store.all()[dataset.fact!] !== undefined)
  return known.map((part) => part.querySelector("legend")?.textContent ?? labelOf(part as Control))
}

/** The lists and the fields that say something: what is empty or an example is nobody's, and so is what stands as
    on every page, but where it stands against something said. */
function parts(form: HTMLFormElement): HTMLElement[] {
  const fields = controls(form).filter((control) => control.dataset.fact && !control.closest("[data-row]"))
  const filled = fields.filter((field) => value(field) !== "" && !examples.isExample(field))
  const saying = filled.filter((field) => store.all()[field.dataset.fact!] !== undefined || !isAsBuilt(field))
  const lists = [...form.querySelectorAll<HTMLElement>("[data-rows]")]
  return [...lists.filter((list) => rows(list).some((row) => row.dataset.new === undefined && !examples.isExample(row))), ...saying]
}

function isAsBuilt(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.defaultSelected ?? true
  if (control.type === "checkbox") return (control as HTMLInputElement).checked === (control as HTMLInputElement).defaultChecked
  return control.value === control.defaultValue && /^[0.]*$/.test(control.value)
}

function rememberRows(group: HTMLElement): void {
  const fact = group.dataset.fact!
  const known = store.all()[fact]
  const show = wanted(group)
  const others = Array.isArray(known) ? known.filter((line) => !show(line)) : []
  const begun = rows(group).filter((row) => row.dataset.new === undefined)
  const legend = group.querySelector("legend")?.textContent ?? ""
  store.set(fact, [...begun.map((row) => lineOf(row, group)), ...others], legend)
}

function lineOf(row: HTMLElement, group: HTMLElement): store.Row {
  const line: store.Row = { ...unseen.get(row) }
  const [column, only] = (group.dataset.only ?? "").split("=")
  if (column) line[column] ??= only
  if (examples.isExample(row)) line[EXAMPLE] = "1"
  for (const control of row.querySelectorAll<Control>("[data-fact]")) {
    line[control.dataset.fact!] = value(control)
    // A letter prints a choice in words.
    if (control instanceof HTMLSelectElement) {
      line[`${control.dataset.fact}_said`] = control.selectedOptions[0]?.text ?? ""
    }
  }
  return line
}

/** A letter may show only some lines of a list, such as essentials among all expenses. */
function wanted(group: HTMLElement): (line: store.Row) => boolean {
  const [column, only] = (group.dataset.only ?? "").split("=")
  return (line) => !column || (line[column] ?? only) === only
}

/** Figures that other forms ask for: `data-gives` names the fact that the figure becomes. */
export function rememberFigures(output: HTMLElement): void {
  for (const figure of output.querySelectorAll<HTMLDataElement>("[data-gives]")) {
    const percent = figure.textContent!.trim().endsWith("%")
    if (figure.value) store.set(figure.dataset.gives!, percent ? figure.textContent!.trim() : figure.value)
    else forgetFigure(figure.dataset.gives!)
  }
}

/** No figure outlives the numbers that it was worked out from. */
export function forgetFigures(output: HTMLElement): void {
  for (const { dataset } of output.querySelectorAll<HTMLElement>("[data-gives]")) forgetFigure(dataset.gives!)
}

/** What has a name was typed in some form, and stays. */
function forgetFigure(fact: string): void {
  if (store.all()[fact] !== undefined && store.nameOf(fact) === undefined) store.set(fact, "")
}
