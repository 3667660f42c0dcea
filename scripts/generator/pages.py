"""The pages, built by MkDocs; ``markdown.errors`` aside, the one module that knows MkDocs.

``python -m scripts.generator.pages --out FOLDER`` reads every page first and lists all mistakes, each as
``docs/page.md:12: reason``; only then are the pages built.
"""

from __future__ import annotations

import argparse
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from calculators import rules
from calculators.letters.letter_file import LetterFileError
from calculators.registry import letters, tools
from calculators.rules import RuleFileError
from scripts.generator.markdown import expand_page, page_file, trust
from scripts.generator.markdown.errors import PageError, where
from scripts.generator.mistakes import Mistakes, in_one_line, shown
from scripts.generator.site import Site
from scripts.generator.steps import ROOT

NAVIGATION = "SUMMARY.md"
_EXTENSION = "scripts.generator.markdown"
# What MkDocs says of a page's links and of the menu, without the line.
_IN_PAGE = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?'(?P<sign>[^']+)'")
_IN_MENU = re.compile(r"A reference to '(?P<sign>[^']+)' is included in the 'nav'")


def make(out: Path, *, strict: bool = True, address: str | None = None) -> list[str]:
    """Build every page into ``out``; returns what is odd but stops nothing, one line each.

    `strict`: a link or a line of the menu that leads nowhere stops the build too.
    `address`: where the site will stand, in place of the one that is configured.
    Raises ``Mistakes``.
    """
    config = _configured(out, address)
    docs = Path(config.docs_dir)
    if wrong := read_through(docs, _day(config)).lines:
        raise Mistakes(wrong)
    with _Heard(docs) as heard:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs.build(config)
        except PageError as problem:
            raise Mistakes([shown(problem)]) from None
        except MkDocsException as problem:
            raise Mistakes(heard.lines or [str(problem)]) from None
        finally:
            config.plugins.on_shutdown()
    if strict and heard.lines:
        raise Mistakes(heard.lines)
    return heard.lines


@dataclass(frozen=True)
class Proof:
    """What keeps the pages from being built, each ``path:line: reason``, in order.

    `unread`: whether a file could not even be read; then nothing was computed.
    """

    lines: tuple[str, ...]
    unread: bool


def proofread() -> Proof:
    """Read every page of the site and compute what it holds, without building it."""
    # Words need no look: in a fresh checkout none has been put together yet.
    config = _configured(ROOT / "build" / "pages", None, theme={"name": "material"})
    return read_through(Path(config.docs_dir), _day(config))


def read_through(docs: Path, day: date) -> Proof:
    """The mistakes of the numbers, of the folder, and of each page.

    `day`: the day for which pages are computed that name none.
    """
    wrong = [*_in_numbers(day), *_in_folder(docs)]
    pages = [path for path in sorted(docs.rglob("*.md")) if path.name != NAVIGATION]
    wrong += [problem for path in pages for problem in _in_head(path, docs, day)]
    unread = bool(wrong)
    if not unread:
        wrong = [problem for path in pages for problem in _in_page(path, docs, day)]
    return Proof(tuple(dict.fromkeys(map(shown, wrong))), unread)


def _in_numbers(day: date) -> Iterator[Exception]:
    """What is wrong with the rules, the letters or the calculators themselves."""
    for read in (lambda: rules.at(day).all(), letters, tools):
        try:
            read()
        except (RuleFileError, LetterFileError) as problem:
            yield problem
        except Exception as problem:  # an author's Python may go wrong in any way
            place, _, reason = where(problem).partition(": ")
            path, _, line = place.rpartition(":")
            yield PageError(path or "calculators/tools", int(line or 1), reason or place)


def _in_folder(docs: Path) -> Iterator[PageError]:
    try:
        trust.folder(docs)
    except PageError as problem:
        yield problem


def _in_head(path: Path, docs: Path, day: date) -> Iterator[PageError]:
    """Whether the file can be read, and what its front matter says."""
    try:
        page_file.page_of(path, docs, day)
    except PageError as problem:
        yield problem


def _in_page(path: Path, docs: Path, day: date) -> Iterator[PageError]:
    here = page_file.page_of(path, docs, day)
    yield from expand_page.mistakes(here, page_file.body(path).split("\n"))


def _configured(out: Path, address: str | None, **instead: Any) -> MkDocsConfig:
    """MkDocs' configuration; `instead`: what stands in the place of the file's own values."""
    Site.read(ROOT)  # names the line of what MkDocs would only say
    with _Heard(ROOT) as heard:
        try:
            config = load_config(
                str(ROOT / "mkdocs.yml"), site_dir=str(out), strict=False, **instead
            )
        except MkDocsException as problem:
            said = heard.lines or [str(problem).partition("\n")[0]]
            raise Mistakes([f"mkdocs.yml:1: {line}" for line in said]) from None
    if address is not None:
        config.site_url = address
    return config


def _day(config: MkDocsConfig) -> date:
    given = config.mdx_configs.get(_EXTENSION, {}).get("day", "")
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        reason = f"day of {_EXTENSION} must be a date like 2026-11-23, not {given!r}"
        raise Mistakes([f"mkdocs.yml:{_line(ROOT / 'mkdocs.yml', _EXTENSION)}: {reason}"]) from None


class _Heard(logging.Handler):
    """Collects MkDocs' warnings, each with the file and the line it speaks of, and prints none."""

    def __init__(self, docs: Path) -> None:
        super().__init__(logging.WARNING)
        self.docs, self.lines = docs, list[str]()
        self.log = logging.getLogger("mkdocs")

    def __enter__(self) -> _Heard:
        self.before = self.log.propagate, self.log.level
        self.log.propagate = False
        self.log.setLevel(logging.WARNING)
        self.log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.log.removeHandler(self)
        self.log.propagate, self.log.level = self.before

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message; what MkDocs says of an exception is said by the exception."""
        message = record.getMessage()
        if not message.startswith(("Error reading page", "Error building page")):
            self.lines.append(_placed(" ".join(message.split()), self.docs))


def _placed(message: str, docs: Path) -> str:
    for pattern in (_IN_PAGE, _IN_MENU):
        if found := pattern.search(message):
            path = docs / found.groupdict().get("page", NAVIGATION)
            return shown(PageError(str(path), _line(path, found["sign"]), message))
    return message


def _line(path: Path, sign: str) -> int:
    """The first line of a file that holds the sign; its first line where none does."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if sign in line), 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build once; what is wrong ends the command with status 1."""
    parser = argparse.ArgumentParser(prog="python -m scripts.generator.pages", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    make(parser.parse_args(arguments).out.absolute())


if __name__ == "__main__":
    with in_one_line("site"):
        main()
