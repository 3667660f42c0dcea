"""Each letter has its page, and the index leads to it by the reader's own sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculators.letters import sources
from calculators.letters.source import Source

DOCS = Path(__file__).parents[2] / "docs"
INDEX = (DOCS / "letters/index.md").read_text(encoding="utf-8")
EACH = pytest.mark.parametrize("source", sources(), ids=lambda source: source.slug)


@EACH
def test_a_letter_has_a_page_of_its_name(source: Source) -> None:
    page = (DOCS / f"letters/{source.slug}.md").read_text(encoding="utf-8")
    assert f"\n# {source.title}\n" in page
    assert f"use: letter-{source.slug}\n" in page
    assert f"“{source.when}。”" in page


@EACH
def test_a_letter_is_chosen_by_its_sentence(source: Source) -> None:
    assert f"| {source.when} | [{source.title}]({source.slug}.md) |" in INDEX


@EACH
def test_a_page_names_every_rule_that_warns_of_a_loss(source: Source) -> None:
    """What may cost the reader a right stands on the page too, not only beside the letter."""
    page = (DOCS / f"letters/{source.slug}.md").read_text(encoding="utf-8")
    warnings = {id for remark in source.remarks if remark.tone == "warning" for id in remark.rules}
    assert all(f'rule("{id}")' in page for id in warnings)


@EACH
def test_the_next_steps_lead_to_pages(source: Source) -> None:
    for step in source.steps:
        assert (DOCS / f"{step.page}.md").is_file(), step.page
