/* The menu of a narrow screen. */

/** Opens by keys alone, and is gone when a place on the page has been chosen. */
export function enlivenMenu(): void {
  const drawer = document.querySelector<HTMLInputElement>("#__drawer")!
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeAll(drawer)
    const label = (event.target as Element).closest<HTMLLabelElement>("label[tabindex]")
    if (!label || (event.key !== " " && event.key !== "Enter")) return
    event.preventDefault() // The page would scroll.
    label.click()
  })
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest(".md-nav a")) drawer.checked = false
  })
}

/** The menu, and the explanation of a term, which stands for as long as the term has the focus. */
function closeAll(drawer: HTMLInputElement): void {
  drawer.checked = false
  const { activeElement } = document
  if (activeElement?.matches("abbr")) (activeElement as HTMLElement).blur()
}
