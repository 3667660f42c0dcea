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
    "收款账户与本人信息不符，出款通道已关闭",
    "您的放款被锁单了",
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
    "请缴付5,600元更正，更正后全款下发",
    "交2000块解锁，交完马上打款给您",
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
    "我司从未授权第三方收取“解冻费”“会员费”，放款前不收费。您本期应还520元。",
    "您的借款申请未通过，请30天后再试。",
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
    "被告以放款需先缴保证金为由收取原告3,000元",
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
    "（我老公5月11日在门卫那拿回来的）",
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


# A court's and a bank's own systems: the page asks for a face, a plugin, a shared screen.
OWN_SYSTEMS = [
    ("sms", "【某某区人民法院】（2026）川0199民初3344号案件{}。9月21日9:30开庭"),
    ("sms", "【某某法院】（2026）川0199民初3344号：{}"),
]
AT_COURT = [
    "网上开庭，请提前下载安装“云上法庭”客户端，庭审中举证可使用共享屏幕功能",
    "互联网庭审须知：请安装浏览器插件，出示证据可投屏展示",
    "文书已送达，请在“某某微法院”小程序完成人脸识别后签收",
    "请于开庭前在电子诉讼平台完成实名认证、人脸识别",
    "请于开庭前10分钟登录庭审系统，完成人脸识别后入庭",
    "请在网上诉讼平台完成实名人脸认证后查收文书",
    "质证时可以共享屏幕出示电子证据",
]
AT_THE_BANK = [
    "您申请的延期还款已通过初审，请登录手机银行完成人脸识别并签署协议。",
    "您的分期方案已生成，请在App内进行人脸识别确认，8月20日前有效。",
    "您的延期申请需本人到手机银行进行人脸识别，逾期未认证视为放弃。",
    "提前还款请将款项存入本人还款账户6222****1188。",
    "请将本期应还款1,120元转入您的还款卡6217****4410，可使用支付宝、微信转账或柜台存入。",
    "请于10日内还款，还款账户户名：某某银行信用卡中心，账号6222****0001。",
    "请将欠款汇入户名：某某银行股份有限公司某某支行，账号6222****0001。",
]
PLAYED = [
    "【某某法院】（2026）川0199执1号，请配合打开共享屏幕核对您的银行卡余额",
    "【某某法院】（2026）川0199民初1号开庭需投屏，我们客服会指导您操作手机银行",
    "【某某法院】（2026）川0199民初1号，请点击链接下载安装庭审软件 http://a.b/c.apk",
    "【某某法院】（2026）川0199民初1号，请扫码下载庭审客户端并开启屏幕共享",
    "【某某银行】请登录手机银行并把收到的验证码提供给客服完成人脸识别",
    "【某某银行】请配合专员在视频会议中完成人脸识别",
    "【某某银行】请点击链接完成人脸识别领取减免 http://a.b/c",
    "您登录小程序完成人脸识别，我给您放款",
    "我是银行的，你下个会议App，我教你在手机银行里刷脸办延期",
    "【某某银行】请将欠款转入还款账户，户名：李*，账号6222****0001",
    "【某某银行】请将欠款转到专员的还款卡6222****0001",
    "【某某银行】请将结清款转入您的还款卡6222****0001，开户人周某，打完把回执发我",
]


@pytest.mark.parametrize("own", AT_COURT)
def test_what_a_courts_own_system_asks_for_is_no_sign(own: str) -> None:
    for channel, text in OWN_SYSTEMS:
        assert judge(text.format(own), channel, "me", ON).verdict == "as-real"


@pytest.mark.parametrize("own", AT_THE_BANK)
def test_what_a_banks_own_app_and_account_ask_for_is_no_sign(own: str) -> None:
    assert judge(f"【某某银行】{own}", "sms", "me", ON).verdict == "as-real"
    assert judge(f"某某银行信用卡中心：{own}", "letter", "me", ON).verdict == "as-real"


@pytest.mark.parametrize("text", PLAYED)
def test_who_plays_them_and_helps_along_still_shows_a_sign(text: str) -> None:
    for channel in ("sms", "wechat", "call"):
        assert judge(text, channel, "me", ON).verdict == "fraud-signs", channel


