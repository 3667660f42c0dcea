"""What this site promises beyond its cases; `make test` runs this file over the built pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.registry import tool

PAGES = Path(__file__).parent.parent / "build" / "site"


def answered(key: str, **given: int) -> Decimal:
    """A figure of the calculator, in yuan."""
    value = tool("deposit-back").run(given, date(2026, 11, 25)).figure(key).value
    assert isinstance(value, Decimal)
    return value


@pytest.mark.parametrize("rent", [0, 2679, 2680, 9000])
def test_what_is_kept_and_what_comes_back_is_the_whole_deposit(rent: int) -> None:
    assert answered("kept", rent=rent) + answered("refund", rent=rent) == 3000


def test_the_page_shows_what_the_calculator_answers() -> None:
    page = (PAGES / "calculators" / "deposit-back" / "index.html").read_text("utf-8")
    assert f'data-figure="refund" data-gives="own_total" value="{answered("refund")}"' in page
