/* The page's side: one worker for the whole visit, and only the newest request of each block. */
import type { CarriedFiles, FileGroup, FromWorker, ToWorker } from "./messages"
import { begin, ofText } from "./begin"
import { isFromDisk, reachable } from "./enclosed"
import { forgetKept } from "./files"
import { sentence } from "./trouble"
import { trusted } from "./trusted"

export interface Request {
  tool: string
  inputs: object
  on: string
  root: string
  prefix: string
  /** Text of a bill to be read into lines of that list; nothing is calculated then. */
  paste?: { list: string; text: string }
}

export type Answer =
  | { ok: true; html: string; announce: string; result: unknown; echo?: Record<string, string> }
  | { ok: false; errors: { field: string; message: string; options?: string[] }[]; echo?: Record<string, string> }

export type State = "idle" | "loading" | "ready" | "fallback" | "failed"

export interface RuntimeClient {
  readonly state: State
  /** Whether the page's head has started a worker that nobody has asked anything yet. */
  readonly isUnderWay: boolean
  /** How many of them Python takes as it travels, rounded up. */
  readonly megabytes: string
  /** Which share of it has come while it loads, from 0 to 1; 0 where that cannot be known. */
  readonly loaded: number
  onprogress?: (state: State) => void
  /** Load Python; harmless to repeat. Resolves when it can answer, rejects in state `failed`. */
  start(): Promise<void>
  /** A newer request of the same block (`prefix`) rejects this one with `AbortError`. */
  respond(request: Request, signal?: AbortSignal): Promise<Answer>
}

/** The names of the built files, from `manifest.json`. */
export interface Manifest {
  worker: string
  /** The hash of the worker's file. */
  integrity: string
  megabytes: string
  offline: { worker: string } & Record<FileGroup, string>
}

/** What is kept on the page's window. */
export interface Started {
  huanqingRuntime?: RuntimeClient
  /** A worker that the page's head started before any other script; see ../src/start.ts. */
  huanqingStarted?: Worker
}

/** The runtime in `folder`; every call of a visit gets the same one. */
export function createRuntime(folder: URL, manifest: Manifest): RuntimeClient {
  const shared = globalThis as Started
  return (shared.huanqingRuntime ??= new Runtime(folder, manifest))
}

interface Asked {
  block: string
  request: string
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

const RESTARTS = 1
/** The longest calculation takes seconds; a worker that is loading gives a sign more often. */
const ANSWER_TIMEOUT_MS = 30_000
/** A worker says at once that it begins; one that does not has gone. Where browsers have locks, that is known
    sooner, and in the middle of a calculation too. */
const SIGN_TIMEOUT_MS = 4000

class Runtime implements RuntimeClient {
  state: State = "idle"
  loaded = 0
  onprogress?: (state: State) => void
  private worker?: Worker
  private started?: Promise<void>
  private ready!: () => void
  private broken!: (reason: unknown) => void
  private restarts = RESTARTS
  private lost = false
  private launches = 0
  private number = 0
  private busy = 0
  private timer = 0
  private readonly waiting = new Map<number, Asked>()

  constructor(
    private readonly folder: URL,
    private readonly manifest: Manifest,
  ) {}

  get megabytes(): string {
    return this.manifest.megabytes
  }

  get isUnderWay(): boolean {
    return Boolean((globalThis as Started).huanqingStarted)
  }

  start(): Promise<void> {
    return (this.started ??= new Promise((resolve, reject) => {
      this.ready = resolve
      this.broken = reject
      this.become("loading")
      void this.launch()
    }))
  }

  respond(request: Request, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) return Promise.reject(superseded())
    this.supersede(request.prefix)
    const number = ++this.number
    const answer = new Promise<Answer>((resolve, reject) => {
      const asked = { block: request.prefix, request: JSON.stringify(request) }
      this.waiting.set(number, { ...asked, resolve, reject })
    })
    signal?.addEventListener("abort", () => this.cancel(number), { once: true })
    // Asked while Python still starts, it is answered one turn of the page's thread earlier.
    this.start().catch((problem: Error) => this.fail(problem))
    this.next()
    return answer
  }

  /** What was asked before for this block and not begun is of no use any more. */
  private supersede(block: string): void {
    for (const [number, asked] of this.waiting) if (asked.block === block) this.drop(number)
  }

  /** What runs can only be stopped together with its worker; a new one starts at once. */
  private cancel(number: number): void {
    this.drop(number)
    if (this.busy !== number || this.state === "loading") return
    this.restarts++
    this.lose("stopped by the reader")
  }

  private drop(number: number): void {
    const asked = this.waiting.get(number)
    if (!asked) return
    asked.reject(superseded())
    this.waiting.delete(number)
  }

  /** One request is with the worker at a time, so that those that wait can still be dropped. */
  private next(): void {
    if (this.busy || !this.worker) return
    const [first] = this.waiting
    if (!first) return
    const [number, asked] = first
    this.busy = number
    this.watch(this.state === "loading" ? ANSWER_TIMEOUT_MS : SIGN_TIMEOUT_MS)
    this.send({ ask: number, request: asked.request })
  }