SETTLED = [
    "（2026）川0199诉前调书12号民事调解书：被告李某于2026年9月起每月10日前支付原告王某1,000元，汇入原告账户（户名王某，某某银行，账号6217001234560000）",
    "（2026）鲁0199民初77号调解书：被告于9月30日前将8,000元支付至原告指定账户，户名：赵某某，开户行某某银行，账号6228****7766",
    "（2026）川0199执1号执行和解协议：被执行人每月15日前向申请执行人赵某微信转账1,000元",
    "（2026）鄂0199民初5号民事调解书：被告于2026年8月31日前一次性支付原告孙某12,000元（收款账户：孙某，某某银行6222021111111111111）",
    "执行和解笔录（2026）鲁0199执66号：被执行人于本月30日前转入申请执行人刘某某账户6217****8801共5,000元",
    "（2026）鲁0199民特7号司法确认裁定书：被申请人每月10日通过微信向申请人孙某转账500元",
]
PAID_ELSEWHERE = [
    "（2026）川0199民初12号民事调解书：请将5,000元汇入法官李某账户6217001234560000",
    "（2026）川0199民初12号调解书：款项汇入原告代理人账户，户名李某，账号6217001234560000，请今天打",
    "（2026）川0199执1号和解协议：你马上把5,000元微信转账给书记员",
]


@pytest.mark.parametrize("text", SETTLED)
def test_whom_a_settlement_on_paper_names_is_a_payee(text: str) -> None:
    for channel in ("paper", "letter"):
        assert not judge(text, channel, "me", ON).hard


@pytest.mark.parametrize("text", PAID_ELSEWHERE)
def test_whom_it_cannot_name_is_none(text: str) -> None:
    assert judge(text, "paper", "me", ON).hard


NAMES = ["*建军", "*丽", "**军", "张*", "刘*"]
TO_A_NAME = [
    "请把本期2,600元转到支付宝，户名：{}。",
    "你扫这个支付宝码（户名{}）付2,600，我截图给财务做结清。",
    "收款人：{}，扫码还款1,800元。",
    "微信扫这个码转1,800，收款人显示{}，备注贷款尾号就行。",
    "你扫我发的码，名字是{}，付完告诉我。",
    "还到微信，名字显示{}，付好截图。",
    "请把本期1,120元转到本人名下尾号4410的卡，户主：{}。",
    "转给{} 138****0000 支付宝，备注姓名。",
]
TO_SOMEBODYS = [
    "经理特批，钱走财务小刘的支付宝，付完秒销账。",
    "我发个二维码给你，还到二维码里，显示的是我同事名字不用管。",
    "请扫我发的二维码把逾期还了。",
    "还款扫这个，商户名显示*伟军便利店，付1,500备注手机号。",
    "今天打到我爱人卡上也行，她帮我入账。",
    "把2,000元转到组长微信，马上销账。",
]


@pytest.mark.parametrize("channel", ["wechat", "sms", "call"])
def test_a_name_half_hidden_and_somebodys_account_are_a_persons(channel: str) -> None:
    for text in [t.format(name) for t in TO_A_NAME for name in NAMES] + TO_SOMEBODYS:
        assert judge(text, channel, "me", ON).verdict == "fraud-signs", text


@pytest.mark.parametrize(
    "text",
    [
        "【某某银行】您已向*丽转账5,000元，收款人：*丽，余额320元。",
        "【某某银行】您尾号****的卡本期应还860元，请存入尾号****的还款卡。",
        "【某某供电】户主：陈*，本月电费120元已从您的卡扣款成功。",
        "【某某银行】*建军先生，您的贷款已逾期，请在手机银行还款。",
        "【某某区人民法院】*丽，（2026）川0199民初1号案件定于9月21日9时开庭。",
        "【支付宝】您转给*丽的500元已到账。",
        "【某某银行】请将逾期款存入您的信用卡，账号6222****0001。",
        "【某某银行】请到我行财务室领取结清证明。",
    ],
)
def test_a_half_hidden_name_that_is_to_be_paid_nothing_is_no_sign(text: str) -> None:
    assert not judge(text, "sms", "me", ON).hard


