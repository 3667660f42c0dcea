"""The words of the rules: short, plain, and never surer than we are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import autocorrect_py as autocorrect

from calculators.rules import Rule, loader
from scripts.checks import prose
from scripts.checks.pages import NumberedLine, Page, chinese, sentences
from scripts.checks.problem import Problem
from scripts.generator.mistakes import here

SHORTEST_NAME, LONGEST_NAME = 6, 16
MOST_SENTENCES, LONGEST_CHARACTERS = 7, 60
# Words that tell the reader: this is reported, not law we have read.
HEDGES = ("据报道", "据转述", "据公开资料", "说法", "媒体", "没有查到", "有文章说")
# What everybody knows needs no hedge; a fact about a date carries its date.
PLAIN_FACTS = frozenset({"hotline-110", "hotline-120", "hotline-12356", "enforcement-law-status"})
MONTHS = {"verified": 12, "uncertain": 6}

_STOP = re.compile("[。！？]")
_UNKIND = re.compile("老赖|活该|赶紧|务必|恭喜|优惠|！")


class Place(NamedTuple):
    """Where an entry stands."""

    path: str
    line: int


def places() -> Mapping[str, Place]:
    """The file and line of every rule."""
    found: dict[str, Place] = {}
    for path in loader.files():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if entry := re.match(r"  ([a-z][\w.-]*):\s*$", line):
                found[entry[1]] = Place(here(path), number)
    return found


def check(book: Iterable[Rule], terms: prose.Terms) -> Iterator[Problem]:
    """The problems of every rule's words, at the first line of its entry."""
    where = places()
    for rule in book:
        path, line = where.get(rule.id, Place("calculators/rules/data", 1))
        yield from (Problem(path, line, f"{rule.id}: {said}") for said in wrong(rule, terms))


def wrong(rule: Rule, terms: prose.Terms) -> Iterator[str]:
    """What is wrong with the words of one rule."""
    yield from _of_name(rule)
    yield from _of_words(rule)
    yield from _of_certainty(rule)
    yield from _as_a_page(rule, terms)


def _of_name(rule: Rule) -> Iterator[str]:
    if not SHORTEST_NAME <= len(rule.name) <= LONGEST_NAME:
        limits = f"{SHORTEST_NAME} to {LONGEST_NAME}"
        yield f"the name has {len(rule.name)} characters; {limits} fit a heading"
    if re.search("[。！？；，]", rule.name):
        yield "the name is a heading; leave out 。！？；，"
    for parameter in rule.parameters.values():
        if parameter.label.isascii():
            yield f"the label {parameter.label!r} is not in the language of the reader"


def _of_words(rule: Rule) -> Iterator[str]:
    said = [sentence for sentence in _STOP.split(rule.plain) if sentence]
    if len(said) > MOST_SENTENCES:
        yield f"plain has {len(said)} sentences; at most {MOST_SENTENCES}"
    if (longest := max(map(len, said))) > LONGEST_CHARACTERS:
        yield f"a sentence of plain has {longest} characters; at most {LONGEST_CHARACTERS}"
    if rule.plain[-1] not in "。”":
        yield "plain must end with 。"
    if unkind := _UNKIND.search(rule.plain):
        yield f"plain says “{unkind.group()}”, which shames, presses or sells"


def _of_certainty(rule: Rule) -> Iterator[str]:
    if rule.status != "verified":
        if rule.id not in PLAIN_FACTS and not any(word in rule.plain for word in HEDGES):
            yield f"it is uncertain, so plain must say so: {'、'.join(HEDGES)}"
        if rule.text:
            yield "it is uncertain, so it quotes no text: only what was read in full is quoted"
    elif rule.reference.kind == "law" and not rule.limits and _has_deadline(rule):
        yield "it has a deadline, so say in limits what it leaves out: who, from when, except"
    if rule.reference.opened and not rule.reference.href:
        yield "opened names a day, but there is no link that was opened"
    months = MONTHS[rule.status]
    if (rule.check_by - rule.checked_on).days > 31 * months:
        yield f"what is {rule.status} is checked again within {months} months"


def _has_deadline(rule: Rule) -> bool:
    return any(each.unit in ("days", "months", "years") for each in rule.parameters.values())


def _as_a_page(rule: Rule, terms: prose.Terms) -> Iterator[str]:
    labels = (parameter.label for parameter in rule.parameters.values())
    words = "\n".join((rule.name, rule.plain, *labels, *rule.limits))
    page = Page(
        rule.id, rule.id, (), {}, tuple(NumberedLine(1, text) for text in words.split("\n"))
    )
    yield from (problem.message for problem in prose.terms(page, terms))
    for limit in rule.limits:
        if (longest := max(map(chinese, sentences(limit)), default=0)) > prose.LONGEST_HAN:
            yield f"a sentence of limits has {longest} characters; at most {prose.LONGEST_HAN}"
    for text in filter(None, (words, rule.note)):
        if (right := autocorrect.format_for(text, "rule.txt")) != text:
            pairs = zip(text.split("\n"), right.split("\n"), strict=True)
            yield from (f"write {good!r}, not {bad!r}" for bad, good in pairs if bad != good)
