/* The numbers of a link are somebody else's until the reader takes them. Till then the form that shows them keeps
   them, and what is typed among them, in this tab: nothing of it becomes the reader's own. */
import { button, element } from "./elements"
import { before } from "./entries"
import * as store from "./store"

export interface Kept {
  /** The numbers as a link writes them. */
  said: URLSearchParams
  /** Whether something was typed among them, which is nowhere else. */
  isTyped: boolean
}

/** What the form at this place shows of a link. The way back to before the link leads to the own numbers. */
export function shownAt(place: string): Kept | undefined {
  const [entry, typed, said] = store.linkAt(place)?.split(" ") ?? []
  if (said === undefined) return undefined
  const isTyped = typed === "typed"
  if (isTyped || before() >= Number(entry)) return { said: new URLSearchParams(said), isTyped }
  store.setLink(place)
  return undefined
}

export function keep(place: string, { said, isTyped }: Kept): void {
  store.setLink(place, `${before()} ${isTyped ? "typed" : "new"} ${said}`)
}

/** Whose numbers these are, and the two ways to be done with them; `replaced` are the reader's own that go then. */
export function note(replaced: readonly string[], drop: () => void, take?: () => void): HTMLElement {
  const whose = store.caseName()
  const words = take ? `这是链接里的数，没有记成${whose === undefined ? "你" : `“${whose}”`}的。在这里改的，也和它们放在一起，刷新还在。` : "这是链接里的数。"
  const taking = whose === undefined ? "都算我的" : `都算“${whose}”的`
  const loss = take && replaced.length > 0 ? `点“${taking}”，会换掉以前填的：${replaced.join("、")}。` : ""
  const ways = [...(take ? [button(taking, take)] : []), button("不要链接里的数", drop)]
  return element("p", { class: "hq-note", "data-note": "", "data-linked": "" }, words + loss, ...ways)
}
