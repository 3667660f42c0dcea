/* A table whose lines can be ticked: a tick adds a line to the list of inputs it stands for. */
import { element } from "./elements"
import type { Control } from "./form"
import { append, remove, rows } from "./rows"
import type { Result } from "./result"

/** `today` is the day that a tick writes down; `changed` is called with the list. */
export function enliven(
  output: HTMLElement,
  form: HTMLFormElement,
  today: () => string,
  latest: () => Promise<Result>,
  changed: (group: HTMLElement) => void,
): void {
  for (const table of output.querySelectorAll<HTMLTableElement>("[data-ticks]")) {
    const group = form.querySelector<HTMLElement>(`[data-rows="${table.dataset.ticks}"]`)
    if (!group) continue
    table.tHead!.rows[0].prepend(element("th", { scope: "col" }, "还了"))
    for (const [index, row] of [...table.tBodies[0].rows].entries()) {
      const number = row.cells[0].textContent!.replace(/,/g, "")
      const box = element("input", { type: "checkbox", "aria-label": `第 ${number} 期还了` })
      box.checked = lines(group, number).length > 0
      box.addEventListener("change", async () => {
        const { columns, rows: values } = (await latest()).tables[table.dataset.table!]
        if (box.checked) {
          const filled = Object.fromEntries(columns.map(({ key }) => [key, String(values[index][key] ?? "")]))
          put(append(group), { ...filled, date: today() })
        } else lines(group, number).forEach((line) => remove(group, line))
        changed(group)
      })
      row.prepend(element("td", { class: "hq-tick-cell" }, element("label", {}, box)))
    }
  }
}

/** The list's lines for this number, which stands in their first field. */
function lines(group: HTMLElement, number: string): HTMLElement[] {
  return rows(group).filter((row) => row.querySelector<Control>("[data-fact]")?.value === number)
}

function put(row: HTMLElement, values: Record<string, string>): void {
  for (const control of row.querySelectorAll<Control>("[data-fact]")) {
    const column = control.name.split(".").pop()!
    if (column in values) control.value = values[column]
  }
}
