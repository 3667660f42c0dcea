"""Days that a ruling, a short procedure or a moved hearing leaves: what is only a condition or a name moves none."""

from datetime import date

import pytest

from calculators.law.messages import Judgement, judge

RECEIVED = date(2026, 11, 25)
HEAD = "【某某区人民法院】（2026）苏0199民初9号"


def last_day(found: Judgement) -> str | None:
    day = found.first.last.day if found.first else None
    return day.strftime("%m-%d") if day else None


STANDS = [
    "12月9日9时开庭审理债权人撤销权纠纷一案，12月18日宣判",
    "12月9日9时开庭审理撤销权纠纷，12月23日第二次开庭",
    "12月9日9时开庭，债权人撤销权纠纷，12月23日第二次开庭",
    "12月9日开庭审理第三人撤销之诉，12月16日宣判",
    "12月9日开庭审理公司决议撤销纠纷，12月16日宣判",
    "12月9日9时开庭审理变更抚养关系纠纷一案，12月16日宣判",
    "12月9日9时开庭审理申请撤销仲裁裁决一案，12月16日宣判",
    "12月9日9时开庭审理撤销婚姻纠纷，12月16日第二次开庭",
    "12月9日9时开庭审理你申请撤销赠与一案，12月23日宣判",
    "12月9日9时开庭，撤销查封另行处理，12月23日答复",
    "12月9日9时开庭，延期7天举证",
    "12月9日9时开庭，要推迟一周，请书面申请",
    "12月9日9时开庭，要推迟一周须经法官同意",
    "12月9日9时开庭，推迟一周的请求不予准许",
    "12月9日9时开庭，将推迟一周宣判",
    "12月9日9时开庭，延期15天公告",
    "12月9日9时开庭，顺延三天答辩",
    "12月9日9时开庭，提前一天阅卷",
    "12月9日9时开庭，提前两天领取传票",
    "12月9日9时开庭，推迟一周请书面申请",
    "12月9日9时开庭，推迟一周，须经法官同意",
    "12月9日9时开庭，提前三天送答辩状",
    "12月9日9时开庭，延后三天质证",
    "12月9日9时开庭，提前一天做笔录",
    "12月9日9时开庭，现延期五天补充证据",
    "12月9日9时开庭，提前两天确认参加",
    "12月9日9时开庭，推迟三天没有可能",
    "12月9日9时开庭，顺延一周不予同意",
    "12月9日9时开庭，想推迟一周，打电话",
    "12月9日9时开庭，如需推迟一周，请写申请",
    "12月9日9时开庭，延期10天的申请已驳回",
    "12月9日9时开庭，推后一周出结果",
    "12月9日9时开庭，因举证延期7天",
    "12月9日9时开庭，因公告延期60天",
    "12月9日的庭能推迟三天吗",
    "12月9日的庭推迟一周须经法官同意",
    "12月9日的庭要推迟一周，请书面申请",
    "12月9日开庭推迟三天的请求不予准许",
    "12月9日开庭推迟宣判",
    "12月9日开庭延期举证",
    "12月9日开庭改期须申请",
    "12月9日的庭延期需法官批准",
    "12月9日的庭取消须双方同意",
    "12月9日的庭想推迟，写申请",
    "12月9日开庭推迟一周宣判",
    "12月9日的庭提前两天可以吗",
    "12月9日开庭，延期审理须申请",
    "12月9日开庭延期15天公告",
    "12月9日的开庭顺延三天答辩",
    "12月9日9时开庭，审理解除合同纠纷，12月23日宣判",
    "12月9日开庭，案由：债权人撤销权纠纷，12月20日调解",
    "12月9日9时开庭，请求撤销合同，12月23日再次谈话",
    "12月9日9时开庭审理请求变更公司登记纠纷，12月23日第二次开庭",
    "12月9日9时开庭，撤销婚姻登记一案，12月20日宣判",
    "12月9日9时开庭，提前一天送达证据",
    "12月9日9时开庭，顺延7日补交材料",
    "12月9日9时开庭，延期30日鉴定",
    "12月9日9时开庭，推迟两天可以电话说明",
    "12月9日9时开庭，提前一周报名旁听",
    "12月9日9时开庭，提前一天测试设备",
    "12月9日9时开庭，延期一周的，另行通知",
    "12月9日9时开庭，推迟一周的话要写申请",
    "12月9日9时开庭，若推迟一周，另行通知",
    "12月9日9时开庭，不推迟一周",
    "12月9日9时开庭，延期三天还款",
    "12月9日9时开庭，推迟一天到账",
    "12月9日9时开庭，提前一天发手机链接",
    "12月9日9时开庭，你要求推迟一周，未获同意",
    "12月9日9时开庭，撤销委托的请在12月23日前告知",
    "12月9日9时开庭，原告撤销一项请求，12月23日宣判",
    "12月9日9时开庭，作废的票据带来，12月23日质证",
    "12月9日9时开庭，本案合同已取消，12月23日宣判",
    "12月9日9时开庭审理取消合同案，12月23日宣判",
    "12月9日9时开庭，顺延一周，申请已驳回",
    "12月9日9时开庭，提前一天联系书记员",
]
MOVED = {
    "12月9日9时的庭提前一天": "12-08",
    "12月9日9时开庭推迟一周": "12-16",
    "12月9日9时开庭，现推迟一周，地点不变": "12-16",
    "12月9日的开庭顺延三天": "12-12",
    "12月9日的庭因法官出差推迟三天开庭": "12-12",
    "12月9日9时开庭，因故推迟一周": "12-16",
    "12月9日的庭取消，12月23日开庭": "12-23",
    "12月9日的开庭已取消，12月23日9时开庭": "12-23",
    "撤销权纠纷一案，12月9日的庭取消，12月23日开庭": "12-23",
    "12月9日开庭撤销了，12月23日9时在二庭": "12-23",
    "12月23日9时的庭提前两天开": "12-21",
    "12月9日的庭延后一周举行": "12-16",
    "12月9日9时开庭，推迟到后一天": "12-10",
    "12月9日庭审推后两天，12月11日9时": "12-11",
    "12月9日那个庭往前提一天开": "12-08",
    "12月9日9时开庭，因法官开会顺延一天": "12-10",
    "12月9日庭审取消，改为12月23日9时": "12-23",
    "12月9日的听证已撤销，12月23日9时听证": "12-23",
    "12月9日传票作废，12月23日9时开庭": "12-23",
    "12月9日 9:00的开庭现予以取消，12月23日9:00开庭": "12-23",
    "12月9日9时开庭，现推迟三天。": "12-12",
}


