// Runs the reference numbers inside Pyodide: node pyodide.mjs FOLDER CASES.json
// FOLDER holds `calculators` and `run.py`; prints the faults as JSON.
import fs from "node:fs"
import { loadPyodide } from "pyodide"

const [folder, cases] = process.argv.slice(2)
const python = await loadPyodide()
python.FS.mkdirTree("/project")
python.mountNodeFS("/project", folder)
python.runPython("import sys; sys.path.insert(0, '/project'); sys.dont_write_bytecode = True")
try {
  console.log(python.pyimport("run").report(fs.readFileSync(cases, "utf8")))
} catch (error) {
  console.error(error.message) // the traceback alone, without Pyodide's own source
  process.exit(1)
}
