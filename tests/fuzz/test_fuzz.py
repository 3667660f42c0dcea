"""Whatever anybody writes into a link, a file, a fence or a rule: an answer or one clear error."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from calculators import browser, rules
from calculators.form.declare import Spec, specs
from calculators.law import clocks
from calculators.registry import letters, tools
from calculators.rules import RuleFileError, loader
from calculators.rules.compiled import build
from scripts.generator.markdown import expand_page
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.page_file import Page
from tests.fuzz.conftest import FUZZ
from tests.pace import seconds_at_pace

ON = date(2026, 11, 23)
ALL = {**tools(), **letters()}
# What people type, what they mistype, and what breaks programs.
TYPED = st.sampled_from(
    [
        *(
            "0",
            "-1",
            "1",
            "12",
            "0.005",
            "20000",
            "1e99",
            "2万",
            "１８％",
            "万分之五",
            "99999999.99",
        ),
        *(
            "2026-11-23",
            "2026-02-30",
            "1990-01-01",
            "2100-12-31",
            "2026年11月3日",
            "2026-11-03 22:15",
        ),
        *("NaN", "Infinity", "是", "否", "", " ", "=1+1", "<script>alert(1)</script>", "{{7*7}}"),
        *("\0", "\ud800", "\u202e", "𝟙", "٣", "${x}", "'\"><img src=x onerror=x>", "🙂" * 300),
    ]
)
NOTHING = (None, "", "0", False, (), {})
LEAF = st.one_of(TYPED, st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12))
ANYTHING: SearchStrategy[Any] = st.recursive(
    LEAF,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def value(spec: Spec) -> SearchStrategy[Any]:
    """Something for one input: mostly of the right kind, sometimes not."""
    if spec.row:
        inner = inputs(spec.row)
        return st.one_of(inner if spec.kind == "part" else st.lists(inner, max_size=3), ANYTHING)
    if spec.choices:
        return st.one_of(st.sampled_from(list(spec.choices)), LEAF)
    plain = {
        "money": st.decimals(0, 10**8, places=2).map(str),
        "rate": st.decimals(0, 10, places=4).map(str),
        "number": st.decimals(0, 10**6, places=2).map(str),
        "count": st.integers(0, 100_000).map(str),
        "day": st.dates(date(1990, 1, 1), date(2100, 12, 31)).map(str),
        "moment": st.datetimes().map(lambda at: at.isoformat(" ", "minutes")),
        "flag": st.sampled_from(["true", "false"]),
    }
    return st.one_of(plain.get(spec.kind, st.text(max_size=30)), LEAF)


def inputs(declared: type[Any]) -> SearchStrategy[dict[str, Any]]:
    """Some of the inputs of a calculator, now and then one that it does not have."""
    known: Mapping[str, SearchStrategy[Any]] = {n: value(s) for n, s in specs(declared).items()}
    return st.fixed_dictionaries({}, optional={**known, "no-such": LEAF})


def request_of(id: str) -> SearchStrategy[dict[str, Any]]:
    on = st.one_of(st.dates(date(1990, 1, 1), date(2100, 12, 31)).map(str), TYPED)
    asked = {"tool": st.just(id), "inputs": inputs(ALL[id].inputs), "on": on}
    return st.fixed_dictionaries(asked, optional={"root": LEAF, "prefix": LEAF})


def is_an_answer(text: str) -> None:
    answer = json.loads(text)
    if answer["ok"]:
        assert answer["html"] and answer["announce"] and answer["result"]
        assert "<script>alert" not in answer["html"] and "<img src=x" not in answer["html"]
    else:
        assert answer["errors"] and all(each["message"] for each in answer["errors"])


@FUZZ
@given(st.sampled_from(sorted(ALL)).flatmap(request_of).map(json.dumps))
def test_a_link_or_file_of_inputs_is_answered(request: str) -> None:
    is_an_answer(browser.respond(request))


@FUZZ
@given(st.data())
def test_an_emptied_field_is_never_computed_with_the_example(data: st.DataObject) -> None:
    id = data.draw(st.sampled_from(sorted(ALL)))
    examples = {n: s for n, s in specs(ALL[id].inputs).items() if s.default not in NOTHING}
    assume(examples)
    name = data.draw(st.sampled_from(sorted(examples)))
    raw = data.draw(inputs(ALL[id].inputs))
    raw.pop(examples[name].unless, None)
    raw.pop("product", None)  # what was picked speaks for the field
    empty = data.draw(st.sampled_from(["", " ", "　"]))
    asked = {"tool": id, "inputs": {**raw, name: empty}, "on": "2026-11-23"}
    assert name in {e["field"] for e in json.loads(browser.respond(json.dumps(asked)))["errors"]}


@FUZZ
@given(st.one_of(st.text(max_size=60), ANYTHING.map(json.dumps)))
def test_any_text_at_all_is_answered(request: str) -> None:
    is_an_answer(browser.respond(request))


@pytest.mark.parametrize(
    "request_text",
    [
        *("", "null", "[]", "{}", '"text"', "[" * 100_000),
        '{"tool": "no-such", "inputs": {}, "on": "2026-11-23"}',
        '{"tool": ["triage"], "inputs": {}, "on": "2026-11-23"}',
        '{"tool": "triage", "inputs": [], "on": "2026-11-23"}',
        '{"tool": "triage", "inputs": {}, "on": "9999-12-31"}',
        '{"tool": "triage", "inputs": {}, "on": 20261123}',
        '{"tool": "triage", "inputs": {}}',
        '{"tool": "triage", "inputs": {}, "on": "2026-11-23", "root": 1}',
    ],
)
def test_what_is_no_request_gets_one_sentence(request_text: str) -> None:
    answer = json.loads(browser.respond(request_text))
    assert answer == {"ok": False, "errors": [{"field": "", "message": browser.NOT_A_REQUEST}]}


FENCES = (
    "use: overdue-cost\nname: late20\ninputs: {principal: 20000, daily_rate: 0.0005, days_overdue: 20}",
    "use: overdue-cost\ninputs: &a {principal: 20000, instalments: [*a]}",
    "use: credit-timeline\non: 2026-11-23\nshow: [figures, tables]\ninputs:\n  due_date: 2026-11-03",
)


@st.composite
def spoiled(draw: st.DrawFn, texts: tuple[str, ...]) -> str:
    """A good text with a few pieces cut out, doubled or replaced."""
    text = draw(st.sampled_from(texts))
    signs = st.sampled_from(
        [*"{}[]:,-#&*!|>'\"%@`?\n\t ", "\n- ", ": ", "<<: ", "&a *a", "2026-11-23"]
    )
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.one_of(signs, TYPED, st.just(""))) + text[end:]
    return text


BILLS = (
    "日期\t本金\t利息\t罚息\n2026-09-05\t1,000.00\t30.00\t5.20\n合计\t1000\t30\t5.2",
    "第3期 2026年9月5日\n应还本金：１，０００．００元\n应还利息: 30.00",
    "2026-09-08 12:30 还款 2,000.00元 成功\n9月20日 300 尾号1234",
)


@FUZZ
@given(
    st.one_of(spoiled(BILLS), st.text(max_size=200)),
    st.sampled_from(
        [("overdue-cost", "instalments"), ("overdue-cost", "payments"), ("card-bill", "purchases")]
    ),
)
def test_a_pasted_bill_is_read_or_named_and_the_form_takes_what_was_read(
    text: str, where: tuple[str, str]
) -> None:
    id, name = where
    asked = {"tool": id, "inputs": {}, "on": "2026-11-23", "paste": {"list": name, "text": text}}
    answer = json.loads(browser.respond(json.dumps(asked)))
    assert answer["ok"]
    rows = answer["result"]["rows"]
    again = {"tool": id, "inputs": {name: rows}, "on": "2100-12-31"}
    errors = json.loads(browser.respond(json.dumps(again))).get("errors", [])
    assert not [e for e in errors if e["field"].startswith(f"{name}.") and "看不懂" in e["message"]]


@FUZZ
@given(spoiled(FENCES))
def test_a_fence_is_computed_or_names_its_line(fence: str) -> None:
    page = Page("docs/cases/late.md", "../../", 1, ON)
    try:
        expand_page.expand(
            page, ["```calculator", *fence.split("\n"), "```", "{{ late20.total_due }}"], keep=str
        )
    except PageError as problem:
        assert problem.reason and problem.line >= 1


SMALLEST = sorted(loader.files(), key=lambda path: path.stat().st_size)[:3]
RULE_FILES = tuple(path.read_text("utf-8") for path in SMALLEST)


@FUZZ
@given(spoiled(RULE_FILES))
def test_a_rule_file_is_read_or_names_its_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "fuzzed.yml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        book = rules.RuleBook(ON, build(loader.load([path])))
    except RuleFileError as problem:
        assert problem.reason and problem.line >= 1
    else:
        assert all(rule.plain for rule in book.all())


SAID = (
    "支付令",
    "（2026）沪0199民督12号",
    "十五日内",
    "转到个人账户",
    "请勿",
    "（2026）苏0199民初5号起诉状副本、举证通知书，举证期限30日，7月3日开庭。",
    "（2026）苏0199执5号执行通知书，三日内履行，十日内报告财产。",
    "开庭7月3日",
    "判决书",
    "三日内",
    "某某法院",
    "（2026）苏0199民初5号",
    "请于11月20日前提交",
    "如不服",
    "拘留决定书",
    "今天",
    "http://a.b.cn/",
    "，",
    "。",
)
CAME = date(2026, 11, 16)
PASTED = st.lists(st.sampled_from(SAID) | TYPED | st.text(max_size=20), max_size=30).map("".join)


@FUZZ
@given(PASTED, st.sampled_from(["sms", "call", "paper", "web"]))
def test_a_pasted_message_is_judged_and_gives_no_link(text: str, channel: str) -> None:
    asked = {"text": text, "channel": channel, "received_on": str(CAME)}
    request = json.dumps({"tool": "message-check", "inputs": asked, "on": "2026-11-23"})
    answer = browser.respond(request)
    is_an_answer(answer)
    assert 'href="http' not in json.loads(answer).get("html", "")
    assert seconds_at_pace(lambda: browser.respond(request), 0.1) < 0.1
    if json.loads(answer)["ok"]:
        is_no_later_than_its_clocks(json.loads(answer)["result"])


def is_no_later_than_its_clocks(result: dict[str, Any]) -> None:
    """The last day that is named is not after any clock's: neither as shown nor by the law alone."""
    said, codes = (result["figures"][key]["value"] for key in ("last_day", "clocks"))
    lawful = (
        clocks.earliest(code, clocks.Facts(received_on=CAME))
        for code in (codes or "none").split(",")
    )
    known = [str(last.day) for last in lawful if last.day]
    shown = result["tables"].get("clocks", {"rows": []})["rows"]
    known += [row["last_day"] for row in shown if re.match(r"\d{4}-", row["last_day"] or "")]
    assert not known or (said and said <= min(known))
