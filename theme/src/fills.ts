/* A choice such as the product borrowed says what stands in for fields that stay empty: it is shown in grey
   where it would be typed, and Python takes it and says so. Of what nobody published it says that beside it.
   A number of the page's example makes room; a box is ticked. */
import { type Control, controls } from "./form"

/** What is asked for where nobody published it; an emptied example is never taken for an answer. */
const RATE = "daily_rate"

type Said = Record<string, Record<string, string>>

/** Put a tick where the choice just made says yes, and take away that of the choice before: a box cannot be
    left empty, so what stands in for it has to be seen in it. Returns the boxes that changed. */
export function tick(choice: HTMLSelectElement): HTMLInputElement[] {
  const all = JSON.parse(choice.dataset.fills!) as Said
  const [was, now] = [all[choice.dataset.was ?? ""] ?? {}, all[choice.value] ?? {}]
  const changed = controls(choice.form!).filter(
    (control): control is HTMLInputElement =>
      control.matches("[type=checkbox]") &&
      (now[control.name] === "true" || was[control.name] === "true") &&
      (control as HTMLInputElement).checked !== (now[control.name] === "true"),
  )
  for (const box of changed) box.checked = !box.checked
  return changed
}

/** Show what the form's choices say of its empty fields; harmless to repeat. */
export function show(form: HTMLFormElement): void {
  for (const choice of form.querySelectorAll<HTMLSelectElement>("select[data-fills]")) {
    const all = JSON.parse(choice.dataset.fills!) as Said
    const said = all[choice.value] ?? {}
    choice.dataset.was = choice.value
    const unknown = tell(choice)
    const concerned = new Set(Object.values(all).flatMap((each) => Object.keys(each)))
    for (const control of controls(form)) {
      if (concerned.has(control.name)) suggest(control, said[control.name], unknown && control.name === RATE)
    }
  }
}

/** Say beside a choice what is to be known of it; whether there is anything. */
function tell(choice: HTMLSelectElement): boolean {
  const place = choice.closest(".hq-field")?.querySelector<HTMLElement>("[data-says]")
  if (!place) return false
  const words = (JSON.parse(place.dataset.says!) as Record<string, string>)[choice.value] ?? ""
  if (place.textContent !== words) place.textContent = words
  return words !== ""
}

function suggest(control: Control, said: string | undefined, unknown: boolean): void {
  if (!(control instanceof HTMLInputElement) || control.type === "checkbox") return
  const instead = unknown ? "照合同填" : ""
  control.placeholder = said === undefined ? instead : `不填按 ${said}`
  if ((said === undefined && !unknown) || control.dataset.example === undefined) return
  control.value = ""
  control.removeAttribute("data-example")
}
