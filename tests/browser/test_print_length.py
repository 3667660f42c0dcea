"""Every page that a reader chooses from the menu prints on three sheets at most, sources open, examples in one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.printing import pages_in
from tests.conftest import ROOT

MENU = re.findall(r"\]\((.+?)\.md\)", (ROOT / "docs/SUMMARY.md").read_text("utf-8"))
FOLDERS = sorted({path.partition("/")[0] for path in MENU})
MOST = 3


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_prints_on_three_sheets(browser: Browser, offline: Path, folder: str) -> None:
    page = browser.new_page()
    sheets = {}
    for path in (path for path in MENU if path.partition("/")[0] == folder):
        page.goto((offline / re.sub(r"(^|/)index$", "", path) / "index.html").as_uri())
        sheets[path] = pages_in(page.pdf(format="A4", prefer_css_page_size=True))
    page.close()
    assert sheets
    assert not {path: count for path, count in sheets.items() if not 1 <= count <= MOST}
