"""What search reads: every page's words in one script, which a page asks for when somebody searches.

A script, because a page opened from a file may not read data. It holds texts and no index: they are
short enough to be read through at each question (``theme/src/search``). Beside the pages it holds
words that mean the same (``alike.yml``), names of loans (``products.yml``), cries for help
(``crisis.yml``) and the commonest questions (``common.yml``), all from ``docs/search``, and how
characters sound (``sounds.py``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from calculators import content
from scripts.generator.integrity import keep
from scripts.generator.markdown.page_file import data, front_matter
from scripts.generator.publish.files import rewrite
from scripts.generator.search import crisis, sections, sounds

_FOLDER = "assets/site"
# The theme names no digest; ours, which changes with the content, is put in, also in place of an old one.
_NAME = re.compile(rf"{_FOLDER}/library(?:\.[0-9a-f]+)?\.js")
# The words of this site; a second site brings its own, or none.
_WORDS = content.root() / "docs" / "search"


def add(docs: Path, pages: Path) -> None:
    """Write the script into the built pages' folder, and its name into every page.

    `docs`: the Markdown pages, for their front matter; ``search: {exclude: true}`` leaves one out.
    `pages`: the same pages as the generator built them.
    """
    for old in pages.glob(f"{_FOLDER}/library.*.js"):
        old.unlink()
    script = library(docs, pages).encode()
    name = f"{_FOLDER}/{keep(script, pages / _FOLDER, 'library', '.js')}"
    for page in pages.rglob("*.html"):
        rewrite(page, _NAME.sub(name, page.read_text("utf-8")))


def library(docs: Path, pages: Path) -> str:
    """The script that holds the words of all pages."""
    listed = list(_pages(docs, pages))
    addresses = {page["url"] for page in listed}
    slugs = {path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")}
    reviewed: date = front_matter(docs / "index.md")["reviewed"]
    found = {
        "pages": listed,
        "alike": _data("alike"),
        "products": _data("products"),
        "crisis": crisis.read(_data("crisis"), reviewed, slugs),
        "common": [_common(each, addresses) for each in _data("common")],
        "sounds": sounds.table(_texts(listed)),
        "otherReadings": sounds.OTHER_READINGS,
    }
    for kind in found["crisis"]["kinds"]:
        kind["pages"] = [address(Path(f"{slug}.md")) for slug in kind["pages"]]
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.huanqingLibrary={text}"


def _data(name: str) -> Any:
    path = _WORDS / f"{name}.yml"
    return data(path) if path.exists() else []


def _common(question: Mapping[str, str], addresses: set[str]) -> dict[str, str]:
    url = address(Path(f"{question['page']}.md"))
    if url not in addresses:
        raise SystemExit(f"common.yml: there is no page {question['page']}")
    return {"ask": question["ask"], "url": url}


def _texts(pages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What readers type is found in titles, questions and headings; their characters have a sound."""
    for page in pages:
        yield page["title"] + "".join([*page["asks"], *page["tags"]])
        yield from (heading for _, heading, _ in page["sections"])


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
        "tags": [str(tag) for tag in meta["tags"]],
        "asks": meta.get("asks", []),
        "sections": [(each.anchor, each.heading, each.text) for each in found],
    }


def address(path: Path) -> str:
    """``cases/late.md`` -> ``cases/late/``, ``cases/index.md`` -> ``cases/``."""
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return "" if folder == Path() else f"{folder.as_posix()}/"
