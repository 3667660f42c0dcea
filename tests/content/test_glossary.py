"""A term is explained once on a page, where the reader first meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import markdown

from scripts.generator.markdown import glossary

DOCS = Path(__file__).resolve().parents[2] / "docs"
GLOSSARY = """\
---
title: 术语表
---

# 术语表

罚息
:   逾期以后多收的利息。看合同。

失信名单
:   法院的名单（{{ rule("dishonest-2017-1") }}）。

失信
:   说话不算数。
"""


type Html = Callable[[str], str]


@pytest.fixture
def html(tmp_path: Path) -> Html:
    (tmp_path / "rights").mkdir()
    (tmp_path / "rights" / "glossary.md").write_text(GLOSSARY, encoding="utf-8")
    extension = {"scripts.generator.markdown": {"docs": str(tmp_path), "day": "2026-11-23"}}
    return lambda text: markdown(
        text,
        extensions=["scripts.generator.markdown", "def_list", "tables"],
        extension_configs=extension,
    )


MARK = '<abbr tabindex="0" title="逾期以后多收的利息。">罚息</abbr>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先看罚息。", f"<p>先看{MARK}。</p>"),
        ("罚息又罚息。", f"<p>{MARK}又罚息。</p>"),
        ("**先看罚息**，罚息", f"<p><strong>先看{MARK}</strong>，罚息</p>"),
        ("有*你*的罚息和罚息", f"<p>有<em>你</em>的{MARK}和罚息</p>"),
        ("[罚息](a.md)的罚息", f'<p><a href="a.md">罚息</a>的{MARK}</p>'),
        ("`罚息`", "<p><code>罚息</code></p>"),
        ("## 罚息", "<h2>罚息</h2>"),
        ("上了失信名单。", '<p>上了<abbr tabindex="0" title="法院的名单。">失信名单</abbr>。</p>'),
    ],
)
def test_the_first_use_is_marked(html: Html, text: str, expected: str) -> None:
    assert html(text) == expected


def test_the_glossary_does_not_explain_itself(html: Html) -> None:
    assert "<abbr" not in html("罚息\n:   逾期以后的罚息。")


def test_two_terms_in_one_sentence_keep_its_words(html: Html) -> None:
    shown = html("罚息和失信名单都要看。")
    assert shown.count("<abbr") == 2
    assert "</abbr>和<abbr" in shown and shown.endswith("</abbr>都要看。</p>")


def test_the_site_s_glossary_has_a_plain_meaning_for_every_term() -> None:
    terms = glossary.read(DOCS / glossary.PAGE)
    assert 30 <= len(terms) <= 60
    assert not any("{{" in meaning or len(meaning) > 60 for meaning in terms.values())
