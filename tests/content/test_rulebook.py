"""The pages of rules say everything a reader or a lawyer needs, for every rule."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from calculators import rules
from scripts.generator.markdown import rulebook
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.page_file import Page
from scripts.generator.markdown.rulebook import Link

ON = date(2026, 11, 23)
BOOK = rules.at(ON)
DOCS = Path(__file__).resolve().parents[2] / "docs"
CATEGORIES = sorted({rule.category for rule in BOOK.all()})


def section(category: str, rule_id: str, used_by: dict[str, list[Link]] | None = None) -> str:
    """The part of a category's page that is about one rule."""
    text = rulebook.expand(category, BOOK, used_by or {})
    found = re.search(rf"^## [^\n]*\{{#{rule_id}\}}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, f"{rule_id} has no heading"
    return found[1]


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_has_a_page_that_asks_for_it(category: str) -> None:
    page = (DOCS / "rights" / f"{category}.md").read_text(encoding="utf-8")
    assert f"```rules\ncategory: {category}\n```" in page
    assert f"]({category}.md)" in (DOCS / "rights" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_rule_of_a_category_has_its_anchor_words_and_day_of_check(category: str) -> None:
    for rule in (rule for rule in BOOK.all() if rule.category == category):
        text = section(category, rule.id)
        assert rule.plain.removeprefix("据报道，") in text
        assert "核对日期：" in text
        assert rulebook.certainty(rule)[1] in text


def test_a_rule_read_in_full_shows_its_text_source_and_article() -> None:
    text = section("civil-code", "civil-code-561")
    assert "**已核对原文**" in text
    assert "> 原文：" in text
    assert "出处：中华人民共和国民法典第五百六十一条。发布：全国人民代表大会，主席令第45号" in text


def test_what_a_rule_does_not_say_stands_below_its_text() -> None:
    text = section("civil-procedure", "cpl-85")
    assert (
        text.index("> 原文：") < text.index("这条没有说的、例外的") < text.index("别的快递算不算")
    )


def test_a_source_that_is_no_document_has_no_title_marks() -> None:
    assert "出处：12378 银行保险消费者投诉维权热线。" in section("hotline", "hotline-12378")


def test_a_reported_rule_bears_the_mark_above_its_words() -> None:
    text = section("collection", "gbt-45251-time")
    assert 'data-sure="practice reported">行业约定·听说的</span> **没有读到原文**' in text
    assert "据报道" not in text


def test_an_official_address_nobody_opened_is_marked() -> None:
    assert "(https://www.chinamoney.com.cn/)（未打开核对）" in section("interest", "lpr-history")


def test_a_number_that_changed_is_a_table_with_the_newest_first() -> None:
    rows = re.findall(r"\| (\d{4})年", section("interest", "lpr-history"))
    assert rows[0] == "2025" and rows[-1] == "2019"
    assert rows == sorted(rows, reverse=True)


def test_a_tariff_is_a_table_of_its_brackets() -> None:
    text = section("court-fees", "court-fee-property")
    assert "| 10,000 元到 100,000 元 | 0 元 | 2.5% |" in text  # 诉讼费用交纳办法 article 13(1)2
    assert "| 20,000,000 元以上 | 0 元 | 0.5% |" in text  # article 13(1)10


def test_values_only_programs_read_are_left_out() -> None:
    assert "抵扣的先后：" not in section("civil-code", "civil-code-561")


def test_a_rule_names_the_pages_that_use_it() -> None:
    used_by = {"spc-2017-22-2": [Link("罚息", "../consequences/interest-penalty.md")]}
    text = section("interest", "spc-2017-22-2", used_by)
    assert "用到它的页面：[罚息](../consequences/interest-penalty.md)" in text


def test_uses_are_read_from_front_matter_and_linked_from_the_page(tmp_path: Path) -> None:
    page = tmp_path / "stages" / "one.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: 第一\nrules: [a, b]\n---\n\n# 第一\n", encoding="utf-8")
    found = rulebook.uses(tmp_path, tmp_path / "rights" / "interest.md")
    assert found["a"] == [Link("第一", "../stages/one.md")]


def test_changes_are_newest_first_and_leave_out_repetitions() -> None:
    lines = rulebook.changes(BOOK, Path("docs/about"), Path("docs")).split("\n")
    assert any("2025年5月20日" in line and "一年期 LPR：3%" in line for line in lines)
    assert not any("2025年6月20日" in line for line in lines)  # published again, the same
    assert any("#gbt-45251-time) <span" in line and "听说的" in line for line in lines)
    years = [int(line[2:6]) for line in lines[2:]]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize("body", ["", "interest", "category: nothing", "show: interest"])
def test_a_fence_that_asks_for_nothing_stops_the_build(body: str) -> None:
    page = Page("docs/rights/interest.md", "../../", 1, ON)
    with pytest.raises(PageError, match=r"docs/rights/interest\.md:12: "):
        rulebook.fill(page, 11, body)


@pytest.mark.parametrize(
    ("path", "root"),
    [("docs/rights/a.md", "../../"), ("docs/rights/index.md", "../"), ("docs/index.md", "")],
)
def test_the_folder_of_pages_is_found_from_any_page(path: str, root: str) -> None:
    assert rulebook.docs_of(Page(path, root, 1, ON)) == Path("docs")
