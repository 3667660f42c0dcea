"""A calculator or a letter: its inputs and its calculation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any

from calculators.answer.result import Notice, Result
from calculators.form.declare import specs
from calculators.form.parse import parse, refuse
from calculators.form.unsaid import (
    assumed,
    chosen,
    guessed,
    is_filled,
    left_to_the_example,
    not_looked_at,
    stand_ins,
)

NUMBERS_TOO_BIG = "这些数放在一起算不出来，请检查有没有多打几个零。"


@dataclass(frozen=True)
class Cases:
    """What is typed into one input, case by case; ``name`` leads into parts and lists: ``debts.0.balance``."""

    name: str
    typed: tuple[str, ...]
    label: str = ""
    """What it is called in the table, where the form's own label needs the form around it."""


FIRST_STEP = "step"
"""Stands among the figures of common cases for what to do first."""


@dataclass(frozen=True)
class Common:
    """Common cases, worked out when a site is built, for readers whose browser cannot calculate.

    Each of ``down`` is a row. Without ``across`` each of ``figures`` is a column; with it each of those
    is, and the one figure fills the cells. All else is as in the example of the calculator's page.
    """

    down: Cases
    figures: tuple[str, ...]
    across: Cases | None = None
    today: str = ""
    """The input that is the page's own day in every case."""


@dataclass(frozen=True)
class Tool:
    """One calculator; ``calculate(inputs, on)`` is pure: no clock, no network, no hidden chance.

    ``by_day`` says that the answer changes from one day to the next, which a reader will try out.
    """

    id: str
    title: str
    summary: str
    inputs: type[Any]
    calculate: Callable[[Any, date], Result]
    by_day: bool = False
    common: tuple[Common, ...] = ()
    """Tables for a browser that cannot calculate."""
    no_common: str = ""
    """Why there is none, for those who look after the site."""
    says_assumed: bool = True
    """Whether an answer says what was left empty; a letter shows its own blanks."""

    def run(self, raw: Mapping[str, object], on: date) -> Result:
        """Read ``raw`` and calculate for the day ``on``; raises ``InputErrors``.

        The answer says what ``raw`` left empty.
        """
        inputs = self.read(raw)
        found = self.answer(inputs, on)
        if not self.says_assumed:
            return found
        aside = (*_of_the_product(self.inputs, raw), *_not_looked_at(raw, inputs))
        return replace(
            found,
            headline=_by_example(self.inputs, raw) + found.headline,
            assumed=assumed(self.inputs, raw),
            notices=(*aside, *found.notices),
        )

    def read(self, raw: Mapping[str, object]) -> Any:
        """What was typed, as the dataclass `inputs`; what a chosen product says stands in for the rest.

        Raises ``InputErrors``.
        """
        return parse(self.inputs, {**raw, **stand_ins(self.inputs, raw)})

    def answer(self, inputs: Any, on: date) -> Result:
        """Calculate for inputs that were read; raises ``InputErrors``.

        A tool names the field that makes a number too big; should one not, there is still a sentence.
        """
        try:
            return self.calculate(inputs, on)
        except ArithmeticError:
            raise refuse("", NUMBERS_TOO_BIG) from None


def _by_example(inputs: type[Any], raw: Mapping[str, object]) -> str:
    """What was left to the example by somebody who said other things: the answer is not theirs, and says so first."""
    if not any(map(is_filled, raw.values())):
        return ""
    labels = tuple(left_to_the_example(inputs, raw))
    if not labels:
        return ""
    more = f"等 {len(labels)} 格" if len(labels) > 1 else ""
    return f"“{_short(labels[0])}”{more}没有填。照例子里的数算，只是个样子。"


def _not_looked_at(raw: Mapping[str, object], inputs: Any) -> Iterator[Notice]:
    """What was typed and has no part in the answer, by what rules it out; what it shares with the example is nobody's."""
    typed = tuple(not_looked_at(type(inputs), raw))
    example = parse(type(inputs), {}) if typed else None
    ruled_out: dict[str, list[str]] = {}
    for at, label, by in typed:
        if reduce(getattr, at, inputs) != reduce(getattr, at, example):
            ruled_out.setdefault(_short(by), []).append(f"“{_short(label)}”")
    for by, labels in ruled_out.items():
        yield Notice(f"照“{by}”填的算，没有看{'、'.join(labels)}。", (), "warning")


def _short(label: str) -> str:
    return label.partition("（")[0].rstrip("？")


def _of_the_product(inputs: type[Any], raw: Mapping[str, object]) -> tuple[Notice, ...]:
    """Where the terms of the product that was picked are written down, and what decides."""
    picked = chosen(inputs, raw)
    if picked is None:
        return ()
    rule, called = picked
    said = next(spec.says.get(rule, "") for spec in specs(inputs).values() if rule in spec.fills)
    unsaid = guessed(inputs, raw) if said else ()
    if unsaid:
        said += (
            f"你没填的{''.join(f'“{label}”' for label in unsaid)}，上面按例子里的数算，只是个样子。"
        )
    if stand_ins(inputs, raw):
        terms = f"你没填的几格，按“{called}”公开的说法算。合同写的不一样，就照合同改。"
        return (Notice(said + terms, (rule,), "warning"),)
    nothing = said or f"{called}：这里没有替你填数，都照你的合同填。"
    return (Notice(nothing, (rule,), "warning" if unsaid else "reported"),)
