/* Plain Pyodide, through its public interface only: slower to start, but with no tricks. */
import { loadPyodide } from "pyodide"
import { lookedThrough } from "./begin"
import { address, type Files } from "./files"
import type { Python } from "./python"
import { trusted } from "./trusted"

declare const FALLBACK_FOLDER: string
/** The hash of each file of that folder. */
declare const FALLBACK_FILES: Record<string, string>
const GLUE = "pyodide.asm.js"
const PACKAGE = "huanqing-calculators"

/** No such place: whatever is asked of it comes from memory. */
const NOWHERE = "https://files.invalid/"

async function startPyodide(files: Files, isCarried: boolean): Promise<Python> {
  const indexURL = isCarried ? NOWHERE + FALLBACK_FOLDER : address(FALLBACK_FOLDER)
  await (isCarried ? answerFromMemory(files) : answerAsBuilt(indexURL))
  const pyodide = await loadPyodide({ indexURL, packages: [PACKAGE] })
  const respond = pyodide.pyimport("calculators.browser").respond as (request: string) => string
  return { respond }
}

async function answerFromMemory(files: Files): Promise<void> {
  const glue = await (await files.get(FALLBACK_FOLDER + GLUE)).blob()
  importScripts(URL.createObjectURL(glue))
  self.fetch = (asked) => files.get(nameOf(asked, NOWHERE))
}

/** Pyodide asks for its files by itself: each answer has the bytes that were built, or there is none. */
async function answerAsBuilt(folder: string): Promise<void> {
  importScripts(trusted.createScriptURL(await lookedThrough(folder + GLUE, FALLBACK_FILES[GLUE])))
  const ask = self.fetch.bind(self)
  self.fetch = (asked, how) => ask(asked, { ...how, integrity: FALLBACK_FILES[nameOf(asked, folder)] })
}

function nameOf(asked: RequestInfo | URL, folder: string): string {
  return (asked instanceof Request ? asked.url : String(asked)).slice(folder.length)
}

Object.assign(self, { startPyodide })
