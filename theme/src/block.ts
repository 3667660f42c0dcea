/* One calculator block: reads its form, asks, and swaps what is inside its <output>. */
import type { Answer, Request, RuntimeClient } from "../runtime/client"
import { trusted } from "../runtime/trusted"
import { pageOf } from "./address"
import * as asking from "./asking"
import * as chart from "./chart"
import * as day from "./day"
import { button, element, fill } from "./elements"
import { clearErrors, type FieldError, isUnderWay, sayFull, showEchoes, showErrors } from "./errors"
import * as examples from "./examples"
import * as facts from "./facts"
import * as fills from "./fills"
import { type Control, read, write } from "./form"
import * as keepLine from "./keep-line"
import * as links from "./links"
import { explain } from "./legend"
import { offerNext } from "./next-person"
import { OneByOne } from "./one-by-one"
import * as paste from "./paste"
import { commonCases, Peek } from "./peek"
import { released } from "./pressed"
import * as rows from "./rows"
import type { Result } from "./result"
import { StatusLine } from "./status-line"
import * as share from "./share"
import * as slider from "./slider"
import * as store from "./store"
import * as takeAway from "./take-away"
import * as ticks from "./ticks"
import { focusAgain, placeOf, unfold, unfolded } from "./unfold"

const NEAR = "600px"
const STARTING = "正在准备计算，第一次要等一两秒……"
const stillStarting = (megabytes: string): string =>
  `网络有点慢，还在下载计算部分，大约 ${megabytes} MB。改的数都在，好了会自己算。`
const WORKING = "还在算……"
const STOPPED = "停下了。下面是改之前的数。"
const HALF_WAY = "填完这一格就算。下面是改之前的数。"
const OLD = "下面是改之前的数。"
const SAY_STARTING_AFTER_MS = 150
const SHOW_PROGRESS_AFTER_MS = 800
const SAY_STILL_STARTING_AFTER_MS = 4000
const SHOW_SHARE_EVERY_MS = 500

export class Block {
  readonly form: HTMLFormElement
  private readonly output: HTMLOutputElement
  private readonly status: StatusLine
  private readonly progress: HTMLElement
  private readonly bar = element("progress", { "aria-label": WORKING })
  private readonly share = element("span", { "aria-hidden": "true" })
  private readonly day: HTMLInputElement
  private readonly today: string
  /** The lists as the page had them, and the numbers that are an example, to go back to. */
  private readonly lists = new Map<Element, Node[]>()
  private readonly examples: Control[]
  private readonly places = new Map<string, number>()
  /** The fields that were gone through: what is wrong there may be said. */
  private readonly left = new WeakSet<Element>()
  private readonly peek: Peek
  private readonly turns?: OneByOne
  private asking?: AbortController
  private changed = false
  /** Whether the numbers are somebody's, not the page's example; and whether they are those of a link. */
  private own = false
  private linked = false
  /** Whether the reader turned the day among the numbers of a link. */
  private isTurned = false
  /** Where the numbers of a link are kept. */
  private readonly place: string
  /** How often all was erased when the form was filled; on a page that was left it is not filled anew. */
  private erasures = store.erasures()
  private errors: FieldError[] = []
  private result?: Result
  private computing?: Promise<Result>

  constructor(
    private readonly section: HTMLElement,
    private readonly runtime: RuntimeClient,
  ) {
    this.form = section.querySelector("form")!
    this.output = section.querySelector("output")!
    const status = element("p", { class: "hq-status", role: "status" })
    this.status = new StatusLine(status)
    this.progress = this.makeProgress()
    this.output.setAttribute("aria-live", "off")
    this.output.before(status, this.progress)
    section.dataset.alive = ""
    this.place = `${pageOf(location.href)} ${section.dataset.name}`
    this.today = this.isStory ? section.dataset.on! : day.today(section.dataset.on!)
    this.day = day.follow(section, this.form, (on) => this.turned(on))
    this.keepLists()
    this.examples = examples.all(this.form).filter((control) => !control.closest("[data-row]"))
    this.peek = new Peek(section, this.form, this.output)
    this.turns = OneByOne.of(section, this.form)
    rows.enliven(this.form, (group) => this.typed(group))
    paste.enliven(this.form, (list, text) => this.readBill(list, text), (group) => this.typed(group))
    this.form.addEventListener("input", (event) => this.typed(event.target as Element))
    this.form.addEventListener("focusin", (event) => this.entered(event.target as Element))
    this.form.addEventListener("focusout", (event) => this.leaving(event.target as Element))
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
    const link = share.taken(this.section)
    const isHeld = links.shownAt(this.place)?.isTyped ?? false
    const filled = this.fillIn(isHeld ? undefined : link, "存着的数")
    if (filled.length > 0) this.note(`已填好你在别处说过的：${filled.join("、")}。`, ...offerNext())
    const offered = link && isHeld ? this.offer(link) : undefined
    if (!this.isStory) this.note(day.clockWarning(built!))
    if (link || this.own || this.section.dataset.on !== this.today) this.change()
    this.wakeWhenNeeded(built !== this.section.dataset.on)
    if (link) this.reveal(offered)
  }

