/* 我的情况: what the reader said, by fact, or the one whom a helper sits with. It stays with the tab, through
   reloads and from page to page; on the device only if that is chosen. */
import { checkedText, textsIn } from "./checked"
import { caseNow, DAYS, DESK, DRAFT, KEY, keyOf, LINKS, NAMES, ONCE, PARTS, PATIENCE_MS, SAID } from "./keys"
import { device, tab } from "./storage"

export type Row = Record<string, string>
export type Fact = string | Row[]
export type Facts = Record<string, Fact>

/** The case of a helper's that all this is of; settled when the page is opened. */
let id = ""

let facts: Facts = {}
let names: Row = {}
/** What forms show that is not the reader's own, see links.ts; where the tab takes it, it lies there. */
let links: Row = {}
let kept = false
/** Whether the tab's storage took the last thing said, and the last thing typed among a link's numbers. */
let drafted = true
let linked = true
let edits = 0
let erased = 0
/** Told which facts are others now; nothing said means that all may be. */
type Listener = (changed?: ReadonlySet<string>) => void
const listeners = new Set<Listener>()
const refused = new Set<() => void>()
let undrafted = (): void => undefined
/** Why nothing of this page is written any more: the reader has left in haste, or another page takes its place. */
let ended: "left" | "over" | undefined

/** Whether the reader has left in haste: from then on no page comes any more. */
export function hasLeft(): boolean {
  return ended === "left"
}

/** Whether another page takes this one's place, which reads what is stored now. */
export function isOver(): boolean {
  return ended === "over"
}

export function over(): void {
  ended ??= "over"
}

/** Be told when the device takes no more; what was said stays with the tab. */
export function onRefused(listener: () => void): void {
  refused.add(listener)
}

/** Be told when not even the tab takes what was said: a reload would lose it. */
export function onUndrafted(listener: () => void): void {
  undrafted = listener
}

export function all(): Facts {
  return facts
}

/** What a fact is called in the form where it was said; undefined for one that came from a file. */
export function nameOf(fact: string): string | undefined {
  return names[fact]
}

/** Whether what is said is written to the device. */
export function isKept(): boolean {
  return kept
}

/** What a helper calls the case that is worked on; nothing where it is the reader's own. */
export function caseName(): string | undefined {
  return id ? (cases()[id] ?? "") : undefined
}

/** How many people a helper keeps apart here. */
export function howMany(): number {
  return Object.keys(cases()).length
}

function cases(): Row {
  return { ...namesOf(device.get(DESK)), ...namesOf(tab.get(DESK)) }
}

/** Whether something was said that a reload would lose. */
export function isUnkept(): boolean {
  return (!kept && !drafted && Object.keys(facts).length > 0) || !linked
}

/** How often something was said since the page was opened. */
export function saidSoFar(): number {
  return edits
}

/** Whether the reader wants what is said to go with the tab, and has been asked. */
export function isOnlyOnce(): boolean {
  return tab.get(keyOf(ONCE, id)) !== null
}

export function onlyOnce(): void {
  if (ended) return
  tab.set(keyOf(ONCE, id), "1")
}

/** How often all that was said went, here or by another tab whose word may not have come yet. Who waits for
    an answer looks before and after: one to what was said before is nobody's. */
export function erasures(): number {
  if (isGone()) {
    forgetHere()
    tell()
  }
  return erased
}

/** Kept, and yet nothing lies there: another tab, or the browser's own settings, have erased it. */
function isGone(): boolean {
  return kept && !ended && device.get(keyOf(KEY, id)) === null
}

/** Be told when another page, tab or file has changed what is known. */
export function onChange(listener: Listener): void {
  listeners.add(listener)
}

/** Store one value. Listeners are not notified: the form that set it is up to date. What another tab has
    written in the meantime stays, for only this one fact is new. */
export function set(fact: string, value: Fact, name = ""): void {
  if (ended) return
  const isAnew = isGone()
  if (isAnew) forgetHere()
  else if (kept) facts = checkedText(device.get(keyOf(KEY, id))).facts
  if (value.length === 0) delete facts[fact]
  else facts[fact] = value
  if (name) names[fact] = name
  else delete names[fact]
  write()
  if (isAnew) tell() // every form still shows what is gone
}

/** Count something the reader did by hand. */
export function countEdit(): void {
  edits++
}

/** Everything at once, from a file. */
export function replace(said: Facts): void {
  if (ended) return
  facts = said
  write()
  tell()
}

/** Write to the device from now on, or no longer; false when the browser refuses. */
export function keep(wanted: boolean): boolean {
  kept = wanted
  if (!wanted) device.remove(keyOf(KEY, id), keyOf(NAMES, id))
  return write()
}

/** Memory, tab and device, and every case of a helper's; afterwards nothing that was typed is left. */
export function erase(): void {
  facts = {}
  names = {}
  links = {}
  linked = true
  kept = false
  edits = 0
  erased++
  id = ""
  device.wipe(SAID)
  forgetTab()
  tell()
}

/** What dies with the tab dies now. */
function forgetTab(): void {
  tab.wipe(SAID)
}

