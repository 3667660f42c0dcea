/* Cries for help are heard before anything is looked for. */
import type { Ear } from "./sound"
import { plain } from "./words"

export interface Phone {
  number: string
  label: string
}

/** A kind of cry: see docs/search/crisis.yml. */
export interface Kind {
  name: string
  say: string
  /** The numbers to ring, the one that leads first. */
  calls: readonly [string, ...string[]]
  words: readonly string[]
  not: readonly string[]
  /** Syllables, with spaces between. */
  sounds: readonly string[]
  initials: readonly string[]
  /** Sounds that also count in characters, in a short question: 自沙 for 自杀. */
  slips: readonly string[]
  /** Its pages come before what the rest of the question asks. */
  leads: boolean
  /** Nothing but its pages is listed: other pages say what a death would clear. */
  alone: boolean
  /** The addresses of the pages that come first. */
  pages: readonly string[]
}

export interface Crisis {
  phones: Readonly<Record<string, Phone>>
  kinds: readonly Kind[]
}

export interface Cry {
  /** All kinds that the question holds, in the file's order. */
  kinds: readonly Kind[]
  /** What is left of the question without their words. */
  rest: string
}

// Of other sounds, 我晚了 is 我完了; in a short question even a short word is heard, if nothing else sounds like it.
const HEARD_SYLLABLES = 4
const SHORT_CHARACTERS = 5
const BETWEEN_CHARACTERS = 8

export function cry(question: string, { kinds }: Crisis, ear: Ear): Cry {
  const said = plain(question).replace(/[^\p{L}\p{N}]+/gu, "")
  const sounds = ` ${ear.syllables(said).join(" ")} `
  const heard = kinds.filter((kind) => holds(said, kind) || isHeard(said, sounds, kind))
  const rest = without(said, heard.flatMap(({ words }) => words))
  // A cry that is only heard by its sound is the whole question.
  return { kinds: heard, rest: rest === said ? "" : rest }
}

function holds(said: string, { words, not }: Kind): boolean {
  const meant = without(said, not)
  return without(meant, words) !== meant
}

function without(said: string, words: readonly string[]): string {
  return words.length ? said.replace(new RegExp(words.map(spread).join("|"), "g"), " ") : said
}

/** A word as a pattern: … stands for a few others between, as in 没有我…更好, and / for one or the other. */
function spread(word: string): string {
  const parts = word.split("…").map((part) => (part.includes("/") ? `(?:${part.split("/").join("|")})` : part))
  return parts.join(`.{0,${BETWEEN_CHARACTERS}}`)
}

function isHeard(said: string, heard: string, { sounds, initials, slips }: Kind): boolean {
  const letters = said.match(/[a-z]+/g) ?? []
  // 我 before and 了 behind change nothing.
  if (initials.includes(said.replace(/^w(?=...)/, "").replace(/l$/, "")) || initials.includes(said)) return true
  if (said.length <= SHORT_CHARACTERS && slips.some((slip) => heard.includes(` ${slip} `))) return true
  return sounds.some((sound) => {
    const isLong = sound.split(" ").length >= HEARD_SYLLABLES
    return (isLong && heard.includes(` ${sound} `)) || letters.some((run) => run.includes(sound.replace(/ /g, "")))
  })
}
