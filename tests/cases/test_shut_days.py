"""A last day that is a rest day and stays the last one: the working day before it, and what may be left after."""

from datetime import date

import pytest

from calculators.answer.result import Result
from calculators.registry import tool

CAME = "2026-07-01"  # three months end on 1 October 2026; offices are shut from the 1st to the 7th
AWARD: dict[str, dict[str, object]] = {
    "court-deadline": {"document": "arbitration-award", "received_on": CAME},
    "triage": {"document": "award", "received_on": CAME},
    "desk": {"document": "award", "received_on": CAME},
    "frozen-account": {"q1": "card", "q2": "court", "q3": "zhi", "q6": "me", "q7": "ordinary", "q8": "award", "award_received": CAME},
    "message-check": {
        "text": "（EMS）某某仲裁委员会（2026）某仲案字第9号仲裁裁决书：被申请人支付15,000元。",
        "channel": "letter",
        "received_on": CAME,
    },
}  # fmt: skip


def said(key: str, on: str) -> tuple[Result, str]:
    result = tool(key).run(AWARD[key], date.fromisoformat(on))
    return result, repr(result)


@pytest.mark.parametrize("key", AWARD)
def test_it_is_handed_in_on_the_working_day_before(key: str) -> None:
    result, words = said(key, "2026-09-20")
    assert "那天放假，2026年9月30日以前交" in words
    assert date(2026, 9, 30) in {step.by for step in result.steps} or key == "desk"
    assert date(2026, 10, 1) not in {step.by for step in result.steps}


@pytest.mark.parametrize("key", AWARD)
def test_in_the_holiday_it_is_handed_in_at_once(key: str) -> None:
    for on in ("2026-10-01", "2026-10-05"):
        assert "2026年10月8日一早去中级法院交" in said(key, on)[1]


@pytest.mark.parametrize("key", AWARD)
def test_on_the_next_working_day_it_is_not_called_lost(key: str) -> None:
    result, words = said(key, "2026-10-08")
    assert "没有读到规定。中级法院可能还收。今天就去中级法院交。" in words
    assert "打发文" not in words
    assert not any(step.text.startswith("期限过了") for step in result.steps)
    assert "可能还收" not in said(key, "2026-10-09")[1]


def test_a_day_that_the_law_moves_is_named_as_it_is() -> None:
    typed = {"document": "payment-order", "received_on": "2026-09-21"}
    assert "那天放假" not in repr(tool("court-deadline").run(typed, date(2026, 9, 25)))
