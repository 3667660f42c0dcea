"""The pages that are asked for most print on three sheets at most, sources open, examples in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.printing import pages_in

MOST_USED = (
    *("", "stages/day-1-3", "stages/overdue", "stages/collection-agency", "stages/home-visit"),
    *("stages/court-papers", "stages/payment-order", "stages/lawsuit", "people/not-my-debt"),
    *("rights/hotlines", "strategies/many-debts", "strategies/negotiate"),
)
# A calculator's answer begins on the sheet where there is room for it: no sheet is left empty before it.
LONGER = {"letters/family-message": 4}


@pytest.mark.parametrize("path", [*MOST_USED, *LONGER])
def test_a_page_prints_on_three_sheets(browser: Browser, offline: Path, path: str) -> None:
    page = browser.new_page()
    page.goto((offline / path / "index.html").as_uri())
    sheets = pages_in(page.pdf(format="A4"))
    print(f"\n{path or 'index'}: {sheets}")
    assert 1 <= sheets <= LONGER.get(path, 3)
    page.close()
