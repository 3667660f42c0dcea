"""Known vulnerabilities of what is pinned: ``python -m scripts.checks.audit``.

Asks the advisory services through pip-audit and npm. Exit status 1 for a vulnerability that is not
explained below, 2 where a service gave no answer about a pin: silence is no good news. No list is
kept here to ask instead: the only one in a package registry, safety-db, ends in July 2021 and knows
thirteen of our 116 Python pins.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

LOCKS = Path("requirements")
SERVICES = ("osv", "pypi")
# Advisory -> why it does no harm here. An explanation that is no longer needed is an error too.
EXPLAINED: Mapping[str, str] = {}
SILENT = (
    "No advisory service answered for {}: nothing is known about them, good or bad, "
    "and no offline list is kept; run this again where OSV and the npm registry answer."
)


class Findings(NamedTuple):
    """What the services said: advisories by name of package, and what nobody answered for."""

    advisories: Mapping[str, str]
    unanswered: tuple[str, ...]


def python(lock: Path) -> Findings:
    """Ask about one pip lock file; the second service only where the first gives no full answer."""
    found = Findings({}, (f"{lock.name} (no answer)",))
    for service in SERVICES:
        report = _json(
            [
                *(sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes"),
                *("--progress-spinner=off", "--format=json", "--desc=off"),
                *(f"--vulnerability-service={service}", f"--requirement={lock}"),
            ]
        )
        found = from_pip_audit(report) if report else found
        if not found.unanswered:
            break
    return found


def npm() -> Findings:
    """Ask the npm registry about the npm lock file."""
    report = _json(["npm", "audit", "--json"])
    return from_npm(report) if report else Findings({}, ("package-lock.json (no answer)",))


def from_pip_audit(report: Mapping[str, Any]) -> Findings:
    """pip-audit's JSON; it counts a package that the service does not know as a success."""
    packages = report["dependencies"]
    found = {v["id"]: each["name"] for each in packages for v in each.get("vulns", ())}
    skipped = tuple(each["name"] for each in packages if "skip_reason" in each)
    return Findings(found, skipped)


def from_npm(report: Mapping[str, Any]) -> Findings:
    """npm's JSON, which is an error with a message where the registry knows no audit."""
    if "vulnerabilities" not in report:
        return Findings({}, ("package-lock.json (the registry answers no audit)",))
    found = {
        via["url"].rpartition("/")[2]: name
        for name, each in report["vulnerabilities"].items()
        for via in each["via"]
        if isinstance(via, dict)
    }
    return Findings(found, ())


def abandoned(lock: Mapping[str, Any]) -> Iterator[str]:
    """The npm packages whose authors have withdrawn them: the lock file itself says so."""
    for path, package in lock["packages"].items():
        if "deprecated" in package:
            yield f"{path.rpartition('node_modules/')[2]}: {package['deprecated']}"


def main() -> int:
    """Print what is known to be vulnerable; the exit status is 1 if anything is."""
    locks = sorted(LOCKS.glob("*.txt"))
    asked = {**{lock.name: python(lock) for lock in locks}, "package-lock.json": npm()}
    found = {k: v for findings in asked.values() for k, v in findings.advisories.items()}
    for advisory, name in found.items():
        print(f"{name}: {advisory}: {EXPLAINED.get(advisory, 'NOT EXPLAINED')}")
    for name, findings in asked.items():
        if findings.unanswered:
            print(f"{name}: could not be checked: {', '.join(findings.unanswered)}")
    print(*abandoned(json.loads(Path("package-lock.json").read_text("utf-8"))), sep="\n")
    if silent := [name for name, findings in asked.items() if findings.unanswered]:
        print(SILENT.format(", ".join(silent)))
    answered = all(not findings.unanswered for findings in asked.values())
    unexplained = found.keys() - EXPLAINED.keys()
    needless = EXPLAINED.keys() - found.keys() if answered else set()
    print(f"{len(found)} advisories, {len(unexplained)} not explained, {len(needless)} needless")
    return 1 if unexplained or needless else 0 if answered else 2


def _json(command: list[str]) -> dict[str, Any] | None:
    """What the command printed as JSON; None where it printed none."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        read = json.loads(done.stdout)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


if __name__ == "__main__":
    sys.exit(main())
