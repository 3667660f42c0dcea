"""What a check finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to put right; reads ``path:line: message``. A warning fails nothing yet."""

    path: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'warning: ' * self.warning}{self.message}"


def report(problems: Iterable[Problem]) -> int:
    """Print every problem; the exit status is 1 if there is one."""
    found = list(problems)
    print(*found, sep="\n")
    return 1 if found else 0
