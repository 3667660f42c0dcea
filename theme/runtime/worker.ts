/* Python in a worker: starts the image at once, and plain Pyodide when that cannot be. */
import { carried, forgetKept, hosted, type Files } from "./files"
import type { FileGroup, FromWorker, ToWorker } from "./messages"
import type { Python } from "./python"
import { Process } from "./process"

/** Filled in by the build: names that carry the content's hash. */
declare const PYTHON_FILE: string
declare const FALLBACK_SCRIPT: string
/** What fallback.ts leaves behind. */
declare const startPyodide: (files: Files, isCarried: boolean) => Promise<Python>

/** Milliseconds after which the reader is taken to be reading. */
const PAUSE = 150
/** A question whose answer nobody reads. */
const WARMING = JSON.stringify({ tool: "overdue-cost", inputs: {}, on: "2026-01-01" })
const EMPTY_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])
const isCarried = self.location.protocol === "blob:"
const arrivals = new Map<FileGroup, (files: Files) => void>()
let fellBack = false
let isAsked = false
let python = signing(startImage().catch(fallBack))
python.then(() => setTimeout(warm, PAUSE), () => undefined) // nobody may be asking yet

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("files" in data) arrivals.get(data.group)?.(carried(data.files))
  else if ("report" in data) report()
  else void answer(data.ask, data.request)
})

function report(): void {
  python.then(
    () => say({ state: fellBack ? "fallback" : "ready" }),
    (reason: unknown) => say({ broken: String(reason) }),
  )
}

/** On a slow network a start takes minutes; the page must not take that for the worker's end. */
function signing(start: Promise<Python>): Promise<Python> {
  const sign = setInterval(() => say({ loading: true }), 5000)
  return start.finally(() => clearInterval(sign))
}

async function startImage(): Promise<Python> {
  const files = await filesOf("python")
  return Process.start(await WebAssembly.compileStreaming(files.get(PYTHON_FILE)))
}

/** The image is missing, damaged or met something it was not made for. */
async function fallBack(reason: unknown): Promise<Python> {
  // Where WebAssembly itself is missing or forbidden, Pyodide would wait for ever: say so instead.
  await WebAssembly.compile(EMPTY_MODULE)
  console.info(`计算改用完整的 Python：${String(reason)}`)
  fellBack = true
  void forgetKept()
  const files = await filesOf("fallback")
  if (isCarried) importScripts(await objectUrl(files, FALLBACK_SCRIPT))
  else importScripts(new URL(FALLBACK_SCRIPT, self.location.href).href)
  return startPyodide(files, isCarried)
}

/** Browsers compile a function when it is first called; until the reader asks there is time for that. */
function warm(): void {
  if (!isAsked) respond(WARMING).catch(() => undefined) // nobody waits for it
}

async function answer(ask: number, request: string): Promise<void> {
  isAsked = true
  try {
    say({ answered: ask, response: await respond(request) })
  } catch (reason) {
    say({ failed: ask, reason: String(reason) })
  }
}

/** A trap in the image is not the reader's trouble: plain Pyodide answers the same request. */
async function respond(request: string): Promise<string> {
  const used = python
  try {
    return (await used).respond(request)
  } catch (reason) {
    if (fellBack && used === python) throw reason
    if (!fellBack) python = signing(fallBack(reason))
    return (await python).respond(request)
  }
}

/** Offline, the page must first fetch the script that carries them. */
function filesOf(group: FileGroup): Promise<Files> {
  if (!isCarried) return Promise.resolve(hosted)
  say({ wanted: group })
  return new Promise((arrived) => arrivals.set(group, arrived))
}

async function objectUrl(files: Files, name: string): Promise<string> {
  return URL.createObjectURL(await (await files.get(name)).blob())
}

function say(message: FromWorker): void {
  postMessage(message)
}
