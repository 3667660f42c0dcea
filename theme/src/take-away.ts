/* The buttons by which a result leaves the page: tables, letters, reminders, paper, a link. */
import { calendar, events } from "./calendar"
import { announce, button, element } from "./elements"
import type { Answer } from "../runtime/client"
import { exampleIn } from "./examples"
import { familyButton } from "./family"
import type { Control, TypedGroup } from "./form"
import { acknowledge, copy, print, save } from "./hand-over"
import { load } from "./lazy"
import { putIn } from "./print-head"
import type { Result, Table } from "./result"
import { csv, tsv } from "./tables"

/** What the buttons need to know of their block. */
export interface Source {
  tool: string
  title: string
  on(): string
  link(): string
  /** The result of what stands in the form now. */
  latest(): Promise<Result>
  form: HTMLFormElement
  /** What is answered to inputs that stand in no form. */
  ask(inputs: TypedGroup): Promise<Answer>
}

declare const huanqingWorkbook: (table: Table) => Promise<Blob>
declare const huanqingExample: (source: Source) => Promise<void>

/** As calculators/letters/writing.py leaves what nobody filled in. */
const BLANK = "＿＿＿＿"
const FAILED = "没能做成，请用复制"
const WORKING = "正在准备，好了会自己给你。"
const SOON_MS = 500

export function enliven(output: HTMLElement, source: Source): void {
  for (const table of output.querySelectorAll<HTMLElement>("[data-table]")) {
    table.closest(".hq-scroll")!.after(tableButtons(table.dataset.table!, source))
  }
  for (const letter of output.querySelectorAll<HTMLElement>("[data-document]")) {
    letter.after(documentButtons(letter))
  }
  output.append(resultButtons(output, source))
}

/** What takes longer shows that it goes on; whatever goes wrong is said on the button. */
function press(words: string, work: (pressed: HTMLElement) => unknown): HTMLElement {
  const made: HTMLElement = button(words, () => {
    const end = underWay(made)
    Promise.resolve()
      .then(() => work(made))
      .catch(() => acknowledge(made, FAILED))
      .then(end, end)
  })
  return made
}

/** A bar beside the button once it has been at work for a while, as where Python has to start first.
    Returns what takes the bar away. */
function underWay(pressed: HTMLElement): () => void {
  const bar = element("progress", { class: "hq-working", "aria-label": WORKING })
  const timer = setTimeout(() => {
    pressed.after(bar)
    announce(WORKING)
  }, SOON_MS)
  return () => {
    clearTimeout(timer)
    bar.remove()
  }
}

/** No script can take back what a messenger and another browser's history have seen. */
const LINK_KEEPS = "链接里有你填的数。聊天软件看得到，对方的浏览记录里也会留下。"

function bar(label: string, ...buttons: HTMLElement[]): HTMLElement {
  return element("div", { class: "hq-take", role: "group", "aria-label": label }, ...buttons)
}

function tableButtons(key: string, source: Source): HTMLElement {
  const table = async (): Promise<Table> => marked((await source.latest()).tables[key], source)
  const name = async (ending: string): Promise<string> =>
    `${(await table()).title}-${source.on()}.${ending}`
  return bar(
    "这张表",
    press("复制表格", async (pressed) => copy(tsv(await table()), pressed)),
    press("存 CSV", async (pressed) => save(await name("csv"), csvFile(await table()), pressed)),
    press("存 Excel", async (pressed) => {
      await load("spreadsheet")
      save(await name("xlsx"), await huanqingWorkbook(await table()), pressed)
    }),
  )
}

/** A table that rests on an example, whole or in part, says so in its name and in its first cell. */
function marked(table: Table, source: Source): Table {
  const said = exampleIn(source.form)
  if (!said) return table
  const [first, ...others] = table.columns
  return { ...table, title: `例子：${table.title}`, columns: [{ ...first, label: `${first.label}（${said}）` }, ...others] }
}

function csvFile(table: Table): Blob {
  return new Blob([csv(table)], { type: "text/csv" })
}

function documentButtons(letter: HTMLElement): HTMLElement {
  const text = letter.textContent ?? ""
  const blanks = text.split(BLANK).length - 1
  const copied = blanks > 0 ? `复制了，还有 ${blanks} 处空着` : "复制好了"
  return bar(
    "这份文字",
    ...(blanks > 0 ? [element("p", {}, `还有 ${blanks} 处空着，寄出前补上。`)] : []),
    press("复制", (pressed) => copy(text, pressed, copied)),
    press("打印", () => print(letter)),
    press("存成文本", (pressed) => save(letter.dataset.filename ?? "文字.txt", text, pressed)),
  )
}

function resultButtons(output: HTMLElement, source: Source): HTMLElement {
  return bar(
    "这次的结果",
    press("复制结果", (pressed) => copy(summary(output, source), pressed)),
    press("打印结果", () => print(output)),
    press("加到日历", (pressed) => keepDays(source, true, pressed)),
    ...(output.querySelector("[data-remind] .hq-number") ? [press("加到日历，不写金额", (pressed) => keepDays(source, false, pressed))] : []),
    press("复制分享链接", (pressed) => copy(source.link(), pressed)),
    ...familyButton(),
    press("把这个例子发给维护者", async () => {
      await load("example")
      await huanqingExample(source)
    }),
    element("p", {}, LINK_KEEPS),
  )
}

async function keepDays(source: Source, withSums: boolean, pressed: HTMLElement): Promise<void> {
  const example = exampleIn(source.form) && "例子："
  const found = events(await source.latest(), source.on(), withSums).map((event) => ({ ...event, text: example + event.text }))
  if (found.length === 0) return acknowledge(pressed, "没有要记的日子")
  const text = calendar(found, source.tool, source.on())
  save(`${example}${source.title}.ics`, new Blob([text], { type: "text/calendar" }), pressed)
}

/** Headline, figures and notices in plain words, and the numbers that they rest on. */
function summary(output: HTMLElement, source: Source): string {
  const words = (selector: string): string[] =>
    [...output.querySelectorAll<HTMLElement>(selector)].map((part) => oneLine(part.textContent))
  const figures = [...output.querySelectorAll(".hq-figure")].map(
    (figure) =>
      `${oneLine(figure.querySelector("dt")?.textContent)}：${oneLine(figure.querySelector("data")?.textContent)}`,
  )
  const example = exampleIn(source.form)
  // A name or a number of an identity card is asked for to write a letter; it goes nowhere else.
  const isPrivate = (control: Control): boolean => control.matches("[data-words]") && !control.closest("[data-row]")
  const inputs = putIn(source.form, isPrivate).map(([name, value]) => `${name}：${value}`)
  const head = [source.title, ...(example ? [example] : []), `算到 ${source.on()}`, ...words(".hq-headline")]
  const lines = [...head, ...figures, ...words(".hq-notice > p:first-child"), ...words(".hq-next li")]
  return [...lines, ...(inputs.length > 0 ? ["用来算的数：", ...inputs] : [])].join("\n")
}

function oneLine(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim()
}
