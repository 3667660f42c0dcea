"""Rules of law in the text: a citation or a dated value."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html import escape

from calculators import rules
from calculators.answer.result import Unit
from calculators.rules import NotInForce, Rule, UnknownRule, Value
from calculators.view import show
from scripts.generator.markdown.source import Page

REPORTED = "据报道"
_DOCUMENT = re.compile(r"(?:法|条例|办法|规定|解释|通知|指引)(?:（[^）]*）)?$")
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
    """The source as people call it, marked when we have not read it ourselves."""
    href = f"{page.root}rights/{rule.category}/#{rule.id}"
    reported = f"{REPORTED}，" if rule.status == "uncertain" else ""
    title = escape(named(rule))
    return f'{reported}<a class="hq-rule" href="{href}" title="{title}">{escape(_called(rule))}</a>'


def _called(rule: Rule) -> str:
    """The source by its everyday name, which fits on a phone; the rights page has it in full."""
    short = rule.reference.short
    if not short:
        return named(rule)
    title = short if short.endswith("号") else f"《{short}》"  # a document's number takes no marks
    return f"{title}{rule.article or ''}"


def named(rule: Rule) -> str:
    """The title and article; a document's title stands in 《》, a hotline's or a report's does not."""
    document = rule.article or rule.reference.number or _DOCUMENT.search(rule.title)
    return (f"《{rule.title}》" if document else rule.title) + (rule.article or "")


def _dated(rule: Rule, parameter: str) -> str:
    since, value = rule.dated(parameter)
    shown = escape(worded(value, rule.parameters[parameter].unit))
    title = f' title="自 {since} 起"' if since > date.min else ""
    return f'<data data-rule="{rule.id}.{parameter}"{title}>{shown}</data>'


def worded(value: Value, unit: str) -> str:
    """A rule's value as a reader sees it: ``24%``, ``3 天``, ``22:00``, ``是``."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, Decimal):
        return show(value, _UNITS.get(unit, Unit.COUNT)) + _SUFFIX.get(unit, "")
    return show(value, Unit.DATE) if isinstance(value, date) else str(value)
