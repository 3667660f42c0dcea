/* The one Python of the visit, in the folder beside this script's own. */
import { createRuntime, type Manifest, type RuntimeClient } from "../runtime/client"

/** The names of the built files; written in when the theme is assembled. */
declare const RUNTIME_MANIFEST: Manifest

// Read while the script runs: later there is no "current" script to ask.
const folder = new URL("../runtime/", (document.currentScript as HTMLScriptElement).src)

export function runtime(): RuntimeClient {
  return createRuntime(folder, RUNTIME_MANIFEST)
}
