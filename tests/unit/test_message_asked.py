"""A sign counts where it is asked of the reader now, not where a paper tells what the parties did."""

from datetime import date

import pytest

from calculators.law.messages import judge

ON = date(2026, 11, 25)

COMPLAINT = (
    "某某区人民法院（2026）粤0199民初77号 民事起诉状副本、应诉通知书、举证通知书。事实与理由：{}。"
)
JUDGMENT = "某某区人民法院民事判决书（2026）粤0199民初77号。经审理查明：{}。判决如下：被告偿还借款本金8,000元。如不服本判决，可在判决书送达之日起十五日内上诉"
TOLD_IN = [
    (COMPLAINT, "complaint_served"),
    ("（2026）粤0199民初77号起诉状副本。原告诉称，{}。", "complaint_served"),
    (JUDGMENT, "judgment_served"),
]
FACTS = [
    "被告在原告平台注册、实名认证、人脸识别，并输入验证码确认借款2万元",
    "被告注册账号、填写银行卡号、密码、短信验证码后完成放款",
    "2025年3月5日，被告经人脸识别、短信验证后与原告签订借款合同",
    "被告下载原告App并点击链接完成借款申请",
    "被告扫描原告提供的二维码下载软件并提交借款申请",
    "被告向原告转账3,000元到李某个人账户",
    "双方约定被告将还款打入原告私人账户6217001234567890123",
    "原告按被告要求将借款转入案外人赵某个人账户",
    "原告委托员工李某放款，李某通过其个人支付宝转账给被告",
    "原告扫描被告的收款码支付借款2万元",
    "原告多次联系被告，被告仅向原告业务员陈某微信转账300元",
    "被告辩称其已向催收员个人微信还款1,200元",
    "被告以刷流水、提供验证码方式办理贷款",
    "合同约定，被告应当在放款前交纳保证金600元，逾期应付违约金",
    "被告将身份证、银行卡寄给案外人使用",
    "被告将屏幕共享给诈骗人员后贷款被转走",
    "被告以注销账户为由拒绝还款，征信已逾期",
    "被告以被告名义贷款后将款项转给案外人使用",
    "被告要求原告不得告诉家人",
    "被告称已将款项转入所谓安全账户",
]


@pytest.mark.parametrize("facts", FACTS)
def test_what_a_paper_tells_of_the_parties_is_asked_of_nobody(facts: str) -> None:
    for paper, kind in TOLD_IN:
        for channel in ("paper", "letter"):
            found = judge(paper.format(facts), channel, "me", ON)
            assert (found.hard, found.verdict, found.kind) == ((), "as-real", kind), paper
            assert found.first and found.first.last.day == date(2026, 12, 10), paper


OF_OTHERS = [
    "（2026）晋0199执恢12号拍卖公告：竞买人应于2026年12月15日前交纳保证金5万元",
    "（2026）晋0199执恢3号变卖公告：有意竞买人请于开拍前缴纳保证金至法院指定账户，由买受人于10日内付清余款",
    "（2026）晋0199执3号拍卖通知书：你名下房产将于2026年12月20日10时拍卖，保证金8万元，由竞买人缴纳",
    "（2026）粤0199财保77号民事裁定书：申请人已交纳诉讼保全保证金，冻结你的账户存款五万元。如不服可在收到之日起五日内申请复议",
    "（2026）粤0199刑初8号刑事判决书：李某以交保证金可取保候审为由骗取被害人3万元",
    "（2026）粤0199刑初7号刑事判决书：经审理查明，被害人按对方要求下载会议软件共享屏幕，转走贷款5万元",
]


@pytest.mark.parametrize("text", OF_OTHERS)
def test_a_bidders_deposit_and_what_a_victim_lost_are_no_demand(text: str) -> None:
    for channel in ("paper", "letter", "web"):
        assert judge(text, channel, "me", ON).verdict == "as-real", channel


LENDERS = ["【某某消费金融】{}", "【某某银行】{}"]
COURTS = ["【某某区人民法院】（2026）粤0199执66号案，{}", "【某某区人民法院】（2026）粤0199民初77号案，{}"]  # fmt: skip
ASKED_BY_LENDERS = [
    "请将身份证银行卡寄至我司办理",
    "请将手机卡快递至我司",
    "把身份证原件和手机卡用顺丰寄到公司法务部核验",
    "请还到经理尾号8812的卡",
    "请添加经理微信扫码还款",
    "请添加专员企业微信，扫码付款后停催",
    "请联系138****0000王经理并将欠款支付给他",
    "欠款请打到王经理支付宝账户，今天打减免一半",
    "户名：陈丽，卡号6217****，请还到此账户",
    "办理延期，请把屏幕分享给专员",
    "把您手机屏幕给我们老师看一下，帮您操作延期",
    "请把手机屏幕投给客服，帮您取消自动扣款",
    "办理延期，请将收到的短信数字回复给专员",
    "为注销您的账户，请将可用额度提现",
    "配合监管清退账户，请将可借额度全部借出",
    "点击 http://bk.example/a 安装apk办理",
    "请下载安装包登录办理减免",
    "请拍下身份证和银行卡正反面，连同短信里的数字一起发给李专员",
    "请将工资卡和密码交由我行催收员保管代扣",
    "请让技术远程看一下您手机，帮您关闭自动扣款",
    "系统无法入账，请先打到主管的农商行卡里，次日销账",
    "利息请支付到员工周经理支付宝",
]
ASKED_BY_COURTS = [
    "请把案款打到我建行卡上",
    "请将案款付至执行员李某农业银行卡",
    "将执行款汇至李法官招行卡，备注案号",
    "请将案款交到李法官手上",
    "请把钱交到执行员手里，当面给你开收条",
    "收款人：张三，开户行农行，账号6228****，请今日内付清",
    "请将钱先存到廉政账户",
    "请通过微信向书记员王某转账500元撤案",
    "请微信转账500元给申请人业务员",
    "保证金3,000元由你先行缴纳，否则不予撤案",
    "交取保候审金3万元就不拘留你",
    "把银行卡和密码邮寄到执行局3楼李某收",
    "请在18点前将9,800元打入办案人员建行账户",
    "扫描下方收款码缴纳执行款，备注姓名",
]


