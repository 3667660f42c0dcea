"""The browsers that are promised are those that scripts are built and old engines are tested for."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup

from scripts.generator.browsers import OLDEST, TARGET
from tests.engines.old_chromium import BUILDS


def test_the_page_promises_what_is_built(site: Path) -> None:
    html = (site / "about" / "offline" / "index.html").read_text("utf-8")
    said = BeautifulSoup(html, "html.parser").get_text()
    chrome, firefox, safari = (OLDEST[name] for name in ("chrome", "firefox", "safari"))
    assert re.search(rf"Chrome、Edge 和安卓自带的，{chrome} 版起", said)
    assert re.search(rf"Firefox {firefox} 版起", said)
    assert re.search(rf"Safari {safari} 版起", said)


def test_the_oldest_chromium_is_driven() -> None:
    assert OLDEST["chrome"] in BUILDS
    assert f"chrome{min(BUILDS, key=int)}" in TARGET
