"""The shape of the code: short functions, every signature typed, few doors: ``python -m scripts.checks.shape``."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.checks.problem import Problem, report

FOLDERS = ("calculators", "scripts")
LONGEST_LINES = 35
MOST_MODULES = 8

type Function = ast.FunctionDef | ast.AsyncFunctionDef


def check(root: Path) -> Iterator[Problem]:
    """Every function that is too long or not typed, and the files of the package's top if too many."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            yield from of_file(str(path.relative_to(root)), path.read_text("utf-8"))
    doors = sorted(path.name for path in (root / "calculators").glob("*.py"))
    if len(doors) > MOST_MODULES:
        names = ", ".join(doors)
        yield Problem(
            "calculators/__init__.py", 1, f"{len(doors)} files, at most {MOST_MODULES}: {names}"
        )


def of_file(path: str, text: str) -> Iterator[Problem]:
    """The problems of one file's functions."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if (length := code_lines(node, lines)) > LONGEST_LINES:
                reason = f"{node.name} has {length} lines of code; at most {LONGEST_LINES}"
                yield Problem(path, node.lineno, reason)
            if bare := ", ".join(_untyped(node)):
                yield Problem(path, node.lineno, f"{node.name} says no type of {bare}")


def code_lines(function: Function, lines: list[str]) -> int:
    """How many lines of the function are code: no blank line, no comment, no docstring."""
    first = function.body[0]
    said = ast.get_docstring(function, clean=False) is not None
    docstring = set(range(first.lineno, (first.end_lineno or 0) + 1)) if said else set()
    numbers = range(function.lineno, (function.end_lineno or 0) + 1)
    texts = (lines[number - 1].strip() for number in numbers if number not in docstring)
    return sum(bool(text) and not text.startswith("#") for text in texts)


def _untyped(function: Function) -> Iterator[str]:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    for number, argument in enumerate(named):
        itself = number == 0 and argument is not None and argument.arg in ("self", "cls")
        if argument and argument.annotation is None and not itself:
            yield argument.arg
    if function.returns is None:
        yield "what comes back"


if __name__ == "__main__":
    sys.exit(report(check(Path.cwd())))
