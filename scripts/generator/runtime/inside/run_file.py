"""Runs inside plain Pyodide, for tests: a Python file as `python FILE ARGUMENT...` would run it."""

import sys
from collections.abc import Iterable


def run_file(source: str, arguments: Iterable[str]) -> None:
    """Run the text of a file; the first of the arguments is its path."""
    sys.argv = list(arguments)
    exec(compile(source, sys.argv[0], "exec"), {"__name__": "__main__"})
