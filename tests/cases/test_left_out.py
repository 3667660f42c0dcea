"""No answer without the fact: each input of each calculator is left out, in turn, of full answers.

What may happen: the field is asked for, the answer says what it took in its place, or nothing that is
said changes. The table of all that is printed to ``build/left-out.md``; "answered in silence" fails.
A typed zero is held against an empty field: zero is something that was said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any, NamedTuple, cast

import pytest
import yaml

from calculators import content
from calculators.answer.result import Result
from calculators.answer.wording import assumed_words
from calculators.form.declare import Spec, asked, specs
from calculators.form.parse import InputErrors
from calculators.form.unsaid import held, is_filled
from calculators.registry import tool, tools

FOLDER = content.root() / "tests" / "cases"
PRINTED = content.root() / "build" / "left-out.md"
SILENT = "answered in silence"
ON = date(2026, 11, 25)
SUMMARY = "my-case"
"""Its headline is those of the first two calculators that can answer."""
ASKS = re.compile("填|还没说|先选")
SENTENCE = re.compile("[^。]+。")
type Raw = dict[str, Any]
type Path = tuple[str | int, ...]


@cache
def full(id: str) -> tuple[tuple[str, date], ...]:
    """Whole questions of a calculator: its cases that are answered, and what its form opens with."""
    found = [(json.dumps(held(tool(id).inputs, {})), ON)]
    for case in yaml.load((FOLDER / f"{id}.yml").read_text("utf-8"), yaml.BaseLoader):
        if "errors" not in case:
            whole = held(tool(id).inputs, case["inputs"])
            found.append((json.dumps(whole), date.fromisoformat(case["on"])))
    return tuple(dict.fromkeys(found))


def fields(inputs: type[Any], raw: Mapping[str, Any], at: Path = ()) -> Iterator[tuple[Path, Spec]]:
    """Every control that holds something, and every list that holds a line."""
    declared = specs(inputs)
    for name in sorted(asked(declared, raw), key=list(declared).index):
        spec, typed = declared[name], raw[name]
        if spec.kind == "part":
            yield from fields(cast("type[Any]", spec.row), typed, (*at, name))
        elif is_filled(typed):
            yield (*at, name), spec
            if spec.kind == "rows":
                for index, line in enumerate(typed[:2]):
                    if sum(map(is_filled, line.values())) < 2:
                        continue  # without its only word it is no line
                    yield from fields(cast("type[Any]", spec.row), line, (*at, name, index))


def changed(raw: Raw, path: Path, value: object) -> Raw:
    found = deepcopy(raw)
    holder: Any = found
    for step in path[:-1]:
        holder = holder[step]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return found


def said(result: Result) -> dict[str, str]:
    """All that is said as a value, by its name: figures, and the cells of tables by their first cell."""
    values = {f.key: f"{f.value}" for f in result.figures if f.value is not None}
    values["headline"] = result.headline
    for table in result.tables:
        values |= {
            f"{table.key}.{row[0]}.{column.key}": f"{cell}"
            for row in table.rows
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
            if cell is not None
        }
    return values


class Whole(NamedTuple):
    """A whole question and its answer."""

    id: str
    raw: Raw
    on: date
    answer: Result


def outcome(whole: Whole, path: Path, spec: Spec, left_out: object) -> str:
    """What happens to a whole answer when one field is left out of the question."""
    dotted = ".".join(map(str, path))
    try:
        after = tool(whole.id).run(changed(whole.raw, path, left_out), whole.on)
    except InputErrors as problem:
        return f"asks: {problem.errors[0].message}"
    old, new = said(whole.answer), said(after)
    if whole.id == SUMMARY:
        del old["headline"], new["headline"]
    other = {key: value for key, value in new.items() if old.get(key) != value}
    if spec.needed and old != new and all(ASKS.search(value) for value in other.values()):
        return f"asks: {after.headline}"
    if all(
        set(SENTENCE.findall(value)) <= set(SENTENCE.findall(old.get(key, "")))
        for key, value in other.items()
    ):
        return "no difference" if old == new else "says less, changes nothing"
    mine = [each for each in after.assumed if each.field == dotted or each.label == spec.label]
    if not mine:
        mine = [each for each in after.assumed if each.field.rpartition(".")[2] == path[-1]]
    return f"says: {assumed_words(mine)}" if mine else SILENT


def outcomes(id: str) -> dict[str, set[str]]:
    """By field, all that happens over all whole questions, whether emptied or not there at all."""
    found: dict[str, set[str]] = {}
    for text, on in full(id):
        raw: Raw = json.loads(text)
        whole = Whole(id, raw, on, tool(id).run(raw, on))
        for path, spec in fields(tool(id).inputs, raw):
            name = ".".join("N" if isinstance(step, int) else step for step in path)
            if spec.kind == "text":
                continue
            for nothing in ([] if spec.kind == "rows" else "", None):
                found.setdefault(name, set()).add(outcome(whole, path, spec, nothing))
    return found


@pytest.mark.parametrize("id", tools())
def test_nothing_is_answered_in_silence(id: str) -> None:
    found = outcomes(id)
    lines = [f"| {name} | {'<br>'.join(sorted(happens))} |" for name, happens in found.items()]
    PRINTED.parent.mkdir(exist_ok=True)
    head = [f"## {id}", "", "| input left out | what happens |", "|---|---|"]
    part = PRINTED.with_name("left-out") / f"{id}.md"
    part.parent.mkdir(exist_ok=True)
    part.write_text("\n".join([*head, *lines, ""]), encoding="utf-8")
    PRINTED.write_text("\n".join(p.read_text("utf-8") for p in sorted(part.parent.glob("*.md"))))
    silent = sorted(name for name, happens in found.items() if SILENT in happens)
    assert not silent


@pytest.mark.parametrize("id", tools())
def test_a_typed_zero_is_never_taken_for_an_empty_field(id: str) -> None:
    """Where an empty field is taken for more than nothing, or asked for, zero gives another answer."""
    for text, on in full(id):
        raw: Raw = json.loads(text)
        for path, spec in fields(tool(id).inputs, raw):
            if spec.kind not in ("money", "rate", "number", "count"):
                continue
            zero, empty = (_answer(id, changed(raw, path, typed), on) for typed in ("0", ""))
            if zero is None:
                continue  # refused, with the field's limits
            dotted = ".".join(map(str, path))
            assert dotted not in {each.field for each in zero.assumed}, dotted
            taken = [a.value for a in empty.assumed if a.field == dotted] if empty else []
            if empty and (spec.needed or (taken and not NO_MORE.match(taken[0]))):
                assert said(zero) != said(empty), f"{dotted}: zero is answered like an empty field"


NO_MORE = re.compile("没有|没超过|不超过|0")


def _answer(id: str, raw: Raw, on: date) -> Result | None:
    try:
        return tool(id).run(raw, on)
    except InputErrors:
        return None


def test_the_table_names_what_is_asked_and_what_is_assumed() -> None:
    """The oracle itself: one field of each kind, so that a table of nothing but passes cannot pass."""
    assert any(
        each.startswith("asks: 还差日利率") for each in outcomes("minimum-trap")["daily_rate"]
    )
    assert any("按今天算" in each for each in outcomes("daily-loan")["until"])
    assert any("按 0.00 元算" in each for each in outcomes("true-cost")["upfront_fee"])
    assert "says less, changes nothing" in outcomes("overdue-cost")["pay_now"]
