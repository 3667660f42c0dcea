/* Stands in the header and runs before anything is drawn: whoever has left the page in haste does not come
   back to it, a title that says nothing is there from the start, and at night no page flashes white.
   The switches themselves are in ./leave.ts, ./discreet.ts and ./comfort.ts. */
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
  location.replace(left)
} else if (left) sessionStorage.removeItem("huanqing.left")

if (inTab("plain") || onDevice("plain")) {
  document.documentElement.dataset.title = document.title
  document.title = "记事"
}

const choice = onDevice("dark")
const dark = choice === null ? matchMedia("(prefers-color-scheme: dark)").matches : choice === "1"
if (dark) document.body.dataset.mdColorScheme = "slate"
