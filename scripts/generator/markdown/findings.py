"""What readers from outside found wrong, and what the page says now: written from one data file.

A page of the same folder as `findings.yml` asks for it in a fence::

    ```findings
    show: table
    ```

`show: count` prints how many severe ones were found and mended, in one sentence.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from calculators.answer.result import Unit
from calculators.rules import bounded
from calculators.view import show
from scripts.generator.markdown.page_file import Page
from scripts.generator.markdown.rulebook import docs_of

FILE = "findings.yml"
SEVERE = "A"
OWN = "E"
"""The letter of what a second reading of our own found, after that of the readers from outside."""
OWN_NUMBERS = "Q"
"""The letter of what was reckoned wrong when we tried the calculators again ourselves."""

_WANTED = re.compile(r"show:\s*(table|count)")


class Finding(NamedTuple):
    """One finding: `was` says what was wrong, `now` are words that stand on `page`; `test` holds them."""

    id: str
    page: str
    test: str
    was: str
    now: str


class NumberFinding(NamedTuple):
    """A wrong or silent answer of the calculator `tool`; its `case` holds what `now` quotes of the right one.

    `page` has the calculator; without one it is the page of the calculator's name.
    """

    id: str
    tool: str
    case: str
    was: str
    now: str
    page: str


class Findings(NamedTuple):
    """All of a reading: on which day, what each letter means, and the findings; then those of numbers."""

    read_on: date
    groups: dict[str, str]
    rows: tuple[Finding, ...]
    number_groups: dict[str, str]
    numbers: tuple[NumberFinding, ...]

    def of(self, letter: str) -> list[Finding]:
        """The findings of one group."""
        return [row for row in self.rows if row.id.startswith(letter)]


def read(path: Path) -> Findings:
    """The findings of a file; raises what YAML raises, and TypeError for a row with other keys."""
    said = bounded.load(path.read_text("utf-8"))
    rows = tuple(Finding(**row) for row in said["findings"])
    numbers = tuple(
        NumberFinding(**{"page": f"calculators/{row['tool']}", **row})
        for row in said.get("numbers", ())
    )
    day = date.fromisoformat(str(said["read_on"]))
    return Findings(day, said["groups"], rows, said.get("number_groups", {}), numbers)


def fill(page: Page, index: int, text: str) -> list[str]:
    """The Markdown lines of a fence; raises ``PageError`` if it asks for nothing or there is no file."""
    wanted = _WANTED.fullmatch(text.strip())
    path = Path(page.path).parent / FILE
    if not wanted or not path.exists():
        raise page.fail(index, f"write show: table or show: count, beside a file {FILE}")
    found = read(path)
    return [count(found)] if wanted[1] == "count" else list(_tables(page, found))


def count(found: Findings) -> str:
    """How many severe errors were found and mended, in one sentence."""
    day = show(found.read_on, Unit.DATE)
    severe, own = len(found.of(SEVERE)), len(found.of(OWN))
    every = len(found.rows) - own
    said = f"{day}有人独立把全站和法条对了一遍。查出 {severe} 处严重的错，都改了；连轻的一共 {every} 处。"
    said += f"我们自己又读了一遍，再补了 {own} 处。" if own else ""
    again = sum(row.id.startswith(OWN_NUMBERS) for row in found.numbers)
    tried = len(found.numbers) - again
    said += f"同一天拿题去试每个计算器，改了 {tried} 处。" if tried else ""
    return f"{said}我们自己再去试，又改了 {again} 处。" if again else said


def _tables(page: Page, found: Findings) -> Iterator[str]:
    for letter, meaning in found.groups.items():
        yield from (f"## {letter}：{meaning}", "", *_table(page, found.of(letter)), "")
    for letter, meaning in found.number_groups.items():
        rows = [row for row in found.numbers if row.id.startswith(letter)]
        yield from (f"## {letter}：{meaning}", "", *_table(page, rows), "")


def _table(page: Page, rows: Sequence[Finding | NumberFinding]) -> Iterator[str]:
    yield from ("| 号 | 原来错在哪 | 现在写的 |", "| --- | --- | --- |")
    for row in rows:
        to = os.path.relpath(docs_of(page) / f"{row.page}.md", Path(page.path).parent)
        yield f"| {row.id} | {row.was} | [{row.now}]({to}) |"
