"""What is installed is what was pinned, and only what is named runs a program of its own then."""

from __future__ import annotations

import json
import re

import pytest

from scripts import setup
from tests.conftest import ROOT

LOCKS = [ROOT / "package-lock.json", setup.PEERS]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.parent.name)
def test_packages_with_programs_of_their_own_are_the_named_ones(lock: object) -> None:
    packages = json.loads(lock.read_text("utf-8"))["packages"]  # type: ignore[attr-defined]
    running = {
        name.rpartition("node_modules/")[2]
        for name, said in packages.items()
        if said.get("hasInstallScript") and not said.get("optional")
    }
    assert running <= set(setup.SCRIPTS)


def test_npm_is_told_to_run_none(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(setup, "run", asked.append)
    setup.npm_ci(ROOT / "package-lock.json")
    install, rebuild = asked
    assert install[:3] == ["npm", "ci", "--ignore-scripts"]
    assert [word for word in rebuild if word in setup.SCRIPTS] == ["esbuild"]


@pytest.mark.parametrize("name", sorted(path.name for path in setup.LOCKS.glob("*.txt")))
def test_every_pin_of_a_lock_file_has_a_hash(name: str) -> None:
    text = (setup.LOCKS / name).read_text("utf-8")
    pins = re.findall(r"^[\w.-]+==(?:.*\\\n)*.*", text, re.MULTILINE)
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)
