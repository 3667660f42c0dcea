"""What a chosen product says stands in for empty fields, is named in the answer, and never displaces a word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import rules
from calculators.form.declare import specs
from calculators.form.parse import parse
from calculators.registry import tool, tools
from calculators.rules.products import TERMS, offered, terms

ON = date(2026, 11, 25)
OFFERING = sorted(id for id, each in tools().items() if "product" in specs(each.inputs))
PAIRS = [(id, rule.id) for id in OFFERING for rule in offered(id)]

CARD: dict[str, Any] = {
    "purchases": [{"posted_on": "2026-08-10", "amount": "3000"}],
    "statement_day": "5",
    "due_day": "25",
}
LOAN: dict[str, Any] = {"draws": [{"date": "2026-09-01", "amount": "5000"}]}
NEEDED: dict[str, dict[str, Any]] = {
    "overdue-cost": {"principal": "3000", "days_overdue": "9"},
    "card-bill": CARD,
    "minimum-trap": {"balance": "5000"},
    "daily-loan": LOAN,
    "late-now": {"due_on": "2026-11-24", "paid": "no"},
}


def test_products_are_offered_where_they_fit() -> None:
    assert set(OFFERING) == set(NEEDED)
    named = {
        tool_id for rule in rules.at(ON).all() if rule.product for tool_id in rule.product.tools
    }
    assert named == set(OFFERING)


@pytest.mark.parametrize(
    "called", ["花呗", "借呗", "网商贷", "微粒贷", "微信分付", "京东白条", "京东金条"]
)
def test_what_people_borrowed_can_be_picked(called: str) -> None:
    assert called in {rule.product.called for rule in offered("overdue-cost") if rule.product}


@pytest.mark.parametrize(("id", "rule"), PAIRS)
def test_every_value_of_a_product_is_one_the_form_takes(id: str, rule: str) -> None:
    declared = tool(id).inputs
    said = {
        name: value for name, value in terms(rules.at(ON)[rule]).items() if name in specs(declared)
    }
    parse(declared, {**NEEDED[id], **said})


@pytest.mark.parametrize(("id", "rule"), PAIRS)
def test_what_was_not_typed_is_named_as_taken_from_the_product(id: str, rule: str) -> None:
    result = tool(id).run({**NEEDED[id], "product": rule}, ON)
    product = rules.at(ON)[rule].product
    assert product
    taken = {name for name in terms(rules.at(ON)[rule]) if name in specs(tool(id).inputs)}
    named = {each.field for each in result.assumed if f"（{product.called}的说法）" in each.value}
    assert named == taken
    notice = result.notices[0]
    assert notice.rules == (rule,)
    guessed = id == "overdue-cost" and "daily_rate" not in taken
    assert notice.tone == ("warning" if taken or guessed else "reported")
    assert "合同" in notice.text


@pytest.mark.parametrize(("id", "rule"), PAIRS)
def test_where_nobody_published_one_rate_that_is_said_and_no_example_stands_for_it(
    id: str, rule: str
) -> None:
    """京东白条, 3,000 nine days late: 3,020.25 comes from the example's rate alone."""
    declared = specs(tool(id).inputs)
    unknown = "daily_rate" in declared and "daily_rate" not in terms(rules.at(ON)[rule])
    beside = declared["product"].says.get(rule, "")
    assert ("没有查到公开的一个数" in beside) == unknown
    typed_rate = {"daily_rate": "0.02%"} if "daily_rate" in declared else {}
    for typed, guessed in (({}, id == "overdue-cost" and unknown), (typed_rate, False)):
        said = tool(id).run({**NEEDED[id], **typed, "product": rule}, ON).notices[0].text
        assert beside in said
        assert ("“合同日利率”" in said and "只是个样子" in said) == guessed


