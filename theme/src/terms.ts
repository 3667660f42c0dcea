/* A term that is explained is as high as a letter; a finger needs more. What lies beside it keeps its own taps. */

/** As wide and as high as a finger needs, in CSS pixels. */
const FINGER = 44
const OWN_TAPS = "a, abbr, button, input, label, select, summary, textarea"

/** A tap beside a term counts as one on it, where nothing else is meant. */
export function enlivenTerms(): void {
  document.addEventListener("click", (event) => {
    const { target, clientX: x, clientY: y } = event
    const place = (target as Element).closest("article p, article li, article td, article dd")
    if (!place || (target as Element).closest(OWN_TAPS) || getSelection()?.isCollapsed === false) return
    const [near] = [...place.closest("article")!.querySelectorAll<HTMLElement>("abbr")]
      .map((term) => ({ term, away: Math.min(...[...term.getClientRects()].map((box) => away(box, x, y))) }))
      .filter((each) => each.away < Infinity)
      .sort((one, two) => one.away - two.away)
    near?.term.focus({ preventScroll: true })
  })
}

/** How far a point lies from a box; without end where a finger on the box would not reach it. */
function away({ left, right, top, bottom }: DOMRect, x: number, y: number): number {
  const [across, down] = [beyond(left, right, x), beyond(top, bottom, y)]
  const isNear = across <= reach(right - left) && down <= reach(bottom - top)
  return isNear ? Math.hypot(across, down) : Infinity
}

function beyond(from: number, to: number, at: number): number {
  return Math.max(from - at, at - to, 0)
}

function reach(size: number): number {
  return Math.max(FINGER - size, 0) / 2
}
