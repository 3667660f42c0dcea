/* Parts of the script that few need; each is fetched when it is asked for. */
import { trusted } from "../runtime/trusted"

/** The names of the built files; written in when the theme is assembled. */
declare const LAZY_FILES: Record<"answers" | "spreadsheet", string>

const folder = (document.currentScript as HTMLScriptElement).src

const loading = new Map<string, Promise<void>>()

/** Rejects when the file cannot be had, for instance without a network; another try may succeed. */
export function load(part: keyof typeof LAZY_FILES): Promise<void> {
  return fetchOnce(new URL(LAZY_FILES[part], folder).href)
}

export function fetchOnce(url: string): Promise<void> {
  const started = loading.get(url) ?? fetchScript(url)
  loading.set(url, started)
  started.catch(() => loading.delete(url))
  return started
}

function fetchScript(url: string): Promise<void> {
  const script = document.createElement("script")
  script.src = trusted.createScriptURL(url)
  return new Promise((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(url))
    document.head.append(script)
  })
}
