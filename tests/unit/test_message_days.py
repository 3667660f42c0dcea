"""Which days a message speaks of: the one on which it came, in the words of whoever held it, and those of a hearing."""

from datetime import date

import pytest

from calculators.law import case_numbers
from calculators.law.message_signs import kind_words
from calculators.law.messages import ENFORCING, Judgement, judge
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


# What a court's text says of a hearing, and the day to prepare for.
HEAD = "【某某区人民法院】（2026）苏0199民初9号 "
HEARD = {
    "2026年12月4日上午9时30分，地点：第三审判庭": "12-04",
    "12月4日9:30，第三审判庭，请准时": "12-04",
    "证据交换12月4日9:30": "12-04",
    "12月3日的庭不开了，改在12月17日": "12-17",
    "你说12月3日去不了，我们给你调到了12月1日上午": "12-01",
    "开庭時間12月3日": "12-03",
    "12月18日9时的庭提前三天开": "12-15",
    "12月18日开庭提前至前一天同一时间": "12-17",
    "12月3日的庭撤销，12月17日9:00在三庭开庭": "12-17",
    "今天又收到（2026）苏0199民初9号传票，请您于2026年12月10日上午9时到第三审判庭开庭": "12-10",
    "因故无法于12月4日开庭，现定于12月18日9时开庭": "12-18",
    "取消12月4日的开庭，新开庭时间：12月18日9时": "12-18",
    "12月4日因法官出差不开庭，12月18日9时开庭": "12-18",
    "开庭日期不是12月3日，是12月2日": "12-02",
    "2026年12月8日下午2时，地点：第五法庭": "12-08",
    "12月8日14:30，第一审判庭，请准时参加": "12-08",
    "庭前会议12月8日9:30": "12-08",
    "12月8日的庭取消了，换到12月22日": "12-22",
    "您说12月8日来不了，帮您挪到12月7日下午": "12-07",
    "開庭時間：12月8日上午9時": "12-08",
    "12月22日9时的庭提前一周开": "12-15",
    "12月22日开庭提前到前一日上午": "12-21",
    "12月8日开庭作废，12月22日9:00在二庭开庭": "12-22",
    "今天又给您寄出传票，请于2026年12月11日下午2时到第二审判庭开庭": "12-11",
    "因法官生病不能于12月8日开庭，改定于12月22日9时开庭": "12-22",
    "撤销12月8日的庭审，重新定于12月22日9时开庭": "12-22",
    "12月8日因故不能开庭，12月22日9时开庭": "12-22",
    "开庭时间应为12月7日，而不是12月8日": "12-07",
    "12月8日开庭推迟三天": "12-11",
    "开庭日期并非12月22日，而是12月8日": "12-08",
    "12月8日不公开开庭审理，12月22日宣判": "12-08",
    "12月8日9时开庭，请提前三天提交证据": "12-08",
    "12月8日9时开庭，你申请改到12月22日，未获准许": "12-08",
    "12月8日9时开庭，如无法到庭请提前申请延期": "12-08",
    "网上开庭，12月8日10:00准时上线": "12-08",
    "询问时间12月8日9:30，地点：本院302室": "12-08",
    "谈话改到12月1日；12月8日9时开庭": "12-01",
    "12月8日的庭照开，12月22日那个案子另行通知": "12-08",
    "12月8日上午9点，请到本院诉讼服务中心做笔录": "12-08",
    "12月8日那庭往后推一周，12月15日同一时间": "12-15",
    "12月9日 10:00 第二审判庭": "12-09",
    "2026-12-09 14:00在本院三号法庭，请携带身份证": "12-09",
    "庭前调查询问12月9日上午10时": "12-09",
    "听证会：12月9日9时，执行局三楼": "12-09",
    "12月9日那个庭开不成了，推到12月23日": "12-23",
    "原来12月9日的庭，现挪至12月23日10时": "12-23",
    "12月9日我来不了 回复：您的庭调到12月2日下午": "12-02",
    "12月23日的庭往前提了两天": "12-21",
    "12月9日的庭顺延一周": "12-16",
    "12月9日开庭延后至次日同一时间": "12-10",
    "12月9日的开庭停开，另定12月23日9时": "12-23",
    "停开12月9日的庭，12月23日9时开庭": "12-23",
    "由于疫情无法在12月9日如期开庭，改为12月23日9:00": "12-23",
    "不是12月9日开庭，是12月7日，通知写错了": "12-07",
    "更正：开庭日期为12月7日，而非12月9日": "12-07",
    "12月9日法官请假，开不了庭，改期到12月23日": "12-23",
    "12月9日上午9时不在第三法庭开庭，改在第五法庭": "12-09",
    "12月9日开庭不会取消，12月23日宣判": "12-09",
    "12月9日9时开庭，提前半小时到庭": "12-09",
    "12月9日9时开庭，提前三天到院阅卷": "12-09",
    "被告无法于12月9日出庭，本院12月23日开庭": "12-09",
    "如你不能于12月9日到庭，请在12月4日前提交申请": "12-04",
    "12月9日开庭，举证期限改到12月4日": "12-04",
    "定於12月9日上午九時在第二法庭開庭審理": "12-09",
    "取消12月9日的开庭，另行通知": None,
    "12月9日9时开庭是否取消，请等通知，12月23日备用": "12-09",
    "您的开庭从12月9日换到了12月23日": "12-23",
    "开庭：12月9日→12月23日": "12-09",
    "12月9日的庭改成线上开，时间不变": "12-09",
    "请12月9日下午3点到民一庭302做谈话笔录": "12-09",
    "12月9日谈话，开庭时间改为12月23日": "12-09",
    "12月9日的谈话改到12月23日": "12-23",
    "另一案12月9日开庭，本案改到12月23日": "12-09",
    "不是12月9日开庭吗，怎么传票写12月23日": "12-09",
    "如果无法在12月9日开庭的话，改到12月23日": "12-09",
    "无法在12月9日开庭的话，12月23日开庭": "12-09",
    "12月9日9时开庭，地点改为第三法庭，12月23日宣判": "12-09",
    "12月9日证据交换，开庭改到12月23日": "12-09",
    "12月9日9时开庭，原告申请撤销保全，12月23日答复": "12-09",
    "12月9日开庭，12月23日的庭不开了": "12-09",
    "12月9日、12月23日两次开庭，12月9日的不开了": "12-09",
    "您来电说不能于12月9日到庭，开庭不变": "12-09",
    "12月23日9时开庭，如提前一天，另行通知": "12-23",
    "12月23日9时开庭。能不能提前三天开，等通知": "12-23",
    "12月9日 庭前会议后10分钟开庭": "12-09",
    "请于12月9日上班时间到立案庭缴费": "12-09",
    "请你12月9日上午到民三庭领传票": "12-09",
    "12月9日上午九时半，第2审判庭，被告未到庭将缺席审理": "12-09",
    "本院11月20日立案，第三法庭审理，开庭另行通知": None,
    "开庭12月23日，改成提前两天": "12-21",
}
TOLD_BY_PHONE = {
    "今天又收到法院的传票（2026）苏0199民初9号：请您于2026年12月10日上午9时到第三审判庭开庭": "12-10",
    "昨天接到法院电话，（2026）苏0199民初9号12月10日上午9时到第三审判庭开庭": "12-10",
    "书记员说（2026）苏0199民初9号12月4日早上九点半，叫我去一号法庭": "12-04",
    "法官助理说（2026）苏0199民初9号12月8日下午两点，去三号法庭": "12-08",
    "法院说（2026）苏0199民初9号12月9日早上十点，到二号法庭": "12-09",
    "书记员打来，（2026）苏0199民初9号下周三早上九点半，叫我去一号法庭": "12-02",
    "法官助理：（2026）苏0199民初9号，12月9日的庭提前一天吧，你有空吗": "12-08",
}


