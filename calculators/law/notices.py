"""Which notices hold on a day: a rule that was not yet or is no longer in force is not named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from calculators import rules
from calculators.answer.result import Notice


def in_force(notices: Iterable[Notice], on: date) -> tuple[Notice, ...]:
    """The notices whose every rule is in force on ``on``; one without rules always stays."""
    book = rules.at(on)
    return tuple(
        notice for notice in notices if all(book[id].state == "in-force" for id in notice.rules)
    )