  /** Fill the form, which is as the page has it: with the numbers of a link until the reader is done with them, else
      with his own. Returns what was filled with his own. */
  private fillIn(link: share.Link | undefined, from: string): string[] {
    if (link && !links.shownAt(this.place)?.isTyped) store.setLink(this.place)
    const isNew = link !== undefined && this.putLink(link)
    const kept = isNew ? undefined : this.putKept()
    this.linked = isNew || kept !== undefined
    this.isTurned = kept?.isTurned ?? false
    if (!this.linked) this.turnBack()
    const known = this.linked || this.isStory ? { filled: [], refused: [] } : facts.fill(this.form, store.all())
    this.own = this.linked || known.filled.length > 0
    this.day.value = this.section.dataset.on!
    fills.show(this.form)
    slider.enliven(this.form, () => this.today)
    this.refuse(known.refused, from)
    if (this.linked) this.turns?.settle()
    this.showExamples(this.own)
    if (isNew) this.keepLink(false)
    this.showLinked()
    return known.filled
  }

  /** Put in a link that comes; whether it brings anybody's numbers. */
  private putLink({ said, isTooLong }: share.Link): boolean {
    const { refused, isTaken, isExample } = share.put(this.section, this.form, said)
    this.refuse(isTooLong ? ["全部的数，链接太长了"] : refused, "链接")
    if (isExample && this.examples.length > 0) this.note("这个链接里是例子，不是谁的数。")
    return isTaken
  }

  private putKept(): links.Kept | undefined {
    const kept = links.shownAt(this.place)
    if (kept) this.refuse(share.put(this.section, this.form, kept.said, share.isUnkept).refused, "放在这里的数")
    return kept
  }

  /** Nothing of a link is the reader's; what he types there is kept with it. */
  private keepLink(isTyped: boolean): void {
    links.keep(this.place, { said: share.numbersOf(this.section, this.form, share.isUnkept), isTyped, isTurned: this.isTurned })
  }

  private showLinked(): void {
    this.form.querySelector("[data-linked]")?.remove()
    if (!this.linked) return
    const take = this.isStory ? undefined : () => this.takeLink()
    const on = this.section.dataset.on!
    const old = take && on !== this.today ? on : ""
    this.form.prepend(links.note(take ? facts.replacedBy(this.form) : [], old, () => this.leaveLink(), take))
  }

  private takeLink(): void {
    store.setLink(this.place)
    facts.rememberAll(this.form)
    facts.forgetFigures(this.output)
    // A link's day is old tomorrow, and a day of grace is counted from today.
    store.setDay(this.section.dataset.calculator!, this.isTurned ? this.section.dataset.on! : this.today, this.today)
    this.linked = false
    store.countEdit()
    store.replace(store.all()) // every form shows them now, this one too
    this.note("收下了。别的页也用这些数了。")
    keepLine.offer(this.output)
  }

  private leaveLink(): void {
    store.setLink(this.place)
    this.anew()
  }

  /** A link that is opened over the page itself. */
  openLink(): void {
    const link = share.taken(this.section)
    if (!link) return
    const isHeld = this.isStory ? this.own : links.shownAt(this.place)?.isTyped
    const offered = isHeld ? this.offer(link) : undefined
    if (!isHeld) this.anew(link)
    this.reveal(offered)
  }

  /** What was typed here is nowhere else, so it does not go before the reader says so. */
  private offer(link: share.Link): HTMLElement {
    const put = button("换成链接里的数", () => this.anew(link))
    return this.note("又打开了一个链接。这里有你改过的数，换了就没了，所以还没换。", put)
  }

