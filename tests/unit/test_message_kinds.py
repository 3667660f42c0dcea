"""Kinds of wording, each as a matrix: what varies is who writes, how it came and in which words."""

from datetime import date

import pytest

from calculators.law.messages import judge

ON = date(2026, 5, 14)

PAPERS = [
    "（2026）豫0199民初88号起诉状副本、应诉通知书、传票",
    "（2026）豫0199民督88号支付令，自收到之日起十五日内清偿20,000元，或者书面提出异议",
    "（2026）豫0199执88号执行通知书，责令三日内履行18,000元",
    "（2026）豫0199民初88号传票，6月21日9时开庭",
]
PASSED_ON = [
    "（单位前台替我收了，14号转给我）{}",
    "我同事把法院传票转给我了，{}",
    "（物业把法院的信转给我）{}",
    "我爸收到法院专递，拍照微信转给我：{}",
    "{}。（我妈收的，转给我了）",
    "{}。（我弟收的，他今天才转给我）",
    "{}，信封上写“转给李某某”，我是李某某",
    "{}，昨天社区网格员转给我爱人，她转给我",
    "村支书微信转给我看的：{}",
    "{}——我姐刚转给我的",
    "（HR转给我的）{}",
    "邻居把这个照片微信转我，{}",
]
MONEY_PASSED_ON = [
    "今天把1,280元转给我，我给你销账",
    "钱转给我就行，案子我帮你撤",
    "诚意金800可以帮您压一个月，微信直接转我",
    "你把执行款转给我，我去跟法官说",
    "要撤这张传票，把3000块转给我",
    "欠款2,600元，微信转给我，截图发来",
    "直接微信转给我即可，我入账",
    "把5,000元转给李*，备注姓名",
    "请将20,000元转给书记员李某",
]


@pytest.mark.parametrize("passed", PASSED_ON)
def test_a_paper_that_somebody_passed_on_asks_for_no_money(passed: str) -> None:
    for paper in PAPERS:
        for channel in ("paper", "letter", "wechat", "sms"):
            found = judge(passed.format(paper), channel, "me", ON)
            assert not found.hard, (paper, channel)


@pytest.mark.parametrize("asked", MONEY_PASSED_ON)
def test_money_that_is_to_be_passed_on_stays_a_sign(asked: str) -> None:
    for channel in ("sms", "wechat", "call", "app", "letter"):
        assert judge(asked, channel, "me", ON).verdict == "fraud-signs", channel


# A loan that waits for money from who borrows: the reason, the money, what it is to bring.
WAITING = [
    "您的银行卡号填错导致放款冻结",
    "提现失败：收款卡号有误，资金已被冻结",
    "您的信用分不足80分，无法提现",
    "您的贷款因操作超时被风控",
    "审核未通过：流水不足",
    "您的提现订单待激活",
]
PAID_IN = [
    "请充值贷款金额的30%进行解冻认证",
    "请补缴2,000元解除风控",
    "需缴存4,500元认证资金",
    "请向对接账户汇入9,800元，3分钟后原路返还",
    "先购买一份贷款保险（580元）后自动放款",
    "需预存首月还款1,250元",
    "开通VIP会员399元即可下款",
    "转账到对公账户6,000元，随后放款",
    "请联系在线客服，充值6,000元后系统自动解除并全额提现",
]
HEADS = ["", "【某某贷款】", "【某某银行】", "【系统通知】", "【某某消费金融】"]
ALONE = [
    "放款前需验证您的还款能力，请向对接账户汇入9,800元，3分钟后原路返还。",
    "首次提现须预存首月还款1,250元至指定账户，证明还款能力，预存款可抵扣。",
    "恭喜您获得80,000元额度，开通VIP会员399元即可下款，下款后会员费返还。",
    "贷款已到账钱包，提现前请先还第一期。",
    "合同已生效，若不继续办理将追究违约，需支付违约金20,000元或缴齐手续后提现。",
    "缴清保证金5,000元才能放款。",
]


@pytest.mark.parametrize("channel", ["app", "sms", "wechat", "call", "web", "letter"])
@pytest.mark.parametrize("head", HEADS)
def test_a_loan_that_waits_for_money_shows_a_sign_of_fraud(channel: str, head: str) -> None:
    texts = [f"{why}，{pay}。" for why in WAITING for pay in PAID_IN] + ALONE
    for text in texts:
        assert judge(head + text, channel, "me", ON).verdict == "fraud-signs", text


@pytest.mark.parametrize("head", ["", "【某某贷款】", "【某某消费金融】"])
@pytest.mark.parametrize("why", WAITING[:4])
def test_a_payout_that_hangs_is_not_taken_as_real_though_no_money_is_asked_yet(
    head: str, why: str
) -> None:
    found = judge(f"{head}{why}，请联系在线客服处理。", "app", "me", ON)
    assert found.verdict != "as-real"


LENDERS_OWN = [
    "您的提现申请已提交，预计2小时内到账尾号8820银行卡。",
    "您的额度已冻结，请先还清逾期款，再由系统评估是否恢复。",
    "您已充值话费100元，本期账单已出，应还486元。",
    "您的贷款20,000元已放款至尾号1234的卡，每月20日自动扣款，请提前存入。",
    "请于20日前将本期应还1,120元存入还款卡，扣款后额度自动恢复，可再次提现。",
    "放款前我行不收取任何费用。凡要求先交钱再放款的，都是诈骗。",
    "本期扣款失败，余额不足，请充值后在App内还款，应还860元。",
    "自动扣款失败，请将应还款存入还款卡后重试。",
    "您的车贷已审批，请购买车险后携带保单到店办理放款。",
    "提前结清后，多还的款会原路退回您的还款卡。",
]


