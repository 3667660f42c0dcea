"""A paper's table holds every length that starts with it, two papers of one name keep both, no lost right is a step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import rules
from calculators.answer.result import Result
from calculators.law.clocks import CLOCKS
from calculators.law.papers import PAPERS
from calculators.registry import tool
from calculators.tools.triage import DOCUMENTS
from tests.cases.lawful import ALL_DAYS, moved

ON = date(2026, 11, 24)
# Lengths in the rules of a paper that start with no paper of this name, by rule and parameter, and why.
NOT_FROM_THE_PAPER = {
    ("cpl-227", "issue_days"): "the court's own, to issue the order",
    ("cpl-236", "decide_days"): "the court's own, to decide",
    ("cpl-interp-463", "still_days"): "the court's own, to dispose of nothing",
    ("cpl-interp-266", "evidence_days_max"): "a bound of what the court may set",
    ("cpl-interp-275", "evidence_days_max"): "a bound of what the court may set",
    ("cpl-interp-510", "sue_days"): "of the other paper of that article",
    ("cpl-interp-510", "oppose_days"): "of the other paper of that article",
    ("cpl-171", "appeal_days_judgment"): "of the other paper of that article",
    ("cpl-171", "appeal_days_ruling"): "of the other paper of that article",
    ("notary-exec-21", "review_days"): "from the ruling that refuses it",
    ("price-21", "send_days"): "the court's own, to send the report",
    (
        "price-21",
        "posted_days",
    ): "how long a posting takes to count as receipt; the day to prepare by counts from its first day",
    ("price-23", "object_days"): "the same five days as in price-22",
    ("appeal-fee-22", "days"): "from the notice of the fee, after the appeal",
}


def run(id: str, on: date = ON, **typed: object) -> Result:
    return tool(id).run(typed, on)


def rows(result: Result) -> dict[str, object]:
    (table,) = [table for table in result.tables if table.key == "clocks"]
    return {str(row[0]): row[1] for row in table.rows}


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_every_length_of_a_paper_s_rules_is_one_of_its_clocks(paper: str) -> None:
    """For what is cited beside it is what its reader may do; a length left out is a day nobody is told."""
    held = PAPERS[paper]
    clocks = [CLOCKS[code] for code in (*held.clocks, *held.beside)]
    counted = {(clock.rule, clock.parameter) for clock in clocks}
    book = rules.at(ON)
    lengths = {
        (id, name)
        for id in held.rules
        for name, parameter in book[id].parameters.items()
        if parameter.unit in ("days", "months")
    }
    assert lengths - counted - set(NOT_FROM_THE_PAPER) == set()
    assert counted & lengths or not any(clock.rule in held.rules for clock in clocks)


@pytest.mark.parametrize(("paper", "lengths"), sorted(ALL_DAYS.items()))
def test_the_table_holds_every_day_the_law_gives(paper: str, lengths: set[int]) -> None:
    came = date(2026, 11, 2)
    procedure = "ordinary" if paper == "complaint" else "unknown"
    result = run("court-deadline", document=paper, received_on=str(came), procedure=procedure)
    assert {moved(paper, came + timedelta(days=days)) for days in lengths} <= {
        *rows(result).values()
    }


@pytest.mark.parametrize(
    ("paper", "says", "act", "end"),
    [
        ("execution-ruling", 15, "向法院起诉", date(2026, 11, 25)),
        ("outsider-ruling", None, "向法院起诉", date(2026, 11, 25)),
        ("outsider-ruling", 15, "向法院起诉", date(2026, 11, 25)),
        ("added-ruling", 15, "向执行的法院起诉", date(2026, 11, 25)),
    ],
)
def test_a_refused_outsider_sues_within_fifteen_days(
    paper: str, says: int | None, act: str, end: date
) -> None:
    result = run("court-deadline", document=paper, received_on="2026-11-10", stated_days=says)
    assert result.figure("deadline").value == end
    assert result.steps[0].text == act
    assert "过了" not in result.headline


@pytest.mark.parametrize("paper", ["execution-ruling", "added-ruling"])
def test_two_papers_of_one_name_keep_both_acts_and_are_not_over_while_one_runs(paper: str) -> None:
    before = run("court-deadline", date(2026, 11, 12), document=paper, received_on="2026-11-10")
    assert before.figure("deadline").value == date(2026, 11, 20)
    assert all(
        word in before.headline
        for word in ("先按短的准备", "复议的，到", "起诉的，到 2026年11月25日")
    )
    between = run("court-deadline", document=paper, received_on="2026-11-10")
    assert "还没过的，看最后一段：让你" in between.headline
    assert (
        between.steps[0].text == before.steps[0].text == "看最后一段写的是“复议”还是“起诉”，几天内"
    )
    assert between.steps[0].by == date(2026, 11, 25)
    over = run("court-deadline", date(2026, 11, 26), document=paper, received_on="2026-11-10")
    assert not any("起诉" in step.text or "复议" in step.text for step in over.steps)


def test_a_ruling_of_any_kind_is_not_over_while_a_longer_kind_runs() -> None:
    result = run("triage", document="ruling", received_on="2026-11-16")
    assert "看最后一段：让你交上诉状的，到 2026年11月26日" in result.headline
    assert "让你向法院起诉的，到 2026年12月1日" in result.headline
    assert not any("期限过了" in step.text for step in result.steps)


@pytest.mark.parametrize("paper", ["enforcement-notice", "enforcement-award"])
def test_the_ten_days_to_object_to_the_enforcing_court_are_told(paper: str) -> None:
    on = date(2026, 11, 27)
    result = run("court-deadline", on, document=paper, received_on="2026-11-20", stated_days=15)
    assert rows(result)["觉得不该这家法院执行，书面提"] == date(2026, 11, 30)
    assert "觉得不该这家法院执行，书面提，2026年11月30日" in result.headline
    silent = run("court-deadline", on, document=paper, received_on="2026-11-20")
    assert "2026年11月30日" in silent.headline


def test_the_correction_of_an_award_is_told_beside_its_three_months() -> None:
    result = run("court-deadline", document="arbitration-award", received_on="2026-11-16")
    assert result.figure("deadline").value == date(2027, 2, 16)
    assert "只是算错、写错，请仲裁庭改，2026年12月16日" in result.headline


ACTS = {
    "payment-order": "书面异议",
    "judgment": "上诉",
    "ruling": "上诉",
    "preservation": "申请复议",
    "penalty": "申请复议",
    "execution-ruling": "起诉",
    "outsider-ruling": "起诉",
    "distribution-plan": "提异议",
    "distribution-objected": "书面反对",
    "mediation-confirmed": "提异议",
    "arbitration-award": "申请撤销",
    "arbitration-notice": "交答辩和证据",
    "added-ruling": "起诉",
    "price-report": "书面提异议",
    "third-party-debt": "书面提异议",
    "distribution-opposed": "起诉反对",
    "complaint": "交答辩状",
    "enforcement-award": "申请不予执行",
}
# What no last day ends, or whose action is still done late, is no lost right.
NEVER_LOST = {
    "asset-report",
    "enforcement-notice",
    "mediation-agreement",
    "notary-letter",
    "small-claims-evidence",
    "summons",
}


def test_every_paper_has_the_act_that_is_lost_or_none_that_can_be() -> None:
    assert {*ACTS} | NEVER_LOST == {*PAPERS}
    for paper, act in ACTS.items():
        assert any(act in CLOCKS[code].action for code in PAPERS[paper].clocks), paper


@settings(deadline=None)
@given(st.sampled_from(sorted(PAPERS)), st.integers(200, 900))
def test_once_all_is_over_no_step_uses_the_lost_right(paper: str, since: int) -> None:
    came = ON - timedelta(days=since)
    result = run("court-deadline", document=paper, received_on=str(came), stated_days=3)
    first = PAPERS[paper].left[0]
    assert first in [step.text for step in result.steps]
    assert paper in NEVER_LOST or not any(ACTS[paper] in step.text for step in result.steps)


@pytest.mark.parametrize(
    ("document", "lost", "left"),
    [
        ("payment-order", "交书面异议", "谈怎么还"),
        ("judgment", "几天内能上诉", "申请再审"),
        ("award", "撤销理由", "不予执行"),
        ("distribution", "书面提异议", "问执行法院"),
        ("enforcement-award", "书面申请不予执行", "还可以起诉"),
        ("lawsuit", "写答辩状", "晚了也写"),
    ],
)
def test_triage_says_what_is_left_instead_of_the_lost_right(
    document: str, lost: str, left: str
) -> None:
    result = run("triage", document=document, received_on="2026-07-28")
    steps = [step.text for step in result.steps]
    assert not any(lost in step for step in steps)
    assert any(left in step for step in steps)
    assert len(steps) == 3
    fresh = run("triage", document=document, received_on="2026-11-20")
    assert not any(left in step.text for step in fresh.steps)
    assert any(lost in step.text for step in fresh.steps), (
        "the word of the lost right is of no step"
    )


def test_every_answer_of_the_triage_that_ends_has_something_left() -> None:
    for document in DOCUMENTS:
        steps = run("triage", document=document, received_on="2026-01-05", stated_days=3).steps
        assert len({step.text for step in steps}) == 3


def test_what_only_some_may_do_takes_no_other_act_s_place() -> None:
    typed = {"received_on": "2026-11-20", "stated_days": 3}
    for id, document in (("triage", "enforcement"), ("court-deadline", "enforcement-notice")):
        result = run(id, document=document, **typed)
        steps = [step.text for step in result.steps]
        assert any("如实报财产" in step for step in steps)
        assert not any("不该这家法院" in step or "还没到头" in step for step in steps)
        assert "书面提，2026年11月30日" in result.headline


def test_a_hearing_to_come_does_not_hide_that_a_late_answer_is_still_written() -> None:
    typed = {"received_on": "2026-11-01", "hearing_on": "2026-12-02"}
    steps = [step.text for step in run("court-deadline", document="complaint", **typed).steps]
    assert any("晚了也写" in step for step in steps)
    assert sum("开庭" in step and "一定" in step for step in steps) == 1
    summons = run("court-deadline", document="summons", stated_days=3, **typed).steps
    assert summons[0].text == "开庭"
