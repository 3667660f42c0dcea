"""What a rule leaves out of its article and a reader would need is in its limits, or a reason is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calculators import rules
from scripts.checks import law_watch, left_out
from scripts.checks.left_out import missed, rest, unheard
from tests.conftest import ROOT

BOOK = rules.at(date.max)
STATUTES = law_watch.read(ROOT / law_watch.STATUTES)
# The rule as it stood when fifteen days began anew after every refusal: the condition was cut out.
TOO_SURE = replace(
    BOOK["arb-exec-8"],
    text="应当在执行通知书送达之日起十五日内提出书面申请；……被执行人已向有管辖权的人民法院申请撤销仲裁裁决且已被受理的，"
    "自人民法院驳回撤销仲裁裁决申请的裁判文书生效之日起重新计算期限。",
    plain="收到法院的执行通知 15 天内，可以书面申请不执行这份裁决。先申请撤销被驳回的，从驳回的文书生效那天重新算。",
    limits=(
        "理由和撤销一样窄，要一次说全。撤销被驳回的理由，不能再拿来用。",
        "证据是伪造的、仲裁员枉法的，从知道或者应该知道那天起 15 天，还要执行没有结束。",
        "仲裁的调解书，一般不能申请不予执行。",
        "被驳回的，没有复议。给了合适的担保，执行才停。",
    ),
)


def test_a_condition_that_was_cut_out_is_found() -> None:
    (line,) = missed([TOO_SURE], STATUTES, {})
    assert line.startswith("arb-exec-8: 第八条 also says “本条前款规定期限届满前”")


def test_a_reason_takes_its_place_and_is_not_kept_for_nothing() -> None:
    assert list(missed([TOO_SURE], STATUTES, {"arb-exec-8": "said elsewhere"})) == []
    assert list(missed([BOOK["arb-exec-8"]], STATUTES, {"arb-exec-8": "said elsewhere"})) == [
        "arb-exec-8: nothing is left out unheard; drop its reason"
    ]


def test_no_rule_leaves_out_what_takes_it_back() -> None:
    why = left_out.reasons(ROOT / left_out.REASONS)
    assert list(missed(BOOK.all(), STATUTES, why)) == []


def test_what_is_left_are_the_clauses_not_quoted() -> None:
    article = "甲可以申请，乙不服的，可以复议。\n\n前款期限届满的，不予受理；但是丙除外。"
    assert rest(article, ["甲可以申请", "可以复议"]) == [
        "乙不服的",
        "前款期限届满的，不予受理",
        "但是丙除外",
    ]


@pytest.mark.parametrize(
    ("left", "words", "is_unheard"),
    [
        ("逾期申请的，不予受理", "过期申请，法院不收。", True),
        ("逾期请求的，不予受理", "逾期的，不受理。", False),
        ("被拘留的人改正错误", "什么都没说", False),
        ("但是", "什么都没说", False),
    ],
)
def test_a_clause_is_heard_where_the_words_share_something(
    left: str, words: str, is_unheard: bool
) -> None:
    assert unheard(left, words) is is_unheard