@pytest.mark.parametrize("channel", ["sms", "wechat", "call"])
def test_money_a_code_a_screen_or_a_card_asked_of_the_reader_is_a_sign(channel: str) -> None:
    texts = [head.format(asked) for head in LENDERS for asked in ASKED_BY_LENDERS]
    texts += [head.format(asked) for head in COURTS for asked in ASKED_BY_COURTS]
    for text in texts:
        assert judge(text, channel, "me", ON).verdict == "fraud-signs", text


@pytest.mark.parametrize(
    "text",
    [
        "【某某区人民法院】（2026）粤0199执66号，请将案款汇入本院案款专户，户名：某某区人民法院。",
        "【某某区人民法院】（2026）粤0199执66号，请与执行员李某联系，将案款汇至本院一案一账户。",
        "【某某区人民法院】（2026）粤0199执66号，请将执行款500元汇至执行款专户，账号由执行员告知。",
        "【某某区人民法院】（2026）粤0199民初77号，请联系书记员王某领取材料，诉讼费请付至法院诉讼费专户。",
        "【某某消费金融】您的还款银行卡尾号8812余额不足，请向该卡存入本期应还款520元。",
        "【某某消费金融】如需注销账户，请先结清借款，在App内操作。",
        "【某某消费金融】还款后额度可随时提现，如不再使用可注销账户。",
        "【某某银行】新卡已邮寄至您预留地址，请注意查收快递。",
        "【某某银行】您寄来的身份证复印件已收到，延期申请审核中。",
        "【某某银行】客户经理王某将与您联系，请携带身份证、银行卡到我行办理展期。",
        "【某某银行】我行工作人员不会要求您分享屏幕、提供短信验证码。",
        "【某某银行】请将欠款还至我行信用卡，账号为您本人卡号。",
        "【某某银行】请添加客户经理企业微信，我把还款方案发给您。",
        "【某某银行】您尾号8812的卡已向王经理转账300元，余额20元。",
        "【某某银行】如您收到自称我行经理要求转账到其个人卡的短信，请勿相信。",
        "【某某区人民法院】（2026）粤0199执66号，缴费后请加书记员微信发送凭证。",
        "【某某区人民法院】（2026）粤0199执66号，执行员李某，案款账户：户名某某区人民法院，请备注案号。",
    ],
)
def test_a_courts_and_a_banks_own_steps_in_those_words_are_none(text: str) -> None:
    assert judge(text, "sms", "me", ON).verdict == "as-real"


@pytest.mark.parametrize(
    "told",
    [
        "银行说还款会从我的工资卡扣，让我存够钱",
        "贷款公司的人说钱已经打到我的建行卡了，问我收到没有",
        "法院的人说案款下周打到我农行卡，让我报一下卡号",
        "催收经理打电话给我，说只能在App里还，不要转给个人",
        "客服说把还款日改到下个月，从我原来绑定的卡扣",
        "我把起诉状交给律师了，律师费还没付给他",
    ],
)
def test_what_the_reader_tells_of_their_own_card_is_no_demand(told: str) -> None:
    for channel in ("call", "wechat"):
        assert not judge(told, channel, "me", ON).hard


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("（2026）粤0199民初77号传票。请将诉讼费325元转到书记员李某农行卡。", "2026-12-10"),
        ("传票：12月20日9时开庭。先把3,000元付给承办法官可以撤案", "2026-12-20"),
        ("支付令：请于15日内将8,000元支付至申请人业务员个人微信", "2026-12-10"),
        ("起诉状副本。被告须于今日将8,000元转入法官李某个人账户", "2026-12-10"),
        ("应诉通知书：被告应立即将短信验证码提供给书记员核验", "2026-12-10"),
        (
            "传票：被告应于开庭前将保证金5,000元汇入户名张三、账号6217001234567890。12月20日开庭",
            "2026-12-20",
        ),
        ("支付令：债务人应将8,000元支付至申请人代理人李某个人账户", "2026-12-10"),
        ("判决书：根据生效判决，被执行人须立即将案款转入李某个人账户", "2026-12-10"),
    ],
)
def test_a_paper_that_asks_for_money_keeps_its_days(text: str, last_day: str) -> None:
    found = judge(text, "paper", "me", ON)
    assert found.verdict == "fraud-signs"
    assert found.first and str(found.first.last.day) == last_day


