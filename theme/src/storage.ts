/* The browser's storage, which may be full, forbidden or missing: then it holds nothing. */

export class Shelf {
  constructor(private readonly where: () => Storage) {}

  get(key: string): string | null {
    try {
      return this.where().getItem(key)
    } catch {
      return null
    }
  }

  /** Whether it was taken. */
  set(key: string, text: string): boolean {
    try {
      this.where().setItem(key, text)
      return true
    } catch {
      return false
    }
  }

  /** Everything of ours, whoever put it there; or what bears such a name. */
  wipe(named = OURS): void {
    try {
      this.remove(...Object.keys(this.where()).filter((key) => named.test(key)))
    } catch {
      // A browser that refuses storage has kept nothing.
    }
  }

  remove(...keys: string[]): void {
    for (const key of keys) {
      try {
        this.where().removeItem(key)
      } catch {
        // A browser that refuses storage has kept nothing.
      }
    }
  }
}

/** What is ours on an address that other sites may share. */
const OURS = /^huanqing\./

/** Stays on the device; only what the reader asked to keep. */
export const device = new Shelf(() => localStorage)
/** Dies with the tab. */
export const tab = new Shelf(() => sessionStorage)
