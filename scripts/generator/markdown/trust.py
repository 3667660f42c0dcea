"""No page is trusted: what would run, frame or send something stops the build.

What a page comes to is read, not what its author wrote: Markdown has many ways to write one tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.page_file import Page

# The last of all: raw HTML, which Python-Markdown lays aside, is back at its place by then.
PRIORITY = 1

_TAGS = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "meta",
        "link",
        "style",
        "portal",
    ]
)
# What browsers read as words alone up to its end, quotes of attributes included.
_WORDS_WITHIN = {"title", "textarea", "xmp", "noembed", "noframes", "noscript", "plaintext"}
_DATA = ("application/json", "application/ld+json")
# Browsers leave out white space and control characters before they read the scheme.
_UNSEEN = re.compile(r"[\x00-\x20\u200b-\u200f\ufeff]+")
_SCHEMES = re.compile(r"(?:javascript|vbscript|data|livescript):", re.IGNORECASE)
# Browsers end a script at `</script/` too; the reader here goes on to the next `</script>`.
_ODD_END = re.compile(r"</[a-z][\w:-]*(?!\s*>)[^\w:-][^<>]{0,20}", re.IGNORECASE)
_WORDS_ONLY = {"alt", "title", "aria-label", "value", "placeholder", "content"}
# What a folder of words may hold besides them: pictures and the data of the search.
_FILES = {".md", ".yml", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}


class Fault(NamedTuple):
    """What must not be in a page, and a word by which its line is found."""

    sign: str
    reason: str


@dataclass
class Written:
    """The page that is being built, as its author wrote it."""

    page: Page = field(default_factory=lambda: Page("(text of no page)", "", 1, date.min))
    lines: Sequence[str] = ()


class _Reader(HTMLParser):
    """Collects the faults of a page's HTML in their order.

    Where this reader and browsers might see different things, that is the fault.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[Fault] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if len(given) < len(attrs):
            self.faults.append(Fault(f"<{tag}", f"a page cannot say one thing of a <{tag}> twice"))
        if self.within:
            reason = f"a page cannot hold a <{tag}> within a <{self.within}>"
            self.faults.append(Fault(f"<{self.within}", reason))
        self.within = self.within or (tag if tag in _WORDS_WITHIN else "")
        is_data = tag == "script" and given.get("type") in _DATA and "src" not in given
        if tag in _TAGS and not is_data:
            self.faults.append(Fault(f"<{tag}", f"a page cannot bring its own <{tag}>"))
        self.faults += _of_attributes(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.within:
            self.within = ""

    def handle_comment(self, data: str) -> None:
        self.faults.append(Fault("<!--", "a page cannot hold a comment of HTML"))

    def handle_decl(self, decl: str) -> None:
        self.faults.append(Fault("<!", "a page cannot hold a declaration of HTML"))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.faults.append(Fault("<?", "a page cannot hold an instruction of HTML"))


def _of_attributes(tag: str, given: dict[str, str]) -> Iterator[Fault]:
    for name, value in given.items():
        if name.startswith("on"):
            yield Fault(name, f"a page cannot bring its own program in {name}=")
        elif name in {"srcdoc", "formaction", "action", "ping"}:
            yield Fault(name, f"a page cannot use {name}=")
        elif name not in _WORDS_ONLY and _SCHEMES.match(_UNSEEN.sub("", value)):
            scheme = _UNSEEN.sub("", value).partition(":")[0].lower()
            if (tag, name, scheme) != ("img", "src", "data"):
                yield Fault(scheme, f"a link cannot begin with {scheme}:")


def faults(html: str) -> list[Fault]:
    """What in the HTML of a page would run, frame or send something."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    odd = [Fault(end[:2], f"a page cannot end a tag by {end}") for end in _ODD_END.findall(html)]
    return reader.faults + odd


class Distrust(Postprocessor):
    """Stops the build at a page with a fault; raises ``PageError`` at its line."""

    def __init__(self, md: Markdown, written: Written) -> None:
        super().__init__(md)
        self.written = written

    def run(self, text: str) -> str:
        """The text as it is; raises PageError at the first thing that is not allowed."""
        # Called for each heading of a table of contents as well; most are words alone.
        for fault in faults(text) if "<" in text else ():
            raise self.written.page.fail(_line(self.written.lines, fault.sign), fault.reason)
        return text


def _line(lines: Sequence[str], sign: str) -> int:
    """The first line with the sign; the first of the page where it is written in disguise."""
    return next((n for n, line in enumerate(lines) if sign in line.lower()), 0)


def folder(docs: Path) -> None:
    """Every file of the words lies among them and is of a kind that no browser runs.

    Raises ``PageError``.
    """
    inside = docs.resolve()
    for path in sorted(docs.rglob("*")):
        if path.is_symlink() and not path.resolve().is_relative_to(inside):
            raise PageError(str(path), 1, "leads out of the folder of the words")
        if path.is_file() and path.suffix not in _FILES and not path.name.startswith("."):
            raise PageError(str(path), 1, f"is not one of {', '.join(sorted(_FILES))}")
