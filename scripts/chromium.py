"""Find the Chromium that tests drive, and fetch one where the machine has none; and what else tests run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Dict, Optional

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")
# The same engine of the same source without the windows around it, which a new profile opens each time.
WINDOWLESS = "chromium-headless-shell"
# The web server that our sample is for, and what reads a PDF; their tests are skipped where they are not.
TOOLS = {
    "nginx-light": "nginx",
    "openssl": "openssl",
    "poppler-utils": "pdftotext",
    WINDOWLESS: WINDOWLESS,
}
# The other engines and what tells that each is here; their tests are skipped where they are not.
ENGINES = {"firefox-esr": "firefox-esr", "webkit2gtk-driver": "WebKitWebDriver", "xvfb": "Xvfb"}


def find() -> Optional[str]:
    """The browser's path: ``$CHROMIUM``, the system's own, or None for Playwright's."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def find_windowless() -> Optional[str]:
    """The quicker one for tests that open hundreds of profiles; ``$CHROMIUM`` and the whole browser otherwise."""
    return os.environ.get("CHROMIUM") or shutil.which(WINDOWLESS) or find()


def ensure() -> None:
    """Install Debian's Chromium when root, else Playwright's own, unless one is there already."""
    if find() or _playwright_has_one():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update", "-q")
        _run("apt-get", "install", "-qy", "--no-install-recommends", *PACKAGES)
        return
    _run(_python(), "-m", "playwright", "install", "chromium")


def ensure_tools() -> None:
    """Install what tests run beside a browser."""
    _ensure_packages(TOOLS)


def ensure_engines() -> None:
    """Install Debian's Firefox and WebKit."""
    _ensure_packages(ENGINES)


def _ensure_packages(commands: Dict[str, str]) -> None:
    """Install those packages whose command is missing, as root; else that is the machine's owner's."""
    missing = [package for package, command in commands.items() if not shutil.which(command)]
    if not missing or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-qqy", "--no-install-recommends", *missing]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(command, check=False, env=environment)


def _playwright_has_one() -> bool:
    script = (
        "import os; from playwright.sync_api import sync_playwright as p\n"
        "with p() as w: raise SystemExit(not os.path.exists(w.chromium.executable_path))"
    )
    return (
        subprocess.run([_python(), "-c", script], check=False, capture_output=True).returncode == 0
    )


def _python() -> str:
    own = os.path.join(os.path.dirname(__file__), "..", ".venv", "bin", "python")
    return own if os.path.exists(own) else sys.executable


def _run(*command: str) -> None:
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if subprocess.run(command, check=False, env=environment).returncode:
        sys.exit("setup: could not install a browser; set CHROMIUM=/path/to/chromium instead.")
