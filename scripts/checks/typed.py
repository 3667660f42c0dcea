"""Days, months and years of law are read from the rule that the sentence leans on, never typed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from calculators.letters.letter_file import Source
from calculators.rules import Rule
from scripts.checks.law import CITED
from scripts.checks.pages import Page
from scripts.checks.problem import Problem
from scripts.generator.mistakes import here

_DIGITS = {han: value for value, han in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"天": "days", "日": "days", "月": "months", "年": "years"}
# A day of the calendar is no length: 8 月 20 日, 2026 年. 第二天 is the next day.
_LENGTH = re.compile(
    r"(?<![第\d月])(?<!月 )(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?个?"
    r"(?:工作)?(?P<unit>[天日月年])(?!\s?\d|[前底初]?\s?\d)"
)
_OWN = re.compile(r"\{[{%].*?[%}]\}|\{[\w.-]+\}|“[^”]*”")
_STOP = re.compile(r"[。；？！|]")
_LEANS = re.compile(r"rules: \[(?P<ids>[^\]]*)\]")


def lengths(text: str, rules: Iterable[Rule]) -> Iterator[str]:
    """What `text` types although one of `rules` has a parameter of the same length."""
    held = {
        (parameter.unit, value)
        for rule in rules
        for parameter in rule.parameters.values()
        if parameter.unit in _UNITS.values()
        for _, value in parameter.values
    }
    for found in _LENGTH.finditer(_OWN.sub("", text)) if held else ():
        if (_UNITS[found["unit"]], _number(found["count"])) in held:
            yield found[0]


def of_page(page: Page, book: Mapping[str, Rule]) -> Iterator[Problem]:
    """Sentences of a page that type a length beside the citation of its rule."""
    for number, text in page.prose:
        for sentence in _STOP.split(text):
            cited = [book[m["id"]] for m in CITED.finditer(sentence) if m["id"] in book]
            for said in lengths(sentence, cited):
                yield page.problem(
                    number, f"{said} is typed; " + 'print it: {{ rule("id", "parameter") }}'
                )


def of_letters(sources: Sequence[Source], book: Mapping[str, Rule]) -> Iterator[Problem]:
    """Notices of letters that type a length of the rules they name."""
    for source in sources:
        for remark in source.remarks:
            cited = [book[id] for id in remark.rules if id in book]
            for said in lengths(remark.piece.text, cited):
                yield Problem(
                    here(source.path), remark.piece.line, f"{said} is typed; read it from its rule"
                )


def of_trees(folder: Path, book: Mapping[str, Rule]) -> Iterator[Problem]:
    """Lines of the trees of questions that type a length of the rules they name."""
    for path in sorted(folder.glob("*.yml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if leans := _LEANS.search(line):
                cited = [book[id] for id in leans["ids"].split(", ") if id in book]
                for said in lengths(line[: leans.start()], cited):
                    yield Problem(here(path), number, f"{said} is typed; write {{rule.parameter}}")


def _number(said: str) -> Decimal:
    """The value of digits or of Chinese numerals up to ninety-nine."""
    if said.isdigit():
        return Decimal(said)
    tens, ten, ones = said.rpartition("十")
    return Decimal((_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0))