FAVOURS = [
    "你被骗的钱我们能追回来，黑客团队技术拦截，先转1,200元技术费，追回再抽成。",
    "先付800元启动追损，三天内被骗款追回到账。",
    "限高失信都能撤，法院有人，费用一万二，先给四千打点，撤完付剩下的。",
    "停息挂账代办，签合同先付首款，30天内出结果。",
    "您打开支付宝备用金，把里面的500转出来给我们做取消验证。",
    "点击 http://u.nu/xx 下载专属还款端办理减免。",
    "12378工作人员，退息2,300元，请提供银行卡号和收到的六位数字，我们给您打款。",
    "到我们门店面签结清，带上所有银行卡，工作人员帮您操作手机。",
    "前期不收费，只收500元资料费，办好再付尾款。",
]
NO_FAVOURS = [
    "【某某区公安局】反诈提醒：凡称先交钱就能追回被骗款的，都是诈骗。",
    "【某某区人民法院】（2026）川0199执1号，执行到位的案款已发还，请到本院领取。",
    "美女，我这边是做贷后咨询的，帮你跟平台谈停息分期，前期不收钱，谈成收10%。",
    "【某某银行】您的备用金额度已恢复，可在手机银行查看。",
    "【某某银行】网点工作人员可协助您操作手机银行，请带身份证到柜台。",
    "【某某银行】首付款已入账，您的车贷将于次月起还。",
    "【12378】您的投诉已受理，编号1234，我们会通知机构在15日内答复您。",
]


@pytest.mark.parametrize("channel", ["wechat", "sms", "call"])
@pytest.mark.parametrize("text", FAVOURS)
def test_money_for_strings_pulled_or_losses_got_back_is_a_sign(text: str, channel: str) -> None:
    assert judge(text, channel, "me", ON).verdict == "fraud-signs"


@pytest.mark.parametrize("text", NO_FAVOURS)
def test_who_wants_nothing_first_shows_none(text: str) -> None:
    assert not judge(text, "sms", "me", ON).hard


@pytest.mark.parametrize(
    ("text", "channel", "kind"),
    [
        ("（电话）某某法庭，（2026）新0199民初812号12月7号下午两点半第二审判庭开庭，传票给你寄出了", "call", "court_hearing"),
        ("（电话）某某法院，（2026）新0199民初812号案子12月7号上午九点开庭，传票已经邮寄了", "call", "court_hearing"),
        ("【某某法院】（2026）新0199民初812号传票、诉状已邮寄，请查收", "sms", "court_service"),
        ("征信花了、有逾期、有呆账都能做，异议申诉包过，先付定金1500，出结果付尾款。", "wechat", "scam_credit_repair"),
        ("帮你写异议材料删逾期记录，收费3500一条，先付一半。", "wechat", "scam_credit_repair"),
        ("【某某银行】您的个人贷款已逾期，我行将于本月末报送您的不良信息。如对欠款有异议，请联系我们。", "sms", "credit_report_notice"),
        ("【某某银行】因您贷款逾期，我行已委托某某律师事务所催收，请通过手机银行还款。", "sms", "lender_reminder"),
        ("【某某贷】您好，担保费共计1,260元已从还款中扣除，有疑问请联系App客服。", "sms", "lender_reminder"),
    ],
)  # fmt: skip
def test_the_kind_is_that_of_what_is_said_first_of_all(text: str, channel: str, kind: str) -> None:
    assert judge(text, channel, "me", ON).kind == kind


