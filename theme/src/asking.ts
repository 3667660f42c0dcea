/* Questions that come one at a time: a field with `data-when` shows only while an answer before it asks
   for it. `data-when="q2=court|police q4=yes"` is met by any of its parts; see `asked` in
   calculators/form/declare.py, which says the same to whoever has no script. */
import { type Control, isUnasked } from "./form"

/** Show the fields that are asked now and hide the others, which keep what was typed. */
export function update(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>("[data-when]")) {
    field.hidden = !field.dataset.when!.split(" ").some((part) => isMet(form, part))
  }
}

/** Fields stand after those that they hang on, so these are settled already. */
function isMet(form: HTMLFormElement, part: string): boolean {
  const [name, values] = part.split("=")
  const control = form.elements.namedItem(name) as Control | null
  return control !== null && !isUnasked(control) && values.split("|").includes(control.value)
}
