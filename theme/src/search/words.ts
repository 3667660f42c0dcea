/* How a question is cut into what is looked for: pairs of neighbouring characters, words, numbers. */

/** Something to look for, and how much finding it counts: less where the reader said it otherwise. */
export interface Sought {
  token: string
  weight: number
}

/** Words that mean the same; each list holds phrases as people type them. */
export type Alike = readonly (readonly string[])[]

const OTHER_WORDS = 0.5
const PRODUCT = 0.3
// What every question has and no answer is about.
const EMPTY =
  /怎么办|怎么样|怎么|怎样|如何|为什么|什么|多少|是不是|会不会|能不能|要不要|有没有|可不可以|可以|应该|请问|一下|我们|他们|就是|还是|到底|[我你您他她它的了吗呢吧啊呀着过]/g
const UNIT = /[a-z]+|[0-9][0-9.]*%?|\p{Script=Han}/gu
const RUN = new RegExp(`(?:${UNIT.source})+`, "gu")
const NUMBER = /[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九](?=[天个年期周家笔])/g
const SPAN = /(\d+)至(\d+)天/
const DIGITS = "零一二三四五六七八九"

/** The text as it is compared: one width, one case, no spaces. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "")
}

/** Everything to look for, in the reader's words and in others that mean the same; products count less. */
export function sought(question: string, alike: Alike, products: readonly string[]): Sought[] {
  const said = plain(question)
  const others = [...otherNumbers(said), ...otherWords(said, alike)].flatMap(tokens)
  // A single letter that is left of a phrase means nothing.
  const found = new Map(others.filter((token) => token.length > 1).map((token) => [token, OTHER_WORDS]))
  const named = products.filter((name) => said.includes(name)).map(plain)
  const rest = named.reduce((text, name) => text.split(name).join(" "), said)
  for (const token of named.flatMap(tokens)) found.set(token, PRODUCT)
  for (const token of tokens(rest)) found.set(token, 1)
  return [...found].map(([token, weight]) => ({ token, weight }))
}

/** The spans of days, as titles name them, that hold the day asked about: 4 至 30 天 for 逾期 15 天. */
export function spans(question: string, titles: readonly string[]): Sought[] {
  const said = inFigures(plain(question))
  const day = /逾期|没还|晚/.test(said) ? Number(/(\d+)天/.exec(said)?.[1]) : NaN
  const named = titles.map((title) => SPAN.exec(plain(title)) ?? [""])
  const right = named.filter(([, from, to]) => Number(from) <= day && day <= Number(to))
  return right.map(([token]) => ({ token, weight: 1 }))
}

function tokens(text: string): string[] {
  const found = pairs(text.replace(EMPTY, " "))
  return found.length ? found : pairs(text)
}

/** Neighbouring units two by two; one alone where it has no neighbour or is a word by itself. */
function pairs(text: string): string[] {
  return (text.match(RUN) ?? []).flatMap((run) => {
    const units = run.match(UNIT) ?? []
    if (units.length === 1) return units
    const words = units.filter((unit) => /[a-z%]|\d{3}/.test(unit))
    return [...units.slice(1).map((unit, i) => units[i]! + unit), ...words]
  })
}

/** 20 天 for 二十天 and the other way round. */
function otherNumbers(said: string): string[] {
  const characters = said.replace(/\d+/g, (digits) => (Number(digits) < 100 ? spoken(Number(digits)) : digits))
  return [inFigures(said), characters].filter((text) => text !== said)
}

/** 二十天 as 20 天; only where a measure follows, for 一 stands in many words. */
function inFigures(said: string): string {
  return said.replace(NUMBER, figure)
}

function figure(characters: string): string {
  const [tens = "", ones = ""] = characters.includes("十") ? characters.split("十") : ["零", characters]
  const value = (digit: string, absent: number) => (digit ? DIGITS.indexOf(digit.replace("两", "二")) : absent)
  return String(value(tens, 1) * 10 + value(ones, 0))
}

function spoken(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const first = tens > 1 ? DIGITS[tens] : ""
  return (tens ? first + "十" : "") + (ones || !tens ? DIGITS[ones] : "")
}

/** The phrases that mean what a part of the question means. */
function otherWords(said: string, alike: Alike): string[] {
  return alike.filter((group) => group.some((phrase) => said.includes(phrase))).flat()
}
