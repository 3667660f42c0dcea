// Runs the built runtime under Node, for tests:
//
//   node scripts/generator/runtime/node_run.mjs FILE.py [ARGUMENT...]
//     a Python file in plain Pyodide with the built wheels; the project lies at /project
//   node scripts/generator/runtime/node_run.mjs --image < requests
//     requests of the page, one JSON a line, answered one a line by the image that readers get;
//     with --timed each line begins with the processor's milliseconds for it, and a tab
import fs from "node:fs"
import path from "node:path"
import { loadPyodide } from "pyodide"
import { Process } from "../../../theme/runtime/process.ts"

const ROOT = path.resolve(import.meta.dirname, "../../..")
const BUILT = path.join(ROOT, "build", "runtime")
const manifest = JSON.parse(fs.readFileSync(path.join(BUILT, "manifest.json"), "utf8"))
const [file, ...rest] = process.argv.slice(2)

if (file === "--image") await answerLines()
else await runFile()
process.exit()

async function answerLines() {
  const module = new WebAssembly.Module(fs.readFileSync(path.join(BUILT, manifest.python)))
  const python = await Process.start(module)
  const lines = fs.readFileSync(0, "utf8").split("\n")
  // Not console.log, whose last lines would be lost when the process ends.
  for (const line of lines.filter(Boolean)) write(`${answered(python, line)}\n`)
}

function answered(python, line) {
  const start = process.threadCpuUsage()
  const answer = python.respond(line)
  const { user, system } = process.threadCpuUsage(start)
  return rest.includes("--timed") ? `${(user + system) / 1000}\t${answer}` : answer
}

// A pipe takes a part of what is long.
function write(text) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(1, bytes, at)
}

async function runFile() {
  const packages = ["huanqing-calculators"]
  const indexURL = path.join(BUILT, manifest.pyodide)
  const pyodide = await loadPyodide({ indexURL, packages, env: { PYTHONUTF8: "1" } })
  pyodide.mountNodeFS("/project", ROOT)
  pyodide.runPython(fs.readFileSync(path.join(import.meta.dirname, "inside", "run_file.py"), "utf8"))
  const run = pyodide.globals.get("run_file")
  try {
    run(fs.readFileSync(file, "utf8"), pyodide.toPy([file, ...rest]))
  } catch (problem) {
    console.error(problem.message)
    process.exit(1)
  }
}
