"""What can hurt stands in no built page, and in no answer: the words as a reader sees them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from calculators.answer.json import to_json
from calculators.registry import tool, tools
from scripts.checks import cases
from tests.conftest import ROOT, built
from tests.site.conftest import Page, pages_of

ROWS = yaml.safe_load((ROOT / "tests/content/safe_words.yml").read_text("utf-8"))["everywhere"]
# A rule of Markdown's quotations is held on the source.
HURT = {row["finding"]: re.compile(row["must_not"]) for row in ROWS if ">" not in row["must_not"]}
# These tell of what stood there before, or quote a law.
TELLS = ("about/findings/",)
_SILENT = re.compile(r"<(script|style|template|blockquote)\b.*?</\1>|<[^>]+>", re.S)
# Tools whose answers say what is lawful; their case files run through every branch.
LAWFUL = ("court-deadline", "triage", "frozen-account", "limitation", "late-now")


def words(page: Page) -> str:
    """The words of a page as it is built, without its frame; marks of sources leave no brackets."""
    body = page.text.partition("<article")[2].rpartition("</article>")[0] or page.text
    return re.sub(r"（[；、，\s]*）", "", html.unescape(_SILENT.sub("", body)))


def said(value: Any) -> Iterator[str]:
    """Every string of an answer, its letters and notices among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from said(part)
    elif isinstance(value, list):
        for part in value:
            yield from said(part)


def hits(text: str) -> dict[str, str]:
    return {finding: m[0] for finding, hurt in HURT.items() if (m := hurt.search(text))}


def test_no_built_page_says_what_can_hurt() -> None:
    pages = [page for page in pages_of(built("site")) if not page.name.startswith(TELLS)]
    assert len(pages) > 100
    assert {page.name: found for page in pages if (found := hits(words(page)))} == {}


@pytest.mark.parametrize("id", tools())
def test_no_answer_says_what_can_hurt(id: str) -> None:
    on = date(2026, 11, 25)
    asked: list[tuple[dict[str, Any], date]] = [({}, on)]
    if id in LAWFUL:
        read = cases.read(cases.FOLDER / f"{id}.yml")[0]
        asked += [(case["inputs"], date.fromisoformat(str(case["on"]))) for case in read]
    for inputs, day in asked:
        try:
            answer = to_json(tool(id).run(inputs, day))
        except ValueError:
            continue  # A case of a question that is refused.
        assert hits("\n".join(said(answer))) == {}, inputs
