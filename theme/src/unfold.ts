/* Folded parts stay as the reader left them when a result is replaced, and all open for print. */

/** Which folded parts stand open, by their order among those of their kind. */
export function unfolded(output: HTMLElement): Map<string, boolean> {
  const parts = [...output.querySelectorAll("details")]
  return new Map(parts.map((part) => [nameOf(part, output), part.open]))
}

export function unfold(output: HTMLElement, was: Map<string, boolean>): void {
  for (const part of output.querySelectorAll("details")) {
    part.open = was.get(nameOf(part, output)) ?? part.open
  }
}

function nameOf(part: Element, output: HTMLElement): string {
  const alike = [...output.querySelectorAll(`details[class="${part.className}"]`)]
  return `${part.className} ${alike.indexOf(part)}`
}

/** What of the output has the focus, by its kind and number: the output is about to be replaced. */
export function placeOf(output: HTMLElement): [string, number] | undefined {
  const focused = document.activeElement
  if (!focused || focused === output || !output.contains(focused)) return undefined
  const kind = focused.localName
  return [kind, [...output.querySelectorAll(kind)].indexOf(focused)]
}

/** Keys go on where they were. */
export function focusAgain(output: HTMLElement, place: [string, number] | undefined): void {
  if (place) output.querySelectorAll<HTMLElement>(place[0])[place[1]]?.focus({ preventScroll: true })
}

/** Paper has no triangles to press: unfold everything for print, and fold it again after. A calculator within
    guidance that holds only its example stays one line: an example's last day is not to be carried home. */
export function unfoldForPrint(): void {
  let opened: HTMLDetailsElement[] = []
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")].filter((part) => !isExample(part))
    for (const part of opened) part.open = true
  })
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false
  })
}

function isExample(part: Element): boolean {
  return part.closest(".hq-oneline")?.querySelector("form[data-example]") != null
}
