/* A helper's desk: several people on one device, each under a sign that the helper makes up. In a file of its
   own that is fetched on the desk's page, and on others while somebody is chosen. */
import { pageOf, place } from "./address"
import { exported, imported, Refused, textIn } from "./case-file"
import * as cases from "./cases"
import { button, closeDialog, element, fill, openDialog } from "./elements"
import { copy, save } from "./hand-over"
import { AT, caseNow, DESK } from "./keys"
import * as handOver from "./desk-codes"
import { tab } from "./storage"
import type { Facts } from "./store"

/** What the page's own script does for the desk. */
export interface Page {
  /** Everything of everybody is erased, in every tab; the page that comes says this. */
  end(said: string): void
  /** Nothing of this page is written any more, and nothing can be typed: another takes its place. */
  over(): void
  /** What draws codes; it is fetched only then. */
  drawing(): Promise<void>
}

const MOST_NAME = 20
const ADVICE = `写个记号，比如“甲”“三号桌”“蓝衣服”。别写真名，别写电话。最多 ${MOST_NAME} 个字。`
const HERE = "都只在这个标签页里（浏览器叫 sessionStorage）。关掉标签页，就全没了。"
const KEPT = "都存在这台设备的浏览器里（localStorage）。关机也还在，用这台设备的人都看得到，直到你清掉。"
const FULL = "浏览器不让再存，这个人没有记下。先把别的人存成文件，再清掉几个。"

let page: Page

function enliven(its: Page): void {
  page = its
  cases.onOver(page.over)
  if (caseNow() && !current()) return cases.choose("") // erased in another tab
  showBar()
  for (const panel of document.querySelectorAll<HTMLElement>("[data-desk]:empty")) show(panel)
}

function current(): cases.Case | undefined {
  return cases.cases().find(({ id }) => id === caseNow())
}

/** On every page: whose numbers these are, and the way to the others. */
function showBar(): void {
  document.querySelector("[data-desk-bar]")?.remove()
  const at = current()
  if (!at) return
  const [, desk] = (tab.get(AT) ?? "").split(" ")
  const bar = element("p", { class: "hq-desk-bar", "data-desk-bar": "", role: "status" }, "现在是", element("b", {}, `“${at.name}”`), "的。")
  if (!document.querySelector("[data-desk]")) bar.append(element("a", { class: "hq-button", href: desk }, "换人"))
  document.querySelector("[data-md-component=container]")?.before(bar)
}

function show(panel: HTMLElement): void {
  const status = element("p", { class: "hq-status", role: "status" })
  const say = (words: string): void => void (status.textContent = words)
  if (!cases.canBeApart()) {
    fill(panel, element("p", {}, "这个浏览器不让存，分不开几个人。请一次只帮一个人，帮完点“换下一个人”。"))
    return
  }
  // First what ends it: who comes to a desk that another left has to see how everybody is erased.
  fill(panel, ending(), list(), begin(say), status, handing(say), keeping(say))
  void handOver.arrived(place(), say, (facts, dropped) => takeIn(facts, say, dropped))
  if (place().startsWith("case=")) history.replaceState(history.state, "", pageOf(location.href))
}

/** Everybody, with what is known of each; the one that is worked on is marked. */
function list(): HTMLElement {
  const all = cases.cases()
  const made = element("ul", { class: "hq-desk-list", "aria-label": "几个人" })
  made.append(...all.map(line))
  const loose = cases.countOf("")
  if (loose > 0) made.append(looseLine(loose))
  if (all.length === 0) return element("div", {}, ...(loose > 0 ? [made] : []))
  const none = caseNow() ? [button("先不选人", () => cases.choose(""))] : []
  return element("div", {}, element("p", {}, `一共 ${all.length} 个人。点谁，下面和别的页就是谁的。`), made, ...none)
}

function line({ id, name }: cases.Case): HTMLElement {
  const isNow = id === caseNow()
  const said = `${cases.countOf(id)} 项${isNow ? "，正在填" : ""}`
  const choose = button(name, () => cases.choose(id), { "aria-label": `换到“${name}”`, ...(isNow && { "aria-current": "true" }) })
  const drop = button("清掉", () => askToDrop(id, `“${name}”的 ${cases.countOf(id)} 项`), {
    class: "hq-button hq-danger", "aria-label": `清掉“${name}”`,
  })
  return element("li", {}, choose, element("span", {}, said), drop)
}