@pytest.mark.parametrize("told", STANDS)
def test_a_cause_a_condition_and_another_term_move_no_hearing(told: str) -> None:
    assert last_day(judge(f"{HEAD}{told}", "sms", "me", RECEIVED)) == "12-09"


@pytest.mark.parametrize("told", MOVED)
def test_a_hearing_that_was_moved_is_on_its_new_day(told: str) -> None:
    assert last_day(judge(f"{HEAD}{told}", "sms", "me", RECEIVED)) == MOVED[told]


RULING = "（2026）苏0199{}民事裁定书：{}"
SECURES = "查封被申请人张某名下房屋一套。"
CLOSINGS = [
    "申请人在人民法院采取保全措施后三十日内不依法提起诉讼的，本院将依法解除保全",
    "申请人三十日内不起诉的，本院依法解除保全",
    "被告可提供担保申请解除保全",
    "提供担保的，本院裁定解除查封。如不服可申请复议",
    "被申请人提供充分担保的，可以解除冻结",
    "如申请人逾期不起诉，本院将裁定解除查封",
    "保全期限届满未续的，自动解除查封",
    "申请人撤回起诉的，应当及时申请解除保全",
    "财产纠纷案件，被保全人提供担保的，人民法院应当裁定解除保全",
    "需要解除查封的，应向本院提出申请",
    "解除保全前，不得转让该房屋",
    "申请人应在三十日内起诉，逾期不起诉的，解除保全措施",
    "逾期不申请续封的，视为自动解除查封",
    "担保财产足额的，可以变更或者解除保全",
    "如不服本裁定，可自收到裁定书之日起五日内申请复议，复议期间不停止执行",
    "申请解除查封的，应提供担保",
    "当事人可以申请撤销保全",
    "被告清偿债务后，本院将解除冻结",
    "未在法定期限内起诉的，本院解除保全",
    "有错误的，利害关系人可请求解除查封",
    "查封期限三年，到期自动解除查封",
]


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("code", ["财保5号", "民初5号", "执保5号"])
def test_a_ruling_that_secures_keeps_its_five_days(code: str, closing: str) -> None:
    found = judge(RULING.format(code, SECURES + closing), "paper", "me", RECEIVED)
    assert last_day(found) == "11-30"


RELEASED = [
    "解除对被申请人张某名下房屋的查封",
    "准许原告撤回起诉，解除查封",
    "原告申请解除保全，本院裁定如下：解除对张某名下账户的冻结",
    "撤销保全，解除冻结",
    "解除对李某银行存款的冻结",
    "裁定如下：一、解除查封；二、案件申请费由原告负担",
    "因原告撤诉，解除保全",
    "准许撤诉，解除保全",
]


@pytest.mark.parametrize("told", RELEASED)
def test_a_ruling_that_releases_has_no_days(told: str) -> None:
    assert last_day(judge(RULING.format("民初5号", told), "paper", "me", RECEIVED)) is None


