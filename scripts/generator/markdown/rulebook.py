"""The pages of rules, written from the rules data: plain Markdown, so that headings get anchors.

A page says which list it wants in a fence::

    ```rules
    category: interest
    ```

`show: changes` in its place lists every dated value of every rule, newest first; `show: addresses`
every address outside the site.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from calculators import rules
from calculators.answer.result import Unit
from calculators.rules import Rule, RuleBook, Scale
from calculators.view import show
from scripts.generator.markdown import addresses, page_file, rule_tables
from scripts.generator.markdown.citation import marked, named
from scripts.generator.markdown.page_file import Page
from scripts.generator.markdown.rule_tables import readable, row, shown, steps

_WANTED = re.compile(r"(category|show):\s*(\S+)")


class Link(NamedTuple):
    """A page that uses a rule: its title and its address as the page of rules must write it."""

    title: str
    address: str


type Uses = Mapping[str, Sequence[Link]]


def fill(page: Page, index: int, text: str) -> list[str]:
    """The Markdown lines a `rules` fence stands for; raises `PageError` if it asks for nothing."""
    book = rules.at(page.on)
    wanted = _WANTED.fullmatch(text.strip())
    if not wanted:
        raise page.fail(index, "write category: and its name, show: changes or show: addresses")
    if wanted.groups() == ("show", "changes"):
        name = Path(page.path).stem
        listed = changes(book, Path(page.path).parent, docs_of(page)).split("\n")
        return [*_taken_along(name), *listed]
    if wanted.groups() == ("show", "addresses"):
        return addresses.table(book).split("\n")
    categories = sorted({rule.category for rule in book.all()})
    if wanted[1] == "show" or wanted[2] not in categories:
        known = ", ".join(categories)
        raise page.fail(index, f"there are no rules of {wanted[2]!r}; there are {known}")
    return expand(wanted[2], book, uses(docs_of(page), Path(page.path))).split("\n")


def expand(category: str, book: RuleBook, used_by: Uses) -> str:
    """Every rule of a category as Markdown, in the order of the rule files.

    `category`: as the rules data calls it, such as `interest`.
    `book`: the rules on the day the page was reviewed.
    `used_by`: the pages that use each rule, by rule id.
    """
    chosen = [rule for rule in book.all() if rule.category == category]
    return "\n".join(line for rule in chosen for line in _entry(rule, used_by.get(rule.id, ())))


def changes(book: RuleBook, here: Path, docs: Path) -> str:
    """Every dated value as one table, newest first: since when, which rule, what it says.

    `book`: the rules, on any day: a value of the future is listed too.
    `here`: the folder of the page that holds the table.
    `docs`: the folder of all pages.
    """
    dated: dict[tuple[date, str], list[str]] = defaultdict(list)
    for rule in book.all():
        for parameter in readable(rule):
            for since, value in steps(parameter):
                if since > date.min and not isinstance(value, Scale):
                    line = f"{parameter.label}：{shown(value, parameter.unit)}"
                    dated[since, rule.id].append(line)
    up = os.path.relpath(docs / "rights", here)
    lines = [row(["从哪天起", "规则", "内容"]), row(["---"] * 3)]
    for (since, rule_id), words in sorted(dated.items(), key=lambda item: item[0][0], reverse=True):
        rule = book[rule_id]
        link = f"[{rule.name}]({up}/{rule.category}.md#{rule_id})"
        link += f" {marked(rule)}" if rule.status == "uncertain" else ""
        lines.append(row([_on(since), link, "；".join(words)]))
    return "\n".join(lines)


def _taken_along(name: str) -> Iterator[str]:
    """The changes as a feed and those to come as a calendar; `feeds.write` lays both beside the page."""
    yield (
        f'<p><a href="{name}.xml" type="application/atom+xml">订阅规则的变动</a> · '
        f'<a href="{name}.ics" download>把将来的变动放进日历</a></p>'
    )
    yield ""


def docs_of(page: Page) -> Path:
    """The folder of all pages, found from how far below it this page stands."""
    above = page.root.count("../") - (Path(page.path).name != "index.md")
    return Path(page.path).parents[above]


def uses(docs: Path, here: Path) -> dict[str, list[Link]]:
    """Which pages list each rule in their front matter, as links from the page `here`."""
    found: dict[str, list[Link]] = defaultdict(list)
    for path in sorted(docs.rglob("*.md")):
        meta = page_file.front_matter(path)
        link = Link(str(meta.get("title", path.stem)), os.path.relpath(path, here.parent))
        for rule_id in meta.get("rules") or ():
            found[rule_id].append(link)
    return found


def certainty(rule: Rule) -> tuple[str, str]:
    """How sure the site is of a rule: a short word for styling, and the words for the reader."""
    if rule.status == "uncertain":
        return "reported", "没有读到原文"
    if rule.category == "derived":
        return "derived", "由已核对的规则推出"
    return ("read", "已核对原文") if rule.text else ("quoted", "已核对转载或公开报道")


def _entry(rule: Rule, used_by: Sequence[Link]) -> Iterator[str]:
    kind, words = certainty(rule)
    yield from (f"## {rule.name} {{#{rule.id}}}", "")
    mark = f"{marked(rule)} " if rule.sure else ""
    yield from (f"{mark}**{words}**{{ .hq-certainty .hq-certainty-{kind} }}", "")
    yield from (rule.plain.removeprefix("据报道，"), "")
    if rule.text:
        yield from (f"> 原文：{rule.text}", "")
    if rule.limits:
        yield from ("**这条没有说的、例外的：**", "")
        yield from (*(f"- {limit}" for limit in rule.limits), "")
    yield from rule_tables.tables(rule)
    yield from (f"- {line}" for line in (*rule_tables.constants(rule), *_facts(rule, used_by)))
    yield ""


def _facts(rule: Rule, used_by: Sequence[Link]) -> Iterator[str]:
    """Where the rule stands, since when, where to look, when we did, and who relies on it."""
    reference = rule.reference
    issued = "，".join(filter(None, (reference.issuer, reference.number)))
    yield f"出处：{_bare(named(rule))}" + (f"。发布：{issued}" if issued else "")
    if rule.effective_from:
        read = "" if rule.effective_read else "，这个日子没有对照原件"
        yield f"施行：{_on(rule.effective_from)}{read}{_state(rule)}"
    if reference.href:
        opened = f"{_on(reference.opened)}打开核对过" if reference.opened else "未打开核对"
        yield f"官方网址：[{urlsplit(reference.href).hostname}]({reference.href})（{opened}）"
    yield f"核对日期：{_on(rule.checked_on)}，下次不晚于 {_on(rule.check_by)}"
    if rule.note:
        yield f"说明：{rule.note}"
    if used_by:
        yield "用到它的页面：" + "、".join(f"[{link.title}]({link.address})" for link in used_by)


def _bare(title: str) -> str:
    """A title as running text: neither title marks nor brackets around its year."""
    return re.sub(r"（([^（）]*)）", r"，\1，", re.sub(r"^《(.*)》", r"\1", title)).rstrip("，")


def _state(rule: Rule) -> str:
    if rule.state == "announced":
        return "，还没有开始"
    return f"，到 {_on(rule.effective_to)}为止" if rule.effective_to else ""


def _on(day: date) -> str:
    return show(day, Unit.DATE)
