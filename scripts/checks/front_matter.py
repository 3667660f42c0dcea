"""Every page says what it is, when a person checked it, and which rules it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from calculators.rules import Rule
from scripts.checks.pages import Page
from scripts.checks.problem import Problem

NEEDED = ("title", "description", "reviewed", "next_review", "rules", "stage", "tags")
KNOWN = (*NEEDED, "asks", "search", "moved_from", "lawyer", "review_at", "story", "paper")
LONGEST_DESCRIPTION = 80
MOST_TAGS = 4
MOST_ASKS, LONGEST_ASK = 6, 20

_USED = re.compile(r"""\{\{\s*rule\(\s*["']([\w.-]+)["']""")
_LAWYER = re.compile(r"none|\d{4}-\d{2}-\d{2} \S.*")
_HEADING = re.compile(r"#\s+(.*?)\s*(?:\{[^}]*\})?\s*$")


def check(page: Page, on: date, book: Mapping[str, Rule], stages: set[str]) -> Iterator[Problem]:
    """The problems of one page's front matter on the day ``on``.

    `book`: the rules by id, to tell unknown ids.
    `stages`: the slugs a page may give as its ``stage``, besides ``all``.
    """
    for key in NEEDED:
        if key not in page.meta:
            yield page.problem(1, f"the front matter has no {key}")
    for key in page.meta.keys() - set(KNOWN):
        known = ", ".join(KNOWN)
        yield page.problem(page.meta_line(key), f"unknown key {key!r}; there are {known}")
    yield from _words(page)
    yield from _days(page, on)
    yield from _rules(page, book)
    yield from _review(page, on)
    if page.meta.get("stage", "all") not in stages | {"all"}:
        yield page.problem(page.meta_line("stage"), f"no stage is called {page.meta['stage']!r}")


def _words(page: Page) -> Iterator[Problem]:
    if len(str(page.meta.get("description", ""))) > LONGEST_DESCRIPTION:
        line = page.meta_line("description")
        yield page.problem(line, f"the description is over {LONGEST_DESCRIPTION} characters")
    tags = page.meta.get("tags", ["-"])
    if not (isinstance(tags, list) and 1 <= len(tags) <= MOST_TAGS):
        yield page.problem(page.meta_line("tags"), f"give 1 to {MOST_TAGS} tags, as a list")
    asks = page.meta.get("asks", ["-"])
    if not (isinstance(asks, list) and 1 <= len(asks) <= MOST_ASKS and all(map(_is_ask, asks))):
        wanted = f"1 to {MOST_ASKS} asks, each a question of up to {LONGEST_ASK} characters"
        yield page.problem(page.meta_line("asks"), f"give {wanted}")
    headings = [(n, m[1]) for n, text in page.prose if (m := _HEADING.match(text))]
    if [words for _, words in headings] != [page.meta.get("title")]:
        line = headings[-1][0] if headings else 1
        yield page.problem(line, "the page needs one H1, the same as its title")


def _is_ask(ask: object) -> bool:
    """Whether this is how a reader would put it into the search: words, and few of them."""
    return isinstance(ask, str) and 0 < len(ask) <= LONGEST_ASK


def _days(page: Page, on: date) -> Iterator[Problem]:
    for key in ("reviewed", "next_review"):
        if key in page.meta and not isinstance(page.meta[key], date):
            yield page.problem(page.meta_line(key), f"{key} must be a date like 2026-11-23")
            return
    if page.meta.get("reviewed", on) > on:
        yield page.problem(page.meta_line("reviewed"), "reviewed lies in the future")


def _review(page: Page, on: date) -> Iterator[Problem]:
    """Whether a lawyer has read the page, and whether it tells somebody else's story."""
    lawyer, line = str(page.meta.get("lawyer", "none")), page.meta_line("lawyer")
    if not _LAWYER.fullmatch(lawyer) or not _is_past(lawyer[:10], on):
        yield page.problem(line, "lawyer must be none, or the day and the name: 2026-12-01 NAME")
    if not isinstance(page.meta.get("story", False), bool):
        yield page.problem(page.meta_line("story"), "story must be true or false")


def _is_past(written: str, on: date) -> bool:
    try:
        return written == "none" or date.fromisoformat(written) <= on
    except ValueError:
        return False


def _rules(page: Page, book: Mapping[str, Rule]) -> Iterator[Problem]:
    listed = page.meta.get("rules") or []
    line = page.meta_line("rules")
    used: dict[str, int] = {}
    for number, text in page.prose:
        used |= {rule_id: used.get(rule_id, number) for rule_id in _USED.findall(text)}
    for rule_id, where in used.items():
        if rule_id not in listed:
            yield page.problem(where, f"rule {rule_id!r} is used but not listed in front matter")
    for rule_id in listed:
        if rule_id not in book:
            yield page.problem(line, f"no rule is called {rule_id!r}")
        if rule_id not in used:
            yield page.problem(line, f"rule {rule_id!r} is listed but the page does not use it")
