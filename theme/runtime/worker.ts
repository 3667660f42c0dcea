/* Python in a worker: starts the image at once, and plain Pyodide when that cannot be. */
import { FIRST_VISIT, lookedThrough, NOT_AS_BUILT } from "./begin"
import { address, carried, forgetKept, hosted, kept, read, vouch, type Files } from "./files"
import type { FileGroup, FromWorker, ToWorker } from "./messages"
import type { Python } from "./python"
import { Process } from "./process"
import { trusted } from "./trusted"

/** Filled in by the build: names, and hash and size of what lies there, unpacked. */
declare const PYTHON_FILE: string
declare const PYTHON_HASH: string
declare const PYTHON_BYTES: number
declare const FALLBACK_SCRIPT: string
declare const FALLBACK_HASH: string
/** What fallback.ts leaves behind. */
declare const startPyodide: (files: Files, isCarried: boolean) => Promise<Python>

/** After this the reader is taken to be reading. */
const PAUSE_MS = 150
/** How often a question is asked again in that time: after that its answer comes no sooner. */
const ROUNDS = 20
/** What takes longer is not done again for nothing, or the reader might have to wait for it. */
const LONG_MS = 500
const FIRST_QUESTION = JSON.stringify({ tool: "overdue-cost", inputs: {}, on: "2026-01-01" })
/** What Pyodide needs and our image does not: a module with a `try` and a reference. Chrome 96, Firefox 100
    and Safari 16.4 are the first that read it. */
const PYODIDES_NEEDS = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02],
  ...[0x01, 0x00, 0x0a, 0x0b, 0x01, 0x09, 0x00, 0x06, 0x40, 0x19, 0x0b, 0xd0, 0x6f, 0x1a, 0x0b],
])
/** For so long a start may say that it still loads: on the slowest network it is there by then. */
const LONGEST_START_MS = 600_000
const SIGN_EVERY_MS = 1000
/** A worker of a website is told where its files lie; one of a page on a disk gets them handed. */
const isCarried = self.location.protocol === "blob:" && !self.name
const arrivals = new Map<FileGroup, (files: Files) => void>()
let fellBack = false
/** Of the image, from 0 to 1. */
let shareHere = 0
let question = FIRST_QUESTION
let rounds = ROUNDS
let pause = 0
const lock = held()
let python = signing(startImage().catch(fallBack))
python.catch(() => undefined) // nobody may be asking yet

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("files" in data) arrivals.get(data.group)?.(carried(data.files))
  else if ("report" in data) report()
  else void answer(data.ask, data.request)
})

/** As long as this worker lives, it holds a lock of its own: who waits for that hears at once when it is gone. */
function held(): Promise<string | undefined> {
  const name = `huanqing ${Math.random()}`
  return new Promise((resolve) => {
    if (!navigator.locks) return resolve(undefined) // of before 2022, or of an address that is not secure
    navigator.locks
      .request(name, () => new Promise(() => resolve(name)))
      .catch(() => resolve(undefined))
  })
}

function report(): void {
  void lock.then((name) => name && say({ lock: name }))
  python.then(
    () => {
      say({ state: fellBack ? "fallback" : "ready" })
      rest(PAUSE_MS) // not before: until the page asks for a report, it is busy coming to life itself
    },
    (reason: unknown) => say({ broken: String(reason) }),
  )
}

/** On a slow network a start takes minutes; the page must not take that for the worker's end. */
function signing(start: Promise<Python>): Promise<Python> {
  const sign = setInterval(() => say({ loading: shareHere }), SIGN_EVERY_MS)
  setTimeout(() => clearInterval(sign), LONGEST_START_MS) // Pyodide waits for ever where its file is damaged
  return start.finally(() => clearInterval(sign))
}

/** From what is kept, else from what comes; what came wrong is thrown away and asked for once more. */
async function startImage(): Promise<Python> {
  const files = await filesOf("python")
  const copy = isCarried || self.name.endsWith(FIRST_VISIT) ? undefined : await kept(PYTHON_FILE)
  if (copy) {
    const module = await WebAssembly.compileStreaming(copy).catch(() => void forgetKept())
    if (module) return Process.start(module)
  }
  try {
    return await checked(await files.get(PYTHON_FILE))
  } catch (reason) {
    if (isCarried || !isOfTheFile(reason)) throw reason
    return checked(await files.get(PYTHON_FILE, true))
  }
}

/** Whether another copy of the file may do better; a browser that cannot run it at all never will. */
function isOfTheFile(reason: unknown): boolean {
  return String(reason).includes(NOT_AS_BUILT) || reason instanceof TypeError
}

/** Compiled, laid out in memory and looked through at once: nothing in it runs before it has been. Not as it arrives:
    two readers of one stream take longer than V8 does to compile it, since it compiles a function when first called. */
async function checked(response: Response): Promise<Python> {
  const bytes = await read(response, PYTHON_BYTES, (share) => (shareHere = share))
  const python = WebAssembly.compile(bytes).then((module) => Process.start(module))
  python.catch(() => undefined) // of wrong bytes the better reason is that they are wrong
  if (!isCarried) await vouch(bytes, PYTHON_HASH, response.url)
  return python
}

/** The image is missing, damaged or met something it was not made for. */
async function fallBack(reason: unknown): Promise<Python> {
  // Where WebAssembly is missing, forbidden or too old, Pyodide would wait for ever: say so instead.
  await WebAssembly.compile(PYODIDES_NEEDS).catch(() => {
    throw new Error(`WebAssembly: ${String(reason)}`)
  })
  console.info(`计算改用完整的 Python：${String(reason)}`)
  fellBack = true
  shareHere = 0
  void forgetKept()
  const files = await filesOf("fallback")
  if (isCarried) importScripts(await objectUrl(files, FALLBACK_SCRIPT))
  else importScripts(trusted.createScriptURL(await lookedThrough(address(FALLBACK_SCRIPT), FALLBACK_HASH)))
  return startPyodide(files, isCarried)
}

/** Browsers compile a function when it is first called, and well only after many calls. While the reader
    reads there is time for that: the last question is asked again, and its answer thrown away. */
function rest(lengthMs: number): void {
  clearTimeout(pause)
  if (rounds > 0) pause = self.setTimeout(() => void warm(), lengthMs)
}

async function warm(): Promise<void> {
  rounds--
  await respond(question).catch(() => undefined)
  rest(0)
}

async function answer(ask: number, request: string): Promise<void> {
  clearTimeout(pause)
  say({ begun: ask })
  if (question === FIRST_QUESTION) rounds = ROUNDS // the reader's own calculator comes to know its way
  question = request
  try {
    say({ answered: ask, response: await respond(request) })
  } catch (reason) {
    say({ failed: ask, reason: String(reason) })
  }
  rest(PAUSE_MS)
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
  if (performance.now() - start > LONG_MS) rounds = 0
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
