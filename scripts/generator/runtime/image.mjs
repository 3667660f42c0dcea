// Starts CPython under Node, lets it import and warm all that a page may ask for, removes what no
// question needs, and writes its memory down. Run by image.py:
//
//   node image.mjs PYODIDE_FOLDER STDLIB_ZIP SITE_PACKAGES_FOLDER QUESTIONS OUT_FOLDER
//
// QUESTIONS               requests of the page, one JSON a line
// OUT_FOLDER/memory.bin   every byte of the WebAssembly memory
// OUT_FOLDER/image.json   what a loader must know besides: `Image` in image.py
import fs from "node:fs"
import path from "node:path"
import { start } from "./cpython.mjs"

const [pyodide, stdlib, packages, questions, out] = process.argv.slice(2).map((p) => path.resolve(p))
const folders = { pyodide, stdlib, packages }
const [PREPARE, PRUNE] = ["prepare.py", "prune.py"].map((name) =>
  fs.readFileSync(path.join(import.meta.dirname, "inside", name), "utf8"),
)

// Built into Pyodide, with tables of 700 kB that no page reads.
const CODECS = ["_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw"]
const FROZEN = ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"]

const needed = await trace()
const python = await start(folders)
python.run(PREPARE)
emptyCodecs()
const respond = dropUnused()
emptyFrozen()
wipe()
fs.writeFileSync(path.join(out, "memory.bin"), python.memory)
fs.writeFileSync(path.join(out, "image.json"), JSON.stringify(describe(), null, 1))
process.exit(0)

/** What Python calls to answer the questions, found with a CPython of its own. */
async function trace() {
  const traced = await start(folders)
  traced.give("/questions", fs.readFileSync(questions, "utf8"))
  traced.run(PREPARE)
  return traced.ask(`${PRUNE}
import json
with open("/questions", encoding="utf-8") as lines:
    asked = lines.read().split("\\n")
found = trace(browser, asked)
with open(RESULT, "w") as file:
    json.dump(found, file)`)
}

/** Removes the rest; returns where the function lies that answers. What is needed comes as a file: as
    a literal of ten thousand names in the text to be compiled it once ended the start. */
function dropUnused() {
  python.give("/needed", JSON.stringify(needed))
  return python.ask(`${PRUNE}
import json
with open(RESULT, "w") as file:
    file.write(str(id(browser.respond)))
with open("/needed", encoding="utf-8") as file:
    needed = json.load(file)
del file, json
drop_unused(set(needed["ran"]), needed["wanted"])
del needed
browser.warm()
gc.collect()
# Answers leave no cycles behind (tests/runtime/test_image_answers.py), so nothing is to be collected.
gc.disable()`)
}

/** The tables of the codecs for East Asian texts. Their modules keep each as a capsule `__map_*`
    of a `struct dbcs_map`: name, encoding index, decoding index (CPython, cjkcodecs.h). */
function emptyCodecs() {
  const capsules = python.ask(`
import gc, json, sys
found = [vars(__import__(name)) for name in ${JSON.stringify(CODECS)}]
ids = [id(each) for names in found for name, each in names.items() if name.startswith("__map_")]
with open(RESULT, "w") as file:
    json.dump(ids, file)`)
  for (const capsule of capsules) {
    const map = python.word(capsule + 8)
    for (const index of [python.word(map + 4), python.word(map + 8)]) if (index) emptyIndex(index)
  }
  python.run(`
del found, file
for name in ${JSON.stringify(CODECS)}: del sys.modules[name]
gc.collect()
del gc, json, sys`)
}

/** 256 entries: where a row lies, and the first and the last of its 16-bit letters. */
function emptyIndex(index) {
  const { memory } = python
  for (let entry = index; entry < index + 256 * 8; entry += 8) {
    const [row, first, last] = [python.word(entry), memory[entry + 4], memory[entry + 5]]
    if (row) memory.fill(0, row, row + 2 * (last - first + 1))
  }
}

/** The compiled modules that CPython carries in itself: those that are needed were imported by now.
    Each list is of `struct _frozen`: name, code, size, whether it is a package. */
function emptyFrozen() {
  const { memory } = python
  for (const list of FROZEN) {
    const base = python.imports.env.__memory_base.value
    for (let at = python.word(python.exports[list].value + base); python.word(at); at += 16) {
      memory.fill(0, python.word(at + 4), python.word(at + 4) + python.word(at + 8))
      memory.fill(0, at + 4, at + 12) // as CPython marks one that is left out
    }
  }
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
  const low = imports["GOT.mem"].__stack_low.value
  python.memory.fill(0, low, imports.env.__stack_pointer.value)
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
