"""Every page that a reader chooses, from the menu or the list of letters, prints on three sheets at most."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.printing import pages_in
from tests.conftest import ROOT

DOCS = ROOT / "docs"
MENU = re.findall(r"\]\((.+?)\.md\)", (DOCS / "SUMMARY.md").read_text("utf-8"))
LETTERS = [f"letters/{path.stem}" for path in sorted((DOCS / "letters").glob("*.md"))]
CHOSEN = [*dict.fromkeys([*MENU, *LETTERS])]
FOLDERS = sorted({path.partition("/")[0] for path in CHOSEN})
MOST = 3


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_prints_on_three_sheets(browser: Browser, offline: Path, folder: str) -> None:
    """Its sources open, its examples in one line; a letter with its places blank."""
    page = browser.new_page()
    sheets = {}
    for path in (path for path in CHOSEN if path.partition("/")[0] == folder):
        page.goto((offline / re.sub(r"(^|/)index$", "", path) / "index.html").as_uri())
        sheets[path] = pages_in(page.pdf(format="A4", prefer_css_page_size=True))
    page.close()
    assert sheets
    assert not {path: count for path, count in sheets.items() if not 1 <= count <= MOST}
