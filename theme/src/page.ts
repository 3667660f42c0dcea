/* Brings the calculators of a page to life. Without this script the page is whole, but still. */
import { Block } from "./block"
import { nameFilesInLinks } from "./files"
import { runtime } from "./runtime"

interface Instant {
  subscribe(visit: () => void): void
}

/** Bring every block to life that is not yet; runs again after each instant navigation. */
function enliven(): void {
  for (const section of document.querySelectorAll<HTMLElement>("[data-calculator]")) {
    if (section.dataset.alive === undefined) new Block(section, runtime())
  }
}

/** Paper has no triangles to press: unfold everything for print, and fold it again after. */
function unfoldForPrint(): void {
  let opened: HTMLDetailsElement[] = []
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")]
    for (const part of opened) part.open = true
  })
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false
  })
}

const instant = (window as { document$?: Instant }).document$
if (instant) instant.subscribe(enliven)
else enliven()
unfoldForPrint()
if (location.protocol === "file:") nameFilesInLinks()
