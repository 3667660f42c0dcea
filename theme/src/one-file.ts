/* The pages of the edition of one file. A browser that runs scripts leaves what stands in `<noscript>`
   unread, so that a hundred pages cost no more than their letters; one that does not shows them all. */
import { isOneFile } from "../runtime/enclosed"
import { trusted } from "../runtime/trusted"
import { pageOf } from "./address"

const pages = new Map<string, HTMLElement>()
if (isOneFile) {
  for (const page of document.querySelectorAll<HTMLElement>("noscript[data-route]")) {
    pages.set(page.dataset.route!, page)
  }
}

/** The page at this address, or the first one where there is none such. */
export function pageAt(address: string): Document {
  const found = pages.get(pageOf(address).split("#")[1]) ?? pages.get("/")!
  const page = new DOMParser().parseFromString(trusted.createHTML(found.textContent!), "text/html")
  page.title = found.dataset.title!
  // Its name is for those without scripts; a browser would scroll there, past the top of the page.
  page.querySelector(`[id="${found.dataset.route!}"]`)?.removeAttribute("id")
  return page
}
