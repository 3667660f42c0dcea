"""Every question that a page says it is asked (`asks`) is answered by words on the page as it is built."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown import Markdown

from scripts.checks.asks import unanswered
from scripts.checks.pages import Page, read_all
from scripts.generator.markdown import Calculators
from tests.conftest import ROOT

ALIKE = yaml.safe_load((ROOT / "docs/search/alike.yml").read_text("utf-8"))
BESIDE = yaml.safe_load((ROOT / "tests/content/answers.yml").read_text("utf-8"))
QUOTED: dict[str, dict[str, str]] = BESIDE["answers"]
SHORTEST = 5
KINDS = ("attr_list", "def_list", "md_in_html", "tables", "admonition", "pymdownx.details")
PAGES = [page for page in read_all(ROOT / "docs") if page.meta.get("asks")]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@cache
def said(slug: str) -> str:
    """The words of a page as it is built, calculators and rules filled in, without white space."""
    written = (ROOT / f"docs/{slug}.md").read_text("utf-8").split("\n---\n", 1)[1]
    made = Markdown(extensions=[Calculators(docs=str(ROOT / "docs"), day="2026-11-23"), *KINDS])
    html = BeautifulSoup(made.convert(written), "html.parser")
    for silent in html.select("script, style"):
        silent.decompose()
    return bare(html.get_text())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_every_ask_is_answered(page: Page) -> None:
    words, quoted = said(page.slug), QUOTED.get(page.slug, {})
    for ask in page.meta["asks"]:
        if ask in quoted:
            assert bare(quoted[ask]) in words, (ask, quoted[ask])
        else:
            missing = unanswered(ask, words, [*ALIKE, *BESIDE["same"]])
            assert not missing, f"{ask}: nothing on the page says {'、'.join(missing)}"


def test_a_quoted_answer_belongs_to_a_question_and_says_something() -> None:
    asked = {page.slug: set(page.meta["asks"]) for page in PAGES}
    for slug, answers in QUOTED.items():
        assert set(answers) <= asked[slug], slug
        assert all(len(bare(words)) >= SHORTEST for words in answers.values()), slug


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("能不能考公务员", "工作单位不会因为欠钱就辞退你"),
        ("养老金低保会被扣吗", "法院会冻结存款"),
        ("怎么戒掉网贷", "把还款日写在日历上"),
    ],
)
def test_a_question_without_an_answer_is_found(ask: str, words: str) -> None:
    assert unanswered(ask, words, [])
    assert not unanswered(ask, words + ask, [])
