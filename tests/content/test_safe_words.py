"""No page, letter or answer says what can hurt; each finding of a review keeps its better sentence."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from calculators import rules

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ROWS: dict[str, list[dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_name("safe_words.yml").read_text("utf-8")
)
_FENCE = re.compile(r"^```.*?^```", re.M | re.S)
_MARKS = re.compile(r"\{\{.*?\}\}|\*\*|（\s*）")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@cache
def words(page: str) -> str:
    """The words of a page: its description, which search shows, and its text; no fences, no citations."""
    head, _, text = (DOCS / f"{page}.md").read_text("utf-8").partition("\n---\n")
    shown = re.search(r"^description: (.*)$", head, re.M)
    text = f"{shown[1] if shown else ''}\n{text}"
    text = _LINK.sub(r"\1", _FENCE.sub("", text))
    return re.sub(r"（[；\s]*）", "", _MARKS.sub("", text))


def everything() -> list[Any]:
    """What a reader may read: pages, letters, the words of calculators and of rules."""
    pages = [path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")]
    found = [pytest.param(words(page), id=page) for page in sorted(pages) if page != "SUMMARY"]
    for pattern in ("letters/*.txt", "tools/*.py", "law/*.py", "rules/trees/*.yml"):
        paths = sorted((ROOT / "calculators").glob(pattern))
        found += [pytest.param(path.read_text("utf-8"), id=path.name) for path in paths]
    said = "\n".join("".join((r.plain, *r.limits)) for r in rules.at(date.max).all())
    return [*found, pytest.param(said, id="rules")]


@pytest.mark.parametrize("text", everything())
def test_nothing_says_what_can_hurt(text: str) -> None:
    hits = {
        row["finding"]: m[0]
        for row in ROWS["everywhere"]
        if (m := re.search(row["must_not"], text))
    }
    assert not hits


# Who says that nobody goes to prison says for whom that does not hold, in the sentences around it.
_NO_PRISON = re.compile(
    r"(?<!会)不(?:会|用)(?:因此|因为[^。，]{0,8})?就?(?:被?抓|坐牢|判刑)|(?<!扣款，)(?:不是|不算|不构成)犯罪"
)
_EXCEPT = re.compile(r"造假|假的|假材料|藏|转走|骗")
"""A card is another matter, and “真话” a condition: neither says for whom it does not hold."""
NEAR = 90


@pytest.mark.parametrize("text", everything())
def test_no_prison_is_promised_without_its_exception(text: str) -> None:
    for found in _NO_PRISON.finditer(text):
        around = text[max(0, found.start() - NEAR) : found.end() + NEAR]
        assert _EXCEPT.search(around), around


# Who thinks of dying is nowhere told what his heirs would owe; the page for whom he leaves behind says it.
_LEFT_BEHIND = {"people/bereaved", "people/index", "rules", "message_check.py"}


@pytest.mark.parametrize("text", everything())
def test_no_page_but_that_of_the_bereaved_speaks_of_inheritance(
    text: str, request: pytest.FixtureRequest
) -> None:
    if request.node.callspec.id not in _LEFT_BEHIND:
        assert not re.search("继承|遗产", text)


# Whose debt is old starts its time anew by saying so: such a page warns of it and leads to the reckoning.
_I_SHALL = re.compile(
    r"(?m)^> .*(?:我(?:会|愿意|想)还|我(?:能|每月)[^。]{0,12}(?:还|拿得出)|按这个数答应)"
)


@pytest.mark.parametrize("text", everything())
def test_who_says_he_will_pay_is_warned_of_old_debts(text: str) -> None:
    if _I_SHALL.search(text):
        assert re.search(r"旧账|旧卡", text) and re.search(r"算一算|算时效", text)


AROUND = 110


def bare(row: dict[str, str], text: str) -> list[str]:
    """Where a text says the comfort of a row, and not what its rule leaves out."""
    found = re.finditer(row["comfort"], text)
    near = (text[max(0, m.start() - AROUND) : m.end() + AROUND] for m in found)
    return [words for words in near if not re.search(row["near"], words)]


def said() -> dict[str, str]:
    """What a reader reads as it stands: pages, letters, trees, and each rule by itself."""
    texts = {str(each.id): str(each.values[0]) for each in everything()}
    told = {id: text for id, text in texts.items() if not id.endswith(".py") and id != "rules"}
    return told | {r.id: "".join((r.plain, *r.limits)) for r in rules.at(date.max).all()}


@pytest.mark.parametrize("row", ROWS["comforts"], ids=lambda row: row["rule"])
def test_a_comfort_stands_beside_what_its_rule_leaves_out(row: dict[str, str]) -> None:
    texts = said()
    assert re.search(row["near"], texts[row["rule"]]), "the rule itself does not say it"
    assert any(re.search(row["comfort"], text) for text in texts.values()), (
        "nobody says it any more"
    )
    assert {id: found for id, text in texts.items() if (found := bare(row, text))} == {}
    assert bare(row, row["wrong"]), "a test that cannot fail"


@pytest.mark.parametrize("row", ROWS["pages"], ids=lambda row: f"{row['finding']} {row['page']}")
def test_a_finding_keeps_its_better_sentence(row: dict[str, str]) -> None:
    text = words(row["page"])
    if "must" in row:
        assert re.search(row["must"], text), row["must"]
    if "must_not" in row:
        assert not re.search(row["must_not"], text)


@pytest.mark.parametrize("row", ROWS["everywhere"], ids=lambda row: row["finding"])
def test_the_words_that_hurt_can_be_found(row: dict[str, str]) -> None:
    assert re.search(row["must_not"], WRONG[row["finding"]]), "a test that cannot fail"


WRONG = {
    "nothing typed is kept unless the reader says so, and no page promises it": "填的数只留在这台手机上",
    "silence or a missing notice defeats no claim": "债卖了没有通知你的，对你不生效",
    "fifteen days to answer are certain in the ordinary procedure alone": "收到起诉状后 15 天内可以交答辩状",
    "a courier is not the post": "用能查单号的快递，到期之前寄出就不算晚",
    "hiding from service does not stop the clock": "你不签收，就没事",
    "a demand after expiry restarts nothing": "对方再催一次、你再还一点，又会重新算",
    "nobody is given words to say that may be untrue of him": "> 他不在。请联系他本人。",
    "no real paper is called false": "这条短信肯定是假的",
    "an arbitration may not be ignored": "这种仲裁可以不理",
    "no page tells the reader that death or inheritance clears a debt": "人死了，债就一笔勾销",
    "overdraft with intent is about cards, and a page says so to card holders": "恶意透支用不到这里",
    "a number to ring at night is not hearsay": "据报道，12356 可以打，以官方为准",
    "what banks do offer is not called a fraud": "停息挂账都是骗局",
    "a relative's or a spouse's account is not safe without its exception": "家人自己的账户不能动",
    "an only home can be sold": "生活必需的住房，可以查封，但不能拍卖",
    "being unable to pay does not protect from the spending limits": "单纯还不起，不会被限高",
    "nobody is made to promise to pay an unchecked debt": "> 我知道这笔欠款，我会还。请说公司名。",
    "paying within a month is no certain sign in the report": "20 天还清仍显示 1",
    "nobody is told that he cannot be sued or reached": "过了三年，他告不了你",
    "no home and no money is promised whole": "只有一套，房子法院动不了",
    "what runs from knowing runs from when one ought to have known": "从知道那天起 6 个月",
    "whoever has nothing left is led first to what he can apply for": "算出来是零，不是你不努力。先保生活，再申请暂缓。",
    "all seats of a G train are barred, and of others the first class and above": "不坐飞机、高铁一等座等",
    "a demand restarts the time of a debt only while it runs": "对方催过、你答应过或对方起诉了，时效重新算。",
    "a true debt made public is a matter of privacy, not of honour": "有人公开你的欠款来羞辱你，侵犯你的名誉权。",
    "what a court leaves is what is needed, and is asked for": "法院会给你留吃住的钱",
    "who promised to pay, or is married to the debtor, may owe without a signature": "没签过字，就不用你还",
    "five days to have a freezing reviewed are those of a preservation ruling alone": "冻结、查封的裁定，5 天内申请复议",
    "who has signed on to a court's site may be heard there without a word of consent": "没明确同意，就在线下办",
    "fifteen days to object to a court are the ordinary procedure's alone": "要在 15 天答辩期内提出来",
    "seven days to prove are the most of a small claim, not the least": "没写天数，按最短的准备",
    "who guarantees is free only where nobody sued nor went to arbitration": "对方没去告他；那你就不用再担",
    "a period begins anew only if the setting aside was accepted while it ran": "先申请撤销、已经受理的，驳回以后重新数",
    "a notarised debt is sued over on three grounds, and no other": "还可以在执行结束以前，向执行法院起诉。",
    "four grounds for a retrial run from knowing, not two": "新证据、证据是假的，从知道或者应该知道那天数",
}
