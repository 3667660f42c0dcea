"""Copying a site's files so that unchanged ones take no room twice."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def copy(source: Path, target: Path) -> None:
    """Copy a tree; files share their bytes on disk until one side is written anew."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, copy_function=_link)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)
    return target


def rewrite(path: Path, text: str) -> None:
    """Replace a file's text without touching the file it may share its bytes with."""
    path.unlink()
    path.write_text(text, encoding="utf-8")
