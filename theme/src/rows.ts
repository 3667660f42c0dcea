/* Lists of lines (instalments, debts, offers) that grow and shrink. */

const NUMBERED = ["name", "id", "for", "aria-describedby", "data-error-for"]

/** Make the buttons of every list in the form work; `changed` is called after each press. */
export function enliven(form: HTMLFormElement, changed: () => void): void {
  form.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("[data-add-row], [data-remove-row]")
    const group = button?.closest<HTMLElement>("[data-rows]")
    if (!button || !group) return
    if (button.matches("[data-add-row]")) add(group)
    else remove(group, button.closest("[data-row]")!)
    changed()
  })
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) limit(group)
}

function add(group: HTMLElement): void {
  const template = group.querySelector<HTMLTemplateElement>("template[data-row-template]")!
  group.querySelector("[data-row-list]")!.append(template.content.cloneNode(true))
  number(group)
  const [last] = rows(group).slice(-1)
  last.querySelector<HTMLElement>("input, select")?.focus()
}

/** Take a line away; the focus goes to its neighbour, so that a keyboard does not lose its place. */
function remove(group: HTMLElement, row: Element): void {
  const next = row.nextElementSibling ?? row.previousElementSibling
  const place = next?.querySelector<HTMLElement>("[data-remove-row]")
  row.remove()
  number(group)
  ;(place ?? group.querySelector<HTMLElement>("[data-add-row]"))?.focus()
}

function rows(group: HTMLElement): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>("[data-row]")]
}

/** Number the lines anew: `debts.3.balance` is always the fourth. */
function number(group: HTMLElement): void {
  const name = group.dataset.rows!
  const old = new RegExp(`${name}\\.(?:\\d+|__index__)\\.`, "g")
  rows(group).forEach((row, index) => {
    for (const element of row.querySelectorAll("*")) {
      for (const attribute of NUMBERED) {
        const written = element.getAttribute(attribute)
        if (written) element.setAttribute(attribute, written.replace(old, `${name}.${index}.`))
      }
    }
  })
  limit(group)
}

function limit(group: HTMLElement): void {
  const full = rows(group).length >= Number(group.dataset.most ?? Infinity)
  group.querySelector<HTMLButtonElement>("[data-add-row]")!.disabled = full
}
