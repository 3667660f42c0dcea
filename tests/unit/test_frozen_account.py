"""The tree of frozen accounts: every way ends, asks what it needs, and says what keeps a reader safe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import rules
from calculators.answer.json import to_json
from calculators.answer.result import Result
from calculators.form.declare import Spec, asked, choice, specs
from calculators.form.parse import InputErrors
from calculators.law.clocks import CLOCKS
from calculators.registry import tool
from calculators.rules.tree import FOLDER, _filled, tree

DOCS = Path(__file__).parents[2] / "docs"
TREE = tree("frozen-account")
ON = date(2026, 11, 25)
TOOL = tool("frozen-account")
UNKNOWN = ("unknown", "dont-know", "no-idea", "in-suit", "not-yet")


def ways(at: str = "q1") -> Iterator[dict[str, str]]:
    """Every way from a question to an outcome."""
    if at not in TREE.questions:
        yield {}
        return
    for option in TREE.questions[at].options:
        for rest in ways(option.to):
            yield {at: option.key, **rest}


def said(result: Result) -> str:
    return json.dumps(to_json(result), ensure_ascii=False)


def test_every_way_ends_within_twelve_questions_and_every_outcome_is_reached() -> None:
    found = list(ways())
    assert {TREE.walk(way).end for way in found} == set(TREE.outcomes)
    assert max(map(len, found)) <= 12
    assert len(TREE.questions) <= 12


def test_every_question_takes_an_answer_from_somebody_who_does_not_know() -> None:
    for question in TREE.questions.values():
        assert any(option.key in UNKNOWN for option in question.options), question.id


def test_what_the_tree_names_is_there() -> None:
    book = rules.at(ON)
    for question in TREE.questions.values():
        assert all(id in book for option in question.options for id in option.rules)
    for outcome in TREE.outcomes.values():
        cited = [id for each in (*outcome.says, *outcome.terms) for id in each.rules]
        assert all(id in book for id in (*cited, *([outcome.ring] if outcome.ring else [])))
        for action in (*outcome.steps, *outcome.letters):
            assert not action.page or (DOCS / f"{action.page}.md").is_file(), action
        clocks = [term.clock for term in outcome.terms if term.clock]
        assert all(clock in CLOCKS for clock in clocks)
        assert all(step.by in ("", *clocks) for step in outcome.steps)
        assert all(term.since or term.length for term in outcome.terms)


def test_every_freeze_of_a_court_or_bank_has_a_letter() -> None:
    none = {"o-threat", "o-ask", "o-other", "o-police-lawyer", "o-stop", "o-punished"}
    assert {o.id for o in TREE.outcomes.values() if not o.letters} == none


def test_a_clock_s_rules_stand_beside_it() -> None:
    for outcome in TREE.outcomes.values():
        for term in outcome.terms:
            if term.clock and CLOCKS[term.clock].rule and term.clock != "outsider-sue-15":
                assert CLOCKS[term.clock].rule in term.rules, (outcome.id, term.what)


@pytest.mark.parametrize("way", list(ways()), ids=lambda way: "-".join(way.values()))
def test_the_form_asks_the_way_and_the_days_of_its_end_and_nothing_else(
    way: dict[str, str],
) -> None:
    declared = specs(TOOL.inputs)
    outcome = TREE.outcomes[TREE.walk(way).end]
    days = {term.since for term in outcome.terms if term.since}
    others = {"court", "frozen_account"}
    if way.get("q2") in ("court", "police"):
        others.add("case_number")
    assert asked(declared, way) == {*way, *days, *others}


@pytest.mark.parametrize("way", list(ways()), ids=lambda way: "-".join(way.values()))
def test_half_a_way_names_the_next_question_and_no_day(way: dict[str, str]) -> None:
    for length in range(len(way)):
        half = dict(list(way.items())[:length])
        result = TOOL.run({**half, "ruling_received": "2026-11-01"}, ON)
        asks = list(way)[length]
        assert TREE.questions[asks].ask in result.headline
        assert result.figure("outcome").value is None
        assert result.figure("last_day").value is None


@pytest.mark.parametrize("way", list(ways()), ids=lambda way: "-".join(way.values()))
def test_an_end_says_whom_to_ask_what_to_do_and_that_no_fee_is_paid(way: dict[str, str]) -> None:
    result = TOOL.run(way, ON)
    outcome = TREE.outcomes[TREE.walk(way).end]
    assert result.figure("outcome").value == outcome.id
    assert result.figure("office").value
    assert len(result.steps) >= 2 or outcome.id == "o-credit-line"
    paid = "不给人解冻费" in said(result)
    assert paid == (outcome.id != "o-credit-line")
    assert all(f.value is None for f in result.figures if f.key.startswith("last_day"))
    for never in ("冻结自动失效", "没有办法了", "养老金不能执行", "配偶一定要还", "到期一定解冻"):
        assert never not in said(result)


@pytest.mark.parametrize("way", list(ways()), ids=lambda way: "-".join(way.values()))
@pytest.mark.parametrize("since", ["2026-11-20", "2026-01-05"])
def test_a_day_that_is_over_is_said_in_words_and_none_is_later_than_its_clock(
    way: dict[str, str], since: str
) -> None:
    outcome = TREE.outcomes[TREE.walk(way).end]
    days = {term.since: since for term in outcome.terms if term.since}
    result = TOOL.run({**way, **days}, ON)
    rows = to_json(result)["tables"]["deadlines"]["rows"]  # type: ignore[call-overload,index]
    for row in rows:  # type: ignore[union-attr]
        if row["last_day"] and row["last_day"] < ON.isoformat():  # type: ignore[index,call-overload]
            late = (ON - date.fromisoformat(row["last_day"])).days  # type: ignore[index,call-overload,arg-type]
            assert f"已经过了 {late} 天" in row["how"]  # type: ignore[index,call-overload,operator]
    shown = [f.value for f in result.figures if f.key.startswith("last_day")]
    assert not days or any(shown) or all(term.ahead for term in outcome.terms if term.since)
    assert "-" not in result.headline


SAFE = {
    "o-preservation-review": ("复议不停止冻结", "可以申请保留生活费"),
    "o-presuit": ("还没起诉、没仲裁，可以申请解除", "先查有没有新案子"),
    "o-preservation-late": ("复议期过了还有担保解除和执行异议",),
    "o-living": ("先留够生活必需费用", "有低保标准的按低保标准", "给执行法官写申请"),
    "o-overfreeze": ("书面申请解除超出的部分",),
    "o-outsider": ("案外人异议", "存款先按账户名判断"),
    "o-award": ("同一事由不能用两次", "别等撤销的结果", "不予执行的审查也一起结束"),
    "o-police-unrelated": ("说明资金来源", "天内解除，是查明无关以后", "不给人解冻费"),
    "o-payment-order": ("过了期限才提，视为没提", "只写没钱是无效的"),
    "o-retrial": ("执行不会停", "从判决生效那天数，不是从冻卡数"),
    "o-notary": ("几个理由要一次说完", "执行不停", "能起诉的只有三样", "程序不对的，不能起诉"),
}


@pytest.mark.parametrize(("end", "words"), list(SAFE.items()))
def test_what_keeps_a_reader_safe_is_said(end: str, words: tuple[str, ...]) -> None:
    way = next(way for way in ways() if TREE.walk(way).end == end)
    days = {term.since: "2026-04-07" for term in TREE.outcomes[end].terms if term.since}
    told = said(TOOL.run({**way, **days}, date(2026, 4, 8)))
    assert [each for each in words if each not in told] == []


REVIEW = {"q1": "card", "q2": "court", "q3": "baoquan", "q4": "in-suit"}


def test_a_review_that_is_over_hands_over_to_what_is_left() -> None:
    typed = {**REVIEW, "q5": "within-5", "ruling_received": "2026-06-08"}
    result = TOOL.run(typed, date(2026, 6, 20))
    assert "已经过了 5 天" in result.headline  # 15 to 20 June
    assert result.figure("outcome").value == "o-preservation-review"
    assert "letters/enforcement-objection" in [step.page for step in result.steps]
    assert all(step.by is None for step in result.steps)


def test_who_thinks_it_is_over_is_told_that_it_is_not() -> None:
    typed = {**REVIEW, "q5": "after-5", "ruling_received": "2026-03-02"}
    result = TOOL.run(typed, date(2026, 3, 8))
    assert "还没过" in result.headline
    assert result.steps[0].by == date(2026, 3, 9)
    assert result.steps[0].page == "letters/preservation-review"


@pytest.mark.parametrize(
    ("number", "q3", "warned"),
    [
        ("（2026）浙0199执保12号", "zhi", True),
        ("（2026）浙0199执保12号", "baoquan", False),
        ("(2026)浙0199财保12号", "unsaid", True),
        ("（2026）豫0199执恢66号", "dont-know", True),
        ("（2026）豫0199执66号", "zhi", False),
        ("NJ20260101", "zhi", False),
        ("", "zhi", False),
    ],
)
def test_a_typed_number_is_read_and_held_against_the_answer(
    number: str, q3: str, warned: bool
) -> None:
    result = TOOL.run({"q1": "card", "q2": "court", "q3": q3, "case_number": number}, ON)
    words = [notice.text for notice in result.notices if "那一问选" in notice.text]
    assert bool(words) == warned
    assert any("写法" in notice.text for notice in result.notices) == bool(number)


def test_a_day_that_has_not_come_is_refused_only_where_it_is_asked_for() -> None:
    typed = {**REVIEW, "q5": "within-5", "ruling_received": "2026-11-26"}
    with pytest.raises(InputErrors, match="还没到"):
        TOOL.run(typed, ON)
    assert TOOL.run({**typed, "q2": "police", "q10": "lent-card"}, ON)
    order = {"q1": "card", "q2": "court", "q3": "zhi", "q6": "me", "q7": "living"}
    assert TOOL.run({**order, "report_by": "2026-12-24"}, ON).figure("last_day").value


@given(st.dictionaries(st.sampled_from(list(TREE.questions)), st.text(max_size=9)))
def test_any_answers_lead_somewhere(answers: dict[str, str]) -> None:
    way = TREE.walk(answers)
    assert (way.asked in TREE.questions) != (way.end in TREE.outcomes)


def test_a_field_may_hang_only_on_what_stands_before_it() -> None:
    spec = choice("后面的", {"a": "甲"}, default="a", when="later=a").metadata["spec"]
    assert isinstance(spec, Spec)
    with pytest.raises(ValueError, match="does not stand before it"):
        asked({"now": spec, "later": spec}, {})


def test_every_figure_of_a_tree_has_its_unit() -> None:
    """A number of law is followed by what it counts: 2 年, and not 2."""
    named = re.compile(r"\{(?P<rule>[\w-]+)\.(?P<name>\w+)\}(?P<after>.{0,3})")
    for file in sorted(FOLDER.glob("*.yml")):
        for found in named.finditer(file.read_text(encoding="utf-8")):
            rule = rules.at(date.max)[found["rule"]]
            if rule.parameters[found["name"]].unit == "text":
                continue
            shown = _filled(found[0]) + found["after"]
            assert re.match(r"[\d.]+ ?(?:天|个月|年|小时|元|次|倍|%)", shown), (
                f"{file.name}: {shown}"
            )
