"""Messages are judged by rules: what they are, how far they can be trusted, the earliest last day."""

import json
import re
import subprocess
import sys
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import browser, rules
from calculators.law import message_signs
from calculators.law.clocks import CLOCKS
from calculators.law.message_signs import HARD, SOFT
from calculators.law.message_words import ACTIONS, CHECKS, FLAGS, FOLLOWS, STARTS, checks_of
from calculators.law.messages import ABOUT, CHANNELS, KINDS, judge
from calculators.registry import tool
from tests.pace import seconds_at_pace

HERE = Path(__file__).parent
MESSAGES: list[dict[str, Any]] = [
    message
    for file in sorted(HERE.glob("messages*.yml"), reverse=True)
    for message in yaml.safe_load(file.read_text(encoding="utf-8"))
]
ON = date(2026, 11, 25)
NEVER = re.compile("这是假的|可以不理|不用管|不用理")
OFFICIAL = {
    f"tel:{each.value('phone')}"
    for each in rules.at(ON).all()
    if each.id.startswith("hotline-") and "phone" in each.parameters
}
PIECES = st.sampled_from([str(message["text"]) for message in MESSAGES])
NOISE = st.text(max_size=40) | st.sampled_from(
    [
        "\u202e",
        "\u200b",
        "<script>alert(1)</script>",
        "<img src=x onerror=1>",
        "{{7*7}}",
        "，",
        "。",
    ]
)
PASTED = st.lists(PIECES | NOISE, max_size=4).map("".join)


def asked(message: dict[str, Any]) -> dict[str, object]:
    return {
        "text": message["text"],
        "channel": message["channel"],
        "received_on": message["received"],
        "about": message["about"],
    }


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["id"])
def test_a_message_is_what_it_is(message: dict[str, Any]) -> None:
    result = tool("message-check").run(asked(message), ON)
    last_day = result.figure("last_day").value
    assert result.figure("kind").value == message["kind"]
    assert result.figure("verdict").value == message["verdict"]
    assert (str(last_day) if last_day else None) == message["last_day"]
    for figure in {"clocks", "case_numbers"} & {*message}:
        assert result.figure(figure).value == message[figure]
    said = repr(result)
    assert not NEVER.search(said)
    assert not any(words in said for words in message.get("never_say", ()))
    rule = {"fraud-signs": "V1", "cannot-tell": "V4"}.get(message["verdict"])
    why = next(w for w in result.workings if w.title == "怎么看的").steps[0]
    assert why.startswith(f"规则 {rule}：" if rule else ("规则 V2：", "规则 V3："))
    without_a_day = judge(message["text"], message["channel"], message["about"], None)
    assert without_a_day.first is None
    assert started(message) <= {*STARTS.get(message["kind"], ())}


def started(message: dict[str, Any]) -> set[str]:
    """The clocks of a message that the printed table has to name in its kind's row."""
    found = judge(message["text"], message["channel"], message["about"], ON)
    own = {"announcement-30", "none", "watch", "answer-stated", "answer-15", "evidence-stated"}
    own |= {"message-stated", "detention-review-3"}  # a row of its own says the second
    return set() if found.hard else {clock.code for clock in found.clocks} - own - {"hearing"}


def test_every_kind_and_sign_has_words_of_its_own() -> None:
    assert set(ACTIONS) == set(FOLLOWS) == set(KINDS)
    assert {*HARD, *SOFT} == set(FLAGS)
    assert all(code in CHECKS for kind in KINDS for code in checks_of(kind, ("fee-first",)))


def test_every_sign_finds_the_example_that_stands_above_it() -> None:
    """Each pattern is known by what it is for."""
    source = Path(message_signs.__file__).read_text(encoding="utf-8")
    beside = re.findall(r"    # “(.+)”\n    (?:\"([a-z-]+)\"|PROCEDURE):", source)
    examples = {code or message_signs.PROCEDURE: text for text, code in beside}
    assert examples.keys() == HARD.keys() | SOFT.keys()
    for code, text in examples.items():
        found = judge(text, "sms", "me", None)
        assert code in (found.hard if code in HARD else found.soft), text


