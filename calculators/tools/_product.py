"""The product a reader picks, whose published terms stand in for what the reader leaves empty."""

from __future__ import annotations

from typing import Any

from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.form.declare import choice
from calculators.rules.model import Rule
from calculators.rules.products import is_late_rate, offered, range_of_rate, terms

NONE = "own"


def product(tool: str, *, rate: bool = False, late: bool = False) -> Any:
    """The choice of a product for the calculator `tool`: none at first, so nothing is filled in.

    With `rate`, the tool asks for a daily rate, and it is said of which products none is known; with
    `late`, that rate is what lateness is reckoned from.
    """
    rules = offered(tool)
    called = {rule.id: rule.product.called for rule in rules if rule.product}
    return choice(
        "借的是哪一家",
        {NONE: "不选，我照合同填", **called},
        default=NONE,
        fills={rule.id: terms(rule) for rule in rules},
        says={
            rule.id: _says(rule, late=late)
            for rule in rules
            if rate and "daily_rate" not in terms(rule)
        },
        help="选了，空着的格就按公开的说法算，会写明是哪几格。你的合同说了算。",
    )


def _says(rule: Rule, *, late: bool) -> str:
    """That nobody published one rate for a product, and between which ones it was seen."""
    called = rule.product.called if rule.product else ""
    seen = range_of_rate(rule) if late else None
    between = ""
    if seen:
        low, high = (show(each, Unit.RATE) for each in seen)
        between = f"有人见到的是每天 {low} 到 {high}。"
    if late and is_late_rate(rule):
        unknown = f"{called}晚了一天收多少，没有查到公开的一个数。{between}"
        return f"{unknown}请把账单页写的填到日利率那一格，不再乘倍数。"
    return f"{called}的利率，没有查到公开的一个数。{between}请照你的合同或账单填。"
