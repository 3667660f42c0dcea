"""Sheets of paper made from the pages: one for each situation, a poster, a slip, a form for a pen.

What is made is declared in the pages, see ``scripts.generator.markdown.sheets``; words come from the built
pages, so that every figure on paper is the rules'.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from calculators import rules
from calculators.form.declare import Spec, specs
from calculators.registry import tool
from scripts.generator.markdown import page_file, sheets
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.sheets import FOLDER, Sheet
from scripts.generator.site import Site

_ARTICLE_END = "</article>"
_LINK = '<p class="hq-paper"><a href="{root}{file}">打印成一张纸，带走</a></p>'
_KEEP = re.compile(r"</?(?:ol|ul|li|p|strong|blockquote|table|thead|tbody|tr|th|td|small)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
# How sure a thing is: what the law says needs no mark on paper.
_SURE = re.compile(
    r'\s*<a class="hq-rule hq-sure" data-sure="(?P<how>[^"]*)"[^>]*>(?P<mark>.*?)</a>'
)
_ASIDE = re.compile(r'\s*<a class="hq-rule hq-about"[^>]*>.*?</a>')
_CITED = re.compile(r'<a class="hq-rule"[^>]*>(.*?)</a>')
_SOURCES = re.compile(r"（[^（）]*\x00[^（）]*）")
# A page of the site: on paper its name, which a reader may look for.
_PAGE = re.compile(r'<a href="(?P<href>(?!tel:|https?:)[^"]*)">(?P<text>.*?)</a>')
# A section of the page that is not on its sheet.
_ELSEWHERE = "（在网页上）"
_TITLE = r"<h1[^>]*>(.*?)(?=<a class=\"headerlink\"|</h1>)"
_HEADING = r"<h[2-4][^>]* id=\"{id}\"[^>]*>(.*?)(?=<a class=\"headerlink\"|</h)"
_FOLD = re.compile(r'<details class="hq-source-fold">.*?</details>', re.DOTALL)


def write(docs: Path, pages: Path, site: Site, css: Path, out: Path) -> None:
    """Write all sheets into ``pages`` and again into ``out``, and link each from its page."""
    others = sheets.others(docs)
    if others is None:
        return
    maker = _Maker(docs, pages, site, css.read_text("utf-8"))
    shutil.rmtree(pages / FOLDER, ignore_errors=True)
    (pages / FOLDER).mkdir()
    for page in sheets.declared(docs):
        (pages / page.file).write_text(maker.situation(page), "utf-8")
        _link(pages / page.slug / "index.html", page.file)
    for name, said in others.items():
        sheet = maker.kinds[name](said)
        (pages / FOLDER / f"{name}.html").write_text(sheet, "utf-8")
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(pages / FOLDER, out)


def _link(page: Path, file: str) -> None:
    """Once, at the end of the page: what leads there is for those who have read it."""
    text = page.read_text("utf-8")
    if 'class="hq-paper"' in text:
        return
    before, end, after = text.rpartition(_ARTICLE_END)
    page.write_text(f"{before}{_LINK.format(root='../../', file=file)}{end}{after}", "utf-8")


@dataclass(frozen=True)
class _Maker:
    docs: Path
    pages: Path
    site: Site
    css: str

    def situation(self, page: Sheet) -> str:
        """The sheet of one page: what to do, what to say, and a box for the days where any run."""
        text = self._built(page.slug)
        short = re.search(r'<p class="hq-short">(.*?)</p>', text, re.DOTALL)
        names = page.words["sections"]
        sections = self._sections(text, page.slug, names)
        opening = plain(self._named(short[1], page.slug, names)) if short else ""
        body = f"<p>{opening}</p>{_box(page)}{sections}"
        return self._sheet(page.title, body, page.reviewed)

    def _sections(self, text: str, slug: str, names: Sequence[str]) -> str:
        return "".join(
            f"<h2>{escape(name)}</h2>{plain(self._named(_section(text, name, slug), slug, names))}"
            for name in names
        )

    def _named(self, html: str, slug: str, printed: Sequence[str]) -> str:
        """With links under the names that their targets bear: on paper a name is all there is to look for."""

        def name(link: re.Match[str]) -> str:
            names = self._target(slug, link["href"])
            is_left_out = link["href"].startswith("#") and names[0] not in printed
            return called(_bare_text(link["text"]), *names) + (_ELSEWHERE if is_left_out else "")

        return _PAGE.sub(name, html)

    def _target(self, slug: str, href: str) -> tuple[str, ...]:
        """The names of what a link of a page leads to: the section's heading if it leads to one, then the title."""
        path, _, anchor = href.partition("#")
        wanted = posixpath.normpath(posixpath.join(slug, path)) if path else slug
        text = self._built(wanted)
        found = (_HEADING.replace("{id}", re.escape(anchor)),) if anchor else ()
        names = (re.search(each, text, re.DOTALL) for each in (*found, _TITLE))
        return tuple(_bare_text(name[1]) for name in names if name)

    @property
    def kinds(self) -> Mapping[str, Callable[[Mapping[str, Any]], str]]:
        """What a fence may ask for besides the sheets of pages."""
        return {
            "poster": self.poster,
            "slip": self.slip,
            "worksheet": self.worksheet,
            "intake": self.intake,
        }

    def poster(self, said: Mapping[str, Any]) -> str:
        text = self._built(said["page"])
        body = self._sections(text, said["page"], said["sections"])
        return self._sheet(said["title"], body, self._reviewed(said["page"]), "poster")

    def slip(self, said: Mapping[str, Any]) -> str:
        """The first table of a page, twice on a sheet, to be cut apart."""
        text = self._built(said["page"])
        table = re.search(r"<table>.*?</table>", text, re.DOTALL)
        if not table:
            raise PageError(said["page"], 1, "has no table for a slip")
        one, two = (
            f'<section class="slip"><h{level}>{escape(said["title"])}</h{level}>{plain(table[0])}</section>'
            for level in (1, 2)
        )
        return self._sheet("", one + two, self._reviewed(said["page"]), title=said["title"])

    def worksheet(self, said: Mapping[str, Any]) -> str:
        """Tables to be filled in by pen: the inputs of calculators, as they declare them."""
        tables = "".join(_pen(*each) for each in said["lists"])
        sums = "".join(f"<p>{escape(line)}</p>" for line in said["sums"])
        return self._sheet(said["title"], f'<div class="pen">{tables}</div>{sums}', None)

    def intake(self, said: Mapping[str, Any]) -> str:
        """The whole form of a calculator for a pen: choices to tick, blanks, and lists as tables."""
        declared = specs(tool(said["tool"]).inputs)
        body = "".join(
            _pen(said["tool"], name, said["lines"][name]) if spec.row else _by_hand(spec)
            for name, spec in declared.items()
        )
        return self._sheet(said["title"], f'<div class="pen intake">{body}</div>', None)

    def _built(self, page: str) -> str:
        return (self.pages / page / "index.html").read_text("utf-8")

    def _reviewed(self, page: str) -> date:
        return page_file.page_of(self.docs / f"{page}.md", self.docs, date.min).on

    def _sheet(
        self, heading: str, body: str, on: date | None, kind: str = "", title: str = ""
    ) -> str:
        head = f"<h1>{escape(heading)}</h1>" if heading else ""
        checked = f"，{on:%Y-%m-%d} 核对" if on else ""
        foot = f"<footer>来自“{escape(self.site.name)}”，免费{checked}。过了半年，先核对再用。</footer>"
        return (
            f'<!doctype html>\n<html lang="{self.site.language}">\n<head>\n<meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f'<meta name="description" content="一张 A4 纸：{escape(heading or title)}。">'
            f"<title>{escape(heading or title)} - {escape(self.site.name)}</title>"
            f"<style>{self.css}</style>\n</head>\n"
            f'<body class="{kind}">\n<main>{head}{body}</main>\n{foot}\n</body>\n</html>\n'
        )


