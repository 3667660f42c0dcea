"""The day that copies of a site bear."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

_REVIEWED = re.compile(r"^reviewed: *\"?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


def of_sources(root: Path) -> date:
    """The day of the last commit of the site in ``root``; outside git, when a page was last checked."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%cs", "--", "."]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return date.fromisoformat(done.stdout.strip() or _last_reviewed(root / "docs"))


def _last_reviewed(docs: Path) -> str:
    pages = (path.read_text("utf-8") for path in docs.rglob("*.md"))
    return max((day for page in pages for day in _REVIEWED.findall(page)), default="1970-01-01")