@pytest.mark.parametrize("text", LENDERS_OWN)
def test_a_lenders_own_words_on_payments_and_payouts_are_none(text: str) -> None:
    assert judge(text, "app", "me", ON).verdict == "as-real"
    assert judge(f"【某某银行】{text}", "sms", "me", ON).verdict == "as-real"


PAID_OUT_IN_COURT = [
    "被告放款前向原告支付服务费3,000元",
    "原告称被告提现后将20,000元转入其名下账户",
    "借款人购买保险580元，原告于次日放款",
]


@pytest.mark.parametrize("told", PAID_OUT_IN_COURT)
def test_a_complaint_that_tells_of_a_payout_asks_for_none(told: str) -> None:
    text = f"（法院专递）（2026）苏0199民初77号起诉状副本：{told}。十五日内提出答辩状"
    assert not judge(text, "paper", "me", ON).hard


# Somebody else had it on the 11th, the reader on the 14th: the days count from the 11th.
WHO = [
    "我婆婆",
    "丈母娘",
    "我哥",
    "室友",
    "单位收发室",
    "物业",
    "居委会",
    "前台",
    "爷爷",
    "合租的朋友",
]
TOOK = [
    "（{who}5月11日替我签了字，5月14日才跟我说）",
    "（{who}5月11日签的）",
    "（5月11日{who}代领）",
    "（{who}5月11日帮我收了，14日才告诉我）",
    "（5月11日{who}收的，今天14号才拿给我）",
    "（{who}5月11日就收了，压在柜子里）",
    "（5月11日{who}代签收）",
    "（5.11 {who}签收，14日转给我）",
]
ALONE_CAME = [
    "（5月11日投到我家信箱）",
    "（我不肯签，5月11日法院的人放在门口拍照走了）",
    "（5月11日我拒收了，今天又寄来）",
    "（快递柜5月11日显示已取）",
    "（5月11日就送来了）",
    "（5月11日邮递员送来我没在，嫂子拿了）",
    "（法院的人5月11日把文书贴门上拍了照，14日我才看到）",
    "（短信5月11日就来了，我14日才翻到）",
    "我妈5月11日替我签收的，今天才给我。",
    "5月11日前台签收，5月14日才转给我。",
]
SERVED = [
    "（2026）豫0199民督88号支付令，收到之日起十五日内清偿或者书面提出异议。",
    "（2026）豫0199民初88号起诉状副本、应诉通知书，十五日内提出答辩状。",
    "（2026）豫0199民初1号民事判决书，如不服，可在判决书送达之日起十五日内上诉。",
]


@pytest.mark.parametrize("paper", SERVED)
def test_the_days_count_from_when_the_first_of_them_had_it(paper: str) -> None:
    notes = [took.format(who=who) for who in WHO for took in TOOK] + ALONE_CAME
    for text in [t for note in notes for t in (note + paper, f"{paper}{note}")]:
        first = judge(text, "paper", "me", ON).first
        assert first and first.last.day == date(2026, 5, 26), text


@pytest.mark.parametrize(
    "note",
    [
        "",
        "（法院5月8日寄出的，今天收到）",
        "（借款是5月2日签的合同）",
        "（落款5月6日，今天签收）",
        "（5月14日我签收）",
    ],
)
@pytest.mark.parametrize("paper", SERVED)
def test_an_earlier_day_of_something_else_moves_nothing(paper: str, note: str) -> None:
    first = judge(note + paper, "paper", "me", ON).first
    assert first and first.last.day == date(2026, 5, 29)


IN_FORCE = [
    "民事判决书已发生法律效力，请于收到本短信之日起3日内履行，否则将进入强制执行",
    "判决已生效，请自收到之日起3日内主动履行",
    "你的上诉期已届满，判决已生效，请在3日内自动履行",
    "双方均未上诉，判决书已生效，请3日内履行",
    "你的上诉已逾期，本院不予受理，判决已生效，3日内履行",
    "判决生效了，你3日内自己履行",
]
APPEALABLE = [
    "民事判决书：被告于本判决生效之日起十日内偿还。如不服，可在判决书送达之日起十五日内上诉",
    "民事判决书：被告于本判决生效后二十日内偿还借款",
    "民事判决书：查明，另案判决已发生法律效力。如不服本判决，十五日内上诉",
    "判决书：另案判决已生效，被告应于本判决生效后二十日内偿还",
]


@pytest.mark.parametrize("text", IN_FORCE)
def test_a_judgment_in_force_has_no_days_for_an_appeal(text: str) -> None:
    for channel, head in (("sms", "【某某法院】"), ("paper", ""), ("call", "（电话）法院的，")):
        found = judge(f"{head}（2025）苏0199民初12号{text}。", channel, "me", date(2026, 1, 5))
        codes = [clock.code for clock in found.clocks]
        assert "appeal-15" not in codes
        assert found.first and found.first.last.day == date(2026, 1, 8)


@pytest.mark.parametrize("text", APPEALABLE)
def test_a_judgment_that_names_one_in_force_can_still_be_appealed(text: str) -> None:
    found = judge(f"（2026）苏0199民初12号{text}。", "paper", "me", date(2026, 1, 5))
    assert found.first and found.first.code == "appeal-15"
    assert found.first.last.day == date(2026, 1, 20)


def test_a_retrial_counts_from_the_day_that_a_certificate_names() -> None:
    text = "生效证明书：（2025）苏0199民初12号民事判决书已于2025年12月20日发生法律效力。"
    found = judge(text, "paper", "me", date(2026, 1, 5))
    assert found.first and found.first.code == "retrial-6m"
    assert found.first.last.day == date(2026, 6, 22), "the 20th is a holiday, with two more"