NO_NUMBER: dict[str, str] = {}
STATED: dict[str, dict[str, str]] = {
    "card-usual-terms": {"daily_rate": "0.0005", "minimum_rate": "0.1", "late_fee_rate": "0.05"},
    "jiebei-penalty": {"penalty_multiple": "1.5", "grace_days": "0"},
    "huabei-late": {"daily_rate": "0.0005", "penalty_multiple": "1", "penalty_rate": "0.0005"},
    "wangshangdai-late": NO_NUMBER,
    "baitiao-late": {"penalty_multiple": "1", "compound": "True", "minimum_rate": "0.1"},
    "jintiao-late": {"penalty_multiple": "1.5", "compound": "False"},
    "meituan-lender": NO_NUMBER,
    "douyin-late": NO_NUMBER,
    "duxiaoman-late": NO_NUMBER,
    "qifu-late": NO_NUMBER,
    "cfc-products-late": NO_NUMBER,
    "weilidai-penalty": {"penalty_multiple": "1.5", "compound": "False"},
    "fenfu-interest": {
        "daily_rate": "0.0004",
        "penalty_multiple": "1.5",
        "penalty_rate": "0.0006",
        "minimum_rate": "0.1",
        "whole_below": "100.00",
    },
}
"""What the words of each product's rule say of a form's inputs, read by a person: rate, base, multiple, grace."""


def test_every_product_was_read_by_a_person() -> None:
    assert {rule.id for rule in rules.at(ON).all() if rule.product} == STATED.keys()


@pytest.mark.parametrize(("id", "rule"), PAIRS)
def test_what_a_rule_states_is_what_the_form_gets(id: str, rule: str) -> None:
    raw = {**NEEDED[id], "product": rule}
    declared = tool(id)
    picked, without = declared.read(raw), declared.read({**raw, "product": "own"})
    for name in specs(declared.inputs):
        stated = STATED[rule].get(name)
        if stated is not None:
            assert str(getattr(picked, name)) == stated, name
        elif name != "product":
            assert getattr(picked, name) == getattr(without, name), name


ONE_LATE = {"instalments": [{"due_date": "2026-09-25", "principal": "5000", "interest": "100"}]}


@pytest.mark.parametrize(
    ("rule", "typed", "penalty"),
    [
        ("baitiao-late", "0.07%", "32.13"),  # 5100 x 0.0007 x 9: the fee counts, no multiple
        ("baitiao-late", "0.015%", "6.89"),  # 5100 x 0.00015 x 9 = 6.885
        ("huabei-late", "", "22.50"),  # 5000 x 0.0005 x 9
        ("jintiao-late", "0.05%", "33.75"),  # 5000 x 0.00075 x 9: the principal alone
        ("weilidai-penalty", "0.05%", "33.75"),
        ("fenfu-interest", "", "27.00"),  # 5000 x 0.0006 x 9
        ("jiebei-penalty", "0.05%", "33.75"),
        ("own", "0.05%", "33.75"),
    ],
)
def test_a_late_instalment_costs_what_the_rule_of_its_product_says(
    rule: str, typed: str, penalty: str
) -> None:
    raw = {**ONE_LATE, "product": rule, "daily_rate": typed or None}
    found = tool("overdue-cost").run({k: v for k, v in raw.items() if v}, date(2026, 10, 4))
    assert str(found.figure("penalty_due").value) == penalty


def test_what_the_reader_ticked_wins_over_the_product() -> None:
    raw = {**ONE_LATE, "product": "baitiao-late", "daily_rate": "0.07%", "compound": "false"}
    found = tool("overdue-cost").run(raw, date(2026, 10, 4))
    assert str(found.figure("penalty_due").value) == "31.50"
    assert "compound" not in {each.field for each in found.assumed if "说法" in each.value}


