/* Material's own script: menus that follow, and pages that change without starting Python again. */
import { fetchOnce } from "./lazy"
import { runtime } from "./runtime"
import * as store from "./store"

interface Instant {
  subscribe(visit: () => void): void
}

/** A finger, a mouse, a key, a screen reader. */
const SIGNS = ["pointermove", "pointerdown", "scroll", "keydown", "focusin", "click"]
/** Milliseconds after which the page no longer waits for a number before it gets comfortable. */
const LATEST = 2000
/** Milliseconds a link waits at most, and between two looks. */
const PATIENCE = 4000
const LOOK = 50

let isRead = false
let isLate = false

/** Let the script in when the reader stirs; `visit` is called for each page it brings. Nobody misses
    it on a page that lies still, and a cheap phone works on it for half a second. */
export function whenReaderStirs(visit: () => void): void {
  document.addEventListener("DOMContentLoaded", () => (isRead = true), { once: true })
  const begin = (): void => {
    for (const sign of SIGNS) removeEventListener(sign, begin, true)
    whenAtRest(() => letIn(visit))
  }
  for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: true })
  document.addEventListener("click", holdLink, { capture: true })
}

/** The reader's first number goes before all comfort, unless it has to wait for the network. */
function whenAtRest(work: () => void): void {
  const look = (): void => {
    if (runtime().isBusy && performance.now() < LATEST) setTimeout(look, 2 * LOOK)
    else work()
  }
  if ("requestIdleCallback" in window) requestIdleCallback(look, { timeout: LATEST })
  else setTimeout(look, 2 * LOOK)
}

function letIn(visit: () => void): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>("link[data-later]")) {
    const begin = (): void => void setTimeout(start, 0, visit) // a task of its own: somebody may be tapping
    fetchOnce(href).then(begin, () => undefined) // the page is whole without it
  }
}

/** Material begins when the page has been read, which it learns from an event that is over. */
function start(visit: () => void): void {
  if (isRead) document.dispatchEvent(new Event("DOMContentLoaded"))
  ;(window as { document$?: Instant }).document$?.subscribe(visit)
}

/** What was typed lives in this page only: a link waits until pages can change without ending it. */
function holdLink(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]")
  if (isLate || !link || !store.isUnkept() || !leaves(link) || canChangePages()) return
  if (event.ctrlKey || event.metaKey || event.shiftKey) return // opens beside this page
  event.preventDefault()
  event.stopPropagation()
  void untilPagesChange().then(() => link.click())
}

function leaves(link: HTMLAnchorElement): boolean {
  const isOwn = location.protocol !== "file:" && link.protocol !== "blob:" && link.origin === location.origin
  const isHere = link.pathname === location.pathname && link.hash !== ""
  return isOwn && !isHere && !link.target && !link.hasAttribute("download")
}

/** Material follows links once it has the list of pages. */
function canChangePages(): boolean {
  return performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/sitemap.xml"))
}

async function untilPagesChange(): Promise<void> {
  const look = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK))
  for (let waited = 0; waited < PATIENCE && !canChangePages(); waited += LOOK) await look()
  isLate = !canChangePages()
  await look() // It reads the list first.
}
