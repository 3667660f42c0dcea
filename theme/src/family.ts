/* Words for somebody else's phone: the three lines for the family, and the ready sentences of the pages. The
   reader's own figures are in none of them. */
import { isFromDisk } from "../runtime/enclosed"
import { button } from "./elements"
import { copy } from "./hand-over"

/** The button, on a site that names a page for the family. */
export function familyButton(): HTMLElement[] {
  const said = document.querySelector<HTMLAnchorElement>("[data-family]")
  if (!said) return []
  const made: HTMLElement = button("复制给家人", () => void copy(familyWords(said), made))
  return [made]
}

/** Two lines and the address of their page; from a file there is none that another device could open. */
function familyWords(said: HTMLAnchorElement): string {
  const { lines, title } = said.dataset
  const own = isFromDisk ? `打开“${title}”那一页。` : said.href
  return `${lines}\n${own}`
}

/** A ready sentence gets a button of its own, and a place for the family's one is filled. */
export function enlivenWords(): void {
  for (const sentence of document.querySelectorAll<HTMLElement>("[data-copy]:not([data-alive])")) {
    sentence.dataset.alive = ""
    const words = sentence.textContent ?? ""
    const made: HTMLElement = button("复制这句", () => void copy(words, made))
    sentence.after(made)
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-family-here]:empty")) place.append(...familyButton())
}
