"""The numbers of a rule as Markdown: tariffs, changes through time, and what never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from calculators.answer.result import Unit
from calculators.rules import Parameter, Rule, Scale, Value
from calculators.view import show
from scripts.generator.markdown.citation import worded

_CODE = re.compile(r"[a-z_]{3,}")  # a value only calculators read; the plain words say the same
_LONG_TABLE_ROWS = 12


def readable(rule: Rule) -> list[Parameter]:
    """The parameters of a rule that are written for people."""
    return [p for p in rule.parameters.values() if not any(_is_code(v) for _, v in p.values)]


def steps(parameter: Parameter) -> list[tuple[date, Value | None]]:
    """The values of a parameter without those that only repeat the one before."""
    return [next(same) for _, same in groupby(parameter.values, key=lambda dated: dated[1])]


def shown(value: Value | None, unit: str) -> str:
    """A value in words; None is a rule that has ended."""
    return "不再适用" if value is None else worded(value, unit)


def row(cells: Sequence[str]) -> str:
    """One row of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def tables(rule: Rule) -> Iterator[str]:
    """A table for each tariff, and one for all numbers that are published on the same days."""
    for parameter in readable(rule):
        if isinstance(parameter.values[-1][1], Scale):
            yield from _brackets(parameter)
    changed = [p for p in readable(rule) if len(steps(p)) > 1]
    for _, group in groupby(changed, key=lambda p: [dated[0] for dated in p.values]):
        yield from _history(list(group))


def constants(rule: Rule) -> Iterator[str]:
    """A line for each number that never changed; it says since when if not since the rule began."""
    for parameter in readable(rule):
        since, value = parameter.values[0]
        if len(steps(parameter)) == 1 and not isinstance(value, Scale):
            own_day = since not in (date.min, rule.effective_from)
            from_when = f"（{_on(since)}起）" if own_day else ""
            yield f"{parameter.label}：{shown(value, parameter.unit)}{from_when}"


def _history(parameters: Sequence[Parameter]) -> Iterator[str]:
    """The changes through time, newest first; a long table opens at the reader's wish."""
    days = sorted({since for p in parameters for since, _ in steps(p)}, reverse=True)
    head = ["从哪天起", *(parameter.label for parameter in parameters)]
    lines = [row(head), row(["---"] * len(head))]
    for day in days:
        values = [(dict(p.values)[day], p.unit) for p in parameters]
        lines.append(row([_on(day), *(shown(value, unit) for value, unit in values)]))
    yield ""
    if len(days) > _LONG_TABLE_ROWS:
        yield from (f'??? note "历次变动（{len(days)} 次）"', "")
        lines = [f"    {line}" for line in lines]
    yield from (*lines, "")


def _brackets(parameter: Parameter) -> Iterator[str]:
    since, scale = parameter.values[-1]
    assert isinstance(scale, Scale)
    yield from ("", f"{parameter.label}，{_on(since)}起：", "")
    yield from (row(["金额", "固定收", "这一段另按比例"]), row(["---"] * 3))
    for each in scale.brackets:
        upper = f"到 {_yuan(each.up_to)}" if each.up_to else "以上"
        yield row(
            [_yuan(each.over) + upper, _yuan(each.flat), show(each.rate, Unit.RATE, exact=True)]
        )
    yield ""
    if scale.cap:
        yield from (f"最多收 {_yuan(scale.cap)}。", "")


def _is_code(value: Value | None) -> bool:
    items = value if isinstance(value, tuple) else (value,)
    return any(isinstance(item, str) and bool(_CODE.fullmatch(item)) for item in items)


def _yuan(amount: Decimal) -> str:
    """Round sums of a tariff, without idle decimals: ``10,000 元``."""
    return f"{amount:,f} 元"


def _on(day: date) -> str:
    return show(day, Unit.DATE)
