"""Fills the templates: the form a reader types into and the result beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from calculators import rules
from calculators.answer.json import plain
from calculators.answer.result import Result, Table, Unit, Value
from calculators.answer.wording import assumed_words, show
from calculators.form import reading
from calculators.form.bill import can_paste
from calculators.form.declare import Spec, asked, fact_of, specs
from calculators.form.echo import echo
from calculators.tool import Tool
from calculators.view.chart import points, svg
from calculators.view.phones import dial, linked

# A form opens with at most so many fields: more is a wall to somebody in fear.
MOST_AT_FIRST = 7
_MORE = "更多"
MOST_CARDS = 60
"""A longer table stays one on a phone too: cards would make a scroll without end."""
FIGURES_AT_FIRST = 3

_NTH = "第几"
_NUMERIC = {Unit.YUAN, Unit.RATE, Unit.SHARE, Unit.DAYS, Unit.MONTHS, Unit.COUNT, Unit.MULTIPLE}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(cite=_cite, show=show, plain=plain, svg=svg, points=points)
    environment.filters.update(assumed_words=assumed_words, spaced=" ".join, linked=linked)
    environment.globals.update(numeric=_NUMERIC, body=_body, shown=_shown, specs=specs)
    environment.globals.update(fact=_fact, fills=_fills, can_paste=can_paste, echo=echo)
    environment.globals.update(
        is_example=_is_example, is_cards=_is_cards, line_words=_line_words, grouped=_grouped
    )
    return environment


def _fact(tool: Tool, name: str) -> str:
    return fact_of(tool.id, tool.inputs, name)


def _fills(tool: Tool, spec: Spec) -> str:
    """What each choice says of other inputs, as their controls would show it: JSON for the script."""
    declared = specs(tool.inputs)
    shown = {
        chosen: {
            name: _shown(declared[name], value) for name, value in said.items() if name in declared
        }
        for chosen, said in spec.fills.items()
    }
    return json.dumps(shown, ensure_ascii=False)


def output(result: Result, *, root: str = "", prefix: str = "") -> str:
    """The inner HTML of ``<output>``.

    ``root`` is the relative path to the top of the site (``../../``); ``prefix`` makes element ids
    unique where a page holds several blocks.
    """
    template = _environment().get_template("result.html")
    said = [figure for figure in result.listed if figure.value is not None]
    unsaid = [figure for figure in result.listed if figure.value is None and figure.meaning]
    html = template.render(
        result=result,
        first=said[:FIGURES_AT_FIRST],
        rest=[*said[FIGURES_AT_FIRST:], *unsaid],
        is_empty=not said,
        root=root,
        prefix=prefix,
    )
    return dial(html)


def form(tool: Tool, typed: Mapping[str, Any], *, on: date, prefix: str = "") -> str:
    """The ``<form>`` of a tool, filled with what the page's author typed; the answer is for ``on``."""
    template = _environment().get_template("form.html")
    declared = specs(tool.inputs)
    return template.render(
        tool=tool,
        groups=_few_first(_grouped(declared)),
        typed=typed,
        on=on,
        prefix=prefix,
        open_lines=_open_lines(declared, typed),
        has_example=_has_example(declared, typed),
        asked=asked(declared, typed),
    )


def _grouped(declared: Mapping[str, Spec]) -> dict[str, dict[str, Spec]]:
    groups: dict[str, dict[str, Spec]] = {"": {}}
    for name, spec in declared.items():
        groups.setdefault(spec.group, {})[name] = spec
    return groups


def _few_first(groups: dict[str, dict[str, Spec]]) -> dict[str, dict[str, Spec]]:
    """Where a form would open with too many fields, the last of those that may stay empty go below."""
    first, more = dict(groups[""]), dict[str, Spec]()
    for name, spec in reversed(groups[""].items()):
        if sum(map(_fields, first.values())) <= MOST_AT_FIRST:
            break
        if spec.optional and not spec.when and spec.kind not in ("rows", "part"):
            more = {name: first.pop(name), **more}
    rest = {group: fields for group, fields in groups.items() if group}
    return {"": first, **({_MORE: more} if more else {}), **rest}


def _fields(spec: Spec) -> int:
    """How many fields it opens with; a list's are counted by ``_open_lines``, a box to tick is no labour.

    A field that waits for an answer comes alone, after it.
    """
    if spec.kind in ("rows", "flag") or spec.when:
        return 0
    return len(specs(spec.row)) if spec.kind == "part" and spec.row else 1