/** What was typed while nobody was chosen belongs to nobody yet. */
function looseLine(count: number): HTMLElement {
  const drop = button("清掉", () => askToDrop("", `没选人时填的 ${count} 项`), { class: "hq-button hq-danger", "aria-label": "清掉没选人时填的" })
  return element("li", {}, element("span", {}, `没选人时填的：${count} 项`), drop)
}

function askToDrop(id: string, what: string): void {
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "清掉" })
  dialog.append(
    element("p", {}, `${what}，清掉就找不回来了。别人的不动。`),
    button("清掉", () => cases.drop(id), { class: "hq-button hq-danger" }),
    button("留着", () => closeDialog(dialog)),
  )
  openDialog(dialog)
}

function begin(say: (words: string) => void): HTMLElement {
  const field = nameField("hq-desk-name", "来了一个人，起个记号")
  const loose = cases.countOf("")
  const also = element("input", { type: "checkbox", id: "hq-desk-loose" })
  const made = element("form", { class: "hq-desk-new", autocomplete: "off" }, ...field.parts)
  if (!caseNow() && loose > 0) {
    made.append(element("p", { class: "hq-keep" }, also, element("label", { for: also.id }, `没选人时填的 ${loose} 项，放到这个记号下`)))
  }
  made.append(element("button", { class: "hq-button" }, "开始"))
  made.addEventListener("submit", (event) => {
    event.preventDefault()
    const wrong = field.wrong()
    if (wrong) return say(wrong)
    if (!(also.checked ? cases.adopt(field.name()) : cases.begin(field.name(), {}))) say(FULL)
  })
  return made
}

interface NameField {
  parts: HTMLElement[]
  name(): string
  /** Why this cannot be the sign; "" when it can. */
  wrong(): string
}

function nameField(id: string, label: string): NameField {
  const input = element("input", {
    type: "text", id, maxlength: String(MOST_NAME), spellcheck: "false", translate: "no", autocomplete: "off", "aria-describedby": `${id}-help`,
  })
  const name = (): string => input.value.trim()
  const wrong = (): string => {
    const found = reason(name())
    if (found) input.focus()
    input.setAttribute("aria-invalid", String(found !== ""))
    return found
  }
  const parts = [element("label", { for: id }, label), input, element("small", { id: `${id}-help` }, ADVICE)]
  return { parts, name, wrong }
}

function reason(name: string): string {
  if (!name) return "先起个记号，一个字也行。"
  if (/\d{6}/.test(name.normalize("NFKC"))) return "这像电话或证件号。换一个别人看不懂的记号。"
  return cases.cases().some((other) => other.name === name) ? `已经有“${name}”了。换一个记号。` : ""
}

/** The case of the one who is chosen goes out, and another's comes in. */
function handing(say: (words: string) => void): HTMLElement {
  const at = current()
  const text = (): string => exported(cases.factsOf(at!.id))
  const out = at
    ? [
        button("存成文件", () => {
          save(`值班-${at.name.replace(/[^\p{L}\p{N}]/gu, "")}.json`, text())
          say("存了。文件里有填过的一切，自己收好。")
        }),
        button("二维码", () => void handOver.show(cases.factsOf(at.id), page.drawing, say)),
        button("复制成文字", (): void => void copy(text()).then(() => say("复制好了。"))),
      ]
    : []
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: "", "data-desk-file": "" })
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (file) await read(() => textIn(file), say)
    input.value = ""
  })
  const bar = element(
    "div", { class: "hq-take", role: "group", "aria-label": "交接" },
    ...out, button("打开文件", () => input.click()), input, button("粘贴文字", () => paste(say)),
  )
  if (at && cases.linksOf(at.id) > 0) bar.append(element("p", {}, `链接里的数和在那里改的都交不出去。要交，先到那一页点“都算“${at.name}”的”。`))
  return element("details", {}, element("summary", {}, at ? `把“${at.name}”交给别人，或者收下别人交来的` : "收下别人交来的"), bar)
}

