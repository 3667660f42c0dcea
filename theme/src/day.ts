/* The day an answer is for: the device's today until the reader chooses another. */
import { element } from "./elements"

/** Today on the device, but never a day before `built`: a clock can be wrong by years. */
export function today(built: string): string {
  const now = new Date()
  const pad = (number: number): string => String(number).padStart(2, "0")
  const date = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
  return date < built ? built : date
}

/** A field for the day at the end of the form's open part; the block's `data-on` follows it. */
export function addField(section: HTMLElement, form: HTMLFormElement): HTMLInputElement {
  const id = `${section.dataset.name}-on`
  const field = element("input", {
    type: "date",
    id,
    "data-slider": "day",
    "aria-describedby": `${id}-help`,
    min: "1990-01-01",
    max: "2100-12-31",
  })
  const box = element(
    "div",
    { class: "hq-field hq-field-day hq-asof" },
    element("label", { for: id }, "算到哪一天"),
    element("span", { class: "hq-control" }, field),
    element("p", { class: "hq-help", id: `${id}-help` }, "不改就是今天。可以看以后的日子，也可以看过去的。"),
  )
  const folded = form.querySelector(":scope > details")
  if (folded) folded.before(box)
  else form.append(box)
  field.addEventListener("input", () => {
    if (field.value) section.dataset.on = field.value
  })
  return field
}
