/* Search itself, in a file of its own that is fetched when somebody opens the search box. */
import { excerpt, highlighted } from "./excerpt"
import { Finder, type Found, type Words } from "./find"
import type { Hit } from "./rank"
import type { Kind, Phone } from "./crisis"
import type { Sought } from "./words"
import { element } from "../elements"

const MOST_PAGES = 10
const NOTHING = "没有找到。换个短一点的说法，或者看看大家常问的："
const ALONE = "先看这几页。想问别的事，换个说法再搜。"
const COMMON = "大家常问的："
const ASIDE = "很难受、有人威胁你、有人受伤，随时可以打："

/** What is shown for a question: whom to ring, a sentence, pages as items of a list. */
export interface Answer {
  /** The telephone numbers: above everything where somebody cries for help, else below; no list hears every cry. */
  phones: HTMLElement
  isUrgent: boolean
  said: string
  found: HTMLElement[]
}

export type Answers = (question: string) => Answer

function answersFrom(words: Words, root: string): Answers {
  const finder = new Finder(words)
  return (question) => {
    const found: Found = question ? finder.find(question, MOST_PAGES) : { kinds: [], hits: [], wanted: [] }
    const items = found.hits.map((hit) => item(hit, found.wanted, root))
    const phones = card(words, found.kinds)
    const isUrgent = found.kinds.length > 0
    const some = found.kinds.some(({ alone }) => alone) ? ALONE : `找到 ${items.length} 页，最像的在前。`
    if (items.length) return { phones, isUrgent, said: some, found: items }
    return { phones, isUrgent, said: question ? NOTHING : COMMON, found: common(words, root) }
  }
}

/** The numbers as buttons, those that the first kind calls for first; a sentence for each number that leads a kind. */
function card({ crisis: { phones } }: Words, kinds: readonly Kind[]): HTMLElement {
  const called = [...new Set(kinds.map(({ calls }) => calls[0]))]
  const says = called.map((number) => kinds.find(({ calls }) => calls[0] === number)!.say)
  const leads = [...new Set([...kinds.flatMap(({ calls }) => calls), ...Object.keys(phones)])]
  return element(
    "section",
    { class: "hq-search-phones", ...(kinds.length && { role: "alert", "data-heard": kinds.map(({ name }) => name).join(" ") }) },
    ...(kinds.length ? says : [ASIDE]).map((say) => element("p", {}, say)),
    ...leads.map((name) => call(phones[name]!)),
  )
}

function call({ number, label }: Phone): HTMLElement {
  return element("a", { class: "hq-button", href: `tel:${number}` }, element("b", {}, `打 ${number}`), ` ${label}`)
}

function common(words: Words, root: string): HTMLElement[] {
  return words.common.map(({ ask, url }) => element("li", {}, element("a", { href: root + url }, element("strong", {}, ask))))
}

function item({ page, section }: Hit, wanted: readonly Sought[], root: string): HTMLElement {
  const [anchor, heading, text] = section
  const whole = section === page.sections[0]
  const link = element("a", { href: root + page.url + (whole ? "" : `#${anchor}`) })
  link.append(element("strong", {}, ...highlighted(page.title, wanted)))
  if (!whole) link.append(" ", element("span", {}, ...highlighted(heading, wanted)))
  link.append(element("small", {}, ...excerpt(text || page.description, wanted)))
  return element("li", {}, link)
}

Object.assign(globalThis, { huanqingSearchEngine: answersFrom })
