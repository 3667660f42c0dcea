"""A calculator or a letter: its inputs and its calculation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculators.answer.result import Result
from calculators.form.parse import parse, refuse
from calculators.form.unsaid import assumed

NUMBERS_TOO_BIG = "这些数放在一起算不出来，请检查有没有多打几个零。"


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
    says_assumed: bool = True
    """Whether an answer says what was left empty; a letter shows its own blanks."""

    def run(self, raw: Mapping[str, object], on: date) -> Result:
        """Read ``raw`` and calculate for the day ``on``; raises ``InputErrors``.

        The answer says what ``raw`` left empty.
        """
        found = self.answer(self.read(raw), on)
        return replace(found, assumed=assumed(self.inputs, raw)) if self.says_assumed else found

    def read(self, raw: Mapping[str, object]) -> Any:
        """What was typed, as the dataclass `inputs`; raises ``InputErrors``."""
        return parse(self.inputs, raw)

    def answer(self, inputs: Any, on: date) -> Result:
        """Calculate for inputs that were read; raises ``InputErrors``.

        A tool names the field that makes a number too big; should one not, there is still a sentence.
        """
        try:
            return self.calculate(inputs, on)
        except ArithmeticError:
            raise refuse("", NUMBERS_TOO_BIG) from None
