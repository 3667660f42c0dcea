/* Where the site's files are. In the edition of one file, what elsewhere lies beside the page stands in it
   as text: scripts in `<script type="text/plain" data-file>`, pages in `<noscript data-route>`. */

export const isOneFile = document.documentElement.dataset.oneFile !== undefined
/** Opened from a disk or out of a chat: nothing can be fetched, and no service worker helps. */
export const isFromDisk = isOneFile || location.protocol === "file:"
/** The address of the script that is running now, beside which the others lie; read it while it runs. */
export const ownAddress = (document.currentScript as HTMLScriptElement).src || document.baseURI

/** The address under which a script of the site can be loaded; rejects when the file does not hold it. */
export async function reachable(address: string): Promise<string> {
  if (!isOneFile) return address
  await wholeFile()
  const name = address.slice(address.lastIndexOf("/") + 1)
  const text = document.querySelector(`script[data-file="${name}"]`)
  if (!text) throw new Error(`${name} could not be read`)
  return URL.createObjectURL(new Blob([text.textContent!], { type: "text/javascript" }))
}

/** The scripts stand last: a page that has just been opened may not have read them yet. */
function wholeFile(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve()
  return new Promise((read) => document.addEventListener("DOMContentLoaded", () => read(), { once: true }))
}
