/* One quiet line by the result, once there is something to lose: on this phone, or only this time. */
import { button, element } from "./elements"
import * as store from "./store"

const OFFER_AFTER_EDITS = 3
const WORDS = "关掉这个标签页，你填的就没了。"
const KEPT = "存在这台手机了。要清掉，去“我的情况”。"
const REFUSED = "浏览器不让存。关掉之前，可以到“我的情况”导出成文件。"

/** Ask by this output, if it is time and nobody has answered; `now` where coming back is the point. */
export function offer(output: HTMLElement, now = false): void {
  // At a helper's desk it is asked once for all, on the desk's own page.
  if (store.caseName() !== undefined) return
  if (store.isKept() || store.isOnlyOnce() || document.querySelector("[data-keep-line]")) return
  if (!now && store.saidSoFar() < OFFER_AFTER_EDITS) return
  const words = element("span", {}, WORDS)
  const line = element("p", { class: "hq-keep-line", role: "status", "data-keep-line": "" }, words)
  const answered = (said: string): void => {
    words.textContent = said
    for (const pressed of line.querySelectorAll("button")) pressed.remove()
  }
  const keep = button("存在这台手机", () => answered(store.keep(true) ? KEPT : REFUSED))
  const once = button("只这次", () => {
    store.onlyOnce()
    line.remove()
  })
  line.append(keep, once)
  output.before(line)
}