def test_the_rate_for_being_late_is_not_called_the_rate_of_the_service() -> None:
    """Only where the rate asked for is that of lateness stands between which ones it was seen."""
    assert "0.07%" not in specs(tool("minimum-trap").inputs)["product"].says["baitiao-late"]
    said = specs(tool("overdue-cost").inputs)["product"].says["baitiao-late"]
    assert "晚了一天收多少" in said
    assert "不再乘倍数" in said
    assert "不再乘" not in specs(tool("overdue-cost").inputs)["product"].says["jintiao-late"]


def test_between_which_rates_a_product_was_seen_stands_beside_it() -> None:
    said = specs(tool("overdue-cost").inputs)["product"].says
    assert "每天 0.015% 到 0.07%" in said["baitiao-late"]
    assert "0.0" not in said["douyin-late"]


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_huabei_is_late_at_five_in_ten_thousand_a_day(blank: str | None) -> None:
    """Section D of the field log: 3,000 nine days late, 3000 x 0.0005 x 9 = 13.50."""
    typed = {**NEEDED["overdue-cost"], "product": "huabei-late", "daily_rate": blank}
    typed = {name: value for name, value in typed.items() if value is not None}
    assert str(tool("overdue-cost").run(typed, ON).figure("penalty_due").value) == "13.50"


def test_what_the_reader_typed_wins_and_is_not_called_taken() -> None:
    typed = {**NEEDED["overdue-cost"], "product": "花呗", "daily_rate": "0.03%"}
    result = tool("overdue-cost").run(typed, ON)
    assert str(result.figure("penalty_due").value) == "8.10"
    said = {each.field: each.value for each in result.assumed}
    assert "daily_rate" not in said
    assert said["penalty_multiple"] == "1 倍（花呗的说法）"


def test_a_typed_zero_is_zero() -> None:
    typed = {**NEEDED["overdue-cost"], "product": "huabei-late", "daily_rate": "0"}
    assert tool("overdue-cost").run(typed, ON).figure("penalty_due").value == 0


def test_without_a_product_nothing_is_filled_in() -> None:
    result = tool("card-bill").run(CARD, ON)
    assert result.figure("total_due").value is None
    assert "日利率" in result.headline


def test_a_product_nobody_could_confirm_fills_nothing() -> None:
    for rule in ("douyin-late", "qifu-late", "duxiaoman-late", "wangshangdai-late"):
        assert terms(rules.at(ON)[rule]) == {}
    result = tool("daily-loan").run({**LOAN, "product": "douyin-late"}, ON)
    assert result.figure("total_due").value is None


def test_a_number_is_never_stated_as_law() -> None:
    for rule in (each for each in rules.at(ON).all() if each.product):
        assert rule.status == "uncertain"
        assert "合同" in rule.plain or "合约" in rule.plain or "页" in rule.plain


@given(st.sampled_from(OFFERING), st.text(max_size=20))
def test_an_unknown_product_is_refused_by_name(id: str, typed: str) -> None:
    labels = specs(tool(id).inputs)["product"].choices
    if not typed.strip() or typed.strip() in {*labels, *labels.values()}:
        return
    with pytest.raises(ValueError, match="借的是哪一家"):
        tool(id).run({**NEEDED[id], "product": typed}, ON)


def test_every_term_is_an_input_of_a_form_that_offers_products() -> None:
    inputs = {name for id in OFFERING for name in specs(tool(id).inputs)}
    assert set(TERMS) - inputs <= {"grace_days"}  # Jiebei is said to have none, as the form assumes


def test_every_number_of_a_product_is_filled_in_or_told_why_not() -> None:
    """A published term that no form reads would be a sum that is wrong for this product in silence."""
    told = {
        **dict.fromkeys(("late_rate_reported_min", "late_rate_reported_max"), "two pages differ"),
    }
    for rule in (each for each in rules.at(ON).all() if each.product):
        unread = {*rule.parameters} - {*TERMS.values()}
        assert unread <= {*told}, rule.id
        where = {name for id in rule.product.tools for name in specs(tool(id).inputs)}
        for name in terms(rule):
            assert name in where, (rule.id, name)
