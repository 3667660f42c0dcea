// Starts CPython under Node, asks it the questions of standard input, one a line, and writes down which
// functions and modules of Python they need (see inside/prune.py):
//
//   node trace_python.mjs PYODIDE_FOLDER STDLIB_ZIP SITE_PACKAGES_FOLDER OUT
import fs from "node:fs"
import path from "node:path"
import { start } from "./cpython.mjs"

const [pyodide, stdlib, packages, out] = process.argv.slice(2).map((p) => path.resolve(p))
const python = await start({ pyodide, stdlib, packages })
python.give("/questions", fs.readFileSync(0, "utf8"))
python.load("prepare.py")
python.load("prune.py")
fs.writeFileSync(out, JSON.stringify(python.ask("write_trace", "/questions")))
process.exit(0)
