"""How much of the calculators the tests run: ``python -m scripts.checks.cover``.

Lines and branches have a goal each, which coverage.py's own ``fail_under`` would mix into one. The
tests that only drive a browser or read the built site are left out: they measure nothing here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

REPORT = Path("build/coverage.json")
TESTS = ("unit", "cases", "vectors", "rules", "letters", "inputs", "generator")
GOALS = {"lines": 98, "branches": 95}


def shares(totals: Mapping[str, int]) -> dict[str, float]:
    """The percentage of lines and of branches that ran, from the totals of coverage.py's JSON."""
    return {
        "lines": 100 * totals["covered_lines"] / totals["num_statements"],
        "branches": 100 * totals["covered_branches"] / totals["num_branches"],
    }


def short(found: Mapping[str, float]) -> list[str]:
    """The names of what is below its goal."""
    return [name for name, goal in GOALS.items() if found[name] < goal]


def main() -> int:
    """Run the tests, say what they covered; 1 if one fails or a goal is missed."""
    command = (
        *(sys.executable, "-m", "pytest", "-q"),
        *("--cov", "--cov-report=term-missing:skip-covered", f"--cov-report=json:{REPORT}"),
        *(f"tests/{folder}" for folder in TESTS),
    )
    if subprocess.run(command, check=False).returncode:
        return 1
    found = shares(json.loads(REPORT.read_text("utf-8"))["totals"])
    for name, share in found.items():
        print(f"cover  {name:<10} {share:.2f} % of at least {GOALS[name]} %")
    return 1 if short(found) else 0


if __name__ == "__main__":
    sys.exit(main())
