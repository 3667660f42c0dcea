"""Fills the templates: the form a reader types into and the result beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from calculators import rules
from calculators.answer.json import plain
from calculators.answer.result import Result, Table, Unit, Value
from calculators.answer.wording import show
from calculators.form import reading
from calculators.form.declare import Spec, fact_of, specs
from calculators.tool import Tool
from calculators.view.chart import points, svg

_NUMERIC = {Unit.YUAN, Unit.RATE, Unit.DAYS, Unit.MONTHS, Unit.COUNT, Unit.MULTIPLE}


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
    environment.filters.update(show=show, plain=plain, svg=svg, points=points)
    environment.globals.update(numeric=_NUMERIC, body=_body, shown=_shown, specs=specs)
    environment.globals.update(fact=_fact)
    return environment


def _fact(tool: Tool, name: str) -> str:
    return fact_of(tool.id, tool.inputs, name)


def output(result: Result, *, root: str = "", prefix: str = "") -> str:
    """The inner HTML of ``<output>``.

    ``root`` is the relative path to the top of the site (``../../``); ``prefix`` makes element ids
    unique where a page holds several blocks.
    """
    template = _environment().get_template("result.html")
    return template.render(result=result, root=root, prefix=prefix, cite=_cite)


def form(tool: Tool, typed: Mapping[str, Any], *, on: date, prefix: str = "") -> str:
    """The ``<form>`` of a tool, filled with what the page's author typed; the answer is for ``on``."""
    template = _environment().get_template("form.html")
    groups = _grouped(specs(tool.inputs))
    return template.render(tool=tool, groups=groups, typed=typed, on=on, prefix=prefix)


def _grouped(declared: Mapping[str, Spec]) -> dict[str, dict[str, Spec]]:
    groups: dict[str, dict[str, Spec]] = {"": {}}
    for name, spec in declared.items():
        groups.setdefault(spec.group, {})[name] = spec
    return groups


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
    starts = ['<td class="hq-number">' if unit in _NUMERIC else "<td>" for unit in units]
    rows = []
    for row in table.rows:
        # Only text can hold what means something in HTML: numbers and dates are ours.
        cells = [
            f"{start}{escape(shown) if isinstance(value, str) else shown}</td>"
            for start, value, shown in zip(starts, row, _bare(row, units), strict=True)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return Markup("\n".join(rows))


def _bare(row: tuple[Value, ...], units: Sequence[Unit]) -> Iterator[str]:
    return (show(value, unit, bare=True) for value, unit in zip(row, units, strict=True))


def _cite(rule_id: str) -> rules.Rule:
    """A rule's name and place in the site, which do not change from day to day."""
    return rules.at(date.max)[rule_id]
