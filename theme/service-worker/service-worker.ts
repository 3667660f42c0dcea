/* The whole site without a network, after one visit.

   Workbox keeps the pages: each under its hash, taken only if its bytes are those that were built,
   all of them or none, and looked through when it is used: what is damaged is asked for anew. A new build waits until no page of the old one is open, or until the reader
   asks for it in the only one; so an old page never meets a new file. Python, which is larger than
   all pages together, is kept only when the page says that it is wanted. */
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from "workbox-precaching"
import { cacheNames } from "workbox-core"
import { registerRoute } from "workbox-routing"
import { hosted, KEPT, vouch, whole } from "../runtime/files"
import type { Reply, Wish } from "./messages"

declare const self: ServiceWorkerGlobalScope & {
  /** Written in when the site is published; a live preview has none. */
  __WB_MANIFEST?: { pages: PrecacheEntry[]; python: Record<string, string> }
}

const build = self.__WB_MANIFEST
/** The hash of each file of Python by its address. */
const python = new Map(Object.entries(build?.python ?? {}).map(([name, hash]) => [absolute(name), hash]))

if (build) serve(build.pages)
else retire()

/** Of each page's file. */
const hashes = new Map((build?.pages ?? []).map(({ url, integrity }) => [absolute(url), integrity ?? ""]))

function serve(pages: PrecacheEntry[]): void {
  addPlugins([{ cachedResponseWillBeUsed: ({ cachedResponse, request, event, cacheName }) =>
    sound(cachedResponse, request, cacheName, event?.type === "install"),
  cacheWillUpdate: ({ response, event }) => mayKeep(response, event?.type === "install") }])
  precacheAndRoute(pages, { ignoreURLParametersMatching: [/./], directoryIndex: "" })
  cleanupOutdatedCaches()
  registerRoute(({ url }) => python.has(url.href), ({ request }) => kept(request))
  registerRoute(({ request }) => request.mode === "navigate", ({ request }) => elsewhere(request))
  self.addEventListener("install", (event) => event.waitUntil(keepOn()))
  self.addEventListener("activate", (event) => event.waitUntil(dropOld()))
  self.addEventListener("message", hear)
}

/** Once the reader has erased what was kept, this worker lives on until the page is left, and keeps nothing more. */
async function mayKeep(response: Response, isInstalling: boolean): Promise<Response | null> {
  return response.ok && (isInstalling || (await caches.has(cacheNames.precache))) ? response : null
}

/** What was put away, if its bytes are still those that were built; else from the network, and put away anew. */
async function sound(
  copy: Response | undefined,
  request: Request,
  cacheName: string,
  isInstalling: boolean,
): Promise<Response | undefined> {
  const url = new URL(request.url)
  url.searchParams.delete("__WB_REVISION__")
  const hash = hashes.get(url.href)
  if (!hash || (copy && (await isWhole(copy.clone(), hash)))) return copy
  if (isInstalling) return undefined
  try {
    const response = await whole(await fetch(url.href, { cache: "reload" }), hash)
    if (await caches.has(cacheName)) await (await caches.open(cacheName)).put(request, response.clone()).catch(() => undefined)
    return response
  } catch {
    return undefined // the network may give what is good enough
  }
}

/** On an address where a published site stood before: be gone, so that nothing old is shown. */
function retire(): void {
  self.addEventListener("install", () => void self.skipWaiting())
  self.addEventListener("activate", () => void self.registration.unregister())
}

function hear(event: ExtendableMessageEvent): void {
  const wish = event.data as Wish
  event.waitUntil(wish === "python" ? keepPython() : takeOver(event.ports[0]))
}

async function takeOver(asker: MessagePort): Promise<void> {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true })
  const taken = open.length <= 1
  asker.postMessage({ taken } satisfies Reply)
  if (taken) await self.skipWaiting()
}

/** A page that this build does not have. */
async function elsewhere(request: Request): Promise<Response> {
  return fetch(request).catch(async () => (await matchPrecache("404.html")) ?? Response.error())
}

/** Python as kept, or from the network; what is not kept is not put away in passing. */
async function kept(request: Request): Promise<Response> {
  if (request.cache === "reload") return fetch(request) // what is kept was wrong
  return (await caches.match(request, { cacheName: KEPT })) ?? fetch(request)
}

/** What is kept is checked at every visit, and what is put away has the bytes that were built. */
async function keepPython(): Promise<void> {
  const cache = await caches.open(KEPT)
  for (const [url, hash] of python) {
    const copy = await cache.match(url)
    if (copy && (await isWhole(copy, hash))) continue
    await cache.delete(url)
    await cache.put(url, await fetched(url, hash))
  }
}

async function fetched(url: string, hash: string): Promise<Response> {
  try {
    return await whole(await hosted.get(url), hash)
  } catch {
    return whole(await hosted.get(url, true), hash)
  }
}

async function isWhole(copy: Response, hash: string): Promise<boolean> {
  return copy.arrayBuffer().then((bytes) => vouch(bytes, hash, copy.url)).then(() => true, () => false)
}

/** Who had Python without a network has the new one too; without it, the pages are still whole. */
async function keepOn(): Promise<void> {
  if (await caches.has(KEPT)) await keepPython().catch(() => undefined)
}

async function dropOld(): Promise<void> {
  if (!(await caches.has(KEPT))) return
  const cache = await caches.open(KEPT)
  for (const request of await cache.keys()) {
    if (!python.has(request.url)) await cache.delete(request)
  }
}

function absolute(name: string): string {
  return new URL(name, self.location.href).href
}
