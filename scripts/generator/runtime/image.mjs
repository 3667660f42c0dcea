// Starts CPython under Node, lets it import and warm all that a page may ask for, removes what no
// question needs, and writes its memory down. Run by image.py:
//
//   node image.mjs PYODIDE_FOLDER STDLIB_ZIP SITE_PACKAGES_FOLDER NEEDED OUT_FOLDER
//
// NEEDED                  what questions need of Python: see trace_python.mjs
// OUT_FOLDER/memory.bin   every byte of the WebAssembly memory
// OUT_FOLDER/image.json   what a loader must know besides: `Image` in image.py
import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { start } from "./cpython.mjs"
import {
  CAPSULE, CODEC_INDEX, CODEC_MAP, CPYTHON, DICT, FROZEN, FROZEN_LISTS, IMMORTAL, INTERPRETER, SIGNATURE_END, UNREAD,
} from "./structs.mjs"

const [pyodide, stdlib, packages, needed, out] = process.argv.slice(2).map((p) => path.resolve(p))

const python = await start({ pyodide, stdlib, packages })
if (python.version !== CPYTHON) stop(`CPython is ${python.version}; structs.mjs was read from ${CPYTHON}`)
python.load("prepare.py")
emptyCodecs()
const respond = prune()
forgetTexts()
emptyFrozen()
emptyUnread()
emptyDocstrings()
wipe()
fs.writeFileSync(path.join(out, "memory.bin"), python.memory)
fs.writeFileSync(path.join(out, "image.json"), JSON.stringify(describe(), null, 1))
process.exit(0)

function stop(reason) {
  console.error(reason)
  process.exit(1)
}

/** Removes what is not needed; returns where the function lies that answers. What is needed comes as a file: as
    a literal of ten thousand names in the text to be compiled it once ended the start. */
function prune() {
  python.give("/needed", fs.readFileSync(needed, "utf8"))
  python.load("prune.py")
  const address = python.ask("write_address")
  python.call("prune", "/needed")
  return address
}

/** CPython keeps the names that stand in code for ever, also when the code is gone: here each that nothing but
    the table of interned texts points to is freed, and the table made anew without them. */
function forgetTexts() {
  const { exports, emscripten } = python
  const place = placeOfInterned()
  const interned = python.word(place)
  const texts = new Set(keysOf(interned))
  for (const text of pointedTo(texts, python.word(interned + DICT.keys))) texts.delete(text)
  for (const text of texts) {
    if (text < dataEnd() || python.word(text) !== IMMORTAL) continue
    if (exports.PyDict_DelItem(interned, text)) stop("an interned text is not in its table; see structs.mjs")
    exports.PyObject_Free(text)
  }
  const fresh = exports.PyDict_New()
  exports.PyDict_Update(fresh, interned)
  emscripten.HEAPU32[place / 4] = fresh
  exports.Py_DecRef(interned)
}

/** Where CPython's state holds the table of interned texts. */
function placeOfInterned() {
  const { memory, exports } = python
  const dict = exports.PyDict_Type.value + python.imports.env.__memory_base.value
  const state = exports.PyInterpreterState_Get()
  const isTable = (object) =>
    object % 4 === 0 && object + DICT.keys < memory.length
    && python.word(object + DICT.type) === dict && python.word(object + DICT.used) >= INTERPRETER.leastInterned
  const words = Array.from({ length: INTERPRETER.bytes / 4 }, (_, number) => state + 4 * number)
  const places = words.filter((at) => isTable(python.word(at)))
  if (places.length !== 1) stop(`${places.length} tables look like that of interned texts; see structs.mjs`)
  return places[0]
}

function* keysOf(dictionary) {
  const { exports, emscripten } = python
  const place = exports.malloc(4)
  const key = exports.malloc(4)
  emscripten.HEAPU32[place / 4] = 0
  while (exports.PyDict_Next(dictionary, place, key, 0)) yield python.word(key)
  exports.free(place)
  exports.free(key)
}

