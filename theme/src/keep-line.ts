/* One quiet line by the result, once there is something to lose: on this phone, or only this time. */
import { button, element } from "./elements"
import * as store from "./store"

const OFFER_AFTER_EDITS = 3
const WORDS = "关掉这个标签页，你填的就没了。"
const KEPT = "存在这台手机了。要清掉，去“我的情况”。"
const REFUSED = "浏览器不让存。关掉之前，可以到“我的情况”导出成文件。"

/** A line that was asked for by a tick: it stands below that tick, also after the table is drawn anew. */
let ticked: { label: string; row: HTMLElement } | undefined

/** Ask by this output, if it is time and nobody has answered; at a `tick` at once, for there coming back is
    the point. */
export function offer(output: HTMLElement, tick?: Element): void {
  // At a helper's desk it is asked once for all, on the desk's own page.
  if (store.caseName() !== undefined) return
  if (store.isKept() || store.isOnlyOnce() || document.querySelector("[data-keep-line]")) return
  if (!tick && store.saidSoFar() < OFFER_AFTER_EDITS) return
  const words = element("span", {}, WORDS)
  const line = element("p", { class: "hq-keep-line", role: "status", "data-keep-line": "" }, words)
  const answered = (said: string): void => {
    words.textContent = said
    for (const pressed of line.querySelectorAll("button")) pressed.remove()
  }
  const keep = button("存在这台手机", () => answered(store.keep(true) ? KEPT : REFUSED))
  const once = button("只这次", () => {
    store.onlyOnce()
    ;(ticked?.row ?? line).remove()
    ticked = undefined
  })
  line.append(keep, once)
  const row = tick?.closest("tr")
  if (!tick || !row) return output.before(line)
  const cell = element("td", { colspan: String(row.cells.length) }, line)
  ticked = { label: tick.getAttribute("aria-label") ?? "", row: element("tr", { class: "hq-keep-row" }, cell) }
  stay(output)
  line.scrollIntoView({ block: "nearest" })
}

/** Put the line back where a new answer has taken it away. */
export function stay(output: HTMLElement): void {
  if (!ticked || ticked.row.isConnected) return
  const box = output.querySelector(`input[aria-label="${ticked.label}"]`)
  box?.closest("tr")!.after(ticked.row)
}