  /** The reader went back; before the link there were his own numbers. */
  wentBack(): void {
    if (this.linked && !links.shownAt(this.place)) this.anew()
  }

  /** A link that was shared leads to its answer, also where the calculator is folded; else to what asks before it is
      put in. */
  private reveal(offered?: HTMLElement): void {
    const folded = this.section.closest("details")
    if (folded) folded.open = true
    if (offered) offered.scrollIntoView({ block: "center" })
    else this.output.scrollIntoView()
  }

  /** The day that this form was turned to before the page was loaded anew, else today; never that of a link of
      which nothing was put in. */
  private turnBack(): void {
    const on = this.isStory ? undefined : store.dayOf(this.section.dataset.calculator!, this.today)
    this.section.dataset.on = on && write(this.day, on) ? on : this.today
  }

  private turned(on: string): void {
    if (this.linked) {
      this.isTurned = true
      this.showLinked()
    } else if (!this.isStory) store.setDay(this.section.dataset.calculator!, on, this.today)
  }

  private refuse(labels: string[], from: string): void {
    if (labels.length > 0) this.note(`${from}里有 ${labels.length} 处读不懂，没有放进来：${labels.join("、")}。`)
  }

  /** The data set changed behind the form's back: from a file, another tab, or it was erased. What is no
      matter of this form is not put into it anew: the reader may be typing there. */
  refill(changed?: ReadonlySet<string>): void {
    if (this.isStory || (changed && !facts.concern(this.form, changed))) return
    if (changed && this.linked) this.showLinked()
    else this.anew()
  }

  private anew(link?: share.Link): void {
    const erasures = store.erasures()
    // What was pasted is stored nowhere, and no link carries it: it goes only with everything.
    const pasted = erasures === this.erasures ? [...this.form.querySelectorAll<HTMLTextAreaElement>("[data-unkept]")] : []
    this.erasures = erasures
    const texts = pasted.map(({ value }) => value)
    this.reset()
    pasted.forEach((area, nth) => (area.value = texts[nth]))
    this.fillIn(link, "数据")
    this.change()
  }

  /** The facts among these that cannot be used, and why; the form is as before when there are any. */
  async check(said: store.Facts): Promise<{ bad: string[]; why: string }> {
    this.reset()
    const { bad, refused } = facts.fill(this.form, said)
    asking.update(this.form)
    const answer = await this.runtime.respond({ ...this.question(), prefix: "check-" })
    if (answer.ok && bad.length === 0) return { bad, why: "" }
    const fields = answer.ok ? [] : answer.errors.map(({ field }) => facts.ofField(this.form, field))
    this.refill()
    return { bad: [...bad, ...fields], why: answer.ok ? `${refused.join("、")}读不懂。` : answer.errors[0].message }
  }

  /** Back to the page's own example. */
  private reset(): void {
    this.form.reset()
    clearErrors(this.form)
    for (const note of this.form.querySelectorAll("[data-note]")) note.remove()
    for (const [list, lines] of this.lists) fill(list, ...lines.map((line) => line.cloneNode(true)))
    for (const control of this.examples) control.dataset.example = ""
    this.day.value = this.section.dataset.on = this.today
  }

  /** Say on form and result whether all of it is the page's example; ask what is to be asked now. */
  private showExamples(isOwn: boolean): void {
    asking.update(this.form)
    this.turns?.update()
    const isExample = !isOwn && examples.all(this.form).length > 0
    this.form.toggleAttribute("data-example", isExample)
    examples.offerToClear(this.form, (group) => this.typed(group))
    this.peek.update()
  }

  private keepLists(): void {
    for (const list of this.form.querySelectorAll("[data-row-list]")) {
      this.lists.set(list, [...list.childNodes].map((line) => line.cloneNode(true)))
    }
  }

  private makeProgress(): HTMLElement {
    const stop = button("停下", () => this.asking?.abort(), { "data-stop": "" })
    return element("div", { class: "hq-progress", hidden: "" }, this.bar, this.share, stop)
  }

