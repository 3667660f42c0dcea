/* Brings the calculators of a page to life. Without this script the page is whole, but still. */
import { Block } from "./block"
import * as casePanel from "./case-panel"
import { enlivenColours, enlivenExit, enlivenLetters, enlivenMenu } from "./comfort"
import { tell } from "./elements"
import { nameFilesInLinks } from "./files"
import { keep } from "./keeping"
import { fetchOnce } from "./lazy"
import { runtime } from "./runtime"
import { enlivenSearch } from "./search-box"
import * as store from "./store"
import { unfoldForPrint } from "./unfold"

interface Instant {
  subscribe(visit: () => void): void
}

/** Milliseconds after which the page no longer waits for a number before it gets comfortable. */
const LATEST = 2000

/** A finger, a mouse, a key, a screen reader. */
const SIGNS = ["pointermove", "pointerdown", "scroll", "keydown", "focusin", "click"]

let blocks: Block[] = []
let isRead = false

/** Bring every block to life that is not yet; runs again after each instant navigation. */
function enliven(): void {
  blocks = blocks.filter((block) => block.form.isConnected)
  for (const section of document.querySelectorAll<HTMLElement>("[data-calculator]")) {
    if (section.dataset.alive === undefined) blocks.push(new Block(section, runtime()))
  }
  for (const panel of document.querySelectorAll<HTMLElement>("[data-case-panel]:empty")) {
    casePanel.enliven(panel, () => blocks[0])
  }
}

/** Material's script: menus that follow, and pages that change without starting Python again. */
function comfort(): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>("link[data-later]")) {
    const begin = (): void => void setTimeout(follow) // a task of its own, for the reader may be tapping
    fetchOnce(href).then(begin, () => undefined) // the page is whole without it
  }
}

/** Material begins when the page has been read, which it learns from an event that is over. */
function follow(): void {
  if (isRead) document.dispatchEvent(new Event("DOMContentLoaded"))
  ;(window as { document$?: Instant }).document$?.subscribe(enliven)
}

/** Nobody misses it on a page that lies still, and a cheap phone works on it for half a second. */
function whenReaderStirs(work: () => void): void {
  const begin = (): void => {
    for (const sign of SIGNS) removeEventListener(sign, begin, true)
    work()
  }
  for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: true })
}

/** The reader's first number goes before all comfort, unless it has to wait for the network. */
function whenAtRest(work: () => void): void {
  const look = (): void => {
    if (runtime().isBusy && performance.now() < LATEST) setTimeout(look, 100)
    else work()
  }
  if ("requestIdleCallback" in window) requestIdleCallback(look, { timeout: LATEST })
  else setTimeout(look, 100)
}

document.addEventListener("DOMContentLoaded", () => (isRead = true), { once: true })
document.documentElement.classList.replace("no-js", "js")
store.load()
store.listenToOtherTabs(() => tell("另一个标签页改了你的数，这里已经跟上。"))
store.onRefused(() => tell("这台设备存不下了。填的数这次还在，关掉就没了：可以到“我的情况”导出成文件。"))
store.onChange(() => blocks.forEach((block) => block.refill()))
enlivenColours()
enlivenLetters()
enlivenMenu()
enlivenExit()
enlivenSearch()
unfoldForPrint()
if (location.protocol === "file:") nameFilesInLinks()
keep(runtime())
enliven()
whenReaderStirs(() => whenAtRest(comfort))
