/* The one Python of the visit, in the folder beside this script's own. */
import { ownAddress } from "../runtime/enclosed"
import { createRuntime, type Manifest, type RuntimeClient } from "../runtime/client"

/** The names of the built files; written in when the theme is assembled. */
declare const RUNTIME_MANIFEST: Manifest

const folder = new URL("../runtime/", ownAddress)

export function runtime(): RuntimeClient {
  return createRuntime(folder, RUNTIME_MANIFEST)
}
