"""The clocks of law never give a day later than the earliest lawful one."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.finance.dates import add_months
from calculators.finance.deadlines import is_rest_day
from calculators.law.clocks import CLOCKS, WAYS, Facts, Way, distance, earliest, served
from calculators.registry import tool

day = date.fromisoformat
# Whose last day moves past rest days: the periods of civil procedure, of law or set by a court, and no
# others (Civil Procedure Law art. 85). By hand, from the articles: the interpretation of that law and the
# provisions on enforcement set such periods; the Arbitration Law, and those of the police, notaries and
# banks, have no rest-day clause. A day to pay by, which an award may set too, is the debtor's and no step of it.
OF_THE_PROCEDURE = {
    "payment-order-15", "answer-15", "answer-stated", "evidence-stated", "fee-stated", "stated", "message-stated",
    "appeal-15", "ruling-appeal-10", "retrial-6m", "preservation-review-5",
    "detention-review-3", "confirm-30", "confirmed-object-15", "non-enforcement-15",
    "enforcement-stated", "asset-report-stated", "exec-review-10", "distribution-object-15",
    "distribution-oppose-15", "distribution-sue-15", "correction-review-10", "presuit-30",
    "outsider-sue-15", "notary-refuse-15", "notary-review-10", "added-review-10", "added-sue-15",
    "enforcement-object-10", "price-object-5", "third-party-debt-15",
}  # fmt: skip
received = st.dates(date(2024, 1, 1), date(2032, 12, 31))
stated = st.none() | st.integers(1, 60)


def last(code: str, came: str, way: Way = "signed", stated_days: int | None = None) -> str:
    found = earliest(code, Facts(received_on=day(came), way=way, stated_days=stated_days))
    return found.day.isoformat() if found.day else ""


@pytest.mark.parametrize(
    ("code", "came", "expected"),
    [
        ("payment-order-15", "2026-09-21", "2026-10-08"),  # by hand: 6 October is in the holiday
        ("payment-order-15", "2026-11-16", "2026-12-01"),
        ("answer-15", "2026-04-20", "2026-05-06"),  # 5 May is in the holiday of 1 to 5 May
        ("appeal-15", "2026-09-01", "2026-09-16"),
        ("ruling-appeal-10", "2026-11-09", "2026-11-19"),
        ("exec-review-10", "2026-04-24", "2026-05-06"),
        ("preservation-review-5", "2026-11-20", "2026-11-25"),
        ("detention-review-3", "2026-11-20", "2026-11-23"),
        ("confirm-30", "2026-10-12", "2026-11-11"),
        ("confirmed-object-15", "2026-10-12", "2026-10-27"),
        ("announcement-30", "2026-03-10", "2026-04-09"),
        ("retrial-6m", "2026-03-02", "2026-09-02"),
        ("arbitration-set-aside-3m", "2026-08-31", "2026-11-30"),
        ("arbitration-set-aside-3m", "2026-07-01", "2026-10-01"),  # a holiday moves nothing here
        ("non-enforcement-15", "2026-11-13", "2026-11-30"),  # 28 November is a Saturday
    ],
)
def test_the_law_s_own_lengths(code: str, came: str, expected: str) -> None:
    assert last(code, came) == expected


def test_a_year_whose_holidays_are_unknown_is_never_counted_longer() -> None:
    # 13 February 2027 is a Saturday that may well be worked before the Spring Festival
    found = earliest("answer-15", Facts(received_on=day("2027-01-29")))
    assert (found.day, found.holidays_known) == (day("2027-02-13"), False)


def test_an_announcement_counts_from_its_thirtieth_day() -> None:
    assert served(day("2026-03-10"), "announcement") == day("2026-04-09")
    assert last("answer-15", "2026-03-10", "announcement") == "2026-04-24"
    assert last("announcement-30", "2026-03-10", "announcement") == "2026-04-09"


def test_the_paper_comes_first_and_cannot_lengthen_the_law() -> None:
    assert last("answer-15", "2026-04-13", stated_days=7) == "2026-04-20"
    assert last("payment-order-15", "2026-11-16", stated_days=60) == "2026-12-01"
    assert last("answer-stated", "2026-04-13", stated_days=7) == "2026-04-20"
    found = earliest("appeal-15", Facts(received_on=day("2026-09-01"), stated_on=day("2026-09-10")))
    assert (found.outcome, found.day) == ("stated", day("2026-09-10"))


def test_an_institution_s_days_are_not_moved_past_a_weekend() -> None:
    assert (
        last("arbitration-answer-stated", "2026-06-01", stated_days=5) == "2026-06-06"
    )  # Saturday
    assert last("notary-reply-stated", "2026-04-08", stated_days=7) == "2026-04-15"


def test_an_award_of_before_march_2026_is_counted_by_the_shorter_time() -> None:
    assert last("arbitration-set-aside-3m", "2026-01-15") == "2026-04-15"


@pytest.mark.parametrize(
    ("code", "facts", "outcome"),
    [
        ("payment-order-15", Facts(), "ask-date"),
        ("answer-stated", Facts(stated_days=7), "ask-date"),
        ("answer-stated", Facts(received_on=day("2026-11-02")), "ask-paper"),
        ("evidence-stated", Facts(), "ask-paper"),
        ("hearing", Facts(received_on=day("2026-11-02")), "ask-paper"),
        ("watch", Facts(received_on=day("2026-11-02")), "open"),
        ("arbitration-refuse-online", Facts(), "open"),
    ],
)
def test_what_is_missing_is_said_and_no_day_is_made_up(
    code: str, facts: Facts, outcome: str
) -> None:
    found = earliest(code, facts)
    assert (found.outcome, found.day) == (outcome, None)


def test_an_objection_to_arbitration_is_made_before_the_day_of_the_hearing() -> None:
    found = earliest("arbitration-objection", Facts(stated_on=day("2026-07-03")))
    assert found.day == day("2026-07-02")


@given(st.sampled_from(sorted(CLOCKS)), received, st.sampled_from(get_args(Way.__value__)), stated)
def test_no_day_is_later_than_the_earliest_lawful_one(
    code: str, came: date, way: Way, stated_days: int | None
) -> None:
    found = earliest(code, Facts(received_on=came, way=way, stated_days=stated_days))
    if found.day is None:
        return
    start = came + timedelta(days=30 if way == "announcement" and code != "announcement-30" else 0)
    months = {"retrial-6m": 6, "police-freeze-6m": 6, "arbitration-set-aside-3m": 3}.get(code)
    by_law = {"none": None} | {c: int(c.rsplit("-", 1)[1]) for c in CLOCKS if c[-1].isdigit()}
    ends = [start + timedelta(days=n) for n in (stated_days, by_law.get(code)) if n]
    ends += [add_months(start, months)] if months else []
    lawful = min(ends)
    # a rest day moves the end only where the calendar of that day is known
    while code in OF_THE_PROCEDURE and is_rest_day(lawful) == (True, True):
        lawful += timedelta(days=1)
    assert found.day <= lawful
    assert found.day >= came


@pytest.mark.parametrize("code", sorted(set(CLOCKS) - OF_THE_PROCEDURE))
def test_no_rest_day_moves_a_period_that_is_not_the_procedure_s(code: str) -> None:
    for since in range(365):
        came = day("2026-01-01") + timedelta(days=since)
        says = (
            Facts(received_on=came) if CLOCKS[code].rule else Facts(received_on=came, stated_days=9)
        )
        found = earliest(code, says)
        assert found.day == found.counted


def test_every_way_of_service_has_words() -> None:
    assert set(WAYS) == set(get_args(Way.__value__))


def test_distance_is_said_in_words_and_never_negative() -> None:
    on = day("2026-11-25")
    assert distance(day("2026-11-13"), on) == "已经过了 12 天"
    assert distance(on, on) == "就是今天"
    assert distance(day("2026-11-26"), on) == "还有 1 天"


@pytest.mark.parametrize(
    ("document", "own"), [("notary-letter", True), ("summons", True), ("payment-order", False)]
)
def test_days_that_only_the_paper_sets_are_said_to_be_its_own(document: str, own: bool) -> None:
    asked = {"document": document, "received_on": "2026-11-25", "stated_days": "7"}
    said = tool("court-deadline").run(asked, date(2026, 11, 27)).notices
    assert own == any("没有读到法条定这几天" in notice.text for notice in said)
