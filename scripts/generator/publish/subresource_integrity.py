"""Each script and style that a page of the website asks for, with the hash of its bytes.

A browser refuses any other bytes: a captive portal's page, half a file, another build's. Files on a
disk have no such thing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from scripts.generator.integrity import integrity
from scripts.generator.publish.files import rewrite

# The search button names the script with the pages' words.
_TAG = re.compile(r"<(?:script|link|button)\b[^>]*>")
_FILE = re.compile(r"""\s(?:src|href|data-search)=["']?([^"'\s>]+)""")
_WANTED = re.compile(r"""<script\b|\sdata-search=|\srel=["']?stylesheet|\sas=["']?script""")


def add(site: Path) -> None:
    """Write the hashes into every page of the site; call when the files they name are final."""
    known = cache(lambda path: integrity(path.read_bytes()))
    for page in site.rglob("*.html"):

        def with_hash(tag: re.Match[str], folder: Path = page.parent) -> str:
            found = _FILE.search(tag.group())
            if not found or not _WANTED.search(tag.group()):
                return tag.group()
            path = (site if found[1].startswith("/") else folder) / found[1].lstrip("/")
            if not path.is_file():
                return tag.group()
            name = "data-integrity" if tag.group().startswith("<button") else "integrity"
            return f'{tag.group()[:-1].rstrip("/")} {name}="{known(path.resolve())}">'

        rewrite(page, _TAG.sub(with_hash, page.read_text("utf-8")))
