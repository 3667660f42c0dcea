"""Every question that a page says it is asked (`asks`) is answered by words on the built page."""

from __future__ import annotations

import re

import pytest
import yaml
from bs4 import BeautifulSoup

from scripts.checks.asks import unanswered
from scripts.checks.pages import read_all
from tests.conftest import ROOT
from tests.site.conftest import Page

ALIKE = yaml.safe_load((ROOT / "docs/search/alike.yml").read_text("utf-8"))
BESIDE = yaml.safe_load((ROOT / "tests/content/answers.yml").read_text("utf-8"))
QUOTED: dict[str, dict[str, str]] = BESIDE["answers"]
SHORTEST = 5
PAGES = [page for page in read_all(ROOT / "docs") if page.meta.get("asks")]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def said(editions: dict[str, list[Page]]) -> dict[str, str]:
    """The words of each page's article, without white space, by slug."""
    found = {}
    for page in editions["site"]:
        article = BeautifulSoup(page.text, "html.parser").select_one("article")
        for silent in article.select("script, style, .headerlink") if article else ():
            silent.decompose()
        slug = page.name.removesuffix("/index.html").removesuffix("index.html") or "index"
        found[slug] = bare(article.get_text()) if article else ""
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_every_ask_is_answered(page: object, said: dict[str, str]) -> None:
    slug = page.slug  # type: ignore[attr-defined]
    words = said[re.sub(r"/index$", "", slug)]
    quoted = QUOTED.get(slug, {})
    for ask in page.meta["asks"]:  # type: ignore[attr-defined]
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
