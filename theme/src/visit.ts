/* Going from page to page without ending this one: Python goes on, and nothing that was typed is
   lost. A link that cannot be followed so is followed as browsers do; from files, all are. In the edition
   of one file the browser goes to a place behind the `#`, and the page follows. */
import { isFromDisk, isOneFile } from "../runtime/enclosed"
import { trusted } from "../runtime/trusted"
import { named, pageOf } from "./address"
import { dress } from "./discreet"
import { tell } from "./elements"
import * as entries from "./entries"
import { pageAt } from "./one-file"
import * as store from "./store"

/** What differs from page to page; everything else in the body is the script's own. */
const PARTS = ["[data-md-component=skip]", "[data-md-component=header]", "[data-md-component=container]"]
const CONTENT = "[data-md-component=content]"
const SCRIPT = "script[data-page]"
const WIDE = matchMedia("(min-width: 76.25em)")
const NO_NETWORK = "现在没有网络，那一页还没存到这台设备上。这一页照样能用。"

/** The page that is shown, whatever the address bar already says. */
let shown = pageOf(location.href)
/** How far down each entry of the browser's history was read. */
const places = new Map<number, number>()
let going: AbortController | undefined

/** Follow links from now on; `arrived` is called for every page that comes. */
export function followLinks(arrived: () => void): void {
  addEventListener("load", revealName)
  if (isFromDisk && !isOneFile) return countFiles()
  addEventListener("scroll", () => places.set(entries.current(), scrollY), { passive: true })
  // When the page is opened again, the browser finds the place by itself.
  addEventListener("pagehide", () => (history.scrollRestoration = "auto"))
  addEventListener("popstate", () => void travel(arrived))
  if (isOneFile) return holdPlaces()
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a[href]")
    const address = link && isPlain(event) ? pageBehind(link) : undefined
    if (!address) return
    event.preventDefault()
    void go(address, arrived)
  })
}

/** The first page of the edition of one file; before any script looks at what is on it. */
export function openOneFile(): void {
  show(pageAt(location.href), () => undefined)
}

/** Where pages share one address, the browser would look for the place on the page that goes. */
function holdPlaces(): void {
  history.scrollRestoration = "manual"
  toPlace(undefined)
}

/** From files every page is loaded anew, and every place on a page is an entry too. */
function countFiles(): void {
  addEventListener("popstate", () => entries.moved(true))
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]")
    if (link?.protocol === "file:" && isPlain(event) && pageOf(link.href) !== pageOf(location.href)) {
      entries.leavingForOwn()
    }
  })
}

function isPlain(event: MouseEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}

/** The address of a page of this site, which ends in a slash; a place on the page that is shown is the
    browser's own business. Links in drawings have no properties of links, only attributes. */
function pageBehind(link: Element): string | undefined {
  if (link.hasAttribute("target") || link.hasAttribute("download")) return undefined
  const { origin, pathname, href, hash } = new URL(link.getAttribute("href")!, location.href)
  if (origin !== location.origin || !pathname.endsWith("/")) return undefined
  return hash && pageOf(href) === shown ? undefined : href
}

async function go(address: string, arrived: () => void): Promise<void> {
  const page = await fetched(address)
  if (page === "elsewhere") {
    entries.leavingForOwn()
    location.assign(address)
  } else if (page === "unreachable") tell(NO_NETWORK)
  else if (page) {
    holdHead()
    history.scrollRestoration = "manual"
    const isSame = location.href === address
    history[isSame ? "replaceState" : "pushState"](isSame ? history.state : null, "", address)
    entries.moved(!isSame)
    show(page, arrived)
    toPlace(undefined)
  }
}

/** Back or forward. The address is there already; the page has to follow. */
async function travel(arrived: () => void): Promise<void> {
  if (store.hasLeft()) return
  if (store.isOver()) return location.reload()
  if (pageOf(location.href) === shown) {
    going?.abort()
    const isNew = history.state === null // a place on this page: the browser has gone there
    entries.moved(isNew)
    if (!isNew) toPlace(places.get(entries.current()))
    return
  }
  const page = isOneFile ? pageAt(location.href) : await fetched(location.href)
  if (page === "elsewhere") location.reload()
  else if (page === "unreachable") {
    history.pushState(null, "", shown)
    entries.moved(true)
    tell(NO_NETWORK)
  } else if (page) {
    const isNew = history.state === null
    entries.moved(isNew)
    show(page, arrived)
    toPlace(isNew ? undefined : places.get(entries.current()))
  }
}

/** The page, or why it cannot be had; nothing when the reader has meanwhile gone elsewhere. */
async function fetched(address: string): Promise<Document | "elsewhere" | "unreachable" | undefined> {
  if (store.isOver()) return "elsewhere"
  going?.abort()
  const { signal } = (going = new AbortController())
  document.documentElement.toggleAttribute("data-going", true)
  try {
    const response = await fetch(pageOf(address), { signal })
    const markup = trusted.createHTML(await response.text())
    const page = new DOMParser().parseFromString(markup, "text/html")
    if (store.hasLeft()) return undefined // a blank page is of no build
    return isOfThisBuild(page) ? page : "elsewhere"
  } catch {
    return signal.aborted || store.hasLeft() ? undefined : "unreachable"
  } finally {
    if (!signal.aborted) document.documentElement.toggleAttribute("data-going", false)
  }
}

/** A newer build brings its own script. But what was typed is worth more than a new version. */
function isOfThisBuild(page: Document): boolean {
  const script = (from: Document): string | undefined =>
    from.querySelector<HTMLScriptElement>(SCRIPT)?.getAttribute("src")?.split("/").pop()
  return script(page) === script(document) || (script(page) !== undefined && store.isUnkept())
}

function show(page: Document, arrived: () => void): void {
  shown = pageOf(location.href)
  dress(page.title)
  describe(page)
  for (const part of isOneFile ? [CONTENT] : PARTS) document.querySelector(part)!.replaceWith(page.querySelector(part)!)
  arrived()
  revealName()
  // As after every change of page: keys and screen readers begin at its top.
  const title = document.querySelector<HTMLElement>("h1")
  title?.setAttribute("tabindex", "-1")
  if (isOneFile) document.querySelector(".md-skip")?.setAttribute("href", `#${title?.id ?? ""}`)
  title?.focus({ preventScroll: true })
}

/** The list beside the page can be longer than the screen: the page's own name in it is to be seen. */
function revealName(): void {
  const name = document.querySelector(".md-sidebar--primary .md-nav__link--active[href]")
  const list = name?.closest(".md-sidebar__scrollwrap")
  if (!name || !list || !WIDE.matches) return
  const [own, box] = [name.getBoundingClientRect(), list.getBoundingClientRect()]
  if (own.bottom > box.bottom) list.scrollTop += own.bottom - box.bottom + box.height / 2
}

/** The icon and its like are found from the page's folder, and the next page can be in another. */
function holdHead(): void {
  const links = document.head.querySelectorAll<HTMLLinkElement>("link:not([rel=stylesheet])")
  for (const link of links) link.setAttribute("href", link.href)
}

function describe(page: Document): void {
  const words = (from: Document): HTMLMetaElement | null => from.querySelector("meta[name=description]")
  if (!isOneFile) words(document)?.setAttribute("content", words(page)?.content ?? "")
}

/** To the place that the address names, else so far down. */
function toPlace(y: number | undefined): void {
  const wanted = y === undefined ? named() : null
  for (let part = wanted?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true
  if (wanted) wanted.scrollIntoView()
  else scrollTo(0, y ?? 0)
}
