"""What a label calls 可不填 is never asked for: a reader who left it empty would have been told otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from calculators.form.declare import Spec, specs
from calculators.form.parse import InputErrors
from calculators.registry import letters, tools
from calculators.tool import Tool
from scripts.checks import cases

EVERY = {**tools(), **letters()}
TODAY = date(2026, 11, 25)
Inputs = Mapping[str, Any]
SAMPLES = {"count": "2", "money": "1000", "rate": "0.05%", "day": "2026-10-10"}


@cache
def typed_in_cases() -> dict[str, list[tuple[Inputs, date]]]:
    """What the cases type, by calculator; the files are read once for all of them."""
    found = defaultdict(list)
    for path in sorted(cases.FOLDER.glob("*.yml")):
        for case in cases.read(path)[0]:
            on = date.fromisoformat(str(case.get("on", TODAY)))
            found[cases.tool_of(path, case)].append((case.get("inputs") or {}, on))
    return found


def one_other(tool: Tool) -> Iterator[Inputs]:
    """The page's own numbers with one answer changed."""
    yield {}
    for name, spec in specs(tool.inputs).items():
        for value in spec.choices or filter(None, [SAMPLES.get(spec.kind)]):
            yield {name: value}


def may_stay_empty(spec: Spec) -> bool:
    return (
        spec.optional
        and not spec.needed
        and not spec.must
        and spec.kind not in ("text", "rows", "part")
    )


def emptied(inputs: type[Any], typed: Inputs, before: str = "") -> Iterator[tuple[str, Inputs]]:
    """Each control whose label says that it may stay empty, and all of it with that one empty."""
    for name, spec in specs(inputs).items():
        held = typed.get(name, spec.default)
        if spec.row and spec.kind == "part":
            for field, less in emptied(spec.row, held or {}, f"{before}{name}."):
                yield field, {**typed, name: less}
        elif spec.row:
            for at, line in enumerate(held or ()):
                for field, less in emptied(spec.row, line, f"{before}{name}.{at}."):
                    yield field, {**typed, name: [*held[:at], less, *held[at + 1 :]]}
        elif may_stay_empty(spec) and typed.get(name):
            yield before + name, {key: typed[key] for key in typed if key != name}


def left_empty(inputs: type[Any], typed: Inputs, before: str = "") -> Iterator[str]:
    """Each such control that is empty as it is."""
    for name, spec in specs(inputs).items():
        held = typed.get(name, spec.default)
        if spec.row and spec.kind == "part":
            yield from left_empty(spec.row, held or {}, f"{before}{name}.")
        elif spec.row:
            for at, line in enumerate(held or ()):
                yield from left_empty(spec.row, line, f"{before}{name}.{at}.")
        elif may_stay_empty(spec) and not held:
            yield before + name


def refused(tool: Tool, typed: Inputs, on: date) -> set[str]:
    try:
        tool.run(typed, on)
    except InputErrors as problem:
        return {each.field for each in problem.errors}
    return set()


@pytest.mark.parametrize("id", EVERY)
def test_what_may_stay_empty_is_never_asked_for(id: str) -> None:
    tool, asked = EVERY[id], set()
    # A letter leaves open what was not said, whatever the rest is; to write one takes time.
    others = [{}] if id in letters() else one_other(tool)
    typed = [*((inputs, TODAY) for inputs in others), *typed_in_cases()[id]]
    for inputs, on in typed:
        asked |= refused(tool, inputs, on) & set(left_empty(tool.inputs, inputs))
        for field, less in emptied(tool.inputs, inputs):
            asked |= refused(tool, less, on) & {field}
    assert not asked
