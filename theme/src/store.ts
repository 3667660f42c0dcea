/* 我的情况: what the reader said, by fact. In memory for the visit; on the device only if chosen. */
export type Row = Record<string, string>
export type Fact = string | Row[]
export type Facts = Record<string, Fact>

const KEY = "huanqing.case"
let facts: Facts = {}
let kept = false
const listeners = new Set<() => void>()

export function all(): Facts {
  return facts
}

/** Whether what is said is written to the device. */
export function isKept(): boolean {
  return kept
}

/** Be told when another page, tab or file has changed what is known. */
export function onChange(listener: () => void): void {
  listeners.add(listener)
}

/** One thing said in a form; the form knows it already, so nobody is told. */
export function say(fact: string, value: Fact): void {
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

/** At the start of a visit, and when another tab has written or erased. */
export function load(): void {
  const text = stored()
  kept = text !== null
  try {
    facts = text ? (JSON.parse(text) as Facts) : {}
  } catch {
    facts = {}
  }
}

export function listenToOtherTabs(): void {
  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return
    load()
    tell()
  })
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
