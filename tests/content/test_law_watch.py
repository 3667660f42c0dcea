"""What the rules quote stands in the kept articles; a difference is found with all it touches."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculators import rules
from scripts.checks import law_watch
from tests.conftest import ROOT

BOOK = rules.at(date.max)
STATUTES = law_watch.read(ROOT / law_watch.STATUTES)
KEPT = {law.title for law in STATUTES}
_CHAPTER = re.compile(r"^第[零一二三四五六七八九十百]+(?:编|分编|章|节)", re.M)


def test_every_quotation_of_a_kept_law_stands_in_its_article() -> None:
    same, different, missing = law_watch.compare(BOOK.all(), STATUTES)
    assert different == []
    assert [rule.id for rule in missing if rule.title in KEPT] == []
    assert len(same) >= 300, "all but a few ministries' papers are kept"


def test_a_law_that_is_quoted_is_kept_or_says_why_not() -> None:
    _, _, missing = law_watch.compare(BOOK.all(), STATUTES)
    assert {rule.title for rule in missing} == set(law_watch.reasons(ROOT / law_watch.REASONS))


def test_what_is_not_kept_is_printed_with_its_reason() -> None:
    rule = BOOK["card-measures-2011-70"]
    lines, agrees = law_watch.report([rule], STATUTES, {rule.title: "in no collection"})
    assert agrees and lines[0] == f"not kept: {rule.title} ({rule.id}): in no collection"
    lines, _ = law_watch.report([rule], STATUTES, {})
    assert lines[0].endswith("no reason given yet")


def test_statutes_are_no_part_of_the_package() -> None:
    """The image carries rules only: a law's text would be weight that no answer asks for."""
    given = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    packed = [kind for kinds in given["package-data"].values() for kind in kinds]
    files = list((ROOT / law_watch.STATUTES).iterdir())
    assert files and not [each.name for each in files if any(each.match(kind) for kind in packed)]


def test_a_kept_law_says_where_and_when_it_was_taken() -> None:
    for law in STATUTES:
        assert law.head.keys() >= {"title", "source", "commit", "files", "taken"}
        assert date.fromisoformat(str(law.head["taken"])) <= date(2027, 12, 31)
        cited = {rule.article for rule in BOOK.all() if rule.title == law.title}
        assert set(law.articles) <= cited, "only what is cited is kept"
        assert not [text for text in law.articles.values() if _CHAPTER.search(text)], law.path


@pytest.mark.parametrize(
    "written",
    [
        "债务人应当自收到支付令之日起十五日内清偿债务,或者向人民法院提出书面异议",
        "债务人应当自收到支付令之日起 十五日内清偿债务；或者……向人民法院提出书面异议。",
    ],
)
def test_punctuation_and_what_is_left_out_are_no_difference(written: str) -> None:
    rule = replace(BOOK["cpl-227"], text=written)
    same, different, _ = law_watch.compare([rule], STATUTES)
    assert same == [rule] and not different


def test_another_number_of_days_is_found_with_all_it_touches() -> None:
    rule = BOOK["cpl-227"]
    wrong = replace(rule, text=(rule.text or "").replace("十五日", "三十日"))
    lines, agrees = law_watch.report([wrong], STATUTES)
    assert not agrees and lines[0].startswith("cpl-227: ")
    touched = "\n".join(lines)
    assert "docs/stages/payment-order.md" in touched
    assert "calculators/letters/payment-order-objection.txt" in touched
    assert "calculators/law/" in touched or "calculators/tools/" in touched


def test_both_ways_of_printing_a_law_are_read() -> None:
    bold, plain = "**第八条**　甲。\n\n**第九条之一**　乙。", "第八条 甲。\n\n第九条之一 乙。\n"
    assert (
        law_watch.articles(bold)
        == law_watch.articles(plain)
        == {"第八条": "甲。", "第九条之一": "乙。"}
    )


def test_numbering_of_lists_is_no_difference() -> None:
    assert law_watch.bare("（一）人身关系；（十二）其他") == law_watch.bare("(1) 人身关系;其他")


def test_news_of_a_law_are_found_and_taken_over(tmp_path: Path) -> None:
    """A revision that shortens a time limit: the article, the rules and the pages that rest on it."""
    law = next(law for law in STATUTES if "仲裁法" in law.title)
    kept = tmp_path / law.path.name
    shutil.copy(law.path, kept)
    (law,) = law_watch.read(tmp_path)
    fresh = tmp_path / "checkout" / law.head["files"][0]
    fresh.parent.mkdir(parents=True)
    text = "# 仲裁法\n\n## 第一章\n\n" + "\n\n".join(
        f"**{n}**　{t}" for n, t in law.articles.items()
    )
    fresh.write_text(text, "utf-8")
    assert law_watch.news([law], tmp_path / "checkout", BOOK.all()) == (
        ["nothing has changed"],
        True,
    )
    fresh.write_text(text.replace("三个月内提出", "两个月内提出"), "utf-8")
    lines, same = law_watch.news([law], tmp_path / "checkout", BOOK.all())
    assert not same
    assert "第七十二条" in lines[0] and "两个月内提出" in lines[0]
    assert any("docs/" in line for line in lines[1:])
    law_watch.update(law, tmp_path / "checkout")
    (taken,) = law_watch.read(tmp_path)
    assert "两个月内提出" in taken.articles["第七十二条"]
    assert not law_watch.changed(taken, tmp_path / "checkout")


def test_a_law_the_checkout_does_not_hold_is_named_and_left_alone(tmp_path: Path) -> None:
    law = STATUTES[0]
    lines, same = law_watch.news([law], tmp_path, BOOK.all())
    assert same and lines == [
        f"{law.title}: not compared, {law.head['source']} is another checkout",
        "nothing has changed",
    ]


def test_an_article_that_is_gone_is_news(tmp_path: Path) -> None:
    law = STATUTES[0]
    for name in law.head["files"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# 空\n", "utf-8")
    assert set(law_watch.changed(law, tmp_path)) == set(law.articles)
