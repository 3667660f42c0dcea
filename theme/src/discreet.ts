/* 不显眼: a title and an icon that say nothing, on every page, in the tab and in the browser's lists. The
   first page of a visit gets them from ./colours.ts, before it is drawn. */
import { device, tab } from "./storage"

const KEY = "huanqing.plain"
export const TITLE = "记事"
const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%23888' d='M1 1h6v6H1z'/%3E%3C/svg%3E"

export function isDiscreet(): boolean {
  return tab.get(KEY) !== null || device.get(KEY) !== null
}

/** Whether later visits begin so. */
export function isKept(): boolean {
  return device.get(KEY) !== null
}

/** From now on, in this tab; on the device for later visits only where that is wanted. */
export function set(wanted: boolean, isForLater: boolean): void {
  tab.remove(KEY)
  device.remove(KEY)
  if (wanted) (isForLater ? device : tab).set(KEY, "1")
}

/** Put title and icon of the page that is shown right; `title` is the page's own, said when another page comes.
    It stays at hand while the tab shows another. */
export function dress(title = document.documentElement.dataset.title ?? document.title): void {
  const isPlain = isDiscreet()
  document.documentElement.dataset.title = title
  document.title = isPlain ? TITLE : title
  for (const icon of document.querySelectorAll<HTMLLinkElement>("link[rel~=icon]")) {
    icon.dataset.own ??= icon.href
    icon.href = isPlain ? ICON : icon.dataset.own
  }
}
