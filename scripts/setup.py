"""Prepare everything the project needs, once: ``python3 scripts/setup.py build test check``.

Runs on any Python from 3.9 with the standard library only, so that ``make`` works on a bare
machine. A second call sees by the hashes of the lock files that nothing is left to do.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
LOCKS = ROOT / "requirements"
# esbuild puts its program, which is a package of the lock file, in the place of a slower starter.
SCRIPTS = ("esbuild",)
PEERS = ROOT / "scripts" / "bench" / "peers" / "package-lock.json"
WANTED = (ROOT / ".python-version").read_text().strip()

NO_PYTHON = (
    "setup: Python %s is not on this machine and could not be fetched (it comes from github.com).\n"
    "Install Python %s yourself, with venv: from python.org, your system's packages, pyenv or conda.\n"
    "Then run the same command again: it is found on the PATH or in ~/.pyenv/versions."
) % (WANTED, WANTED)


def main(groups: Sequence[str]) -> None:
    """Make the environment and install the named groups of requirements, then the npm packages."""
    if not PYTHON.exists():
        step("python " + WANTED, make_environment)
    for group in groups:
        once(
            LOCKS / (group + ".txt"),
            lambda path: pip("install", "--require-hashes", "-r", str(path)),
        )
    once(ROOT / "package-lock.json", npm_ci)
    if "bench" in groups:
        once(PEERS, npm_ci)
    if "test" in groups:
        browser()
    if "engines" in groups:
        engines()


def once(lock: Path, install: Callable[[Path], None]) -> None:
    """Run ``install`` unless the stamp says this very lock file was installed before."""
    if not lock.exists():
        return
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = STAMPS / "-".join(lock.relative_to(ROOT).parts)
    if stamp.exists() and stamp.read_text() == digest:
        return
    step("install " + lock.name, lambda: install(lock))
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(digest)


def step(name: str, work: Callable[[], None]) -> None:
    """Say what is being done and how long it took."""
    started = time.monotonic()
    print("setup  %-24s ..." % name, flush=True)
    work()
    print("setup  %-24s %5.1f s" % (name, time.monotonic() - started), flush=True)


def make_environment() -> None:
    """A virtual environment of the wanted Python, with pip, whatever the machine has."""
    found = find_python()
    if found and works([found, "-c", "import venv, ensurepip"]):
        run([found, "-m", "venv", "--clear", str(VENV)])
        return
    tools = VENV.with_name(".cache") / "uv"
    bootstrap = str(LOCKS / "bootstrap.txt")
    system_pip("install", "--upgrade", "--target", str(tools), "--require-hashes", "-r", bootstrap)
    uv = next(p for p in (tools / "bin" / "uv", tools / "uv" / "bin" / "uv") if p.exists())
    command = [str(uv), "venv", "--clear", "--python", found or WANTED, str(VENV)]
    if subprocess.run(command, cwd=ROOT, check=False, env=environment()).returncode:
        sys.exit(NO_PYTHON)
    library = VENV / "lib" / ("python" + WANTED) / "site-packages"
    system_pip(
        "install", "--target", str(library), "--require-hashes", "-r", str(LOCKS / "pip.txt")
    )


def find_python() -> Optional[str]:
    """A Python of the wanted version: the one running, on the PATH, or kept by pyenv."""
    name = "python" + WANTED
    kept = sorted((Path.home() / ".pyenv" / "versions").glob(WANTED + ".*/bin/" + name))
    candidates = [sys.executable, shutil.which(name) or ""] + [str(path) for path in kept]
    check = "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '" + WANTED + "')"
    return next((c for c in candidates if c and works([c, "-c", check])), None)


def system_pip(*arguments: str) -> None:
    """Run a pip of this machine; Debian keeps it in a package of its own."""
    command = [sys.executable, "-m", "pip"]
    if not works([*command, "--version"]) and os.geteuid() == 0 and shutil.which("apt-get"):
        run(["apt-get", "update", "-q"])
        run(["apt-get", "install", "-qy", "--no-install-recommends", "python3-pip"])
        command = ["/usr/bin/python3", "-m", "pip"]
    if not works([*command, "--version"]):
        sys.exit("setup: this Python has no pip. Install python3-pip or Python %s." % WANTED)
    run([*command, *arguments])


def pip(*arguments: str) -> None:
    """Run pip in the project's own environment."""
    run([str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-qq", *arguments])


def npm_ci(lock: Path) -> None:
    """Install the npm packages pinned by a lock file beside it, with the Node of the environment.

    No package runs a program of its own while it is installed, but those named in ``SCRIPTS``.
    """
    quiet = ["--prefix", str(lock.parent), "--no-audit", "--no-fund", "--loglevel=error"]
    run(["npm", "ci", "--ignore-scripts", *quiet])
    named = [name for name in SCRIPTS if (lock.parent / "node_modules" / name).is_dir()]
    if named:
        run(["npm", "rebuild", "--ignore-scripts=false", *named, *quiet])


def browser() -> None:
    """See to a browser and what else tests run; imported late because only they need it."""
    sys.path.insert(0, str(ROOT))
    from scripts import chromium

    chromium.ensure()
    chromium.ensure_tools()


def engines() -> None:
    """See to the other engines, as for the browser."""
    sys.path.insert(0, str(ROOT))
    from scripts import chromium

    chromium.ensure_engines()


def environment() -> Dict[str, str]:
    """The environment variables under which the project's own tools come first."""
    return dict(os.environ, PATH=str(VENV / "bin") + os.pathsep + os.environ.get("PATH", ""))


def run(command: List[str]) -> None:
    """Run a command or stop with its name and status."""
    done = subprocess.run(command, cwd=ROOT, check=False, env=environment())
    if done.returncode:
        sys.exit("setup: `%s` failed with status %d." % (" ".join(command[:4]), done.returncode))


def works(command: Sequence[str]) -> bool:
    """Whether the command exists and succeeds, without a word."""
    try:
        return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    main(sys.argv[1:] or ["build", "test", "check"])
