/* A case goes from phone to phone as codes: drawn here, read by the other phone's camera, opened as links or
   pasted as text. */
import { pageOf } from "./address"
import { exported, imported, Refused } from "./case-file"
import { button, closeDialog, element, openDialog } from "./elements"
import { copy } from "./hand-over"
import { isFromDisk } from "../runtime/enclosed"
import { PARTS, PATIENCE_MS } from "./keys"
import { missing, packed, type Part, partsIn, unpacked, written } from "./parcel"
import { device } from "./storage"
import type { Facts } from "./store"

declare const huanqingCode: (text: string, label: string) => SVGElement

/** Show the codes of a case, one below the other. */
export async function show(facts: Facts, drawing: () => Promise<void>, say: (words: string) => void): Promise<void> {
  try {
    const texts = (await packed(JSON.stringify(JSON.parse(exported(facts))))).map(asText)
    await drawing()
    openCodes(texts)
  } catch (problem) {
    say(problem instanceof Refused ? problem.message : "二维码没能做成。可以存成文件，或者复制成文字。")
  }
}

/** A link that a camera opens; from a file there is none that another device could open. */
function asText(part: string): string {
  return isFromDisk ? `case=${part}` : `${pageOf(location.href)}#case=${part}`
}

function openCodes(texts: string[]): void {
  const dialog = element("dialog", { class: "hq-dialog hq-codes", "aria-label": "二维码" })
  const how = isFromDisk ? "用手机扫，把看到的文字粘到对方的值班页上。" : "对方用手机相机扫，点开链接，就到了对方的值班页。"
  const close = button("关上", () => closeDialog(dialog))
  dialog.append(
    element("p", {}, texts.length > 1 ? `一共 ${texts.length} 张，一张一张扫。${how}` : how),
    element("p", {}, "码里有填过的一切。谁拍到，谁就有。给对方看完就关上。"),
    ...texts.flatMap((text, index) => {
      const label = `第 ${index + 1} 张，共 ${texts.length} 张`
      return [element("p", { class: "hq-code-name" }, label), huanqingCode(text, label)]
    }),
    button("复制这些文字", ({ target }) => void copy(texts.join("\n"), target)),
    close,
  )
  openDialog(dialog)
}

/** What was pasted: a case file's text, or the texts of all its codes. */
export async function textOf(pasted: string): Promise<string> {
  const parts = partsIn(pasted)
  if (parts.length === 0) return pasted
  const own = parts.filter(({ parcel }) => parcel === parts[0].parcel)
  if (own.length < parts.length) throw new Refused("这里面有不同人的码。一次只粘一个人的。")
  const lacking = missing(own)
  if (lacking.length > 0) throw new Refused(`还差第 ${lacking.join("、")} 张，一共 ${own[0].of} 张。`)
  return unpacked(own)
}

/** A code came as the place of this page's address; once the last is there, its case is given to `take`. */
export async function arrived(place: string, say: (words: string) => void, take: (facts: Facts, dropped: number) => void): Promise<void> {
  const [part] = place.startsWith("case=") ? partsIn(place) : []
  if (!part) {
    forgetOld()
    return place.startsWith("case=") ? say("这个码读不懂。请重新扫。") : undefined
  }
  const come = [...waitingFor(part), part]
  const lacking = missing(come)
  if (lacking.length > 0) {
    const kept = device.set(PARTS, JSON.stringify({ at: Date.now(), texts: come.map(written).join(" ") }))
    const where = kept ? "先放在这台设备上，收齐就清掉。一小时没收齐，下次打开网站时清掉。" : "浏览器不让存：请把几张的文字一起粘贴。"
    return say(`收到第 ${part.nth} 张，一共 ${part.of} 张。再扫第 ${lacking.join("、")} 张。${where}`)
  }
  device.remove(PARTS)
  try {
    const { facts, dropped } = imported(await unpacked(come))
    take(facts, dropped.length)
  } catch (problem) {
    say(problem instanceof Refused ? problem.message : "这次没能读出来。")
  }
}

function forgetOld(): void {
  if (waiting().length === 0) device.remove(PARTS)
}

/** What has come of this parcel already. */
function waitingFor(part: Part): Part[] {
  return waiting().filter(({ parcel, of, nth }) => parcel === part.parcel && of === part.of && nth !== part.nth)
}

/** What has come within the hour; a clock that was put right since counts both ways. */
function waiting(): Part[] {
  try {
    const { at, texts } = JSON.parse(device.get(PARTS) ?? "") as { at: number; texts: string }
    return Math.abs(Date.now() - at) < PATIENCE_MS ? partsIn(texts) : []
  } catch {
    return []
  }
}
