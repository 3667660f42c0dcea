/* What page and service worker say to each other. */

/** What a page may ask: keep Python too, or let the new build take over. */
export type Wish = "python" | "take over"

/** To "take over": whether it will. It does not while another page is open. */
export interface Reply {
  taken: boolean
}