ACTS = [
    "（2026）苏0199执5号执行裁定书：冻结、划拨被执行人张某银行存款2万元",
    "（2026）苏0199执5号之一执行裁定书：扣划被执行人账户存款",
    "（2026）苏0199执恢5号执行裁定书：查封被执行人张某名下房屋",
    "执行裁定书 冻结、划拨被执行人张某的银行存款",
    "某某区人民法院执行裁定书：扣押你名下车辆",
    "某某区人民法院（2026）苏0199执5号裁定书：冻结、扣划你银行账户存款2万元",
    "（2026）苏0199执5号执行裁定书：提取被执行人的收入，冻结账户",
    "（2026）苏0199执5号之二裁定书：划拨你账户3000元",
    "（2026）苏0199执5号执行裁定书：拍卖被执行人房屋，冻结其账户",
]


@pytest.mark.parametrize("text", ACTS)
@pytest.mark.parametrize("channel", ["paper", "letter"])
def test_an_act_of_enforcement_has_no_review_of_a_preservation(channel: str, text: str) -> None:
    found = judge(text, channel, "me", RECEIVED)
    assert not {"preservation-review-5", "ruling-appeal-10"} & {c.code for c in found.clocks}
    assert last_day(found) is None


APPEAL = "如不服本判决，可在判决书送达之日起十五日内上诉"
APPEALED = [
    f"本案原适用小额诉讼程序，后裁定转为普通程序审理。{APPEAL}",
    f"本案不适用小额诉讼程序。{APPEAL}",
    f"原告某某小额分期服务公司。{APPEAL}",
    f"双方签订小额循环贷合同。{APPEAL}",
    f"被告在小额金融服务中心借款。{APPEAL}",
    f"被告申请适用小额诉讼程序，本院不予准许。{APPEAL}",
    f"本案标的小额，事实清楚。{APPEAL}",
    f"原告主张一审终审，本院不采纳。{APPEAL}",
    f"原告提出适用小额诉讼程序，被告不同意。{APPEAL}",
    f"本案由小额诉讼程序转入普通程序。{APPEAL}",
    f"小额信用贷款纠纷。{APPEAL}",
    f"某某小额速裁贷公司。{APPEAL}",
    f"原裁定一审终审系笔误。{APPEAL}",
    "被告某某小额融资担保公司",
    "小额现金贷纠纷",
    "原告某某小额贷款公司",
    "原告某某小额分期服务公司",
    "本案不适用小额诉讼程序",
    "本案由小额诉讼程序转为简易程序审理",
]
FINAL = ["本案适用小额诉讼程序，本判决为终审判决", "适用小额诉讼程序审理，一审终审", "本判决为终审判决"]  # fmt: skip


@pytest.mark.parametrize("told", APPEALED)
def test_a_judgment_may_be_appealed_unless_the_short_procedure_holds(told: str) -> None:
    text = f"（2026）苏0199民初5号民事判决书。{told}"
    assert last_day(judge(text, "paper", "me", RECEIVED)) == "12-10"


@pytest.mark.parametrize("told", FINAL)
def test_a_judgment_of_the_short_procedure_is_final(told: str) -> None:
    found = judge(f"（2026）苏0199民初5号民事判决书。{told}", "paper", "me", RECEIVED)
    assert "appeal-15" not in {clock.code for clock in found.clocks}


@pytest.mark.parametrize(
    "told",
    [
        "原告某某小额金融服务公司",
        "原告某某小额分期公司",
        "小额循环贷合同纠纷",
        "本案不适用小额诉讼程序",
        "小额速贷平台",
        "原告小额资产管理公司",
    ],
)
def test_an_answer_has_its_fifteen_days_unless_the_short_procedure_holds(told: str) -> None:
    text = f"（2026）苏0199民初5号应诉通知书、起诉状副本。{told}"
    assert last_day(judge(text, "paper", "me", RECEIVED)) == "12-10"


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("应原告请求，12月9日9时开庭顺延三天", ["2026-12-09", "2026-12-12"]),
        ("经法官批准，12月9日的庭提前两天", ["2026-12-07", "2026-12-09"]),
        ("12月9日9时开庭，推迟一周，请书面申请", ["2026-12-09", "2026-12-16"]),
    ],
)
def test_both_days_are_shown_where_a_move_was_only_asked_for(told: str, days: list[str]) -> None:
    clocks = judge(f"{HEAD}{told}", "sms", "me", RECEIVED).clocks
    assert [str(clock.last.day) for clock in clocks if clock.code == "hearing"] == days


def test_the_short_procedure_between_two_parties_keeps_its_own_days() -> None:
    told = "（2026）苏0199民初5号应诉通知书、起诉状副本。原告诉被告一案适用小额诉讼程序，答辩期7日"
    assert last_day(judge(told, "paper", "me", RECEIVED)) == "12-02"
