/* What an address says: which page, and which place on it. In the edition of one file every page has the
   same address and stands behind the `#`, as in `#/stages/lawsuit/#what-now`. */
import { isOneFile } from "../runtime/enclosed"

/** The address of the page, without the place on it. */
export function pageOf(address: string): string {
  const [file, ...rest] = address.split("#")
  if (!isOneFile) return file
  return `${file}#${rest[0]?.startsWith("/") ? rest[0] : "/"}`
}

/** The place on the page that the address bar names, or nothing. */
export function place(): string {
  return location.hash.split("#").slice(isOneFile ? 2 : 1).join("#")
}

/** The element at that place: in one file its name begins with its page's. */
export function named(): HTMLElement | null {
  return place() ? document.getElementById(location.hash.slice(1)) : null
}
