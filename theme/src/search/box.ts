/* The search box: a dialog over the page. What answers is fetched when it is first opened, and from
   then on nothing leaves the device. */
import { isOneFile } from "../../runtime/enclosed"
import type { Answer, Answers } from "./engine"
import { addExit, element } from "../elements"
import { fetchOnce, load } from "../lazy"
import type { Words } from "./find"

declare const huanqingSearchEngine: (library: Words, root: string) => Answers
declare const huanqingLibrary: Words

const HINT = "用平常的话写，比如“罚息太高”。你写的字不会离开这台设备。"
const FAILED = "没能打开搜索。网络好一点时再试，或者从上面的栏目里找。"
const PAUSE_MS = 60

/** Make the page's search buttons work, and the keys that many sites have for it. */
export function enlivenSearch(): void {
  const opener = document.querySelector<HTMLElement>("[data-search]")
  if (!opener) return
  const box = new SearchBox(new URL(opener.dataset.search!, location.href).href, opener.dataset.integrity)
  const isOpener = ({ target }: Event): boolean => (target as Element).closest("[data-search]") !== null
  document.addEventListener("pointerover", (event) => isOpener(event) && void box.prepare().catch(() => undefined))
  document.addEventListener("click", (event) => isOpener(event) && box.open())
  document.addEventListener("keydown", (event) => {
    if (!asks(event)) return
    event.preventDefault()
    box.open()
  })
}

/** Ctrl+K anywhere, or a slash where nothing is being typed. */
function asks({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return key.toLowerCase() === "k"
  return key === "/" && !altKey && !(target as Element).closest("input, select, textarea, dialog")
}

class SearchBox {
  private readonly input = element("input", {
    type: "search",
    name: "question",
    "aria-label": "搜索",
    placeholder: "你想问什么？",
    autocomplete: "off",
    enterkeyhint: "search",
    spellcheck: "false",
    translate: "no",
  })
  private readonly said = element("p", { role: "status" }, HINT)
  private readonly urgent = element("div")
  private readonly list = element("ol")
  private readonly aside = element("div")
  private readonly close = element("button", { type: "button", class: "hq-button" }, "关闭")
  private readonly dialog = element(
    "dialog",
    { class: "hq-search", "aria-label": "搜索" },
    element("form", { role: "search" }, this.input, this.close),
    this.urgent,
    this.said,
    this.list,
    this.aside,
  )
  private readonly root: string
  private answers?: Answers
  private shown?: { question: string; answer: Answer }
  private pause = 0

  /** `library` is the address of the script with the pages' words. */
  constructor(
    private readonly library: string,
    private readonly integrity?: string,
  ) {
    this.root = isOneFile ? "#/" : new URL("../../", library).href
    document.body.append(this.dialog)
    this.input.addEventListener("input", () => this.soon())
    this.dialog.addEventListener("submit", (event) => this.first(event))
    this.dialog.addEventListener("keydown", (event) => this.move(event))
    this.dialog.addEventListener("click", ({ target }) => {
      if (target === this.dialog || (target as Element).closest("a, button")) this.hide()
    })
  }

  async prepare(): Promise<Answers> {
    await Promise.all([load("search-engine"), fetchOnce(this.library, this.integrity)])
    await anotherTask() // on a slow phone reading all pages' words takes a moment of its own
    return (this.answers ??= huanqingSearchEngine(huanqingLibrary, this.root))
  }

  open(): void {
    addExit(this.dialog)
    // A browser without dialogs shows it in its place all the same.
    if (!this.dialog.open) this.dialog.showModal ? this.dialog.showModal() : this.dialog.setAttribute("open", "")
    this.input.select()
    this.soon()
  }

  private hide(): void {
    this.dialog.close ? this.dialog.close() : this.dialog.removeAttribute("open")
  }

  /** Answer when the reader pauses; letters of an unfinished Chinese word come and go. */
  private soon(): void {
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => void this.answer(), PAUSE_MS)
  }

  private async answer(): Promise<Answer | undefined> {
    let answers: Answers
    try {
      answers = await this.prepare()
    } catch {
      this.said.textContent = FAILED
      return undefined
    }
    const question = this.input.value.trim()
    // Drawn anew, the list would take the focus away from whoever walks it by key.
    if (this.shown?.question === question) return this.shown.answer
    const answer = answers(question)
    this.shown = { question, answer }
    const { phones, isUrgent, said, found } = answer
    put(this.urgent, isUrgent ? [phones] : [])
    put(this.list, found)
    put(this.aside, isUrgent ? [] : [phones])
    this.said.textContent = question ? said : `${HINT}${said}`
    return answer
  }

  /** Enter in the box goes to the best answer; to a cry, the best answer is the number. */
  private async first(event: Event): Promise<void> {
    event.preventDefault()
    clearTimeout(this.pause)
    const answer = await this.answer()
    if (answer?.isUrgent) this.urgent.querySelector("a")?.focus()
    else if (this.input.value.trim()) this.links()[0]?.click()
  }

  /** The arrows go from the box to the answers and back; Escape closes and keeps the question. */
  private move(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === "Escape") {
      event.preventDefault()
      this.hide()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops: HTMLElement[] = [this.input, ...this.links()]
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  private links(): HTMLElement[] {
    return [...this.dialog.querySelectorAll("a")]
  }
}

function put(place: HTMLElement, shown: readonly Node[]): void {
  place.textContent = ""
  place.append(...shown)
}

/** Lets the browser paint and hear keys before what comes next. */
function anotherTask(): Promise<void> {
  return new Promise((go) => setTimeout(go))
}
