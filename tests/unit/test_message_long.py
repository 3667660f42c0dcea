"""Of a long text what asks, what dates and what names a paper is read, and none is taken as real."""

from datetime import date

import pytest

from calculators.law.message_passages import WHOLE_CHARACTERS
from calculators.law.messages import judge
from calculators.registry import tool
from tests.unit.test_message_asked import FACTS

ON = date(2026, 11, 25)
CHAT = "甲：今天吃了没。乙：吃了，刚下班，路上有点堵。甲：明天周末去不去公园走走。乙：看天气吧。\n"
CLAUSES = "本院依照有关规定，就借款本金、利息、违约金的计算方法作如下说明，双方均无其他意见。"
COURT = "【某某区人民法院】（2026）苏0199执5号。"
ORDER = (
    "（2026）粤0199民督77号支付令：自收到本支付令之日起十五日内清偿债务，或者向本院书面提出异议。"
)
JUDGMENT = "（2026）苏0199民初9号民事判决书，如不服，可在十五日内上诉。"
PLACES = [(1050, 5000), (1100, 5000), (1600, 5000), (2600, 5000), (3600, 5000), (20_000, 50_000)]


def long(text: str, at: int, length: int, around: str, before: str) -> str:
    """The text in the midst of a longer one."""
    whole = before + around * (length // len(around) + 1)
    return f"{whole[:at]}。{text}。{whole[at:length]}"


ASKS = [
    "请把8000元打到经理卡上",
    "请将款项转入李某个人账户",
    "请点击 http://a.cc/x.apk 下载安装",
    "案款转入王法官个人账户",
    "请将欠款汇入我司财务李某个人账户",
    "把钱存到王经理卡里",
    "扫描收款码付给李经理",
    "点开链接安装客户端办理",
    "把收到的验证码发给我",
    "请开屏幕共享",
    "先交800元撤案费",
    "把身份证和银行卡寄过来",
    "不得告诉家人",
]


@pytest.mark.parametrize("asked", ASKS)
@pytest.mark.parametrize(("at", "length"), PLACES)
def test_what_a_long_text_asks_anywhere_is_a_sign(asked: str, at: int, length: int) -> None:
    for around in (CHAT, CLAUSES):
        for channel in ("sms", "paper"):
            text = long(asked, at, length, around, COURT)
            assert judge(text, channel, "me", ON).verdict == "fraud-signs"


@pytest.mark.parametrize("told", ["我妈11月12日签收的", "11月12日家里人代收", "11月12日收到了"])
@pytest.mark.parametrize("paper", [ORDER, JUDGMENT])
@pytest.mark.parametrize(("at", "length"), PLACES)
def test_the_day_it_came_is_read_wherever_it_is_told(
    told: str, paper: str, at: int, length: int
) -> None:
    found = judge(long(told, at, length, CHAT, paper), "paper", "me", ON)
    assert found.first and str(found.first.last.day) == "2026-11-27"


@pytest.mark.parametrize(
    "heard", ["12月9日上午9时30分到第三法庭", "12月9日9:30到庭", "12月9日下午2点开庭"]
)
@pytest.mark.parametrize(("at", "length"), PLACES)
def test_the_day_of_a_hearing_is_read_wherever_it_stands(heard: str, at: int, length: int) -> None:
    text = long(heard, at, length, CHAT, "【某某区人民法院】（2026）苏0199民初9号。")
    found = judge(text, "paper", "me", ON)
    assert any(str(clock.last.day) == "2026-12-09" for clock in found.clocks)


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize(("at", "length"), PLACES[2:])
def test_a_fact_in_the_midst_of_a_long_judgment_is_no_sign(fact: str, at: int, length: int) -> None:
    text = long(fact, at, length, CLAUSES, f"{JUDGMENT}经审理查明：双方签订合同。")
    assert judge(text, "paper", "me", ON).hard == ()


REAL = [
    ("sms", "【某某区人民法院】（2026）苏0199民初9号传票，12月9日9时开庭。"),
    ("paper", ORDER),
    ("letter", JUDGMENT),
    ("app", "您的借款本期应还520元，请在App内还款。"),
]


@pytest.mark.parametrize(("channel", "text"), REAL)
def test_a_text_that_was_not_read_whole_is_not_taken_as_real(channel: str, text: str) -> None:
    whole = text + CLAUSES * ((WHOLE_CHARACTERS - len(text)) // len(CLAUSES))
    assert judge(whole, channel, "me", ON).verdict == "as-real"
    longer = whole + CLAUSES * 2
    asked = {"text": longer, "channel": channel, "received_on": "2026-11-25"}
    result = tool("message-check").run(asked, ON)
    assert result.figure("verdict").value == "cannot-tell"
    assert any("没有全看" in notice.text for notice in result.notices)
