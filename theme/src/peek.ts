/* On a phone the answer is below the form: its sum or day stays above the tools, in two lines at most, while the
   form has the focus, and a tap goes to the whole. A folded calculator says the headline where it is opened. */
import { element, fill } from "./elements"
import { exampleIn } from "./examples"
import { released } from "./pressed"

/** What a reader waits for: a day, or a number with its unit; else any number. */
const ANSWERS = [/\d+年\d+月\d+日|\d[\d,.]*(?: 元|%| 天| 个月)/, /\d+/]
/** What asks the reader for something first, or is of no use without what it says. */
const NEEDED = /(?:^|[，。；：])先|还没|没有|不知道|如果|要是|除非|的，$/
/** So many characters of Chinese stand in two lines of the narrowest phone. */
const ROOM = 32
const WAITING = "还没算好，好了会自己换"
const WAITING_NEAR = "还没算好，先看差不多的数"

/** The table worked out at build that stands after a calculator's page, where it has one. */
export function commonCases(section: HTMLElement): HTMLDetailsElement | undefined {
  const after = section.nextElementSibling
  return after instanceof HTMLDetailsElement && after.matches(".hq-common") ? after : undefined
}

export class Peek {
  private readonly line = element("button", { type: "button", class: "hq-peek", hidden: "" })
  private isInSight = false

  constructor(
    private readonly section: HTMLElement,
    private readonly form: HTMLFormElement,
    private readonly output: HTMLElement,
  ) {
    form.after(this.line)
    this.update()
    // Pressing it must not take the focus away, or it would be gone before the press has ended.
    this.line.addEventListener("pointerdown", (event) => event.preventDefault())
    this.line.addEventListener("click", () => this.go())
    // What comes up over a press, or moves under it, swallows it.
    form.addEventListener("focusin", ({ target }) => void released().then(() => this.uncover(target as Element)))
    section.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.show(false)
    })
    if ("IntersectionObserver" in window) this.watch(form)
    followKeyboard()
  }

  /** The answer has changed, or is out of date. */
  update(): void {
    const isOld = "stale" in this.section.dataset
    const headline = this.output.querySelector(".hq-headline")?.textContent ?? ""
    const isWaiting = this.isWaiting && !("example" in this.form.dataset)
    const mark = isWaiting ? "" : this.mark(isOld)
    const said = isWaiting ? this.waiting() : brief(headline)
    const tag = mark.includes("例子") ? [element("span", { class: "hq-tag", "aria-hidden": "true" }, "例")] : []
    const to = this.output.querySelector(".hq-document-box[open]") ? "看信：" : ""
    fill(this.line, ...tag, element("span", { class: "hq-peek-said" }, `${to || (tag.length > 0 ? "" : mark)}${said}`))
    const whole = mark + (isWaiting ? said : headline)
    this.line.setAttribute("aria-label", `去${to || "看结果："}${whole}`)
    this.line.classList.toggle("hq-peek-old", isOld)
    const folded = this.section.closest(".hq-oneline")?.querySelector("[data-said]")
    if (folded) folded.textContent = whole
  }

  /** Whose numbers these are, if not all the reader's, or not the last. */
  private mark(isOld: boolean): string {
    if ("example" in this.form.dataset) return "例子："
    if (isOld) return "改之前："
    return exampleIn(this.form) && "有例子的数："
  }

  /** Show the line beside the field that has the focus, and not over it. */
  private uncover(field: Element): void {
    if (field !== document.activeElement) return
    this.show(!this.isInSight)
    if (!this.line.hidden) field.scrollIntoView({ block: "nearest" })
  }

  private show(wanted: boolean): void {
    this.line.hidden = !wanted
    document.documentElement.style.setProperty("--hq-peek", `${this.line.offsetHeight}px`)
  }

  /** Asked, and nothing that was worked out with these numbers is there yet. */
  private get isWaiting(): boolean {
    return "stale" in this.section.dataset && "busy" in this.section.dataset
  }

  private waiting(): string {
    return commonCases(this.section)?.open ? WAITING_NEAR : WAITING
  }

  private watch(form: HTMLFormElement): void {
    const seen = new IntersectionObserver(([entry]) => {
      this.isInSight = entry.isIntersecting
      this.show(!this.isInSight && form.contains(document.activeElement))
    }, { rootMargin: "0px 0px -40% 0px" })
    seen.observe(this.output)
  }

  private go(): void {
    const near = this.isWaiting ? commonCases(this.section) : undefined
    const place = near?.open ? near : this.output
    place.setAttribute("tabindex", "-1")
    ;(document.activeElement as HTMLElement | null)?.blur() // the keyboard covers half the answer
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  }
}

/** The headline from the clause on with which its sum or day still has room; what it needs is not left out. */
function brief(headline: string): string {
  const found = ANSWERS.map((answer) => answer.exec(headline)).find(Boolean)
  const end = found ? found.index + found[0].length : 0
  const starts = [0, ...[...headline.slice(0, found?.index ?? 0)].flatMap((letter, at) => (/[，。；：]/.test(letter) ? [at + 1] : []))]
  const start = starts.find((at) => width(headline.slice(at, end)) <= ROOM) ?? starts[starts.length - 1]!
  if (start === 0 || NEEDED.test(headline.slice(0, start))) return headline
  return `…${headline.slice(start)}`
}

/** In characters of Chinese. */
function width(text: string): number {
  return [...text].reduce((total, letter) => total + (letter < "\u0080" ? 0.6 : 1), 0)
}

/** A phone's keyboard lies over what is fixed to the bottom: say how high it is. */
function followKeyboard(): void {
  const seen = window.visualViewport
  if (!seen || seen.onresize) return
  seen.onresize = () => {
    const hidden = Math.max(0, innerHeight - seen.height - seen.offsetTop)
    document.documentElement.style.setProperty("--hq-keyboard", `${Math.round(hidden)}px`)
    document.documentElement.toggleAttribute("data-keyboard", hidden > 120)
  }
}
