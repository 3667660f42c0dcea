"""The building processes of the preview, from the outside: pages, and what runs in the browser."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.generator import build, steps
from scripts.generator.steps import ROOT

_STOPPED = "the building process stopped; the reason stands in the terminal"


@dataclass(frozen=True)
class Outcome:
    """What a build came to: the mistakes that stopped it, or what is odd and stops nothing."""

    error: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Builder:
    """A process that builds the pages when asked; ``restart`` makes it load changed Python."""

    def __init__(self, out: Path, address: str) -> None:
        self.out, self.address = out, address
        self.process: subprocess.Popen[str] | None = None

    def build(self, *, look: bool) -> Outcome:
        """Build once and wait for it; ``look`` puts styles and scripts together first."""
        running = self.process or self._start()
        assert running.stdin and running.stdout
        asked = {"out": str(self.out), "address": self.address, "look": look}
        try:
            print(json.dumps(asked), file=running.stdin, flush=True)
            line = running.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:  # it could not even be loaded, for instance
            self.restart()
            return Outcome(error=(_STOPPED,))
        answer: dict[str, Any] = json.loads(line)
        return Outcome(tuple(answer.get("error", ())), tuple(answer.get("warnings", ())))

    def restart(self) -> None:
        """End the process; the next build starts another."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _start(self) -> subprocess.Popen[str]:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "scripts.preview.worker"],
            cwd=ROOT,
            env=build.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        return self.process


class Runtime:
    """Makes what runs in the browser in the background, from the files as they are when it begins."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Begin, anew if it was under way."""
        self.end()
        # What it makes belongs to a state of the files that the next build may not find again.
        (steps.STAMPS / "runtime").unlink(missing_ok=True)
        self.process = subprocess.Popen(
            ["nice", sys.executable, "-m", "scripts.generator.runtime", "--out", build.RUNTIME],
            cwd=ROOT,
            env=build.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )

    @property
    def is_running(self) -> bool:
        """Whether it is under way."""
        return self.process is not None and self.process.poll() is None

    def finished(self) -> Outcome | None:
        """What it came to, told once; None while there is nothing to tell."""
        if self.process is None or self.process.poll() is None:
            return None
        assert self.process.stderr
        said, status = self.process.stderr.read().strip().splitlines(), self.process.returncode
        self.process = None
        return Outcome(error=tuple(said[-5:]) or (_STOPPED,)) if status else Outcome()

    def end(self) -> None:
        """Stop it, if it is under way, with all that it started."""
        if self.process and self.process.poll() is None:
            subprocess.run(["kill", "--", f"-{self.process.pid}"], check=False)
            self.process.wait()
        self.process = None
