/* Brings the calculators of a page to life. Without this script the page is whole, but still. */
import { isFromDisk, isOneFile } from "../runtime/enclosed"
import { enlivenVoice, hush, showVoice } from "./aloud"
import { Block } from "./block"
import * as casePanel from "./case-panel"
import { dress, isDiscreet } from "./discreet"
import { enlivenColours, enlivenLetters, showChoices } from "./display"
import { closeDialogs, element, fill, tell } from "./elements"
import * as entries from "./entries"
import { enlivenWords } from "./family"
import { nameFilesInLinks } from "./file-links"
import { enlivenExit } from "./leave"
import { enlivenMenu } from "./menu"
import * as nextPerson from "./next-person"
import { keep } from "./offline-cache"
import { enlivenPrint } from "./print-head"
import { load } from "./lazy"
import { showOwed } from "./owed"
import { watchPresses } from "./pressed"
import { runtime } from "./runtime"
import { enlivenSearch } from "./search/box"
import { carriesNumbers, forgetOthers } from "./share"
import * as store from "./store"
import { enlivenTerms } from "./terms"
import { unfoldForPrint } from "./unfold"
import { followLinks, openOneFile } from "./visit"

declare const huanqingDesk: (page: { end(said: string): void; over(): void; drawing(): Promise<void> }) => void

const GOING = "正在换。等了很久还没换，就把这一页刷新一下。"
/** Nearly always the next page is there by then. */
const GOING_AFTER_MS = 500

let blocks: Block[] = []

/** Connect the page that has come with what it does; runs again after each change of page. All that is
    called `enliven` does this for one part: the part is in the page as HTML, and works from now on. */
function enliven(): void {
  showChoices()
  hush()
  showVoice()
  blocks = blocks.filter((block) => block.form.isConnected)
  // First what erases: it must be there whatever else goes wrong.
  for (const panel of document.querySelectorAll<HTMLElement>("[data-case-panel]:empty")) {
    casePanel.enliven(panel, () => blocks[0])
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-next-person]:empty")) {
    place.append(nextPerson.nextButton())
  }
  enlivenWords()
  enlivenDesk()
  showOwed()
  for (const section of document.querySelectorAll<HTMLElement>("[data-calculator]")) {
    if (section.dataset.alive === undefined) blocks.push(new Block(section, runtime()))
  }
  forgetLinks()
}

function forgetLinks(): void {
  if (forgetOthers()) tell("链接里的数不是给这一页的计算器的，没有放进来。从“算一算”里找要用的那个。")
}

/** A helper's desk, and on every page whose numbers these are. */
function enlivenDesk(): void {
  const whose = store.caseName()
  if (whose === undefined && !document.querySelector("[data-desk]")) return
  load("desk")
    .then(() => huanqingDesk({ end: nextPerson.next, over: giveWay, drawing: () => load("qr") }))
    .catch(() => tell(whose ? `现在是“${whose}”的。` : "这一部分没下载到。连上网，再打开一次。"))
}

/** Another page comes into this one's place, on a slow network after seconds: what were typed till then
    would be nobody's. */
function giveWay(): void {
  store.over()
  closeDialogs()
  document.querySelector("[data-desk-bar]")?.remove()
  const content = document.querySelector("main")!
  fill(content)
  setTimeout(() => content.append(element("p", { class: "hq-going", role: "status" }, GOING)), GOING_AFTER_MS)
}

document.documentElement.classList.replace("no-js", "js")
watchPresses()
if (isOneFile) openOneFile()
enlivenExit()
nextPerson.watch()
const damaged = store.load()
store.listenToOtherTabs(() => tell("另一个标签页改了你的数，这里已经跟上。"))
store.onRefused(() => tell("这台设备存不下了。填的数这次还在，关掉就没了：可以到“我的情况”导出成文件。"))
store.onUndrafted(() => tell("这个浏览器存不下你填的数，刷新或关掉就没了。先把结果复制下来。"))
store.onChange((changed) => blocks.forEach((block) => block.refill(changed)))
store.onChange(showOwed)
enlivenColours()
enlivenLetters()
enlivenVoice()
enlivenMenu()
enlivenTerms()
if (isDiscreet()) dress()
enlivenSearch()
unfoldForPrint()
enlivenPrint()
if (isFromDisk && !isOneFile) nameFilesInLinks()
keep(runtime())
entries.opened()
enliven()
followLinks(enliven)
addEventListener("popstate", () => blocks.forEach((block) => block.wentBack()))
// A link with numbers that is opened over its own page changes nothing but the place.
addEventListener("hashchange", () => {
  if (!carriesNumbers() || store.isOver()) return
  for (const block of blocks) block.openLink()
  forgetLinks()
})
if (damaged.length > 0) tell(`存着的数里有 ${damaged.length} 项坏了，没有用：${namesOf(damaged)}。别的都在。`)
nextPerson.greet()

/** Names as the forms have them; what nobody can name is counted all the same. */
function namesOf(names: string[]): string {
  return names.map((name) => store.nameOf(name) ?? (name || "看不出是什么")).join("、")
}
