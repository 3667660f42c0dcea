/* How a worker begins: its bytes are those that were built, and it obeys the policy of the page, which says
   more than the headers of hosts that send none. */
import { trusted } from "./trusted"

/** Of what came instead of a file of ours; see ./trouble.ts. */
export const NOT_AS_BUILT = "not as it was built"

/** Behind the address that names a worker: no service worker has kept anything yet, so nothing is looked for. */
export const FIRST_VISIT = "#first"

/** A worker of the file at `address`; `fresh` asks the network even where the browser holds an answer. Rejects
    when other bytes come than those of `integrity`: a captive portal's page, half a file, another build's. */
export async function begin(address: string, integrity: string, fresh = false): Promise<Worker> {
  const response = await fetch(address, { integrity, cache: fresh ? "reload" : "default" }).catch(() => {
    throw new Error(`${address}: ${NOT_AS_BUILT}`)
  })
  return ofText(await response.blob(), address)
}

/** The same address, once the browser holds for it the bytes that were built. */
export async function lookedThrough(address: string, integrity: string): Promise<string> {
  const ask = (cache: RequestCache): Promise<Response> => fetch(address, { integrity, cache })
  const response = await ask("default").catch(() => ask("reload"))
  await response.blob()
  return address
}

/** A worker of this code; `name` tells it where its other files lie. */
export function ofText(code: Blob, name = ""): Worker {
  const script = new Blob([code], { type: "text/javascript" })
  return new Worker(trusted.createScriptURL(URL.createObjectURL(script)), { name })
}
