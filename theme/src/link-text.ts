/* What stands behind the `#` of a link with numbers, as anybody may have written it: for which calculator,
   how many lines each list has, and which values. Nothing of a page is touched here. */

const MOST_CHARACTERS = 8000
const MOST_LINES = 200

export interface Said {
  /** The calculator that it is meant for; "" where it is no such link. */
  tool: string
  isTooLong: boolean
  values: URLSearchParams
}

export function saidIn(place: string): Said {
  const mark = place.indexOf("?")
  const query = place.slice(mark + 1)
  const isTooLong = query.length > MOST_CHARACTERS
  return { tool: mark < 0 ? "" : place.slice(0, mark), isTooLong, values: new URLSearchParams(isTooLong ? "" : query) }
}

/** As many lines as the link says, but none after the last of which it says something; or nothing at all. */
export function linesOf(values: URLSearchParams, list: string, most: number): number | undefined {
  const name = `${list}.`
  const lines = [...values.keys()].filter((key) => key.startsWith(name)).map((key) => parseInt(key.slice(name.length), 10))
  const last = Math.max(-1, ...lines.filter((line) => line >= 0))
  const wanted = Math.min(Number(values.get(`${name}length`) ?? NaN), 1 + last)
  return Number.isInteger(wanted) && wanted >= 0 ? Math.min(wanted, most, MOST_LINES) : undefined
}
