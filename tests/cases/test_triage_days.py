"""Triage and the helper's desk never print a day later than the earliest lawful one, and none without a fact."""

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculators.answer.result import Result
from calculators.finance.dates import add_months
from calculators.law.clocks import WAYS
from calculators.law.papers import PAPERS, PROCEDURES
from calculators.registry import tool
from calculators.tools.triage import DOCUMENTS
from tests.cases.lawful import DAYS, TOLD_BY_ITS_DAYS, moved

# Every paper that a reader may hold who gives this answer, by procedure where that matters, with
# the days that the law grants for it; read from the articles and written down by hand. None: the
# law grants no number, so that without one on the paper no day may be named.
MAY_BE: dict[str, dict[str, int | None]] = {
    "payment-order": {"objection, cpl 227": 15},
    "lawsuit": {
        "answer, ordinary procedure, cpl 128": 15,
        "evidence, summary procedure, interpretation 266: at most": 15,
        "evidence, small claims, interpretation 275: at most 7": 7,
    },
    "judgment": {"appeal, cpl 171": 15},
    "ruling": {
        "freezing order, interpretation 171": 5,
        "appeal, cpl 171": 10,
        "objection to enforcement refused, cpl 236": 10,
        "outsider refused, cpl 238": 15,
        "mediation confirmed, interpretation 372": 15,
    },
    "enforcement": {"the notice says it, enforcement provisions": None},
    "enforcement-award": {"non-enforcement, arbitration-enforcement 8, notaries 13": 15},
    "arbitration": {"the rules of the institution": None},
    "notary": {"the letter says it": None},
    "distribution": {"objection to the plan, interpretation 509": 15},
    "restrictions": {"nothing that a day ends": None},
    "message": {"anything": None},
    "unsure": {"anything": None},
    "none": {"nothing": None},
}
AWARD_MONTHS = 3
# The papers of the deadline calculator that each answer of the triage stands for.
SAME = {
    "payment-order": {"payment-order"},
    "lawsuit": {"complaint", "small-claims-evidence"},
    "judgment": {"judgment"},
    "ruling": {
        "ruling",
        "preservation",
        "execution-ruling",
        "outsider-ruling",
        "added-ruling",
        "mediation-confirmed",
    },
    "enforcement": {"enforcement-notice", "asset-report"},
    "enforcement-award": {"enforcement-award"},
    "arbitration": {"arbitration-notice"},
    "award": {"arbitration-award"},
    "notary": {"notary-letter"},
    "distribution": {"distribution-plan"},
}
PAIRS = sorted((document, paper) for document, papers in SAME.items() for paper in papers)

# The first answer loads the rules and the calendar.
patient = settings(deadline=None, max_examples=80)
MEMORY = st.integers(0, 400)
came_on = st.dates(date(2024, 1, 1), date(2031, 12, 31))
stated = st.none() | st.integers(1, 365)


def bound(paper: str, days_of: dict[str, int | None], came: date, says: int | None) -> date | None:
    """The earliest end; what a notice of a suit itself says comes before the length of a procedure not known."""
    if says:
        days_of = {what: days for what, days in days_of.items() if "at most 7" not in what}
    lengths = [days for days in (*days_of.values(), says) if days]
    return moved(paper, came + timedelta(days=min(lengths))) if lengths else None


def lawful(document: str, came: date, says: int | None) -> date | None:
    """The earliest last day that may hold, however the paper was served and whatever procedure it is."""
    if document == "award":
        by_law = add_months(came, AWARD_MONTHS)
        return min(by_law, came + timedelta(days=says)) if says else by_law
    return bound(document, MAY_BE[document], came, says)


def listed(result: Result) -> list[tuple[object, ...]]:
    return [tuple(row) for table in result.tables if table.key == "papers" for row in table.rows]


def check(result: Result, end: date | None, on: date) -> None:
    shown = result.figure("deadline").value
    if shown is None:
        assert "最后一天 2" not in result.headline
        return
    assert isinstance(shown, date)
    assert end is not None, "a day was made up"
    assert shown <= end
    assert "-" not in result.headline
    if shown < on:
        assert f"已经过了 {(on - shown).days} 天" in result.headline


