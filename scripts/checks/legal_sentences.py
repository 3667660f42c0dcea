"""Every sentence of the site that states law, beside its rule, for a lawyer to read in one sitting.

``python -m scripts.checks.legal_sentences`` writes ``build/legal-sentences.md``: rule by rule its
source, the text that was read, our plain words, and where the pages and calculators rely on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from calculators import rules
from calculators.registry import tools
from calculators.rules import Rule
from scripts.checks.content import DOCS
from scripts.checks.law import CITED, claim
from scripts.checks.pages import NumberedLine, Page, plain, read_all
from scripts.checks.prose import body
from scripts.generator.markdown.citation import named, worded
from scripts.generator.markdown.rulebook import certainty

TARGET = Path("build/legal-sentences.md")

_SENTENCE = re.compile(r"[^。！？]*[。！？]?")
_FIGURE = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True)
class Sentence:
    """A sentence that states law: the ids of its rules, its words, and where it stands."""

    rule_ids: tuple[str, ...]
    words: str
    place: str


def on_pages(pages: Iterable[Page], book: rules.RuleBook) -> Iterator[Sentence]:
    """The sentences with a citation or a dated value in them, and those that claim law near one."""
    for page in pages:
        for block in page.blocks():
            near = _ids("\n".join(line.text for line in block))
            for line in block if near else ():
                yield from _of_line(page, line, near, book)


def in_calculators(book: rules.RuleBook) -> Iterator[Sentence]:
    """What the calculators say of the law in their results, from the default of each."""
    for tool_id, tool in sorted(tools().items()):
        for notice in tool.run({}, book.day).notices:
            if notice.rules:
                yield Sentence(notice.rules, notice.text, f"calculator {tool_id}")


def report(sentences: Iterable[Sentence], book: rules.RuleBook) -> str:
    """The whole list as Markdown, rule by rule in the order of the rule files."""
    by_rule: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        for rule_id in sentence.rule_ids:
            by_rule[rule_id].append(sentence)
    used = [rule for rule in book.all() if rule.id in by_rule]
    count = len({sentence for found in by_rule.values() for sentence in found})
    lines = [
        "# 本站说到法律的每一句话",
        "",
        f"共 {count} 句，用到 {len(used)} 条规则；另有 {len(book) - len(used)} 条规则只在规则页出现。",
        f"按 {book.day} 的规则列出。请逐条看：原文、白话和下面的句子说的是不是一回事。",
        "",
    ]
    for rule in book.all():
        lines += _entry(rule, by_rule[rule.id])
    return "\n".join(lines)


def main(on: date | None = None, docs: Path = DOCS, target: Path = TARGET) -> None:
    """Write the list for the day ``on`` (today when not given)."""
    book = rules.at(on or datetime.now(UTC).date())
    sentences = [*on_pages(read_all(docs), book), *in_calculators(book)]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(report(sentences, book), encoding="utf-8")
    print(f"{len(sentences)} sentences in {target}")


def _of_line(
    page: Page, line: NumberedLine, near: tuple[str, ...], book: rules.RuleBook
) -> Iterator[Sentence]:
    """A citation that stands alone in its sentence belongs to the sentence before it."""
    found: list[Sentence] = []
    place = f"{page.path}:{line.number}"
    for text in _SENTENCE.findall(line.text):
        own = _ids(text)
        words = plain(_FIGURE.sub("…", CITED.sub(lambda m: _printed(m, book), text)))
        if own and not plain(text).strip("（）()；，。、依据：| ") and found:
            before = found.pop()
            found.append(
                Sentence(tuple(dict.fromkeys((*before.rule_ids, *own))), before.words, place)
            )
        elif words:
            found.append(Sentence(own, words, place))
    for sentence in found:
        if sentence.rule_ids:
            yield sentence
        elif claim(body(NumberedLine(line.number, sentence.words))):
            yield Sentence(near, sentence.words, place)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match["id"] for match in CITED.finditer(text)))


def _printed(match: re.Match[str], book: rules.RuleBook) -> str:
    """A value as the page prints it; a citation as the id of its rule."""
    parameter = re.search(r"\w+", match["value"] or "")
    if not parameter or match["id"] not in book:
        return f"〔{match['id']}〕"
    rule = book[match["id"]]
    return worded(rule.value(parameter.group()), rule.parameters[parameter.group()].unit)


def _entry(rule: Rule, sentences: list[Sentence]) -> Iterator[str]:
    yield from (f"## {rule.id}", "", f"{named(rule)}（{certainty(rule)[1]}）", "")
    if rule.text:
        yield from (f"> 原文：{rule.text}", "")
    yield from (f"- 白话（规则页）：{rule.plain}",)
    yield from (f"- 这条没有说的、例外的：{limit}" for limit in rule.limits)
    if rule.note:
        yield f"- 说明：{rule.note}"
    yield from (f"- {sentence.place}：{sentence.words}" for sentence in sentences)
    yield ""


if __name__ == "__main__":
    main()
