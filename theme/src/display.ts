/* Light or dark, and larger letters. Their switches are new on every page; what listens is the document. */
import { announce } from "./elements"
import { device as kept } from "./storage"

const DARK = "huanqing.dark"
const LARGE = "huanqing.large"

/** Light or dark: as the device has it, until the reader chooses. What holds when the page opens is
    settled in ./colours.ts, before anything is drawn. */
export function enlivenColours(): void {
  const device = matchMedia("(prefers-color-scheme: dark)")
  device.addEventListener("change", () => kept.get(DARK) === null && setDark(device.matches))
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-dark]")) return
    setDark(!isDark())
    kept.set(DARK, isDark() ? "1" : "0")
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
  document.documentElement.toggleAttribute("data-large", kept.get(LARGE) === "1")
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-large-letters]")) return
    const large = !("large" in document.documentElement.dataset)
    setLarge(large)
    if (large) kept.set(LARGE, "1")
    else kept.remove(LARGE)
    announce(large ? "字放大了。" : "字变回原来大小了。")
  })
}

function setLarge(large: boolean): void {
  document.documentElement.toggleAttribute("data-large", large)
  press("data-large-letters", large)
}

/** Say on the page's switches what holds. */
export function showChoices(): void {
  press("data-dark", isDark())
  press("data-large-letters", "large" in document.documentElement.dataset)
}

function press(switches: string, on: boolean): void {
  for (const each of document.querySelectorAll(`[${switches}]`)) each.setAttribute("aria-pressed", String(on))
}
