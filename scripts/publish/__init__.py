"""From the generator's pages to what readers get: the website, the offline edition, one archive."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scripts.publish import archive, offline, policy


def editions(pages: Path, site: Path, offline_site: Path, bundle: Path) -> None:
    """Write all three editions from the pages as the generator made them."""
    copy(pages, site)
    hashes = policy.script_hashes(site)
    policy.protect(site, policy.hosted(hashes))
    policy.write_headers(site, hashes)
    copy(pages, offline_site)
    offline.convert(offline_site)
    policy.protect(offline_site, policy.offline(hashes))
    archive.write(offline_site, bundle)


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
