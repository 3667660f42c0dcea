/* Where the worker gets its files: from beside itself on a website, from memory in the offline
   edition, whose pages hand over what their scripts carry. */
import { NOT_AS_BUILT } from "./begin"
import type { CarriedFiles } from "./messages"

/** See inflate.ts. */
declare const huanqingUnpack: (packed: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

export interface Files {
  /** The file unpacked; its type is that of its name, so that WebAssembly can compile the stream.
      `fresh` asks the network even where the browser holds an answer already. */
  get(name: string, fresh?: boolean): Promise<Response>
}

const TYPES: Record<string, string> = {
  wasm: "application/wasm",
  js: "text/javascript",
  json: "application/json",
}

const canUnpack = "DecompressionStream" in globalThis

/** Marks what was unpacked here, so that a copy which is kept is not fetched once more. */
const UNPACKED = "x-unpacked"

/** Where the service worker keeps Python between visits. A worker that reads it there itself starts
    in a third of the time: nothing is unpacked, and no service worker has to be woken. */
export const KEPT = "huanqing-python"

/** A file as it is kept: it was looked through when it was put away, and is at every visit. */
export async function kept(name: string): Promise<Response | undefined> {
  try {
    return await caches.match(address(name), { cacheName: KEPT })
  } catch {
    return undefined // storage may be missing or forbidden; then even its name may throw
  }
}

/** What was kept cannot be used: the next visit shall fetch it anew. */
export async function forgetKept(): Promise<void> {
  try {
    await caches.delete(KEPT)
  } catch {
    // where nothing can be kept, nothing was
  }
}

/** All bytes of a file that has `size` of them; `tell` hears as they come which share of them is here. */
export async function read(response: Response, size: number, tell: (share: number) => void): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  const reader = response.body!.getReader()
  let here = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (here + part.value.length > size) throw new Error(`${response.url}: ${NOT_AS_BUILT}`)
    bytes.set(part.value, here)
    here += part.value.length
    tell(here / size)
  }
  if (here < size) throw new Error(`${response.url}: ${NOT_AS_BUILT}`)
  return bytes.buffer
}

/** Rejects when the bytes are not those that were built; `integrity` is their hash as pages write it.
    A captive portal or a host that answers 200 for a missing file must not be believed. On an address that is
    not secure browsers have no hash, and nothing to trust either. */
export async function vouch(bytes: ArrayBuffer, integrity: string, from: string): Promise<void> {
  if (!globalThis.crypto?.subtle) return
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  const found = `sha256-${btoa(String.fromCharCode(...digest))}`
  if (found !== integrity) throw new Error(`${from}: ${NOT_AS_BUILT}`)
}

/** The response once more, to be kept, if its bytes are those that were built. */
export async function whole(response: Response, integrity: string): Promise<Response> {
  const bytes = await response.arrayBuffer()
  await vouch(bytes, integrity, response.url)
  const headers = new Headers(response.headers)
  headers.delete("content-encoding") // the bytes are unpacked by now
  headers.set(UNPACKED, "gzip")
  return new Response(bytes, { headers })
}

/** Beside the worker: one that was made of text is told where by its name. */
export function address(name: string): string {
  return new URL(name, (self as { name?: string }).name || self.location.href).href
}

/** Beside the worker. A server that does not compress gets asked for the packed sibling instead. */
export const hosted: Files = {
  async get(name, fresh = false) {
    const url = address(name)
    const asked: RequestInit = { cache: fresh ? "reload" : "default" }
    const response = await fetch(url, asked)
    if (!response.ok) throw new Error(`${name}: ${response.status}`)
    const small = !canUnpack || ["content-encoding", UNPACKED].some((header) => response.headers.has(header))
    if (small || !name.endsWith(".wasm")) return response
    const packed = await fetch(`${url}.gz`, asked)
    if (!packed.ok) return response
    void response.body?.cancel()
    return unpacked(name, packed.body!)
  },
}

/** Carried as base64 text. */
export function carried(files: CarriedFiles): Files {
  return {
    async get(name) {
      if (!(name in files)) throw new Error(`${name} is not carried`)
      const bytes = bytesOf(files[name])
      // Not a Blob: WebKit cannot read one's stream in the worker of a page that is a file.
      return canUnpack ? unpacked(name, new Response(bytes).body!) : answer(name, huanqingUnpack(bytes))
    },
  }
}

/** A loop over millions of letters, because `Uint8Array.from` takes several times as long for them. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}

function unpacked(name: string, packed: ReadableStream<Uint8Array<ArrayBuffer>>): Response {
  return answer(name, packed.pipeThrough(new DecompressionStream("gzip")))
}

function answer(name: string, content: BodyInit): Response {
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream"
  return new Response(content, { headers: { "content-type": type, [UNPACKED]: "gzip" } })
}
