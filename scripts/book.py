"""The paper edition as one HTML page: cover, contents, the pages of the readers' menu, figures at its end."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.generator import paper
from scripts.generator.site import Site

_MENU = re.compile(
    r"^(?P<in> *)\* (?:\[(?P<title>[^\]]*)\]\((?P<page>[^)]*)\)|(?P<part>.*))$", re.MULTILINE
)
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_HREF = re.compile(r'<a\b[^>]*\shref="(?P<link>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
_COMMON = re.compile(r'<details class="hq-common".*?</details>', re.DOTALL)
APPENDIX = "常见的数"
# What paper has no use for: forms with their answers, pictures, what only a press does.
_GONE = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r'<section class="hq-calculator".*?</section>',
        r'<details class="hq-common".*?</details>',
        r"<form.*?</form>",
        r"<svg.*?</svg>",
        r"<button.*?</button>",
        r'\s*<b class="hq-oneline-open">.*?</b>',
        r"<a\b[^>]*>换成[我你]的数</a>。?",
        r'<a class="headerlink".*?</a>',
        r'<p class="hq-(?:paper|calls)".*?</p>',
        r'\s*<a class="hq-rule hq-about".*?</a>',
        r'<aside class="hq-sure-legend".*?</aside>',
        r'<span class="hq-sure" data-sure="law".*?</span>',
        r"<script.*?</script>",
        r"\sid=\"[^\"]*\"",
    )
)


@dataclass(frozen=True)
class Chapter:
    """A page of the site: its place from the top, the part of the menu it stands in, what it says."""

    route: str
    part: str
    title: str
    words: str


def chapters(docs: Path, site: Path) -> tuple[Chapter, ...]:
    """The pages of the menu in its order; not those that only list others or only calculate."""
    found: list[Chapter] = []
    part = ""
    for entry in _MENU.finditer((docs / "SUMMARY.md").read_text("utf-8")):
        if entry["part"]:
            part = entry["part"]
        elif Path(entry["page"]).name != "index.md":
            route = f"/{entry['page'].removesuffix('.md')}/"
            words = _article(site, route)
            if not _only_calculates(words):
                own = part if entry["in"] else ""
                found.append(Chapter(route, own, entry["title"], plain(words)))
    return tuple(found)


def _article(site: Path, route: str) -> str:
    text = (site / route.strip("/") / "index.html").read_text("utf-8")
    found = _ARTICLE.search(text)
    assert found, route
    return found[1]


def _only_calculates(words: str) -> bool:
    """Whether a calculator stands before the first heading below the title."""
    return "data-calculator=" in words.partition("<h2")[0]


def plain(words: str) -> str:
    """Without what paper has no use for, and with every fold open."""
    words = paper.marked(words)
    for gone in _GONE:
        words = gone.sub("", words)
    words = re.sub(r"<input[^>]*>", "□ ", words)  # a list to tick, by pen
    words = re.sub(r"<summary[^>]*>(.*?)</summary>", r'<p class="folded">\1</p>', words)
    return re.sub(r"<(/?)details\b", r"<\1div", words)


def figures(docs: Path, site: Path) -> str:
    """The tables of common cases of all calculators, each under its page's title."""
    parts = []
    for path in sorted((docs / "calculators").glob("*.md")):
        article = _article(site, f"/calculators/{path.stem}/") if path.stem != "index" else ""
        table, title = _COMMON.search(article), re.search(r"<h1[^>]*>(.*?)<a class", article)
        if table and title:
            tables = re.sub(r"</?details[^>]*>|<summary.*?</summary>", "", table[0])
            parts.append(f"<h2>{title[1]}</h2>{tables}")
    return "".join(parts)


@dataclass(frozen=True)
class Book:
    """What is printed; ``front`` is the address and its picture, or nothing."""

    site: Site
    css: str
    told: tuple[Chapter, ...]
    appendix: str
    on: date
    front: str

    def whole(self, numbers: Mapping[str, int]) -> str:
        """The book as one page; ``numbers`` are the pages on which chapters begin, by route."""
        body = "".join(_framed(each, numbers) for each in self.told)
        figures = f'<section class="appendix"><h1>{APPENDIX}</h1>{self.appendix}</section>'
        return self.page(self._cover() + self.contents(numbers) + body + figures)

    def page(self, body: str) -> str:
        """A page with the book's looks."""
        return (
            f'<!doctype html><html lang="{self.site.language}"><meta charset="utf-8">'
            f"<title>{html.escape(self.site.name)}</title><style>{self.css}</style><body>{body}</body></html>"
        )

    def _cover(self) -> str:
        return (
            f'<section class="cover"><h1>{html.escape(self.site.name)}</h1>'
            f"<p>{html.escape(self.site.installed['description'])}</p>"
            f"<p>{self.on:%Y-%m-%d} 印。过了半年，先核对再用。</p>{self.front}</section>"
        )

    def contents(self, numbers: Mapping[str, int]) -> str:
        """The list of chapters by part, with their pages."""
        lines, part = [], ""
        for each in self.told:
            if each.part != part:
                part = each.part
                lines.append(f"<h2>{html.escape(part)}</h2>" if part else "")
            lines.append(_line(each.title, numbers[each.route]))
        lines.append(_line(APPENDIX, numbers[APPENDIX]))
        return f'<section class="contents"><h1>目录</h1>{"".join(lines)}</section>'

    def begin(self, count: Callable[[str], int]) -> dict[str, int]:
        """On which page each chapter begins; ``count`` says how many pages a part of the body takes.

        It counts with made-up numbers, as wide as true ones.
        """
        guess = {**dict.fromkeys((each.route for each in self.told), 100), APPENDIX: 100}
        numbers, at = {}, 2 + count(self.contents(guess))
        for each in self.told:
            numbers[each.route] = at
            at += count(_framed(each, guess))
        return {**numbers, APPENDIX: at}


def _framed(chapter: Chapter, numbers: Mapping[str, int]) -> str:
    return f'<section class="chapter">{linked(chapter, numbers)}</section>'


def _line(title: str, number: int) -> str:
    return f"<p>{html.escape(title)}<span></span>{number}</p>"


def linked(chapter: Chapter, numbers: Mapping[str, int]) -> str:
    """Where the text leads to another chapter, its page stands beside the words."""

    def led(match: re.Match[str]) -> str:
        to = (
            posixpath.normpath(posixpath.join(chapter.route, match["link"].partition("#")[0])) + "/"
        )
        if (
            to == chapter.route
            or to not in numbers
            or match["link"].startswith(("#", "tel:", "http"))
        ):
            return match["words"]
        return f'{match["words"]}<span class="to">→{numbers[to]}</span>'

    return _HREF.sub(led, chapter.words)