  /** Load Python when the block is touched or comes near; with Save-Data only when touched. */
  private wakeWhenNeeded(outdated: boolean): void {
    const start = () => {
      removeEventListener("pointerdown", start)
      void this.runtime.start().catch(() => undefined)
    }
    // What the reader typed meanwhile has already been asked, and for today.
    const isCurrent = (): boolean => !outdated || this.asking !== undefined || this.result !== undefined
    const wake = () => (isCurrent() ? start() : this.change())
    for (const touch of ["pointerdown", "focusin"]) {
      this.form.addEventListener(touch, start, { once: true, passive: true })
    }
    // The first touch of the page, wherever, is the latest moment: a reader who touches is awake.
    addEventListener("pointerdown", start, { passive: true })
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

  /** The first press on an example number replaces it. */
  private entered(field: Element): void {
    if (field instanceof HTMLInputElement && field.dataset.example !== undefined && field.type === "text") field.select()
  }

  /** What is wrong with a field is said once the reader has left it. */
  private leaving(field: Element): void {
    this.left.add(field)
    // Browsers tell of no input where an impossible day was typed into an empty field.
    if (field instanceof HTMLInputElement && field.validity.badInput) this.typed(field)
    if (this.errors.length > 0) setTimeout(() => void released().then(() => this.errors.length > 0 && this.showMistakes(this.errors)))
  }

  /** The reader changed a field or a list. */
  private typed(changed: Element): void {
    this.own = true
    examples.settle(changed)
    sayFull(changed)
    const ticked = changed.matches("select[data-fills]") ? fills.tick(changed as HTMLSelectElement) : []
    if (changed.matches("[data-fills]")) fills.show(this.form)
    if (this.linked) this.keepLink(true)
    else if (!this.isStory) this.remember(changed, ticked)
    this.showExamples(true)
    this.change()
  }

  private remember(changed: Element, ticked: Element[]): void {
    facts.forgetFigures(this.output)
    if (changed.matches("[data-day]")) return
    for (const each of [changed, ...ticked]) facts.remember(each)
    store.countEdit()
    const isTicked = changed.matches("[data-rows]") && this.output.contains(document.activeElement)
    keepLine.offer(this.output, isTicked ? document.activeElement! : undefined)
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
    const slow = setTimeout(() => this.runtime.state !== "ready" && this.waiting(STARTING), SAY_STARTING_AFTER_MS)
    const long = setTimeout(() => this.showProgress(), SHOW_PROGRESS_AFTER_MS)
    const coming = setInterval(() => this.showShare(), SHOW_SHARE_EVERY_MS)
    const veryLong = setTimeout(() => this.runtime.state === "loading" && this.waiting(this.near(stillStarting(this.runtime.megabytes))), SAY_STILL_STARTING_AFTER_MS)
    this.section.dataset.busy = ""
    try {
      while (this.changed) {
        this.changed = false
        const answer = await this.runtime.respond(this.question(), signal)
        await released()
        const isErased = store.erasures() !== this.erasures && !this.isStory
        if (!this.changed && !isErased) this.show(answer)
      }
    } catch (reason) {
      this.changed = false
      this.section.toggleAttribute("data-stale", true)
      this.status.show(signal.aborted ? STOPPED : (reason as Error).name === "AbortError" ? "" : this.near((reason as Error).message))
    } finally {
      clearTimeout(slow)
      clearTimeout(long)
      clearTimeout(veryLong)
      clearInterval(coming)
      this.progress.hidden = true
      delete this.section.dataset.busy
      this.asking = undefined
      this.peek.update()
    }
  }

  /** What stands below was not worked out with the reader's numbers, and must not look as if it were. */
  private waiting(words: string): void {
    this.section.toggleAttribute("data-stale", true)
    this.status.show(words)
    this.peek.update()
  }

  /** Why there is no answer yet, or none at all, and where figures near the reader's stand all the same. */
  private near(words: string): string {
    const common = commonCases(this.section)
    if (!common) return words
    common.open = true
    return `${words}下面“${common.querySelector("summary")!.textContent}”打开了，找和你差不多的一行。`
  }

  private showProgress(): void {
    if (this.runtime.state === "ready" || this.runtime.state === "fallback") this.status.show(WORKING)
    this.progress.hidden = false
  }

  /** How much of Python is here; how long a calculation takes nobody knows. */
  private showShare(): void {
    const { state, loaded } = this.runtime
    if (state !== "loading" || loaded === 0) this.bar.removeAttribute("value")
    else this.bar.value = loaded
    this.share.textContent = this.bar.hasAttribute("value") ? `${Math.floor(loaded * 100)}%` : ""
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

  /** What a pasted bill says, for the reader to confirm; it is neither kept nor calculated with. */
  private async readBill(list: string, text: string): Promise<paste.Bill> {
    const { calculator, name, on } = this.section.dataset
    const asked = { tool: calculator!, inputs: {}, on: on!, root: "", prefix: `${name}-paste-` }
    const answer = await this.runtime.respond({ ...asked, paste: { list, text } })
    if (!answer.ok) throw new Error(answer.errors[0].message)
    return { ...(answer.result as Omit<paste.Bill, "said">), said: answer.announce }
  }

  /** A result replaces the last one; errors leave it standing, marked as out of date. */
  private show(answer: Answer): void {
    this.section.toggleAttribute("data-stale", !answer.ok)
    this.errors = answer.ok ? [] : answer.errors
    if (answer.echo) showEchoes(this.form, answer.echo)
    if (!answer.ok) return this.showMistakes(answer.errors)
    clearErrors(this.form)
    const folded = unfolded(this.output)
    const focused = placeOf(this.output)
    this.output.innerHTML = trusted.createHTML(answer.html)
    unfold(this.output, folded)
    explain(this.output)
    this.result = answer.result as Result
    this.enlivenResult()
    focusAgain(this.output, focused)
    this.giveFigures()
    this.peek.update()
    this.status.tell(answer.announce)
  }

  private giveFigures(): void {
    if (this.isOwnWhole()) facts.rememberFigures(this.output)
    else if (this.own && !this.isStory && !this.linked) facts.forgetFigures(this.output)
  }

  /** A figure that rests on the example or on somebody else's numbers is not the reader's. */
  private isOwnWhole(): boolean {
    return this.own && !this.isStory && !this.linked && examples.exampleIn(this.form) === ""
  }

  private showMistakes(errors: FieldError[]): void {
    const due = errors.filter((error) => !isUnderWay(this.form, error, this.left))
    clearErrors(this.form)
    this.status.show(due.length === 0 ? HALF_WAY : `${showErrors(this.form, due)} ${OLD}`)
    this.peek.update()
  }

  private enlivenResult(): void {
    const on = (): string => this.section.dataset.on!
    this.showResting()
    chart.enliven(this.output, this.places)
    ticks.enliven(this.output, this.form, on, () => this.latest(), (group) => this.typed(group))
    keepLine.stay(this.output)
    takeAway.enliven(this.output, {
      tool: this.section.dataset.calculator!,
      title: this.section.getAttribute("aria-label") ?? "",
      on,
      link: () => share.link(this.section, this.form),
      latest: () => this.latest(),
      form: this.form,
      ask: (inputs) => this.runtime.respond({ ...this.question(), inputs, prefix: "example-" }),
    })
  }

  /** The result on the page as data; the page's own example has to be computed for that. */
  private async latest(): Promise<Result> {
    return this.result ?? (this.computing ??= this.compute())
  }

  /** Asked under a name of its own and once at a time: a newer request of the same name would end it.
      What the reader has asked meanwhile is newer, and stays. */
  private async compute(): Promise<Result> {
    try {
      const asked = this.question()
      const answer = await this.runtime.respond({ ...asked, prefix: `${asked.prefix}data-` })
      if (!answer.ok) throw new Error(answer.errors[0].message)
      return (this.result ??= answer.result as Result)
    } finally {
      this.computing = undefined
    }
  }

  /** A result that is not the example whole but rests on numbers of the example names them. */
  private showResting(): void {
    const named = this.isStory || "example" in this.form.dataset ? [] : examples.resting(this.form)
    if (named.length === 0) return
    const same = button("和我的一样", () => {
      const settled = examples.settleAll(this.form)
      if (this.linked) this.keepLink(true)
      else settled.forEach(facts.remember)
      this.showExamples(true)
      const isLast = !("busy" in this.section.dataset || "stale" in this.section.dataset)
      if (isLast && this.isOwnWhole()) facts.rememberFigures(this.output)
      line.remove()
    })
    const line = element("p", { class: "hq-resting" }, `还是例子里的数：${named.join("、")}。`, same)
    this.output.querySelector(".hq-headline")?.after(line)
  }

  private note(words: string, ...more: Node[]): HTMLElement {
    const note = element("p", { class: "hq-note", "data-note": "" }, words, ...more)
    if (words) this.form.prepend(note)
    return note
  }
}
