/* Under which names what was said is stored. Each of a helper's cases has names of its own, so that nothing
   of one is ever read for another; the names end with the case's own. */
import { tab } from "./storage"

/** On the device, where that was chosen. */
export const KEY = "huanqing.case"
/** What is known of this tab only: the facts, what they are called, the day each form was turned to. */
export const DRAFT = "huanqing.draft"
export const NAMES = "huanqing.names"
export const DAYS = "huanqing.days"
export const ONCE = "huanqing.once"
/** Numbers of links that forms show, and what was typed among them. */
export const LINKS = "huanqing.links"
/** The cases by name, on the device or in the tab. */
export const DESK = "huanqing.desk"
/** The case that this tab works on, and the page where another can be chosen. */
export const AT = "huanqing.at"
/** Codes of a case of which others are still to come. */
export const PARTS = "huanqing.parts"
/** How long they wait for the others. */
export const PATIENCE_MS = 3_600_000
/** The one who sits here: each page that is opened remembers who it was opened for. */
export const VISITOR = "huanqing.visitor"

/** All that was typed, whosever it is; how the site looks is none of it. */
export const SAID = /^huanqing\.(case|draft|names|days|once|links|desk|at|parts)\b/

/** The case that this tab works on; "" for the reader's own. */
export function caseNow(): string {
  const [id] = (tab.get(AT) ?? "").split(" ")
  return /^c[a-z0-9]{4,12}$/.test(id) ? id : ""
}

/** The name for a case of one of the keys above. */
export function keyOf(key: string, id: string): string {
  return id ? `${key}.${id}` : key
}
