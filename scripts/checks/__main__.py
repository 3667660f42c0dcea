"""Every check, one after the other: ``python -m scripts.checks``. Exit status 1 if any fails."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = Path(sys.executable).parent
NODE = ROOT / "node_modules" / ".bin"

CHECKS: dict[str, tuple[str, ...]] = {
    "format": (f"{TOOLS}/ruff", "format", "--check", "."),
    "lint": (f"{TOOLS}/ruff", "check", "."),
    "types": (f"{TOOLS}/mypy",),
    "layers": (f"{TOOLS}/lint-imports", "--no-cache"),
    "imports": (sys.executable, "-m", "scripts.checks.imports"),
    "shape": (sys.executable, "-m", "scripts.checks.shape"),
    "newer": (sys.executable, "-m", "scripts.checks.newer"),
    "tsc theme": (f"{NODE}/tsc", "--project", "theme"),
    "tsc runtime": (f"{NODE}/tsc", "--project", "theme/runtime"),
    "tsc worker": (f"{NODE}/tsc", "--project", "theme/service-worker"),
    "content": (sys.executable, "-m", "scripts.checks.content"),
    "left out": (sys.executable, "-m", "scripts.checks.left_out"),
    "cases": (sys.executable, "-m", "scripts.checks.cases"),
}


def main() -> int:
    """Run the checks two at a time; print what a failing one has to say."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(_passes, CHECKS))
    return 0 if all(results) else 1


def _passes(name: str) -> bool:
    started = time.monotonic()
    done = subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True, check=False)
    took = f"{time.monotonic() - started:.1f} s"
    if done.returncode == 0:
        warnings = [line for line in done.stdout.splitlines() if ": warning: " in line]
        print(f"check  {name:<11} ok      {took}", *warnings, sep="\n", flush=True)
        return True
    print(f"check  {name:<11} FAILED  {took}\n{done.stdout}{done.stderr}", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main())
