"""The triage always answers with exactly three dated actions, whatever was tapped."""

from datetime import date
from itertools import product

import pytest

from calculators.registry import tool
from calculators.tools import triage

ON = date(2026, 11, 23)
CHOICES = list(product(triage.DOCUMENTS, triage.OVERDUE, ("no", "yes"), triage.HARM, triage.MEANS))


@pytest.mark.parametrize("document", triage.DOCUMENTS)
def test_every_answer_gives_three_actions_with_dates(document: str) -> None:
    for choice in (c for c in CHOICES if c[0] == document):
        typed = dict(
            zip(("document", "overdue", "full_demand", "harm", "means"), choice, strict=True)
        )
        steps = tool("triage").run(typed, ON).steps
        assert len(steps) == 3
        assert all(step.by and step.by >= ON and step.page for step in steps)
        assert len({step.text for step in steps}) == 3


def test_safety_comes_before_everything() -> None:
    result = tool("triage").run({"harm": "threat", "document": "payment-order"}, ON)
    assert "报警" in result.steps[0].text
    assert "letters/payment-order-objection" in [step.page for step in result.steps]


def test_the_actions_stand_in_the_order_of_their_dates() -> None:
    days = [step.by for step in tool("triage").run({}, ON).steps]
    assert days == sorted(days)


def test_a_deadline_that_has_passed_is_said() -> None:
    result = tool("triage").run({"document": "lawsuit", "received_on": "2026-10-10"}, ON)
    assert "已经过了" in result.notices[0].text
    assert result.notices[0].rules == ("cpl-86",)
