/* Parts of the script that few need; each is fetched when it is asked for. */
import { ownAddress, reachable } from "../runtime/enclosed"
import { trusted } from "../runtime/trusted"

/** The names of the built files; written in when the theme is assembled. */
declare const LAZY_FILES: Record<"answers" | "spreadsheet", string>

const loading = new Map<string, Promise<void>>()

/** Rejects when the file cannot be had, for instance without a network; another try may succeed. */
export function load(part: keyof typeof LAZY_FILES): Promise<void> {
  return fetchOnce(new URL(LAZY_FILES[part], ownAddress).href)
}

export function fetchOnce(url: string): Promise<void> {
  const started = loading.get(url) ?? fetchScript(url)
  loading.set(url, started)
  started.catch(() => loading.delete(url))
  return started
}

async function fetchScript(url: string): Promise<void> {
  const script = document.createElement("script")
  script.src = trusted.createScriptURL(await reachable(url))
  return new Promise((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(url))
    document.head.append(script)
  })
}
