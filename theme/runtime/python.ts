/* What both ways of starting Python offer. */
export interface Python {
  /** One request of the page in JSON, one answer in JSON. */
  respond(request: string): string
}
