"""A calculator or a letter: its inputs, its calculation, and where to find it."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from calculators import tools as _modules
from calculators.inputs import parse
from calculators.result import Result


class UnknownTool(KeyError):
    """There is no calculator of that id."""


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


@cache
def tools() -> Mapping[str, Tool]:
    """Every calculator by id, found by its file: ``tools/overdue_cost.py`` is ``overdue-cost``."""
    found = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(_modules.__path__)):
        tool: Tool = import_module(f"{_modules.__name__}.{module}").TOOL
        if tool.id != module.replace("_", "-"):
            raise ValueError(f"calculators/tools/{module}.py declares the id {tool.id!r}")
        found[tool.id] = tool
    return found


def letters() -> Mapping[str, Tool]:
    """Every letter by id: ``letters/extension.txt`` is ``letter-extension``."""
    found: Mapping[str, Tool] = import_module("calculators.letters").letters()
    return found


def tool(id: str) -> Tool:
    """The calculator or letter of that id; ``UnknownTool`` names those there are."""
    known = letters() if id.startswith("letter-") else tools()
    if id not in known:
        raise UnknownTool(f"no calculator {id!r}; there are {', '.join(known)}")
    return known[id]
