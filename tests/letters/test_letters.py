"""Every letter: empty, full, hostile; nothing blocks it, nothing leaks out of a blank."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import Any

import pytest

from calculators import rules
from calculators.__main__ import main
from calculators.answer.result import Result
from calculators.browser import respond, warm
from calculators.form.declare import Spec, specs
from calculators.form.parse import InputErrors
from calculators.letters import BLANK, sources
from calculators.letters.fields import declared
from calculators.registry import UnknownTool, letters, tool

ON = date(2026, 11, 23)
HOSTILE = '<script>alert("1")</script> {{ 7 * 7 }} {% raw %} & ＿'


def typed(id: str, words: str = "照实写的话") -> dict[str, Any]:
    """Every field of a letter with something in it; texts say ``words``."""
    return {name: _something(spec, words) for name, spec in specs(tool(id).inputs).items()}


def _something(spec: Spec, words: str) -> object:
    if spec.row:
        return [{name: _something(inner, words) for name, inner in specs(spec.row).items()}] * 2
    some = {"money": "1234.50", "rate": "27%", "count": "3", "day": "2026-11-20", "flag": "true"}
    if spec.kind == "choice":
        return list(spec.choices)[-1]
    return some.get(spec.kind, words[: int(spec.maximum)] if spec.kind == "text" else None)  # type: ignore[arg-type]


def texts(result: Result) -> str:
    """All that a letter says, in one text."""
    contents = [document.content for document in result.documents]
    return "\n".join(
        [*contents, *(n.text for n in result.notices), *(s.text for s in result.steps)]
    )


def test_every_file_is_a_letter() -> None:
    assert tuple(letters()) == tuple(f"letter-{source.slug}" for source in sources())
    assert len(letters()) >= 18


def test_no_field_is_declared_in_vain() -> None:
    used = {name for source in sources() for name in source.fields.text.split()}
    assert used == set(declared())


@pytest.mark.parametrize("id", letters())
@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
def test_a_letter_is_written_whatever_is_filled_in(id: str, full: bool) -> None:
    result = tool(id).run(typed(id) if full else {}, ON)
    said = texts(result)
    assert [d.key for d in result.documents] == ["letter", "message", "call"]
    assert all(d.open and d.media_type == "text/plain" for d in result.documents)
    assert len({d.filename for d in result.documents}) == 3
    assert not re.search(r"[{}]|None|True|False|Decimal", said)
    assert "\n\n\n" not in said
    assert not re.search(r"[ \t]+$", said, re.MULTILINE)
    assert result.figure("blanks").value == result.documents[0].content.count(BLANK)
    if not full:
        assert BLANK in result.documents[0].content


@pytest.mark.parametrize("id", letters())
def test_a_letter_is_written_on_the_day_the_image_warms_up(id: str) -> None:
    """`browser.warm` asks on 2026-01-01; a rule that began later would stop the build."""
    assert tool(id).run({}, date(2026, 1, 1)).documents


@pytest.mark.parametrize("id", letters())
def test_an_empty_letter_asks_for_nothing(id: str) -> None:
    assert all(
        spec.optional or spec.default is not None for spec in specs(tool(id).inputs).values()
    )


@pytest.mark.parametrize("id", letters())
def test_what_is_cleared_in_a_letter_is_a_line_to_write_on(id: str) -> None:
    cleared = {n: "" for n, spec in specs(tool(id).inputs).items() if spec.kind != "choice"}
    assert texts(tool(id).run(cleared, ON)) == texts(tool(id).run({}, ON))


@pytest.mark.parametrize("id", letters())
def test_hostile_words_stay_words(id: str) -> None:
    """In the text to the letter; in the page as escaped text, never as markup or as a template."""
    inputs = typed(id, HOSTILE)
    asked = {"tool": id, "inputs": inputs, "on": ON.isoformat(), "prefix": "a-"}
    answer = json.loads(respond(json.dumps(asked)))
    contents = [d["content"] for d in answer["result"]["documents"].values()]
    short = HOSTILE[:30]  # the shortest text field holds 30 characters
    assert any(short in content for content in contents)
    assert "<script" not in answer["html"]
    for content in contents:
        assert "49" not in content or "49" in str(inputs)
        assert (
            html.escape(content).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
            in (answer["html"])
        )


@pytest.mark.parametrize("id", letters())
def test_notices_say_how_sure_they_are(id: str) -> None:
    """`law` is only what we have read; the sources of `reported` bear the mark 听说的 in the page."""
    book = rules.at(ON)
    for notice in tool(id).run({}, ON).notices:
        unread = [book[rule].status != "verified" for rule in notice.rules]
        if notice.tone == "reported":
            assert all(unread), notice
        else:
            assert not any(unread), notice


@pytest.mark.parametrize("id", letters())
def test_no_threat_and_no_promise_is_made(id: str) -> None:
    said = texts(tool(id).run(typed(id), ON))
    assert not re.search(r"曝光|媒体|后果自负|保证还|一定会还|承诺还|您", said)


def test_a_length_of_law_is_said_before_its_first_day_too() -> None:
    """Of 2026-03-01 are the three months; a phone whose clock is wrong still gets its letter."""
    assert "3 个月内提" in texts(tool("letter-set-aside-award").run({}, date(2026, 2, 23)))


def written(id: str) -> list[str]:
    """What a letter sends: its three texts, empty and with every field filled in."""
    return [
        document.content
        for inputs in ({}, typed(id))
        for document in tool(id).run(inputs, ON).documents
    ]


@pytest.mark.parametrize("id", letters())
def test_no_letter_admits_what_it_does_not_mean_to(id: str) -> None:
    """民法典 192, 195: who says that he will pay, whatever comes, starts the time anew."""
    admitted = re.compile(r"愿意(?:多)?还|我会还|不是拒绝还|看到就付|收到就付|今天就付")
    for content in written(id):
        assert not (hit := admitted.search(content)), hit


@pytest.mark.parametrize(
    "slug",
    ["complaint", "financial-statement", "itemised-statement", "settlement-checklist",
     "stop-contacting-others", "waive-above-24"],
)  # fmt: skip
def test_a_letter_about_something_else_is_no_promise(slug: str) -> None:
    letter = tool(f"letter-{slug}").run({}, ON).documents[0].content
    assert "还款承诺" in letter and "确认" in letter


@pytest.mark.parametrize("id", letters())
def test_nothing_is_said_of_the_other_side_that_nobody_looked_into(id: str) -> None:
    """A letter asks for proof; it says no more of a contract or a file than what was ticked."""
    for document in tool(id).run({}, ON).documents:
        assert not re.search(r"没有(?:列明|提交)|合同没有约定", document.content)


FLAGGED = [id for id in letters() if any(s.kind == "flag" for s in specs(tool(id).inputs).values())]


def sentences(content: str) -> set[str]:
    """What a text says, without its boxes and what stands in brackets beside them."""
    plain = re.sub(r"□ |（[^（）]*划掉[^（）]*）", "", content)
    return {line.strip() for line in re.split(r"[。\n]", plain) if line.strip()}


@pytest.mark.parametrize("id", FLAGGED)
def test_what_a_form_can_tick_stands_in_the_blank_letter_too(id: str) -> None:
    """Who fills it in by pen loses no reason; time-bar must be raised at first instance (时效规定 3)."""
    blank = tool(id).run({}, ON).documents[0].content
    flags = [name for name, spec in specs(tool(id).inputs).items() if spec.kind == "flag"]
    for name in flags:
        ticked = tool(id).run({name: "true"}, ON).documents[0].content
        assert sentences(ticked) <= sentences(blank), (name, sentences(ticked) - sentences(blank))
    assert blank.count("□") >= len(flags)


@pytest.mark.parametrize("id", FLAGGED)
def test_a_field_that_is_filled_in_takes_no_box_away(id: str) -> None:
    """Who types the place alone has not ticked why it is wrong: the reason stays, to be ticked by pen."""
    declared = specs(tool(id).inputs)
    flags = [name for name, spec in declared.items() if spec.kind == "flag"]
    typed = {"text": "上海", "date": "2026-11-01", "yuan": "100", "rate": "20%", "count": "3"}
    for name, spec in declared.items():
        if spec.kind not in typed:
            continue
        known = {name: typed[spec.kind]}
        said = tool(id).run(known, ON).documents[0].content
        assert said.count("□") >= len(flags), (name, said)
        for flag in flags:
            ticked = tool(id).run({**known, flag: "true"}, ON).documents[0].content
            assert sentences(ticked) <= sentences(said), (name, flag)


# What only the reader can know: that he counted, told, reached, recorded, never asked.
CLAIMED = re.compile(
    r"我(?:已经|以前|一直|从来|从未)|我[^。；\n]{0,12}(?:能接通|在录音)|已经算好|正在和|逐项核对"
    r"|还没有?核对|我核对后|在做几件事|电话里(?:商量|说的(?!不算))|和(?:我|这笔借款)没有关系"
)
# The letter is written only where it is so: its title and its `when` say it.
ITS_OWN = {"letter-settlement-certificate": "我已经在", "letter-family-message": "我有件事一直"}


@pytest.mark.parametrize("id", letters())
def test_no_letter_says_of_the_reader_what_he_has_not_said(id: str) -> None:
    flags = [name for name, spec in specs(tool(id).inputs).items() if spec.kind == "flag"]
    choices = [
        {name: key}
        for name, spec in specs(tool(id).inputs).items()
        if spec.kind == "choice"
        for key in spec.choices
    ]
    for inputs in ({}, *({name: "true"} for name in flags), *choices):
        for document in tool(id).run(inputs, ON).documents:
            said = document.content.replace(ITS_OWN.get(id, "\0"), "")
            assert not (hit := CLAIMED.search(said)), (inputs, document.key, hit)


def test_papers_for_a_court_hold_what_the_law_asks_of_them() -> None:
    answer = tool("letter-answer-to-suit").run({}, ON).documents[0].content
    assert "性别、年龄、民族" in answer and "住所" in answer  # 民事诉讼法 128
    retrial = tool("letter-retrial-points").run({}, ON).documents
    for part in ("被申请人", "原审法院", "原审案号", "撤销原来的判决", "按手印", "副本"):
        assert part in retrial[0].content  # 民诉法解释 375, 376
    frozen = tool("letter-preservation-review").run({}, ON).documents
    assert not any("被执行人" in document.content for document in frozen)  # nothing is enforced yet
    assert "也没有申请仲裁" in frozen[0].content  # 民事诉讼法 104
    award = tool("letter-set-aside-award").run({}, ON).documents[0].content
    assert award.count("□") == 8  # the six cases of 仲裁法 71, of which two are two things each


def test_the_rules_are_those_of_the_day() -> None:
    """法发〔2017〕22号 is of 2017-08-04: before that day there was no such line."""
    with pytest.raises(InputErrors, match="还没有施行"):
        tool("letter-waive-above-24").run({}, date(2017, 8, 3))
    assert "24%" in texts(tool("letter-waive-above-24").run({}, date(2017, 8, 4)))


@pytest.mark.parametrize(
    ("id", "typed_in", "said"),
    [
        # 15 days, the first not counted: 20 November + 15 = Saturday 5 December, so Monday the 7th.
        (
            "letter-payment-order-objection",
            {"received_on": "2026-11-20"},
            "最后一天是 2026年12月7日",
        ),
        (
            "letter-answer-to-suit",
            {"received_on": "2026-11-20", "stated_days": "15"},
            "最后一天是 2026年12月7日",
        ),
        # No days from the notice: the shortest usual seven, 9 + 7 = 16 November.
        ("letter-answer-to-suit", {"received_on": "2026-11-09"}, "先按 2026年11月16日准备"),
        # Three months after 31 August is 30 November, a Monday.
        ("letter-set-aside-award", {"received_on": "2026-08-31"}, "最后一天是 2026年11月30日"),
        # An institution's days are not moved past a weekend: 21 September + 13 = Sunday 4 October.
        (
            "letter-arbitration-objection",
            {"received_on": "2026-09-21", "stated_days": "13"},
            "最后一天是 2026年10月4日",
        ),
        # 20 September + 15 = 5 October, inside the National Day holidays 1 to 7 October 2026.
        (
            "letter-payment-order-objection",
            {"received_on": "2026-09-20"},
            "最后一天是 2026年10月8日",
        ),
    ],
)
def test_the_last_day_is_counted(id: str, typed_in: dict[str, str], said: str) -> None:
    letter = texts(tool(id).run(typed_in, date(2026, 9, 21)))
    assert said in letter
    assert "已经过了" not in letter


def test_a_last_day_in_a_year_without_known_holidays_is_to_be_checked() -> None:
    """The holidays of 2090 are not announced in our time."""
    said = texts(tool("letter-payment-order-objection").run({"received_on": "2090-03-01"}, ON))
    assert "放假安排这里还没有收录" in said


def test_a_deadline_that_has_passed_is_said() -> None:
    said = texts(tool("letter-payment-order-objection").run({"received_on": "2026-10-08"}, ON))
    assert "2026年10月23日已经过了 31 天" in said


def test_having_no_money_is_no_objection() -> None:
    """民诉法解释第四百三十六条: the objection must attack the debt, not the ability to pay."""
    result = tool("letter-payment-order-objection").run(typed("letter-payment-order-objection"), ON)
    assert not re.search(r"没钱|分期|缓|困难", result.documents[0].content)
    assert any("没钱" in n.text and "cpl-interp-436" in n.rules for n in result.notices)


def test_only_the_chosen_objections_are_written() -> None:
    empty = tool("letter-payment-order-objection").run({}, ON).documents[0].content
    assert empty.count("□") == 5
    one = tool("letter-payment-order-objection").run({"wrong_interest": "true"}, ON)
    assert "利率" in one.documents[0].content
    assert "□" not in one.documents[0].content
    assert "债权转让" not in one.documents[0].content
    assert "还没有勾选" not in texts(one)


def test_only_the_difference_is_told_to_the_court() -> None:
    figures = {"wrong_amount": "true", "claimed": "21000", "own_total": "19800"}
    said = tool("letter-payment-order-objection").run(figures, ON).documents[0].content
    assert "1,200.00" in said
    assert "19,800" not in said
    turned = figures | {"own_total": "21000"}
    assert "不比法院文书上的少" in texts(tool("letter-payment-order-objection").run(turned, ON))


def test_a_limitation_defence_stands_beside_no_offer() -> None:
    """Who agrees to pay cannot plead limitation (民法典第一百九十二条)."""
    inputs = {"mediate": "true", "monthly": "900"}
    offered = tool("letter-answer-to-suit").run(inputs, ON)
    assert "愿意在贵院主持下调解" in offered.documents[0].content
    assert "时效" not in offered.documents[0].content
    pleaded = tool("letter-answer-to-suit").run(inputs | {"limitation_passed": "true"}, ON)
    assert "诉讼时效已经届满" in pleaded.documents[0].content
    assert not any("调解" in d.content and "愿意调解" in d.content for d in pleaded.documents)
    assert "900" not in "".join(d.content for d in pleaded.documents)


def test_restarting_limitation_is_said_where_it_may_happen() -> None:
    restarting = {
        "extension",
        "hardship-hold",
        "part-payment",
        "repayment-ability",
        "settlement-checklist",
        "waive-above-24",
    }
    warned = {s.slug for s in sources() if "limitation-interp-14" in s.rules}
    assert warned == restarting


def test_a_rate_below_the_line_is_no_ground() -> None:
    low = tool("letter-waive-above-24").run({"annual_rate": "24%"}, ON)
    high = tool("letter-waive-above-24").run({"annual_rate": "24.01%"}, ON)
    assert "理由不成立" in texts(low)
    assert "理由不成立" not in texts(high)


def test_an_extension_after_the_due_date_is_pointed_elsewhere() -> None:
    late = tool("letter-extension").run({"due_date": "2026-11-22"}, ON)
    early = tool("letter-extension").run({"due_date": "2026-11-23"}, ON)
    assert "还款日已经过了。展期要在" in texts(late)
    assert "还款日已经过了。展期要在" not in texts(early)


def test_sums_are_those_of_the_rows() -> None:
    rows = {"income": [{"name": "工资", "amount": "5200"}, {"name": "兼职", "amount": "300.5"}]}
    said = tool("letter-repayment-ability").run(rows | {"outgoings": [{"amount": "1500"}]}, ON)
    assert "收入合计：5,500.50" in said.documents[0].content
    assert "每月剩：4,000.50" in said.documents[0].content


def test_a_plan_that_cannot_be_kept_is_pointed_out() -> None:
    month = {"income": [{"amount": "3000"}], "outgoings": [{"amount": "2500"}]}
    too_much = tool("letter-repayment-ability").run(month | {"monthly": "501"}, ON)
    assert "守不住" in texts(too_much)
    kept = tool("letter-repayment-ability").run(month | {"monthly": "500"}, ON)
    assert "请改小" not in texts(kept)


def test_letters_are_listed_under_their_own_heading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    heading = listed.index("信")
    assert listed[0] == "计算器"
    assert all(line.startswith("letter-") for line in listed[heading + 1 :])
    assert len(listed[heading + 1 :]) == len(letters())


def test_the_command_line_prints_the_letter(
    capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    inputs = tmp_path / "inputs.json"
    inputs.write_text('{"lender": "某机构"}', encoding="utf-8")
    assert main(["run", "letter-extension", "--inputs", str(inputs), "--format", "text"]) == 0
    said = capsys.readouterr().out
    assert "【正式信函】\n展期申请书" in said
    assert "致：某机构" in said


def test_an_unknown_letter_is_named() -> None:
    with pytest.raises(UnknownTool, match="letter-hold"):
        tool("letter-hold")


def test_the_image_holds_every_letter() -> None:
    warm()


@pytest.mark.parametrize("letter", ["letter-complaint", "letter-stop-contacting-others"])
@pytest.mark.parametrize("times", [10, 11, 1000])
def test_a_letter_takes_as_many_contacts_as_the_log_holds(letter: str, times: int) -> None:
    """Ten stand in the letter itself; if there are more it says how many, and a list holds all."""
    row = {"at": "2026-11-20 21:40", "caller": "138****0000", "called": "母亲"}
    log = [{**row, "what": f"第{n}句"} for n in range(1, times + 1)]
    said = tool(letter).run({"log": log}, date(2026, 11, 25)).documents[0].content
    body, _, listed = said.partition("附表：联系记录")
    assert body.count("内容：第") == 10
    assert (f"一共 {times} 次" in body) == bool(listed) == (times > 10)
    assert not listed or [f"第{n}句" in listed for n in (1, 11, times)] == [True] * 3


SPOUSE = {"spouse_debt": "true", "borrower": "王芳", "claimed": "20000", "received": "18000"}


def test_a_spouse_who_is_sued_says_why_she_owes_nothing_and_admits_nothing() -> None:
    result = tool("letter-answer-to-suit").run({**SPOUSE, "wrong_amount": "true"}, ON)
    letter, said = result.documents[0].content, texts(result)
    assert "这笔债务不是夫妻共同债务" in letter
    assert "第一千零六十四条" in letter
    assert "没有追认" in letter
    assert "合同上的借款人实际收到借款" in letter
    assert "答辩人实际收到" not in letter
    assert "三样都要真" in said


def test_a_spouse_who_would_settle_is_told_that_it_may_be_consent() -> None:
    asked = {**SPOUSE, "mediate": "true", "pay_now": "500", "monthly": "300"}
    result = tool("letter-answer-to-suit").run(asked, ON)
    assert all("调解" not in document.content for document in result.documents[:1])
    assert "可能就算你认了这笔债" in texts(result)
    alone = tool("letter-answer-to-suit").run({"mediate": "true"}, ON)
    assert "愿意在贵院主持下调解" in alone.documents[0].content
