"""What the build assumes of CPython's memory was read from the CPython that Pyodide brings."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest

from scripts.generator.runtime.inside import prune
from scripts.generator.runtime.paths import NODE, PYODIDE

RUNTIME = Path(prune.__file__).parent.parent
PINNED = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
# A number added to an address, or a step from one to the next.
OFFSET = re.compile(r"(?:word\(\w+|memory\[\w+|\b(?:at|entry)) ?\+=? ?\d")
TEMPLATE = re.compile(r"`[^`]*`", re.DOTALL)


def test_the_structs_are_those_of_the_pinned_cpython() -> None:
    code = 'import { CPYTHON } from "./structs.mjs"; console.log(CPYTHON)'
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", code],
        cwd=RUNTIME,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == PINNED, "read the files that structs.mjs names again"


def test_the_flags_of_code_are_those_of_the_pinned_cpython() -> None:
    assert f"{sys.version_info[0]}.{sys.version_info[1]}" == PINNED.rpartition(".")[0]
    names = ("GENERATOR", "COROUTINE", "ITERABLE_COROUTINE", "ASYNC_GENERATOR")
    assert sum(getattr(inspect, f"CO_{name}") for name in names) == prune._KINDS


def test_the_flags_of_classes_are_those_of_the_pinned_cpython() -> None:
    """A class made in Python bears the one, TypeVar, made in C with attributes for ever, both, int the other alone."""
    both = prune._MADE | prune._FIXED
    assert type("Made", (), {}).__flags__ & both == prune._MADE
    assert TypeVar.__flags__ & both == both
    assert int.__flags__ & both == prune._FIXED


@pytest.mark.parametrize("script", sorted(RUNTIME.glob("*.mjs")), ids=lambda path: path.name)
def test_offsets_and_python_stand_in_files_of_their_own(script: Path) -> None:
    text = script.read_text("utf-8")
    assert not OFFSET.search(text), "offsets into CPython's memory stand in structs.mjs"
    for literal in TEMPLATE.findall(text):
        assert "\n" not in literal, f"Python stands in the folder inside: {literal}"
