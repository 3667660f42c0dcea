"""Every address outside the site, and when a person last opened it.

Those of the rules come from the rules data, the look's own from ``theme/addresses.yml``. A machine
that finds a page has not read it, so only a person's visit counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from calculators.answer.result import Unit
from calculators.rules import RuleBook
from calculators.view import show
from scripts.generator.markdown import page_file
from scripts.generator.markdown.rule_tables import row

OTHERS = Path("theme/addresses.yml")


class Address(NamedTuple):
    """An address, what stands there, and the day a person last opened it."""

    href: str
    title: str
    opened: date | None


def listed(book: RuleBook, others: Path = OTHERS) -> list[Address]:
    """Every address once, in order; the oldest visit counts where rules differ."""
    found: dict[str, Address] = {}
    for each in (*_of_rules(book), *_of_the_look(others)):
        known = found.setdefault(each.href, each)
        if not each.opened or (known.opened and each.opened < known.opened):
            found[each.href] = known._replace(opened=each.opened)
    return sorted(found.values())


def table(book: RuleBook) -> str:
    """The list as a Markdown table."""
    lines = [row(["网址", "是什么", "最近一次有人打开核对"]), row(["---"] * 3)]
    for href, title, opened in listed(book):
        when = show(opened, Unit.DATE) if opened else "还没有"
        lines.append(row([f"[{href}]({href})", title, when]))
    return "\n".join(lines)


def _of_rules(book: RuleBook) -> Iterator[Address]:
    for rule in book.all():
        if rule.reference.href:
            yield Address(rule.reference.href, rule.reference.title, rule.reference.opened)


def _of_the_look(path: Path) -> Iterator[Address]:
    for entry in page_file.data(path) if path.exists() else ():
        yield Address(entry["href"], entry["title"], entry["opened"])
