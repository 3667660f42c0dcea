/* What a block says of itself. Sentences for the eye stand at once; what only a screen reader needs to hear
   waits until the reader has stopped typing, so that five digits are not five sentences. */
const QUIET_MS = 1000

export class StatusLine {
  private timer = 0

  constructor(private readonly place: HTMLElement) {}

  /** For all to see. */
  show(words: string): void {
    clearTimeout(this.timer)
    this.place.classList.remove("hq-unseen")
    this.place.textContent = words
  }

  /** The words stand in the result anyway. */
  tell(words: string): void {
    clearTimeout(this.timer)
    this.place.classList.add("hq-unseen")
    this.place.textContent = ""
    this.timer = window.setTimeout(() => (this.place.textContent = words), QUIET_MS)
  }
}
