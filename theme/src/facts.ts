/* What is known fills a form; what is typed becomes known. */
import { type Control, controls, labelOf, value, write } from "./form"
import { append, clear, most, rows } from "./rows"
import * as store from "./store"

/** Columns of a line that this form does not show stay with the line. */
const unseen = new WeakMap<Element, store.Row>()

/** Put what is known into the form; returns the labels of what was filled. */
export function fill(form: HTMLFormElement, facts: store.Facts): string[] {
  const filled: string[] = []
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) {
    const known = facts[group.dataset.fact!]
    if (!Array.isArray(known)) continue
    fillRows(group, known.filter(wanted(group)))
    filled.push(group.querySelector("legend")!.textContent!)
  }
  for (const control of controls(form)) {
    const known = control.closest("[data-row]") ? undefined : facts[control.dataset.fact ?? ""]
    if (typeof known !== "string") continue
    write(control, known)
    filled.push(labelOf(control))
  }
  return filled
}

/** Replace a list's lines. */
export function fillRows(group: HTMLElement, lines: store.Row[]): void {
  clear(group)
  for (const line of lines.slice(0, most(group))) {
    const row = append(group)
    const shown = new Set<string>()
    for (const control of row.querySelectorAll<Control>("[data-fact]")) {
      const column = control.dataset.fact!
      shown.add(column)
      if (column in line) write(control, line[column])
    }
    unseen.set(row, Object.fromEntries(Object.entries(line).filter(([key]) => !shown.has(key))))
  }
}

/** Remember what the reader just changed: one field, or the list it belongs to. */
export function remember(changed: Element): void {
  const group = changed.closest<HTMLElement>("[data-rows]")
  if (group) rememberRows(group)
  else if (changed instanceof HTMLElement && changed.dataset.fact) {
    store.say(changed.dataset.fact, value(changed as Control))
  }
}

function rememberRows(group: HTMLElement): void {
  const fact = group.dataset.fact!
  const known = store.all()[fact]
  const show = wanted(group)
  const others = Array.isArray(known) ? known.filter((line) => !show(line)) : []
  store.say(fact, [...rows(group).map((row) => lineOf(row, group)), ...others])
}

function lineOf(row: HTMLElement, group: HTMLElement): store.Row {
  const line: store.Row = { ...unseen.get(row) }
  const [column, only] = (group.dataset.only ?? "").split("=")
  if (column) line[column] ??= only
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
    if (figure.value) store.say(figure.dataset.gives!, percent ? figure.textContent!.trim() : figure.value)
  }
}
