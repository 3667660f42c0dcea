"""Asking by day: what holds, since when, and what is said when nothing does."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import rules
from calculators.rules import NotInForce, Parameter, RuleBook, UnknownRule

TODAY = date(2026, 11, 23)
CAP = Parameter(
    label="上限",
    unit="rate",
    values=(
        (date(2020, 1, 1), Decimal("0.36")),
        (date(2020, 8, 20), Decimal("0.24")),
        (date(2024, 1, 1), None),
    ),
)


def book_of(day: date, **changes: Any) -> RuleBook:
    """A book of one made-up rule, so that its dates are ours to choose."""
    real = rules.at(TODAY)["spc-2017-22-2"]
    made = replace(
        real,
        id="made-up",
        parameters={"cap": CAP},
        effective_from=date(2020, 1, 1),
        effective_to=None,
    )
    return RuleBook(day, {"made-up": replace(made, **changes)})


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2020, 1, 1), "0.36"),
        (date(2020, 8, 19), "0.36"),
        (date(2020, 8, 20), "0.24"),
        (date(2023, 12, 31), "0.24"),
    ],
)
def test_a_value_holds_from_its_date_until_the_next(day: date, value: str) -> None:
    assert book_of(day)["made-up"].number("cap") == Decimal(value)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2024, 1, 1), date(2030, 1, 1)])
def test_no_value_before_the_first_nor_after_an_end(day: date) -> None:
    with pytest.raises(NotInForce, match=r"made-up.*cap"):
        book_of(day)["made-up"].number("cap")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2019, 12, 31), "announced"),
        (date(2020, 1, 1), "in-force"),
        (date(2022, 6, 30), "in-force"),
        (date(2022, 7, 1), "ended"),
    ],
)
def test_both_days_of_the_span_are_included(day: date, state: str) -> None:
    rule = book_of(day, effective_to=date(2022, 6, 30))["made-up"]
    assert rule.state == state
    if state != "in-force":
        with pytest.raises(NotInForce):
            rule.value("cap")


def test_a_rule_without_dates_is_always_in_force() -> None:
    rule = book_of(date(1990, 1, 1), effective_from=None)["made-up"]
    assert rule.state == "in-force"


@given(
    st.lists(st.dates(), unique=True, min_size=1).map(sorted),
    st.dates(),
    st.integers(min_value=1, max_value=9),
)
def test_looking_up_agrees_with_walking_the_dates(
    dates: list[date], day: date, end_every: int
) -> None:
    values = tuple((since, None if i % end_every else Decimal(i)) for i, since in enumerate(dates))
    walked = None
    for since, value in values:
        if since <= day:
            walked = None if value is None else (since, value)
    assert Parameter("数", "count", values).on(day) == walked


def test_an_unknown_rule_or_parameter_is_named() -> None:
    book = rules.at(TODAY)
    with pytest.raises(UnknownRule, match="no rule is called 'spc-2017'"):
        book["spc-2017"]
    with pytest.raises(KeyError, match="no parameter 'cap'"):
        book["spc-2017-22-2"].value("cap")


def test_a_text_is_no_number() -> None:
    with pytest.raises(TypeError, match="quiet_from"):
        rules.at(TODAY)["gbt-45251-time"].number("quiet_from")


def test_a_book_is_made_once_a_day_and_knows_its_rules() -> None:
    book = rules.at(TODAY)
    assert rules.at(TODAY) is book
    assert book["civil-code-561"] is book["civil-code-561"]
    assert "civil-code-561" in book
    assert "civil-code-9999" not in book
    assert len(book) == len(book.all()) == len(set(book))


def test_the_units_become_python_values() -> None:
    book = rules.at(TODAY)
    assert book["spc-2017-22-2"].value("must_be_requested") is True
    assert book["gbt-45251-time"].value("quiet_from") == "22:00"
    assert book["civil-code-561"].value("allocation_order") == ("costs", "interest", "principal")
    assert book["npl-transfer-pilot"].value("pilot_end") == date(2026, 12, 31)


# Month by month as published; the days around a change and around a publication.
@pytest.mark.parametrize(
    ("day", "one_year", "five_years", "published_on"),
    [
        (date(2019, 8, 20), "0.0425", "0.0485", date(2019, 8, 20)),
        (date(2020, 4, 19), "0.0405", "0.0475", date(2020, 3, 20)),
        (date(2020, 4, 20), "0.0385", "0.0465", date(2020, 4, 20)),
        (date(2022, 1, 21), "0.037", "0.046", date(2022, 1, 20)),
        (date(2024, 2, 20), "0.0345", "0.0395", date(2024, 2, 20)),
        (date(2025, 5, 19), "0.031", "0.036", date(2025, 4, 21)),
        (date(2025, 5, 20), "0.03", "0.035", date(2025, 5, 20)),
        (date(2026, 8, 19), "0.03", "0.035", date(2026, 7, 20)),
    ],
)
def test_the_lpr_last_published(
    day: date, one_year: str, five_years: str, published_on: date
) -> None:
    book = rules.at(day)
    assert book.lpr() == (Decimal(one_year), published_on)
    assert book.lpr("5y") == (Decimal(five_years), published_on)


def test_no_lpr_before_the_first_publication() -> None:
    with pytest.raises(NotInForce):
        rules.at(date(2019, 8, 19)).lpr()


def test_the_lpr_says_how_far_it_is_known() -> None:
    """Whoever reads the value on a later day must learn that newer months are not checked."""
    rule = rules.at(TODAY)["lpr-history"]
    known = rule.known_until
    assert known == rule.parameters["lpr_1y"].values[-1][0]
    assert known == rule.parameters["lpr_5y"].values[-1][0]
    assert f"核对到 {known.year} 年 {known.month} 月 {known.day} 日" in rule.plain


def test_the_lpr_is_published_every_month_near_the_twentieth() -> None:
    for name in ("lpr_1y", "lpr_5y"):
        days = [since for since, _ in rules.at(TODAY)["lpr-history"].parameters[name].values]
        months = [(day.year, day.month) for day in days]
        assert months == [(2019 + m // 12, m % 12 + 1) for m in range(7, 7 + len(days))]
        assert all(20 <= day.day <= 26 for day in days)


def test_stale_rules_are_those_past_their_day() -> None:
    lpr = rules.at(TODAY)["lpr-history"]
    assert rules.stale(TODAY) == ()
    assert lpr.id not in {rule.id for rule in rules.stale(lpr.check_by)}
    assert lpr.id in {rule.id for rule in rules.stale(lpr.check_by + timedelta(days=1))}
