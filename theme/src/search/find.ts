/* One question, one answer: whether it is a cry, what it may have meant, and the pages, the best first. */
import { cry, type Crisis, type Kind } from "./crisis"
import { Ranker, type Hit, type Library, type Page } from "./rank"
import { Ear, type Sounds } from "./sound"
import { Spelling, type Said } from "./spelling"
import { plain, type Sought } from "./words"

/** What scripts/generator/search writes. */
export interface Words extends Library {
  crisis: Crisis
  common: readonly { ask: string; url: string }[]
  sounds: Sounds
  /** Of characters with two readings, the one that `sounds` does not have. */
  otherReadings: Readonly<Record<string, string>>
}

export interface Found {
  /** What somebody cries for help about; none for a calm question. */
  kinds: readonly Kind[]
  hits: Hit[]
  wanted: readonly Sought[]
}

// What nobody who cries for help is to read first.
const UNFIT = /bereaved|bankruptcy|criminal/
const NEAREST = 2
// Beside a cry these say nothing: 不想活了 asks for no page with a 了 in it.
const PARTICLES = /[\s了着过的吗呢啊呀吧嘛哦唉]/g

export class Finder {
  private readonly ranker
  private readonly ear
  private spelling?: Spelling

  constructor(private readonly words: Words) {
    this.ranker = new Ranker(words)
    this.ear = new Ear(words.sounds, words.otherReadings)
  }

  find(question: string, most: number): Found {
    const { kinds, rest } = cry(question, this.words.crisis, this.ear)
    const firsts = new Set(kinds.flatMap(({ pages }) => pages.slice(0, 1)))
    if (!firsts.size) {
      const answer = this.ranked(question, most)
      return { kinds: kinds.length ? kinds : this.near(answer.hits), ...answer }
    }
    const urls = [...new Set([...firsts, ...kinds.flatMap(({ pages }) => pages)])]
    const pages = urls.flatMap((url) => this.words.pages.filter((page) => page.url === url))
    if (kinds.some(({ alone }) => alone)) return { kinds, wanted: [], hits: pages.map(whole) }
    const { hits, wanted } = this.ranked(rest.replace(PARTICLES, "") && rest, most)
    const own = hits.length ? pages.slice(0, firsts.size) : pages
    const others = hits.filter(({ page }) => !own.includes(page) && !UNFIT.test(page.url))
    const first = kinds.some(({ leads }) => leads) ? [] : others.splice(0, 1)
    return { kinds, wanted, hits: [...first, ...own.map(whole), ...others].slice(0, most) }
  }

  /** No list holds every cry. Where the page for one is nearly the best answer, the numbers stand above all the same. */
  private near(hits: readonly Hit[]): Kind[] {
    const quiet = this.words.crisis.kinds.filter(({ leads, pages }) => !leads && pages.length > 0)
    return quiet.filter(({ pages }) => hits.slice(0, NEAREST).some(({ page }) => page.url === pages[0]))
  }

  private ranked(question: string, most: number): Omit<Found, "kinds"> {
    const said = plain(question)
    this.spelling ??= new Spelling(this.ear, saidBy(this.words))
    const wanted = this.ranker.sought(said, this.spelling.meant(said))
    return { wanted, hits: this.ranker.search(wanted, most, said) }
  }
}

/** What readers' words are taken from. */
function saidBy({ pages, alike, products }: Words): Said {
  const text = pages.map((page) => plain(page.sections.map(([, heading, words]) => heading + words).join("\n"))).join("\n")
  const words = [...pages.flatMap(({ tags }) => tags), ...alike.flat(), ...products].map(plain)
  const lines = pages.flatMap((page) => [page.title, ...page.asks, ...headings(page)]).map(plain)
  const all = [text, ...words, ...lines].join("\n")
  return { words, lines, isKnown: (pair) => all.includes(pair) }
}

/** The page from its beginning. */
function whole(page: Page): Hit {
  return { page, section: page.sections[0]! }
}

function headings({ sections }: Page): string[] {
  return sections.map(([, heading]) => heading)
}