def _section(text: str, name: str, page: str) -> str:
    """What stands below a heading of the second order, up to the next."""
    found = re.search(
        rf"<h2[^>]*>{re.escape(name)}<a class=\"headerlink\".*?</h2>(.*?)(?=<h2|</article>)",
        text,
        re.DOTALL,
    )
    if not found:
        raise PageError(page, 1, f"has no section {name!r} for its sheet")
    return found[1]


def plain(html: str) -> str:
    """Without links and sources; how sure a thing is stays, in small."""
    text = marked(_ASIDE.sub("", _FOLD.sub("", html)))
    text = _PAGE.sub(r"“\g<text>”", text)
    text = _SOURCES.sub("", _CITED.sub("\x00\\1", text)).replace("\x00", "")
    return _TAG.sub(lambda tag: _bare(tag[0]) if _KEEP.fullmatch(tag[0]) else "", text).strip()


def called(text: str, *names: str) -> str:
    """A link on paper: by the name that it leads to, and by its own words as well where they say more."""
    if text in names:
        return f"“{text}”"
    return f"“{names[0]}”" if text in names[0] else f"{text}（“{names[0]}”）"


def _bare_text(html: str) -> str:
    return _TAG.sub("", html).strip()


def marked(html: str) -> str:
    """With how sure a thing is in small brackets; what the law says goes without."""
    return _SURE.sub(_marked, html)