def _open_lines(declared: Mapping[str, Spec], typed: Mapping[str, Any]) -> dict[str, int]:
    """How many lines of each list stand open: as many as leave the form short; one more is a tap away."""
    outside = {name: spec for name, spec in declared.items() if not spec.group}
    room = MOST_AT_FIRST - sum(map(_fields, outside.values()))
    opened: dict[str, int] = {}
    for name, spec in outside.items():
        if spec.kind != "rows" or spec.row is None:
            continue
        each = sum(1 for cell in specs(spec.row).values() if not cell.group)
        opened[name] = min(len(_lines(spec, typed.get(name))), max(0, room // each))
        room -= opened[name] * each
    return opened


def _lines(spec: Spec, typed: Any) -> Sequence[Mapping[str, Any]]:
    return cast("Sequence[Mapping[str, Any]]", spec.default if typed is None else typed)


def _line_words(spec: Spec, line: Mapping[str, Any]) -> str:
    """A line of a list in a few words: its name and its first sum."""
    declared = specs(cast("type[Any]", spec.row))
    names = [str(line[n]) for n, cell in declared.items() if cell.kind == "text" and line.get(n)]
    sums = [
        str(line[n])
        for n, cell in declared.items()
        if cell.kind == "money" and str(line.get(n) or "").strip("0.")
    ]
    return " ".join([*names[:1], *sums[:1]])


_ASKED = ("money", "rate", "day", "count", "number")


def _is_example(spec: Spec, typed: object) -> bool:
    """Whether a number stands in the control that is not the reader's; zero is nobody's."""
    shown = _shown(spec, typed) if spec.kind in _ASKED else ""
    return shown != "" and shown.strip("0.") != ""


def _has_example(declared: Mapping[str, Spec], typed: Mapping[str, Any]) -> bool:
    for name, spec in declared.items():
        said = typed.get(name)
        if spec.kind == "rows":
            inner = specs(cast("type[Any]", spec.row))
            if any(_has_example(inner, line) for line in _lines(spec, said)):
                return True
        elif spec.kind == "part":
            if _has_example(specs(cast("type[Any]", spec.row)), cast("Any", said) or {}):
                return True
        elif _is_example(spec, said):
            return True
    return False


def _shown(spec: Spec, typed: object) -> str:
    """What stands in the control: the default until something was typed; rates in percent."""
    value = spec.default if typed is None else typed
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return _percent(value) if spec.kind == "rate" else str(value)


def _percent(value: object) -> str:
    try:
        return f"{(reading.rate(value) * 100).normalize():f}"
    except reading.Unreadable:
        return str(value)


def _body(table: Table) -> Markup:
    """A table's rows in one string: six times faster than a template loop for 360 rows."""
    units = [column.unit for column in table.columns]
    starts = _starts(table)
    rows = []
    for row in table.rows:
        # Only text can hold what means something in HTML: numbers and dates are ours.
        cells = [
            f"{start}{escape(shown) if isinstance(value, str) else shown}</td>"
            for start, value, shown in zip(starts, row, _bare(row, units), strict=True)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return Markup("\n".join(rows))


def _is_cards(table: Table) -> bool:
    """Whether a phone shows each row as a card: a table that is too wide, and not endless."""
    return len(table.columns) > 2 and len(table.rows) <= MOST_CARDS


def _starts(table: Table) -> list[str]:
    """The opening tag of each column's cells; in a card every cell names itself."""
    cards, answer = _is_cards(table), _answer_of(table)
    starts = []
    for n, column in enumerate(table.columns):
        classes = ["hq-number"] if column.unit in _NUMERIC else []
        if cards and column.key == answer:
            classes.append("hq-answer")
        label = f' data-label="{escape(column.label)}"' if cards and n else ""
        if cards and not n and column.label.startswith(_NTH):  # a card goes by 第 3 期
            label = f' data-nth="{escape(column.label.removeprefix(_NTH))}"'
        starts.append(f'<td class="{" ".join(classes)}"{label}>' if classes else f"<td{label}>")
    return starts


def _answer_of(table: Table) -> str:
    sums = [column.key for column in table.columns if column.unit is Unit.YUAN]
    return table.answer or next(iter(sums), table.columns[-1].key)


def _bare(row: tuple[Value, ...], units: Sequence[Unit]) -> Iterator[str]:
    return (show(value, unit, bare=True) for value, unit in zip(row, units, strict=True))


def _cite(rule_id: str) -> rules.Rule:
    """A rule's name and place in the site, which do not change from day to day."""
    return rules.at(date.max)[rule_id]
