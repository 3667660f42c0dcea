/* The doors through which text becomes markup or the address of a script. A browser that knows Trusted
   Types lets nothing pass beside them; the page's policy allows only this name. */

interface Doors {
  /** Markup of ours: what Python answered, or a page of this site. */
  createHTML(markup: string): string
  /** Only scripts of this site. */
  createScriptURL(address: string): string
}

interface Factory {
  createPolicy(name: string, doors: Doors): Doors
}

const doors: Doors = {
  createHTML: (markup) => markup,
  createScriptURL(address) {
    const { protocol, host, origin } = new URL(address, location.href)
    // A blob is of this page's own making. Of files, browsers say the origin in different words.
    const isOwnFile = protocol === "file:" && location.protocol === protocol && host === location.host
    if (protocol === "blob:" || isOwnFile || (protocol !== "file:" && origin === globalThis.origin)) return address
    throw new TypeError(`not a script of this site: ${address}`)
  },
}

const { trustedTypes } = globalThis as { trustedTypes?: Factory }

export const trusted = trustedTypes?.createPolicy("huanqing", doors) ?? doors
