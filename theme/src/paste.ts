/* The text of a bill, copied from an app or a spreadsheet, becomes lines of a list once the reader has seen
   and confirmed them. The text stays in this dialog: it is not stored, shared or put into the form. */
import { button, closeDialog, element, fill, openDialog } from "./elements"
import { type Control, write } from "./form"
import { isExample } from "./examples"
import { append, most, number, remove, rows } from "./rows"

export interface Bill {
  said: string
  columns: { name: string; label: string }[]
  rows: Record<string, string>[]
  unread: { line: number; text: string; why: string }[]
  notes: string[]
}

type Read = (list: string, text: string) => Promise<Bill>
type Changed = (group: HTMLElement) => void

const HOW =
  "从 APP 的账单页或表格里复制文字，贴在这里。先读给你看，你点了才放进表里。贴的文字不保存，也不发出去。"
const FAILED = "这次没能读出来，请再试一次。"

export function enliven(form: HTMLFormElement, read: Read, changed: Changed): void {
  for (const press of form.querySelectorAll<HTMLButtonElement>("[data-paste]")) {
    press.hidden = false
    press.addEventListener("click", () => open(press.closest<HTMLElement>("[data-rows]")!, read, changed))
  }
}

function open(group: HTMLElement, read: Read, changed: Changed): void {
  const area = element("textarea", {
    rows: "8", "aria-label": "贴账单的文字", spellcheck: "false", translate: "no", autocomplete: "off",
  })
  const shown = element("div", { role: "status", "data-pasted": "" })
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "从账单粘贴" })
  const look = async (): Promise<void> => {
    try {
      const bill = await read(group.dataset.rows!, area.value)
      fill(shown, ...preview(bill, () => take(group, bill, dialog, changed)))
    } catch {
      fill(shown, element("p", {}, FAILED))
    }
  }
  dialog.append(
    element("p", {}, HOW),
    area,
    button("读一读", () => void look(), { "data-read-bill": "" }),
    button("不用了", () => closeDialog(dialog)),
    shown,
  )
  openDialog(dialog)
}

function preview(bill: Bill, confirmed: () => void): HTMLElement[] {
  const parts: HTMLElement[] = [element("p", {}, bill.said)]
  if (bill.rows.length > 0) {
    const cells = (row: Record<string, string>) => bill.columns.map(({ name }) => element("td", {}, row[name] ?? ""))
    const head = element("tr", {}, ...bill.columns.map(({ label }) => element("th", { scope: "col" }, label)))
    const body = bill.rows.map((row) => element("tr", {}, ...cells(row)))
    const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body))
    parts.push(element("div", { class: "hq-scroll", tabindex: "0" }, table))
  }
  if (bill.notes.length > 0) parts.push(list("请看一看：", bill.notes))
  const left = bill.unread.map(({ line, text, why }) => `第 ${line} 行“${text}”：${why}`)
  if (left.length > 0) parts.push(list("没有读进来的：", left))
  if (bill.rows.length > 0) parts.push(button("都对，放进表里", confirmed, { "data-take-bill": "" }))
  return parts
}

function list(title: string, lines: string[]): HTMLElement {
  return element("div", {}, element("p", {}, title), element("ul", {}, ...lines.map((each) => element("li", {}, each))))
}

/** The lines of the bill after those that are the reader's; what the list has no room for is said. */
function take(group: HTMLElement, bill: Bill, dialog: HTMLDialogElement, changed: Changed): void {
  for (const row of rows(group)) if (isExample(row) || isEmpty(row)) remove(group, row)
  const room = most(group) - rows(group).length
  if (room < bill.rows.length) {
    const words = `表里还能放 ${room} 行，账单有 ${bill.rows.length} 行。先删掉一些，或者少贴几行。`
    fill(dialog.querySelector<HTMLElement>("[data-pasted]")!, element("p", {}, words))
    return
  }
  for (const values of bill.rows) put(append(group), values)
  number(group) // a folded line goes by its first sum
  closeDialog(dialog)
  changed(group)
}

function controlsOf(row: HTMLElement): Control[] {
  return [...row.querySelectorAll<Control>("[data-fact]")]
}

function isEmpty(row: HTMLElement): boolean {
  return controlsOf(row).every((control) => control.value === "")
}

function put(row: HTMLElement, values: Record<string, string>): void {
  for (const control of controlsOf(row)) {
    const said = values[control.name.split(".").pop()!]
    if (said !== undefined) write(control, said)
  }
}
