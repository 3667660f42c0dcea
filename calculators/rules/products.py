"""The terms of what people borrow, as published or reported: what a form may suggest, by input.

A rule with a `product` states them. Only parameters named here become suggestions; what nobody could
confirm has no parameter, and then there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from calculators.rules import at
from calculators.rules.model import Rule

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "daily_rate": "daily_rate",
        "penalty_multiple": "penalty_multiplier",
        "compound": "interest_bears_penalty",
        "minimum_rate": "minimum_rate",
        "minimum_floor": "minimum_floor",
        "whole_below": "whole_below",
        "late_fee_rate": "late_fee_rate",
        "late_fee_floor": "late_fee_floor",
        "grace_days": "grace_days_reported",
    }
)
"""Name of the input -> name of the rule's parameter."""


def offered(tool: str, on: date = date.max) -> tuple[Rule, ...]:
    """The rules whose product the calculator `tool` offers, in the order of the files."""
    return tuple(rule for rule in at(on).all() if rule.product and tool in rule.product.tools)


def terms(rule: Rule) -> dict[str, str]:
    """What the rule says of each input, as a reader would type it: money in yuan, rates as fractions.

    A rate for each day late follows from the daily rate and its multiple, where both are said.
    """
    known = {name: rule.parameters.get(parameter) for name, parameter in TERMS.items()}
    found = {name: held.on(rule.day) for name, held in known.items() if held is not None}
    said = {name: dated[1] for name, dated in found.items() if dated is not None}
    rate, multiple = said.get("daily_rate"), said.get("penalty_multiple")
    if isinstance(rate, Decimal) and isinstance(multiple, Decimal):
        said["penalty_rate"] = (rate * multiple).normalize()
    return {name: _typed(value) for name, value in said.items()}


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value}"


def is_late_rate(rule: Rule) -> bool:
    """Whether the rate of the product is what is charged once it is late, and is multiplied no more."""
    return terms(rule).get("penalty_multiple") == "1"


def range_of_rate(rule: Rule) -> tuple[Decimal, Decimal] | None:
    """Between which daily rates the rule reports that its product stands, None if it reports none."""
    names = ("late_rate_reported_min", "late_rate_reported_max")
    held = [rule.parameters[each].on(rule.day) for each in names if each in rule.parameters]
    found = [Decimal(str(dated[1])) for dated in held if dated]
    return (found[0], found[1]) if len(found) == 2 else None
