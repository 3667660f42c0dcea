/* Stands in the header and runs before anything is drawn: whoever has left the page in haste does not come
   back to it, a title that says nothing is there from the start, and at night no page flashes white.
   The switches themselves are in ./leave.ts, ./discreet.ts and ./display.ts. And what the page needs and
   came with other bytes than those that were built is thrown away and asked for once more. */
import { cutAhead } from "./ahead"
import { trusted } from "../runtime/trusted"

const stored = (where: () => Storage, key: string): string | null => {
  try {
    return where().getItem(`huanqing.${key}`)
  } catch {
    return null // A device that keeps nothing has nothing to remember.
  }
}
const inTab = (key: string): string | null => stored(() => sessionStorage, key)
const onDevice = (key: string): string | null => stored(() => localStorage, key)

const left = inTab("left")
const [way] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
if (left && way?.type === "back_forward") {
  document.documentElement.style.display = "none"
  document.title = "新标签页"
  cutAhead(() => location.replace(left))
} else if (left) sessionStorage.removeItem("huanqing.left")

if (inTab("plain") || onDevice("plain")) {
  document.documentElement.dataset.title = document.title
  document.title = "记事"
}

const choice = onDevice("dark")
const dark = choice === null ? matchMedia("(prefers-color-scheme: dark)").matches : choice === "1"
if (dark) document.body.dataset.mdColorScheme = "slate"

type Part = HTMLScriptElement | HTMLLinkElement

/** The network once more, past what the browser holds; then the page gets what it lacks. */
async function again(broken: Part): Promise<void> {
  const { integrity } = broken
  if (!integrity || broken.dataset.again !== undefined) return
  const isScript = broken instanceof HTMLScriptElement
  const address = isScript ? broken.src : broken.href
  await fetch(address, { cache: "reload", integrity })
  const next = document.createElement(isScript ? "script" : "link") as Part
  for (const { name, value } of broken.attributes) if (name !== "src") next.setAttribute(name, value)
  next.dataset.again = ""
  if (isScript) (next as HTMLScriptElement).src = trusted.createScriptURL(address)
  broken.replaceWith(next)
}

addEventListener("error", ({ target }) => {
  if (target instanceof HTMLScriptElement) void again(target).catch(() => undefined)
}, { capture: true })
// What stands before this script has come or failed by now.
for (const style of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
  if (!style.sheet) void again(style).catch(() => undefined)
}
