"""A last day, a due day, an end that lies before today says so in words, with the number of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Any

import pytest

from calculators.answer.result import Result, Unit
from calculators.answer.wording import show
from calculators.form.parse import InputErrors
from calculators.registry import tool, tools
from scripts.checks import cases

BEGINS = {"since"}
"""Days from which something is counted: they are always past, and nobody is late for them."""
LATER = (0, 1, 10, 400)
"""So many days after its own day each case is answered once more."""


def every_answer(id: str) -> Iterator[tuple[Result, date]]:
    """The answers to all cases of a calculator, on their own days and later."""
    files = [cases.FOLDER / f"{id}.yml", cases.FOLDER / "every-input.yml"]
    for path in files:
        for case in cases.read(path)[0]:
            if cases.tool_of(path, case) == id and "errors" not in case:
                yield from on_later_days(id, case)


def on_later_days(id: str, case: dict[str, Any]) -> Iterator[tuple[Result, date]]:
    for days in LATER:
        on = date.fromisoformat(case["on"]) + timedelta(days=days)
        try:
            yield tool(id).run(case["inputs"], on), on
        except InputErrors:
            continue


def words(answer: Result) -> str:
    """All that is said in sentences or in cells."""
    cells = (str(cell) for table in answer.tables for row in table.rows for cell in row)
    said = (each.text for each in (*answer.notices, *answer.steps))
    days = (
        f"{f.meaning}{f.label} {f.value} 天"
        for f in answer.figures
        if f.unit is Unit.DAYS and f.value is not None
    )
    return "\n".join(
        chain([answer.headline], said, cells, days, (f.meaning for f in answer.figures))
    )


@pytest.mark.parametrize("id", tools())
def test_a_day_that_has_passed_says_how_long_ago(id: str) -> None:
    silent = set()
    for answer, on in every_answer(id):
        said = words(answer)
        for figure in answer.figures:
            day = figure.value
            if figure.unit is not Unit.DATE or not isinstance(day, date) or day >= on:
                continue
            if figure.key not in BEGINS and f"过了 {(on - day).days} 天" not in said:
                silent.add(
                    f"{figure.key}: {figure.label} {show(day, Unit.DATE)} on {on}: {answer.headline}"
                )
        for row, day in last_days(answer):
            if day < on and f"过了 {(on - day).days} 天" not in row:
                silent.add(f"{row} on {on}")
    assert not sorted(silent)


def last_days(answer: Result) -> Iterator[tuple[str, date]]:
    """The rows of tables that have a last day, and it."""
    for table in answer.tables:
        at = next((i for i, column in enumerate(table.columns) if column.key == "last_day"), None)
        for row in table.rows if at is not None else ():
            day = row[at or 0]
            if isinstance(day, date):
                yield " ".join(map(str, row)), day


LOAN = {"principal": "12000", "months": "12", "start_date": "2026-01-05"}
CARD = {
    "purchases": [{"posted_on": "2026-08-20", "amount": "5000"}],
    "statement_day": "5",
    "due_day": "25",
    "daily_rate": "0.05%",
    "minimum_rate": "10%",
    "late_fee_rate": "5%",
}


@pytest.mark.parametrize(
    ("id", "typed", "on", "said"),
    [
        ("card-bill", CARD, "2026-10-05", "最低还款还差 500.00 元，到期还款日已经过了 10 天。"),
        ("card-bill", CARD, "2026-09-25", "最低还款还差 500.00 元，到期还款日就是今天。"),
        ("my-plan", {"total": "1200", "months": "3", "first_on": "2026-09-05"}, "2026-11-25", "没还够的最早一期已经过了 81 天"),
        ("repayment-schedule", LOAN, "2026-11-25", "10 期的到期日已经过去，最近的一期已经过了 20 天"),
        ("early-payoff", {**LOAN, "pay_on": "2026-11-20"}, "2026-11-25", "2026年11月20日已经过了 5 天"),
        ("court-deadline", {"document": "complaint", "received_on": "2026-11-01", "hearing_on": "2026-11-20"}, "2026-11-25", "开庭是 2026年11月20日，已经过了 5 天"),
    ],
)  # fmt: skip
def test_what_is_due_and_past_is_said_with_its_days(
    id: str, typed: dict[str, Any], on: str, said: str
) -> None:
    assert said in words(tool(id).run(typed, date.fromisoformat(on)))
