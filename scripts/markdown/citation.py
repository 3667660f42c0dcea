"""Rules of law in the text: a citation, a dated value, or the whole list of one category."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import escape
from itertools import groupby

from calculators import rules
from calculators.result import Unit
from calculators.rules import NotInForce, Parameter, Rule, UnknownRule, Value
from calculators.view import show
from scripts.markdown.source import Page

REPORTED = "据报道"
_UNITS = {
    "rate": Unit.RATE,
    "multiple": Unit.MULTIPLE,
    "yuan": Unit.YUAN,
    "days": Unit.DAYS,
    "months": Unit.MONTHS,
}
_SUFFIX = {"years": " 年"}


def inline(page: Page, index: int, rule_id: str, parameter: str | None) -> str:
    """A link to the rule, or the value of one of its parameters on the page's day.

    Raises ``PageError`` for an unknown rule or parameter, and for a value not in force that day.
    """
    try:
        rule = rules.at(page.on)[rule_id]
        return _link(page, rule) if parameter is None else _dated(rule, parameter)
    except UnknownRule as problem:
        raise page.fail(index, str(problem)) from None
    except NotInForce as problem:
        raise page.fail(index, str(problem)) from None
    except KeyError as problem:
        known = ", ".join(rule.parameters) or "none"
        raise page.fail(index, f"{problem.args[0]}; there are {known}") from None


def _link(page: Page, rule: Rule) -> str:
    """The source as people cite it: 《title》article, marked when we have not read it ourselves."""
    href = f"{page.root}rights/{rule.category}/#{rule.id}"
    reported = f"{REPORTED}，" if rule.status == "uncertain" else ""
    words = f"《{rule.title}》{rule.article or ''}"
    return f'{reported}<a class="hq-rule" href="{href}">{escape(words)}</a>'


def _dated(rule: Rule, parameter: str) -> str:
    since, value = rule.dated(parameter)
    shown = escape(worded(value, rule.parameters[parameter].unit))
    return f'<data data-rule="{rule.id}.{parameter}" title="自 {since} 起">{shown}</data>'


def worded(value: Value, unit: str) -> str:
    """A rule's value as a reader sees it: ``24%``, ``3 天``, ``22:00``, ``是``."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, Decimal):
        return show(value, _UNITS.get(unit, Unit.COUNT)) + _SUFFIX.get(unit, "")
    return show(value, Unit.DATE) if isinstance(value, date) else str(value)


def listing(page: Page, index: int, category: str) -> list[str]:
    """Every rule of a category as Markdown, so that its headings reach contents and search."""
    wanted = category.strip()
    found = [rule for rule in rules.at(page.on).all() if rule.category == wanted]
    if not found:
        known = ", ".join(sorted({rule.category for rule in rules.at(page.on).all()}))
        raise page.fail(index, f"there are no rules of category {wanted!r}; there are {known}")
    return [line for rule in found for line in _entry(rule)]


def _entry(rule: Rule) -> Iterator[str]:
    yield from (f"## {rule.name} {{#{rule.id}}}", "")
    if rule.status == "uncertain":
        yield from (f"{REPORTED}；我们没有读到原文，以合同和官方为准。", "")
    yield from (rule.plain, "")
    for parameter in rule.parameters.values():
        yield from _history(parameter)
    yield from ("", f"来源：{_source(rule)}", "", _checked(rule), "")


def _source(rule: Rule) -> str:
    reference = rule.reference
    words = f"《{reference.title}》{reference.article or ''}"
    issued = "，".join(filter(None, (reference.issuer, reference.number)))
    linked = f"[{words}]({reference.href})" if reference.href else words
    return f"{linked}（{issued}）" if issued else linked


def _checked(rule: Rule) -> str:
    return f"我们核对于 {rule.checked_on}，下次核对不晚于 {rule.check_by}。"


def _history(parameter: Parameter) -> Iterator[str]:
    """The changes of value through time, newest first; a scale has a table of its own kind."""
    if parameter.unit == "scale":
        return
    changes = [next(same) for _, same in groupby(parameter.values, key=lambda dated: dated[1])]
    for since, value in reversed(changes):
        shown = "不再适用" if value is None else worded(value, parameter.unit)
        yield f"- {parameter.label}：{shown}（{since} 起）"
