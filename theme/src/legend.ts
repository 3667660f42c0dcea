/* What the marks mean: an answer may bring one that the page did not bear when it was built. */

export function explain(output: Element): void {
  const legend = document.querySelector<HTMLElement>(".hq-sure-legend")
  for (const mark of output.querySelectorAll<HTMLElement>("[data-sure]")) {
    for (const sure of mark.dataset.sure!.split(" ")) {
      const row = legend?.querySelector<HTMLElement>(`[data-legend="${sure}"]`)
      if (row) row.hidden = legend!.hidden = false
    }
  }
}