def test_every_answer_has_its_bound() -> None:
    assert {*MAY_BE, "award"} == {*DOCUMENTS}


@patient
@given(st.sampled_from(sorted(DOCUMENTS)), came_on, MEMORY, stated)
@example("award", date(2026, 7, 1), 0, None)
def test_no_day_is_later_than_the_earliest_lawful_one(
    document: str, came: date, since: int, says: int | None
) -> None:
    on = came + timedelta(days=since)
    typed = {"document": document, "received_on": came.isoformat(), "stated_days": says}
    result = tool("triage").run(typed, on)
    end = lawful(document, came, says)
    check(result, end, on)
    answers = [step for step in result.steps if step.by and "算出最后一天" not in step.text]
    assert all(step.by <= max(on + timedelta(days=7), end or on) for step in answers if step.by)


@patient
@given(
    st.sampled_from(PAIRS),
    st.sampled_from(sorted(PROCEDURES)),
    st.sampled_from(sorted(WAYS)),
    came_on,
    stated,
)
def test_triage_is_never_later_than_what_the_deadline_calculator_says_of_the_same_paper(
    pair: tuple[str, str], procedure: str, way: str, came: date, says: int | None
) -> None:
    document, paper = pair
    typed = {"received_on": came.isoformat(), "stated_days": says}
    rough = tool("triage").run(typed | {"document": document}, came).figure("deadline").value
    asked = typed | {"document": paper, "procedure": procedure, "way": way}
    exact = tool("court-deadline").run(asked, came).figure("deadline").value
    if isinstance(rough, date) and isinstance(exact, date):
        assert rough <= exact


@patient
@given(st.sampled_from(sorted(DOCUMENTS)), stated, came_on)
def test_without_the_day_it_came_there_is_no_day(document: str, says: int | None, on: date) -> None:
    result = tool("triage").run({"document": document, "stated_days": says}, on)
    assert result.figure("deadline").value is None
    assert "最后一天 2" not in result.headline
    assert "准备，" not in result.headline


@patient
@given(
    st.sampled_from(sorted(set(DOCUMENTS) - {"none"})),
    came_on,
    st.lists(st.tuples(st.sampled_from(sorted(PAPERS)), MEMORY, stated), max_size=4),
)
def test_the_desk_names_no_later_day_for_any_of_the_papers(
    document: str, on: date, rows: list[tuple[str, int, int | None]]
) -> None:
    papers = [
        {"document": paper, "received_on": (on - timedelta(days=ago)).isoformat(), "stated_days": says}
        for paper, ago, says in rows
    ]  # fmt: skip
    typed = {"document": document, "received_on": on.isoformat(), "papers": papers}
    result = tool("desk").run(typed, on)
    lines = listed(result)[1:]
    for (paper, ago, says), line in zip(rows, lines, strict=True):
        came, day = on - timedelta(days=ago), line[2]
        if paper == "arbitration-award":
            end = lawful("award", came, says)
        elif paper in ("complaint", "small-claims-evidence"):
            suit = MAY_BE["lawsuit"]
            kept = (
                suit
                if paper == "complaint"
                else {what: d for what, d in suit.items() if "small" in what}
            )
            end = bound(paper, kept, came, says)
        else:
            told = says if says in TOLD_BY_ITS_DAYS.get(paper, ()) else DAYS.get(paper)
            end = bound(paper, {paper: told}, came, says)
        assert day is None or (isinstance(day, date) and end is not None and day <= end)
    known = [line[2] for line in listed(result) if isinstance(line[2], date)]
    assert result.figure("deadline").value == min(known, default=None)


@patient
@given(st.sampled_from(sorted(set(DOCUMENTS) - {"none"})), st.sampled_from(sorted(PAPERS)), came_on)
def test_the_desk_names_no_day_without_the_days_they_came(
    document: str, paper: str, on: date
) -> None:
    result = tool("desk").run({"document": document, "papers": [{"document": paper}]}, on)
    assert result.figure("deadline").value is None
    assert all(line[2] is None for line in listed(result))
