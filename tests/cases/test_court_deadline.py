"""The deadline calculator never prints a day that can be later than the earliest lawful one."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculators.answer.result import Result
from calculators.finance.dates import add_months
from calculators.law.clocks import WAYS
from calculators.law.papers import PAPERS, PROCEDURES
from calculators.registry import tool
from tests.cases.lawful import DAYS, moved

ORDINARY_ANSWER = 15
LATEST_WITHOUT_DAYS = 7
# The first answer loads the rules and the calendar.
patient = settings(deadline=None)
dates = st.dates(date(2024, 1, 1), date(2031, 12, 31))


def run(typed: dict[str, object], on: date) -> Result:
    return tool("court-deadline").run(typed, on)


def lawful(paper: str, procedure: str, start: date) -> date | None:
    if paper == "arbitration-award":
        return add_months(start, 3)
    if paper == "complaint":
        days = ORDINARY_ANSWER if procedure == "ordinary" else LATEST_WITHOUT_DAYS
        return start + timedelta(days=days)
    if paper == "small-claims-evidence":
        return start + timedelta(days=LATEST_WITHOUT_DAYS)
    days_of = DAYS.get(paper)
    return start + timedelta(days=days_of) if days_of else None


@patient
@given(
    st.sampled_from(sorted(PAPERS)),
    st.sampled_from(sorted(PROCEDURES)),
    st.sampled_from(sorted(WAYS)),
    dates,
    st.integers(0, 60),
)
@example("arbitration-award", "unknown", "signed", date(2026, 7, 1), 0)
def test_never_later_than_the_earliest_lawful_day(
    paper: str, procedure: str, way: str, came: date, since: int
) -> None:
    on = came + timedelta(days=since)
    typed = {"document": paper, "procedure": procedure, "way": way, "received_on": came.isoformat()}
    result = run(typed, on)
    shown = result.figure("deadline").value
    announced = way == "announcement" and paper != "payment-order" and PAPERS[paper].court
    end = lawful(paper, procedure, came + timedelta(days=30 if announced else 0))
    if shown is None:
        return
    assert isinstance(shown, date)
    assert end is not None, "a day was made up"
    assert shown <= moved(paper, end)
    assert "-" not in result.headline
    left = result.figure("days_left").value
    assert left is None or (isinstance(left, int) and left >= 0)
    if shown < on:
        assert f"已经过了 {(on - shown).days} 天" in result.headline


@patient
@given(st.sampled_from(sorted(PAPERS)), st.sampled_from(sorted(PROCEDURES)), dates)
def test_without_the_day_it_came_there_is_no_last_day(paper: str, procedure: str, on: date) -> None:
    result = run({"document": paper, "procedure": procedure}, on)
    assert result.figure("deadline").value is None
    assert "最后一天是" not in result.headline


@patient
@given(st.sampled_from(sorted(PAPERS)), dates, st.integers(1, 90))
def test_what_the_paper_says_can_only_make_it_earlier(paper: str, came: date, days: int) -> None:
    typed: dict[str, object] = {"document": paper, "received_on": came.isoformat()}
    stated = run(typed | {"stated_days": days}, came).figure("deadline").value
    if stated is None:
        return
    assert isinstance(stated, date)
    assert stated <= moved(paper, came + timedelta(days=days))


@patient
@given(st.sampled_from(sorted(DAYS)), dates, st.integers(1, 40), st.integers(1, 60))
def test_days_typed_too_short_do_not_take_the_laws_away(
    paper: str, came: date, says: int, since: int
) -> None:
    on = came + timedelta(days=since)
    typed = {"document": paper, "received_on": came.isoformat(), "stated_days": says}
    result = run(typed, on)
    shown = result.figure("deadline").value
    by_law = run({"document": paper, "received_on": came.isoformat()}, on).figure("deadline").value
    assert isinstance(shown, date)
    assert isinstance(by_law, date)
    if shown < on <= by_law:
        assert "法律最多给到" in result.headline or "还没过的" in result.headline
        assert "今天就" in result.headline
    if by_law < on:
        assert "法律最多给到" not in result.headline


FAR = "2027-06-01"


@pytest.mark.parametrize("paper", sorted({*DAYS, "complaint", "arbitration-award"}))
@pytest.mark.parametrize("says", [{"stated_on": FAR}, {"stated_on": FAR, "stated_days": "10"}])
def test_a_day_on_the_paper_does_not_stand_for_the_day_it_came(
    paper: str, says: dict[str, object]
) -> None:
    on = date(2026, 11, 26)
    result = run({"document": paper, **says}, on)
    assert result.figure("deadline").value is None
    assert "哪天收到" in result.headline
    assert "2027年6月1日" in result.headline
    assert result.steps[0].by is None
    came = run({"document": paper, "received_on": "2026-11-20", **says}, on)
    assert came.figure("deadline").value != date(2027, 6, 1)


def test_a_hearing_takes_no_length_and_stays_in_sight() -> None:
    on = date(2026, 11, 26)
    days, day = {"stated_days": "7"}, {"stated_on": "2026-12-10"}
    hearing = {"hearing_on": "2026-12-20"}
    for came in ({}, {"received_on": "2026-11-20"}):
        for says in ({}, days, day, days | day):
            result = run({"document": "summons", **came, **says, **hearing}, on)
            rows = {row[0]: row[1] for row in result.tables[0].rows}
            assert "2026年12月20日" in result.headline
            assert rows["开庭"] == date(2026, 12, 20)
            assert bool(says) == ("照纸上写的期限办" in rows)
            alone = run({"document": "summons", **came, **says}, on)
            assert "照纸上写的期限办" in alone.headline or alone.figure("deadline").value is None
            assert {row[0]: row[1] for row in alone.tables[0].rows}["开庭"] is None
