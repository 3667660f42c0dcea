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
  /** Whether the day was turned among them; else it is the link's. */
  isTurned: boolean
}

/** What the form at this place shows of a link. The way back to before the link leads to the own numbers. */
export function shownAt(place: string): Kept | undefined {
  const [entry, typed, said] = store.linkAt(place)?.split(" ") ?? []
  if (said === undefined) return undefined
  const isTyped = typed !== "new"
  if (isTyped || before() >= Number(entry)) return { said: new URLSearchParams(said), isTyped, isTurned: typed === "turned" }
  store.setLink(place)
  return undefined
}

export function keep(place: string, { said, isTyped, isTurned }: Kept): void {
  store.setLink(place, `${before()} ${isTurned ? "turned" : isTyped ? "typed" : "new"} ${said}`)
}

/** Whose numbers these are, and the two ways to be done with them; `replaced` are the reader's own that go then,
    `old` is the day they are worked out for where that is not today. */
export function note(replaced: readonly string[], old: string, drop: () => void, take?: () => void): HTMLElement {
  const [taking, words] = [nameOfTaking(), take ? ofLink() : "这是链接里的数。"]
  const day = old && `算到 ${spoken(old)}，不是今天。`
  const loss = take && replaced.length > 0 ? `点“${taking}”，会换掉以前填的：${replaced.join("、")}。` : ""
  const ways = [...(take ? [button(taking, take)] : []), button("不要链接里的数", drop)]
  return element("p", { class: "hq-note", "data-note": "", "data-linked": "" }, words + day + loss, ...ways)
}

function ofLink(): string {
  const whose = store.caseName() === undefined ? "你" : `“${store.caseName()}”`
  return `这是链接里的数，没有记成${whose}的。在这里改的，也和它们放在一起：刷新还在，关掉这个标签页就没了。要存、要导出，先点“${nameOfTaking()}”。`
}

function nameOfTaking(): string {
  const whose = store.caseName()
  return whose === undefined ? "都算我的" : `都算“${whose}”的`
}

/** What of this is held besides what is known; nothing where no form shows a link's numbers. */
export function held(): string {
  const count = store.linksShown()
  return count === 0 ? "" : `另外有 ${count} 处放着链接里的数和在那里改的，${howToKeep()}`
}

/** What is stored or goes out is without these. */
export function apart(): string {
  return store.linksShown() === 0 ? "" : `链接里的数和在那里改的不在内，${howToKeep()}`
}

function howToKeep(): string {
  return `关掉这个标签页就没了。要存、要导出，先到那一页点“${nameOfTaking()}”。`
}

function spoken(day: string): string {
  const [year, month, date] = day.split("-").map(Number)
  return `${year}年${month}月${date}日`
}