TITLED = [
    ("举证通知书、应诉通知书、起诉状副本、传票，借款合同纠纷", "complaint_served", "2026-12-10"),
    ("应诉通知书", "complaint_served", "2026-12-10"),
    ("民事起诉状一份，借款合同纠纷", "complaint_served", "2026-12-10"),
    ("送来的是传票和起诉状", "complaint_served", "2026-12-10"),
    ("一审判决书下来了，让我还钱", "judgment_served", "2026-12-10"),
    ("判决书", "judgment_served", "2026-12-10"),
    ("民事判决书 原告某某公司 被告某某 判决如下 被告偿还借款。可在判决书送达之日起十五日内上诉", "judgment_served", "2026-12-10"),
    ("判决书寄来了，说我要还两万，催收公司说再不还就执行", "judgment_served", "2026-12-10"),
    ("民事裁定书，驳回管辖权异议，十日内上诉", "judgment_served", "2026-12-07"),
    ("我收到一张支付令，让我15天内还钱", "payment_order", "2026-12-10"),
    ("支付令，要我还8000", "payment_order", "2026-12-10"),
    ("(2026)京民督字第88号支付令 自收到之日起15日内清偿或书面提出异议", "payment_order", "2026-12-10"),
    ("信封里是支付令和一份申请书，催收公司说这是走流程", "payment_order", "2026-12-10"),
    ("执行通知书和报告财产令，三天内还钱，五天内报告财产", "enforcement_notice", "2026-11-30"),
    ("报告财产令，收到后五日内报告", "enforcement_notice", "2026-11-30"),
    ("拘留决定书", "enforcement_notice", "2026-11-30"),
    ("罚款决定书", "enforcement_notice", "2026-11-30"),
    ("传票 12月20号开庭", "court_hearing", "2026-12-20"),
    ("民事裁定书 冻结银行存款五万元 如不服可在五日内申请复议", "account_freeze", "2026-11-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "last_day"), TITLED)
def test_a_paper_with_a_courts_title_is_that_paper(text: str, kind: str, last_day: str) -> None:
    for channel in ("paper", "letter"):
        found = judge(text, channel, "me", ON)
        assert found.kind == kind
        assert found.first and str(found.first.last.day) == last_day


@pytest.mark.parametrize(
    ("channel", "text", "kind", "last_day"),
    [
        ("sms", "【民事支付令】(2026)京0105民督88号 您须在收到之日起15日内清偿或提出异议", "payment_order", "2026-12-10"),
        ("wechat", "我收到起诉状副本和应诉通知书，怎么办", "complaint_served", "2026-12-10"),
        ("call", "家里收到判决书了，说我欠两万", "judgment_served", "2026-12-10"),
        ("wechat", "传票来了，12月15日上午九点开庭", "court_hearing", "2026-12-15"),
        ("letter", "某某资产管理有限公司 支付令：请联系我司还款", "payment_order", "2026-12-10"),
    ],
)  # fmt: skip
def test_one_that_the_reader_holds_runs_though_nobody_can_tell(
    channel: str, text: str, kind: str, last_day: str
) -> None:
    found = judge(text, channel, "me", ON)
    assert (found.kind, found.verdict) == (kind, "cannot-tell")
    assert found.first and str(found.first.last.day) == last_day


@pytest.mark.parametrize(
    ("channel", "text", "kind"),
    [
        ("sms", "我司已申请支付令，法院将于三日内下达，请尽快还款", "collection_agency"),
        ("paper", "我没有收到判决书，催收的却说已经判了", "collection_agency"),
        ("letter", "某某律师事务所律师函：如逾期不还将起诉，届时您将收到传票、判决书", "lawyer_letter"),
        ("letter", "某某银行：如您不还款，我行将申请支付令或提起诉讼", "lender_reminder"),
        ("letter", "人民调解委员会调解书，双方同意每月还500元", "mediation_people"),
        ("wechat", "你的案件进入法务流程，48小时内上门查封，联系我可撤案", "collection_agency"),
        ("wechat", "明天上门核实情况，请在家", "home_visit"),
        ("wechat", "信用修复办理，请提供短信验证码", "scam_credit_repair"),
        ("wechat", "修复征信，报给我短信验证码就行", "scam_credit_repair"),
        ("wechat", "延期办理，报给我短信验证码就行", "scam_fake_service"),
        ("paper", "（2026）粤0199民初77号起诉状副本。我公司与被告签订借款合同，由我公司受让债权", "complaint_served"),
    ],
)  # fmt: skip
def test_a_paper_that_is_only_spoken_of_is_none(channel: str, text: str, kind: str) -> None:
    assert judge(text, channel, "me", ON).kind == kind
