"""Rules of law as dated, sourced data: ask by day, `rules.at(day)["spc-2017-22-2"]`.

The words and numbers live in `data/*.yml`. A built package carries them as `rules.json`, so that
the reader's browser needs no YAML.
"""

import json
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

from calculators.rules.compiled import build
from calculators.rules.errors import NotInForce, RuleFileError, UnknownRule
from calculators.rules.model import SURE, Parameter, Reference, Rule, RuleBook, Sure
from calculators.rules.scale import Bracket, Scale
from calculators.rules.units import Value

__all__ = [
    "GRACE",
    "SURE",
    "Bracket",
    "NotInForce",
    "Parameter",
    "Reference",
    "Rule",
    "RuleBook",
    "RuleFileError",
    "Scale",
    "Sure",
    "UnknownRule",
    "Value",
    "at",
    "compile_json",
    "stale",
]

# How long a rule past its `check_by` is a warning before it is a failure.
GRACE = timedelta(days=30)


@lru_cache(maxsize=64)
def at(day: date) -> RuleBook:
    """The book of rules as they stand on `day`."""
    return RuleBook(day, _rules())


def stale(on: date) -> tuple[Rule, ...]:
    """The rules whose `check_by` lies before `on`: somebody must look at their source again."""
    return tuple(rule for rule in at(on).all() if rule.check_by < on)


def compile_json() -> str:
    """What answers need of the rule files as canonical JSON, to be put beside this module as `rules.json`."""
    from calculators.rules import loader  # noqa: PLC0415 - needs PyYAML, absent in the browser

    return loader.dump(loader.for_answers(loader.load()))


@cache
def _rules() -> dict[str, Rule]:
    # Not importlib.resources, which would bring zipfile, tempfile and more to every reader.
    built = Path(__file__).with_name("rules.json")
    if built.is_file():
        return build(json.loads(built.read_text("utf-8")))
    from calculators.rules import loader  # noqa: PLC0415 - needs PyYAML, absent in the browser

    return build(loader.load())
