"""Days on the paper beyond our shortest: the shorter to prepare by, and nothing is over while the paper's run."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answer.result import Result, Unit
from calculators.answer.wording import show
from calculators.law.papers import PAPERS
from calculators.registry import tool
from calculators.tools.triage import DOCUMENTS

OVER = ("期限过了", "这一天已经过了")
patient = settings(deadline=None)
dates = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def words(result: Result) -> str:
    said = (result.headline, *(f.meaning for f in result.figures), *(s.text for s in result.steps))
    return "\n".join(said)


def check(id: str, document: str, came: date, says: int, since: int) -> None:
    on = came + timedelta(days=min(since, says))
    typed = {"document": document, "received_on": came.isoformat(), "stated_days": says}
    if id == "desk":
        typed = {"document": "unsure", "papers": [typed]}
    result = tool(id).run(typed, on)
    said = repr(result) if id == "desk" else words(result)
    assert not [over for over in OVER if over in said], said


@patient
@given(st.sampled_from(sorted(PAPERS)), dates, st.integers(1, 200), st.integers(0, 200))
def test_no_paper_is_over_while_its_own_days_run(
    paper: str, came: date, says: int, since: int
) -> None:
    check("court-deadline", paper, came, says, since)
    check("desk", paper, came, says, since)


@patient
@given(
    st.sampled_from(sorted(set(DOCUMENTS) - {"none"})),
    dates,
    st.integers(1, 200),
    st.integers(0, 200),
)
def test_triage_calls_nothing_over_while_its_own_days_run(
    document: str, came: date, says: int, since: int
) -> None:
    check("triage", document, came, says, since)


@pytest.mark.parametrize(
    ("id", "typed", "on", "until"),
    [
        ("court-deadline", ("ruling", "2026-11-12", 15), "2026-11-24", "2026-11-27"),
        ("triage", ("ruling", "2026-11-16", 10), "2026-11-24", "2026-11-26"),
        ("court-deadline", ("judgment", "2026-11-02", 30), "2026-11-30", "2026-12-02"),
        ("court-deadline", ("preservation", "2026-11-16", 10), "2026-11-24", "2026-11-26"),
        ("court-deadline", ("penalty", "2026-11-16", 10), "2026-11-24", "2026-11-26"),
        ("court-deadline", ("arbitration-award", "2026-06-02", 120), "2026-09-29", "2026-09-30"),
        ("triage", ("distribution", "2026-11-02", 25), "2026-11-24", "2026-11-27"),
        ("triage", ("lawsuit", "2026-11-02", 25), "2026-11-24", "2026-11-27"),
    ],
)
def test_the_paper_s_own_end_is_named(
    id: str, typed: tuple[str, str, int], on: str, until: str
) -> None:
    document, came, says = typed
    asked = {"document": document, "received_on": came, "stated_days": says}
    result = tool(id).run(asked, date.fromisoformat(on))
    end = show(date.fromisoformat(until), Unit.DATE)
    assert f"写的 {says} 天，到 {end}才满。写的要是办这件事的天数，今天就办" in result.headline
    later = tool(id).run(asked, date.fromisoformat(until) + timedelta(days=1))
    assert "才满" not in later.headline


def test_a_day_on_the_paper_that_is_still_ahead_is_not_passed_over_in_silence() -> None:
    typed = {"document": "judgment", "received_on": "2026-11-02", "stated_on": "2026-12-30"}
    said = tool("court-deadline").run(typed, date(2026, 11, 24)).headline
    assert "纸上写的 2026年12月30日还没过。写的要是办这件事的日子，今天就办" in said


def test_before_the_shorter_day_it_is_the_one_to_prepare_by() -> None:
    typed = {"document": "ruling", "received_on": "2026-11-12", "stated_days": 15}
    result = tool("court-deadline").run(typed, date(2026, 11, 20))
    assert result.figure("deadline").value == date(2026, 11, 23)
    assert any(
        "纸上写的 15 天，比这里数的 10 天长，到 2026年11月27日才满" in notice.text
        for notice in result.notices
    )
