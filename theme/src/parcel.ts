/* A case as texts that each fit into one code for a phone's camera. What comes in is somebody's text: nothing
   in it is believed before ./case-file.ts has looked at it. */
import { Refused } from "./case-file"

/** So much fits into a code that a phone reads off another phone's screen. */
const CHUNK = 560
const MOST_PARTS = 40
const MOST_BYTES = 2_000_000
/** Number, of how many, which parcel, how it is packed, and the piece itself. */
const PART = /(?:^|[^\w.])(\d{1,2})\.(\d{1,2})\.([0-9a-f]{8})\.([zp])([\w-]{1,600})/g

export interface Part {
  nth: number
  of: number
  parcel: string
  piece: string
}

/** The text in pieces, the first first. */
export async function packed(text: string): Promise<string[]> {
  const body = await squeezed(text)
  const pieces = body.slice(1).match(new RegExp(`.{1,${CHUNK}}`, "g")) ?? []
  if (pieces.length > MOST_PARTS) throw new Refused("太多了，二维码放不下。请存成文件。")
  return pieces.map((piece, index) =>
    written({ nth: index + 1, of: pieces.length, parcel: sum(body), piece: body[0] + piece }),
  )
}

export function written({ nth, of, parcel, piece }: Part): string {
  return `${nth}.${of}.${parcel}.${piece}`
}

/** Every piece that stands in a text, whatever else is around it. */
export function partsIn(text: string): Part[] {
  return [...text.matchAll(PART)].map(([, nth, of, parcel, how, piece]) => ({
    nth: Number(nth), of: Number(of), parcel, piece: how + piece,
  }))
}

/** The numbers of this parcel that have not come yet. */
export function missing(parts: readonly Part[]): number[] {
  const have = new Set(parts.map(({ nth }) => nth))
  return Array.from({ length: Math.min(parts[0]?.of ?? 0, MOST_PARTS) }, (_, index) => index + 1).filter((nth) => !have.has(nth))
}

/** The text of a parcel of which every piece is there. */
export async function unpacked(parts: readonly Part[]): Promise<string> {
  const sorted = [...new Map(parts.map((part) => [part.nth, part])).values()].sort((one, two) => one.nth - two.nth)
  const how = sorted[0].piece[0]
  const body = how + sorted.map(({ piece }) => piece.slice(1)).join("")
  if (sum(body) !== sorted[0].parcel) throw new Refused("有一张读错了，或者不是同一份。请重新扫。")
  try {
    const bytes = bytesOf(body.slice(1))
    return new TextDecoder("utf-8", { fatal: true }).decode(how === "z" ? await through(bytes) : bytes)
  } catch {
    throw new Refused(how === "z" && !("DecompressionStream" in globalThis) ? "这个浏览器太旧，读不了二维码里的数。请用文件。" : "读不懂这份数。请重新扫，或者用文件。")
  }
}

/** A letter for how it is packed, then the text in letters that every link may hold. */
async function squeezed(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  if (!("CompressionStream" in globalThis)) return `p${lettersOf(bytes)}`
  const stream = new Response(bytes).body!.pipeThrough(new CompressionStream("deflate"))
  return `z${lettersOf(new Uint8Array(await new Response(stream).arrayBuffer()))}`
}

/** Unpacked no further than any case is long. */
async function through(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Response(bytes).body!.pipeThrough(new DecompressionStream("deflate")).getReader()
  const found: number[] = []
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (found.length + step.value.length > MOST_BYTES) throw new Error("too long")
    for (const byte of step.value) found.push(byte)
  }
  return new Uint8Array(found)
}

function lettersOf(bytes: Uint8Array): string {
  let letters = ""
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0))
}

/** Which parcel a piece belongs to, and whether it came whole: FNV-1a, 32 bits. */
function sum(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, "0")
}
