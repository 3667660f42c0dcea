// Starts CPython once under Node, without Pyodide's own Python part, lets it import and warm all
// that a page may ask for, and writes its memory down. Run by image.py:
//
//   node image.mjs PYODIDE_FOLDER STDLIB_ZIP SITE_PACKAGES_FOLDER WARM.PY OUT_FOLDER
//
// OUT_FOLDER/memory.bin   every byte of the WebAssembly memory
// OUT_FOLDER/image.json   what a loader must know besides: `Image` in image.py
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

const [pyodide, stdlib, sitePackages, warm, out] = process.argv.slice(2).map((p) => path.resolve(p))
const RESULT = "/result.json"

// The same sources must give the same bytes: no clock, no chance.
Date.now = () => 1_700_000_000_000
performance.now = () => 0
Math.random = () => 0.5

// Built into Pyodide, with tables of 700 kB that no page reads.
const CODECS = ["_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw"]
const FROZEN = ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"]

const linked = {}
const python = await start()
emptyCodecs()
const { respond, modules } = run(fs.readFileSync(warm, "utf8"))
emptyFrozen()
wipe()
fs.writeFileSync(path.join(out, "memory.bin"), python.HEAPU8)
fs.writeFileSync(path.join(out, "image.json"), JSON.stringify(describe(), null, 1))
process.exit(0)

/** What `loadPyodide` does up to where it would import its own Python packages. */
async function start() {
  globalThis.require = createRequire(import.meta.url)
  globalThis.__dirname = pyodide
  globalThis.__filename = path.join(pyodide, "pyodide.asm.js")
  await import(globalThis.__filename)
  return globalThis._createPyodideModule({
    preRun: [install],
    thisProgram: "./this.program", // as in a browser; under Node it would be the path of this file
    arguments: [],
    API: { config: { jsglobals: globalThis, packages: [] }, runtimeEnv: { IN_NODE: true } },
    instantiateWasm,
  })
}

function install(Module) {
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
  copyFolder(Module.FS, sitePackages, `/lib/python${major}.${minor}/site-packages`)
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
function instantiateWasm(imports, done) {
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

/** Runs Python, which leaves its result as JSON in the file RESULT. */
function run(code) {
  const bytes = new TextEncoder().encode(code + "\0")
  const at = linked.exports.malloc(bytes.length)
  python.HEAPU8.set(bytes, at)
  const failed = linked.exports.PyRun_SimpleString(at) // prints the traceback
  linked.exports.free(at)
  if (failed) process.exit(1)
  return JSON.parse(python.FS.readFile(RESULT, { encoding: "utf8" }))
}

/** The tables of the codecs for East Asian texts. Their modules keep each as a capsule `__map_*`
    of a `struct dbcs_map`: name, encoding index, decoding index (CPython, cjkcodecs.h). */
function emptyCodecs() {
  const capsules = run(`
import gc, json, sys
found = [vars(__import__(name)) for name in ${JSON.stringify(CODECS)}]
ids = [id(each) for names in found for name, each in names.items() if name.startswith("__map_")]
json.dump(ids, open("${RESULT}", "w"))`)
  for (const capsule of capsules) {
    const map = word(capsule + 8)
    for (const index of [word(map + 4), word(map + 8)]) if (index) emptyIndex(index)
  }
  run(`
del found
for name in ${JSON.stringify(CODECS)}: del sys.modules[name]
gc.collect()
del gc, json, sys`)
}

/** 256 entries: where a row lies, and the first and the last of its 16-bit letters. */
function emptyIndex(index) {
  for (let entry = index; entry < index + 256 * 8; entry += 8) {
    const [row, first, last] = [word(entry), python.HEAPU8[entry + 4], python.HEAPU8[entry + 5]]
    if (row) python.HEAPU8.fill(0, row, row + 2 * (last - first + 1))
  }
}

/** The compiled modules that CPython carries in itself: those that are needed were imported by now.
    Each list is of `struct _frozen`: name, code, size, whether it is a package. */
function emptyFrozen() {
  for (const list of FROZEN) {
    const base = linked.imports.env.__memory_base.value
    for (let at = word(linked.exports[list].value + base); word(at); at += 16) {
      python.HEAPU8.fill(0, word(at + 4), word(at + 4) + word(at + 8))
      python.HEAPU32.fill(0, (at + 4) / 4, (at + 12) / 4) // as CPython marks one that is left out
    }
  }
}

function word(at) {
  return python.HEAPU32[at / 4]
}

/** Zero what is free: the allocator's blocks and the unused stack. Zeros compress to nothing. */
function wipe() {
  const { exports, imports } = linked
  exports.malloc_set_footprint_limit(exports.malloc_footprint())
  const blocks = []
  for (let size = 1 << 20; size >= 16; size >>= 1) {
    for (let block; (block = exports.malloc(size)); blocks.push(block)) {
      python.HEAPU8.fill(0, block, block + exports.malloc_usable_size(block))
    }
  }
  for (const block of blocks) exports.free(block)
  exports.malloc_set_footprint_limit(-1)
  const low = imports["GOT.mem"].__stack_low.value
  python.HEAPU8.fill(0, low, imports.env.__stack_pointer.value)
}

/** The values that the loader of a fresh Pyodide works out at every start. */
function describe() {
  const { module, imports, tableLength } = linked
  const globals = {}
  for (const each of WebAssembly.Module.imports(module)) {
    if (each.kind === "global") globals[each.name] = imports[each.module][each.name].value
  }
  return { respond, modules, table: tableLength, globals }
}
