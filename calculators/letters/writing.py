"""Fills a letter in: the reader's figures, the rules of the day, and lines for what is empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import SimpleNamespace
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, meta, nodes

from calculators import rules
from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.finance.money import total
from calculators.form.declare import Spec, specs
from calculators.law.clocks import Facts, distance
from calculators.law.papers import PAPERS, days
from calculators.letters.letter_file import Piece, Source

BLANK = "＿＿＿＿"
_BLANK_ROWS = 3
FEW = 10
"""How many rows of a long list stand in the letter itself; the rest follows it."""
_ASK_RULES = ("rule", "number", "cite")
_CALLS = {*_ASK_RULES, "last_day"}
_WORDS = {"percent", "total", "defined", "none"}
_PARTS = (
    *(nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.For, nodes.Assign),
    *(nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or),
    *(nodes.Add, nodes.Sub, nodes.Mul),
)
"""What a letter is made of; calls, filters, tests and attributes each have their own list."""
_GIVEN = {*_ASK_RULES, "last_day", "on", "few"}
_LENGTHS = ("days", "months", "years")
_REVISION = re.compile(r"（\d{4}年.*修[正订]）$")
_INNER_TITLE = str.maketrans("《》", "〈〉")


@dataclass(frozen=True)
class Letter:
    """A letter ready to be filled in."""

    source: Source
    templates: Mapping[Piece, Template]
    asked: frozenset[tuple[str, str]]
    """The rules whose figures it writes, each with the name of the figure."""

    def fill(self, inputs: object, on: date) -> Callable[[Piece], str]:
        """A function that writes out one piece of this letter for ``inputs`` on the day ``on``.

        Raises NotInForce before anything is written: within a template an error costs modules of
        Jinja that readers are not sent.
        """
        book = rules.at(on)
        for id, name in self.asked:
            if book[id].parameters[name].unit not in _LENGTHS:
                book[id].value(name)
        context = _values(inputs) | _asking(on)
        return lambda piece: self.templates[piece].render(context).strip()


@cache
def prepare(source: Source) -> Letter:
    """Check and compile every text of the letter; raises ``LetterFileError``."""
    used: set[str] = set()
    asked: set[tuple[str, str]] = set()
    templates = {}
    for piece in source.pieces():
        try:
            tree = _environment().parse(piece.text)
        except TemplateSyntaxError as problem:
            raise source.fail(piece.line + problem.lineno - 1, str(problem.message)) from None
        # First of all: Jinja works out what is constant, a billion letters too, as soon as it looks at a tree.
        _check_reach(source, piece, tree)
        used |= meta.find_undeclared_variables(tree) - _GIVEN
        _check_rules(source, piece, tree)
        asked |= set(_figures(tree))
        templates[piece] = _environment().from_string(piece.text)
    _check_fields(source, used)
    return Letter(source, templates, frozenset(asked))


@cache
def _environment() -> Environment:
    """Plain text, so nothing is escaped here; what is shown in a page is escaped by the view.

    A letter looks like harmless words in a review, so it is given no way to Python's own machinery.
    """
    environment = Environment(
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    environment.filters.update(percent=_percent, total=_total)
    return environment


def _written(value: object) -> object:
    """How a value stands in a letter; what is empty becomes a line to write on."""
    if value is None or value == "":
        return BLANK
    if isinstance(value, Decimal):
        return show(value, Unit.YUAN, bare=True)
    return show(value, Unit.DATE) if isinstance(value, date) else value


def _percent(value: Decimal | None) -> str | None:
    return None if value is None else show(value, Unit.RATE, exact=True)


def _total(rows: Iterable[object], name: str) -> Decimal | None:
    """The sum of a column in yuan, or nothing when no row has a value there."""
    values = [value for row in rows if (value := getattr(row, name)) is not None]
    return total(values) if values else None


def _values(inputs: Any) -> dict[str, object]:
    """The inputs by name; an empty table becomes a few empty rows to write on."""
    declared = specs(type(inputs))
    values = {f.name: getattr(inputs, f.name) for f in fields(inputs)}
    return {name: value or _empty(declared[name], value) for name, value in values.items()}


def _empty(spec: Spec, value: object) -> object:
    if spec.kind != "rows":
        return value
    row = SimpleNamespace(**dict.fromkeys(specs(cast("type[Any]", spec.row))))
    return (row,) * _BLANK_ROWS


def _asking(on: date) -> dict[str, object]:
    """The day ``on`` and what a letter may ask of the rules as they stand on it."""
    book = rules.at(on)

    def rule(id: str, name: str) -> str:
        held, unit = book[id], book[id].parameters[name].unit
        if unit in _LENGTHS:  # before its first day its first length, as the clocks have it
            held = rules.at(max(on, held.effective_from or on))[id]
        return show(held.number(name), Unit.RATE if unit == "rate" else Unit.COUNT, exact=True)

    def number(id: str, name: str) -> Decimal:
        return book[id].number(name)

    def cite(id: str, article: bool = True) -> str:
        return _cited(book[id], article)

    def last_day(paper: str, received_on: date | None, stated_days: int | None = None) -> str:
        return _last_day(paper, Facts(received_on=received_on, stated_days=stated_days), on)

    return {
        "on": on,
        "few": FEW,
        "rule": rule,
        "number": number,
        "cite": cite,
        "last_day": last_day,
    }


def _last_day(paper: str, facts: Facts, on: date) -> str:
    """The earliest last day of a paper in words, and what to do if it has passed or may be shorter."""
    if facts.received_on is None:
        return "填上哪天收到的，才算得出最后一天。记不清，填最早可能的一天。"
    found = days(paper, "unknown", facts)
    if found.last_day is None:
        return "天数写在纸上，填进来就能算。"
    shown, when = show(found.last_day, Unit.DATE), distance(found.last_day, on)
    if found.last_day < on:
        maybe = found.still_open(on)
        return f"最后一天 {shown}{when}。{maybe}先问还能做什么，再看下面的“法院期限”。"
    if found.caution:
        return f"没填通知上的天数，先按 {shown}准备，{when}。"
    known = not found.first or found.first.last.holidays_known
    return f"最后一天是 {shown}，{when}。{found.shut_then(on)}" + (
        "" if known else "那一年的放假安排这里还没有收录，请向法院核实。"
    )


def _cited(rule: rules.Rule, article: bool) -> str:
    """``《中华人民共和国民事诉讼法》第一百二十八条``: the revision's year is left to the page."""
    title = _REVISION.sub("", rule.reference.title).translate(_INNER_TITLE)
    return f"《{title}》{(article and rule.article) or ''}"