@given(PASTED, st.sampled_from(list(CHANNELS)), st.sampled_from(list(ABOUT)))
def test_any_text_is_judged_and_no_day_is_later_than_its_strictest_clock(
    text: str, channel: str, about: str
) -> None:
    found = judge(text, channel, about, date(2026, 5, 6))
    days = [clock.last.day for clock in found.clocks if clock.last.day]
    assert (found.first.last.day if found.first else None) == min(days, default=None)
    assert all(clock.code in CLOCKS for clock in found.clocks)
    if found.hard:
        assert found.verdict == "fraud-signs"


@given(PIECES, st.integers(0, 330), st.integers(0, 40))
def test_a_later_arrival_never_brings_an_earlier_day(text: str, start: int, later: int) -> None:
    """Of any message, one that states a calendar day too: a day that is over is no longer a clock's."""
    early, late = (
        judge(text, "paper", "me", date(2026, 1, 1) + timedelta(days=start + n)) for n in (0, later)
    )
    if early.first and late.first and early.first.last.day and late.first.last.day:
        assert early.first.last.day <= late.first.last.day


@settings(max_examples=60)
@given(PASTED)
def test_nothing_pasted_comes_out_as_markup_or_link(text: str) -> None:
    request = {"tool": "message-check", "inputs": {"text": text}, "on": "2026-11-25"}
    answer = browser.respond(json.dumps(request))
    assert "<script>alert" not in answer and "<img src=x" not in answer
    links = set(re.findall(r"href=\\?\"((?:https?|tel):[^\"\\\\]*)", answer))
    assert links <= OFFICIAL, "only a number of the rules can be rung from here"


def test_a_number_of_the_message_cannot_be_rung_and_one_of_the_rules_can() -> None:
    text = "（2026）沪0199民督12号支付令，回电 13800138000 或 95555，逾期后果自负"
    inputs = {"text": text, "received_on": "2026-11-20"}
    request = {"tool": "message-check", "inputs": inputs, "on": "2026-11-25"}
    html = json.loads(browser.respond(json.dumps(request)))["html"]
    rung = set(re.findall(r'href="(tel:[^"]*)"', html))
    assert "tel:12368" in rung
    assert rung <= OFFICIAL


@pytest.mark.parametrize(
    "piece", [m["text"] for m in MESSAGES[:8]] + ["（2026）", "转转", "\u202e<b>", "a.", "1"]
)
def test_fifty_thousand_signs_are_answered_in_a_tenth_of_a_second(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    judge(piece, "sms", "me", ON)
    start = time.process_time()
    judge(text, "sms", "me", ON)
    assert time.process_time() - start < 0.1


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "\u202e（2026）粤0199民初1号\u2066",
    "【" * 3 + "先交" + "，" * 3,
    "先付转存打缴交",
    "我处由转交至" + "某" * 14 + "\n",
]


def test_a_hostile_text_is_answered_by_the_page_in_a_tenth_of_a_second() -> None:
    """Through the page's own door. A machine slower than 20 ms a unit of work gets so much more time."""
    ask = {"tool": "message-check", "on": "2026-11-25"}
    inputs = {"text": "您好", "received_on": "2026-11-20"}
    browser.respond(json.dumps(ask | {"inputs": inputs}))
    for piece in HOSTILE:
        inputs["text"] = (piece * 50_000)[:50_000]
        asked = json.dumps(ask | {"inputs": inputs})
        assert seconds_at_pace(partial(browser.respond, asked), 0.1) < 0.1, piece


