/* A helper's cases: what each is called, where each is stored. Which of them the page works on is settled when
   a page is opened, so every change here ends with opening the page anew. */
import { pageOf } from "./address"
import { checkedText, textsIn } from "./checked"
import { AT, caseNow, DAYS, DESK, DRAFT, KEY, keyOf, LINKS, NAMES, ONCE, VISITOR } from "./keys"
import { device, type Shelf, tab } from "./storage"
import type { Facts } from "./store"

export interface Case {
  id: string
  name: string
  facts: Facts
}

let over = (): void => undefined

/** Be told when the page is over, before the one that comes reads what is stored. */
export function onOver(listener: () => void): void {
  over = listener
}

/** Every case that this tab can reach, in the order in which they were begun. */
export function cases(): Case[] {
  const known = { ...named(device), ...named(tab) }
  return Object.entries(known).map(([id, name]) => ({ id, name, facts: factsOf(id) }))
}

/** What was said of a case; "" is the reader's own. */
export function factsOf(id: string): Facts {
  return checkedText(device.get(keyOf(KEY, id)) ?? tab.get(keyOf(DRAFT, id))).facts
}

/** How many forms show numbers of a link, and what was typed among those; in this tab only. */
export function linksOf(id: string): number {
  return Object.keys(textsIn(tab.get(keyOf(LINKS, id)))).length
}

/** How many things of a case are here, each form with the numbers of a link as one. */
export function countOf(id: string): number {
  return Object.keys(factsOf(id)).length + linksOf(id)
}

/** Whether whoever is begun now is written to the device: somebody chose that, here or in another tab. */
export function areKept(): boolean {
  return device.get(DESK) !== null
}

/** What those are called that are in this tab alone, as when another tab chose to keep its own. */
export function onlyHere(): string[] {
  return Object.values(named(tab))
}

/** Whether the browser stores anything: without that, cases cannot be kept apart. */
export function canBeApart(): boolean {
  if (tab.get(VISITOR) === null) return false
  const done = tab.set(DESK, tab.get(DESK) ?? "{}")
  write(tab, named(tab))
  return done
}

/** Begin a case, with what is known of it already, and work on it; false where the browser takes no more. */
export function begin(name: string, facts: Facts, labels = "{}"): boolean {
  const id = stored(name, facts, labels)
  if (id) choose(id)
  return id !== ""
}

/** A case for what was said while none was chosen, which is nobody's no longer; false as above. */
export function adopt(name: string): boolean {
  const id = stored(name, factsOf(""), device.get(NAMES) ?? tab.get(NAMES) ?? "{}", tab.get(LINKS))
  if (!id) return false
  drop("")
  choose(id)
  return true
}

/** The new case's own name; "" where it was not taken whole, and then nothing of it is there. */
function stored(name: string, facts: Facts, labels: string, links: string | null = null): string {
  const shelf = areKept() ? device : tab
  const id = `c${Math.random().toString(36).slice(2, 10).padEnd(4, "0")}`
  const [said, called] = [keyOf(shelf === device ? KEY : DRAFT, id), keyOf(NAMES, id)]
  const areLinks = links === null || tab.set(keyOf(LINKS, id), links)
  const taken = areLinks && shelf.set(said, JSON.stringify(facts)) && shelf.set(called, labels)
  if (taken && shelf.set(DESK, JSON.stringify({ ...named(shelf), [id]: name }))) return id
  shelf.remove(said, called)
  tab.remove(keyOf(LINKS, id))
  return ""
}

/** Work on this case from now on; "" for none. */
export function choose(id: string): void {
  if (id) tab.set(AT, `${id} ${pageOf(location.href)}`)
  else tab.remove(AT)
  // Pages that the browser keeps for the back button are those of the one before.
  tab.set(VISITOR, String(Math.random()))
  anew()
}

/** Erase this one case; "" is what was said while none was chosen. */
export function drop(id: string): void {
  for (const shelf of [device, tab]) {
    shelf.remove(...[KEY, DRAFT, NAMES, DAYS, ONCE, LINKS].map((key) => keyOf(key, id)))
    const { [id]: _, ...others } = named(shelf)
    write(shelf, others)
  }
  choose(caseNow() === id ? "" : caseNow())
}

/** Move every case to the device, or back into this tab alone; false where the browser takes no more. */
export function keep(wanted: boolean): boolean {
  const [from, to] = wanted ? [tab, device] : [device, tab]
  const [old, fresh] = wanted ? [DRAFT, KEY] : [KEY, DRAFT]
  const moved = named(from)
  /** What was taken of them goes again: the reader hears that nothing lies there. */
  const undone = (): false => {
    for (const id of Object.keys(moved)) to.remove(keyOf(fresh, id), keyOf(NAMES, id))
    return false
  }
  for (const id of Object.keys(moved)) {
    const said = to.set(keyOf(fresh, id), from.get(keyOf(old, id)) ?? "{}")
    const called = to.set(keyOf(NAMES, id), from.get(keyOf(NAMES, id)) ?? "{}")
    if (!said || !called) return undone()
  }
  if (!to.set(DESK, JSON.stringify({ ...named(to), ...moved }))) return undone()
  for (const id of Object.keys(moved)) from.remove(keyOf(old, id), keyOf(NAMES, id))
  from.remove(DESK)
  anew()
  return true
}

/** Names as they were given; a list that was damaged is empty. */
export function named(shelf: Shelf): Record<string, string> {
  const found = Object.entries(checkedText(shelf.get(DESK)).facts)
  return Object.fromEntries(found.filter((entry): entry is [string, string] => typeof entry[1] === "string"))
}

/** A list on the device stays when it is empty: that cases are kept there was chosen. */
function write(shelf: Shelf, names: Record<string, string>): void {
  if (shelf.get(DESK) === null) return
  if (shelf === tab && Object.keys(names).length === 0) shelf.remove(DESK)
  else shelf.set(DESK, JSON.stringify(names))
}

/** The page from nothing: no form of the one before, and an answer under way writes nothing. */
function anew(): void {
  over()
  location.reload()
}
