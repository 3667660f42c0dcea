"""Whether an instalment is late: later is never less late, and nothing unsaid is answered in silence."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.answer.result import Result
from calculators.finance.deadlines import is_rest_day
from calculators.registry import tool
from calculators.tools.late_now import LATE, NOT_LATE, NOT_YET, PAID, TREAT, UNSAID

DUE = date(2026, 11, 20)
RANK = {NOT_LATE: 0, NOT_YET: 0, None: 1, TREAT: 2, LATE: 3}
OPEN = [way for way in PAID if way not in (UNSAID, "full", "shows-late")]


def ask(on: date, **raw: Any) -> Result:
    return tool("late-now").run({k: str(v) for k, v in raw.items() if v is not None}, on)


def state(on: date, **raw: Any) -> Any:
    return ask(on, **raw).figure("state").value


def some(values: Any) -> Any:
    return st.one_of(st.none(), values)


CONTRACTS = st.fixed_dictionaries(
    {
        "due_on": st.integers(0, 60).map(lambda n: DUE + timedelta(n)),
        "cutoff": some(st.integers(1, 24)),
        "grace_days": some(st.integers(0, 5)),
        "grace_amount": some(st.sampled_from(("0", "10"))),
        "rolls": st.sampled_from(("unknown", "yes", "no")),
        "unpaid": some(st.sampled_from(("0.01", "10", "10.01", "900"))),
    }
)


def last_day(contract: dict[str, Any]) -> date:
    """Worked out again, a day at a time."""
    due: date = contract["due_on"]
    moved = due
    if contract["rolls"] == "yes" and due.year < 2027:
        while is_rest_day(moved)[0]:
            moved += timedelta(1)
        moved = moved if moved.year < 2027 else due
    return max(moved, due + timedelta(contract["grace_days"] or 0))


@given(
    CONTRACTS,
    st.sampled_from(OPEN),
    st.integers(-5, 70),
    st.integers(0, 3),
    some(st.integers(0, 23)),
)
def test_later_now_is_never_less_late(
    contract: dict[str, Any], way: str, days: int, more: int, hour: int | None
) -> None:
    now = contract["due_on"] + timedelta(days)
    sent = {"paid_on": contract["due_on"] - timedelta(9)} if way in ("transit", "short") else {}
    before = state(now, paid=way, hour=hour, **sent, **contract)
    hours = range(hour, 24) if hour is not None else (None,)
    later = [state(now, paid=way, hour=h, **sent, **contract) for h in hours]
    later.append(
        state(now + timedelta(more), paid=way, hour=hour if not more else None, **sent, **contract)
    )
    for after in later:
        assert RANK[after] >= RANK[before] or (more and before is None and after is None)


@given(CONTRACTS, st.sampled_from(OPEN), st.integers(1, 70))
def test_after_the_last_day_nothing_is_in_time(
    contract: dict[str, Any], way: str, days: int
) -> None:
    on = last_day(contract) + timedelta(days)
    sent = {"paid_on": on} if way in ("transit", "short") else {}
    found = ask(on, paid=way, **sent, **contract)
    assert found.figure("state").value in (LATE, TREAT) or found.figure("state").meaning
    if found.figure("state").value == LATE and way == "no":
        assert contract["grace_days"] is not None or days > 1


@given(CONTRACTS, st.integers(-5, 70), st.integers(-5, 70))
def test_what_was_paid_late_was_late(contract: dict[str, Any], at: int, on: int) -> None:
    paid_on = contract["due_on"] + timedelta(min(at, on))
    today = contract["due_on"] + timedelta(on)
    found = state(today, paid="full", paid_on=paid_on, **contract)
    last = last_day(contract)
    if paid_on != last:
        assert (found == NOT_LATE) == (paid_on < last)
    elif contract["cutoff"] != 24:
        assert found is None, "the hour of payment was not said"


@given(CONTRACTS, st.sampled_from(list(PAID)), st.integers(-5, 70))
def test_a_day_shown_is_never_after_the_last_that_the_contract_gives(
    contract: dict[str, Any], way: str, days: int
) -> None:
    on = contract["due_on"] + timedelta(days)
    found = ask(on, paid=way, paid_on=min(on, contract["due_on"]), **contract)
    shown = found.figure("last_day").value
    assert shown is None or shown == last_day(contract)
    by = [step.by for step in found.steps if step.by]
    assert all(day <= max(on, last_day(contract)) for day in by)


@pytest.mark.parametrize("left_out", ["due_on", "paid", "paid_on", "cutoff", "paid_hour"])
def test_what_decides_is_asked_by_its_name(left_out: str) -> None:
    whole = {"due_on": DUE, "paid": "full", "paid_on": DUE, "cutoff": 22, "paid_hour": 21}
    assert state(DUE + timedelta(1), **whole) == NOT_LATE
    found = ask(DUE + timedelta(1), **{k: v for k, v in whole.items() if k != left_out})
    assert found.figure("state").value is None
    assert found.figure("state").meaning.startswith("先弄清")
    assert "填" in found.headline or "选" in found.headline


@given(st.decimals("0.01", "50000", places=2), st.integers(1, 60), st.integers(30, 100))
def test_the_cost_is_that_of_overdue_cost(unpaid: Decimal, days: int, rate: int) -> None:
    on, daily = DUE + timedelta(days), f"0.{rate:05}"
    mine = ask(on, due_on=DUE, paid="no", grace_days=0, unpaid=unpaid, penalty_rate=daily)
    other = tool("overdue-cost").run(
        {
            "principal": str(unpaid),
            "interest": "0",
            "daily_rate": daily,
            "penalty_multiple": "1",
            "days_overdue": str(days),
        },
        on,
    )
    assert mine.figure("cost").value == other.figure("penalty_due").value
