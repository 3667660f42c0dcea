"""What a person was to look at again: a warning for thirty days, then the build fails.

``python -m scripts.checks.freshness [--on DATE]`` lists both. The day is a parameter; only a command
asks the clock, and ``SOURCE_DATE_EPOCH`` stands for it where an old version is built again.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from calculators import rules
from calculators.rules import GRACE, Rule
from scripts.checks.pages import Page, read_all
from scripts.checks.problem import Problem
from scripts.generator.mistakes import in_one_line

DOCS, RULES = Path("docs"), "calculators/rules/data"


def today() -> date:
    """The day of the build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def of_rules(book: Iterable[Rule], on: date) -> Iterator[Problem]:
    """The rules whose source was to be read again before the day ``on``."""
    for rule in book:
        yield from _past(RULES, 1, f"{rule.id!r} was to be checked", rule.check_by, on)


def of_page(page: Page, on: date) -> Iterator[Problem]:
    """The page itself, if it was to be reviewed before the day ``on``."""
    due = page.meta.get("next_review")
    if isinstance(due, date):
        line = page.meta_line("next_review")
        yield from _past(page.path, line, "the page was to be reviewed", due, on)


def _past(path: str, line: int, what: str, due: date, on: date) -> Iterator[Problem]:
    if due < on:
        yield Problem(path, line, f"{what} by {due}", warning=on <= due + GRACE)


def run(docs: Path = DOCS, on: date | None = None) -> list[Problem]:
    """Everything that is past its day on the day ``on``; today when not given."""
    day = on or today()
    pages = (problem for page in read_all(docs) for problem in of_page(page, day))
    return [*of_rules(rules.at(day).all(), day), *pages]


def main(arguments: list[str] | None = None) -> int:
    """Print what is out of date; the exit status is 1 if anything is."""
    parser = argparse.ArgumentParser(prog="python -m scripts.checks.freshness", description=__doc__)
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="instead of today")
    found = run(on=parser.parse_args(arguments).on)
    for problem in found:
        print(problem)
    if all(problem.warning for problem in found):
        return 0
    print("freshness: what is out of date is not built; check the above again", file=sys.stderr)
    return 1


if __name__ == "__main__":
    with in_one_line("site"):
        sys.exit(main())
