/* Keeps the site for times without a network, and offers a new version when there is one. */
import type { Reply, Wish } from "../service-worker/messages"
import type { RuntimeClient } from "../runtime/client"
import { isFromDisk, ownAddress } from "../runtime/enclosed"
import { trusted } from "../runtime/trusted"
import { button, element } from "./elements"
import * as store from "./store"

interface Connection {
  saveData?: boolean
  effectiveType?: string
}

const root = new URL("../../", ownAddress)
const QUIET_MS = 4000
let isErased = false

/** Nothing before the page is at rest: whatever this fetches must not delay the first result. */
export function keep(runtime: RuntimeClient): void {
  if (!("serviceWorker" in navigator) || isFromDisk) return
  const wait = (): void => {
    if (runtime.state === "loading") setTimeout(wait, QUIET_MS)
    else void register(runtime).catch(() => undefined) // Then the site works as sites do.
  }
  addEventListener("load", () => setTimeout(wait, QUIET_MS))
}

/** What was erased is not put away again before the next page. */
export function keepNoMore(): void {
  isErased = true
}

async function register(runtime: RuntimeClient): Promise<void> {
  if (isErased) return
  const address = trusted.createScriptURL(new URL("service-worker.js", root).href)
  const found = await navigator.serviceWorker.register(address)
  watch(found)
  const { active } = await navigator.serviceWorker.ready
  const python = (): void => {
    if (!isErased) active?.postMessage("python" satisfies Wish)
  }
  if (!isSparing() || runtime.state === "ready") python()
  else runtime.onprogress = (state) => state === "ready" && python()
}

/** Whether three megabytes more would hurt. */
function isSparing(): boolean {
  const { connection } = navigator as { connection?: Connection }
  return connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? "")
}

function watch(found: ServiceWorkerRegistration): void {
  const offerIfWaiting = (): void => {
    if (found.waiting && navigator.serviceWorker.controller) offer(found.waiting)
  }
  offerIfWaiting()
  found.addEventListener("updatefound", () => {
    found.installing?.addEventListener("statechange", offerIfWaiting)
  })
}

function offer(waiting: ServiceWorker): void {
  if (document.querySelector("[data-update]")) return
  const words = element("span", {}, store.isUnkept() ? "有新版本。换的时候，没存的数会清空，可以先导出。" : "有新版本。")
  const change = button("点这里换", async () => {
    if (!(await takeOver(waiting))) words.textContent = "这个网站还开着别的标签页。先关掉它们，再点一次。"
  })
  const bar = element("p", { class: "hq-bar-note", role: "status", "data-update": "" }, words, change)
  bar.append(button("以后再说", () => bar.remove()))
  document.body.append(bar)
}

function takeOver(waiting: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  navigator.serviceWorker.addEventListener("controllerchange", () => store.hasLeft() || location.reload(), { once: true })
  waiting.postMessage("take over" satisfies Wish, [port2])
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data.taken)
  })
}
