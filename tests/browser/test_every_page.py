"""Every page opens in a browser without a complaint, on a phone and on a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Edition, visiting


def paths(folder: Path) -> list[str]:
    """Every page of its own; where a page moved, ``test_old_links`` looks."""
    own = (p for p in folder.rglob("index.html") if "data-moved" not in p.read_text("utf-8"))
    pages = sorted(p.parent.relative_to(folder).as_posix() for p in own)
    return ["" if path == "." else path for path in pages]


@pytest.mark.parametrize("width", [360, 1440])
def test_every_page_opens_quietly_and_fits(
    browser: Browser, edition: Edition, site: Path, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    visit = visiting(context, edition)
    for path in paths(site):
        page = visit.open(path)
        assert not visit.complaints, (path, visit.complaints)
        assert not visit.foreign, (path, visit.foreign)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} is {wide} px wider than {width}"
    context.close()
