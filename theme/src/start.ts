/* Stands in the head of pages that begin with a calculator: Python starts while the page is still
   being read. The page's script takes the worker over, see `adopted` in ../runtime/client.ts. */
import type { Started } from "../runtime/client"
import { trusted } from "../runtime/trusted"

const page = window as Started
const network = (navigator as { connection?: { saveData?: boolean } }).connection
const script = (document.currentScript as HTMLScriptElement).dataset.start!
if (location.protocol !== "file:" && "Worker" in window && !network?.saveData && !page.huanqingRuntime) {
  page.huanqingStarted = new Worker(trusted.createScriptURL(script))
  page.huanqingStarted.onerror = () => delete page.huanqingStarted
}
