/* Stands in the head of pages that begin with a calculator: Python starts while the page is still
   being read. The page's script takes the worker over, see `adopted` in ../runtime/client.ts. */
import { FIRST_VISIT, ofText } from "../runtime/begin"
import type { Started } from "../runtime/client"

/** The worker's file as it was built, in the page itself: there is nothing to fetch, or to come wrong. */
declare const WORKER_CODE: string

const page = window as Started
const network = (navigator as { connection?: { saveData?: boolean } }).connection
const { start } = (document.currentScript as HTMLScriptElement).dataset
if (location.protocol !== "file:" && "Worker" in window && !network?.saveData && !page.huanqingRuntime) {
  const address = new URL(start!, location.href)
  if (!navigator.serviceWorker?.controller) address.hash = FIRST_VISIT
  page.huanqingStarted = ofText(new Blob([WORKER_CODE]), address.href)
}
