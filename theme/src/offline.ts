/* Offline edition only, before Material's bundle: a page opened from a file may not start a worker
   from another file, so the search worker is carried as text and started from a blob. */
import searchWorker from "search-worker"

const BrowserWorker = window.Worker

class FileWorker extends BrowserWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(/\/workers\/search\./.test(String(url)) ? blob(searchWorker) : url, options)
  }
}

function blob(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }))
}

if (location.protocol === "file:") window.Worker = FileWorker
