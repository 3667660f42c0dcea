/* What was typed, as the calculators read it: names like `debts.0.balance` become lists and groups. */

export type Typed = string | TypedGroup | TypedGroup[]
export interface TypedGroup {
  [name: string]: Typed
}

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The form's named controls; those of a row template are no part of it. */
export function controls(form: HTMLFormElement): Control[] {
  return ([...form.elements] as Control[]).filter((control) => control.name)
}

export function read(form: HTMLFormElement): TypedGroup {
  const typed: TypedGroup = {}
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) {
    putList(typed, group.dataset.rows!.split("."))
  }
  for (const control of controls(form)) put(typed, control.name.split("."), value(control))
  return typed
}

function putList(into: TypedGroup, path: string[]): void {
  const [name, ...rest] = path
  if (rest.length === 0) into[name] = []
  else putList((into[name] ??= {}) as TypedGroup, rest)
}

function put(into: TypedGroup, path: string[], typed: string): void {
  const [name, ...rest] = path
  if (rest.length === 0) {
    into[name] = typed
  } else if (Array.isArray(into[name])) {
    const rows = into[name] as TypedGroup[]
    put((rows[Number(rest[0])] ??= {}), rest.slice(1), typed)
  } else {
    put((into[name] ??= {}) as TypedGroup, rest, typed)
  }
}

/** The control's text; a bare number where the label says % means percent. */
export function value(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return String(control.checked)
  }
  const suffix = control.dataset.suffix
  const bare = /^\s*[\d０-９.,，．]+\s*$/.test(control.value)
  return suffix && bare ? control.value.trim() + suffix : control.value
}

/** Put a text into a control the way `value` reads it; a choice that does not exist changes nothing. */
export function write(control: Control, typed: string): void {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    control.checked = typed === "true"
  } else if (control instanceof HTMLSelectElement) {
    if ([...control.options].some((option) => option.value === typed)) control.value = typed
  } else {
    const { suffix } = control.dataset
    control.value = suffix && typed.endsWith(suffix) ? typed.slice(0, -suffix.length) : typed
  }
}

/** The words beside a control, without what stands in brackets after them. */
export function labelOf(control: Control): string {
  const [label] = control.labels ?? []
  return label?.firstChild?.textContent?.trim() ?? ""
}
