"""The list for a lawyer holds every sentence that states law, with its rule and its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calculators import rules
from scripts.checks import legal_sentences
from scripts.checks.legal_sentences import Sentence
from scripts.checks.pages import read_all

BOOK = rules.at(date(2026, 11, 23))
CITE = '{{ rule("civil-code-577") }}'


def listed(tmp_path: Path, body: str) -> list[Sentence]:
    (tmp_path / "a.md").write_text(body, encoding="utf-8")
    return list(legal_sentences.on_pages(read_all(tmp_path), BOOK))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"还不上是违约，见 {CITE}。", "还不上是违约，见 〔civil-code-577〕。"),
        (f"先别慌。还不上是违约。（{CITE}）", "还不上是违约。"),
        (f"| 事 | 依据 |\n| --- | --- |\n| 违约 | {CITE} |", "| 违约 | 〔civil-code-577〕 |"),
        (f"欠了 {{{{ a.b }}}}，是违约（{CITE}）。", "欠了 …，是违约（〔civil-code-577〕）。"),
    ],
)
def test_a_cited_sentence_is_listed(tmp_path: Path, body: str, words: str) -> None:
    [sentence] = listed(tmp_path, body)
    assert sentence.words == words
    assert sentence.rule_ids == ("civil-code-577",)


def test_a_dated_value_is_printed(tmp_path: Path) -> None:
    [sentence] = listed(tmp_path, '过 {{ rule("spc-2017-22-2", "annual_rate_cap") }} 的可以减。')
    assert sentence.words == "过 24% 的可以减。"
    assert sentence.place.endswith("a.md:1")


def test_a_claim_of_law_beside_a_citation_takes_its_rule(tmp_path: Path) -> None:
    found = listed(tmp_path, f"先别慌。法律规定，要还。依据是 {CITE}。")
    assert next(sentence.words for sentence in found) == "法律规定，要还。"
    assert all(sentence.rule_ids == ("civil-code-577",) for sentence in found)


def test_fences_and_plain_words_are_not_listed(tmp_path: Path) -> None:
    assert listed(tmp_path, f"先别慌。\n\n```text\n违约 {CITE}\n```\n") == []


def test_the_report_puts_a_sentence_under_its_rule_beside_the_text() -> None:
    sentence = Sentence(("civil-code-577",), "还不上是违约。", "docs/a.md:3")
    text = legal_sentences.report([sentence], BOOK)
    section = text.split("## civil-code-577\n")[1].split("\n## ")[0]
    assert "> 原文：" in section
    assert "- docs/a.md:3：还不上是违约。" in section


def test_what_calculators_say_of_the_law_is_listed() -> None:
    said = list(legal_sentences.in_calculators(BOOK))
    assert any("spc-2017-22-2" in sentence.rule_ids for sentence in said)


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    target = tmp_path / "build" / "list.md"
    legal_sentences.main(BOOK.day, tmp_path / "docs", target)
    assert "## civil-code-577" in target.read_text(encoding="utf-8")


def test_the_report_says_what_the_rule_does_not_say() -> None:
    text = legal_sentences.report([], BOOK)
    section = text.split("## cpl-85\n")[1].split("\n## ")[0]
    assert "- 这条没有说的、例外的：只有法定休假日才顺延。" in section
