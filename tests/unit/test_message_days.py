"""Which days a message speaks of: the one on which it came, in the words of whoever held it, and those of a hearing."""

from datetime import date

import pytest

from calculators.law.messages import Judgement, judge
from calculators.registry import tool

RECEIVED = date(2026, 11, 25)
ORDER = (
    "（2026）粤0199民督77号支付令：自收到本支付令之日起十五日内清偿债务，或者向本院书面提出异议。"
)


def last_day(found: Judgement) -> str | None:
    day = found.first.last.day if found.first else None
    return day.strftime("%m-%d") if day else None


# What is said before a payment order, and the fifteenth day from then on, a rest day moved.
CAME = {
    "（同住的母亲前天签收，我今天才知道）": "12-08",
    "上周三签收的。": "12-03",
    "这个月13号我姐代收。": "11-30",
    "13号签收的。": "11-30",
    "2026-11-13签收。": "11-30",
    "11/13签收。": "11-30",
    "（11.13签收）": "11-30",
    "三天前签收。": "12-07",
    "收到已经10天了。": "11-30",
    "昨天我妈签收的。": "12-09",
    "（我爸昨天签收）": "12-09",
    "我妈前天替我签的。": "12-08",
    "大前天签收的。": "12-07",
    "上周五签收。": "12-07",
    "上个星期天邻居代收。": "12-07",
    "17号签收的。": "12-02",
    "本月18日签收。": "12-03",
    "11-16签收。": "12-01",
    "2026/11/19我签收了。": "12-04",
    "（11.12签收）": "11-27",
    "五天前签收。": "12-07",
    "收到已经一个星期了。": "12-03",
    "签收都八天了。": "12-02",
    "一周前我哥签收的。": "12-03",
    "上个月30号签收。": "11-16",
    "周一签收的。": "12-08",
    "半个月前门卫代收。": "11-25",
    "前几天我妈签收，具体哪天记不清。": "12-01",
    "20号贴在门口的。": "12-07",
    "十一月十四日签收。": "11-30",
    "二十号我签收。": "12-07",
    "（请邻居13号代收的）。": "11-30",
    "前两天我爸拿回来的。": "12-08",
    "上上周五我妈签的字。": "11-30",
    "上周末前台代收。": "12-07",
    "这周一签收。": "12-08",
    "礼拜天收的。": "12-07",
    "放驿站一个星期了，我弟弟已取。": "12-03",
    "签收日期：11月12日。": "11-27",
    "签收日期是12号。": "11-27",
    "签收时间2026.11.12 15:20。": "11-27",
    "EMS显示11-12 15:20签收。": "11-27",
    "物流显示20261112已签收。": "11-27",
    "十来天前收的，忘了拆。": "11-23",
    "上月28号拒收的。": "11-12",
    "上个月底就送来了。": "11-05",
    "收到支付令都12天了。": "11-30",
    "已签收3天。": "12-07",
    "前天晚上送达的。": "12-08",
    "昨日签收。": "12-09",
    "昨晚送来的。": "12-09",
    "11月13我签的。": "11-30",
    "2026年11月13签收。": "11-30",
    "家里老人十三号收的。": "11-30",
    "两个星期前签收。": "11-26",
    "我妈说是上礼拜四签的。": "12-04",
    "请于11月30日前到本院签收回证。": "11-30",
}
# What tells of another day, a place or a length leaves the day of receipt as it is.
NOT_CAME = [
    "（我今天签收）",
    "昨天还了500元，今天收到的。",
    "申请人称十天前已向你催款。",
    "申请人11月13日收到被申请人还款3000元。",
    "（我自己刚刚签收）。",
    "送达地址：幸福路13号。",
    "送达13号楼2单元。",
    "快递柜5号柜取件。",
    "联系电话0571-1113 签收后请回电。",
    "本院11号窗口领取。",
    "上周三借的钱，今天收到这个。",
]


@pytest.mark.parametrize("told", CAME)
def test_the_days_count_from_the_day_of_receipt_in_the_readers_own_words(told: str) -> None:
    assert last_day(judge(f"{told}{ORDER}", "paper", "me", RECEIVED)) == CAME[told]


@pytest.mark.parametrize("told", NOT_CAME)
def test_a_day_of_other_things_is_none_of_receipt(told: str) -> None:
    assert last_day(judge(f"{told}{ORDER}", "paper", "me", RECEIVED)) == "12-10"


def test_a_day_of_last_year_is_told_without_its_year() -> None:
    found = judge(f"12月28日我妈签收。{ORDER}", "paper", "me", date(2027, 1, 5))
    assert last_day(found) == "01-12"


def test_the_answer_says_from_which_earlier_day_it_counted() -> None:
    asked = {"text": f"我妈前天签收。{ORDER}", "channel": "paper", "received_on": "2026-11-25"}
    said = [n.text for n in tool("message-check").run(asked, RECEIVED).notices]
    assert any("2026年11月23日" in text for text in said), said
    asked["text"] = ORDER
    assert not any("从那天数" in n.text for n in tool("message-check").run(asked, RECEIVED).notices)