/** Those of the addresses that any word of the memory equals, outside the block that begins at `table`. */
function pointedTo(addresses, table) {
  const words = python.emscripten.HEAPU32
  const [begin, end] = [table / 4, (table + python.exports.malloc_usable_size(table)) / 4]
  const found = new Set()
  const look = (word) => addresses.has(word) && found.add(word)
  words.subarray(0, begin).forEach(look)
  words.subarray(end).forEach(look)
  return found
}

/** The tables of the codecs for East Asian texts; their modules keep each as a capsule. */
function emptyCodecs() {
  python.load("codec_tables.py")
  for (const capsule of python.ask("write_capsules")) {
    const map = python.word(capsule + CAPSULE.pointer)
    for (const index of [python.word(map + CODEC_MAP.encoding), python.word(map + CODEC_MAP.decoding)]) {
      if (index) emptyIndex(index)
    }
  }
  python.call("forget_codecs")
}

/** CPython's own data ends where its stack begins; above that is what lives. */
function dataEnd() {
  return python.imports["GOT.mem"].__stack_low.value
}

function emptyIndex(index) {
  const { memory } = python
  const { entries, bytes, row, first, last, letterBytes } = CODEC_INDEX
  for (let entry = index; entry < index + entries * bytes; entry += bytes) {
    const start = python.word(entry + row)
    if (start >= dataEnd()) stop(`a codec's row at ${start} is none of CPython's data; see structs.mjs`)
    if (start) memory.fill(0, start, start + letterBytes * (memory[entry + last] - memory[entry + first] + 1))
  }
}

/** The compiled modules that CPython carries in itself: those that are needed were imported by now. */
function emptyFrozen() {
  const { memory } = python
  for (const list of FROZEN_LISTS) {
    const base = python.imports.env.__memory_base.value
    let at = python.word(python.exports[list].value + base)
    for (; python.word(at + FROZEN.name); at += FROZEN.bytes) {
      const code = python.word(at + FROZEN.code)
      memory.fill(0, code, code + python.word(at + FROZEN.size))
      memory.fill(0, at + FROZEN.code, at + FROZEN.isPackage) // as CPython marks one that is left out
    }
  }
}

function emptyUnread() {
  for (const { begins, bytes, sha256 } of UNREAD) {
    const start = ownData().indexOf(Buffer.from(begins, "hex"))
    const table = ownData().subarray(start, start + bytes)
    if (start < 0 || createHash("sha256").update(table).digest("hex") !== sha256) {
      stop(`the table of ${bytes} bytes that begins with ${begins} is not what it was; see structs.mjs`)
    }
    table.fill(0)
  }
}

/** Of the functions written in C; `__doc__` is then an empty text. */
function emptyDocstrings() {
  const data = ownData()
  for (let at = data.indexOf(SIGNATURE_END); at >= 0; at = data.indexOf(SIGNATURE_END, at)) {
    data.fill(0, data.lastIndexOf(0, at) + 1, data.indexOf(0, at))
  }
}

function ownData() {
  return Buffer.from(python.memory.buffer, 0, dataEnd())
}

/** Zero what is free: the allocator's blocks and the unused stack. Zeros compress to nothing. */
function wipe() {
  const { exports, imports } = python
  exports.malloc_set_footprint_limit(exports.malloc_footprint())
  const blocks = []
  for (let size = 1 << 20; size >= 16; size >>= 1) {
    for (let block; (block = exports.malloc(size)); blocks.push(block)) {
      python.memory.fill(0, block, block + exports.malloc_usable_size(block))
    }
  }
  for (const block of blocks) exports.free(block)
  exports.malloc_set_footprint_limit(-1)
  python.memory.fill(0, dataEnd(), imports.env.__stack_pointer.value)
}

/** The values that the loader of a fresh Pyodide works out at every start. */
function describe() {
  const { module, imports, tableLength } = python
  const globals = {}
  for (const each of WebAssembly.Module.imports(module)) {
    if (each.kind === "global") globals[each.name] = imports[each.module][each.name].value
  }
  return { respond, table: tableLength, globals }
}
