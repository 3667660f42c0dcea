/* What the page asks of Python, and how it starts it. */
import type { FieldError } from "./errors"
import type { TypedGroup } from "./form"

export interface Question {
  tool: string
  inputs: TypedGroup
  on: string
  root: string
  prefix: string
}

export type Answer =
  | { ok: true; html: string; announce: string; result: unknown }
  | { ok: false; errors: FieldError[] }

export interface Runtime {
  respond(question: Question): Promise<Answer>
}

export async function start(base: URL): Promise<Runtime> {
  throw new Error(`no runtime at ${base}`)
}
