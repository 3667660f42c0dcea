/* One calculator block: reads its form, asks, and swaps what is inside its <output>. */
import type { Answer, Request, RuntimeClient } from "../runtime/client"
import { trusted } from "../runtime/trusted"
import * as chart from "./chart"
import * as day from "./day"
import { button, element } from "./elements"
import { clearErrors, showErrors } from "./errors"
import * as facts from "./facts"
import { read } from "./form"
import * as rows from "./rows"
import type { Result } from "./result"
import * as share from "./share"
import * as slider from "./slider"
import * as store from "./store"
import * as takeAway from "./take-away"
import * as ticks from "./ticks"
import { unfold, unfolded } from "./unfold"

const NEAR = "600px"
const STARTING = "正在准备计算，第一次要等一两秒……"
const STILL_STARTING = "网络有点慢，还在下载计算部分，大约 5 MB。改的数都在，好了会自己算。"
const WORKING = "还在算……"
const STOPPED = "停下了。页面上的数还是改动之前的。"
const SLOW = 150
const LONG = 800
const VERY_LONG = 4000

export class Block {
  readonly form: HTMLFormElement
  private readonly output: HTMLOutputElement
  private readonly status: HTMLElement
  private readonly progress: HTMLElement
  private readonly day: HTMLInputElement
  private readonly today: string
  /** The lists as the page had them, to go back to. */
  private readonly lists = new Map<Element, Node[]>()
  private readonly places = new Map<string, number>()
  private asking?: AbortController
  private changed = false
  /** Whether the numbers are the reader's own, not the page's example. */
  private own = false
  private result?: Result

  constructor(
    private readonly section: HTMLElement,
    private readonly runtime: RuntimeClient,
  ) {
    this.form = section.querySelector("form")!
    this.output = section.querySelector("output")!
    this.status = element("p", { class: "hq-status", role: "status" })
    this.progress = this.makeProgress()
    this.output.setAttribute("aria-live", "off")
    this.output.before(this.status, this.progress)
    section.dataset.alive = ""
    this.today = this.isStory ? section.dataset.on! : day.today(section.dataset.on!)
    this.day = day.follow(section, this.form)
    this.keepLists()
    rows.enliven(this.form, (group) => this.typed(group))
    this.form.addEventListener("input", (event) => this.typed(event.target as Element))
    this.form.addEventListener("submit", (event) => event.preventDefault())
    this.enlivenResult()
    this.begin()
  }

  /** A page that tells of somebody else keeps that person's numbers and day. */
  private get isStory(): boolean {
    return "story" in this.section.dataset
  }

  /** Put in what a link carries, or what the reader said elsewhere; then follow the device's day. */
  private begin(): void {
    const built = this.section.dataset.on
    this.section.dataset.on = this.today
    const shared = share.arrive(this.section, this.form)
    const filled = shared || this.isStory ? [] : facts.fill(this.form, store.all())
    this.day.value = this.section.dataset.on
    slider.enliven(this.form, () => this.today)
    this.own = filled.length > 0
    if (filled.length > 0) this.note(`已填好你在别处说过的：${filled.join("、")}。`)
    if (!this.isStory) this.note(day.doubt(built!))
    if (shared) this.note("这是别人分享的数。改一个，就是你自己的了。")
    if (shared || filled.length > 0) this.change()
    this.wakeWhenNeeded(built !== this.section.dataset.on)
  }

  /** The data set changed behind the form's back: from a file, another tab, or it was erased. */
  refill(): void {
    if (this.isStory) return
    this.reset()
    this.own = facts.fill(this.form, store.all()).length > 0
    slider.enliven(this.form, () => this.today)
    this.change()
  }

  /** Whether Python takes these facts; the form is as before when it does not. */
  async check(said: store.Facts): Promise<string> {
    this.reset()
    facts.fill(this.form, said)
    const answer = await this.runtime.respond({ ...this.question(), prefix: "check-" })
    if (answer.ok) return ""
    this.refill()
    return answer.errors.map((error) => error.message).join(" ")
  }

  /** Back to the page's own example. */
  private reset(): void {
    this.form.reset()
    for (const [list, lines] of this.lists) list.replaceChildren(...lines.map((line) => line.cloneNode(true)))
    this.day.value = this.section.dataset.on = this.today
  }

