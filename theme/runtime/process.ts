/* A started CPython as one WebAssembly file: its memory is the file's data, so nothing has to be
   imported, linked or run at start. See scripts/generator/runtime/link.py for how the file is made. */

type Pointer = number

/** What link.py leaves exported. */
interface Exports {
  malloc(size: number): Pointer
  free(at: Pointer): void
  Py_DecRef(object: Pointer): void
  PyErr_Print(): void
  PyObject_CallOneArg(callable: Pointer, argument: Pointer): Pointer
  PyUnicode_AsUTF8AndSize(text: Pointer, size: Pointer): Pointer
  PyUnicode_FromStringAndSize(bytes: Pointer, size: number): Pointer
}

/** What the file says of itself in its section `huanqing`. */
interface Image {
  /** Pages of 64 KiB. */
  memory: number
  /** Entries of the function table. */
  table: number
  /** Where `calculators.browser.respond` lies. */
  respond: Pointer
}

const MOST_PAGES = 65536
const PAGE_BYTES = 65536
const [SUCCESS, BAD_FILE, NO_SUCH_FILE, NO_SUCH_CALL] = [0, 8, 44, 52]

export class Process {
  private readonly image: Image
  private readonly memory: WebAssembly.Memory
  private readonly table: WebAssembly.Table
  private python!: Exports
  private printed = ""

  private constructor(image: Image) {
    this.image = image
    this.memory = new WebAssembly.Memory({ initial: image.memory, maximum: MOST_PAGES })
    this.table = new WebAssembly.Table({ initial: image.table, element: "anyfunc" })
  }

  /** Throws when the file is not one of ours, or memory is refused. */
  static async start(module: WebAssembly.Module): Promise<Process> {
    const [about] = WebAssembly.Module.customSections(module, "huanqing")
    const process = new Process(JSON.parse(new TextDecoder().decode(about)) as Image)
    const instance = await WebAssembly.instantiate(module, process.imports(module))
    process.python = instance.exports as unknown as Exports
    return process
  }

  /** Text in, text out; throws what Python printed if it fails. */
  respond(request: string): string {
    const { python } = this
    const argument = this.text(request)
    const answer = python.PyObject_CallOneArg(this.image.respond, argument)
    python.Py_DecRef(argument)
    if (!answer) throw this.failure()
    const text = this.read(answer)
    python.Py_DecRef(answer)
    return text
  }

  private failure(): Error {
    this.python.PyErr_Print()
    const problem = new Error(this.printed || "Python failed")
    this.printed = ""
    return problem
  }

  private text(content: string): Pointer {
    const bytes = new TextEncoder().encode(content)
    const at = this.copy(bytes)
    const object = this.python.PyUnicode_FromStringAndSize(at, bytes.length)
    this.python.free(at)
    return object
  }

  private read(object: Pointer): string {
    const size = this.python.malloc(4)
    const at = this.python.PyUnicode_AsUTF8AndSize(object, size)
    const bytes = this.bytes(at, this.number(size))
    this.python.free(size)
    return new TextDecoder().decode(bytes)
  }

  private copy(bytes: Uint8Array): Pointer {
    const at = this.python.malloc(bytes.length)
    this.bytes(at, bytes.length).set(bytes)
    return at
  }

  // Views are made anew each time: those of before do not see a memory that has grown.
  private bytes(at: Pointer, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer as ArrayBuffer, at, length)
  }

  private number(at: Pointer): number {
    return new DataView(this.memory.buffer).getUint32(at, true)
  }

  /** Everything the module asks for. What is not in `system` must never be called. */
  private imports(module: WebAssembly.Module): WebAssembly.Imports {
    const system = this.system()
    const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {}
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      const group = (imports[from] ??= {})
      if ((kind as string) === "tag") group[name] = exceptionTag()
      else if (kind === "memory") group[name] = this.memory
      else if (kind === "table") group[name] = this.table
      else group[name] = system[name] ?? refuse(name)
    }
    return imports
  }

  /** The operating system as far as calculators need one: a clock, chance, memory; no files. */
  private system(): Record<string, (...values: never[]) => unknown> {
    const now = () => Date.now()
    return {
      // CPython calls some C functions with more arguments than they take; JavaScript may.
      _PyEM_TrampolineCall_JS: (f: number, a: number, b: number, c: number) =>
        (this.table.get(f) as (...values: number[]) => number)(a, b, c),
      _Py_CheckEmscriptenSignals_Helper: () => 0,
      emscripten_date_now: now,
      emscripten_get_now: () => performance.now(),
      clock_time_get: (_clock: number, _precision: bigint, at: Pointer) => this.clock(at),
      random_get: (at: Pointer, length: number) => this.chance(at, length),
      emscripten_get_heap_max: () => MOST_PAGES * PAGE_BYTES - PAGE_BYTES,
      emscripten_resize_heap: (wanted: number) => this.grow(wanted >>> 0),
      fd_write: (_file: number, parts: Pointer, count: number, written: Pointer) =>
        this.write(parts, count, written),
      fd_close: () => BAD_FILE,
      fd_read: () => BAD_FILE,
      fd_seek: () => BAD_FILE,
      __syscall_openat: () => -NO_SUCH_FILE,
      __syscall_stat64: () => -NO_SUCH_FILE,
      __syscall_lstat64: () => -NO_SUCH_FILE,
      __syscall_newfstatat: () => -NO_SUCH_FILE,
      __syscall_fstat64: () => -BAD_FILE,
      __syscall_getcwd: () => -NO_SUCH_CALL,
    }
  }

  private clock(at: Pointer): number {
    new DataView(this.memory.buffer).setBigUint64(at, BigInt(Date.now()) * 1_000_000n, true)
    return SUCCESS
  }

  private chance(at: Pointer, length: number): number {
    crypto.getRandomValues(this.bytes(at, length))
    return SUCCESS
  }

  private grow(wanted: number): number {
    const pages = Math.ceil((wanted - this.memory.buffer.byteLength) / PAGE_BYTES)
    try {
      this.memory.grow(pages)
      return 1
    } catch {
      return 0
    }
  }

  /** Standard output and error, both kept for the message of a failure. */
  private write(parts: Pointer, count: number, written: Pointer): number {
    let total = 0
    for (let part = parts; part < parts + 8 * count; part += 8) {
      const bytes = this.bytes(this.number(part), this.number(part + 4))
      this.printed += new TextDecoder().decode(bytes)
      total += bytes.length
    }
    new DataView(this.memory.buffer).setUint32(written, total, true)
    return SUCCESS
  }
}

function exceptionTag(): WebAssembly.ImportValue {
  // TypeScript's library does not know tags yet.
  const { Tag } = WebAssembly as unknown as { Tag: new (type: object) => WebAssembly.ImportValue }
  return new Tag({ parameters: ["i32"] })
}

function refuse(name: string): () => never {
  return () => {
    throw new Error(`Python asked for ${name}, which a restored one does not have`)
  }
}
