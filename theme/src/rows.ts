/* Lists of lines (instalments, debts, offers) that grow and shrink. */
import { announce } from "./elements"

const NUMBERED = ["name", "id", "for", "aria-describedby", "data-error-for"]

/** Make the buttons of every list in the form work; `changed` is called after each press. */
export function enliven(form: HTMLFormElement, changed: (group: HTMLElement) => void): void {
  form.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("[data-add-row], [data-remove-row]")
    const group = button?.closest<HTMLElement>("[data-rows]")
    if (!button || !group) return
    if (button.matches("[data-add-row]")) add(group)
    else remove(group, button.closest<HTMLElement>("[data-row]")!)
    changed(group)
  })
  form.addEventListener("input", ({ target }) => {
    const row = (target as Element).closest<HTMLElement>("[data-row]")
    const group = row?.closest<HTMLElement>("[data-rows]")
    if (row && group) entitle(row, group, rows(group).indexOf(row))
  })
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) number(group)
}

export function rows(group: HTMLElement): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>("[data-row]")]
}

/** A new empty line at the end. */
export function append(group: HTMLElement): HTMLElement {
  const template = group.querySelector<HTMLTemplateElement>("template[data-row-template]")!
  group.querySelector("[data-row-list]")!.append(template.content.cloneNode(true))
  number(group)
  return rows(group).slice(-1)[0]
}

export function clear(group: HTMLElement): void {
  group.querySelector("[data-row-list]")!.replaceChildren()
  number(group)
}

export function most(group: HTMLElement): number {
  return Number(group.dataset.most ?? Infinity)
}

/** A line the reader asked for. Empty, it says nothing and is no mistake until it has been begun; where
    lines follow each other by the month, it starts as the last one a month later. */
function add(group: HTMLElement): void {
  const last = rows(group).slice(-1)[0]
  const row = append(group)
  if (last && group.dataset.repeat !== undefined) repeat(last, row)
  else row.dataset.new = ""
  row.dataset.added = ""
  row.querySelector<HTMLElement>("input, select")?.focus()
  announce(`加了第 ${rows(group).length} ${each(group)}。`)
}

function repeat(last: HTMLElement, row: HTMLElement): void {
  const from = [...last.querySelectorAll<HTMLInputElement>("[data-fact]")]
  for (const [index, control] of [...row.querySelectorAll<HTMLInputElement>("[data-fact]")].entries()) {
    const { type, value } = from[index]
    control.value = type === "date" ? monthLater(value) : value
  }
}

/** The same day of the next month, or its last day where the month is shorter. */
function monthLater(day: string): string {
  const [year, month, date] = day.split("-").map(Number)
  if (!date) return ""
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10)
}

/** What one line of the list is called: 期, 笔, 个方案. */
function each(group: HTMLElement): string {
  return group.dataset.each ?? "行"
}

/** Take a line away; the focus goes to its neighbour, so that a keyboard does not lose its place. */
export function remove(group: HTMLElement, row: HTMLElement): void {
  const next = row.nextElementSibling ?? row.previousElementSibling
  const place = next?.querySelector<HTMLElement>("[data-remove-row]")
  const focused = row.contains(document.activeElement)
  const which = rows(group).indexOf(row) + 1
  row.remove()
  number(group)
  if (focused) (place ?? group.querySelector<HTMLElement>("[data-add-row]"))?.focus()
  announce(`删掉了第 ${which} ${each(group)}，还有 ${rows(group).length} ${each(group)}。`)
}

/** A folded line goes by its name and its first sum: 借呗 18000. */
function entitle(row: HTMLElement, group: HTMLElement, index: number): void {
  const line = row.querySelector("[data-line]")
  if (!line) return
  const first = (kind: string): string =>
    [...row.querySelectorAll<HTMLInputElement>(kind)].map(({ value }) => value).find((value) => /[^0.\s]/.test(value)) ?? ""
  const said = [first("[data-words]"), first("[inputmode=decimal]")].filter(Boolean).join(" ")
  line.textContent = said || `第 ${index + 1} ${each(group)}`
}

/** Number the lines anew: `debts.3.balance` is always the fourth. */
export function number(group: HTMLElement): void {
  const name = group.dataset.rows!
  const old = new RegExp(`${name.replace(/\./g, "\\.")}\\.(?:\\d+|__index__)\\.`, "g")
  const legend = group.querySelector("legend")?.textContent ?? ""
  rows(group).forEach((row, index) => {
    for (const element of row.querySelectorAll("*")) {
      for (const attribute of NUMBERED) {
        const written = element.getAttribute(attribute)
        if (written) element.setAttribute(attribute, written.replace(old, `${name}.${index}.`))
      }
    }
    row.setAttribute("aria-label", `${legend}第 ${index + 1} ${each(group)}`)
    entitle(row, group, index)
    row.querySelector("[data-remove-row]")!.textContent = `删掉第 ${index + 1} ${each(group)}`
  })
  const full = rows(group).length >= most(group)
  const add = group.querySelector<HTMLButtonElement>("[data-add-row]")!
  add.disabled = full
  add.textContent = full ? `最多 ${most(group)} ${each(group)}，满了` : `加一${each(group)}`
}
