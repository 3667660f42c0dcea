/* Codes for a phone's camera, in a file of its own that is fetched when somebody asks for one. */
import encodeQR from "qr"

const SVG = "http://www.w3.org/2000/svg"
/** The quiet edge that readers of codes want. */
const EDGE = 4

/** The text as a drawing, dark on white whatever colours the page has. */
function drawn(text: string, label: string): SVGElement {
  const dots = encodeQR(text, "raw", { ecc: "low", border: EDGE })
  const path = dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("")
  const made = document.createElementNS(SVG, "svg")
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${dots.length} ${dots.length}`, class: "hq-code", role: "img", "aria-label": label, "shape-rendering": "crispEdges",
  })) made.setAttribute(name, value)
  const [ground, ink] = [document.createElementNS(SVG, "rect"), document.createElementNS(SVG, "path")]
  for (const side of ["width", "height"]) ground.setAttribute(side, "100%")
  ground.setAttribute("fill", "#fff")
  ink.setAttribute("d", path)
  ink.setAttribute("fill", "#000")
  made.append(ground, ink)
  return made
}

Object.assign(globalThis, { huanqingCode: drawn })
