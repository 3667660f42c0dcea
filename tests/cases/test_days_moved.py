"""No day is dropped in silence: each is moved after today and before what it follows, in whole questions.

What may happen: it is refused, the answer changes, or a notice names it. An answer that is what it would be
without the day, where the day had changed something, has dropped it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from calculators.answer.result import Result
from calculators.form.declare import Spec
from calculators.registry import tool, tools
from tests.cases.test_left_out import Path, _answer, changed, fields, full, said

AHEAD = (1, 40, 400)
"""So many days after today; a wrong year is typed most easily."""


def without(raw: dict[str, Any], path: Path) -> dict[str, Any]:
    """The question as if the day had never been typed; of a list its whole line is gone."""
    line = max((at for at, step in enumerate(path) if isinstance(step, int)), default=None)
    if line is None:
        return changed(raw, path, "")
    holder: Any = raw
    for step in path[:line]:
        holder = holder[step]
    rest = [each for at, each in enumerate(holder) if at != path[line]]
    return changed(raw, path[:line], rest)


def seen(answer: Result | None) -> object:
    """What a reader sees of it without unfolding anything, beside the cells that repeat the question."""
    if answer is None:
        return None
    return said(answer), [notice.text for notice in answer.notices], answer.steps


def typed_days(raw: object) -> Iterator[date]:
    """All days of a question."""
    if isinstance(raw, dict):
        raw = list(raw.values())
    if isinstance(raw, list):
        for each in raw:
            yield from typed_days(each)
    elif isinstance(raw, str) and raw[:4].isdigit() and raw[4:5] == "-":
        yield date.fromisoformat(raw[:10])


def moved(raw: dict[str, Any], path: Path, spec: Spec, on: date) -> Iterator[str]:
    """Days after today, and before all others of the question."""
    clock = " 10:00" if spec.kind == "moment" else ""
    others = list(typed_days(without(raw, path)))
    days = [on + timedelta(days=ahead) for ahead in AHEAD]
    days += [min(others) - timedelta(days=1)] if others else []
    for day in (*days, min([on, *others]) - timedelta(days=800)):
        yield f"{day}{clock}"


def dropped(id: str, raw: dict[str, Any], on: date, path: Path, spec: Spec) -> Iterator[str]:
    """The days whose place in the question makes no difference to what is seen."""
    whole, gone = seen(_answer(id, raw, on)), seen(_answer(id, without(raw, path), on))
    if whole == gone:
        return
    for day in moved(raw, path, spec, on):
        found = seen(_answer(id, changed(raw, path, day), on))
        if found is not None and found == gone:
            yield f"{'.'.join(map(str, path))} {day} on {on}"


@pytest.mark.parametrize("id", tools())
def test_no_day_is_dropped_in_silence(id: str) -> None:
    silent = [
        each
        for text, on in full(id)
        for raw in (json.loads(text),)
        for path, spec in fields(tool(id).inputs, raw)
        if spec.kind in ("day", "moment")
        for each in dropped(id, raw, on, path, spec)
    ]
    assert not silent