@pytest.mark.parametrize("said", HEARD)
def test_the_hearing_is_on_the_day_that_stands(said: str) -> None:
    assert last_day(judge(HEAD + said, "sms", "me", RECEIVED)) == HEARD[said]


@pytest.mark.parametrize("said", TOLD_BY_PHONE)
def test_a_hearing_is_told_by_phone_in_few_words(said: str) -> None:
    assert last_day(judge(said, "call", "me", RECEIVED)) == TOLD_BY_PHONE[said]


def test_of_two_days_that_may_hold_both_are_shown() -> None:
    """Whether a request was granted is not sure: the first day is prepared for, the other one is not hidden."""
    said = f"{HEAD}12月9日9时开庭，您申请改到12月23日，正在审查"
    clocks = judge(said, "sms", "me", RECEIVED).clocks
    days = [str(clock.last.day) for clock in clocks if clock.code == "hearing"]
    assert days == ["2026-12-09", "2026-12-23"]


# What came, its last day, and its clocks where two of them have to be shown.
CAME_AS: list[tuple[str, str, str | None, set[str]]] = [
    ("paper", "（2026）苏0199民初9号财产保全裁定书", "11-30", set()),
    ("paper", "（2026）苏0199民初9号民事裁定书：查封你名下某处房屋，期限三年", "11-30", set()),
    (
        "paper",
        "某某区人民法院（2026）苏0199执5号执行通知书、限制消费令各一份。三日内履行",
        "11-30",
        set(),
    ),
    (
        "paper",
        "某某区人民法院（2026）苏0199执5号执行通知书及限制消费令、报告财产令：五日内报告财产",
        "11-30",
        set(),
    ),
    ("sms", "（2026）粤0199民督77号 已送达", "12-10", set()),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：追加你（一人有限公司股东）为被执行人",
        "12-07",
        {"added-review-10", "added-sue-15"},
    ),
    ("paper", "（2026）苏0199民初9号财产保全裁定书：冻结你名下银行存款2万元", "11-30", set()),
    (
        "paper",
        "（2026）苏0199民初9号民事裁定书：冻结被申请人银行存款10万元，期限一年",
        "11-30",
        set(),
    ),
    ("paper", "（2026）苏0199民初9号民事裁定书：扣押你名下车辆一辆", "11-30", set()),
    (
        "paper",
        "某某区人民法院（2026）苏0199执5号执行通知书、限制高消费令、失信决定书。五日内履行",
        "11-30",
        set(),
    ),
    ("paper", "（2026）苏0199执5号限制消费令、报告财产令各一份：三日内报告财产", "11-30", set()),
    ("sms", "【某某区人民法院】（2026）粤0199民督78号 文书已送达", "12-10", set()),
    ("sms", "（2026）粤0199民督78号 已签收", "12-10", set()),
    ("paper", "（2026）苏0199民初9号民事裁定书：驳回管辖权异议，十日内上诉", "12-07", set()),
    (
        "paper",
        "（2026）苏0199民初9号民事裁定书：准许原告撤回起诉，解除对你名下房屋的查封",
        None,
        set(),
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：追加你为被执行人，你作为股东未缴足出资",
        "12-07",
        {"added-review-10", "added-sue-15"},
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：变更李某（继承人）为被执行人",
        "12-07",
        {"added-review-10"},
    ),
    (
        "sms",
        "【某某区人民法院】（2026）苏0199民初9号 传票请点击链接查看，链接有效期7天。12月22日9时开庭",
        "12-22",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199民初9号民事判决书 判令你十日内归还借款，案件受理费于上诉期满后七日内缴纳",
        "12-10",
        {"appeal-15"},
    ),
    (
        "paper",
        "（2026）苏0199民初9号民事裁定书：冻结李某名下存款5万元或查封相应价值财产",
        "11-30",
        set(),
    ),
    ("paper", "（2026）苏0199财保9号民事裁定书", "11-30", set()),
    ("paper", "（2026）苏0199民初9号裁定书：先予执行，被告先行支付2万元", "11-30", set()),
    ("paper", "（2026）苏0199民初9号民事裁定书：解除对李某名下房产的查封", None, set()),
    ("paper", "（2026）苏0199民初9号民事裁定书：驳回原告的保全申请", "11-30", set()),
    (
        "paper",
        "（2026）苏0199民初9号民事裁定书：驳回原告起诉，解除保全。不服可在十日内上诉",
        "12-07",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199民初9号民事判决书。另附保全裁定书一份，已查封你的房产",
        "11-30",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199执5号：执行通知书、限制消费令、失信被执行人决定书各一份",
        None,
        {"correction-open", "enforcement-stated"},
    ),
    ("paper", "（2026）苏0199执5号限制消费令和执行通知书。七日内履行", "12-02", set()),
    (
        "paper",
        "（2026）苏0199执5号限制消费令：你未按执行通知书指定的期间履行，本院限制你高消费",
        None,
        {"correction-open"},
    ),
    (
        "paper",
        "（2026）苏0199执5号执行通知书、报告财产令、限制消费令：收到后即日履行，五日内报告财产",
        "11-30",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199执5号执行通知书及失信决定书，三日内向申请执行人支付2万元",
        "11-30",
        set(),
    ),
    ("sms", "（2026）粤0199民督79号 请查收", "12-10", set()),
    ("sms", "（2026）粤0199民督79号支付令已通过短信送达", "12-10", set()),
    ("sms", "（2026）苏0199民初9号 已送达", "12-10", set()),
    ("sms", "（2026）粤0199民督79号 已寄出，请注意签收", None, set()),
    ("wechat", "（2026）粤0199民督79号 已电子送达 法院", "12-10", set()),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：追加李某（未足额缴纳出资的股东）为被执行人",
        "12-07",
        {"added-review-10", "added-sue-15"},
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：追加你为被执行人，公司未经清算即注销",
        "12-07",
        {"added-review-10", "added-sue-15"},
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：依照规定第二十条，追加你为被执行人",
        "12-07",
        {"added-review-10", "added-sue-15"},
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：追加股东李某为被执行人。如不服，可自送达之日起十五日内向本院提起执行异议之诉",
        "12-10",
        {"added-sue-15"},
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：追加股东李某为被执行人。不服可在十日内向上一级法院申请复议",
        "12-07",
        {"added-review-10"},
    ),
    (
        "paper",
        "（2026）苏0199执异9号执行裁定书：变更你为被执行人，在继承遗产范围内承担责任",
        "12-07",
        {"added-review-10"},
    ),
    (
        "sms",
        "【某某区人民法院】（2026）苏0199民初9号 起诉状、应诉通知书请点击查看，链接有效期7天",
        "12-10",
        set(),
    ),
    ("sms", "【某某区人民法院】（2026）苏0199民初9号 应诉材料请查收，7天内有效", "12-10", set()),
    (
        "sms",
        "【某某区人民法院】（2026）苏0199民初9号 应诉材料请查收，验证链接5日后失效",
        "12-10",
        set(),
    ),
    (
        "sms",
        "【某某区人民法院】（2026）苏0199民初9号 起诉状副本、应诉通知书已送达，七日内提出答辩",
        "12-02",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199民初9号民事判决书：受理费于上诉期届满后七日内缴纳，如不服可在十五日内上诉",
        "12-10",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199民初9号民事判决书，判决被告十日内还款；诉讼费在上诉期满之日起七日内交",
        "12-10",
        set(),
    ),
    (
        "paper",
        "（2026）苏0199民初9号民事判决书：上诉期已满，判决生效，请十日内履行",
        "12-05",
        set(),
    ),
]


