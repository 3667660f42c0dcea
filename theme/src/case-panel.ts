/* The page 我的情况: what is held, keep, export, import, erase, the next person. */
import { pageOf } from "./address"
import { exported, imported, Refused, textIn } from "./case-file"
import * as discreet from "./discreet"
import { KEPT } from "../runtime/files"
import { button, closeDialog, element, fill, openDialog } from "./elements"
import { familyButton } from "./family"
import { copy, print, save } from "./hand-over"
import { heldList } from "./held"
import { nextButton } from "./next-person"
import * as links from "./links"
import { keepNoMore } from "./offline-cache"
import * as store from "./store"

/** What the panel needs of the calculator on its page. */
export interface Form {
  /** The facts among these that cannot be used, and why. */
  check(facts: store.Facts): Promise<{ bad: string[]; why: string }>
}

const CLEARED = "都清掉了。这里和这台设备上，都没有你填的东西了。浏览器的历史记录、发出去的链接和文件，要你自己删。"

type Say = (words: string) => void

/** `form` finds the page's calculator; it may come to life after the panel. */
export function enliven(panel: HTMLElement, form: () => Form | undefined): void {
  const status = element("p", { class: "hq-status", role: "status" })
  const say: Say = (words) => void (status.textContent = words)
  const held = element("div", { class: "hq-held" })
  const list = (): void => fill(held, ...heldList())
  list()
  store.onChange(list)
  document.addEventListener("input", () => setTimeout(list))
  fill(
    panel,
    held,
    keepBox(say),
    element(
      "div",
      { class: "hq-take", role: "group", "aria-label": "整份数据" },
      button("打印整份", () => print(document.querySelector("[data-calculator] > output")!)),
      button("导出成文件", () => {
        save("我的情况.json", exported(store.all()))
        say(`导出了。文件里有记下的一切，自己收好。${links.apart()}`)
      }),
      fileButton(form, say),
      button("复制成文字", () => void copy(exported(store.all())).then(() => say(`复制好了，可以存到备忘录。${links.apart()}`))),
      button("粘贴导入", () => showPaste(form, say)),
      ...familyButton(),
    ),
    status,
    discreetBox(say),
    element("div", { class: "hq-take hq-apart", role: "group", "aria-label": "清掉" }, eraseButton(say), nextButton()),
  )
}

function keepBox(say: Say): HTMLElement {
  const whose = store.caseName()
  if (whose !== undefined) return element("p", {}, `这里是“${whose}”的。存不存、换人，到值班那一页去。`)
  const box = element("input", { type: "checkbox", id: "hq-keep" })
  box.checked = store.isKept()
  store.onRefused(() => (box.checked = false))
  box.addEventListener("change", () => {
    const done = store.keep(box.checked)
    if (!done) box.checked = false
    if (!done) say("浏览器不让存。可以用“导出成文件”。")
    else say(box.checked ? `存在这台设备了，下次打开还在。${links.apart()}` : "不再存了，设备上的已经删掉。关掉标签页就全没了。")
  })
  const label = element("label", { for: "hq-keep" }, "存在这台设备（只有你一个人用的才勾）")
  return element("p", { class: "hq-keep" }, box, label)
}

function discreetBox(say: Say): HTMLElement {
  const box = element("input", { type: "checkbox", id: "hq-discreet" })
  const later = element("input", { type: "checkbox", id: "hq-discreet-later" })
  box.checked = discreet.isDiscreet()
  later.checked = discreet.isKept()
  const set = (): void => {
    discreet.set(box.checked, later.checked)
    discreet.dress()
    say(box.checked ? `标签页和历史里的名字换成“${discreet.TITLE}”了。地址还看得出来，要打印的单子也不换名字。要不留记录，用无痕窗口。` : "名字换回来了。")
  }
  box.addEventListener("change", () => {
    if (!box.checked) later.checked = false
    set()
  })
  later.addEventListener("change", () => {
    if (later.checked) box.checked = true
    set()
  })
  const label = element("label", { for: box.id }, "不显眼：标签页的名字和图标看不出是什么")
  const laterLabel = element("label", { for: later.id }, "下次打开也这样")
  return element("p", { class: "hq-keep" }, box, label, later, laterLabel)
}

