"""What an author did wrong, told in lines of the form ``path:line: reason`` and never as a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from calculators.letters.letter_file import LetterFileError
from calculators.rules import RuleFileError
from scripts.generator.markdown.errors import PageError
from scripts.generator.site import SiteError

INTERRUPTED = 130  # the status of a command that was ended by Ctrl-C


class Mistakes(Exception):
    """Several at once, each a line of its own."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


OF_AUTHORS = (PageError, RuleFileError, LetterFileError, SiteError)


@contextmanager
def in_one_line(program: str) -> Iterator[None]:
    """Run a command; a mistake of an author or an interruption ends it in plain lines."""
    try:
        yield
    except Mistakes as problem:
        count = len(problem.lines)
        print(*problem.lines, sep="\n", file=sys.stderr)
        sys.exit(f"{program}: {count} {'mistake' if count == 1 else 'mistakes'}, nothing was built")
    except OF_AUTHORS as problem:
        sys.exit(f"{program}: {shown(problem)}")
    except KeyboardInterrupt:
        print(f"{program}: interrupted; what was finished is kept", file=sys.stderr)
        sys.exit(INTERRUPTED)


def here(path: Path) -> str:
    """A path as one sees it from the folder one stands in."""
    whole = path.absolute()
    return str(whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else path)


def shown(problem: Exception) -> str:
    """The problem with its path as one sees it from the folder one stands in."""
    said, here = str(problem), f"{Path.cwd()}/"
    return said.removeprefix(here)