@pytest.mark.parametrize("put_off", ["改期至", "变更为", "延期到", "调整到", "推迟至"])
def test_a_hearing_that_was_put_off_is_on_its_new_day(put_off: str) -> None:
    for was in ("原定12月1日的庭审", "原定于12月1日开庭，现", "原12月1日庭审", "12月1日的开庭"):
        text = f"【某某法院】（2026）新0199民初812号案件{was}{put_off}2026年12月8日14:30开庭。"
        first = judge(text, "sms", "me", date(2026, 11, 25)).first
        assert first and first.last.day == date(2026, 12, 8), text


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("sms", "【支付宝】您申请的借呗贷款已放款到余额，请在支付宝查看。"),
        ("sms", "【平安普惠】您的贷款审批通过，放款前请确认支付密码未泄露。"),
        ("sms", "【平安银行】您的车抵贷已批，放款前需购买车损险，请联系客户经理到网点办理。"),
        ("sms", "【京东金融】您购买的商品支持白条分期，支付后额度恢复。"),
        ("app", "您的备用金可提现，打开支付宝即可提现到银行卡。"),
        ("app", "放款失败，银行卡信息有误，请在App内修改银行卡。"),
        (
            "paper",
            "人民法院（2026）浙01执100号 案款发放通知：请提供收款账户，案款将转入你本人账户。",
        ),
    ],
)
def test_a_lenders_and_a_courts_own_words_of_paying_out_are_no_sign(
    channel: str, text: str
) -> None:
    """支付 in the name of an app or of a password asks for nothing; a court pays out to one's own account."""
    assert judge(text, channel, "me", ON).verdict != "fraud-signs"


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("app", "会员即可下款，开通198元会员后额度到账。"),
        ("app", "放款前需通过支付宝支付验证金300元，随贷款一起退回。"),
        ("sms", "放款前先购买履约保险，费用转入财务账户。"),
        ("sms", "ETC已失效，请点击 http://etc.example 重新认证，输入银行卡和验证码。"),
        ("wechat", "兄弟借你身份证用一下贷点款，利息我还。"),
        ("wechat", "备用金提现出来转给我对接的账户。"),
        ("paper", "法院通知：案款先转入我个人账户，再发给你。"),
    ],
)
def test_and_real_demands_in_those_words_stay_signs(channel: str, text: str) -> None:
    assert judge(text, channel, "me", ON).verdict == "fraud-signs"


# Received on Friday, 20 November 2026. Of two names that stand side by side the printed date is the day.
NAMED_DAYS = {
    date(2026, 11, 20): ["本周五"],
    date(2026, 11, 21): ["明天", "明日", "明天（11月21日）"],
    date(2026, 11, 22): ["这周日", "后天"],
    date(2026, 11, 23): ["周一", "下周一", "三天后"],
    date(2026, 11, 25): [
        "周三", "星期三", "下星期三", "下个周三", "11月25日", "2026-11-25 ", "2026/11/25 ", "2026.11.25 ",
        "２０２６年１１月２５日", "二〇二六年十一月二十五日", "11月25日（周三）", "周三（2026.11.25）", "11-25（周三）",
        "11月25日，星期三，", "本月25日", "25日",
    ],
    date(2026, 11, 30): ["下下周一"],
    date(2026, 12, 3): ["下月3日"],
    date(2026, 12, 9): ["2026年12月9日下周三", "12月9日周四", "20261209 "],
}  # fmt: skip
HOURS = ["上午9时", "上午９：００", "下午2:30", "下午两点半", "14时30分"]
HEARD_AT = ["在月湖区人民法院第三法庭开庭", "到日照市某某区法院开庭", "于周口市中院公开开庭审理", "在周村区法院第一审判庭开庭", "线上开庭", "，第三法庭开庭", "请准时到庭", "来周至县法院谈话"]  # fmt: skip
BEFORE_IT = ["定于", "，", "开庭时间：", "通知你"]


@pytest.mark.parametrize("day", NAMED_DAYS)
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    for named in NAMED_DAYS[day]:
        for said in (f"{b}{named}{h}{at}" for b in BEFORE_IT for h in HOURS for at in HEARD_AT):
            text = f"【某某区人民法院】（2026）苏0199民初5号{said}。"
            first = judge(text, "sms", "me", date(2026, 11, 20)).first
            assert first and first.last.day == day, text


OFFICE_HOURS = ["周一至周五9:00-17:00到本院", "周一、周三、周五上午到本院", "每周三上午到本院", "周一-周五", "周三上午不对外办公", "咨询时间周三上午到立案庭", "请提前10分钟到庭，不得延期", "如需改期请提前三天申请", "被传唤人周一鸣到庭"]  # fmt: skip


