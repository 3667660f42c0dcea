/* Stands in the head of pages that begin with a calculator: Python starts while the page is still
   being read. The page's script takes the worker over, see `adopted` in ../runtime/client.ts. */
import type { Started } from "../runtime/client"
import { begin } from "../runtime/begin"

const page = window as Started
const network = (navigator as { connection?: { saveData?: boolean } }).connection
const { start, integrity } = (document.currentScript as HTMLScriptElement).dataset
if (location.protocol !== "file:" && "Worker" in window && !network?.saveData && !page.huanqingRuntime) {
  page.huanqingStarted = begin(new URL(start!, location.href).href, integrity!).catch(() => undefined)
}
