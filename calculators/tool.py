"""A calculator or a letter: its inputs and its calculation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.inputs import parse
from calculators.result import Result


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

    def run(self, raw: Mapping[str, object], on: date) -> Result:
        """Read ``raw`` and calculate for the day ``on``; raises ``InputErrors``."""
        return self.calculate(parse(self.inputs, raw), on)
