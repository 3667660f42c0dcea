/* How a question is cut into what is looked for: pairs of neighbouring characters, words, numbers, and
   meanings: any of the phrases that say the same. */

/** Something to look for, any of `words`, and how much finding it counts. */
export interface Sought {
  words: readonly string[]
  weight: number
}

/** Words that mean the same; each list holds phrases as people type them. */
export type Alike = readonly (readonly string[])[]

const MEANING_WEIGHT = 1.5
const IN_MEANING_WEIGHT = 0.5
const OTHER_NUMBERS_WEIGHT = 0.5
const PRODUCT_WEIGHT = 0.3
// What every question has and no answer is about.
const EMPTY =
  /怎么办|怎么样|怎么|怎样|如何|为什么|为啥|什么|多少|是不是|会不会|能不能|要不要|有没有啥办法|有没有办法|有没有|可不可以|行不行|行不|行吗|中不中|中不|成不成|好不好|用不用|算不算|合不合法|合法吗|违法吗|犯法吗|可以|应该|请问|一下|我们|他们|就是|还是|到底|说要|咋办|咋整|咋样|咋|啥|求求|真的|直接|现在|已经|[我俺你您他她它的了吗呢吧啊呀呗嘛哦嘞着过]/g
// Sums, and that they are owed, are the reader's own; no page is about them.
const SUM = /(?:欠了?)?(\d[\d.]*|[几一二两三四五六七八九十百千来]+)(万|千|百)?(多|来)?(元|块|毛钱|分钱|万|千|百|w(?![a-z])|k(?![a-z]))(多|钱)?/g
const UNIT = /[a-z]+|[0-9][0-9.]*%?|\p{Script=Han}/gu
const HAN = /\p{Script=Han}/u
const RUN = new RegExp(`(?:${UNIT.source})+`, "gu")
const NUMBER = /[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九](?=[天个年期周家笔])/g
const SPAN = /(?:超过(\d+)|(\d+)[至到](\d+))天/
const IN_SPAN_WEIGHT = 2
// In a long question the time is only said on the way.
const LONG_CHARACTERS = 15
const LATE = /逾期|没还|晚|欠|拖/
const DAYS: Readonly<Record<string, number>> = { 天: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 }
const LAST = /(\d+|半)(天|周|年|个?(?:星期|礼拜)|个月)/
const DIGITS = "零一二三四五六七八九"

/** The text as it is compared: one width, one case, no spaces. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "")
}

/** Everything to look for, in the reader's words and in others that mean the same; products count less. */
export function sought(question: string, alike: Alike, products: readonly string[]): Sought[] {
  const said = plain(question)
  const meant = alike.filter((group) => group.some((phrase) => said.includes(phrase)))
  const phrases = meant.flat().filter((phrase) => said.includes(phrase))
  const named = products.filter((name) => said.includes(name)).map(plain)
  const rest = named.reduce((text, name) => text.split(name).join(" "), said)
  const found = new Map<string, number>()
  for (const token of otherNumbers(rest).flatMap(tokens)) found.set(token, OTHER_NUMBERS_WEIGHT)
  for (const token of named.flatMap(tokens)) found.set(token, PRODUCT_WEIGHT)
  const own = tokens(rest.replace(SUM, " "))
  for (const token of own.length || phrases.length ? own : tokens(rest)) {
    found.set(token, phrases.some((phrase) => phrase.includes(token)) ? IN_MEANING_WEIGHT : 1)
  }
  return [
    ...meant.map((words) => ({ words, weight: MEANING_WEIGHT })),
    ...[...found].map(([token, weight]) => ({ words: [token], weight })),
  ]
}

/** The spans of days, as titles and headings name them, that hold the time asked about: 4 到 30 天 for 逾期半个月. */
export function spans(question: string, lines: readonly string[]): Sought[] {
  const said = inFigures(plain(question))
  const day = LATE.test(said) ? days(said) : NaN
  const weight = said.length > LONG_CHARACTERS ? IN_SPAN_WEIGHT / 2 : IN_SPAN_WEIGHT
  const named = lines.map((line) => SPAN.exec(plain(line)) ?? [])
  const right = named.filter(([, after, from, to]) => Number(after) < day || (Number(from) <= day && day <= Number(to)))
  const words = [...new Set(right.map(([span]) => span!))]
  return words.length ? [{ words, weight }] : []
}

/** How many days a time is that stands in the question. */
function days(said: string): number {
  const [, count, unit] = LAST.exec(said) ?? []
  return unit ? Math.floor((count === "半" ? 0.5 : Number(count)) * DAYS[unit.replace("个", "")]!) : NaN
}

function tokens(text: string): string[] {
  const found = pairs(text.replace(EMPTY, " "))
  const words = found.filter((token) => token.length > 1 || !HAN.test(token))
  return words.length ? words : found.length ? found : pairs(text)
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
