"""The words of the rules keep the standard of the pages; the quoted text of law is left alone."""

from __future__ import annotations

from datetime import date

import autocorrect_py as autocorrect
import pytest

from calculators import rules
from calculators.rules import Rule
from scripts.checks import prose
from scripts.checks.pages import Line, Page, chinese, sentences

RULES = rules.at(date(2026, 11, 23)).all()
TERMS = prose.read_terms()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_written_like_a_page(rule: Rule) -> None:
    labels = (parameter.label for parameter in rule.parameters.values())
    words = "\n".join((rule.name, rule.plain, *labels, *rule.limits))
    page = Page(rule.id, rule.id, (), {}, tuple(Line(1, text) for text in words.split("\n")))
    assert list(prose.terms(page, TERMS)) == []
    for text in (rule.plain, *rule.limits):
        assert max(chinese(sentence) for sentence in sentences(text)) <= prose.LONGEST
    assert autocorrect.format_for(words, "rule.txt") == words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_note_has_the_same_typography(rule: Rule) -> None:
    assert autocorrect.format_for(rule.note or "", "note.txt") == (rule.note or "")
