/* The page 我的情况: keep, export, import, erase. */
import { exported, imported, Refused } from "./case-file"
import { button, element } from "./elements"
import { copy, print, save } from "./hand-over"
import * as store from "./store"

/** What the panel needs of the calculator on its page. */
export interface Form {
  check(facts: store.Facts): Promise<string>
}

/** `form` finds the page's calculator; it may come to life after the panel. */
export function enliven(panel: HTMLElement, form: () => Form | undefined): void {
  const status = element("p", { class: "hq-status", role: "status" })
  const say = (words: string): void => void (status.textContent = words)
  panel.replaceChildren(
    keepBox(say),
    element(
      "div",
      { class: "hq-take", role: "group", "aria-label": "整份数据" },
      button("打印整份", () => print(document.querySelector("[data-calculator] > output")!)),
      button("导出成文件", (() => {
        save("我的情况.json", exported(store.all()))
        say("导出了。文件里有你填的一切，自己收好。")
      })),
      fileButton(form, say),
      button("复制成文字", () => void copy(exported(store.all())).then(() => say("复制好了，可以存到备忘录。"))),
      button("粘贴导入", () => showPaste(form, say)),
      eraseButton(say),
    ),
    status,
  )
}

function keepBox(say: (words: string) => void): HTMLElement {
  const box = element("input", { type: "checkbox", id: "hq-keep" })
  box.checked = store.isKept()
  box.addEventListener("change", () => {
    const done = store.keep(box.checked)
    if (!done) box.checked = false
    if (!done) say("浏览器不让存。可以用“导出成文件”。")
    else say(box.checked ? "存在这台设备了，下次打开还在。" : "不再存了，设备上的已经删掉。")
  })
  const label = element("label", { for: "hq-keep" }, "存在这台设备（只有你一个人用的才勾）")
  return element("p", { class: "hq-keep" }, box, label)
}

function eraseButton(say: (words: string) => void): HTMLElement {
  return button(
    "全部清掉",
    () => {
      store.erase()
      history.replaceState(history.state, "", location.href.split("#")[0])
      for (const box of document.querySelectorAll<HTMLInputElement>("#hq-keep")) box.checked = false
      say("都清掉了。这里和这台设备上，都没有你填的东西了。")
    },
    { class: "hq-button hq-danger" },
  )
}

function fileButton(form: () => Form | undefined, say: (words: string) => void): HTMLElement {
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: "", "data-import": "" })
  input.addEventListener("change", async () => {
    const [file] = input.files ?? []
    if (file) say(await take(await file.text(), form()))
    input.value = ""
  })
  const press = button("导入文件", () => input.click())
  return element("span", {}, press, input)
}

function showPaste(form: () => Form | undefined, say: (words: string) => void): void {
  const area = element("textarea", { rows: "8", "aria-label": "粘贴导出的文字" })
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "粘贴导入" })
  const done = async (): Promise<void> => {
    dialog.close()
    say(await take(area.value, form()))
  }
  dialog.append(
    element("p", {}, "把以前“复制成文字”的内容贴到这里。"),
    area,
    button("导入", () => void done()),
    button("不导入了", () => dialog.close()),
  )
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

/** Take a file's facts if all of it can be used; returns what to say. */
async function take(text: string, form: Form | undefined): Promise<string> {
  try {
    const facts = imported(text)
    const wrong = await form?.check(facts)
    if (wrong) throw new Refused(`文件里有一项不对：${wrong}`)
    store.replace(facts)
    return `导入好了，一共 ${Object.keys(facts).length} 项。`
  } catch (problem) {
    const why = problem instanceof Refused ? problem.message : "这次没能检查文件。"
    return `${why}没有导入，你原来填的都还在。`
  }
}
