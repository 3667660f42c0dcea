/* How characters sound, and how pinyin without spaces falls into syllables. */

/** Each syllable with the characters that are read so. */
export type Sounds = Readonly<Record<string, string>>

const LONGEST_CHARACTERS = 6

export class Ear {
  private readonly heard = new Map<string, string>()

  constructor(
    private readonly sounds: Sounds,
    private readonly otherReadings: Readonly<Record<string, string>>,
  ) {
    for (const [syllable, characters] of Object.entries(sounds)) {
      for (const character of characters) this.heard.set(character, syllable)
    }
  }

  /** One syllable for each character; what has no sound stays as it is. */
  syllables(text: string): string[] {
    return Array.from(text, (character) => this.heard.get(character) ?? character)
  }

  /** The ways in which it may be read: the common one, and that of 还款 or 银行. */
  readings(text: string): string[][] {
    const common = this.syllables(text)
    const other = Array.from(text, (character, i) => this.otherReadings[character] ?? common[i]!)
    return other.join() === common.join() ? [common] : [common, other]
  }

  /** Pinyin as syllables, the fewest that it can be; nothing where it is something else. */
  spelt(letters: string): string[] | undefined {
    const best: (string[] | undefined)[] = [[]]
    for (let end = 1; end <= letters.length; end += 1) {
      for (let start = Math.max(0, end - LONGEST_CHARACTERS); start < end; start += 1) {
        const [before, last] = [best[start], letters.slice(start, end)]
        if (!before || !Object.prototype.hasOwnProperty.call(this.sounds, last)) continue
        if (!best[end] || before.length + 1 < best[end]!.length) best[end] = [...before, last]
      }
    }
    return best[letters.length]
  }
}

/** What sounds alike to many: zh and z, ch and c, sh and s, ang and an. */
export function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n")
}