  private keepLists(): void {
    for (const list of this.form.querySelectorAll("[data-row-list]")) {
      this.lists.set(list, [...list.childNodes].map((line) => line.cloneNode(true)))
    }
  }

  private makeProgress(): HTMLElement {
    const stop = button("停下", () => this.asking?.abort(), { "data-stop": "" })
    const bar = element("progress", { "aria-label": WORKING })
    return element("div", { class: "hq-progress", hidden: "" }, bar, stop)
  }

  /** Load Python when the block is touched or comes near; with Save-Data only when touched. */
  private wakeWhenNeeded(outdated: boolean): void {
    const start = () => void this.runtime.start().catch(() => undefined)
    // What the reader typed meanwhile has already been asked, and for today.
    const isCurrent = (): boolean => !outdated || this.asking !== undefined || this.result !== undefined
    const wake = () => (isCurrent() ? start() : this.change())
    for (const touch of ["pointerdown", "focusin"]) {
      this.form.addEventListener(touch, start, { once: true, passive: true })
    }
    if (this.runtime.isUnderWay) start()
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

  /** The reader changed a field or a list. */
  private typed(changed: Element): void {
    this.own = true
    if (!this.isStory) facts.remember(changed)
    this.change()
  }

  /** Something is different: ask once it has settled, and again only when the last answer is there. */
  private change(): void {
    this.changed = true
    queueMicrotask(() => {
      if (this.changed && !this.asking) void this.answer()
    })
  }

  private async answer(): Promise<void> {
    this.asking = new AbortController()
    const { signal } = this.asking
    const slow = setTimeout(() => this.runtime.state !== "ready" && this.say(STARTING), SLOW)
    const long = setTimeout(() => this.showProgress(), LONG)
    const veryLong = setTimeout(() => this.runtime.state === "loading" && this.say(STILL_STARTING), VERY_LONG)
    this.section.dataset.busy = ""
    try {
      while (this.changed) {
        this.changed = false
        const answer = await this.runtime.respond(this.question(), signal)
        if (!this.changed) this.show(answer)
      }
    } catch (reason) {
      this.changed = false
      this.section.toggleAttribute("data-stale", true)
      this.say(signal.aborted ? STOPPED : (reason as Error).name === "AbortError" ? "" : (reason as Error).message)
    } finally {
      clearTimeout(slow)
      clearTimeout(long)
      clearTimeout(veryLong)
      this.progress.hidden = true
      delete this.section.dataset.busy
      this.asking = undefined
    }
  }

  private showProgress(): void {
    if (this.runtime.state === "ready" || this.runtime.state === "fallback") this.say(WORKING)
    this.progress.hidden = false
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
    this.output.innerHTML = trusted.createHTML(answer.html)
    unfold(this.output, folded)
    this.result = answer.result as Result
    this.enlivenResult()
    if (this.own && !this.isStory) facts.rememberFigures(this.output)
    this.say(answer.announce, true)
  }

  private enlivenResult(): void {
    const on = (): string => this.section.dataset.on!
    chart.enliven(this.output, this.places)
    ticks.enliven(this.output, this.form, on, () => this.latest(), (group) => this.typed(group))
    takeAway.enliven(this.output, {
      tool: this.section.dataset.calculator!,
      title: this.section.getAttribute("aria-label") ?? "",
      on,
      link: () => share.link(this.section, this.form),
      latest: () => this.latest(),
    })
  }

  /** The result on the page as data; the page's own example has to be computed for that. */
  private async latest(): Promise<Result> {
    if (this.result) return this.result
    const answer = await this.runtime.respond({ ...this.question(), prefix: "data-" })
    if (!answer.ok) throw new Error(answer.errors[0].message)
    return (this.result = answer.result as Result)
  }

  private note(words: string): void {
    if (words) this.form.prepend(element("p", { class: "hq-note" }, words))
  }

  /** Shown for all, or, where the words stand in the result anyway, for screen readers only. */
  private say(words: string, hidden = false): void {
    this.status.classList.toggle("hq-unseen", hidden)
    this.status.textContent = words
  }
}
