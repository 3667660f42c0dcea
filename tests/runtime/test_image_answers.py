"""The image against the package here: every known case, wrong fields, other days, hostile text.

What the image has let go of (see ``scripts/runtime/warm.py``) would be missed here first.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
from pathlib import Path
from typing import Any

from calculators.browser import respond
from calculators.inputs import specs
from calculators.registry import letters, tools
from scripts.runtime.tools import NODE, ROOT
from tests.cases.test_cases import cases

ODD = (
    "",
    "一堆",
    "-1",
    "0",
    "999999999999999",
    "２０，０００．５",
    "万分之五",
    "2024-02-29",
    "<b>&",
    "true",
)


def requests() -> list[str]:
    """What readers may ask, as JSON texts."""
    asked = [
        {"tool": id, "inputs": case["inputs"], "on": case["on"]}
        for id, case in (case.values for case in cases())
    ]
    ids = [*tools(), *letters()]
    asked += [
        {"tool": id, "inputs": {}, "on": on} for id in ids for on in ("2026-11-23", "2031-03-31")
    ]
    asked += [_odd(id, number) for id in ids for number in range(5)]
    return [json.dumps(each, ensure_ascii=False) for each in asked] + ["", "{", "[]", '{"tool": 1}']


def _odd(id: str, number: int) -> dict[str, Any]:
    """A form with something strange in every field, the same at every run."""
    chance = random.Random(f"{id}{number}")
    declared = (tools().get(id) or letters()[id]).inputs
    inputs = {name: chance.choice(ODD) for name in specs(declared)}
    return {"tool": id, "inputs": inputs, "on": "2026-11-23", "root": "../", "prefix": "x-"}


def test_the_image_answers_every_request_as_the_package_does(runtime: Path) -> None:
    asked = requests()
    done = subprocess.run(
        [NODE, ROOT / "scripts" / "runtime" / "node_run.mjs", "--image"],
        input="\n".join(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answered = done.stdout.splitlines()
    lines = [each for each in asked if each]
    assert len(answered) == len(lines)
    for request, answer in zip(lines, answered, strict=True):
        assert json.loads(answer) == json.loads(respond(request)), request


def test_nothing_asks_for_unseeded_chance() -> None:
    """Every visitor's image holds the same state of chance; simulations bring their own seed."""
    for path in (ROOT / "calculators").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(
            r"^(import random|from random import (?!Random$)|import secrets)", text, re.M
        )
