"""The product a reader picks, whose published terms stand in for what the reader leaves empty."""

from __future__ import annotations

from typing import Any

from calculators.form.declare import choice
from calculators.rules.products import offered, terms

NONE = "own"


def product(tool: str) -> Any:
    """The choice of a product for the calculator `tool`: none at first, so nothing is filled in."""
    rules = offered(tool)
    called = {rule.id: rule.product.called for rule in rules if rule.product}
    return choice(
        "借的是哪一家",
        {NONE: "不选，我照合同填", **called},
        default=NONE,
        fills={rule.id: terms(rule) for rule in rules},
        help="选了，空着的格就按公开的说法算，会写明是哪几格。你的合同说了算。",
    )
