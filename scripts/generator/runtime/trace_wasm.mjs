// Asks an instrumented image (see trace_wasm.py) the questions of standard input, one a line, and writes down
// which of its functions have been called:
//
//   node trace_wasm.mjs INSTRUMENTED.wasm ADDRESS COUNT OUT
import fs from "node:fs"
import { Process } from "../../../theme/runtime/process.ts"

const [file, address, count, out] = process.argv.slice(2)
const python = await Process.start(new WebAssembly.Module(fs.readFileSync(file)))
for (const line of fs.readFileSync(0, "utf8").split("\n")) python.respond(line)
fs.writeFileSync(out, new Uint8Array(python.memory.buffer, Number(address), Number(count)))
process.exit()
