/* 读给我听: the first screen of the page, by a voice that lives on the device. A voice from elsewhere would be
   sent the words, so where the device has none there is no button. */

const START = "读给我听"
const STOP = "别读了"
const MOST_CHARACTERS = 600
/** Languages of voices, the best first: the pages are in Mandarin, and a voice from Hong Kong reads Cantonese. */
const VOICES = [/^(zh|cmn)(?!.*\b(HK|MO|yue)\b)(.*\b(CN|Hans)\b|$)/i, /^(zh|cmn)(?!.*\b(HK|MO|yue)\b)/i, /^zh/i]
/** Where one utterance ends and the next begins. */
const BREAK = "\0"
/** Not for the ear: sources, and what wants to be pressed or filled in. */
const UNSPOKEN =
  ".hq-rule, .hq-review, .hq-paper, .hq-sure-legend, details, .headerlink, button, form, output, script, svg, [hidden], [data-case-panel]"

/** Show the button of each page as soon as there is a voice; what listens is the document. */
export function enlivenVoice(): void {
  if (!("speechSynthesis" in window)) return
  speechSynthesis.addEventListener?.("voiceschanged", showVoice)
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-aloud]")) return
    if (speechSynthesis.speaking) hush()
    else speak()
  })
  addEventListener("pagehide", hush)
}

/** A page has come: there may be a voice for it, and the one before is not read on. */
export function showVoice(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-aloud]")) button.hidden = !voice()
}

/** Be silent. */
export function hush(): void {
  if (!("speechSynthesis" in window)) return
  speechSynthesis.cancel()
  say(START)
}

function voice(): SpeechSynthesisVoice | undefined {
  if (!("speechSynthesis" in window)) return undefined
  const own = speechSynthesis.getVoices().filter(({ localService }) => localService)
  return VOICES.map((spoken) => own.find(({ lang }) => spoken.test(lang.replace(/_/g, "-")))).find(Boolean)
}

function speak(): void {
  const sentences = spoken()
  sentences.forEach((words, index) => {
    const said = new SpeechSynthesisUtterance(words)
    said.lang = "zh-CN"
    said.voice = voice() ?? null
    if (index === sentences.length - 1) said.onend = () => say(START)
    speechSynthesis.speak(said)
  })
  say(STOP)
}

function say(words: string): void {
  for (const button of document.querySelectorAll("[data-aloud]")) button.textContent = words
}

/** Title, what it comes to, and what to do first: up to the second heading, or as much as one listens to. */
function spoken(): string[] {
  const found: string[] = []
  let headings = 0
  for (const part of document.querySelectorAll("article :is(h1, h2, p, li)")) {
    if (part.localName === "h2" && ++headings > 1) break
    if (part.closest(UNSPOKEN) || part.querySelector("p, li")) continue
    found.push(...heard(part))
    if (found.join("").length > MOST_CHARACTERS) break
  }
  return found
}

/** As it is said: the digits of a number to ring one by one, no brackets that held a source only, and each
    button by itself. */
function heard(part: Element): string[] {
  const copy = part.cloneNode(true) as Element
  for (const unspoken of copy.querySelectorAll(UNSPOKEN)) unspoken.remove()
  for (const number of copy.querySelectorAll("a[href^='tel:']")) {
    number.textContent = (number.textContent ?? "").replace(/\d(?=[\d-])-?/g, "$& ").replace(/-/g, "")
    if (number.matches(".hq-call")) number.append(BREAK)
  }
  const words = (copy.textContent ?? "").replace(/（[；、，\s]*）/g, "").replace(/\s+/g, " ")
  return words.split(BREAK).map((each) => each.trim()).filter(Boolean)
}
