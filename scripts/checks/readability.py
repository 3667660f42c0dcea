"""How easily pages are read: length of sentences, brackets, and the first words of each page.

``make check`` holds every page for readers to the bars below, letters, calculators and rules too. ``python -m scripts.checks.readability``
writes them page by page to ``build/readability.md``; ``--since COMMIT`` puts beside them what they were.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from calculators import rules
from calculators.rules import Rule
from scripts.checks.pages import NumberedLine, Page, chinese, plain, read_all
from scripts.checks.problem import Problem
from scripts.generator.markdown import citation

# The folders whose pages speak to a reader who has to act; home is one of them.
GUIDANCE = ("people", "stages", "consequences", "strategies", "products", "cases")
# Written in English, for those who change the program.
FOR_MAKERS = ("about/architecture",)
AVERAGE = 15
LONG = 30
MOST_LONG = 0.03
MOST_IN_BRACKETS = 0.04
FIRST = 200
TARGET = Path("build/readability.md")

_END = re.compile(r"(?<=[。！？；])")
_BRACKETS = re.compile(r"（[^（）]*）")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
# What an expression is printed as: figures and, nearly always, one character for their unit.
_FIGURE = "0 元"
_NO_TEXT = re.compile(r"\s*(?:#|!!!|\?\?\?)")
_BRACKET_OR_TITLE = re.compile(r"[（(《〔【]")


@dataclass(frozen=True)
class Reading:
    """What was measured of some text; lengths and characters are counted in Han characters.

    `sentences`: the length of each; what no 。！？； ends is a label and counts only when it is long.
    `long`: those of more than ``LONG`` characters, each with its line.
    """

    sentences: tuple[int, ...]
    long: tuple[NumberedLine, ...]
    characters: int
    in_brackets: int

    @property
    def average(self) -> float:
        """The mean length of a sentence; 0 where there is none."""
        return sum(self.sentences) / len(self.sentences) if self.sentences else 0.0

    @property
    def share_long(self) -> float:
        """The share of sentences that are long, 0 to 1."""
        return len(self.long) / len(self.sentences) if self.sentences else 0.0

    @property
    def share_in_brackets(self) -> float:
        """The share of characters that stand in brackets, 0 to 1."""
        return self.in_brackets / self.characters if self.characters else 0.0


def measure(passages: Iterable[NumberedLine]) -> Reading:
    """Measure passages of plain text, such as paragraphs, list items and cells of tables."""
    lengths, long, characters, bracketed = list[int](), list[NumberedLine](), 0, 0
    for number, text in passages:
        characters += chinese(text)
        bracketed += sum(map(chinese, _BRACKETS.findall(text)))
        for sentence in filter(chinese, _END.split(text)):
            if sentence[-1] in "。！？；" or chinese(sentence) > LONG:
                lengths.append(chinese(sentence))
            if chinese(sentence) > LONG:
                long.append(NumberedLine(number, sentence.strip()))
    return Reading(tuple(lengths), tuple(long), characters, bracketed)


def passages(page: Page, book: Mapping[str, Rule]) -> Iterator[NumberedLine]:
    """The running text of a page as it is printed, without headings and fences."""
    for block in page.blocks():
        if not _NO_TEXT.match(block[0].text):
            text = "".join(_printed(line.text, book) for line in block)
            yield from (NumberedLine(block[0].number, part) for part in text.split("|"))


def _printed(text: str, book: Mapping[str, Rule]) -> str:
    return plain(_EXPRESSION.sub(_FIGURE, citation.printed(text, book)))


def is_guidance(slug: str) -> bool:
    """Whether a page, by its path without the ending, tells a reader what to do."""
    return slug == "index" or slug.partition("/")[0] in GUIDANCE


def is_held(slug: str) -> bool:
    """Whether a page, by its path without the ending, is held to the bars."""
    return slug not in FOR_MAKERS


def opening(page: Page, book: Mapping[str, Rule]) -> str:
    """The first characters of the page's text, its title and headings among them."""
    said = (_printed(line.text, book) for line in page.prose)
    return re.sub(r"\s", "", "".join(said))[:FIRST]


