/* One calculator block: reads its form, asks, and swaps what is inside its <output>. */
import { FAILED, type Answer, type Request, type RuntimeClient } from "../runtime/client"
import { clearErrors, showErrors } from "./errors"
import { read } from "./form"
import { enliven as enlivenRows } from "./rows"

const NEAR = "600px"
const STARTING = "正在准备计算，第一次要等一两秒……"

export class Block {
  private readonly form: HTMLFormElement
  private readonly output: HTMLOutputElement
  private readonly status: HTMLElement
  private asking = false
  private changed = false
  private frame = 0

  constructor(
    private readonly section: HTMLElement,
    private readonly runtime: RuntimeClient,
  ) {
    this.form = section.querySelector("form")!
    this.output = section.querySelector("output")!
    this.status = this.addStatus()
    section.dataset.alive = ""
    enlivenRows(this.form, () => this.change())
    this.form.addEventListener("input", () => this.change())
    this.form.addEventListener("submit", (event) => event.preventDefault())
    this.wakeWhenNeeded()
  }

  /** One short announcement a result: the whole output read aloud would drown it. */
  private addStatus(): HTMLElement {
    const status = document.createElement("p")
    status.className = "hq-status"
    status.setAttribute("role", "status")
    this.output.setAttribute("aria-live", "off")
    this.output.before(status)
    return status
  }

  /** Load Python when the block is touched or comes near; with Save-Data only when touched. */
  private wakeWhenNeeded(): void {
    const wake = () => void this.runtime.start().catch(() => undefined)
    for (const touch of ["pointerdown", "focusin"]) {
      this.form.addEventListener(touch, wake, { once: true, passive: true })
    }
    const network = (navigator as { connection?: { saveData?: boolean } }).connection
    if (network?.saveData || !("IntersectionObserver" in window)) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        wake()
      },
      { rootMargin: NEAR },
    )
    observer.observe(this.section)
  }

  /** Something was typed: ask once a frame, and again only when the last answer is there. */
  private change(): void {
    this.changed = true
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      if (!this.asking) void this.answer()
    })
  }

  private async answer(): Promise<void> {
    this.asking = true
    const slow = setTimeout(() => this.say(STARTING), 150)
    this.section.dataset.busy = ""
    try {
      while (this.changed) {
        this.changed = false
        const answer = await this.runtime.respond(this.question())
        if (!this.changed) this.show(answer)
      }
    } catch {
      this.say(FAILED)
    } finally {
      clearTimeout(slow)
      delete this.section.dataset.busy
      this.asking = false
    }
  }

  private question(): Request {
    const { calculator, name, on, root } = this.section.dataset
    return {
      tool: calculator!,
      inputs: read(this.form),
      on: on!,
      root: root ?? "",
      prefix: `${name}-`,
    }
  }

  /** A result replaces the last one; errors leave it standing, marked as out of date. */
  private show(answer: Answer): void {
    clearErrors(this.form)
    this.section.toggleAttribute("data-stale", !answer.ok)
    if (!answer.ok) {
      this.say(showErrors(this.form, answer.errors))
      return
    }
    const folded = unfolded(this.output)
    this.output.innerHTML = answer.html
    unfold(this.output, folded)
    this.say(answer.announce, true)
  }

  /** Shown for all, or, where the words stand in the result anyway, for screen readers only. */
  private say(words: string, hidden = false): void {
    this.status.classList.toggle("hq-unseen", hidden)
    this.status.textContent = words
  }
}

/** Which folded parts stand open, by their order among those of their kind. */
function unfolded(output: HTMLElement): Map<string, boolean> {
  const parts = [...output.querySelectorAll("details")]
  return new Map(parts.map((part) => [nameOf(part, output), part.open]))
}

function unfold(output: HTMLElement, was: Map<string, boolean>): void {
  for (const part of output.querySelectorAll("details")) {
    part.open = was.get(nameOf(part, output)) ?? part.open
  }
}

function nameOf(part: Element, output: HTMLElement): string {
  const alike = [...output.querySelectorAll(`details[class="${part.className}"]`)]
  return `${part.className} ${alike.indexOf(part)}`
}