@pytest.mark.parametrize("hours", OFFICE_HOURS)
def test_office_hours_and_names_are_no_day(hours: str) -> None:
    for text in (f"2026年12月9日9时开庭。{hours}", f"{hours}。2026年12月9日9时开庭"):
        found = judge(f"（2026）苏0199民初5号传票：{text}", "paper", "me", date(2026, 11, 20))
        assert found.first and found.first.last.day == date(2026, 12, 9), text


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("周三的庭改到下周五上午九点", "2026-11-27"),
        ("本来周三开庭，推迟到12月9日", "2026-12-09"),
        ("12月9日的庭提前到下周三", "2026-11-25"),
        ("开庭时间由11月25日9时变更为11月27日9时", "2026-11-27"),
        ("12月9日9时的开庭改为线上进行", "2026-12-09"),
        ("12月9日9时开庭不得延期", "2026-12-09"),
        ("定于12月9日开庭。请周三来法院签字", "2026-11-25"),
        ("11月25日9时，11月26日9时开庭", "2026-11-25"),
        ("11月25日9时、11月26日9时开庭", "2026-11-25"),
        ("11月25日，上午9时，第三法庭开庭", "2026-11-25"),
        ("请在周三下班前补交诉讼费50元", "2026-11-25"),
        ("举证期限届满日为下周五", "2026-11-27"),
        ("最晚周三交证据", "2026-11-25"),
    ],
)
def test_a_day_that_was_put_off_is_none_and_of_two_that_stand_the_first_counts(
    said: str, day: str
) -> None:
    found = judge(f"（电话）某某法院，（2026）苏0199民初5号，{said}。", "call", "me", date(2026, 11, 20))  # fmt: skip
    assert found.first and str(found.first.last.day) == day


DECIDED = ["决定对你拘留十五日", "决定将你拘留", "决定对张三予以罚款五千元", "罚款决定书：罚款三千元", "已经作出拘留决定", "因你拒不报告财产，决定将你拘留", "审判委员会决定对你拘留十五日"]  # fmt: skip
AND_THEN = ["", "，履行后本院将提前解除拘留", "。履行完毕的，予以提前解除拘留", "，履行义务的及时解除拘留", "，可以申请提前解除拘留"]  # fmt: skip
NOT_DECIDED = ["再不来，我们就决定将你拘留十五日", "不来就决定拘留", "拒不履行的，本院将依法决定罚款、拘留", "拒不履行的，予以罚款、拘留", "逾期不履行，本院可以作出拘留决定", "如不报告，本院决定对你拘留", "决定提前解除拘留", "解除拘留决定书：本院曾决定拘留十五日"]  # fmt: skip


@pytest.mark.parametrize("decided", DECIDED)
def test_a_penalty_that_was_decided_is_reviewed_in_three_days(decided: str) -> None:
    for then in AND_THEN:
        found = judge(f"（2026）苏0199执5号：{decided}{then}。", "paper", "me", date(2026, 11, 20))
        assert found.first and found.first.last.day == date(2026, 11, 23), decided + then


@pytest.mark.parametrize("threat", NOT_DECIDED)
def test_a_penalty_that_is_threatened_or_lifted_has_no_review(threat: str) -> None:
    found = judge(f"（2026）苏0199执5号：{threat}。", "paper", "me", date(2026, 11, 20))
    assert "detention-review-3" not in {clock.code for clock in found.clocks}


@pytest.mark.parametrize(
    "lender", ["某某小额贷款有限公司", "某某市小额信贷公司", "小额消费信贷中心"]
)
def test_a_lender_of_small_loans_shortens_no_days(lender: str) -> None:
    """Only the short procedure for small claims does, and it alone has no appeal."""
    complaint = f"（2026）粤0199民初77号应诉通知书、起诉状副本。原告{lender}"
    judgment = f"（2026）粤0199民初77号民事判决书。原告{lender}。如不服，可在十五日内上诉"
    for text, clock in ((complaint, "answer-15"), (judgment, "appeal-15")):
        first = judge(text, "paper", "me", date(2026, 11, 25)).first
        assert first and (first.code, first.last.day) == (clock, date(2026, 12, 10))
    small = f"{complaint}。本案适用小额诉讼程序，答辩期7日"
    first = judge(small, "paper", "me", date(2026, 11, 25)).first
    assert first and first.last.day == date(2026, 12, 2)