PAPERS = [
    "（法院专递）（2026）苏0199民初77号传票：{}。6月30日9时开庭",
    "（法院专递）（2026）苏0199民初77号举证通知书，举证期限15日：{}",
    "（法院专递）（2026）苏0199民初77号起诉状副本：{}。被告至今未还",
    "（法院专递）（2026）苏0199民初77号民事判决书：{}。如不服，十五日内上诉",
    "（法院专递）（2026）苏0199诉前调书77号民事调解书：{}。首期2026年7月10日前还500元",
    "（EMS）某某仲裁委员会（2026）某仲字第5号仲裁通知：{}。10日内提交答辩书",
]
TOLD = [
    "请携带微信转账记录、银行流水原件到庭",
    "请提交支付宝转账记录、微信转账截图等证据",
    "请打印微信转账凭证、支付宝转账电子回单各一份",
    "证据：1.借条；2.微信转账；3.支付宝转账",
    "原告通过微信转账给被告20,000元",
    "原告于2025年3月1日向被告支付宝转账5,000元",
    "原告将借款汇入被告账户6222021234567890123",
    "双方聊天记录载明被告以支付宝转账方式还款三次",
    "被告王某付给原告李某20,000元",
    "被告将5,000元转到原告赵某尾号1234的银行卡",
    "被告称已将借款转给他人使用",
    "被告通过借呗提现20,000元后转入其名下银行卡",
    "被告提供担保金20,000元存入本院账户的，可申请解除冻结",
    "本案不公开审理，请勿对外泄露案情",
    "庭审链接请勿转发或者泄露给他人",
]
ASKED_IN_A_PAPER = [
    "请将诉讼费325元转到书记员李某个人账户",
    "微信转账8,000元给承办法官即可撤案",
    "被告张某请速加法官微信转账8,000元撤案",
    "付给原告代理人，户名李某，账号6222021234567890123",
    "扫收款码付保证金5,000元",
    "请将20,000元付给书记员李某",
    "把执行款转入经办人赵某卡上",
    "先用借呗借出来再转到指定账户",
    "此事不得告诉家人",
]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_that_tells_of_payments_asks_for_none_and_one_that_asks_still_does(
    paper: str,
) -> None:
    channel = "letter" if "EMS" in paper else "paper"
    for told in TOLD:
        assert not judge(paper.format(told), channel, "me", ON).hard, told
    for asked in ASKED_IN_A_PAPER:
        assert judge(paper.format(asked), channel, "me", ON).hard, asked


PAY_TO_LIFT = [
    "你被列为失信 点 http://a.b 缴费解除",
    "限高已生效，交费解除，联系专员",
    "账户管控，扫码付解封",
    "帮您消除征信逾期记录，收费800，先付一半",
    "我司可代办停息挂账，服务费15%，先交500",
    "停息挂账，收取 15% 作服务费",
]


@pytest.mark.parametrize("text", PAY_TO_LIFT)
def test_who_wants_money_before_anything_is_done_shows_a_sign_of_fraud(text: str) -> None:
    assert judge(text, "sms", "me", ON).verdict == "fraud-signs"


@pytest.mark.parametrize(
    "text",
    [
        "【某某法院】请于7日内预交案件受理费50元，（2026）京0105民初1号，逾期按撤诉处理",
        "【某银行】您可先还500元，余下分期，请在App内操作",
        "履行完毕后本院解除限制消费措施。（2026）京0105执1号",
    ],
)
def test_a_courts_fee_and_a_banks_instalment_are_none(text: str) -> None:
    assert "fee-first" not in judge(text, "sms", "me", ON).hard


@pytest.mark.parametrize(
    "text", ["你好，我是顺丰，您的快递到了", "明天有雨，记得带伞", "在吗", "。"]
)
def test_what_cannot_be_named_is_not_named(text: str) -> None:
    said = browser.respond(
        json.dumps({"tool": "message-check", "inputs": {"text": text}, "on": "2026-11-25"})
    )
    result = json.loads(said)["result"]
    assert result["figures"]["kind"]["value"] == "unclear"
    assert result["headline"].startswith("看不出是哪一种")


def test_what_of_a_long_text_was_not_read_is_said() -> None:
    asked = {
        "tool": "message-check",
        "inputs": {"text": "您的欠款已逾期。" * 800},
        "on": "2026-11-25",
    }
    assert "没有全看" in browser.respond(json.dumps(asked))


FIRST = """
import json, os, sys, time
from datetime import date
from calculators.registry import tool
check, slowest = tool("message-check"), 0.0
for asked in json.load(sys.stdin):
    read, write = os.pipe()
    if os.fork() == 0:
        start = time.process_time()
        check.run(asked, date(2026, 11, 25))
        os.write(write, str(time.process_time() - start).encode())
        os._exit(0)
    os.wait()
    slowest = max(slowest, float(os.read(read, 99)))
    os.close(read), os.close(write)
print(slowest)
"""


