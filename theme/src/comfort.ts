/* Larger letters, and a quick way out. */
import { announce } from "./elements"

const LARGE = "huanqing.large"

/** The switch for larger letters; remembered on the device like the choice of light or dark. */
export function enlivenLetters(): void {
  setLarge(stored() === "1")
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-large-letters]")) return
    const large = !("large" in document.documentElement.dataset)
    setLarge(large)
    store(large)
    announce(large ? "字放大了。" : "字变回原来大小了。")
  })
}

function setLarge(large: boolean): void {
  document.documentElement.toggleAttribute("data-large", large)
  for (const press of document.querySelectorAll("[data-large-letters]")) {
    press.setAttribute("aria-pressed", String(large))
  }
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

function stored(): string | null {
  try {
    return localStorage.getItem(LARGE)
  } catch {
    return null
  }
}

function store(large: boolean): void {
  try {
    if (large) localStorage.setItem(LARGE, "1")
    else localStorage.removeItem(LARGE)
  } catch {
    // Then it holds for this visit.
  }
}
