"""Pages that moved: where each old address leads now.

A page's front matter names the addresses it has taken over, and ``write`` lays a small page at each
that leads on, so that links, bookmarks and shared numbers still arrive::

    moved_from: [stages/day-4-30, stages/day-31-60]

Where the new page has a heading whose id is the old page's own name (``{#day-31-60}``), the old
address leads to that heading.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined

from scripts.generator.markdown import page_file
from scripts.generator.markdown.errors import PageError

KEY = "moved_from"

_SLUG = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
_HEADING = re.compile(r"""<h[1-6][^>]*\sid=["']?([^"'\s>]+)""")
_CALCULATOR = re.compile(r"""\sdata-calculator=["']?([\w-]+)""")
# Such ids count the headings of a page, and so name another heading in another page.
_COUNTED = re.compile(r"_\d+")


class Move(NamedTuple):
    """An old address, and the slug and file of the page that stands for it now."""

    old: str
    new: str
    path: Path


def moves(docs: Path) -> dict[str, Move]:
    """Every move by its old slug.

    Raises PageError: an old address is written wrongly, is claimed twice or still has a page.
    """
    found: dict[str, Move] = {}
    for path in sorted(docs.rglob("*.md")):
        for old in _claimed(path):
            if old in found:
                raise _wrong(path, f"{old} is claimed by {found[old].path} too")
            if any((docs / f"{old}{ending}.md").exists() for ending in ("", "/index")):
                raise _wrong(path, f"{old} still has a page of its own; delete that page first")
            found[old] = Move(old, slug(path.relative_to(docs)), path)
    return found


def slug(path: Path) -> str:
    """``stages/overdue.md`` -> ``stages/overdue``, ``stages/index.md`` -> ``stages``."""
    whole = path.with_suffix("")
    return (whole.parent if whole.name == "index" else whole).as_posix().removeprefix(".")


def write(docs: Path, pages: Path, template: Path) -> None:
    """Lay a page that leads on at every old address of the built ``pages``; raises as ``moves``."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    render = environment.from_string(template.read_text("utf-8")).render
    for move in moves(docs).values():
        new = (pages / move.new / "index.html").read_text("utf-8")
        target = pages / move.old / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(render(_said(move, new)), encoding="utf-8")


def _said(move: Move, new: str) -> Mapping[str, Any]:
    """What the template needs: links are relative, so that the site may stand in any folder."""
    root = "../" * len(PurePosixPath(move.old).parts)
    article = new[new.index("<article") : new.rindex("</article>")]
    places = [place for place in _HEADING.findall(article) if not _COUNTED.fullmatch(place)]
    own = PurePosixPath(move.old).name
    return {
        "title": page_file.front_matter(move.path).get("title", move.new),
        "root": root,
        "link": f"{root}{move.new}/".replace("//", "/") + (f"#{own}" if own in places else ""),
        "places": places,
        "calculators": sorted(set(_CALCULATOR.findall(article))),
    }


def _claimed(path: Path) -> Iterator[str]:
    claimed = page_file.front_matter(path).get(KEY) or []
    if not isinstance(claimed, list):
        raise _wrong(path, f"{KEY} must be a list of old addresses, such as [stages/day-4-30]")
    for old in claimed:
        if not (isinstance(old, str) and _SLUG.fullmatch(old)):
            raise _wrong(path, f"{old!r} is no address; write it as in stages/day-4-30")
        yield old


def _wrong(path: Path, reason: str) -> PageError:
    return PageError(os.fspath(path), page_file.meta_line(path, KEY), reason)
