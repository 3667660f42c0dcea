/* The one calculator of the visit: starts at most once, answers in order, only the latest question. */
import { start, type Answer, type Question, type Runtime } from "./runtime"

export class Calculator {
  private runtime?: Promise<Runtime>

  constructor(private readonly base: URL) {}

  /** Begin to load Python; harmless to repeat. A failed start may be tried again. */
  wake(): Promise<Runtime> {
    this.runtime ??= start(this.base).catch((reason: unknown) => {
      this.runtime = undefined
      throw reason
    })
    return this.runtime
  }

  async ask(question: Question): Promise<Answer> {
    const runtime = await this.wake()
    return runtime.respond(question)
  }
}
