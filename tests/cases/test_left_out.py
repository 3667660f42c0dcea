"""No answer without the fact: each input of each calculator is left out, in turn, of full answers.

What may happen: the field is asked for, the answer says what it took in its place, or nothing that is
said changes. The whole questions are the calculators' cases; together they fill every field. The table of all that is printed to ``build/left-out.md``; "answered in silence" fails.
A typed zero is held against an empty field: zero is something that was said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from itertools import islice
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
WHOLES = 8
"""So many whole questions are tried with another value in a field that made no difference."""
EVERY_INPUT = "every-input"
"""Cases of calculators whose own cases leave some field empty in each."""
SUMMARY = "my-case"
"""Its headline is those of the first two calculators that can answer."""
ASKS = re.compile("填|还没说|先选")
MISSING = re.compile("还有 .+(?:没算进去|算不出)")
SENTENCE = re.compile("[^。]+。")
type Raw = dict[str, Any]
type Path = tuple[str | int, ...]


@cache
def full(id: str) -> tuple[tuple[str, date], ...]:
    """Whole questions of a calculator: its cases that are answered, and what its form opens with."""
    found = [(json.dumps(held(tool(id).inputs, {})), ON)]
    for case in [*_cases(id), *(each for each in _cases(EVERY_INPUT) if each["tool"] == id)]:
        if "errors" not in case:
            whole = held(tool(id).inputs, case["inputs"])
            found.append((json.dumps(whole), date.fromisoformat(case["on"])))
    return tuple(dict.fromkeys(found))


@cache
def _cases(stem: str) -> list[dict[str, Any]]:
    return cast(
        "list[dict[str, Any]]",
        yaml.load((FOLDER / f"{stem}.yml").read_text("utf-8"), yaml.BaseLoader),
    )


def declared_fields(inputs: type[Any], at: str = "") -> Iterator[str]:
    """Every field that a form has, a column of a list as `debts.N.balance`; words decide no number."""
    for name, spec in specs(inputs).items():
        if spec.kind not in ("part", "text"):
            yield at + name
        if spec.row:
            step = "N." if spec.kind == "rows" else ""
            yield from declared_fields(spec.row, f"{at}{name}.{step}")


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


def says_no_more(value: str, before: str) -> bool:
    """Whether every sentence was said before; a figure that has changed is no sentence."""
    sentences = SENTENCE.findall(value)
    return bool(sentences) and set(sentences) <= set(SENTENCE.findall(before))


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
    named = f"还没说：{spec.label.rstrip('？')}" in after.headline
    if spec.needed and old != new and (named or all(map(ASKS.search, other.values()))):
        return f"asks: {after.headline}"
    if all(says_no_more(value, old.get(key, "")) for key, value in other.items()):
        return "no difference" if old == new else "says less, changes nothing"
    mine = [each for each in after.assumed if each.field == dotted or each.label == spec.label]
    if not mine:
        mine = [each for each in after.assumed if each.field.rpartition(".")[2] == path[-1]]
    if mine:
        return f"says: {assumed_words(mine)}"
    beside = {f.key: f.meaning for f in after.figures if MISSING.search(f.meaning)}
    silent = [key for key, value in other.items() if key not in beside and not ASKS.search(value)]
    return SILENT if silent else "; ".join(
        f"says: {beside[key]}" if key in beside else f"asks: {value}" for key, value in other.items()
    )  # fmt: skip


def other_values(spec: Spec, typed: object) -> list[object]:
    """What else a reader may have put where `typed` stands: often that is only what the form opens with."""
    if spec.fills:
        return []  # it speaks for other fields, and nobody need pick one
    if spec.kind == "choice":
        return [each for each in spec.choices if each != typed]
    if spec.kind == "flag":
        return [True, False]
    few = {"money": "123.45 5000", "rate": "0.02% 7% 90%", "number": "1 3", "count": "1 7 30"}
    return [*few.get(spec.kind, "").split()]


def when_it_counts(wholes: list[Whole], path: Path, spec: Spec) -> Iterator[str]:
    """What happens to answers that another value in this field has changed."""
    for whole in wholes:
        for value in other_values(spec, whole.raw.get(str(path[0]))):
            raw = changed(whole.raw, path, value)
            answer = _answer(whole.id, raw, whole.on)
            if answer and said(answer) != said(whole.answer):
                yield outcome(Whole(whole.id, raw, whole.on, answer), path, spec, None)


def outcomes(id: str) -> dict[str, set[str]]:
    """By field, all that happens over all whole questions, whether emptied or not there at all."""
    found: dict[str, set[str]] = {}
    seen: dict[str, tuple[Path, Spec, list[Whole]]] = {}
    for text, on in full(id):
        raw: Raw = json.loads(text)
        whole = Whole(id, raw, on, tool(id).run(raw, on))
        for path, spec in fields(tool(id).inputs, raw):
            name = ".".join("N" if isinstance(step, int) else step for step in path)
            if spec.kind == "text":
                continue
            for nothing in ([] if spec.kind == "rows" else "", None):
                found.setdefault(name, set()).add(outcome(whole, path, spec, nothing))
            seen.setdefault(name, (path, spec, []))[2].append(whole)
    for name, (path, spec, wholes) in seen.items():
        if not any(each.startswith("says") for each in found[name]):
            these = [each for each in wholes if has(each.raw, path)][:WHOLES]
            found[name] |= set(islice(when_it_counts(these, path, spec), 3))
    return found


def has(raw: Raw, path: Path) -> bool:
    """Whether a question holds the field: the line of a list may be missing in another one."""
    holder: Any = raw
    for step in path:
        if isinstance(step, int) and step >= len(holder):
            return False
        holder = holder[step] if isinstance(step, int) else holder.get(step)
        if holder is None:
            return False
    return True


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
    assert not sorted(set(declared_fields(tool(id).inputs)) - found.keys()), "in no case filled in"
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


def test_what_is_only_passed_on_is_not_said_to_be_counted() -> None:
    """What was approved goes to the month's income, on another page; here nothing counts it."""
    for typed in ({"sudden": "yes"}, {"income": [{"amount": "3", "steady": "irregular"}]}):
        assert tool("benefits").run(typed, ON).assumed == ()
