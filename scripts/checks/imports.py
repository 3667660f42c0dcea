"""The numbers may import the standard library and what ships in the browser, nothing else."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path("calculators")
SHIPPED = {"calculators", "chinese_calendar", "jinja2", "markupsafe"}
# Read at build only: the browser gets the same rules as JSON.
BUILD_ONLY = {PACKAGE / "rules" / name: {"yaml"} for name in ("rule_file.py", "bounded.py")}
# On a desk's own machine only: the browser never runs a batch.
DESK_ONLY = {
    PACKAGE / "batch" / "__init__.py": {"distributed"},
    PACKAGE / "batch" / "files.py": {"openpyxl", "pyarrow"},
}


def run(package: Path = PACKAGE) -> list[str]:
    """One line for every import that the reader's browser could not follow."""
    return [
        f"{path}:{line}: imports {module}, which the browser does not have"
        for path in sorted(package.rglob("*.py"))
        for line, module in _imported(path)
        if module
        not in sys.stdlib_module_names | SHIPPED | (BUILD_ONLY | DESK_ONLY).get(path, set())
    ]


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and top-level name of every absolute import, wherever it stands in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.partition(".")[0]


def main() -> int:
    """Print every import of what is not shipped; the exit status is 1 if there is one."""
    problems = run()
    print(*problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
