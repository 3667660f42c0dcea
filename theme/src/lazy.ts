/* Parts of the script that few need; each is fetched when it is asked for. */
import { isFromDisk, ownAddress, reachable } from "../runtime/enclosed"
import { trusted } from "../runtime/trusted"

/** The names of the built files and the hash of each; written in when the theme is assembled. */
type Part = "desk" | "example" | "qr" | "search-engine" | "spreadsheet"
declare const LAZY_FILES: Record<Part, [name: string, integrity: string]>

const loading = new Map<string, Promise<void>>()

/** Rejects when the file cannot be had, for instance without a network; another try may succeed. */
export function load(part: keyof typeof LAZY_FILES): Promise<void> {
  const [name, integrity] = LAZY_FILES[part]
  return fetchOnce(new URL(name, ownAddress).href, integrity)
}

/** Other bytes than those of `integrity` are asked for once more, past every cache. */
export function fetchOnce(url: string, integrity = ""): Promise<void> {
  const started = loading.get(url) ?? fetchScript(url, integrity).catch(() => fetchedAnew(url, integrity))
  loading.set(url, started)
  started.catch(() => loading.delete(url))
  return started
}

async function fetchedAnew(url: string, integrity: string): Promise<void> {
  if (isFromDisk) throw new Error(url)
  await fetch(url, { cache: "reload", integrity })
  return fetchScript(url, integrity)
}

async function fetchScript(url: string, integrity: string): Promise<void> {
  const script = document.createElement("script")
  if (!isFromDisk) script.integrity = integrity
  script.src = trusted.createScriptURL(await reachable(url))
  return new Promise((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(url))
    document.head.append(script)
  })
}
