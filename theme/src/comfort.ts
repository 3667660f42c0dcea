/* Light or dark, larger letters, the menu by keyboard, and a quick way out. */
import { announce } from "./elements"

const DARK = "huanqing.dark"
const LARGE = "huanqing.large"

/** Light or dark: as the device has it, until the reader chooses. What holds when the page opens is
    settled in ./colours.ts, before anything is drawn. */
export function enlivenColours(): void {
  const device = matchMedia("(prefers-color-scheme: dark)")
  press("data-dark", isDark())
  device.addEventListener("change", () => stored(DARK) === null && setDark(device.matches))
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-dark]")) return
    setDark(!isDark())
    store(DARK, isDark() ? "1" : "0")
    announce(isDark() ? "换成深色了。" : "换成浅色了。")
  })
}

function isDark(): boolean {
  return document.body.dataset.mdColorScheme === "slate"
}

function setDark(dark: boolean): void {
  document.body.dataset.mdColorScheme = dark ? "slate" : "default"
  press("data-dark", dark)
}

/** The switch for larger letters; remembered on the device like the choice of colours. */
export function enlivenLetters(): void {
  setLarge(stored(LARGE) === "1")
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-large-letters]")) return
    const large = !("large" in document.documentElement.dataset)
    setLarge(large)
    store(LARGE, large ? "1" : null)
    announce(large ? "字放大了。" : "字变回原来大小了。")
  })
}

function setLarge(large: boolean): void {
  document.documentElement.toggleAttribute("data-large", large)
  press("data-large-letters", large)
}

function press(switches: string, on: boolean): void {
  for (const each of document.querySelectorAll(`[${switches}]`)) each.setAttribute("aria-pressed", String(on))
}

/** The menu of a narrow screen, by keys alone; Enter is Material's. */
export function enlivenMenu(): void {
  document.addEventListener("keydown", (event) => {
    const drawer = document.querySelector<HTMLInputElement>("#__drawer")!
    if (event.key === "Escape") drawer.checked = false
    if (event.key !== " " || !(event.target as Element).matches("label[for=__drawer]")) return
    event.preventDefault() // The page would scroll.
    drawer.click()
  })
}

/** Leave at once: this page is replaced, so that the back button does not return to it. */
export function enlivenExit(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-leave]")
    if (!link) return
    event.preventDefault()
    event.stopPropagation()
    location.replace(link.href)
  }, { capture: true })
}

function stored(choice: string): string | null {
  try {
    return localStorage.getItem(choice)
  } catch {
    return null
  }
}

function store(choice: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(choice)
    else localStorage.setItem(choice, value)
  } catch {
    // Then it holds for this visit.
  }
}
