"""What is left of a page on paper."""

from __future__ import annotations

import pytest

from scripts.generator.paper import called, plain

LAW = '<a class="hq-rule hq-sure" data-sure="law" data-rules="x" href="../y/#x" title="《法（2023年修正）》">法律写的</a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="x">看<a href="../tonight/">今晚</a>。</p>', "<p>看“今晚”。</p>"),
        ('<li>打 <a href="tel:110">110</a>。</li>', "<li>打 110。</li>"),
        (f"<li>算送到 {LAW}。</li>", "<li>算送到。</li>"),
        (
            f"<li>两个人 {LAW.replace('law', 'reported').replace('法律写的', '听说的')}。</li>",
            "<li>两个人<small>〔听说的〕</small>。</li>",
        ),
        (
            '<li>期限在走（<a class="hq-rule" href="x" title="《解释（2022年修正）》">第四条</a>；<a class="hq-rule" href="y">第五条</a>）。</li>',
            "<li>期限在走。</li>",
        ),
        ("<li>留着（截图也行）。</li>", "<li>留着（截图也行）。</li>"),
        (
            '<p><abbr title="晚还">罚息</abbr> <data value="15">15 天</data></p>',
            "<p>罚息 15 天</p>",
        ),
    ],
)
def test_words_stay_and_sources_go(html: str, expected: str) -> None:
    assert plain(html) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("今晚很难受", ("今晚很难受",), "“今晚很难受”"),
        ("判决以后", ("判决以后、法院执行",), "“判决以后、法院执行”"),
        ("先算时效", ("诉讼时效",), "先算时效（“诉讼时效”）"),
        ("信用卡还不上", ("会不会坐牢", "信用卡还不上"), "“信用卡还不上”"),
    ],
)
def test_a_link_is_called_what_it_leads_to(
    text: str, names: tuple[str, ...], expected: str
) -> None:
    assert called(text, *names) == expected
