"""A lawyer could review it: every letter, branch, route and verdict is on a sheet, with its rule ids."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators import rules
from calculators.form.declare import specs
from calculators.law.clocks import CLOCKS
from calculators.law.message_signs import HARD
from calculators.law.message_words import FLAGS, VERDICTS
from calculators.law.messages import KINDS
from calculators.registry import letters, tool
from calculators.rules.tree import tree
from calculators.tools import triage
from scripts.checks import legal_sheets
from scripts.checks.legal_sheets import NO_RULE, Line, Sheet, cited

ON = date(2026, 11, 25)
BOOK = rules.at(ON)
TREE = tree("frozen-account")


@cache
def whole() -> tuple[Sheet, ...]:
    with pytest.MonkeyPatch.context() as patch:
        # Half a million answers are given, with the days of a few dozen papers.
        patch.setattr(triage, "days", cache(triage.days))
        return tuple(legal_sheets.sheets(ON))


@cache
def pages() -> legal_sheets.Pages:
    return legal_sheets.page_rules()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    target: Path = tmp_path_factory.mktemp("legal") / "sheets.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(legal_sheets, "sheets", lambda _: whole())
        legal_sheets.main(ON, target)
    return BeautifulSoup(target.read_text("utf-8"), "html.parser")


def test_every_letter_branch_end_kind_and_verdict_has_its_sheet() -> None:
    found = {sheet.id for sheet in whole()}
    assert len(found) == len(whole())
    declared = specs(tool("triage").inputs)
    choices = {name: spec.choices for name, spec in declared.items() if spec.kind == "choice"}
    branches = {f"{name}={value}" for name, values in choices.items() for value in values}
    for each in (letters(), branches, TREE.outcomes, KINDS, VERDICTS):
        assert set(each) <= found


def test_every_sheet_carries_rules_that_there_are() -> None:
    found = {sheet.id: cited(sheet, pages()) for sheet in whole()}
    assert not [sheet for sheet, rules in found.items() if not rules]
    assert not [(sheet, id) for sheet, rules in found.items() for id in rules if id not in BOOK]


def test_every_answer_that_can_be_given_leads_to_its_end_on_that_sheet() -> None:
    for sheet in whole():
        if sheet.id not in TREE.outcomes:
            continue
        last = {
            line.words.rsplit(" → ")[-1] for line in sheet.lines if line.words.startswith("路：")
        }
        wanted = {
            f"{question.ask}{option.label}"
            for question in TREE.questions.values()
            for option in question.options
            if option.to == sheet.id
        }
        assert {words.removeprefix("路：") for words in last} == wanted


def test_every_way_through_the_triage_stands_under_exactly_one_answer() -> None:
    declared = specs(tool("triage").inputs)
    asked = [n for n, spec in declared.items() if spec.kind == "choice" and n != "document"]
    for document in ("none", "lawsuit"):
        ends = legal_sheets.ends_of(document, None, ON)
        told = [
            answers
            for picked in ends.values()
            for block in legal_sheets.blocks(picked)
            for answers in product(*block)
        ]
        whole_tree = set(product(*(declared[name].choices for name in legal_sheets.BRANCHES[1:])))
        assert len(told) == len(set(told)) and set(told) == whole_tree
        assert set(legal_sheets.BRANCHES[1:]) == set(asked)


def test_every_sign_of_fraud_and_every_remark_is_on_a_sheet() -> None:
    words = " ".join(line.words for sheet in whole() for line in sheet.lines)
    assert all(FLAGS[code] in words for code in (*HARD, *FLAGS))
    for outcome in TREE.outcomes.values():
        assert all(remark.text in words for remark in outcome.says)


def test_every_clock_that_a_message_starts_shows_its_length_of_law() -> None:
    clocks = [
        line for s in whole() if s.id in KINDS for line in s.lines if line.words.startswith("期限")
    ]
    assert len(clocks) > 20
    for line in clocks:
        code = line.words.removeprefix("期限 ").partition("：")[0]
        assert line.rules == tuple(filter(None, [CLOCKS[code].rule]))


def test_a_letter_that_names_an_article_has_its_rule_beside_it() -> None:
    cites = re.compile("《[^》]+》第[^条]+条")
    found = [line for s in whole() if s.id.startswith("letter-") for line in s.lines]
    named = [line for line in found if cites.search(line.words) and "做：" not in line.words]
    assert len(named) > 25
    assert [line.words for line in named if not line.rules] == []


def test_what_is_uncertain_is_said_in_words(printed: BeautifulSoup) -> None:
    shown = {section.find("code").get_text(): section for section in printed.select("section")}  # type: ignore[union-attr]
    assert set(shown) == {sheet.id for sheet in whole()}
    for sheet in whole():
        text = shown[sheet.id].get_text()
        assert sheet.unsure in text
        for id in cited(sheet, pages()):
            if BOOK[id].status == "uncertain":
                assert re.search(rf"{re.escape(id)}（[^\n]*没有读到原文", text)
        rows = shown[sheet.id].select("tr")[1:]
        assert len(rows) == len(sheet.lines)
        assert all(row.select("td")[1].get_text() for row in rows)


def test_a_sentence_without_a_rule_says_so() -> None:
    assert legal_sheets._stands_on(Line("先吃饭。"), {}) == NO_RULE