/** As when the tab is closed, and nothing is written any more; what is kept on the device stays there. */
export function leaveTab(): void {
  ended = "left"
  facts = {}
  links = {}
  names = {}
  device.remove(PARTS) // nobody chose to keep these
  forgetTab()
}

/** At the start of a visit; returns the names of what was damaged, which counts as not said. */
export function load(): string[] {
  forgetOldParts()
  id = caseNow()
  const text = device.get(keyOf(KEY, id))
  kept = text !== null
  const checked = checkedText(kept ? text : tab.get(keyOf(DRAFT, id)))
  facts = checked.facts
  names = namesOf((kept ? device : tab).get(keyOf(NAMES, id)))
  return checked.dropped
}

/** Codes of a case whose others never came. */
function forgetOldParts(): void {
  const text = device.get(PARTS)
  if (text !== null && !(Math.abs(Date.now() - Number(/"at":(\d+)/.exec(text)?.[1])) < PATIENCE_MS)) device.remove(PARTS)
}

function namesOf(text: string | null): Row {
  const found = Object.entries(checkedText(text).facts)
  return Object.fromEntries(found.filter((entry): entry is [string, string] => typeof entry[1] === "string"))
}

/** The day a form was turned to today, in this tab: tomorrow it would be an old day that looks new. */
export function dayOf(form: string, today: string): string | undefined {
  const found = checkedText(tab.get(keyOf(DAYS, id))).facts[form]
  const [on, turned] = typeof found === "string" ? found.split(" ") : []
  return turned === today ? on : undefined
}

export function setDay(form: string, on: string, today: string): void {
  if (ended) return
  const days = keyOf(DAYS, id)
  tab.set(days, JSON.stringify({ ...checkedText(tab.get(days)).facts, [form]: `${on} ${today}` }))
}

/** The numbers of a link that a form shows, by its place. */
export function linkAt(place: string): string | undefined {
  return linksNow()[place]
}

/** How many forms show numbers of a link. */
export function linksShown(): number {
  return Object.keys(linksNow()).length
}

/** Another page of this tab may have changed them since this one was opened. */
function linksNow(): Row {
  return linked ? textsIn(tab.get(keyOf(LINKS, id))) : links
}

/** Kept with the tab only; nothing forgets them. */
export function setLink(place: string, said?: string): void {
  if (ended) return
  const before = linksShown()
  links = linksNow()
  if (said === undefined) delete links[place]
  else links[place] = said
  const key = keyOf(LINKS, id)
  if (Object.keys(links).length === 0) tab.remove(key)
  const done = Object.keys(links).length === 0 || tab.set(key, JSON.stringify(links))
  if (linked && !done) undrafted()
  linked = done
  if (linksShown() !== before) tell(new Set())
}

/** Follow what other tabs write and erase, and what they did while this page lay in the browser's
    memory for the back button; `told` hears of it. */
export function listenToOtherTabs(told: () => void): void {
  addEventListener("storage", (event) => {
    if (event.key === keyOf(KEY, id) || event.key === null) follow(told)
  })
  addEventListener("pageshow", (event) => {
    if (event.persisted) follow(told)
  })
}

function follow(told: () => void): void {
  if (ended) return
  const text = device.get(keyOf(KEY, id))
  const theirs = checkedText(text).facts
  if (isGone()) {
    forgetHere()
    tell()
    return told()
  }
  if (JSON.stringify(theirs) === JSON.stringify(facts) || text === null) return
  // What was only said here, before anything was kept, joins what the other tab keeps.
  const joined = kept ? theirs : { ...facts, ...theirs }
  const more = Object.keys(joined).length > Object.keys(theirs).length
  const changed = differing(facts, joined)
  facts = joined
  kept = true
  if (more) write()
  tell(changed)
  told()
}

/** As erased by another tab. */
function forgetHere(): void {
  facts = {}
  names = {}
  links = {}
  kept = false
  erased++
  forgetCase()
}

function differing(before: Facts, after: Facts): ReadonlySet<string> {
  const named = [...Object.keys(before), ...Object.keys(after)]
  return new Set(named.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact])))
}

function tell(changed?: ReadonlySet<string>): void {
  for (const listener of listeners) listener(changed)
}

/** What the tab holds of this case. */
function forgetCase(): void {
  tab.remove(...[DRAFT, DAYS, ONCE, LINKS, NAMES].map((key) => keyOf(key, id)))
}

function write(): boolean {
  const [draft, called] = [keyOf(DRAFT, id), keyOf(NAMES, id)]
  if (!kept && Object.keys(facts).length === 0) tab.remove(draft, called)
  const shelf = kept ? device : tab
  const done = shelf.set(kept ? keyOf(KEY, id) : draft, JSON.stringify(facts)) && shelf.set(called, JSON.stringify(names))
  if (kept && done) tab.remove(draft, called)
  if (!kept) {
    if (drafted && !done) undrafted()
    return (drafted = done)
  }
  if (done) return true
  // What lies there is not what was said last, and the reader hears that nothing does.
  device.remove(keyOf(KEY, id), called)
  kept = false
  write()
  for (const listener of refused) listener()
  return false
}
