/* 我的情况: what the reader said, by fact. In memory for the visit; on the device only if chosen. */
export type Row = Record<string, string>
export type Fact = string | Row[]
export type Facts = Record<string, Fact>

const KEY = "huanqing.case"
let facts: Facts = {}
let kept = false
const listeners = new Set<() => void>()
let refused = (): void => undefined

/** Be told when the device takes no more; what was said is in memory still. */
export function onRefused(listener: () => void): void {
  refused = listener
}

export function all(): Facts {
  return facts
}

/** Whether what is said is written to the device. */
export function isKept(): boolean {
  return kept
}

/** Whether something was said that lives in this page only. */
export function isUnkept(): boolean {
  return !kept && Object.keys(facts).length > 0
}

/** Be told when another page, tab or file has changed what is known. */
export function onChange(listener: () => void): void {
  listeners.add(listener)
}

/** One thing said in a form; the form knows it already, so nobody is told. What another tab has
    written in the meantime stays, for only this one fact is new. */
export function say(fact: string, value: Fact): void {
  if (kept) load()
  const empty = value.length === 0
  if (empty) delete facts[fact]
  else facts[fact] = value
  write()
}

/** Everything at once, from a file. */
export function replace(said: Facts): void {
  facts = said
  write()
  tell()
}

/** Write to the device from now on, or no longer; false when the browser refuses. */
export function keep(wanted: boolean): boolean {
  kept = wanted
  if (wanted) return write()
  forget()
  return true
}

/** Memory and device; afterwards nothing that was typed is left. */
export function erase(): void {
  facts = {}
  kept = false
  forget()
  tell()
}

/** At the start of a visit. */
export function load(): void {
  const text = stored()
  kept = text !== null
  facts = parsed(text) ?? {}
}

/** Follow what other tabs write and erase, and what they did while this page lay in the browser's
    memory for the back button; `told` hears of it. */
export function listenToOtherTabs(told: () => void): void {
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) follow(told)
  })
  addEventListener("pageshow", (event) => {
    if (event.persisted) follow(told)
  })
}

function follow(told: () => void): void {
  const text = stored()
  const theirs = parsed(text) ?? {}
  if (JSON.stringify(theirs) === JSON.stringify(facts) || (text === null && !kept)) return
  // What was only said here, before anything was kept, joins what the other tab keeps.
  const joined = text !== null && !kept ? { ...facts, ...theirs } : theirs
  const more = text !== null && Object.keys(joined).length > Object.keys(theirs).length
  facts = joined
  kept = text !== null
  if (more) write()
  tell()
  told()
}

function parsed(text: string | null): Facts | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Facts)
  } catch {
    return undefined
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}

function write(): boolean {
  if (!kept) return true
  try {
    localStorage.setItem(KEY, JSON.stringify(facts))
    return true
  } catch {
    kept = false
    refused()
    return false
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // A browser that refuses storage has kept nothing.
  }
}
