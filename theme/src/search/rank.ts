/* Which pages answer a question: BM25 over each page's title, everyday questions, headings and text.
   The texts are short enough to be read through at each question, so there is no index to carry. */
import { plain, sought, spans, type Alike, type Sought } from "./words"

export type Section = readonly [anchor: string, heading: string, text: string]

export interface Page {
  url: string
  title: string
  description: string
  tags: readonly string[]
  asks: readonly string[]
  sections: readonly Section[]
}

export interface Library {
  pages: readonly Page[]
  alike: Alike
  /** Names of loans, which count less than what is asked about them. */
  products: readonly string[]
}

/** A page found, and its section that says most about the question. */
export interface Hit {
  page: Page
  section: Section
}

/** Where any of some words stand: how strongly in each page, and in which lines of each. */
interface Places {
  strengths: readonly number[]
  lines: readonly (readonly number[])[]
}

/** Something sought that some page holds, and how much it tells pages apart. */
interface Held extends Places {
  words: readonly string[]
  rarity: number
}

/** A field of a page: how much a word in it counts, and how much a long one is held against it. */
interface Field {
  weight: number
  length: number
  of: (page: Page) => string
}

const FIELDS: readonly Field[] = [
  { weight: 8, length: 0.3, of: (page) => page.title },
  { weight: 4, length: 0.3, of: (page) => page.asks.join("\n") },
  { weight: 2, length: 0, of: (page) => page.tags.join("\n") },
  { weight: 2, length: 0.5, of: (page) => page.sections.slice(1).map(([, heading]) => heading).join("\n") },
  { weight: 4, length: 0.3, of: (page) => page.description },
  { weight: 1, length: 0.5, of: (page) => page.sections.map(([, , text]) => text).join("\n") },
]
// How soon more of the same word stops to count (Robertson and Zaragoza, "The Probabilistic
// Relevance Framework: BM25 and Beyond", 2009, section 3.2).
const SATURATION = 1.2
// A statute is looked for by those who name it, a letter by those who write, a calculator by those who count;
// who asks what to do wants what to do; 算不算 counts nothing. Cases are examples.
const ROOMS: readonly (readonly [folder: RegExp, worth: number, unless?: RegExp])[] = [
  [/^rights\/(hotlines?|glossary)\//, 0.8],
  [/^rights\/./, 0.5],
  [/^(rights|about|cases)\//, 0.7],
  [/^letters\/./, 0.8, /信|写|填|模板|范文|申请|申报|证明|异议|答辩|投诉/],
  [/^calculators\/(?!message-check)./, 0.7, /(^|[^不])算(?!不算|逾期|晚)|多少|几天|几个|几年|划算|哪个|利率|%/],
]
// How much it counts that one line, a title or an everyday question, holds all that was asked, or one section does.
const LINE_WEIGHT = 1.5
const LINE_WEIGHTS = { title: 1, ask: 1, tag: 0.7, heading: 0.7, section: 0.6 }

export class Ranker {
  private readonly fields
  private readonly averages
  private readonly lines
  private readonly known = new Map<string, Places>()

  constructor(private readonly library: Library) {
    const { pages } = library
    this.fields = pages.map((page) => FIELDS.map(({ of }) => plain(of(page))))
    this.averages = FIELDS.map((_, f) => mean(this.fields.map((texts) => texts[f]!.length)))
    this.lines = pages.map((page) => [
      ...[page.title].map((line) => ({ line: plain(line), worth: LINE_WEIGHTS.title })),
      ...page.asks.map((line) => ({ line: plain(line), worth: LINE_WEIGHTS.ask })),
      ...page.tags.map((line) => ({ line: plain(line), worth: LINE_WEIGHTS.tag })),
      ...page.sections.slice(1).map(([, heading]) => ({ line: plain(heading), worth: LINE_WEIGHTS.heading })),
      ...page.sections.map(([, heading, text]) => ({ line: plain(heading + text), worth: LINE_WEIGHTS.section })),
    ])
  }

  /** What to look for when asked this, and this was perhaps `meant`. */
  sought(question: string, meant?: string): Sought[] {
    const { pages, alike, products } = this.library
    const found = new Map<string, Sought>()
    const named = pages.flatMap(({ title, tags, sections }) => [title, ...tags, ...sections.map(([, heading]) => heading)])
    const all = [meant, question].flatMap((text) => (text ? [...sought(text, alike, products), ...spans(text, named)] : []))
    for (const each of all) {
      const name = each.words.join()
      if (each.weight > (found.get(name)?.weight ?? 0)) found.set(name, each)
    }
    return [...found.values()]
  }

  /** The pages that say most about what is sought, the best first. */
  search(wanted: readonly Sought[], most: number, question: string): Hit[] {
    const held = this.held(wanted)
    const all = held.reduce((sum, { rarity }) => sum + rarity, 0)
    return this.library.pages
      .map((page, i) => ({ page, score: score(held, i) * worth(page.url, question) * (1 + (LINE_WEIGHT * this.said(i, held)) / all) }))
      .filter(({ score }) => score > 0)
      .sort((one, two) => two.score - one.score)
      .slice(0, most)
      .map(({ page }) => ({ page, section: closest(page, held) }))
  }

  /** What of the sought some page holds; what few pages hold tells more. */
  private held(wanted: readonly Sought[]): Held[] {
    const { length } = this.library.pages
    return wanted.flatMap(({ words, weight }) => {
      const places = this.places(words)
      const holders = places.strengths.filter(Boolean).length
      const rarity = weight * Math.log(1 + (length - holders + 0.5) / (holders + 0.5))
      return holders ? [{ words, rarity, ...places }] : []
    })
  }

  /** How much of what is sought the page's best line holds. */
  private said(page: number, held: readonly Held[]): number {
    const lines = this.lines[page]!
    const sums = lines.map(() => 0)
    for (const { rarity, lines } of held) for (const line of lines[page]!) sums[line]! += rarity
    return Math.max(...sums.map((sum, i) => sum * lines[i]!.worth))
  }

  /** Where the words stand; looked up once, for questions are typed letter by letter. */
  private places(words: readonly string[]): Places {
    const name = words.join()
    const strengths = () => this.fields.map((texts) => this.strength(texts, words))
    const lines = () => this.lines.map((each) => each.flatMap(({ line }, i) => (count(line, words) ? [i] : [])))
    const places = this.known.get(name) ?? { strengths: strengths(), lines: lines() }
    this.known.set(name, places)
    return places
  }

  private strength(texts: readonly string[], words: readonly string[]): number {
    const parts = FIELDS.map(({ weight, length }, f) => {
      const times = count(texts[f]!, words)
      const size = 1 - length + (length * texts[f]!.length) / this.averages[f]!
      return (weight * times * (SATURATION + 1)) / (times + SATURATION * size)
    })
    return parts.reduce((sum, part) => sum + part, 0)
  }
}

/** The section that holds the rarest of what is sought, a heading counting twice; the page's beginning, which
    says what to do, where the title or an everyday question holds more than that section. */
function closest(page: Page, held: readonly Held[]): Section {
  const holds = (text: string): number => {
    const said = plain(text)
    return held.reduce((sum, { words, rarity }) => sum + (count(said, words) ? rarity : 0), 0)
  }
  const worth = ([, heading, text]: Section): number => 2 * holds(heading) + holds(text)
  const best = page.sections.reduce((best, each) => (worth(each) > worth(best) ? each : best))
  const asked = Math.max(...[page.title, ...page.asks].map(holds))
  return asked > holds(best[1]) && asked >= holds(best[1] + best[2]) ? page.sections[0]! : best
}

function score(held: readonly Held[], page: number): number {
  return held.reduce((sum, { rarity, strengths }) => sum + rarity * strengths[page]!, 0)
}

/** How much a page counts that stands in this folder, asked this. */
function worth(url: string, question: string): number {
  return ROOMS.find(([folder, , asked]) => folder.test(url) && !asked?.test(question))?.[1] ?? 1
}

/** How often the words stand in the text; a number only as a whole one, a word from its start. */
function count(text: string, words: readonly string[]): number {
  let times = 0
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const [before, after] = [text[at - 1] ?? "", text[at + word.length] ?? ""]
      const torn = /[a-z]{2}|\d{2}/.test(before + word[0]) || /\d{2}/.test(word.slice(-1) + after)
      if (!torn) times += 1
    }
  }
  return times
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length || 1
}
