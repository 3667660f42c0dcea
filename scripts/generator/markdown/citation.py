"""Rules of law in the text: a mark of how sure the sentence is, a source by its name, a dated value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from html import escape

from calculators import rules
from calculators.answer.result import Unit
from calculators.rules import NotInForce, Rule, UnknownRule, Value
from calculators.view import show
from scripts.generator.markdown.page_file import Page

# A bracket that holds nothing but citations: `（{{ rule("a") }}；{{ rule("b") }}）`.
BRACKET = re.compile(r"""（\s*(?:\{\{\s*rule\(\s*["'][\w.-]+["']\s*\)\s*\}\}[；、，\s]*)+）""")
_CITED = re.compile(r"""rule\(\s*["']([\w.-]+)""")
# What leads to a rule that bears no mark: our own reasoning, and what a telephone number is for.
_WAY = {"reasoned": "为什么", "number": "管什么"}
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
    """A rule's source by its name, or the value of one of its parameters on the page's day.

    Raises ``PageError`` for an unknown rule or parameter, and for a value not in force that day.
    """
    rule = _rule(page, index, rule_id)
    if parameter is None:
        mark = f" {marked(rule)}" if "reported" in rule.sure else ""
        return f'<a class="hq-rule" href="{address(page, rule)}">{escape(called(rule))}</a>{mark}'
    try:
        return _dated(rule, parameter)
    except NotInForce as problem:
        raise page.fail(index, str(problem)) from None
    except KeyError as problem:
        known = ", ".join(rule.parameters) or "none"
        raise page.fail(index, f"{problem.args[0]}; there are {known}") from None


def bracket(page: Page, index: int, text: str) -> str:
    """The marks that stand for a bracket of citations: one for each way of being sure.

    Each leads to the first rule that bears it and names all that do; the sources themselves stand in
    the fold at the end of the section. Raises ``PageError`` for an unknown rule.
    """
    borne = by_mark(_rule(page, index, rule_id) for rule_id in _CITED.findall(text))
    return "".join(" " + _mark(page, words, bearers) for words, bearers in borne.items())


def by_mark(cited: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The words a bracket of citations is printed as, each with the rules that bear it."""
    borne: dict[str, list[Rule]] = {}
    for rule in cited:
        borne.setdefault(rule.mark or _WAY[rule.reference.kind], []).append(rule)
    return borne


def printed(text: str, book: Mapping[str, Rule]) -> str:
    """A line with every bracket of citations as a reader sees it, without its links."""

    def marks(found: re.Match[str]) -> str:
        return "".join(by_mark(book[each] for each in _CITED.findall(found[0]) if each in book))

    return BRACKET.sub(marks, text)


def _mark(page: Page, words: str, bearers: list[Rule]) -> str:
    sure = f' data-sure="{" ".join(bearers[0].sure)}"' if bearers[0].sure else ""
    ids = " ".join(rule.id for rule in bearers)
    title = escape("；".join(map(called, bearers)))
    kind = "hq-sure" if sure else "hq-about"
    return (
        f'<a class="hq-rule {kind}"{sure} data-rules="{ids}" href="{address(page, bearers[0])}"'
        f' title="{title}">{words}</a>'
    )


def marked(rule: Rule) -> str:
    """The mark of a rule where its name stands beside it; empty for one that bears none."""
    if not rule.sure:
        return ""
    return f'<span class="hq-sure" data-sure="{" ".join(rule.sure)}">{rule.mark}</span>'


def address(page: Page, rule: Rule) -> str:
    """Where the rule stands in the site, from the page."""
    return f"{page.root}rights/{rule.category}/#{rule.id}"


def _rule(page: Page, index: int, rule_id: str) -> Rule:
    try:
        return rules.at(page.on)[rule_id]
    except UnknownRule as problem:
        raise page.fail(index, str(problem)) from None


def called(rule: Rule) -> str:
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
