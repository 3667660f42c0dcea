/* Handing things to the reader: into the clipboard, as a file, on paper. Browsers inside WeChat and
   QQ lose files, so whatever can be saved can be copied too. */
import { announce, button, closeDialog, element, openDialog } from "./elements"

/** Browsers inside other apps: what they do with a file, no page can see. */
const LOSES_FILES = /MicroMessenger|QQ\/|QQBrowser|Weibo|AlipayClient|DingTalk|aweme|Bytedance|UCBrowser|Quark|baidu|HuaweiBrowser|; wv\)/i
const ADDRESS_KEPT_MS = 60_000
const ACKNOWLEDGED_MS = 2000

/** Copy, and say so on the button; where the browser refuses, show the text to copy by hand. */
export async function copy(text: string, pressed?: EventTarget | null, words = "复制好了"): Promise<void> {
  if (await copied(text)) acknowledge(pressed, words)
  else showText(text)
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedTheOldWay(text)
  }
}

function copiedTheOldWay(text: string): boolean {
  const focused = document.activeElement as HTMLElement | null
  const area = element("textarea", { class: "hq-unseen", readonly: "" })
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand("copy")
  area.remove()
  focused?.focus()
  return done
}

/** A file with this name; where files get lost, the text is shown as well. */
export function save(name: string, words: Blob | string, pressed?: EventTarget | null): void {
  const content = typeof words === "string" ? new Blob([words], { type: "text/plain" }) : words
  const url = URL.createObjectURL(content)
  const link = element("a", { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), ADDRESS_KEPT_MS)
  if (!LOSES_FILES.test(navigator.userAgent)) acknowledge(pressed, "已交给浏览器保存")
  else if (content.type.startsWith("text/")) void content.text().then(showText)
  else acknowledge(pressed, "没看到文件？请点“复制”")
}

/** Print one part of the page: a letter, a result, or the whole case. */
export function print(part: Element): void {
  document.documentElement.dataset.printing = ""
  const path: Element[] = []
  for (let at: Element | null = part; at; at = at.parentElement) path.push(at)
  for (const step of path) step.setAttribute("data-print", step === part ? "this" : "path")
  addEventListener(
    "afterprint",
    () => {
      delete document.documentElement.dataset.printing
      for (const step of path) step.removeAttribute("data-print")
    },
    { once: true },
  )
  window.print()
}

/** Say on the button itself, for a moment, that it worked. */
export function acknowledge(pressed: EventTarget | null | undefined, words: string): void {
  announce(words)
  if (!(pressed instanceof HTMLElement) || pressed.dataset.words !== undefined) return
  pressed.dataset.words = pressed.textContent ?? ""
  pressed.textContent = words
  setTimeout(() => {
    pressed.textContent = pressed.dataset.words!
    delete pressed.dataset.words
  }, ACKNOWLEDGED_MS)
}

function showText(text: string): void {
  const area = element("textarea", { readonly: "", rows: "12", spellcheck: "false", translate: "no", "aria-label": "要复制的文字" })
  area.value = text
  const dialog = element("dialog", { class: "hq-dialog", "aria-label": "复制" })
  dialog.append(
    element("p", {}, "长按或全选，再复制。"),
    area,
    button("关上", () => closeDialog(dialog)),
  )
  dialog.addEventListener("close", () => dialog.remove()) // by the Escape key too
  openDialog(dialog)
  area.select()
}
