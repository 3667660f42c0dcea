/* What the reader may have meant: pinyin as characters, a wrong character as the right one. Nothing is
   looked up but what the library itself says in its titles, questions, tags and headings. */
import { blurred, type Ear } from "./sound"

const [SHORTEST_CHARACTERS, LONGEST_CHARACTERS] = [2, 5]
const RUN = /\p{Script=Han}+/gu
// Part of a line is a word of its own when it stands in so many.
const COMMON_LINES = 5

/** What the library says, and how: whole words, lines, and everything it knows. */
export interface Said {
  words: readonly string[]
  lines: readonly string[]
  /** All of its text: what stands there is no slip. */
  isKnown(pair: string): boolean
}

export class Spelling {
  private readonly phrases = new Map<string, number>()
  private readonly bySound = new Map<string, string>()
  private readonly byInitials = new Map<string, string>()
  private readonly wordsBySound = new Map<string, string>()
  private readonly words: ReadonlySet<string>

  constructor(
    private readonly ear: Ear,
    private readonly said: Said,
  ) {
    for (const line of said.lines) for (const [run] of line.matchAll(RUN)) this.learn(run, 1)
    for (const word of said.words) for (const [run] of word.matchAll(RUN)) this.learn(run, 1)
    this.words = new Set(said.words.filter((word) => word.length >= SHORTEST_CHARACTERS))
    for (const phrase of this.phrases.keys()) {
      for (const syllables of ear.readings(phrase)) {
        this.prefer(this.bySound, key(syllables), phrase)
        this.prefer(this.byInitials, syllables.map((each) => each[0]).join(""), phrase)
      }
    }
    const parts = [...this.phrases].filter(([phrase, times]) => phrase.length >= SHORTEST_CHARACTERS && times >= COMMON_LINES)
    for (const word of [...this.words, ...parts.map(([phrase]) => phrase)]) {
      this.prefer(this.wordsBySound, key(ear.syllables(word)), word)
    }
  }

  /** The question as it may have been meant; nothing where it is well as it is. */
  meant(said: string): string | undefined {
    const written = said.replace(/[a-z]+/g, (letters) => this.written(letters) ?? letters)
    const right = written === said ? said.replace(RUN, (run) => this.corrected(run)) : written
    return right === said ? undefined : right
  }

  private learn(run: string, weight: number): void {
    for (let at = 0; at < run.length; at += 1) {
      for (let length = 1; length <= LONGEST_CHARACTERS && at + length <= run.length; length += 1) {
        const phrase = run.slice(at, at + length)
        this.phrases.set(phrase, (this.phrases.get(phrase) ?? 0) + weight)
      }
    }
  }

  private prefer(found: Map<string, string>, name: string, phrase: string): void {
    const other = found.get(name)
    if (other === undefined || this.worth(phrase) > this.worth(other)) found.set(name, phrase)
  }

  /** Whole words before parts of lines. */
  private worth(phrase: string): number {
    return (this.phrases.get(phrase) ?? 0) + (this.words.has(phrase) ? COMMON_LINES : 0)
  }

  /** Pinyin or initials in characters. */
  private written(letters: string): string | undefined {
    if (letters.length < SHORTEST_CHARACTERS || this.said.isKnown(letters)) return undefined
    const syllables = this.ear.spelt(letters)
    return syllables ? this.spoken(syllables) : this.byInitials.get(letters)
  }

  /** The characters that syllables most likely are: phrases as long and as common as can be. */
  private spoken(syllables: readonly string[]): string {
    const best: { text: string; worth: number }[] = [{ text: "", worth: 0 }]
    for (let end = 1; end <= syllables.length; end += 1) {
      best[end] = { text: `${best[end - 1]!.text} `, worth: best[end - 1]!.worth }
      for (let length = 1; length <= LONGEST_CHARACTERS && length <= end; length += 1) {
        const phrase = this.bySound.get(key(syllables.slice(end - length, end)))
        const before = best[end - length]!
        if (!phrase) continue
        const worth = before.worth + length ** 2 * Math.log(1 + this.worth(phrase))
        if (worth > best[end]!.worth) best[end] = { text: before.text + phrase, worth }
      }
    }
    return best[syllables.length]!.text
  }

  /** Pairs that the library never says are taken for the word that sounds or looks like them. */
  private corrected(run: string): string {
    let text = run
    for (let at = 0; at + SHORTEST_CHARACTERS <= text.length; at += 1) {
      if (!this.said.isKnown(text.slice(at, at + SHORTEST_CHARACTERS))) text = this.mended(text, at)
    }
    return text
  }

  /** With the longest word around the pair at `at` that only sounds otherwise, or has one wrong or two swapped. */
  private mended(text: string, at: number): string {
    for (let length = Math.min(LONGEST_CHARACTERS, text.length); length >= SHORTEST_CHARACTERS; length -= 1) {
      for (let from = Math.max(0, at + SHORTEST_CHARACTERS - length); from <= at && from + length <= text.length; from += 1) {
        const right = this.alike(text.slice(from, from + length))
        if (right) return text.slice(0, from) + right + text.slice(from + length)
      }
    }
    return text
  }

  private alike(wrong: string): string | undefined {
    const heard = this.wordsBySound.get(key(this.ear.syllables(wrong)))
    if (heard && shared(heard, wrong) > 0) return heard
    const turned = swapped(wrong).find((other) => this.words.has(other))
    if (turned || wrong.length <= SHORTEST_CHARACTERS) return turned
    return [...this.words].find((word) => word.length === wrong.length && shared(word, wrong) === wrong.length - 1)
  }
}

function key(syllables: readonly string[]): string {
  return (syllables.length > SHORTEST_CHARACTERS ? syllables.map(blurred) : syllables).join(" ")
}

/** How many characters stand in the same place. */
function shared(one: string, two: string): number {
  return Array.from(one).filter((character, i) => character === two[i]).length
}

function swapped(text: string): string[] {
  return Array.from(text.slice(1), (_, i) => text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2))
}
