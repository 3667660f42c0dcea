/* Search itself, in a file of its own that is fetched when somebody opens the search box. */
import { excerpt, highlighted } from "./search/excerpt"
import { Ranker, type Hit, type Library } from "./search/rank"
import type { Sought } from "./search/words"
import { element } from "./elements"

const MOST = 10

let ranker: Ranker | undefined

/** The pages that answer the question, the best first, each as an item of a list. */
function answers(question: string, library: Library, root: string): HTMLElement[] {
  ranker ??= new Ranker(library)
  const wanted = ranker.sought(question)
  return ranker.search(wanted, MOST).map((hit) => item(hit, wanted, root))
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

Object.assign(globalThis, { huanqingAnswers: answers })
