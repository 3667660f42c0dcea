/* Puts each sentence beside its field; the field says so to screen readers by `aria-invalid`. */
import { announce, button, element } from "./elements"

export interface FieldError {
  field: string
  message: string
  /** What could be typed instead, where the sentence asks which was meant. */
  options?: string[]
}

/** Show every error in its place; returns those that have none, or one sentence to announce. */
export function showErrors(form: HTMLFormElement, errors: FieldError[]): string {
  const homeless = errors.filter((error) => !showOne(form, error))
  if (homeless.length > 0) return homeless.map((error) => error.message).join(" ")
  return `有 ${errors.length} 处要改：${errors[0].message}`
}

/** Whether the reader is still at it: the field has the focus, or is one of a line not yet gone through. */
export function isUnderWay(form: HTMLFormElement, error: FieldError, left: WeakSet<Element>): boolean {
  const control = form.elements.namedItem(error.field)
  if (!(control instanceof HTMLElement)) return false
  if (control === document.activeElement) return control.getAttribute("aria-invalid") !== "true"
  const row = control.closest<HTMLElement>("[data-added]")
  return row !== null && row.contains(document.activeElement) && !left.has(control)
}

/** A browser cuts what is pasted to what the field holds, and says nothing. */
export function sayFull(control: Element): void {
  const { maxLength, value } = control as HTMLTextAreaElement
  const place = control.closest(".hq-field")
  place?.querySelector("[data-full]")?.remove()
  if (!place || !(maxLength > 0) || value.length < maxLength) return
  const words = `满了：这里最多 ${maxLength} 个字，再多的放不进来。`
  place.append(element("p", { class: "hq-error", "data-note": "", "data-full": "" }, words))
  announce(words)
}

function showOne(form: HTMLFormElement, error: FieldError): boolean {
  const place = form.querySelector<HTMLElement>(`[data-error-for="${CSS.escape(error.field)}"]`)
  if (!place) return false
  place.replaceChildren(error.message, ...(error.options ?? []).map((typed) => option(form, error.field, typed)))
  place.hidden = false
  form.elements.namedItem(error.field) && mark(form, error.field, true)
  for (let part = place.closest("details"); part; part = part.parentElement!.closest("details")) part.open = true
  return true
}

/** One tap puts what was meant into the field. */
function option(form: HTMLFormElement, field: string, typed: string): HTMLElement {
  const choose = (): void => {
    const control = form.elements.namedItem(field) as HTMLInputElement
    control.value = typed
    control.focus()
    control.dispatchEvent(new Event("input", { bubbles: true }))
    control.dispatchEvent(new Event("change", { bubbles: true }))
  }
  return button(typed, choose, { class: "hq-button hq-option" })
}

/** Beside each rate what it means both ways; Python says it, so that there is one grammar. */
export function showEchoes(form: HTMLFormElement, said: Record<string, string>): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-echo-for]")) {
    place.textContent = said[place.dataset.echoFor!] ?? ""
  }
}

export function clearErrors(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-error-for]:not([hidden])")) {
    place.hidden = true
    place.textContent = ""
    mark(form, place.dataset.errorFor!, false)
  }
}

function mark(form: HTMLFormElement, name: string, wrong: boolean): void {
  const control = form.elements.namedItem(name)
  if (!(control instanceof HTMLElement)) return
  if (wrong) control.setAttribute("aria-invalid", "true")
  else control.removeAttribute("aria-invalid")
}
