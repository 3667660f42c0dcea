"""Where every calculator and letter is found by its id."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from calculators import content
from calculators import tools as _modules
from calculators.letters import letters
from calculators.tool import Tool

__all__ = ["UnknownTool", "letters", "tool", "tools"]


class UnknownTool(KeyError):
    """There is no calculator of that id."""


@cache
def tools() -> Mapping[str, Tool]:
    """Every calculator by id, found by its file: ``tools/overdue_cost.py`` is ``overdue-cost``."""
    found = {}
    for module in sorted(
        m.name for m in pkgutil.iter_modules([str(content.folder("tools"))]) if m.name[0] != "_"
    ):
        tool: Tool = import_module(f"{_modules.__name__}.{module}").TOOL
        if tool.id != module.replace("_", "-"):
            raise ValueError(f"calculators/tools/{module}.py declares the id {tool.id!r}")
        found[tool.id] = tool
    return found


def tool(id: str) -> Tool:
    """The calculator or letter of that id; ``UnknownTool`` names those there are."""
    known = letters() if id.startswith("letter-") else tools()
    if id not in known:
        raise UnknownTool(f"no calculator {id!r}; there are {', '.join(known)}")
    return known[id]
