"""`python -m calculators.rules check [--on DATE]`: whether the rule files are sound and fresh."""

import argparse
import sys
from datetime import UTC, date, datetime

from calculators.rules import GRACE, RuleFileError, loader
from calculators.rules.compiled import build


def check(on: date) -> int:
    """Print what is wrong or stale; 1 for a broken file or a rule past `check_by` by 30 days."""
    try:
        rules = build(loader.load()).values()
    except RuleFileError as error:
        print(error)
        return 1
    stale = [rule for rule in rules if rule.check_by < on]
    late = [rule for rule in stale if rule.check_by + GRACE < on]
    for rule in stale:
        print(f"{rule.id}: to be checked again by {rule.check_by}")
    print(f"{len(rules)} rules, {len(stale)} to check again, {len(late)} of them late")
    return 1 if late else 0


def _today() -> date:
    """The one place where the package looks at a clock: a person asks if the rules are fresh."""
    return datetime.now(UTC).date()


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit status is 0 when all is well."""
    parser = argparse.ArgumentParser(prog="python -m calculators.rules", description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.add_argument("--on", type=date.fromisoformat, default=_today(), metavar="DATE")
    return check(parser.parse_args(arguments).on)


if __name__ == "__main__":
    sys.exit(main())
