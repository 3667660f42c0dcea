/* On a phone the answer is below the form: one line of it stays above the tools while the form has the
   focus, and a tap goes to the whole. A folded calculator says the same line where it is opened. */
import { element } from "./elements"
import { exampleIn } from "./examples"

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
    form.addEventListener("focusin", () => (this.line.hidden = this.isInSight))
    section.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.line.hidden = true
    })
    if ("IntersectionObserver" in window) this.watch(form)
    followKeyboard()
  }

  /** The answer has changed, or is out of date. */
  update(): void {
    const isOld = "stale" in this.section.dataset
    const headline = this.output.querySelector(".hq-headline")?.textContent ?? ""
    const isExample = "example" in this.form.dataset
    const some = exampleIn(this.form) && "有例子的数："
    this.line.textContent = isExample ? `例子：${headline}` : this.isWaiting ? this.waiting() : isOld ? `改之前：${headline}` : some + headline
    this.line.setAttribute("aria-label", `去看结果：${this.line.textContent}`)
    this.line.classList.toggle("hq-peek-old", isOld)
    const folded = this.section.closest(".hq-oneline")?.querySelector("[data-said]")
    if (folded) folded.textContent = this.line.textContent
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
      this.line.hidden = this.isInSight || !form.contains(document.activeElement)
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