@pytest.mark.parametrize(("channel", "text", "day", "clocks"), CAME_AS)
def test_a_paper_starts_the_clocks_of_what_it_is(
    channel: str, text: str, day: str | None, clocks: set[str]
) -> None:
    found = judge(text, channel, "me", RECEIVED)
    assert last_day(found) == day
    assert not clocks or {clock.code for clock in found.clocks} == clocks


def notices(text: str, channel: str) -> list[tuple[str, tuple[str, ...]]]:
    asked = {"text": text, "channel": channel, "received_on": "2026-11-25"}
    result = tool("message-check").run(asked, RECEIVED)
    return [(notice.text, tuple(notice.rules)) for notice in result.notices]


# A day that only the paper sets, and one that a rule backs.
OWN_DAY = [
    "某某公证处（2025）某证字第4567号核实函：请您于收到后7日内书面回复。",
    "（2026）苏0199民调书9号民事调解书：首期于2026年12月20日前还500元。",
    "【某某区人民法院】（2026）苏0199民初9号，请于12月4日前预交鉴定费2000元。",
    "（2026）苏0199民初9号：请你于12月9日上午到本院签署送达地址确认书。",
]
BACKED = {
    "（2026）苏0199民初9号传票：12月9日9时开庭": "cpl-147",
    "（2026）苏0199民初9号应诉通知书：适用小额诉讼程序，7日内答辩": "cpl-interp-275",
    "（2026）苏0199民初9号起诉状副本、举证通知书：举证期限为收到后十日内": "cpl-interp-266",
    "（2026）苏0199执5号失信决定书": "dishonest-2017-12",
}


