"""Run the steps of a build in order, leaving out those whose inputs have not changed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

# The engine lies where this file lies; the site that is built is the folder one stands in.
ENGINE = Path(__file__).resolve().parent.parent.parent
ROOT = Path.cwd()
BUILD = ROOT / "build"
STAMPS = BUILD / ".steps"
_IGNORED = {"__pycache__", "node_modules"}


@dataclass(frozen=True)
class Step:
    """One step: what it reads (globs from the project's root), what it makes, and how."""

    name: str
    inputs: tuple[str, ...]
    outputs: tuple[Path, ...]
    run: Callable[[], None]
    setting: str = ""  # what else its result depends on, such as an environment variable


def run(steps: Iterable[Step]) -> None:
    """Run each step that is not up to date; a step also runs when one before it did."""
    before = ""
    for step in steps:
        before = digest(step, before)
        stamp = STAMPS / step.name
        if _up_to_date(step, stamp, before):
            print(f"site   {step.name:<10} unchanged", flush=True)
            continue
        stamp.unlink(missing_ok=True)
        _timed(step)
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(before)


def digest(step: Step, before: str) -> str:
    """What the step's result depends on: the contents of its inputs and the steps before it."""
    total = hashlib.sha256(f"{before}\0{step.setting}".encode())
    for path in files(step.inputs):
        base = ROOT if path.is_relative_to(ROOT) else ENGINE
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(base)}\0{content}\n".encode())
    return total.hexdigest()


def files(globs: Iterable[str]) -> list[Path]:
    """The files of the site and of the engine that match, in a fixed order."""
    found = {p for glob in globs for base in (ROOT, ENGINE) for p in base.glob(glob) if p.is_file()}
    return sorted(path for path in found if not _IGNORED & set(path.parts))


def _up_to_date(step: Step, stamp: Path, wanted: str) -> bool:
    made = all(output.exists() for output in step.outputs)
    return made and stamp.exists() and stamp.read_text() == wanted


def _timed(step: Step) -> None:
    started = time.monotonic()
    print(f"site   {step.name:<10} ...", flush=True)
    step.run()
    print(f"site   {step.name:<10} {time.monotonic() - started:.1f} s", flush=True)
