/* What was typed, as the calculators read it: names like `debts.0.balance` become lists and groups. */

export type Typed = string | TypedGroup | TypedGroup[]
export interface TypedGroup {
  [name: string]: Typed
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export function read(form: HTMLFormElement): TypedGroup {
  const typed: TypedGroup = {}
  for (const group of form.querySelectorAll<HTMLElement>("[data-rows]")) {
    typed[group.dataset.rows!] = []
  }
  for (const element of form.elements) {
    const control = element as Control
    if (control.name) put(typed, control.name.split("."), value(control))
  }
  return typed
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
function value(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    return String(control.checked)
  }
  const suffix = control.dataset.suffix
  const bare = /^\s*[\d０-９.,，．]+\s*$/.test(control.value)
  return suffix && bare ? control.value.trim() + suffix : control.value
}
