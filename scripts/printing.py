"""Paper as PDF, by Chromium's printing: ``python -m scripts.printing sheets``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts import chromium
from scripts.generator.build import papers
from scripts.generator.steps import ROOT

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


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m scripts.printing", description=__doc__)
    parser.add_argument("what", choices=["sheets"])
    {"sheets": sheets}[parser.parse_args(arguments).what]()


if __name__ == "__main__":
    main()