def _marked(sure: re.Match[str]) -> str:
    return "" if sure["how"] == "law" else f"<small>〔{sure['mark']}〕</small>"


def _bare(tag: str) -> str:
    return re.sub(r"<(/?\w+)[^>]*>", r"<\1>", tag)


def _box(page: Sheet) -> str:
    """Where the reader writes when the paper came, and the last day; the number of days is a rule's."""
    if "days" not in page.words:
        return ""
    blank = "＿＿＿＿年＿＿月＿＿日"
    wanted = page.words["days"]
    return (
        f'<div class="box"><b>哪天送到：{blank}</b>　<b>第二天起，数 {_days(wanted, page)} 天</b><br>'
        f"<b>最后一天：{blank}</b>　纸上写得更短的，照纸上的。</div>"
    )


def _days(wanted: str, page: Sheet) -> str:
    """``cpl-227.objection_days`` as its number, or a blank for what only the paper says."""
    if wanted == "blank":
        return "＿＿"
    id, _, name = wanted.rpartition(".")
    return str(rules.at(page.reviewed)[id].value(name))


def _pen(id: str, list_name: str, lines: int) -> str:
    """A list of a calculator's as an empty table, its columns as they are declared.

    What a line is comes from its name; where it has none, from its choices.
    """
    declared = specs(tool(id).inputs)[list_name]
    assert declared.row is not None, declared.label
    every = specs(declared.row).values()
    columns = [each for each in every if _by_pen(each)]
    if not any(each.kind == "text" for each in columns):
        columns = [each for each in every if _by_pen(each) or each.kind == "choice"]
    head = "".join(f"<th>{escape(_labelled(each))}</th>" for each in columns)
    row = f"<tr>{'<td></td>' * len(columns)}</tr>"
    return f"<h2>{escape(declared.label)}</h2><table><tr>{head}</tr>{row * lines}</table>"


def _by_hand(spec: Spec) -> str:
    """One question: its choices to tick, without the one that says nothing was chosen, or a blank."""
    given = [
        each for key, each in spec.choices.items() if not (spec.needed and key == spec.default)
    ]
    blank = "＿＿＿＿年＿＿月＿＿日" if spec.kind == "day" else f"＿＿＿＿＿＿{spec.unit}"
    asked = "　".join(f"□{escape(each)}" for each in given) or blank
    return f"<p{'' if given else ' class="short"'}><b>{escape(spec.label)}</b>：{asked}</p>"


def _by_pen(spec: Spec) -> bool:
    return spec.kind in ("text", "money", "rate", "count", "day")


def _labelled(spec: Spec) -> str:
    return f"{spec.label}（{spec.unit}）" if spec.unit else spec.label
