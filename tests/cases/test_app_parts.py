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


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"penalty": "155"}, "APP 的罚息 155.00 元，比我们算的多 5.00 元。"),
        ({"penalty": "140"}, "APP 的罚息 140.00 元，比我们算的少 10.00 元。"),
        ({"principal": "9000"}, "APP 的本金 9,000.00 元，比我们算的少 1,000.00 元。"),
        ({"interest": "30"}, "APP 的利息 30.00 元，比我们算的多 30.00 元。"),
        ({"principal": "10000", "penalty": "155"}, "APP 的罚息 155.00 元，比我们算的多 5.00 元。"),
        ({"interest": "30", "penalty": "155"}, "多 30.00 元。APP 的罚息 155.00 元，比我们算的多 5.00 元。"),
    ],
)  # fmt: skip
def test_a_part_that_differs_is_said_first(parts: dict[str, str], says: str) -> None:
    result = tool("overdue-cost").run({**DEBT, "app_figures": parts}, ON)
    assert says in result.headline.partition("到今天一共欠")[0]
    assert any(step.page == "letters/itemised-statement" for step in result.steps)


def test_parts_that_differ_under_the_same_total_are_said() -> None:
    parts = {"principal": "10010", "interest": "0", "penalty": "140"}
    said = tool("overdue-cost").run({**DEBT, "app_figures": parts}, ON).headline
    assert "APP 写 10,150.00 元，和我们算的一样。" in said
    assert "APP 的本金 10,010.00 元，比我们算的多 10.00 元。" in said
    assert "APP 的罚息 140.00 元，比我们算的少 10.00 元。" in said


@pytest.mark.parametrize("parts", [{}, {"penalty": "150"}, {"principal": "10000", "interest": "0"}])
def test_without_a_difference_nothing_is_said_of_the_app_first(parts: dict[str, str]) -> None:
    found = tool("overdue-cost").run({**DEBT, "app_figures": parts}, ON)
    assert "APP" not in found.headline
    assert not any(step.page == "letters/itemised-statement" for step in found.steps)
