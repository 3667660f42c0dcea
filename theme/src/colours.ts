/* Stands in the header: light or dark is settled before anything is drawn, so that at night no page
   flashes white. The switch itself is in ./comfort.ts. */
let choice: string | null = null
try {
  choice = localStorage.getItem("huanqing.dark")
} catch {
  // A device that keeps nothing has no choice to remember.
}
const dark = choice === null ? matchMedia("(prefers-color-scheme: dark)").matches : choice === "1"
if (dark) document.body.dataset.mdColorScheme = "slate"
