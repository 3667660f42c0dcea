/* Which of the site's own entries in the browser's history is shown, counted from the first of the visit:
   so far is the way back to before it. */
import { tab } from "./storage"

/** The number that the next document of the visit begins with, where following a link loads it anew. */
const NEXT = "huanqing.next"

interface Entry {
  entry: number
  nth: number
}

let at: Entry = { entry: 0, nth: 0 }

/** Number the entry of the document that has just been opened. */
export function opened(): void {
  const known = stateOf()
  const next = Number(tab.get(NEXT) ?? 0)
  tab.remove(NEXT)
  at = entry(known?.nth ?? (Number.isInteger(next) && next > 0 ? next : 0))
  setTimeout(write) // it has the page laid out, and whoever asks Python is waiting
}

/** A link to a document of ours is being followed by the browser itself. */
export function leavingForOwn(): void {
  tab.set(NEXT, String(at.nth + 1))
}

/** The entry that is shown is a new one of this document, or one that was numbered before. */
export function moved(isNew: boolean): void {
  number(stateOf()?.nth ?? at.nth + (isNew ? 1 : 0))
}

/** A name of its own for the entry that is shown. */
export function current(): number {
  return at.entry
}

/** How many entries of ours lie before this one. */
export function before(): number {
  return at.nth
}

function stateOf(): Entry | null {
  const state = history.state as Partial<Entry> | null
  return state && Number.isInteger(state.nth) && typeof state.entry === "number" ? (state as Entry) : null
}

function number(nth: number): void {
  at = entry(nth)
  write()
}

function entry(nth: number): Entry {
  return { entry: stateOf()?.entry ?? performance.timeOrigin + performance.now(), nth }
}

/** What is known of the entry that is shown now; however late, that is the one which gets it. */
function write(): void {
  history.replaceState(at, "")
}
