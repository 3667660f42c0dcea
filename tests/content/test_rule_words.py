"""The words of the rules: ours are as the check wants them, and the check finds each kind of fault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from calculators import rules
from scripts.checks import prose, rule_words

TERMS = prose.read_terms()
BOOK = rules.at(date(2026, 11, 23))
GOOD = BOOK["spc-2017-22-2"]


@pytest.mark.parametrize("rule", BOOK.all(), ids=lambda rule: rule.id)
def test_a_rule_is_written_like_a_page(rule: rules.Rule) -> None:
    assert list(rule_words.wrong(rule, TERMS)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "短名"}, "6 to 16 fit a heading"),
        ({"name": "很" * 17}, "6 to 16 fit a heading"),
        ({"name": "这是名字，不是一句"}, "leave out"),
        ({"plain": "一。" * 8}, "8 sentences"),
        ({"plain": "很" * 61 + "。"}, "has 61 characters"),
        ({"plain": "没有句号"}, "must end with"),
        ({"plain": "务必今天还。"}, "“务必”"),
        ({"plain": "打给平台方。"}, "贷款机构"),
        ({"plain": "先别慌,再打。"}, "先别慌，再打"),
        ({"limits": ("很" * 61 + "。",)}, "of limits has 61"),
        ({"status": "uncertain", "plain": "有这一条。", "text": None}, "plain must say so"),
        ({"status": "uncertain", "plain": "据报道有这一条。", "text": "原文"}, "quotes no text"),
        ({"limits": (), "parameters": BOOK["cpl-128"].parameters}, "it has a deadline"),
        ({"check_by": GOOD.checked_on + timedelta(400)}, "within 12 months"),
        (
            {"reference": replace(GOOD.reference, href=None, opened=GOOD.checked_on)},
            "no link that was opened",
        ),
    ],
)
def test_each_fault_is_found(change: dict[str, Any], said: str) -> None:
    found = list(rule_words.wrong(replace(GOOD, **change), TERMS))
    assert any(said in each for each in found), found


def test_every_rule_has_its_line() -> None:
    places = rule_words.places()
    assert [rule.id for rule in BOOK.all() if rule.id not in places] == []
    path, line = places["lpr-history"]
    assert (
        "lpr-history:"
        in (rule_words.loader.DATA / path.rpartition("/")[2])
        .read_text("utf-8")
        .splitlines()[line - 1]
    )
