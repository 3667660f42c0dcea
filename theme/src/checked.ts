/* The one door for whatever comes from outside the form: the device's storage, a file, a link. Nothing in
   it is believed. What is damaged counts as not there, and its name is told. */
import type { Fact, Facts, Row } from "./store"

const MOST_FACTS = 500
const MOST_ROWS = 1000
const MOST_CELLS = 40
const MOST_CHARACTERS = 400
const NAME = /^[a-z][a-z0-9_.-]{0,60}$/

export interface Checked {
  facts: Facts
  /** The names of what was there and cannot be used; "" for what has no usable name. */
  dropped: string[]
}

/** The facts among `found`, whatever that is. */
export function checkedFacts(found: unknown): Checked {
  const checked: Checked = { facts: {}, dropped: [] }
  if (!isGroup(found)) return { ...checked, dropped: found === undefined ? [] : [""] }
  for (const [name, fact] of Object.entries(found)) {
    const usable = isName(name) ? checkedFact(fact) : undefined
    const isRoom = Object.keys(checked.facts).length < MOST_FACTS
    if (usable !== undefined && isRoom) checked.facts[name] = usable
    else checked.dropped.push(isName(name) ? name : "")
  }
  return checked
}

/** The facts of a text that was stored; a text that is no JSON is one damaged thing. */
export function checkedText(text: string | null): Checked {
  try {
    return checkedFacts(text === null ? undefined : (JSON.parse(text) as unknown))
  } catch {
    return { facts: {}, dropped: [""] }
  }
}

/** The texts that were stored by name, however long. */
export function textsIn(text: string | null): Row {
  try {
    const found: unknown = JSON.parse(text ?? "{}")
    const texts = Object.entries(isGroup(found) ? found : {})
    return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === "string"))
  } catch {
    return {}
  }
}

export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function checkedFact(fact: unknown): Fact | undefined {
  if (!Array.isArray(fact)) return isText(fact) ? fact : undefined
  return fact.length <= MOST_ROWS && fact.every(isRow) ? fact : undefined
}

function isRow(row: unknown): row is Row {
  if (!isGroup(row)) return false
  const cells = Object.entries(row)
  return cells.length <= MOST_CELLS && cells.every(([name, cell]) => isName(name) && isText(cell))
}

function isText(text: unknown): text is string {
  return typeof text === "string" && text.length <= MOST_CHARACTERS
}

function isName(name: string): boolean {
  return NAME.test(name) && name !== "constructor" && name !== "prototype"
}
