"""Common cases of a calculator as tables in its page, for readers whose browser cannot calculate."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

from calculators import view
from calculators.answer.result import Figure, Result, Unit
from calculators.form import reading
from calculators.form.declare import Spec, specs
from calculators.form.unsaid import held
from calculators.tool import FIRST_STEP, Cases, Common, Tool

__all__ = ["Common", "html", "with_typed"]

TITLE = "不能算？常见的数在这里"
_SAYS = "别的数照上面的例子："
_FIRST = "先做什么"


def html(tool: Tool, inputs: Mapping[str, Any], on: date) -> str:
    """The folded tables, or nothing for a tool without; raises ``InputErrors`` for a case it refuses."""
    if not tool.common:
        return ""
    example = held(tool.inputs, inputs)
    tables = "\n".join(_table(tool, each, example, on) for each in tool.common)
    return (
        '<details class="hq-common" data-search-exclude="true">\n'
        f"<summary>{TITLE}</summary>\n{tables}\n</details>"
    )


def _table(tool: Tool, common: Common, example: Mapping[str, Any], on: date) -> str:
    down = _spec(tool.inputs, common.down.name)
    if common.today:
        example = {**example, common.today: on.isoformat()}
    rows = [
        (
            _typed(down, typed),
            list(_cells(tool, common, with_typed(example, common.down, typed), on)),
        )
        for typed in common.down.typed
    ]
    corner = common.down.label or down.label
    heads = [label for label, _ in rows[0][1]]
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in (corner, *heads))
    body = "\n".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f'<td data-label="{escape(head)}">{escape(cell)}</td>' for head, cell in cells)
        + "</tr>"
        for name, cells in rows
    )
    caption = _caption(tool, common, example, on)
    of = f"{caption.partition('。')[0]}，" if common.across else ""
    named = escape(f"{of}{corner}：{'、'.join(heads)}")
    return (
        f'<p>{escape(caption)}</p>\n<div class="hq-scroll" tabindex="0" role="region"'
        f' aria-label="{named}"><table data-cards>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _cells(
    tool: Tool, common: Common, inputs: Mapping[str, Any], on: date
) -> Iterator[tuple[str, str]]:
    """Of one row each column's heading and what stands below it."""
    if common.across is None:
        result = tool.run(inputs, on)
        for key in common.figures:
            yield _shown(result, key)
        return
    spec = _spec(tool.inputs, common.across.name)
    (key,) = common.figures
    for typed in common.across.typed:
        result = tool.run(with_typed(inputs, common.across, typed), on)
        yield _typed(spec, typed), _shown(result, key)[1]


def _shown(result: Result, key: str) -> tuple[str, str]:
    if key == FIRST_STEP:
        return _FIRST, result.steps[0].text
    figure = result.figure(key)
    return figure.label, view.show(figure.value, figure.unit)


def _caption(tool: Tool, common: Common, example: Mapping[str, Any], on: date) -> str:
    """What the cells are, and on what they rest that no row and no column says."""
    of = ""
    if common.across is not None:
        figure: Figure = tool.run(example, on).figure(common.figures[0])
        across = common.across.label or _spec(tool.inputs, common.across.name).label
        of = f"{figure.label}，按“{across}”分开列。"
    moved = {cases.name for cases in (common.down, common.across) if cases} | {common.today}
    said = [
        f"“{spec.label}”填 {_typed(spec, str(example[name]))}"
        for name, spec in specs(tool.inputs).items()
        if name not in moved and _counts(spec, example.get(name))
    ]
    return f"{of}{_SAYS}{'，'.join(said)}。" if said else f"{of}{_SAYS.rstrip('：')}。"


def _counts(spec: Spec, value: object) -> bool:
    """Whether what the example has typed there weighs on the answer."""
    numbers = spec.kind in ("money", "rate", "count", "number", "day")
    return numbers and value not in (None, "", 0, "0")


def _spec(inputs: type[Any], name: str) -> Spec:
    """The declaration of an input inside parts and lists."""
    first, *way = [step for step in name.split(".") if not step.isdigit()]
    found = specs(inputs)[first]
    for step in way:
        found = specs(_row(found))[step]
    return found


def _row(spec: Spec) -> type[Any]:
    assert spec.row is not None, spec.label
    return spec.row


def with_typed(inputs: Mapping[str, Any], cases: Cases, typed: str) -> dict[str, Any]:
    """The inputs with one of them typed anew."""
    changed = copy.deepcopy(dict(inputs))
    *way, name = cases.name.split(".")
    holder: Any = changed
    for step in way:
        holder = holder[int(step) if step.isdigit() else step]
    holder[name] = typed
    return changed


def _typed(spec: Spec, typed: str) -> str:
    """As a heading has it: ``5,000 元``, ``30 天``, ``支付令``."""
    if spec.kind == "choice":
        return spec.choices[typed].partition("（")[0]
    if spec.kind == "money":
        return view.show(reading.amount(typed), Unit.YUAN).replace(".00 ", " ")
    if spec.kind == "rate":
        return view.show(reading.rate(typed), Unit.RATE, exact=True)
    return f"{typed} {spec.unit}".strip()
