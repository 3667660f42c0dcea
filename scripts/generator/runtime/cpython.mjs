// CPython as Pyodide builds it, started under Node without Pyodide's own Python part.
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

const INSIDE = path.join(import.meta.dirname, "inside")
const RESULT = "/result.json"

// The same sources must give the same bytes: no clock, no chance.
Date.now = () => 1_700_000_000_000
performance.now = () => 0
Math.random = () => 0.5

/** What `loadPyodide` does up to where it would import its own Python packages.
    `folders`: of `pyodide`, the compiled `stdlib` (a zip) and the `packages` to import from. */
export async function start(folders) {
  globalThis.require = createRequire(import.meta.url)
  globalThis.__dirname = folders.pyodide
  globalThis.__filename = path.join(folders.pyodide, "pyodide.asm.js")
  await import(globalThis.__filename)
  const linked = {}
  const emscripten = await globalThis._createPyodideModule({
    preRun: [(Module) => install(Module, folders)],
    thisProgram: "./this.program", // as in a browser; under Node it would be the path of this file
    arguments: [],
    API: { config: { jsglobals: globalThis, packages: [] }, runtimeEnv: { IN_NODE: true } },
    instantiateWasm: (imports, done) => instantiate(folders, imports, done, linked),
  })
  return new CPython(emscripten, linked)
}

class CPython {
  constructor(emscripten, linked) {
    this.emscripten = emscripten
    Object.assign(this, linked)
  }

  /** Such as "3.13.2". */
  get version() {
    const version = this.emscripten.HEAPU32[this.emscripten._Py_Version >>> 2]
    return [24, 16, 8].map((bits) => (version >>> bits) & 0xff).join(".")
  }

  get memory() {
    return this.emscripten.HEAPU8
  }

  /** The 32 bits at an address. */
  word(at) {
    return this.emscripten.HEAPU32[at / 4]
  }

  /** Lets Python find a text as a file. */
  give(name, text) {
    this.emscripten.FS.writeFile(name, text)
  }

  /** Runs a file of the folder `inside`; what it defines can be called from then on. */
  load(name) {
    this.run(fs.readFileSync(path.join(INSIDE, name), "utf8"))
  }

  /** Calls a function that such a file defines, with the paths of files. */
  call(name, ...paths) {
    this.run(`${name}(*${JSON.stringify(paths)})`)
  }

  /** What a function has to say that writes JSON into a file, its last path. */
  ask(name, ...paths) {
    this.call(name, ...paths, RESULT)
    return JSON.parse(this.emscripten.FS.readFile(RESULT, { encoding: "utf8" }))
  }

  run(code) {
    const bytes = new TextEncoder().encode(`${code}\0`)
    const at = this.exports.malloc(bytes.length)
    this.memory.set(bytes, at)
    const failed = this.exports.PyRun_SimpleString(at) // prints the traceback
    this.exports.free(at)
    if (failed) process.exit(1)
  }
}

function install(Module, { stdlib, packages }) {
  const version = Module.HEAPU32[Module._Py_Version >>> 2]
  const [major, minor] = [version >>> 24, (version >>> 16) & 0xff]
  Object.assign(Module.ENV, {
    LANG: "C.UTF-8", // or Emscripten would take that of whoever builds
    HOME: "/home/pyodide",
    PYTHONINSPECT: "1", // or main() would end the process
    PYTHONOPTIMIZE: "2", // no docstrings, no asserts
    PYTHONNODEBUGRANGES: "1", // no columns for tracebacks nobody sees
    PYTHONHASHSEED: "0",
    PYTHONDONTWRITEBYTECODE: "1",
  })
  Module.FS.mkdirTree("/home/pyodide")
  Module.FS.mkdirTree("/lib")
  Module.FS.writeFile(`/lib/python${major}${minor}.zip`, fs.readFileSync(stdlib))
  copyFolder(Module.FS, packages, `/lib/python${major}.${minor}/site-packages`)
}

function copyFolder(FS, source, target) {
  FS.mkdirTree(target)
  const byName = (a, b) => (a.name < b.name ? -1 : 1)
  for (const entry of fs.readdirSync(source, { withFileTypes: true }).sort(byName)) {
    const [from, to] = [path.join(source, entry.name), `${target}/${entry.name}`]
    if (entry.isDirectory()) copyFolder(FS, from, to)
    else FS.writeFile(to, fs.readFileSync(from))
  }
}

/** Keep hold of what Emscripten hands to WebAssembly; no chance, and without one optional part. */
function instantiate({ pyodide }, imports, done, linked) {
  // A little module compiled at start makes calls of some C functions quicker; its place in the
  // table would have to be made anew at every start. Without it they go through JavaScript.
  imports.env._PyEM_InitTrampoline_js = () => {}
  imports.env._PyEM_GetCountArgsPtr = () => 0
  imports.wasi_snapshot_preview1.random_get = (at, length) => {
    new Uint8Array(imports.env.memory.buffer, at, length).fill(7)
    return 0
  }
  imports.sentinel = { create_sentinel: () => null, is_sentinel: (value) => value === null }
  linked.tableLength = imports.env.__indirect_function_table.length
  const module = new WebAssembly.Module(fs.readFileSync(path.join(pyodide, "pyodide.asm.wasm")))
  const instance = new WebAssembly.Instance(module, imports)
  Object.assign(linked, { module, imports, exports: instance.exports })
  done(instance, module)
  return {}
}
