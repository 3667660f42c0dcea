/* What somebody owes is asked once; a page of guidance then says below its title what differs for that. */
import * as store from "./store"

/** Show the line that fits what is known, and no other; runs again when something else becomes known. */
export function showOwed(): void {
  const known = store.all()
  for (const line of document.querySelectorAll<HTMLElement>("[data-owed]")) {
    const [fact, kind] = line.dataset.owed!.split("=")
    line.hidden = known[fact] !== kind
    const title = document.querySelector("article h1")
    const checked = title?.nextElementSibling?.matches(".hq-review") ? title.nextElementSibling : title
    if (!line.hidden) checked?.after(line)
  }
}