def _check_reach(source: Source, piece: Piece, tree: nodes.Template) -> None:
    """A letter uses the few words there are for letters, so it has no way to Python itself.

    Narrower than Jinja's sandbox: what a text may be made of is listed, and checked in every part, shown or
    not. A name that a letter gives itself is none of those it can call.
    """
    for node in tree.find_all(nodes.Node):
        if word := _beyond(node):
            raise source.fail(piece.line + node.lineno - 1, f"a letter cannot use {word}")


def _beyond(node: nodes.Node) -> str:
    """What in a letter is more than a letter may say, or ""."""
    match node:
        case nodes.Name():
            own = node.ctx != "load" and node.name in _GIVEN
            word = f"{node.name} as a name of its own" if own else ""
        case nodes.Getattr():
            bare = isinstance(node.node, nodes.Name) and not node.attr.startswith("_")
            word = "" if bare else node.attr
        case nodes.Filter() | nodes.Test():
            word = "" if node.name in _WORDS else node.name
        case nodes.Call():
            named = node.node.name if isinstance(node.node, nodes.Name) else "a call of a value"
            word = "" if named in _CALLS else named
        case nodes.Mul(left=nodes.Const()) | nodes.Mul(right=nodes.Const()):
            word = "a multiple of what is written"
        case nodes.Getitem():
            word = "[ ]"
        case _:
            word = "" if isinstance(node, _PARTS) else type(node).__name__.lower()
    return word


def _figures(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """The rules and names of figures that a text asks for."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("rule", "number"):
            id, name = (argument.as_const() for argument in call.args)
            yield id, name


def _check_rules(source: Source, piece: Piece, tree: nodes.Template) -> None:
    """A rule the letter speaks of must exist and stand in a remark, where the page shows it."""
    book = rules.at(date.max)
    asked = [
        (call.args[0].as_const(), piece.line + call.lineno - 1)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in _ASK_RULES
    ]
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "last_day":
            paper = call.args[0].as_const()
            if paper not in PAPERS:
                line = piece.line + call.lineno - 1
                raise source.fail(line, f"no paper is called {paper!r}; one of {', '.join(PAPERS)}")
    for remark in source.remarks:
        if remark.piece is piece:
            asked += [(id, piece.line) for id in remark.rules]
    for id, line in asked:
        if id not in book:
            raise source.fail(line, f"no rule is called {id!r}")
        if id not in source.rules:
            raise source.fail(line, f"no remark of this letter names the rule {id!r}")


def _check_fields(source: Source, used: set[str]) -> None:
    chosen = set(source.fields.text.split())
    if unknown := sorted(used - chosen):
        raise source.fail(source.fields.line, f"add {', '.join(unknown)} to the fields")
    if idle := sorted(chosen - used):
        raise source.fail(source.fields.line, f"no text uses {', '.join(idle)}")
