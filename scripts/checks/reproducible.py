"""Two clean builds of the last commit are the same bytes: ``python -m scripts.checks.reproducible``.

Each is built from a clone of its own, under another path, day, time zone, order of hashes and mask
of permissions. Changes that are not committed are not built.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.generator.build import OFFLINE, SITE, SUMS, archive, list_of_parts, one_file
from scripts.generator.site import Site
from scripts.generator.steps import ROOT

MOST_NAMED = 20
_DAYS_AGO = str(int(time.time()) - 5 * 86400)
CIRCUMSTANCES = {
    "first": ("022", {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}),
    "second-one": (
        "077",
        {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": _DAYS_AGO},
    ),
}


def build(folder: Path, mask: str, variables: Mapping[str, str]) -> dict[str, str]:
    """Clone the last commit into ``folder``, build it, and return the hash of every file made."""
    _run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], ROOT, {})
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    command = f"umask {mask} && exec {shlex.quote(sys.executable)} -m scripts.generator.build"
    _run(["sh", "-c", command], folder, variables)
    return hashes(folder)


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of the editions by its path."""
    found: dict[str, str] = {}
    site = Site.read(folder)
    for result in (SITE, OFFLINE, archive(site), one_file(site), list_of_parts(site), SUMS):
        whole = folder / result.relative_to(ROOT)
        for path in sorted(whole.rglob("*")) if whole.is_dir() else [whole]:
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The files that only one build has or whose bytes differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def main() -> int:
    """Build twice and compare; the exit status is 1 if a byte differs."""
    with tempfile.TemporaryDirectory(prefix="reproducible-") as name, ThreadPoolExecutor(2) as pool:
        started = [
            pool.submit(build, Path(name) / folder, *how) for folder, how in CIRCUMSTANCES.items()
        ]
        one, other = (each.result() for each in started)
    different = differences(one, other)
    # The names of pages follow from the names of what they load: show what loads first.
    named = sorted(different, key=lambda file: (file.endswith((".html", ".br", ".gz")), file))
    print(*(f"differs: {file}" for file in named[:MOST_NAMED]), sep="\n")
    print(f"{len(one)} files in each of two clean builds, {len(different)} differ")
    return 1 if different else 0


def _run(command: list[str], folder: Path, variables: Mapping[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"reproducible: {command[0]} failed in {folder}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
