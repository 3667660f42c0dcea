/* 换下一个人: for a desk where one after the other sits down, and for a phone that is shared. Nothing of the
   one before is left: not on the device, not in any tab, not behind the back button. */
import { isOneFile } from "../runtime/enclosed"
import { button, closeDialog, element, openDialog, tell } from "./elements"
import { heldList } from "./held"
import { VISITOR } from "./keys"
import { device, tab } from "./storage"
import * as store from "./store"

/** Written and removed at once: the other tabs hear of it. */
const CALL = "huanqing.next"
const CLEARED = "huanqing.cleared"
const BUT_CLEARED = /^huanqing\.(?!cleared$)/

let visitor: string | null = null

/** Know who this page is for, and go when somebody else sits down. */
export function watch(): void {
  visitor = tab.get(VISITOR)
  if (visitor === null) tab.set(VISITOR, String(Math.random()))
  visitor = tab.get(VISITOR)
  addEventListener("storage", ({ key, newValue }) => key === CALL && newValue && start())
  addEventListener("pageshow", (event) => {
    // From the browser's memory comes the page as the one before left it.
    if (!event.persisted || tab.get(VISITOR) === visitor) return
    document.documentElement.style.display = "none"
    location.reload()
  })
}

export function nextButton(): HTMLElement {
  return button("换下一个人", ask)
}

/** Beside what is filled in for the one before: nothing where the page has the button, or a desk its own way. */
export function offerNext(): HTMLElement[] {
  if (store.caseName() !== undefined || document.querySelector("[data-case-panel], [data-next-person]")) return []
  return [button("不是我，换下一个人", ask, { class: "hq-aside" })]
}

/** Asked once, with all that will be gone. */
function ask(): void {
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "换下一个人" }, ...heldList())
  dialog.append(
    element("p", {}, "这些都清掉。深色、大字、不显眼这些选择也清掉。开着的别的标签页，一起回到首页。"),
    element("p", {}, "浏览器的历史记录、存下的文件、发出去的链接，这里清不了。"),
    button("清掉，换下一个人", () => next(), { class: "hq-button hq-danger" }),
    button("不换", () => closeDialog(dialog)),
  )
  openDialog(dialog)
}

/** Here and in every other tab; `said` is what the page that comes tells. */
export function next(said?: string): void {
  device.set(CALL, "1")
  device.remove(CALL)
  start(said)
}

/** From nothing, at the doors. */
function start(said = "上一个人填的都清掉了。从这里开始。"): void {
  const isTold = tab.set(CLEARED, said)
  const empty = (): void => {
    store.erase()
    device.wipe()
    tab.wipe(BUT_CLEARED) // written anew while the page goes, it may come too late for the next one
  }
  empty()
  if (!isTold) tab.set(CLEARED, said) // a tab that was full has room now
  // An answer that is under way may bring figures once more.
  addEventListener("pagehide", empty)
  location.replace(document.querySelector<HTMLAnchorElement>("a.md-logo")!.href)
  if (isOneFile) location.reload() // the first page is in the same document, with all that it remembers
}

/** On the page that comes after. */
export function greet(): void {
  const said = tab.get(CLEARED)
  if (said === null) return
  tab.remove(CLEARED)
  tell(said)
}
