"""Is the app right: its own parts, its total and what the debt comes to, where they do not agree."""

from datetime import date

import pytest

from calculators.registry import tool

ON = date(2026, 11, 26)
DEBT = {"principal": "10000", "days_overdue": "20", "daily_rate": "0.05%"}


@pytest.mark.parametrize(
    ("shown", "penalty", "says"),
    [
        ("10150", "160", "和我们算的一样。它自己的几项加起来却是 10,160.00 元，先问对方哪个对。"),
        ("10200", "150", "多 50.00 元。它自己的几项加起来却是 10,150.00 元，先问对方哪个对。"),
    ],
)
def test_parts_that_do_not_come_to_the_total_are_said(shown: str, penalty: str, says: str) -> None:
    """By hand: 10,000 x 0.05 % x 1.5 x 20 days = 150.00."""
    parts = {"principal": "10000", "interest": "0", "penalty": penalty}
    result = tool("overdue-cost").run({**DEBT, "app_total": shown, "app_figures": parts}, ON)
    assert says in result.headline


@pytest.mark.parametrize("parts", [{}, {"principal": "10000"}])
def test_parts_that_were_not_all_said_are_held_against_nothing(parts: dict[str, str]) -> None:
    result = tool("overdue-cost").run({**DEBT, "app_total": "10150", "app_figures": parts}, ON)
    assert "加起来" not in result.headline
