"""Runs the scripts of this folder under Node; two at a time where they only ask questions."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.generator.runtime.paths import NODE

_HERE = Path(__file__).parent
# As many as the smallest builder has cores. Each starts for itself, so more would not be quicker.
_AT_ONCE = 2


def run(script: str, *arguments: Path | str, questions: Sequence[str] = ()) -> None:
    """Run a script, the questions on its standard input, one a line; stops with what Node said if it fails."""
    done = subprocess.run(
        [NODE, _HERE / script, *arguments],
        input="\n".join(questions),
        # Python keeps the zone in its memory: the builder's is not the reader's.
        env={**os.environ, "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        # Node shows the line that failed, which in Pyodide's glue is a megabyte long.
        lines = [line for line in done.stderr.splitlines() if len(line) < 500]
        raise SystemExit("\n".join([f"runtime: {script} stopped", *lines]))


def shared_out(
    script: str, *arguments: Path | str, questions: Sequence[str], folder: Path
) -> list[bytes]:
    """What a script writes into its last argument, for each share of the questions."""
    places = [folder / f"{script}.{share}" for share in range(_AT_ONCE)]

    def answer(share: int) -> bytes:
        run(script, *arguments, places[share], questions=questions[share::_AT_ONCE])
        found = places[share].read_bytes()
        places[share].unlink()
        return found

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(answer, range(_AT_ONCE)))
