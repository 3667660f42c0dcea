/* Small helpers for what the script itself adds to a page. Text is always set as text. */

type Attributes = Record<string, string>

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

export function button(words: string, press: (event: MouseEvent) => void, attributes: Attributes = {}): HTMLElement {
  const made = element("button", { type: "button", class: "hq-button", ...attributes }, words)
  made.addEventListener("click", press)
  return made
}

/** Tell screen readers once, politely; the words are nowhere to be seen. */
export function announce(words: string): void {
  let place = document.querySelector("[data-announcer]")
  if (!place) {
    place = element("p", { class: "hq-unseen", role: "status", "data-announcer": "" })
    document.body.append(place)
  }
  place.textContent = words
}

/** Tell everybody once, in a bar that goes when it is pressed away. */
export function tell(words: string): void {
  document.querySelector("[data-told]")?.remove()
  const bar = element("p", { class: "hq-bar-note", role: "status", "data-told": "" }, words)
  bar.append(button("知道了", () => bar.remove()))
  document.body.append(bar)
}

/** The page goes, and whatever lies over it. From now on nothing opens over it any more. */
export function closeDialogs(): void {
  document.documentElement.dataset.over = ""
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.close?.()
    dialog.removeAttribute("open")
    if (!dialog.matches(".hq-search")) dialog.remove()
  }
}

/** Show a dialog over the page; where the browser knows none, in its place all the same. */
export function openDialog(dialog: HTMLDialogElement): void {
  if ("over" in document.documentElement.dataset) return
  document.body.append(dialog)
  addExit(dialog)
  if (dialog.showModal) dialog.showModal()
  else dialog.setAttribute("open", "")
}

/** Behind a dialog nothing can be pressed, so the way out in haste stands in it too. */
export function addExit(dialog: HTMLDialogElement): void {
  const exit = document.querySelector(".hq-tools [data-leave]")
  if (exit && !dialog.querySelector("[data-leave]")) dialog.append(exit.cloneNode(true))
}

/** It is gone for good, and focus goes back by itself. */
export function closeDialog(dialog: HTMLDialogElement): void {
  dialog.close?.()
  dialog.remove()
}

/** A list of children in place of what is there; engines of 2020 lack `replaceChildren`. */
export function fill(parent: Element, ...children: (Node | string)[]): void {
  parent.textContent = ""
  parent.append(...children)
}
