"""Days: none is dropped in silence, what cannot have happened yet is refused, no count is negative.

Every date input of every calculator is of one of two kinds, told apart below; one that is of neither
fails here, so that whoever adds a date decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_left_out import Path, Raw, changed, fields, full, said

from calculators.answer.result import Result, Unit
from calculators.form.declare import Spec, specs
from calculators.form.parse import InputErrors
from calculators.registry import tool, tools

APART = (1, 40, 400, 9000, -9000)
"""So many days from today a day is moved to; a wrong year is typed most easily."""
HAPPENED = {
    "card-bill.purchases.posted_on", "card-bill.payments.date", "contact-check.log.at",
    "court-cost.effective_on", "court-deadline.received_on", "daily-loan.draws.date",
    "daily-loan.payments.date", "desk.received_on", "desk.papers.received_on", "limitation.events.date", "limitation.events.ended_on",
    "late-now.paid_on", "message-check.received_on", "my-case.log.at", "my-plan.paid.date", "triage.received_on",
    *(
        f"frozen-account.{name}"
        for name in (
            "objected_on", "award_received", "ruling_received", "police_complaint_on", "frozen_on",
            "order_received", "notice_received", "objection_ruling_received", "refusal_received",
        )
    ),
}  # fmt: skip
"""What is said to have happened: refused when it is later than the day of the answer."""

MAY_COME = {
    "court-cost.paid_on", "court-deadline.stated_on", "court-deadline.hearing_on",
    "credit-timeline.due_date", "credit-timeline.repaid_on", "daily-loan.until", "desk.again_on",
    "early-payoff.start_date", "early-payoff.pay_on", "late-now.due_on", "limitation.last_due_date",
    "my-plan.first_on", "payoff-order.extras.date", "repayment-schedule.start_date",
    "true-cost.contract_date", "true-cost.flows.date", "true-cost.due_date",
    "frozen-account.effective_on", "frozen-account.report_by",
    *(
        f"{debt}.{name}"
        for debt in ("overdue-cost", "offer-compare.debt", "my-case")
        for name in (
            "instalments.due_date", "accelerated_on", "payments.date", "pauses.start", "pauses.end",
            "waivers.date", "charges.date",
        )
    ),
}  # fmt: skip
"""Due dates and plans: shown, and what is planned does not count before it has come."""


def date_inputs(inputs: type, prefix: str) -> dict[str, Spec]:
    found: dict[str, Spec] = {}
    for name, spec in specs(inputs).items():
        if spec.kind in ("rows", "part") and spec.row:
            found |= date_inputs(spec.row, f"{prefix}.{name}")
        elif spec.kind in ("day", "moment"):
            found[f"{prefix}.{name}"] = spec
    return found


def test_every_date_is_of_one_kind() -> None:
    declared = {name for id, each in tools().items() for name in date_inputs(each.inputs, id)}
    assert declared == HAPPENED | MAY_COME
    assert not HAPPENED & MAY_COME


def run(id: str, raw: dict[str, object], on: date) -> Result | None:
    try:
        return tool(id).run(raw, on)
    except InputErrors:
        return None


def typed(day: date, spec: Spec) -> str:
    return f"{day} 10:00" if spec.kind == "moment" else str(day)


def without(raw: Raw, path: Path) -> Raw:
    """The question as if the day had never been typed; of a list its whole line is gone."""
    line = max((at for at, step in enumerate(path) if isinstance(step, int)), default=None)
    if line is None:
        return changed(raw, path, "")
    holder: Any = raw
    for step in path[:line]:
        holder = holder[step]
    return changed(raw, path[:line], [each for at, each in enumerate(holder) if at != path[line]])


def seen(answer: Result | None) -> object:
    """What a reader sees of it without unfolding anything."""
    return answer and (said(answer), [notice.text for notice in answer.notices], answer.steps)


def days_of(raw: object) -> Iterator[date]:
    """All days of a question."""
    held = list(raw.values()) if isinstance(raw, dict) else raw
    if isinstance(held, list):
        for each in held:
            yield from days_of(each)
    elif isinstance(held, str) and re.match(r"\d{4}-\d\d-\d\d", held):
        yield date.fromisoformat(held[:10])


def moved(others: list[date], on: date) -> list[date]:
    """Days after today, just before all others of the question, and long ago."""
    before = [min(others) - timedelta(1)] if others else []
    return [*(on + timedelta(apart) for apart in APART), *before]


@pytest.mark.parametrize("id", tools())
def test_no_day_is_dropped_in_silence(id: str) -> None:
    """After today and before what it follows: refused, named, or another answer than without its line.

    Where the day as it stands makes no difference either, there is nothing to drop.
    """
    for text, on in full(id):
        raw = json.loads(text)
        whole = seen(run(id, raw, on))
        for path, spec in fields(tool(id).inputs, raw):
            if spec.kind not in ("day", "moment"):
                continue
            name = ".".join([id, *(step for step in path if isinstance(step, str))])
            rest = without(raw, path)
            gone = seen(run(id, rest, on))
            for day in moved(list(days_of(rest)), on):
                after = run(id, changed(raw, path, typed(day, spec)), on)
                if day > on and name in HAPPENED:
                    assert after is None, f"{name}: {day} has not come on {on}"
                if after is not None and whole != gone:
                    assert seen(after) != gone, f"{name} = {day} on {on}"


@pytest.mark.parametrize("id", tools())
@settings(deadline=None, max_examples=30, derandomize=True)
@given(data=st.data())
def test_no_count_is_negative(id: str, data: st.DataObject) -> None:
    """Any day in any date field, on any day of the answer."""
    text, _ = data.draw(st.sampled_from(full(id)))
    raw, on = json.loads(text), data.draw(st.dates(date(2021, 6, 1), date(2032, 12, 31)))
    for path, spec in fields(tool(id).inputs, raw):
        if spec.kind in ("day", "moment"):
            day = on + timedelta(data.draw(st.integers(-4000, 4000)))
            raw = changed(raw, path, typed(day, spec))
    result = run(id, raw, on)
    if result is None:
        return
    counts = {Unit.DAYS, Unit.MONTHS, Unit.COUNT}
    assert not [
        f for f in result.figures if f.unit in counts and isinstance(f.value, int) and f.value < 0
    ]
    words = " ".join(
        [result.headline, *(n.text for n in result.notices), *(f.meaning for f in result.figures)]
    )
    assert not re.search(r"(?<![\d年月-])-\s*\d+ ?(?:天|个月|期)|过了 -|还有 -|早 -", words), words
