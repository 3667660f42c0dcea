/* 把这个例子发给维护者: a result as a case of tests/cases, in a file of its own that is fetched when somebody
   asks for one. No word that the reader wrote is in it: words at the top are left out, names in lists become
   甲, 乙, and the answer is asked anew for what is left. */
import { button, closeDialog, element, openDialog } from "./elements"
import { type Control, controls, isNumber, isUnasked, read, type Typed, type TypedGroup } from "./form"
import { copy, save } from "./hand-over"
import type { Figure, Result } from "./result"
import type { Source } from "./take-away"

const SIGNS = [..."甲乙丙丁戊己庚辛壬癸"]
const SENDING = [
  "这里只有数、日子和选项。你写的字都去掉了，名字换成了甲、乙。",
  "从头看一遍。不想给人看的，改掉或删掉。哪个数你觉得不对，改成你认为对的数。",
  "什么都不会自己发出去。复制以后，到“报告错误”那一页说的地方开一条问题，自己贴上去。",
]

async function offer(source: Source): Promise<void> {
  const inputs = withoutWords(source.form)
  const answer = await source.ask(inputs)
  const found: TypedGroup = answer.ok
    ? { figures: texts((answer.result as Result).figures) }
    : { errors: Object.fromEntries(answer.errors.map(({ field, message }) => [field, message])) }
  show(source, written(source, inputs, found))
}

/** What stands in the form, without anything that could be a word of the reader's. */
export function withoutWords(form: HTMLFormElement): TypedGroup {
  const inputs = read(form)
  const signs = new Map<string, string>()
  for (const control of controls(form)) {
    if (isUnasked(control)) continue
    const path = control.name.split(".")
    const last = path.pop()!
    const holder = path.reduce<Typed | undefined>((at, step) => (at as TypedGroup | undefined)?.[step], inputs) as TypedGroup | undefined
    if (!holder || typeof holder[last] !== "string") continue
    if (!isWords(control)) holder[last] = plain(control, holder[last])
    else if (!control.closest("[data-row]")) delete holder[last]
    else if (holder[last]) holder[last] = signOf(signs, holder[last])
  }
  return inputs
}

function isWords(control: Control): boolean {
  return control.matches("[data-words], textarea")
}

/** A choice, a day or a number as it is; anything else that was typed is a word. */
function plain(control: Control, typed: string): string {
  const isSafe = control instanceof HTMLSelectElement || !/^(text|search)$/.test(control.type)
  return isSafe || typed === "" || isNumber(typed) ? typed : "看不懂的字"
}

/** One sign for each name, the same wherever it comes. */
function signOf(signs: Map<string, string>, name: string): string {
  const index = signs.size
  if (!signs.has(name)) signs.set(name, SIGNS[index] ?? `第${index + 1}个`)
  return signs.get(name)!
}

function texts(figures: Record<string, Figure>): TypedGroup {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, String(figure.value ?? "")]))
}

/** The case as YAML, every value as text in quotes; see scripts/checks/cases.py. */
function written(source: Source, inputs: TypedGroup, found: TypedGroup): string {
  const tool = source.tool
  return [
    `# A reader's example. Put this file into tests/cases, or run: make case FILE=${tool}-example.yml`,
    `- name: ${tool}，算到 ${source.on()} 的一个例子`,
    `  source: ${quoted("from the page of the calculator, as it answered; to be worked out by hand")}`,
    `  tool: ${tool}`,
    `  on: ${source.on()}`,
    ...lines({ inputs, ...found }, "  "),
    "",
  ].join("\n")
}

function lines(group: TypedGroup, indent: string): string[] {
  return Object.entries(group).flatMap(([key, held]) => {
    const name = `${indent}${/^\w[\w-]*$/.test(key) ? key : quoted(key)}:`
    if (typeof held === "string") return [`${name} ${quoted(held)}`]
    if (Array.isArray(held)) return held.length ? [name, ...held.flatMap((row) => item(row, `${indent}  `))] : [`${name} []`]
    return Object.keys(held).length ? [name, ...lines(held, `${indent}  `)] : [`${name} {}`]
  })
}

function item(row: TypedGroup, indent: string): string[] {
  const [first, ...rest] = lines(row, `${indent}  `)
  return first === undefined ? [`${indent}- {}`] : [`${indent}- ${first.trimStart()}`, ...rest]
}

/** A text in double quotes; what YAML would not take as it is goes by its number. */
function quoted(text: string): string {
  const safe = [...text].map((letter) => {
    if (letter === '"' || letter === "\\") return `\\${letter}`
    if (/[\x20-\x7e\u00a0-\u2027\u202f-\ud7ff\uf900-\ufdff\ufe10-\ufefe\uff00-\uffef]/.test(letter)) return letter
    return `\\U${letter.codePointAt(0)!.toString(16).padStart(8, "0")}`
  })
  return `"${safe.join("")}"`
}

function show(source: Source, text: string): void {
  const area = element("textarea", { rows: "14", spellcheck: "false", translate: "no", autocomplete: "off", "aria-label": "整个例子" })
  area.value = text
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "把这个例子发给维护者" })
  const report = document.querySelector<HTMLAnchorElement>('.hq-review a[href*="report-error"]')
  const there = element("a", { class: "hq-button", href: report?.href ?? "" }, "去“报告错误”")
  there.addEventListener("click", () => closeDialog(dialog))
  dialog.append(
    ...SENDING.map((words) => element("p", {}, words)),
    area,
    element(
      "div", { class: "hq-take" },
      button("复制", ({ currentTarget }) => void copy(area.value, currentTarget)),
      button("存成文件", ({ currentTarget }) => save(`${source.tool}-example.yml`, area.value, currentTarget)),
      ...(report ? [there] : []),
      button("关上", () => closeDialog(dialog)),
    ),
  )
  openDialog(dialog)
  area.setSelectionRange(0, 0)
  area.scrollTop = 0
}

Object.assign(globalThis, { huanqingExample: offer })