def check(page: Page, book: Mapping[str, Rule]) -> Iterator[Problem]:
    """Where a page is harder to read than the bars allow."""
    if not is_held(page.slug):
        return
    read = measure(passages(page, book))
    if read.average > AVERAGE:
        said = f"sentences average {read.average:.1f} characters; at most {AVERAGE}"
        yield page.problem(1, said)
    if read.share_long > MOST_LONG:
        share = f"{len(read.long)} of {len(read.sentences)} sentences"
        for number, sentence in read.long:
            size = f"{chinese(sentence)} characters, {share} over {LONG}"
            yield page.problem(number, f"split {sentence[:12]}…: {size}")
    if read.share_in_brackets > MOST_IN_BRACKETS:
        share = f"{read.share_in_brackets:.1%}"
        yield page.problem(1, f"{share} of the text in brackets; at most {MOST_IN_BRACKETS:.0%}")
    if found := _BRACKET_OR_TITLE.search(opening(page, book)):
        yield page.problem(1, f"{found[0]} in the first {FIRST} characters; say it further down")


def report(now: Mapping[str, Reading], before: Mapping[str, Reading]) -> str:
    """The table of all pages as Markdown, then the medians; `before` may be empty."""
    rows = [_row(slug, now.get(slug), before.get(slug)) for slug in sorted({*now, *before})]
    head = "| page | sentences | mean | over 30 | in brackets | mean before | over 30 before | in brackets before |"
    return "\n".join(
        (
            "# Readability of the pages, in Han characters",
            "",
            f"Bars: mean at most {AVERAGE}, sentences over {LONG} at most {MOST_LONG:.0%}, in brackets at"
            f" most {MOST_IN_BRACKETS:.0%}, no bracket or title mark in the first {FIRST} characters.",
            "Read from the Markdown source, a mark counted as it is printed; at the earlier commit, where",
            "brackets named laws, those are counted as today's marks too, so it was harder than it says.",
            "",
            head,
            "| --- " + "| ---: " * 7 + "|",
            *rows,
            f"| **median** {_cells(now.values())}{_cells(before.values(), count=False)} |",
            "",
        )
    )


def _row(slug: str, now: Reading | None, before: Reading | None) -> str:
    return f"| {slug} {_cells([now] if now else [])}{_cells([before] if before else [], count=False)} |"


def _cells(readings: Iterable[Reading], *, count: bool = True) -> str:
    read = list(readings)
    if not read:
        return "| – " * (4 if count else 3)
    sentences = f"| {median(len(r.sentences) for r in read):.0f} " if count else ""
    mean, long, bracketed = (
        median(getattr(r, name) for r in read)
        for name in ("average", "share_long", "share_in_brackets")
    )
    return f"{sentences}| {mean:.1f} | {long:.1%} | {bracketed:.1%} "


def of_docs(docs: Path) -> dict[str, Reading]:
    """The readings of a folder's pages that are held to the bars."""
    book = {rule.id: rule for rule in rules.at(date.max).all()}
    pages = (page for page in read_all(docs) if is_held(page.slug))
    return {page.slug: measure(passages(page, book)) for page in pages}


def of_commit(commit: str) -> dict[str, Reading]:
    """The readings of the pages as they stood at a commit."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(["git", "archive", commit, "docs"], capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
        return of_docs(Path(folder) / "docs")


def main() -> None:
    """Write the table and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m scripts.checks.readability")
    parser.add_argument("--since", metavar="COMMIT", help="print beside it what the pages were")
    since = parser.parse_args().since
    text = report(of_docs(Path("docs")), of_commit(since) if since else {})
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    print(text.strip().splitlines()[-1], f"readability: {TARGET}", sep="\n")


if __name__ == "__main__":
    main()
