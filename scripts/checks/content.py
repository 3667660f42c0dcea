"""The checks of the site's words: ``python -m scripts.checks.content [--on DATE]``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from calculators import rules
from scripts.checks import freshness, front_matter, law, links, prose, typography
from scripts.checks.pages import Page, read_all
from scripts.checks.problem import Problem
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.moved import moves

DOCS = Path("docs")


def run(docs: Path = DOCS, on: date | None = None) -> list[Problem]:
    """Every problem of the rules and of every page, in order of page and line.

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
                *prose.figures(page),
                *law.check(page),
                *law.hedged(page, book),
                *links.check(page, official, moved),
                *typography.check(page),
            ]
        )

    words = (problem for page in read_all(docs) for problem in check(page))
    return [*freshness.of_rules(book.values(), day), *words]


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
    try:
        problems = run(on=parser.parse_args(arguments).on)
    except PageError as stopped:
        print(stopped)
        return 1
    for problem in problems:
        print(problem)
    wrong = sum(not problem.warning for problem in problems)
    print(f"{wrong} problems in the words, {len(problems) - wrong} warnings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
