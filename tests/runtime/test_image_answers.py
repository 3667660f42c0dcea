"""The image against the package here: every known case, wrong fields, other days, hostile text.

What was removed from the image (see ``inside/prune.py`` and ``link.py`` of ``scripts/generator/runtime``) would be missed
here first.
"""

from __future__ import annotations

import gc
import json
import re
import subprocess
from functools import cache
from pathlib import Path

from calculators.browser import respond
from calculators.registry import letters, tools
from scripts.generator.runtime.paths import NODE
from scripts.generator.runtime.questions import questions
from scripts.generator.steps import ROOT
from tests.cases.test_cases import every_case
from tests.unit.test_bill_furniture import ASKED, BILLS, PAGES
from tests.unit.test_bill_layouts import FIXED, OWN

_TOOL = {
    **dict.fromkeys(("instalments", "payments"), "overdue-cost"),
    "purchases": "card-bill",
    "draws": "daily-loan",
    "flows": "true-cost",
}
"""A tool that has each list a bill may be pasted into."""


def requests() -> list[str]:
    """What readers may ask, as JSON texts; none of it was asked when the image was made."""
    asked = [
        {"tool": id, "inputs": case["inputs"], "on": case["on"]}
        for id, case in (case.values for case in every_case())
    ]
    asked += [
        {"tool": id, "inputs": {}, "on": on}
        for id in (*tools(), *letters())
        for on in ("2026-11-23", "2031-03-31")
    ]
    asked += [
        {
            "tool": _TOOL[name],
            "inputs": {},
            "on": "2026-11-25",
            "paste": {"list": name, "text": text},
        }
        for name, text in (
            *((name, text) for name, text, _ in (*OWN, *FIXED)),
            *(("instalments", text) for text, *_ in BILLS),
            *(("instalments", page.format(words)) for page in PAGES for words in ASKED),
        )
    ]
    return [json.dumps(each, ensure_ascii=False) for each in asked] + questions(forms=6, seed=1)


@cache
def answers() -> tuple[dict[str, str], int]:
    """What the package here says to every request, and how many objects in cycles that leaves behind."""
    asked = requests()
    for request in asked[::9]:  # what is made once and kept is no leftover
        respond(request)
    gc.collect()
    gc.disable()
    try:
        return {request: respond(request) for request in asked}, gc.collect()
    finally:
        gc.enable()


def test_the_image_answers_every_request_as_the_package_does(runtime: Path) -> None:
    asked = requests()
    done = subprocess.run(
        [NODE, ROOT / "scripts" / "generator" / "runtime" / "node_run.mjs", "--image"],
        input="\n".join(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answered = done.stdout.splitlines()
    assert len(answered) == len(asked)
    here, _ = answers()
    for request, answer in zip(asked, answered, strict=True):
        assert json.loads(answer) == json.loads(here[request]), request


def test_answers_leave_no_cycles_behind() -> None:
    """Nothing collects them in the image (see ``dropUnused`` in ``image.mjs``): a visit is long."""
    _, cycles = answers()
    assert cycles == 0


def test_nothing_asks_for_unseeded_chance() -> None:
    """Every visitor's image holds the same state of chance; simulations bring their own seed."""
    for path in (ROOT / "calculators").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(
            r"^(import random|from random import (?!Random$)|import secrets)", text, re.M
        )
