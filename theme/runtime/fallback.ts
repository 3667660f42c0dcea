/* Plain Pyodide, through its public interface only: slower to start, but with no tricks. */
import { loadPyodide } from "pyodide"
import type { Files } from "./files"
import type { Python } from "./python"

declare const FALLBACK_FOLDER: string
const PACKAGE = "huanqing-calculators"

/** No such place: whatever is asked of it comes from memory. */
const NOWHERE = "https://files.invalid/"

async function startPyodide(files: Files, isCarried: boolean): Promise<Python> {
  const folder = isCarried ? NOWHERE : self.location.href
  const indexURL = new URL(FALLBACK_FOLDER, folder).href
  if (isCarried) await answerFromMemory(files)
  const pyodide = await loadPyodide({ indexURL, packages: [PACKAGE] })
  const respond = pyodide.pyimport("calculators.browser").respond as (request: string) => string
  return { respond }
}

async function answerFromMemory(files: Files): Promise<void> {
  const glue = await (await files.get(`${FALLBACK_FOLDER}pyodide.asm.js`)).blob()
  importScripts(URL.createObjectURL(glue))
  self.fetch = (asked) => {
    const url = asked instanceof Request ? asked.url : String(asked)
    return files.get(url.slice(NOWHERE.length))
  }
}

Object.assign(self, { startPyodide })
