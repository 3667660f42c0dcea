/* 快速离开: nothing of the site is left on the screen, in the tab's memory or on the way back. */
import { cutAhead, WAY_BACK_TIMEOUT_MS } from "./ahead"
import { hush } from "./aloud"
import { before } from "./entries"
import { leaveTab } from "./store"
import { tab } from "./storage"

/** Stands in the tab as long as a way back leads to the site; ./colours.ts looks at it before anything is
    drawn. */
const LEFT = "huanqing.left"
const NEUTRAL = "新标签页"
/** What to do on arriving at the first of our entries, once the reader has pressed. */
let leaving: (() => void) | undefined

/** Leave when a link with `data-leave` is pressed: blank first, whatever the other site does. */
export function enlivenExit(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-leave]")
    if (!link) return
    event.preventDefault()
    event.stopImmediatePropagation()
    leave(link.href)
  }, { capture: true })
  // Before anybody else listens: browsers tell the window's listeners in the order in which they came.
  addEventListener("popstate", (event) => {
    if (!leaving) return
    event.stopImmediatePropagation()
    leaving()
  })
  // From the browser's memory the page left comes blank, but another of this tab as it was read. It leaves again.
  addEventListener("pageshow", (event) => {
    const to = tab.get(LEFT)
    if (!event.persisted || !to) return
    blank()
    goFromHere(to)
  })
}

function leave(to: string): void {
  if (leaving) return
  blank()
  leaveTab()
  tab.set(LEFT, to)
  const back = before()
  if (back === 0) return goFromHere(to)
  // To the first of our entries, which the other site then takes the place of.
  leaving = () => goFromHere(to)
  history.go(-back)
  setTimeout(() => location.replace(to), WAY_BACK_TIMEOUT_MS)
}

/** The other site in the place of this entry, and nothing of ours ahead of it. */
function goFromHere(to: string): void {
  leaving = () => location.replace(to)
  cutAhead(leaving)
}

/** In the same frame as the press; and what still comes, a page, an answer or a note, goes before it is drawn. */
function blank(): void {
  hush()
  empty()
  document.documentElement.style.background = "#fff"
  new MutationObserver(empty).observe(document.documentElement, { childList: true, subtree: true })
}

function empty(): void {
  if (document.title !== NEUTRAL) document.title = NEUTRAL
  for (const icon of document.querySelectorAll("link[rel~=icon]:not([href='data:,'])")) icon.setAttribute("href", "data:,")
  document.body.textContent = ""
}
