/* The doors of the page through which somebody else's text comes in, one line of JSON asked, one said. */
import { imported, Refused } from "../../theme/src/case-file"
import { checkedText } from "../../theme/src/checked"
import { isNumber } from "../../theme/src/form"
import { linesOf, saidIn } from "../../theme/src/link-text"
import { partsIn, unpacked } from "../../theme/src/parcel"

const LIST = "debts"
const MOST = 12

type Door = (text: string) => unknown

const DOORS: Record<string, Door> = {
  file: imported,
  stored: checkedText,
  code: async (text) => {
    const parts = partsIn(text)
    return parts.length > 0 ? imported(await unpacked(parts)) : { facts: {}, dropped: [] }
  },
  link: (text) => {
    const { tool, values } = saidIn(text)
    const numbers = [...values.values()].filter(isNumber)
    return { facts: {}, tool, lines: linesOf(values, LIST, MOST) ?? null, numbers }
  },
}

async function said(line: string): Promise<object> {
  const { door, text } = JSON.parse(line) as { door: string; text: string }
  const before = performance.now()
  try {
    return { ...((await DOORS[door](text)) as object), ms: performance.now() - before }
  } catch (problem) {
    const ms = performance.now() - before
    return problem instanceof Refused ? { refused: problem.message, ms } : { broken: String(problem), ms }
  } finally {
    // A name such as __proto__ would have put something into every object there is.
    for (const name in {}) throw new Error(`every object has “${name}” now`)
  }
}

Object.assign(globalThis, { said })
