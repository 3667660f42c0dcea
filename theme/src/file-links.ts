/* Opened from a file, a link to a folder shows its listing: name the page inside instead. */

export function nameFilesInLinks(): void {
  addEventListener(
    "click",
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]")
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
    },
    { capture: true },
  )
}
