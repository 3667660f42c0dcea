/* A press is a going down and a coming up on one element. What is drawn anew or moves away in between
   swallows it; so what wants to draw waits until nothing is held. */

const LONGEST_PRESS_MS = 1500
const KEYS = [" ", "Enter"]

let press: Promise<void> | undefined
let letGo: (() => void) | undefined

/** Hear every press of the page, before anything in it does. */
export function watchPresses(): void {
  addEventListener("pointerdown", begin, true)
  addEventListener("keydown", ({ key, repeat }) => KEYS.includes(key) && !repeat && begin(), true)
  for (const end of ["pointerup", "pointercancel", "keyup", "blur"]) addEventListener(end, ended, true)
}

/** Resolves once nothing is held down and the click that comes of it has been heard; mostly at once. */
export async function released(): Promise<void> {
  await press
}

function begin(): void {
  if (press) return
  press = new Promise((done) => {
    letGo = done
    setTimeout(done, LONGEST_PRESS_MS) // a finger that stays, a key that got stuck
  })
  void press.then(() => (press = letGo = undefined))
}

/** The click comes after the release, in a task of its own or the same. */
function ended({ type, target }: Event): void {
  // A field that loses the focus is no window that does; that is what most presses begin with.
  if (type === "blur" && target !== window) return
  if (letGo) setTimeout(letGo)
}
