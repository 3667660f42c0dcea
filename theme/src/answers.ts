/* Search itself, in a file of its own that is fetched when somebody opens the search box. */
import { excerpt, highlighted } from "./search/excerpt"
import { Ranker, type Hit, type Library } from "./search/rank"
import type { Sought } from "./search/words"
import { element } from "./elements"

const MOST = 10

/** Gives the pages that answer a question, the best first, each as an item of a list. */
export type Answers = (question: string) => HTMLElement[]

function answersFrom(library: Library, root: string): Answers {
  const ranker = new Ranker(library)
  return (question) => {
    const wanted = ranker.sought(question)
    return ranker.search(wanted, MOST).map((hit) => item(hit, wanted, root))
  }
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

Object.assign(globalThis, { huanqingAnswers: answersFrom })
