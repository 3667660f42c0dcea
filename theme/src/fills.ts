/* A choice such as the product borrowed says what stands in for fields that stay empty: it is shown in grey
   where it would be typed, and Python takes it and says so. A number of the page's example makes room. */
import { type Control, controls } from "./form"

type Said = Record<string, Record<string, string>>

/** Show what the form's choices say of its empty fields; harmless to repeat. */
export function show(form: HTMLFormElement): void {
  for (const choice of form.querySelectorAll<HTMLSelectElement>("select[data-fills]")) {
    const all = JSON.parse(choice.dataset.fills!) as Said
    const said = all[choice.value] ?? {}
    const concerned = new Set(Object.values(all).flatMap((each) => Object.keys(each)))
    for (const control of controls(form)) {
      if (concerned.has(control.name)) suggest(control, said[control.name])
    }
  }
}

function suggest(control: Control, said: string | undefined): void {
  if (!(control instanceof HTMLInputElement)) return
  control.placeholder = said === undefined ? "" : `不填按 ${said}`
  if (said === undefined || control.dataset.example === undefined) return
  control.value = ""
  control.removeAttribute("data-example")
}