def test_the_very_first_message_is_answered_in_a_tenth_of_a_second_too() -> None:
    """In a process that has read no message yet, so that no pattern is compiled but at import."""
    messages = [asked(message) for message in MESSAGES[::12]]
    long = {"text": "".join(str(m["text"]) for m in MESSAGES)[:50_000], "received_on": "2026-11-02"}
    told = json.dumps([*messages, long], default=str)
    run = subprocess.run(
        [sys.executable, "-c", FIRST], input=told, capture_output=True, text=True, check=True
    )
    assert float(run.stdout) < 0.1


def test_the_printed_table_says_the_days_of_every_kind_from_the_rules() -> None:
    table = next(t for t in tool("message-check").run({}, ON).tables if t.key == "kinds")
    days = {str(row[0]): str(row[1]) for row in table.rows}
    objection = rules.at(date.max)["cpl-227"].number("objection_days")
    assert f"还款，或者交书面异议，{objection} 天" in days[KINDS["payment_order"]]
    assert all(said.strip("。") for said in days.values())


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("paper", "（2026）苏0199司惩5号拘留决定书：因你拒不报告财产，决定拘留十日"),
        ("sms", "【某某区人民法院】（2026）苏0199司惩5号拘留决定书，查收 http://a.example/1"),
        ("letter", "（2026）苏0199执77号执行通知书：三日内履行，拒不履行的予以罚款、拘留"),
        ("call", "某某法院执行局，（2026）苏0199执77号，你不报告财产要拘留的"),
    ],
)
def test_nobody_is_comforted_about_a_detention_that_a_court_speaks_of(
    channel: str, text: str
) -> None:
    assert "detention-threat" not in judge(text, channel, "me", ON).soft
    asked = {"text": text, "channel": channel, "received_on": "2026-11-20"}
    assert "不会坐牢" not in repr(tool("message-check").run(asked, ON))
    threat = "不还就等着坐牢拘留，我司已移交"
    assert "detention-threat" in judge(threat, "sms", "me", ON).soft


def test_the_printed_table_has_a_row_for_a_fine_or_a_detention() -> None:
    table = next(t for t in tool("message-check").run({}, ON).tables if t.key == "kinds")
    days = {str(row[0]): str(row[1]) for row in table.rows}
    review = rules.at(date.max)["cpl-interp-185"].number("review_days")
    assert f"申请复议，{review} 天" in days["法院罚款、拘留的决定"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("（2026）苏0199执2233号执行通知书：责令你五日内履行，并报告财产", "cpl-251"),
        ("（EMS）某某仲裁委员会（2026）某仲字第66号：十日内提交答辩书", "arb-36"),
        ("（电话）某某市公安局刑侦支队，您的账户已被冻结，冻结期限6个月", "police-243"),
    ],
)
def test_a_day_that_only_the_paper_names_cites_the_article_behind_it(text: str, cited: str) -> None:
    inputs = {"text": text, "channel": "paper", "received_on": "2026-11-20"}
    notices = tool("message-check").run(inputs, ON).notices
    assert any(cited in notice.rules for notice in notices)


@pytest.mark.parametrize(
    ("said", "came", "last_day"),
    [
        ("自收到本裁决书之日起10日内支付申请人20000元", "2026-09-22", "2026-10-02"),
        ("自收到本裁决书之日起10日内支付申请人20000元", "2026-07-01", "2026-07-11"),
        ("于2026年10月2日前支付申请人20000元", "2026-09-22", "2026-10-02"),
        ("自2026年10月起每月5日支付申请人2000元", "2026-09-22", "2026-10-05"),
    ],
)
def test_no_rest_day_moves_what_an_award_sets(said: str, came: str, last_day: str) -> None:
    text = f"【XX仲裁委员会】(2026)X仲裁字第1234号裁决书：被申请人张三应{said}。"
    typed = {"text": text, "channel": "paper", "received_on": came, "about": "me"}
    assert str(tool("message-check").run(typed, ON).figure("last_day").value) == last_day
