/* Away to another site, which takes the place of the entry that is shown in the tab's list of pages. */

/** Sites that do not answer, and browsers that do not tell of a step back, are not waited for longer. */
export const WAY_BACK_TIMEOUT_MS = 200

/** A new entry takes the place of all that lie ahead, which the forward button shows, under the title that the page
    has now; then back to this one, and `away`. */
export function cutAhead(away: () => void): void {
  addEventListener("popstate", away, { once: true, capture: true })
  setTimeout(away, WAY_BACK_TIMEOUT_MS)
  const { title } = document
  history.pushState(null, "")
  // The new entry bears the name that this one had when it was first shown, until a title comes.
  document.title = ""
  document.title = title
  history.back()
}
