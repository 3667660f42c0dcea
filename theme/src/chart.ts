/* Reading a picture: a finger, a pointer or the arrow keys pick a point, and its values are said. */
import { element } from "./elements"

const SVG = "http://www.w3.org/2000/svg"

/** Fewer points carry their values in the picture. */
const FEWEST_POINTS = 8

interface Point {
  x: number
  words: string
}

/** Every picture of the output gets its read-out; `places` remembers them from result to result. */
export function enliven(output: HTMLElement, places: Map<string, number>): void {
  for (const figure of output.querySelectorAll<HTMLElement>("[data-chart]")) {
    const points = pointsOf(figure)
    if (points.length >= FEWEST_POINTS) addReadOut(figure, points, places)
  }
}

function pointsOf(figure: HTMLElement): Point[] {
  const lines = (figure.dataset.points ?? "").split("\n").filter(Boolean)
  return lines.map((line) => {
    const [x, label, ...values] = line.split("|")
    return { x: Number(x), words: `${label}：${values.join("，")}` }
  })
}

function addReadOut(figure: HTMLElement, points: Point[], places: Map<string, number>): void {
  const svg = figure.querySelector("svg")!
  const key = figure.dataset.chart!
  const words = element("p", { class: "hq-read-out" })
  const cursor = addCursor(svg)
  const range = element("input", {
    type: "range",
    class: "hq-slider",
    min: "0",
    max: String(points.length - 1),
    value: "0",
    "aria-label": `${figure.querySelector("figcaption")?.textContent}：逐点看`,
  })
  const pick = (index: number): void => {
    const { x, words: said } = points[index]
    places.set(key, index)
    range.value = String(index)
    range.setAttribute("aria-valuetext", said)
    words.textContent = said
    cursor(x)
  }
  range.addEventListener("input", () => pick(Number(range.value)))
  const point = (event: PointerEvent): void => pick(nearest(points, svg, event.clientX))
  svg.addEventListener("pointermove", point)
  svg.addEventListener("pointerdown", point)
  svg.after(range, words)
  const before = places.get(key)
  if (before !== undefined && before < points.length) pick(before)
  else words.textContent = "在图上点一点，或拖动上面的条，看每一点的数。"
}

/** A line across the picture; returns how to move it. */
function addCursor(svg: SVGSVGElement): (x: number) => void {
  const line = document.createElementNS(SVG, "line")
  const { height } = svg.viewBox.baseVal
  line.setAttribute("class", "hq-cursor")
  line.setAttribute("y2", String(height - 30))
  return (x) => {
    line.setAttribute("x1", String(x))
    line.setAttribute("x2", String(x))
    svg.append(line)
  }
}

function nearest(points: Point[], svg: SVGSVGElement, clientX: number): number {
  const box = svg.getBoundingClientRect()
  const x = ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width
  const distances = points.map((point) => Math.abs(point.x - x))
  return distances.indexOf(Math.min(...distances))
}
