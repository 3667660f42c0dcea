/* Paper has no form: what was put in stands as a list above the result, with the day, so that somebody else can
   go through it. */
import { element } from "./elements"
import { exampleIn } from "./examples"
import { type Control, controls, isUnasked, labelOf } from "./form"

/** Before every print, by our button or the browser's own. */
export function enlivenPrint(): void {
  addEventListener("beforeprint", () => {
    for (const section of document.querySelectorAll<HTMLElement>("[data-calculator][data-alive]")) {
      section.querySelector("output")!.prepend(head(section))
    }
  })
  addEventListener("afterprint", () => document.querySelectorAll("[data-print-head]").forEach((made) => made.remove()))
}

function head(section: HTMLElement): HTMLElement {
  const form = section.querySelector("form")!
  const said = exampleIn(form)
  const example = said && `（${said}）`
  return element(
    "div",
    { class: "hq-print-head", "data-print-head": "" },
    element("p", {}, element("strong", {}, section.getAttribute("aria-label") ?? ""), ` ${section.dataset.on}${example}`),
    element("dl", {}, ...putIn(form).map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value)))),
  )
}

/** What stands in the form, by label; lines of a list are named by their number. */
export function putIn(form: HTMLFormElement, isLeftOut = (_: Control): boolean => false): [string, string][] {
  return controls(form).flatMap((control): [string, string][] => {
    const value = shown(control)
    if (!value || control.closest("[data-new]") || isUnasked(control) || isLeftOut(control)) return []
    const row = control.closest<HTMLElement>("[data-row]")?.getAttribute("aria-label")
    return [[row ? `${row}，${labelOf(control)}` : labelOf(control), value]]
  })
}

function shown(control: Control): string {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text ?? ""
  if (control.type === "checkbox") return (control as HTMLInputElement).checked ? "是" : "否"
  const unit = control.parentElement?.querySelector(".hq-unit")?.textContent ?? ""
  return control.value && `${control.value}${unit && ` ${unit}`}`
}
