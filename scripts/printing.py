"""Paper as PDF, by Chromium's printing: ``python -m scripts.printing sheets``, or ``book``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Page, PdfMargins, sync_playwright

from scripts import chromium
from scripts.book import Book, chapters, figures
from scripts.generator import day
from scripts.generator.build import ADDRESS, DOCS, SITE, papers
from scripts.generator.site import Site
from scripts.generator.steps import BUILD, ENGINE, ROOT

_PAGE = re.compile(rb"/Type /Page\b")


@contextmanager
def printer() -> Iterator[Page]:
    """A page of Chromium, which prints."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def printed(page: Page, file: Path) -> bytes:
    """The file on paper of the size that its styles ask for."""
    page.goto(file.resolve().as_uri())
    return page.pdf(prefer_css_page_size=True, print_background=False)


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of Chromium's has."""
    return len(_PAGE.findall(pdf))


def sheets() -> None:
    """Print every sheet of paper beside its HTML."""
    with printer() as page:
        for file in sorted(papers().glob("*.html")):
            file.with_suffix(".pdf").write_bytes(printed(page, file))
            print(f"paper  {file.with_suffix('.pdf').relative_to(ROOT)}")


_MARGIN: PdfMargins = {"top": "13mm", "bottom": "15mm", "left": "13mm", "right": "13mm"}
_NUMBER = (
    '<div style="font-size:8pt;text-align:center;width:100%"><span class="pageNumber"></span></div>'
)


def book() -> None:
    """Print the paper edition: first each chapter, to learn its page, then the whole."""
    site = Site.read(ROOT)
    told = Book(
        site,
        (ENGINE / "theme" / "paper" / "book.css").read_text("utf-8"),
        chapters(DOCS, SITE),
        figures(DOCS, SITE),
        day.of_sources(ROOT),
        _address(),
    )
    out = BUILD / f"{site.slug}.pdf"
    with printer() as page:
        numbers = told.begin(lambda body: pages_in(a5(page, told.page(body))))
        out.write_bytes(made := a5(page, told.whole(numbers)))
    print(f"paper  {out.relative_to(ROOT)}: {pages_in(made)} pages, {len(made) / 2**20:.1f} MiB")


def a5(page: Page, text: str) -> bytes:
    """The text on A5, its pages numbered."""
    page.set_content(text)
    return page.pdf(
        width="148mm",
        height="210mm",
        margin=_MARGIN,
        display_header_footer=True,
        header_template="<p></p>",
        footer_template=_NUMBER,
        outline=True,
        tagged=True,
    )


def _address() -> str:
    """The site's address as a picture for a phone's camera, and in letters; nothing without one."""
    if not ADDRESS:
        return ""
    import segno  # noqa: PLC0415 - only `make pdf` installs it

    picture = segno.make(ADDRESS, error="m").svg_inline(scale=4, border=2)
    return f"{picture}<p>{escape(ADDRESS)}</p>"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m scripts.printing", description=__doc__)
    parser.add_argument("what", choices=["sheets", "book"])
    {"sheets": sheets, "book": book}[parser.parse_args(arguments).what]()


if __name__ == "__main__":
    main()