@pytest.mark.parametrize("text", OWN_DAY)
def test_a_day_that_no_rule_backs_is_said_to_be_the_papers_own(text: str) -> None:
    assert any("自己写的" in said for said, _ in notices(text, "paper"))


@pytest.mark.parametrize("text", BACKED)
def test_a_day_that_a_rule_backs_names_it(text: str) -> None:
    assert any(BACKED[text] in cited for _, cited in notices(text, "paper"))
    assert not any("自己写的" in said for said, _ in notices(text, "paper"))


def test_an_arbitrations_hearing_is_none_of_a_courts() -> None:
    text = "某某仲裁委员会（2026）某仲字第5号仲裁通知：12月20日9时开庭，10日内答辩"
    assert not any("cpl-147" in cited for _, cited in notices(text, "paper"))


def test_every_kind_of_case_that_a_message_is_judged_by_has_a_meaning() -> None:
    codes = {*ENFORCING, *kind_words.CODES, *case_numbers.CLOCK_OF}
    for code in codes:
        (number,) = case_numbers.read(f"（2026）苏0199{code}5号")
        assert "没见过" not in case_numbers.meaning(number), code


CHAT = "甲：今天吃了没。乙：吃了，刚下班，路上有点堵。甲：明天周末去不去公园走走。乙：看天气吧。\n"
IN_THE_MIDDLE = {
    ORDER: ("payment_order", "12-10"),
    f"{HEAD}12月9日9时在第三法庭开庭": ("court_hearing", "12-09"),
    "（2026）苏0199民初9号民事判决书，如不服，可在十五日内上诉。": ("judgment_served", "12-10"),
    "（2026）苏0199执5号执行通知书：责令你三日内履行。": ("enforcement_notice", "11-30"),
}


@pytest.mark.parametrize("text", IN_THE_MIDDLE)
@pytest.mark.parametrize("lines", [60, 300, 1100])
def test_a_paper_in_the_middle_of_a_long_text_is_read(text: str, lines: int) -> None:
    before, after = CHAT * (lines // 3), CHAT * (lines - lines // 3)
    found = judge(f"{before}{text}\n{after}", "paper", "me", RECEIVED)
    assert (found.kind, last_day(found)) == IN_THE_MIDDLE[text]


def test_a_demand_in_the_middle_of_a_long_text_is_a_sign_of_fraud() -> None:
    text = f"{CHAT * 100}把验证码发给我，打开共享屏幕，我帮你注销。{CHAT * 100}"
    assert judge(text, "wechat", "me", RECEIVED).verdict == "fraud-signs"


def test_what_was_not_read_is_said() -> None:
    assert any("没有全看" in said for said, _ in notices(CHAT * 100, "paper"))
    assert not any("没有全看" in said for said, _ in notices(CHAT * 10, "paper"))
