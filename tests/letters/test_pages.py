"""Each letter has its page, its row in the list and next steps that lead somewhere; the check finds each fault."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from calculators.letters import sources
from calculators.letters.letter_file import Piece, Source
from scripts.checks import letters

DOCS = Path(__file__).parents[2] / "docs"


def test_our_letters_have_no_fault() -> None:
    assert list(letters.check(sources(), DOCS)) == []


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copytree(DOCS / "letters", tmp_path / "docs" / "letters")
    return tmp_path / "docs"


def found(docs: Path, *given: Source) -> list[str]:
    return [str(problem) for problem in letters.check(given, docs)]


def test_a_page_and_its_row_are_asked_for(docs: Path) -> None:
    source = replace(sources()[0], steps=())
    assert found(docs, source) == []
    index = docs / "letters" / "index.md"
    index.write_text(index.read_text("utf-8").replace(f"({source.slug}.md)", "(x.md)"), "utf-8")
    assert any("the list has no row" in each for each in found(docs, source))
    page = docs / "letters" / f"{source.slug}.md"
    page.write_text(page.read_text("utf-8").replace(source.when, ""), "utf-8")
    assert any(f"must say “{source.when}" in each for each in found(docs, source))
    page.unlink()
    assert any("has no page" in each for each in found(docs, source))


def test_words_that_are_wrong_are_named(docs: Path) -> None:
    source = replace(sources()[0], steps=())
    remark = source.remarks[0]
    for text, said in (("限你 15 天", "a number is typed"), ("后果自负", "threatens")):
        wrong = replace(
            source, remarks=(replace(remark, piece=Piece(text, 7)), *source.remarks[1:])
        )
        assert any(".txt:7: “" in each and said in each for each in found(docs, wrong))
    assert any("with 我" in each for each in found(docs, replace(source, when="对方不答复")))
    assert any("same when" in each for each in found(docs, source, source))
