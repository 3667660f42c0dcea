"""What is said of a message, in our own words: nothing here comes from the message."""

from collections.abc import Mapping

from calculators.law.messages import KINDS, OFFICIAL, Verdict

VERDICTS: Mapping[Verdict, str] = {
    "as-real": "像真的，按真的算期限。",
    "cannot-tell": "光看字说不准，先核实，期限按真的算。",
    "fraud-signs": "有骗局的特征。先不转钱、不点链接，再去核实。",
}
RULES: Mapping[str, str] = {
    "V1": "有一样骗局的特征，就先停下。抬头、案号写得像，也一样。",
    "V2": "法院、仲裁、公证的名义，编号对得上，或者是送来的纸，没有认不出的链接。",
    "V3": "放款机构、开户行自己的名义，没有外面的链接，没有要钱到别处。",
    "V4": "别的都先核实，期限照算。",
}
"""By which rule a verdict was given."""
STARTS: Mapping[str, tuple[str, ...]] = {
    "mediation_people": ("confirm-30", "performance-stated"),
    "mediation_industry": ("confirm-30", "performance-stated"),
    "mediation_document": ("performance-stated", "confirmed-object-15"),
    "court_service": ("answer-15", "payment-order-15"),
    "court_hearing": ("hearing", "answer-15"),
    "court_fee_notice": ("fee-stated",),
    "payment_order": ("payment-order-15",),
    "complaint_served": ("answer-15", "evidence-stated", "hearing"),
    "judgment_served": ("appeal-15", "ruling-appeal-10", "preservation-review-5", "performance-stated", "retrial-6m"),
    "arbitration_notice": (
        "arbitration-answer-stated", "arbitration-objection", "arbitration-refuse-online", "hearing",
    ),
    "arbitration_award": ("arbitration-set-aside-3m", "performance-stated"),
    "notary_certificate": ("notary-reply-stated",),
    "enforcement_notice": (
        "enforcement-stated", "asset-report-stated", "exec-review-10", "non-enforcement-15",
        "detention-review-3", "added-review-10", "added-sue-15",
    ),
    "restriction_notice": ("correction-open", "correction-review-10"),
    "account_freeze": ("preservation-review-5", "police-freeze-info"),
}  # fmt: skip
"""The clocks that a message of a kind may start, that of the kind itself first."""
NAMED_APART: Mapping[str, str] = {
    "appeal-15": "能上诉的判决", "ruling-appeal-10": "写明能上诉的裁定", "non-enforcement-15": "仲裁、公证的执行",
    "answer-15": "诉状", "payment-order-15": "支付令", "preservation-review-5": "保全（先冻、先封）的裁定",
    "exec-review-10": "驳回异议的裁定", "detention-review-3": "罚款、拘留决定", "correction-review-10": "申请被驳回", "retrial-6m": "生效以后",
    "added-review-10": "把你追加进执行的裁定，没写能起诉", "added-sue-15": "把你追加进执行的裁定，写明能起诉",
    "police-freeze-info": "公安冻的", "confirm-30": "签了调解协议", "confirmed-object-15": "司法确认的裁定",
}  # fmt: skip
"""Of which of its papers a clock is."""
NOT_TO_DO: Mapping[Verdict, tuple[str, ...]] = {
    "as-real": ("不要放着不管。", "不要打消息里的号码核实。", "不要点里面的链接，自己打开官方的。"),
    "cannot-tell": (
        "不要打消息里的号码核实。",
        "不要点链接、扫码、转钱。",
        "不要因为看着不像就扔掉。",
    ),
    "fraud-signs": (
        "不要转钱，也不要先借出来。",
        "不要给验证码、密码，不要共享屏幕。",
        "不要寄身份证、银行卡、手机卡。",
        "不要因此不管案子。案子真有没有，另外去问。",
    ),
}
CHECKS: Mapping[str, str] = {
    "court-12368": "打区号加 12368，报姓名、编号，问有没有这个案子。",
    "court-online": "自己打开“人民法院在线服务”小程序，看“我的案件”。",
    "lender-app": "自己打开借款 App，或打合同上的客服电话。",
    "bank-counter": "到开户行柜台，或打卡背面的电话。",
    "lawyer-public": "到司法局的律师公示里查，打公示的座机。",
    "mediation-justice": "打街道办、司法所公开的电话，问有没有这位调解员。",
    "arbitration-site": "打仲裁机构官网公布的电话，再翻合同看选没选它。",
    "notary-office": "打公证处官网公布的电话。",
    "credit-center": "到人民银行征信中心查报告。有错，自己免费提异议。",
    "police-110": "打 110，或去最近的派出所问。",
    "police-official": "用公安局官网公布的电话，联系办案单位。",
    "complain-12378": "打 12378 投诉、问清有没有这回事。",
}
_COURT = ("court-12368", "court-online")
_LENDER = ("lender-app",)
_CHECKS_OF: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(OFFICIAL, _COURT),
    "lawyer_letter": ("lawyer-public", "lender-app"),
    "mediation_people": ("mediation-justice", "lender-app"),
    "mediation_industry": ("court-12368", "mediation-justice", "lender-app"),
    "arbitration_notice": ("arbitration-site", "lender-app"),
    "arbitration_award": ("arbitration-site", "court-12368"),
    "notary_certificate": ("notary-office", "lender-app"),
    "account_freeze": ("bank-counter", "police-official", "court-12368"),
    "collection_agency": ("lender-app", "court-12368", "complain-12378"),
    "contact_threat": ("lender-app", "complain-12378", "police-110"),
    "home_visit": ("lender-app", "police-110"),
    "wrong_person": _COURT,
    "unclear": ("lender-app", "court-12368", "police-110"),
    "third_party_contact": ("lender-app", "court-12368"),
    "scam_fake_court": ("police-110", "court-12368", "court-online"),
    "scam_credit_repair": ("credit-center", "police-110"),
    "scam_debt_fixer": ("lender-app", "complain-12378", "police-110"),
}
FLAGS: Mapping[str, str] = {
    "personal-account": "要把钱付给个人。",
    "safe-account": "说有“安全账户”“验资账户”。没有这种账户。",
    "fee-first": "要先交费才办事。",
    "asks-code": "要验证码、密码，或要你刷脸。",
    "screen-share": "要看你的屏幕，或远程操作。",
    "download-app": "要点链接装软件。",
    "borrow-and-transfer": "要你先借钱，或用别人的名义借。",
    "cancel-account-credit": "拿征信吓你注销账户。",
    "hand-over-id": "要你寄证件、银行卡、手机卡。",
    "refund-by-chat": "说有钱退给你，却要你加 QQ、微信。",
    "secrecy": "要你瞒着家人、瞒着别人。",
    "procedure-does-not-fit": "说法和法院的程序对不上。",
    "deadline-today": "限今天、限几小时。",
    "private-mobile": "留的是手机号。法院的人也会用手机。",
    "private-wechat": "用微信、QQ 联系。法院的人也会用微信。",
    "short-link": "短链接，看不出去哪里。",
    "threat": "有威胁的话。",
    "detention-threat": "拿抓人、坐牢吓人。光还不上不会坐牢。骗贷、藏钱的除外，信用卡另看。",
    "inside-channel": "说有内部渠道、名额。",
    "acceleration": "要你一次还清。这可能是真的。",
    "no-case-number": "没有案号。真的调解电话也常没有。",
    "says-you-must-pay-for-other": "要你替别人还。",
}
_CALL_COURT = "打区号加 {phone} 核实，不打消息里的号码"
_ASK_LENDER = "自己打开借款 App，问客服有没有这回事"
_STOP = "先停下，不转钱。再打区号加 {phone}，问有没有案子"
ACTIONS: Mapping[str, str] = {
    **dict.fromkeys(KINDS, _ASK_LENDER),
    **dict.fromkeys(OFFICIAL, _CALL_COURT),
    **dict.fromkeys(
        (k for k in KINDS if k.startswith("scam_")), "先停下，不转钱，不点链接。转了就打 110"
    ),
    "scam_fake_court": _STOP,
    "lawyer_letter": "到司法局的律师公示里查这家律所",
    "mediation_people": "打街道办、司法所公开的电话，问有没有这位调解员",
    "mediation_industry": "打区号加 {phone}，问法院有没有委派",
    "arbitration_notice": "打仲裁机构官网的电话核实",
    "arbitration_award": "打仲裁机构官网的电话核实",
    "notary_certificate": "打公证处官网的电话核实",
    "account_freeze": "到开户行柜台，问是谁冻的、文号是什么",
    "wrong_person": "打区号加 {phone}，说明认错了人，要回执",
    "third_party_contact": "先不答应、不付钱。要告诉他的，请他自己核实",
    "unclear": "写全一点再看一次：谁发的，要你做什么",
}
FOLLOWS: Mapping[str, str] = {
    **dict.fromkeys(KINDS, "stages/court-papers"),
    "lender_reminder": "strategies/negotiate",
    "collection_agency": "stages/collection-agency",
    "mediation_pretrial": "stages/pre-suit-mediation",
    "mediation_people": "stages/pre-suit-mediation",
    "mediation_industry": "stages/pre-suit-mediation",
    "payment_order": "letters/payment-order-objection",
    "complaint_served": "letters/answer-to-suit",
    "court_service": "letters/answer-to-suit",
    "court_hearing": "stages/lawsuit",
    "judgment_served": "stages/judgment-enforcement",
    "enforcement_notice": "stages/judgment-enforcement",
    "mediation_document": "stages/judgment-enforcement",
    "arbitration_notice": "letters/arbitration-objection",
    "arbitration_award": "letters/set-aside-award",
    "restriction_notice": "stages/dishonest-restrictions",
    "debt_transfer": "stages/debt-transfer",
    "credit_report_notice": "consequences/credit-report",
    "contact_threat": "letters/stop-contacting-others",
    "home_visit": "stages/home-visit",
    "third_party_contact": "people/not-my-debt",
    "wrong_person": "letters/not-the-debtor",
    "lawyer_letter": "stages/collection-agency",
    **dict.fromkeys((k for k in KINDS if k.startswith("scam_")), "strategies/scams"),
    "scam_personal_account": "people/scammed",
    "scam_cancel_account": "people/scammed",
    "unclear": "rights/hotlines",
}


def checks_of(kind: str, hard: tuple[str, ...]) -> tuple[str, ...]:
    """How this kind is verified, by codes of `CHECKS`."""
    found = _CHECKS_OF.get(kind, _LENDER)
    return (*found, "police-110") if hard and "police-110" not in found else found
