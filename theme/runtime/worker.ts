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
/** How often a question is asked again in that time: after that its answer comes no sooner. */
const ROUNDS = 20
/** Milliseconds: what takes longer is not done again for nothing, or the reader might have to wait for it. */
const LONG = 500
const FIRST_QUESTION = JSON.stringify({ tool: "overdue-cost", inputs: {}, on: "2026-01-01" })
const EMPTY_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])
const isCarried = self.location.protocol === "blob:"
const arrivals = new Map<FileGroup, (files: Files) => void>()
let fellBack = false
let question = FIRST_QUESTION
let rounds = ROUNDS
let pause = 0
let python = signing(startImage().catch(fallBack))
python.catch(() => undefined) // nobody may be asking yet

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("files" in data) arrivals.get(data.group)?.(carried(data.files))
  else if ("report" in data) report()
  else void answer(data.ask, data.request)
})

function report(): void {
  python.then(
    () => {
      say({ state: fellBack ? "fallback" : "ready" })
      rest(PAUSE) // not before: until the page asks for a report, it is busy coming to life itself
    },
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

/** Browsers compile a function when it is first called, and well only after many calls. While the reader
    reads there is time for that: the last question is asked again, and its answer thrown away. */
function rest(length: number): void {
  clearTimeout(pause)
  if (rounds > 0) pause = self.setTimeout(() => void warm(), length)
}

async function warm(): Promise<void> {
  rounds--
  await respond(question).catch(() => undefined)
  rest(0)
}

async function answer(ask: number, request: string): Promise<void> {
  clearTimeout(pause)
  if (question === FIRST_QUESTION) rounds = ROUNDS // the reader's own calculator comes to know its way
  question = request
  try {
    say({ answered: ask, response: await respond(request) })
  } catch (reason) {
    say({ failed: ask, reason: String(reason) })
  }
  rest(PAUSE)
}

/** A trap in the image is not the reader's trouble: plain Pyodide answers the same request. */
async function respond(request: string): Promise<string> {
  const used = python
  try {
    return timed(await used, request)
  } catch (reason) {
    if (fellBack && used === python) throw reason
    if (!fellBack) python = signing(fallBack(reason))
    return timed(await python, request)
  }
}

function timed(python: Python, request: string): string {
  const start = performance.now()
  const response = python.respond(request)
  if (performance.now() - start > LONG) rounds = 0
  return response
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
