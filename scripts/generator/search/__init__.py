"""What search reads: every page's words in one script, which a page asks for when somebody searches.

A script, because a page opened from a file may not read data. It holds texts and no index: they are
short enough to be read through at each question (``theme/src/search``).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from calculators import content
from scripts.generator.markdown.source import front_matter
from scripts.generator.publish.files import rewrite
from scripts.generator.search import sections

_FOLDER = "assets/site"
# The theme names no digest; ours, which changes with the content, is put in, also in place of an old one.
_NAME = re.compile(rf"{_FOLDER}/library(?:\.[0-9a-f]+)?\.js")
# Words that mean the same to readers of this site; a second site may bring its own or none.
_ALIKE = content.root() / "docs" / "alike.yml"


def add(docs: Path, pages: Path) -> None:
    """Write the script into the built pages' folder, and its name into every page.

    Args:
        docs: the Markdown pages, for their front matter; ``search: {exclude: true}`` leaves one out.
        pages: the same pages as the generator built them.
    """
    for old in pages.glob(f"{_FOLDER}/library.*.js"):
        old.unlink()
    script = library(docs, pages)
    name = f"{_FOLDER}/library.{hashlib.sha256(script.encode()).hexdigest()[:10]}.js"
    (pages / name).write_text(script, encoding="utf-8")
    for page in pages.rglob("*.html"):
        rewrite(page, _NAME.sub(name, page.read_text("utf-8")))


def library(docs: Path, pages: Path) -> str:
    """The script that holds the words of all pages."""
    found = {
        "pages": list(_pages(docs, pages)),
        "alike": yaml.safe_load(_ALIKE.read_text("utf-8")) if _ALIKE.exists() else [],
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.huanqingLibrary={text}"


def _pages(docs: Path, pages: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(docs.rglob("*.md")):
        meta = front_matter(path)
        if meta and not (meta.get("search") or {}).get("exclude"):
            yield _page(meta, address(path.relative_to(docs)), pages)


def _page(meta: Mapping[str, Any], url: str, pages: Path) -> dict[str, Any]:
    found = sections.read((pages / url / "index.html").read_text("utf-8"))
    return {
        "url": url,
        "title": meta["title"],
        "description": meta["description"],
        "tags": meta["tags"],
        "asks": meta.get("asks", []),
        "sections": [(each.anchor, each.heading, each.text) for each in found],
    }


def address(path: Path) -> str:
    """``cases/late.md`` -> ``cases/late/``, ``cases/index.md`` -> ``cases/``."""
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return "" if folder == Path() else f"{folder.as_posix()}/"
