/* What page and worker say to each other. */

/** `python` is the image, `fallback` the plain start of Pyodide that takes its place when it must. */
export type FileGroup = "python" | "fallback"

/** The offline edition's files: gzip in base64, by name. */
export type CarriedFiles = Record<string, string>

export type ToWorker =
  | { ask: number; request: string }
  | { files: CarriedFiles; group: FileGroup }
  /** Say `state` or `broken` as soon as it is known: only who asks is listening. */
  | { report: true }

export type FromWorker =
  /** Its lock: whoever is given that lies beside a worker that has gone. */
  | { lock: string }
  | { begun: number }
  | { answered: number; response: string }
  | { failed: number; reason: string }
  /** Still coming: of Python this share is here, from 0 to 1. */
  | { loading: number }
  | { state: "ready" | "fallback" }
  | { broken: string }
  | { wanted: FileGroup }
