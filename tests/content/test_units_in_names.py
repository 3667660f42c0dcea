"""A number that is a time says its unit in its name: ``PAUSE_MS``, not ``PAUSE``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.generator.steps import ROOT

UNIT = re.compile(r"_(?:MS|US|S)$")
# The last argument of a timer that is given on one line; locals say theirs in what they were made of.
TIMER = re.compile(
    r"set(?:Timeout|Interval)\(.*, ([A-Z_]+|\d[\d_]*)\)|^\s*\}, ([A-Z_]+|\d[\d_]*)\)"
)
WAITS = {"sleep", "wait_for_timeout", "set_default_timeout", "set_default_navigation_timeout"}
THEME = sorted(path for path in (ROOT / "theme").rglob("*.ts"))
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))


def timers(text: str) -> Iterator[str]:
    """What timers of a script are given, but for zero: a turn of the loop."""
    for line in text.splitlines():
        if found := TIMER.search(line):
            yield found[1] or found[2]


def waits(text: str) -> Iterator[str]:
    """The constants that a Python file waits for."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            given = [each.value for each in node.keywords if each.arg == "timeout"]
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given += node.args[:1] if name in WAITS else []
            yield from (
                each.id for each in given if isinstance(each, ast.Name) and each.id.isupper()
            )


@pytest.mark.parametrize("path", THEME, ids=lambda path: path.name)
def test_timers_are_given_milliseconds_by_name(path: Path) -> None:
    assert [name for name in timers(path.read_text("utf-8")) if not UNIT.search(name)] == []


def test_python_waits_for_named_units() -> None:
    named = {(path.name, name) for path in SCRIPTS for name in waits(path.read_text("utf-8"))}
    assert named
    assert {each for each in named if not UNIT.search(each[1])} == set()


def test_a_time_without_a_unit_is_found() -> None:
    assert list(timers("setTimeout(go, PAUSE)\n  }, 2000)\nsetTimeout(done)")) == ["PAUSE", "2000"]
    assert list(waits("f(timeout=PATIENCE); page.wait_for_timeout(REST); sleep(x)")) == [
        "PATIENCE",
        "REST",
    ]
