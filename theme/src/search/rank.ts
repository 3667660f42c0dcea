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
// A statute is looked for by those who name it; who asks what to do wants what to do. Cases are examples.
const ROOMS: readonly (readonly [folder: RegExp, worth: number])[] = [
  [/^rights\/(hotlines?|glossary)\//, 0.8],
  [/^rights\/./, 0.5],
  [/^(rights|about|cases)\//, 0.7],
]
// How much it counts that one line, a title or an everyday question, is all that was asked.
const LINE = 1.5
const LINE_WEIGHTS = { title: 1, ask: 1, tag: 0.7 }

export class Ranker {
  private readonly fields
  private readonly averages
  private readonly lines
  private readonly worths

  constructor(private readonly library: Library) {
    const { pages } = library
    this.fields = pages.map((page) => FIELDS.map(({ of }) => plain(of(page))))
    this.averages = FIELDS.map((_, f) => mean(this.fields.map((texts) => texts[f]!.length)))
    this.lines = pages.map((page) => [
      ...[page.title].map((line) => ({ line: plain(line), worth: LINE_WEIGHTS.title })),
      ...page.asks.map((line) => ({ line: plain(line), worth: LINE_WEIGHTS.ask })),
      ...page.tags.map((line) => ({ line: plain(line), worth: LINE_WEIGHTS.tag })),
    ])
    this.worths = pages.map(({ url }) => ROOMS.find(([folder]) => folder.test(url))?.[1] ?? 1)
  }

  /** What to look for when asked this, and this was perhaps `meant`. */
  sought(question: string, meant?: string): Sought[] {
    const { pages, alike, products } = this.library
    const found = new Map<string, number>()
    const titles = pages.map(({ title }) => title)
    const all = [meant, question].flatMap((text) => (text ? [...sought(text, alike, products), ...spans(text, titles)] : []))
    for (const { token, weight } of all) found.set(token, Math.max(weight, found.get(token) ?? 0))
    return [...found].map(([token, weight]) => ({ token, weight }))
  }

  /** The pages that say most about what is sought, the best first. */
  search(wanted: readonly Sought[], most: number): Hit[] {
    const { pages } = this.library
    const scores = pages.map(() => 0)
    const rarities = new Map<string, number>()
    for (const { token, weight } of wanted) {
      const strengths = this.fields.map((texts) => this.strength(texts, token))
      const holders = strengths.filter(Boolean).length
      if (!holders) continue
      const rarity = weight * Math.log(1 + (pages.length - holders + 0.5) / (holders + 0.5))
      rarities.set(token, rarity)
      strengths.forEach((strength, i) => (scores[i]! += rarity * strength))
    }
    const all = [...rarities.values()].reduce((sum, rarity) => sum + rarity, 0)
    return pages
      .map((page, i) => ({ page, score: scores[i]! * this.worths[i]! * (1 + (LINE * this.said(i, rarities)) / all) }))
      .filter(({ score }) => score > 0)
      .sort((one, two) => two.score - one.score)
      .slice(0, most)
      .map(({ page }) => ({ page, section: closest(page, rarities) }))
  }

  /** How much of what is sought the page's best line holds. */
  private said(page: number, rarities: ReadonlyMap<string, number>): number {
    let best = 0
    for (const { line, worth } of this.lines[page]!) {
      let held = 0
      for (const [token, rarity] of rarities) if (count(line, token)) held += rarity
      best = Math.max(best, held * worth)
    }
    return best
  }

  private strength(texts: readonly string[], token: string): number {
    const parts = FIELDS.map(({ weight, length }, f) => {
      const times = count(texts[f]!, token)
      const size = 1 - length + (length * texts[f]!.length) / this.averages[f]!
      return (weight * times * (SATURATION + 1)) / (times + SATURATION * size)
    })
    return parts.reduce((sum, part) => sum + part, 0)
  }
}

/** The section that holds the rarest of what is sought; a heading counts twice. */
function closest(page: Page, rarities: ReadonlyMap<string, number>): Section {
  const worth = ([, heading, text]: Section) => {
    const [title, words] = [plain(heading), plain(text)]
    let sum = 0
    for (const [token, rarity] of rarities) {
      sum += rarity * (2 * Number(count(title, token) > 0) + Number(count(words, token) > 0))
    }
    return sum
  }
  return page.sections.reduce((best, each) => (worth(each) > worth(best) ? each : best))
}

/** How often the token stands in the text; a number only as a whole one, a word from its start. */
function count(text: string, token: string): number {
  let times = 0
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const [before, after] = [text[at - 1] ?? "", text[at + token.length] ?? ""]
    const torn = /[a-z]{2}|\d{2}/.test(before + token[0]) || /\d{2}/.test(token.slice(-1) + after)
    if (!torn) times += 1
  }
  return times
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length || 1
}