/** Asked once, with all that will be gone. */
function eraseButton(say: Say): HTMLElement {
  const press = button("全部清掉", () => {
    const files = element("input", { type: "checkbox", id: "hq-erase-files" })
    const dialog = element("dialog", { class: "hq-dialog", "aria-label": "全部清掉" }, ...heldList())
    const erase = async (): Promise<void> => {
      closeDialog(dialog)
      eraseAll()
      if (files.checked) await eraseFiles()
      say(CLEARED)
    }
    dialog.append(
      element("p", {}, "浏览器的历史记录、存下的文件、发出去的链接，这里清不了。"),
      element("p", { class: "hq-keep" }, files, element("label", { for: files.id }, "连这个网站存在设备上的网页一起删")),
      button("清掉", () => void erase(), { class: "hq-button hq-danger" }),
      button("留着", () => closeDialog(dialog)),
    )
    openDialog(dialog)
  }, { class: "hq-button hq-danger" })
  return press
}

function eraseAll(): void {
  store.erase()
  document.querySelector("[data-desk-bar]")?.remove()
  history.replaceState(history.state, "", pageOf(location.href))
  for (const box of document.querySelectorAll<HTMLInputElement>("#hq-keep")) box.checked = false
}

/** The pages and Python that were put away for times without a network; what another site at this address
    has put away is not ours. */
async function eraseFiles(): Promise<void> {
  keepNoMore()
  try {
    const found = await navigator.serviceWorker.getRegistration()
    const names = (await caches.keys()).filter((name) => name === KEPT || (found && name.endsWith(found.scope)))
    for (const name of names) await caches.delete(name)
    await found?.unregister()
  } catch {
    // A browser that keeps no files has none to delete.
  }
}

function fileButton(form: () => Form | undefined, say: Say): HTMLElement {
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: "", "data-import": "" })
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (file) say(await take(() => textIn(file), form()))
    input.value = ""
  })
  const press = button("导入文件", () => input.click())
  return element("span", {}, press, input)
}

function showPaste(form: () => Form | undefined, say: Say): void {
  const area = element("textarea", {
    rows: "8", "aria-label": "粘贴导出的文字", spellcheck: "false", translate: "no", autocomplete: "off",
  })
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "粘贴导入" })
  const done = async (): Promise<void> => {
    closeDialog(dialog)
    say(await take(async () => area.value, form()))
  }
  dialog.append(
    element("p", {}, "把以前“复制成文字”的内容贴到这里。"),
    area,
    button("导入", () => void done()),
    button("不导入了", () => closeDialog(dialog)),
  )
  openDialog(dialog)
}

/** Take what can be used of a file, and say what cannot; returns what to say. */
async function take(text: () => Promise<string>, form: Form | undefined): Promise<string> {
  const erasures = store.erasures()
  try {
    const { facts, dropped } = imported(await text())
    const wrong = await form?.check(facts)
    for (const fact of wrong?.bad ?? []) {
      if (fact in facts) dropped.push(fact)
      delete facts[fact]
    }
    const isEmpty = Object.keys(facts).length === 0
    if (wrong?.why && (isEmpty || (await form?.check(facts))?.why)) throw new Refused(`文件里有一项不对：${wrong.why}`)
    if (store.erasures() !== erasures) return "刚才都清掉了，没有导入。"
    store.replace(facts)
    const lost = dropped.map((name) => store.nameOf(name) ?? (name || "没有名字的一项")).join("、")
    const said = lost && `有 ${dropped.length} 项读不懂，没有导入：${lost}。`
    return `导入好了，一共 ${Object.keys(facts).length} 项。${said}`
  } catch (problem) {
    const why = problem instanceof Refused ? problem.message : "这次没能检查文件。"
    return `${why}没有导入，你原来填的都还在。`
  }
}