  /** A browser short of memory ends a worker without a word. */
  private watch(timeoutMs = ANSWER_TIMEOUT_MS): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.lose("no answer"), timeoutMs)
  }

  /** The worker holds this lock as long as it lives. */
  private wait(worker: Worker, lock: string): void {
    void navigator.locks.request(lock, () => {
      if (worker !== this.worker) return
      if (this.waiting.size > 0 || this.state === "loading") this.lose("the browser ended the worker")
      else this.rest()
    })
  }

  /** Nobody is waiting: a new worker is started when somebody asks. */
  private rest(): void {
    clearTimeout(this.timer)
    this.worker = undefined
    this.started = undefined
    this.become("idle")
  }

  private async launch(): Promise<void> {
    const launch = ++this.launches
    this.loaded = 0
    this.watch()
    try {
      const worker = await this.newWorker()
      if (launch !== this.launches) return worker.terminate()
      this.worker = worker
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data, worker)
      worker.onerror = (event) => worker === this.worker && this.lose(event.message)
      this.send({ report: true })
      this.next()
    } catch (reason) {
      if (launch === this.launches) this.lose(reason)
    }
  }

  private hear(message: FromWorker, from: Worker): void {
    if (from !== this.worker) return
    if ("loading" in message) {
      this.watch()
      this.loaded = message.loading
    } else if ("begun" in message) this.watch()
    else if ("lock" in message) this.wait(from, message.lock)
    else if ("state" in message) {
      clearTimeout(this.timer)
      this.lost = false
      this.become(message.state)
      this.ready()
    } else if ("broken" in message) this.lose(message.broken)
    else if ("wanted" in message) void this.carry(message.wanted)
    else if ("answered" in message) this.settle(message.answered, message.response)
    else this.settle(message.failed)
  }

  private settle(number: number, response?: string): void {
    clearTimeout(this.timer)
    this.busy = 0
    this.restarts = RESTARTS // it works: what happens later is another matter
    const asked = this.waiting.get(number)
    this.waiting.delete(number)
    if (response === undefined) asked?.reject(new Error(sentence("failed")))
    else asked?.resolve(JSON.parse(response) as Answer)
    this.next()
  }

  /** The worker is gone: once more, then give up with a sentence that helps. */
  private lose(reason: unknown): void {
    clearTimeout(this.timer)
    const isStart = this.state === "loading"
    this.lost = isStart
    this.worker?.terminate()
    this.worker = undefined
    this.busy = 0
    // What was kept may be what is wrong: the worker's own file cannot say so, as it does not run.
    if (this.restarts-- > 0) void (isStart ? forgetKept() : Promise.resolve()).then(() => this.launch())
    else this.giveUp(reason)
  }

  private giveUp(reason: unknown): void {
    console.error("calculators:", reason)
    this.become("failed")
    const problem = new Error(sentence(reason))
    this.broken(problem)
    this.fail(problem)
    this.restarts = RESTARTS
    this.started = undefined // the next touch may try again
  }

  private fail(problem: Error): void {
    for (const asked of this.waiting.values()) asked.reject(problem)
    this.waiting.clear()
  }

  private become(state: State): void {
    this.state = state
    this.onprogress?.(state)
  }

  private send(message: ToWorker): void {
    this.worker?.postMessage(message)
  }

  // A page opened from a file may start no worker but one made of text, nor fetch anything: there
  // the files come as scripts, loaded only now that a calculator is used.

  private async newWorker(): Promise<Worker> {
    const started = adopted()
    if (started) return started
    if (!isFromDisk) {
      // The second time from the network: what a cache holds was wrong at the first.
      return begin(this.address(this.manifest.worker), this.manifest.integrity, this.lost)
    }
    await this.load(this.manifest.offline.worker)
    return ofText(new Blob([carriedCode()]))
  }

  private async carry(group: FileGroup): Promise<void> {
    try {
      await this.load(this.manifest.offline[group])
    } catch {
      // The worker is told that nothing comes: without the image, plain Pyodide may help.
    }
    this.send({ files: carriedFiles(group), group })
  }

  private async load(name: string): Promise<void> {
    const script = document.createElement("script")
    script.src = trusted.createScriptURL(await reachable(this.address(name)))
    return new Promise((resolve, reject) => {
      script.onload = () => resolve()
      script.onerror = () => reject(new Error(`${name} could not be read`))
      document.head.append(script)
    })
  }

  private address(name: string): string {
    return new URL(name, this.folder).href
  }
}

/** The worker that the head of the page started, once. */
function adopted(): Worker | undefined {
  const shared = globalThis as Started
  const worker = shared.huanqingStarted
  delete shared.huanqingStarted
  return worker
}

interface Carried {
  worker: string
  groups: Partial<Record<FileGroup, CarriedFiles>>
}

/** What the offline scripts leave behind. */
function carried(): Carried {
  return (globalThis as unknown as { huanqingCarried: Carried }).huanqingCarried
}

function carriedCode(): string {
  return carried().worker
}

function carriedFiles(group: FileGroup): CarriedFiles {
  return carried().groups[group] ?? {}
}

function superseded(): DOMException {
  return new DOMException("a newer request took its place", "AbortError")
}
