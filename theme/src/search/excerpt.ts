/* The part of a text that says most about what is sought, with the words marked. */
import { element } from "../elements"
import type { Sought } from "./words"

const LONGEST_CHARACTERS = 72
const LEAD_CHARACTERS = 12

/** The excerpt as nodes to put into the page; text stays text, whatever it holds. */
export function excerpt(text: string, wanted: readonly Sought[]): (Node | string)[] {
  const marked = marks(text, wanted)
  const start = beginning(text, densest(marked))
  const shown = text.slice(start, start + LONGEST_CHARACTERS)
  const end = start + shown.length < text.length ? "…" : ""
  return [start ? "…" : "", ...wrap(shown, marked.slice(start)), end]
}

/** The whole text with the words marked. */
export function highlighted(text: string, wanted: readonly Sought[]): (Node | string)[] {
  return wrap(text, marks(text, wanted))
}

/** For each letter whether it belongs to something sought. */
function marks(text: string, wanted: readonly Sought[]): boolean[] {
  const marked = Array.from(text, () => false)
  for (const token of wanted.flatMap(({ words }) => words)) {
    const spaced = Array.from(token, (letter) => letter.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join("\\s*")
    for (const match of text.matchAll(new RegExp(spaced, "giu"))) {
      const at = match.index ?? 0
      marked.fill(true, at, at + match[0].length)
    }
  }
  return marked
}

/** Where a window begins that holds the most marked letters. */
function densest(marked: readonly boolean[]): number {
  const inside = (from: number) => marked.slice(from, from + LONGEST_CHARACTERS - LEAD_CHARACTERS).filter(Boolean).length
  let best = 0
  marked.forEach((mark, at) => {
    if (mark && !marked[at - 1] && inside(at) > inside(best)) best = at
  })
  return best
}

/** A little before the place, at the start of a sentence when one is near. */
function beginning(text: string, at: number): number {
  if (at <= LEAD_CHARACTERS) return 0
  const before = text.slice(at - LEAD_CHARACTERS, at)
  return at - LEAD_CHARACTERS + Math.max(...Array.from("。；！？ ", (stop) => before.lastIndexOf(stop))) + 1
}

function wrap(text: string, marked: readonly boolean[]): (Node | string)[] {
  const parts: (Node | string)[] = []
  for (let from = 0; from < text.length; ) {
    let to = from + 1
    while (to < text.length && marked[to] === marked[from]) to += 1
    const part = text.slice(from, to)
    parts.push(marked[from] ? element("mark", {}, part) : part)
    from = to
  }
  return parts
}