function paste(say: (words: string) => void): void {
  const area = element("textarea", { rows: "8", "aria-label": "粘贴交来的文字", spellcheck: "false", translate: "no", autocomplete: "off" })
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "粘贴文字" })
  dialog.append(
    element("p", {}, "粘贴存下的文字，或者扫码看到的文字。有几张码，都粘在这里，先后不要紧。"),
    area,
    button("收下", async () => {
      closeDialog(dialog)
      await read(() => handOver.textOf(area.value), say)
    }),
    button("不收了", () => closeDialog(dialog)),
  )
  openDialog(dialog)
}

async function read(text: () => Promise<string>, say: (words: string) => void): Promise<void> {
  try {
    const { facts, dropped } = imported(await text())
    takeIn(facts, say, dropped.length)
  } catch (problem) {
    say(problem instanceof Refused ? problem.message : "这次没能读出来。")
  }
}

/** A case that came is asked a sign for; nothing of it is stored before. */
function takeIn(facts: Facts, say: (words: string) => void, dropped = 0): void {
  const field = nameField("hq-desk-taken", "给这个人起个记号")
  const wrong = element("p", { role: "status" })
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "收下一个人" })
  const lost = dropped > 0 ? `有 ${dropped} 项读不懂，没有放进来。` : ""
  dialog.append(
    element("p", {}, `收到一个人的 ${Object.keys(facts).length} 项。${lost}`),
    ...field.parts,
    wrong,
    button("收下", () => {
      wrong.textContent = field.wrong()
      if (!wrong.textContent && !cases.begin(field.name(), facts)) wrong.textContent = FULL
    }),
    button("不要", () => closeDialog(dialog)),
  )
  openDialog(dialog)
  say("")
}

function keeping(say: (words: string) => void): HTMLElement {
  const box = element("input", { type: "checkbox", id: "hq-desk-keep" })
  const here = cases.onlyHere()
  box.checked = cases.areKept() && here.length === 0
  box.addEventListener("change", () => {
    if (cases.keep(box.checked)) return
    box.checked = !box.checked
    say("浏览器不让存。可以一个一个存成文件。")
  })
  return element(
    "div", {},
    element("p", { class: "hq-keep" }, box, element("label", { for: box.id }, "存在这台设备（只有值班的人用的才勾）")),
    element("p", { "data-desk-where": "" }, box.checked ? KEPT : cases.areKept() ? someKept(here) : HERE),
  )
}

/** Another tab keeps its people; those of this one are not among them. */
function someKept(here: string[]): string {
  return `${here.map((name) => `“${name}”`).join("、")}只在这个标签页里，关掉就没了。别的人存在这台设备上。勾上，就都存。`
}

/** Asked once, with all that will be gone. */
function ending(): HTMLElement {
  return element("p", {}, button("结束这次值班：全部清掉", () => {
    const all = cases.cases()
    const loose = cases.countOf("")
    const items = all.reduce((sum, { id }) => sum + cases.countOf(id), loose)
    const dialog = element("dialog", { class: "hq-dialog", "aria-label": "结束这次值班" })
    dialog.append(
      element("p", {}, `要清掉：${all.length} 个人，一共 ${items} 项。`),
      element("ul", {}, ...all.map(({ id, name }) => element("li", {}, `“${name}”：${cases.countOf(id)} 项`)),
        ...(loose > 0 ? [element("li", {}, `没选人时填的：${loose} 项`)] : [])),
      element("p", {}, "浏览器的历史记录、存下的文件、拍走的二维码、打印的纸，这里清不了。"),
      button("全部清掉", () => page.end(`值班结束。清掉了 ${all.length} 个人的 ${items} 项，这里一个也没留。`), { class: "hq-button hq-danger" }),
      button("先不", () => closeDialog(dialog)),
    )
    openDialog(dialog)
  }, { class: "hq-button hq-danger" }))
}

/** Another tab began, renamed or erased somebody. */
addEventListener("storage", ({ key }) => {
  if (key !== DESK && key !== null) return
  for (const panel of document.querySelectorAll<HTMLElement>("[data-desk]")) fill(panel)
  enliven(page)
})

/** A code was opened while the page was open already. */
addEventListener("hashchange", () => {
  if (!place().startsWith("case=")) return
  for (const panel of document.querySelectorAll<HTMLElement>("[data-desk]")) show(panel)
})

Object.assign(globalThis, { huanqingDesk: enliven })
