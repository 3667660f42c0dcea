"""The checks of the site's words: ``python -m scripts.checks.content [--on DATE]``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from calculators import rules
from calculators.letters import sources
from scripts.checks import (
    freshness,
    front_matter,
    law,
    letters,
    links,
    listed,
    prose,
    readability,
    rule_words,
    typed,
    typography,
)
from scripts.checks.pages import Page, read_all
from scripts.checks.problem import Problem
from scripts.generator import pages
from scripts.generator.markdown.moved import moves
from scripts.generator.mistakes import in_one_line

DOCS = Path("docs")
TREES = Path("calculators/rules/trees")


def run(docs: Path = DOCS, on: date | None = None) -> list[Problem]:
    """Every problem of every page, in order of page and line; first the rules past their day.

    `docs`: the folder of the pages.
    `on`: the day for which reviews and rules must be fresh; today when not given.
    """
    day = on or freshness.today()
    book = {rule.id: rule for rule in rules.at(day).all()}
    official = {rule.reference.href for rule in book.values() if rule.reference.href}
    stages = {path.stem for path in docs.glob("stages/*.md")}
    terms = prose.read_terms()
    moved = _moved(docs)

    def check(page: Page) -> list[Problem]:
        return sorted(
            [
                *front_matter.check(page, day, book, stages),
                *freshness.of_page(page, day),
                *prose.lengths(page),
                *prose.terms(page, terms),
                *prose.never(page),
                *prose.below(page),
                *prose.figures(page),
                *readability.check(page, book),
                *law.check(page),
                *law.hedged(page, book),
                *typed.of_page(page, book),
                *links.check(page, official, moved),
                *typography.check(page),
            ]
        )

    words = (problem for page in read_all(docs) for problem in check(page))
    return [*freshness.of_rules(book.values(), day), *words]


def of_site(docs: Path, on: date) -> list[Problem]:
    """The problems of what is no page: rules, letters, the menu and the lists."""
    book = {rule.id: rule for rule in rules.at(on).all()}
    return [
        *rule_words.check(book.values(), prose.read_terms()),
        *letters.check(sources(), docs),
        *typed.of_letters(sources(), book),
        *typed.of_trees(TREES, book),
        *listed.check(read_all(docs), docs),
    ]


def _moved(docs: Path) -> dict[Path, Path]:
    """The file of every old address, in each form it may have had, and the page it leads to now."""
    return {
        docs / f"{move.old}{ending}.md": move.path
        for move in moves(docs).values()
        for ending in ("", "/index")
    }


def main(arguments: list[str] | None = None) -> int:
    """Print every problem; the exit status is 1 if there is one."""
    parser = argparse.ArgumentParser(prog="python -m scripts.checks.content", description=__doc__)
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="instead of today")
    day = parser.parse_args(arguments).on or freshness.today()
    stopping = pages.proofread()
    # Where a page or a rule cannot be read at all, what else is said of it would only be an echo.
    problems = [] if stopping.unread else [*of_site(DOCS, day), *run(on=day)]
    told = {line.rpartition(": ")[0] for line in stopping.lines}
    problems = [each for each in problems if f"{each.path}:{each.line}" not in told]
    print(*stopping.lines, *problems, sep="\n")
    wrong = len(stopping.lines) + sum(not problem.warning for problem in problems)
    print(f"{wrong} problems in the words, {sum(each.warning for each in problems)} warnings")
    return 1 if wrong else 0


if __name__ == "__main__":
    with in_one_line("check"):
        sys.exit(main())
