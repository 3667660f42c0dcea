"""The triage always answers with exactly three dated actions, whatever was tapped."""

from datetime import date
from itertools import product

import pytest

from calculators.registry import tool
from calculators.tools import triage

ON = date(2026, 11, 23)
LENDERS = ("unsaid", "one", "several")
CHOICES = list(
    product(triage.OVERDUE, LENDERS, triage.KINDS, ("no", "yes"), triage.HARM, triage.MEANS)
)
NAMES = ("overdue", "lenders", "kind", "full_demand", "harm", "means")


@pytest.mark.parametrize("document", triage.DOCUMENTS)
@pytest.mark.parametrize("received", [None, "2026-11-20", "2026-06-01"])
def test_every_answer_gives_three_actions_with_dates(document: str, received: str | None) -> None:
    for chosen in CHOICES[::13]:
        typed = dict(zip(NAMES, chosen, strict=True)) | {"document": document}
        steps = tool("triage").run(typed | {"received_on": received}, ON).steps
        assert len(steps) == 3
        assert all(step.by and step.by >= ON and step.page for step in steps)
        assert len({step.text for step in steps}) == 3


def test_safety_comes_before_everything() -> None:
    result = tool("triage").run({"harm": "threat", "document": "payment-order"}, ON)
    assert "110" in result.steps[0].text
    assert "stages/payment-order" in [step.page for step in result.steps]


def test_a_visit_that_is_announced_is_no_crime() -> None:
    result = tool("triage").run({"harm": "visit"}, ON)
    assert "不开门" in result.steps[0].text
    assert not any("110" in step.text or "报警" in step.text for step in result.steps)


@pytest.mark.parametrize("said", [{"lenders": "several"}, {"kind": "several"}])
def test_several_lenders_are_never_told_to_pay_one(said: dict[str, str]) -> None:
    """Several kinds are several debts, whether or not their number was said."""
    typed = {"means": "part", "overdue": "31-60", **said}
    pages = [step.page for step in tool("triage").run(typed, ON).steps]
    assert "strategies/many-debts" in pages
    assert "letters/part-payment" not in pages


@pytest.mark.parametrize("means", triage.MEANS)
def test_an_old_debt_is_never_paid_before_its_time_is_counted(means: str) -> None:
    result = tool("triage").run({"overdue": "years", "means": means}, ON)
    pages = [step.page for step in result.steps]
    assert "calculators/limitation" in pages
    assert not {"letters/part-payment", "strategies/first-day"} & {*pages}


def test_the_actions_stand_in_the_order_of_their_dates() -> None:
    days = [step.by for step in tool("triage").run({}, ON).steps]
    assert days == sorted(day for day in days if day)


def test_a_deadline_that_has_passed_is_said_in_words() -> None:
    typed = {"document": "payment-order", "received_on": "2026-10-09"}
    result = tool("triage").run(typed, ON)  # 24 October is a Saturday: Monday the 26th
    assert "已经过了 28 天" in result.headline
    assert result.notices[1].rules == ("cpl-86",)
    assert "期限过了" in result.steps[0].text
    assert "-" not in result.headline


@pytest.mark.parametrize("document", ["payment-order", "lawsuit", "judgment", "award"])
def test_without_the_day_it_came_no_day_is_shown(document: str) -> None:
    result = tool("triage").run({"document": document}, ON)
    assert result.figure("deadline").value is None
    assert triage.ASK_DATE in result.headline


@pytest.mark.parametrize(
    ("kind", "page", "rule"),
    [
        ("card", "products/credit-card", "card-interp-6"),
        ("secured", "strategies/many-debts", "mortgaged-home-1"),
    ],
)
def test_what_is_owed_changes_what_is_said(kind: str, page: str, rule: str) -> None:
    typed = {"overdue": "31-60", "lenders": "one", "means": "part"}
    plain = tool("triage").run(typed | {"kind": "online"}, ON)
    result = tool("triage").run(typed | {"kind": kind}, ON)
    assert page in [step.page for step in result.steps]
    assert page not in [step.page for step in plain.steps]
    assert rule in {each for notice in result.notices for each in notice.rules}
    assert rule not in {each for notice in plain.notices for each in notice.rules}


def test_who_has_not_said_what_is_owed_is_told_that_cards_differ() -> None:
    (notice,) = tool("triage").run({"overdue": "31-60"}, ON).notices
    assert "信用卡另看" in notice.text
    (notice,) = tool("triage").run({"overdue": "31-60", "kind": "online"}, ON).notices
    assert "信用卡" not in notice.text
