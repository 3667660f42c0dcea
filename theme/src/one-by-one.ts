/* Under a heading of class `hq-one-by-one` a calculator asks one question at a time: choices are large
   buttons, nothing is chosen beforehand, what was said shrinks to a line that can be pressed to change it,
   and the answer comes in place of the last question. The form stays what it is: its controls hold the
   answers, and without this script it stands there whole. */
import { button, element } from "./elements"
import { type Control, isUnasked } from "./form"
import * as store from "./store"

const NEXT = "下一个"
const UNKNOWN = "不填，下一个"
const CHANGE = "改"
const UNSAID = "unsaid"

export class OneByOne {
  /** Said on this page, and to be said anew. */
  private readonly answered = new Set<Element>()
  private readonly reopened = new Set<Element>()
  private readonly fields: readonly HTMLElement[]

  /** The questions of this block, if it is to ask one by one. */
  static of(section: HTMLElement, form: HTMLFormElement): OneByOne | undefined {
    return section.matches(".hq-one-by-one ~ *") ? new OneByOne(section, form) : undefined
  }

  private constructor(
    private readonly section: HTMLElement,
    form: HTMLFormElement,
  ) {
    this.fields = [...form.querySelectorAll<HTMLElement>(":scope > .hq-field")]
    form.addEventListener("reset", () => {
      this.answered.clear()
      this.reopened.clear()
    })
  }

  /** Somebody else said it all: a link that was shared begins with the answer. */
  settle(): void {
    for (const field of this.fields) this.answered.add(field)
  }

  /** Show the first question that is open, those before it as a line each, and the answer after the last. */
  update(): void {
    const asked = this.fields.filter((field) => !isUnasked(controlOf(field)))
    const open = asked.find((field) => !this.isAnswered(field))
    for (const field of asked) {
      const isOpen = field === open
      const isLater = open !== undefined && asked.indexOf(field) > asked.indexOf(open)
      field.dataset.turn = isOpen ? "now" : isLater ? "later" : "said"
      field.querySelector("[data-turn-of]")?.remove()
      if (!isLater) field.append(isOpen ? this.question(field) : this.line(field))
    }
    this.section.toggleAttribute("data-asking", open !== undefined)
  }

  private isAnswered(field: HTMLElement): boolean {
    if (this.reopened.has(field)) return false
    const control = controlOf(field)
    // What is being typed is not said before the button is pressed.
    const isBeingTyped = field.dataset.turn === "now" && !(control instanceof HTMLSelectElement)
    return this.answered.has(field) || (!isBeingTyped && isSaid(control))
  }

  private question(field: HTMLElement): HTMLElement {
    const control = controlOf(field)
    const label = field.querySelector("label")!
    label.id ||= `${control.id}-label`
    const buttons = control instanceof HTMLSelectElement ? this.choices(field, control) : [this.next(field, control)]
    return element("div", { class: "hq-choices", role: "group", "aria-labelledby": label.id, "data-turn-of": "" }, ...buttons)
  }

  private choices(field: HTMLElement, control: HTMLSelectElement): HTMLElement[] {
    const offered = [...control.options].filter(({ value }) => value !== UNSAID)
    return offered.map(({ value, text }) => {
      const choose = (): void => {
        control.value = value
        this.said(field)
      }
      return button(text, choose, { "data-choice": value })
    })
  }

  private next(field: HTMLElement, control: Control): HTMLElement {
    return button(control.value ? NEXT : UNKNOWN, () => this.said(field), { "data-next": "" })
  }

  /** The reader said it: the form hears of it, and the next question has the focus. */
  private said(field: HTMLElement): void {
    this.answered.add(field)
    this.reopened.delete(field)
    controlOf(field).dispatchEvent(new Event("input", { bubbles: true }))
    this.update()
    const next = this.section.querySelector<HTMLElement>("[data-turn=now] input, [data-turn=now] [data-choice]")
    if (next) next.focus()
    else this.section.querySelector<HTMLElement>("output")?.scrollIntoView({ block: "nearest" })
  }

  private line(field: HTMLElement): HTMLElement {
    const control = controlOf(field)
    const said = control instanceof HTMLSelectElement ? control.selectedOptions[0]!.text : control.value || "没填"
    const change = (): void => {
      this.reopened.add(field)
      this.update()
      field.querySelector<HTMLElement>("input, [data-choice]")?.focus()
    }
    const words = element("span", {}, `${field.querySelector("label")!.firstChild!.textContent}：`, element("b", {}, said))
    const made = button("", change, { class: "hq-said", "data-turn-of": "" })
    made.append(words, element("span", { class: "hq-change" }, CHANGE))
    return made
  }
}

function controlOf(field: HTMLElement): Control {
  return field.querySelector<Control>("select, input, textarea")!
}

/** Whether the reader said it before, here or on another page; what the page gave is nobody's word. */
function isSaid(control: Control): boolean {
  if (control.dataset.fact && store.all()[control.dataset.fact] !== undefined) return true
  return control instanceof HTMLSelectElement ? !control.selectedOptions[0]?.defaultSelected : control.value !== ""
}
