/* On a phone the answer is below the form: one line of it stays above the tools while the form has the
   focus, and a tap goes to the whole. A folded calculator says the same line where it is opened. */
import { element } from "./elements"

export class Peek {
  private readonly line = element("button", { type: "button", class: "hq-peek", hidden: "" })
  private isInSight = false

  constructor(
    private readonly section: HTMLElement,
    form: HTMLFormElement,
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
    const isExample = this.section.querySelector("form[data-example]") !== null
    this.line.textContent = isOld ? `改之前：${headline}` : isExample ? `例子：${headline}` : headline
    this.line.setAttribute("aria-label", `去看结果：${this.line.textContent}`)
    this.line.classList.toggle("hq-peek-old", isOld)
    const folded = this.section.closest(".hq-oneline")?.querySelector("[data-said]")
    if (folded) folded.textContent = this.line.textContent
  }

  private watch(form: HTMLFormElement): void {
    const seen = new IntersectionObserver(([entry]) => {
      this.isInSight = entry.isIntersecting
      this.line.hidden = this.isInSight || !form.contains(document.activeElement)
    }, { rootMargin: "0px 0px -40% 0px" })
    seen.observe(this.output)
  }

  private go(): void {
    this.output.setAttribute("tabindex", "-1")
    ;(document.activeElement as HTMLElement | null)?.blur() // the keyboard covers half the answer
    this.output.focus({ preventScroll: true })
    this.output.scrollIntoView()
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
