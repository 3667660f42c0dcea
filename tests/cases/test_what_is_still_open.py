"""Once a paper's first day is over: what is still open is a step, what is lost is none, one of several stays one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answer.result import Result
from calculators.registry import tool

CAME = date(2026, 11, 10)
OVER = ("期限过了", "这一天已经过了")
LOOK = "看裁定书最后一段：写的是复议、上诉还是起诉，几天内"


def run(id: str, day: int, **typed: object) -> Result:
    """The answer `day` days after the paper came."""
    asked = {"received_on": str(CAME), **typed}
    return tool(id).run(asked, CAME + timedelta(days=day))


def texts(result: Result) -> list[str]:
    return [step.text for step in result.steps]


def pages(result: Result) -> list[str | None]:
    return [step.page for step in result.steps]


def over(result: Result) -> bool:
    said = repr(result.figures) + "".join(texts(result))
    return any(word in said for word in OVER)


@pytest.mark.parametrize(("says", "day"), [(3, 8), (10, 11), (1, 2), (15, 40), (7, 90)])
def test_arbitration_is_still_objected_to_after_the_days_to_answer(says: int, day: int) -> None:
    """Arbitration Law art. 31: until the first hearing, and what is not said by then is lost."""
    result = run("triage", day, document="arbitration", stated_days=says)
    assert "letters/arbitration-objection" in pages(result)
    assert any("晚了也写" in text for text in texts(result))
    assert not any("按通知的天数写答辩" in text for text in texts(result))
    exact = run("court-deadline", day, document="arbitration-notice", stated_days=says)
    assert exact.steps[0].text == "还没开庭的，说不该仲裁"
    assert any("晚了也写" in text for text in texts(exact))
    assert "说不该仲裁" in exact.headline and "说不同意网上仲裁" in exact.headline


def test_an_arbitration_that_was_heard_is_objected_to_no_more() -> None:
    typed = {"document": "arbitration-notice", "stated_days": 5, "hearing_on": "2026-12-01"}
    assert run("court-deadline", 15, **typed).steps[0].text == "说不该仲裁"
    heard = run("court-deadline", 30, **typed)
    assert not any("不该仲裁" in text or "网上仲裁" in text for text in texts(heard))
    assert any("晚了也写" in text for text in texts(heard))


@pytest.mark.parametrize(
    ("says", "day"), [(None, 8), (None, 12), (None, 14), (10, 7), (10, 14), (15, 8), (7, 8)]
)
def test_a_ruling_that_may_be_several_is_told_by_its_last_paragraph(
    says: int | None, day: int
) -> None:
    result = run("triage", day, document="ruling", stated_days=says)
    assert LOOK in texts(result)
    assert any("提供担保、提执行异议" in text for text in texts(result))
    assert not any(text.startswith(("不服的", "向法院", "向上一级")) for text in texts(result))


@pytest.mark.parametrize("day", [7, 8, 12, 14, 60])
def test_a_ruling_of_five_days_freezes_and_is_never_appealed(day: int) -> None:
    result = run("triage", day, document="ruling", stated_days=5)
    said = result.headline + "".join(texts(result))
    assert "复议期过了，还可以提供担保解冻、提执行异议" in texts(result)
    assert "上诉" not in said and "起诉" not in said and "还没到头" not in said


@pytest.mark.parametrize(("says", "none"), [(10, "起诉"), (15, "上诉")])
def test_no_kind_of_ruling_is_told_that_its_own_days_rule_out(says: int, none: str) -> None:
    for day in range(6, 30):
        assert none not in run("triage", day, document="ruling", stated_days=says).headline


@pytest.mark.parametrize("paper", ["execution-ruling", "added-ruling"])
@pytest.mark.parametrize(("says", "end"), [(10, 10), (15, 15)])
def test_a_paper_told_by_its_days_is_not_the_other_one(paper: str, says: int, end: int) -> None:
    lost = "起诉" if says == 10 else "复议"
    for day in (1, end, end + 2, end + 4):
        result = run("court-deadline", day, document=paper, stated_days=says)
        assert lost not in result.headline + "".join(texts(result))
        assert over(result) == (day > end) and "还没到头" not in repr(result)


@pytest.mark.parametrize("day", [8, 10, 14, 15])
def test_a_complaint_of_unknown_days_is_not_late_while_fifteen_may_run(day: int) -> None:
    """Civil Procedure Law art. 128; seven days are a guess, to prepare by (interpretation 275)."""
    result = run("triage", day, document="lawsuit")
    assert any(text.startswith("写答辩状") and "不该这家法院管" in text for text in texts(result))
    assert not any("晚了" in text for text in texts(result))
    exact = run("court-deadline", day, document="complaint")
    assert "管辖异议" in exact.steps[0].text and "2026年11月25日" in exact.headline
    desk = tool("desk").run(
        {"document": "unsure", "papers": [{"document": "complaint", "received_on": str(CAME)}]},
        CAME + timedelta(days=day),
    )
    assert not any(over(answer) for answer in (result, exact, desk))


@pytest.mark.parametrize(
    ("document", "procedure", "late"),
    [
        ("complaint", "summary", False),
        ("complaint", "small", False),
        ("small-claims-evidence", "unknown", False),
        ("small-claims-evidence", "ordinary", False),
        ("small-claims-evidence", "small", True),
    ],
)
def test_what_the_court_may_have_given_is_not_over(
    document: str, procedure: str, late: bool
) -> None:
    for day in (8, 15):
        asked = {"document": document, "procedure": procedure}
        assert over(run("court-deadline", day, **asked)) is late
    assert over(run("court-deadline", 16, document=document, procedure=procedure))
    early = run("court-deadline", 3, document=document, procedure=procedure)
    assert early.figure("deadline").value == date(2026, 11, 17)


@pytest.mark.parametrize(("says", "day"), [(3, 8), (3, 15), (7, 9), (14, 15)])
def test_an_award_may_still_be_kept_from_enforcement_after_the_days_to_perform(
    says: int, day: int
) -> None:
    result = run("triage", day, document="enforcement-award", stated_days=says)
    assert "有法律写的理由，书面申请不予执行" in texts(result)
    assert "letters/non-enforcement" in pages(result)
    gone = run("triage", 16, document="enforcement-award", stated_days=says)
    assert "letters/non-enforcement" not in pages(gone)


@pytest.mark.parametrize("day", [7, 15, 20])
def test_a_price_posted_on_the_web_is_not_over_before_it_counts_as_received(day: int) -> None:
    """确定参考价规定 21, 22: fifteen days posted, then five; 10 November comes to 30 November."""
    posted = run("court-deadline", day, document="price-report", way="announcement")
    assert posted.figure("deadline").value == date(2026, 11, 16)
    assert "公示满 15 天才算收到，可能给到 2026年11月30日" in posted.headline
    assert "书面提异议" in posted.steps[0].text and not over(posted)
    assert not any("法院不收" in text for text in texts(posted))
    gone = run("court-deadline", 21, document="price-report", way="announcement")
    handed = run("court-deadline", day, document="price-report", way="signed")
    assert over(gone) and over(handed)


NOT_ANNOUNCED = {
    "payment-order": "支付令",
    "third-party-debt": "直接送到",
    "price-report": "公示满 15 天",
}


@pytest.mark.parametrize("paper", ["judgment", "complaint", "preservation", *NOT_ANNOUNCED])
def test_an_announcement_serves_only_what_may_be_announced(paper: str) -> None:
    result = run("court-deadline", 2, document=paper, way="announcement")
    said = "".join(notice.text for notice in result.notices)
    assert ("公告发出满期就算送到" in said) is (paper not in NOT_ANNOUNCED)
    assert NOT_ANNOUNCED.get(paper, "公告") in said


@settings(deadline=None)
@given(
    st.sampled_from(["judgment", "payment-order", "mediation-confirmed", "penalty"]),
    st.integers(16, 60),
    st.integers(0, 60),
)
def test_more_days_than_the_law_gives_may_be_those_to_pay_in(
    paper: str, says: int, since: int
) -> None:
    """A judgment's 三十日内付清 is no time to appeal: what is left stands beside the act."""
    day = min(says, 20 + since)
    result = run("court-deadline", day, document=paper, stated_days=says)
    if "才满" in result.headline:
        assert "写的要是办这件事的天数" in result.headline
        assert len(texts(result)) == 3
    assert "没过。" not in result.headline


def test_a_judgment_s_days_to_pay_in_leave_both_ways() -> None:
    typed = {"document": "judgment", "stated_days": 30}
    assert any("申请再审" in text for text in texts(run("triage", 20, **typed)))
    by_day = {"document": "judgment", "stated_on": "2026-12-20"}
    for result in (run("court-deadline", 20, **typed), run("court-deadline", 20, **by_day)):
        assert result.steps[0].text == "不服的，交上诉状"
        assert "申请再审" in result.steps[1].text
    fresh = run("court-deadline", 10, **typed)
    assert not any("申请再审" in text for text in texts(fresh))
