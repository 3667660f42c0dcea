"""A message that came, read by rules: what it is, how far it can be trusted, which clocks it may start.

    judge(text, channel="sms", about="me", received_on=day)  ->  Judgement(kind, verdict, clocks, ...)

No verdict says that a message is false or may be ignored. One hard sign of fraud is enough for
"fraud-signs" whatever the letter-head says, and the clocks run on all the same. A court's own words with
a number that fits, or a paper that the post brought, are taken as real. A domain says nothing, except
that only a host under court.gov.cn leaves a court's message as it was. Signs stand in `message_signs`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from calculators.law import case_numbers, message_days
from calculators.law.case_numbers import CaseNumber
from calculators.law.clocks import CLOCKS, Facts, LastDay, earliest
from calculators.law.message_passages import WHOLE_CHARACTERS, to_be_read
from calculators.law.message_signs import (
    ADVERT,
    BROUGHT,
    COMMISSIONED,
    COMPANY,
    EASED,
    HANDED,
    HARD,
    MISFIT,
    OFFICE,
    OWN,
    PROCEDURE,
    REGULATOR,
    SENDERS,
    SOFT,
    SPOKEN_OF,
    WARNING,
    Said,
    kind_words,
    says,
    threatens,
    titled,
    to_click,
)

type Verdict = Literal["as-real", "cannot-tell", "fraud-signs"]

CHANNELS: Mapping[str, str] = {
    "sms": "短信", "call": "电话", "wechat": "微信、QQ", "paper": "当面送来、法院专递",
    "letter": "寄来的信", "web": "网上看到的", "app": "借款 App 里的消息",
}  # fmt: skip
ABOUT: Mapping[str, str] = {"me": "说的是我", "maybe-me": "可能是我", "other": "说的是别人"}
KINDS: Mapping[str, str] = {
    "lender_reminder": "放款机构自己的提醒", "collection_agency": "催收公司的消息",
    "lawyer_letter": "律师函", "mediation_people": "人民调解的通知",
    "mediation_industry": "调解中心的通知", "mediation_pretrial": "起诉前的调解",
    "mediation_document": "已经生效的调解书、确认裁定", "court_filing": "法院立案的通知",
    "court_service": "法院送文书的通知", "court_hearing": "开庭通知、传票",
    "court_fee_notice": "法院的缴费通知", "payment_order": "支付令",
    "complaint_served": "起诉状、应诉材料", "judgment_served": "判决书、裁定书",
    "arbitration_notice": "仲裁通知", "arbitration_award": "仲裁裁决",
    "notary_certificate": "公证处的函、执行证书", "enforcement_notice": "法院执行的通知",
    "restriction_notice": "限制高消费、失信的通知", "account_freeze": "账户被冻结的通知",
    "debt_transfer": "债被转让的通知", "credit_report_notice": "报送征信的告知",
    "contact_threat": "说要联系你的通讯录", "home_visit": "说要上门",
    "third_party_contact": "别人的债，找到了你", "wrong_person": "找错了人",
    "scam_fake_court": "自称公检法，却要钱、要码", "scam_cancel_account": "自称客服，要你注销账户",
    "scam_fake_service": "自称客服，要码、要看屏幕", "scam_debt_fixer": "收费代谈债务",
    "scam_credit_repair": "收费修复征信", "scam_personal_account": "要你把钱转给个人",
    "unclear": "看不出是哪一种",
}  # fmt: skip
OFFICIAL = frozenset(
    [
        "mediation_pretrial",
        "mediation_document",
        "court_filing",
        "court_service",
        "court_hearing",
        "court_fee_notice",
        "payment_order",
        "complaint_served",
        "judgment_served",
        "arbitration_notice",
        "arbitration_award",
        "notary_certificate",
        "enforcement_notice",
        "restriction_notice",
        "account_freeze",
    ]
)
ENFORCING = frozenset(["执", "执恢", "执异", "执保", "执复", "执监", "司惩", "司惩复"])
_ASKED_OF_ONE = r"(?<!已)预交|缴费|交费|执行通知|限制消费|上诉状已"
_HEARD_ON = r"[日号][^。]{0,16}(?:开庭|庭审)|[日号][^。，]{0,4}(?:上午|下午|\d{1,2}[点时:])[^。]{0,12}(?:法庭|审判庭|到庭)|(?:开庭|庭审)[^。]{0,8}\d{1,2}月"
_SITTING = r"(?<!家)庭(?![长外里])|证据交换|听证"
_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]{1,40}\.){1,6}[a-z]{2,10})(?![a-z0-9@])", re.I)
_TO_SIMPLE = str.maketrans(
    "開庭時間審傳簽調訴證據執給後內並為務債號終財復異懲決書請於準達駁應訟訊來應記員點發電話凍結銀門導繳費",
    "开庭时间审传签调诉证据执给后内并为务债号终财复异惩决书请于准达驳应讼讯来应记员点发电话冻结银门导缴费",
)
"""The signs of a court's words as they are written in traditional characters."""
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3})")
_BARE_ADDRESS = re.compile(r"https?://\d{1,3}(?:\.\d{1,3}){3}")


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that the message may start, and its last day as far as it can be known."""

    code: str
    last: LastDay


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules make of a message. `hard` and `soft` are codes of the signs found in it."""

    kind: str
    verdict: Verdict
    clocks: tuple[Running, ...]
    numbers: tuple[CaseNumber, ...]
    hard: tuple[str, ...]
    soft: tuple[str, ...]
    sender: str

    @property
    def rule(self) -> str:
        """The rule of the verdict: a hard sign, a court's words, a lender's own, or neither."""
        if self.verdict != "as-real":
            return "V1" if self.verdict == "fraud-signs" else "V4"
        return "V2" if self.sender in ("court", "arbitration", "notary") else "V3"

    @property
    def first(self) -> Running | None:
        """The clock that ends first, None if no day is known."""
        dated = [clock for clock in self.clocks if clock.last.day]
        return min(dated, key=lambda clock: clock.last.day or date.max) if dated else None


def judge(text: str, channel: str, about: str, received_on: date | None) -> Judgement:
    """Read the message; without the day it came no clock has a last day."""
    plain = _COMMA.sub("，", case_numbers.fold(to_be_read(text))).replace(";", "；")
    said = Said.of(plain, channel, about)
    numbers = case_numbers.read(said.text)
    if (simple := plain.translate(_TO_SIMPLE)) != plain:
        said = Said.of(simple, channel, about)
    sender, speaker = _sender(said, numbers), _sender(said, numbers, by_title=False)
    found = tuple(code for code, sign in HARD.items() if sign(said))
    believed = replace(said, believed=True)
    hard = tuple(code for code in found if HARD[code](believed))
    doubtful = tuple(code for code in found if code not in hard)
    soft = tuple(
        code
        for code, sign in SOFT.items()
        if says(said, sign) and not _meant(code, said, sender, numbers)
    )
    kind = kind_of(said, sender, hard, numbers)
    # A title says which paper it is, and not who sent it; a lender that opens one is no court.
    speaks = "unknown" if speaker == "lender" != sender else speaker
    verdict = _verdict(said, speaks, kind, {*hard, *soft}, numbers)
    # What was not read may ask for anything, and what a paper tells as a fact may be asked for by it.
    if verdict == "as-real" and (doubtful or len(text) > WHOLE_CHARACTERS):
        verdict = "cannot-tell"
    meant = kind_of(said, sender, (), numbers) if hard else kind
    codes = _codes(said, kind, meant, numbers)
    clocks = tuple(clock for code in codes for clock in _run(code, said, received_on))
    if not hard and sender == "court" and kind in OFFICIAL - _SETS_NO_DAY:
        clocks = _with_stated(clocks, said, received_on)
    return Judgement(kind, verdict, clocks, numbers, hard, (*doubtful, *soft), sender)


def _meant(code: str, said: Said, sender: str, numbers: tuple[CaseNumber, ...]) -> bool:
    """Whether a court that can detain speaks of it: nobody is comforted then with what others only threaten."""
    if code != "detention-threat" or sender != "court":
        return False
    enforces = any(case_numbers.leading(n.code) in ENFORCING for n in numbers)
    return enforces or said.channel in ("paper", "letter") or message_days.penalty(said, numbers)


def _sender(said: Said, numbers: tuple[CaseNumber, ...], by_title: bool = True) -> str:
    """Who speaks, by letter-head and opening words first, by the whole text after."""
    paper = said.channel in ("paper", "letter", "web") and any(n.court for n in numbers)
    if REGULATOR.search(said.head):
        return "unknown"
    return (
        _named(said.head)
        or ("lender" if re.search(r"(?:贷|借款|借条|[速易]借)$", said.head) else "")
        or _named(said.note)
        or ("lender" if said.channel == "app" and not says(said, COMMISSIONED) else "")
        or ("agency" if _of_a_company(said, numbers) else "")
        or ("court" if says(said, r"本院|我院") or (by_title and _papers_own(said)) else "")
        or ("mediation" if _mediates(said) else "")
        or _named(said.opening[:14])
        or ("court" if paper else "")
        or ("arbitration" if said.channel == "paper" and says(said, "裁决书") else "")
        or _named(said.opening)
        or _named(said.text)
        or "unknown"
    )


def _mediates(said: Said) -> bool:
    """Who mediates names the lender too, and often first; a court that sends to them speaks itself."""
    told = says(said, SENDERS["mediation"].pattern)
    return told and not said.head and not SENDERS["court"].search(said.text)


def _papers_own(said: Said) -> bool:
    """Who holds a court's paper by its title hears the court, but for who opens in another's name."""
    return titled(said) and _named(said.opening[:14]) in ("", "court", "lender")


def _of_a_company(said: Said, numbers: tuple[CaseNumber, ...]) -> bool:
    """Who says 我司, but for the creditor who does so in the facts of a paper with a court's title and number."""
    written = said.channel in ("paper", "letter") and any(n.court for n in numbers)
    return (says(said, COMPANY) or _handed(said)) and not (written and titled(said))


def _handed(said: Said) -> bool:
    """Who says that a case came into its hands is not its lender, which says 我行 or names itself."""
    if says(said, OWN):
        return False
    if said.head:
        return says(said, rf"{HANDED}|{OFFICE}")
    spoken = said.channel not in ("paper", "letter")
    return says(said, HANDED) and _named(said.opening[:14]) in ("", "lender" if spoken else "")


def _named(part: str) -> str:
    """The sender that these words name; one that is only spoken of does not speak."""
    own = SPOKEN_OF.sub("", part)
    return next((sender for sender, sign in SENDERS.items() if sign.search(own)), "")


def kind_of(said: Said, sender: str, hard: tuple[str, ...], numbers: tuple[CaseNumber, ...]) -> str:
    """The main kind of the message."""
    if hard:
        return _scam(said, sender, hard)
    codes = {case_numbers.leading(n.code) for n in numbers}
    if _wrong_person(said):
        return "wrong_person"
    spoken_of = says(said, kind_words.THIRD_PARTY)
    if said.about == "other" and not spoken_of and says(said, kind_words.AS_DEBTOR):
        return "wrong_person" if said.head else "third_party_contact"
    if said.about == "other" or (spoken_of and not _my_own_paper(said, sender)):
        return "third_party_contact"
    if sender in ("court", "arbitration", "notary", "police") or (
        sender != "agency" and codes & {"民督", "民初", "民终", "执", "执恢", "执保", "财保"}
    ):
        return _official(said, sender, numbers)
    held = sender in ("agency", "lender", "unknown") and titled(said)
    return _of_a_court(said, numbers) if held else _private(said, sender, codes)


def _my_own_paper(said: Said, sender: str) -> bool:
    """A court's paper that the reader holds as theirs: whom else it names does not make it another's."""
    return said.about == "me" and sender == "court" and said.channel in ("paper", "letter")


def _wrong_person(said: Said) -> bool:
    return says(said, kind_words.NOT_ME) or (
        said.about != "me" and says(said, kind_words.WRONG_PERSON)
    )


def _scam(said: Said, sender: str, hard: tuple[str, ...]) -> str:
    if posing := _posing(said, sender, hard):
        return posing
    if sender == "lender" and said.head and hard == ("personal-account",):
        return "scam_personal_account"
    for kind, words in kind_words.SCAMS.items():
        if says(said, words):
            return _played(kind, said, hard)
    if sender in ("mediation", "lawyer"):
        return _private(said, sender, set())
    if _eased(said, hard):
        return "scam_debt_fixer"
    lent = "borrow-and-transfer" in hard and "personal-account" not in hard
    return "scam_fake_service" if lent or _code_wanted(hard) else "scam_personal_account"


def _played(kind: str, said: Said, hard: tuple[str, ...]) -> str:
    """The kind that the words name, or the other one where what is wanted says that."""
    if kind == "scam_fake_service" and _eased(said, hard):
        return "scam_debt_fixer"
    return "scam_fake_service" if kind == "collection_agency" and _code_wanted(hard) else kind


def _eased(said: Said, hard: tuple[str, ...]) -> bool:
    """Whether nothing is wanted but a fee for making a debt easier, by who plays no service."""
    plays = says(said, "客服|额度|放款|下款|提现|退[费款]")
    return hard == ("fee-first",) and says(said, EASED) and not plays


def _posing(said: Said, sender: str, hard: tuple[str, ...]) -> str:
    """Whom the sender plays, where what is wanted says it; "" if only the words can."""
    if "cancel-account-credit" in hard:
        return "scam_cancel_account"
    if "fee-first" in hard and says(said, kind_words.CLOSING) and not says(said, kind_words.FIXER):
        return "scam_cancel_account"
    official = sender in ("court", "police")
    if _as_a_service(said, hard) and not (official and _code_wanted(hard)):
        return "scam_fake_service"
    if official and not says(said, kind_words.FIXER):
        return "scam_fake_court"
    if "personal-account" in hard and says(said, kind_words.CARDS):
        return "scam_personal_account"
    only_codes = _code_wanted(hard) and not {"fee-first", "hand-over-id"} & {*hard}
    mends = says(said, kind_words.PRIVATE["scam_credit_repair"])
    return "scam_fake_service" if only_codes and not mends else ""


def _as_a_service(said: Said, hard: tuple[str, ...]) -> bool:
    """Whether a parcel service speaks, or a lender that wants money before it pays out."""
    fee = "fee-first" in hard
    advance = fee and says(said, kind_words.ADVANCE)
    refund = _code_wanted(hard) and says(said, r"退(?:费|款|还|息)")
    paid_back = fee and says(said, kind_words.REFUND)
    return advance or refund or paid_back or bool(re.search(kind_words.PARCEL, said.head))


def _code_wanted(hard: tuple[str, ...]) -> bool:
    return bool({"asks-code", "screen-share", "download-app"} & {*hard})


def _official(said: Said, sender: str, numbers: tuple[CaseNumber, ...]) -> str:
    if sender == "arbitration":
        award = says(said, r"裁决书|作出.{0,6}裁决|裁决如下|裁决已")
        return "arbitration_award" if award else "arbitration_notice"
    if sender == "notary":
        return "notary_certificate"
    if sender == "police" and not says(said, kind_words.COURT["account_freeze"]):
        return _of_the_police(said)
    return _of_a_court(said, numbers)


def _of_the_police(said: Said) -> str:
    """What comes in the name of the police: who has told them of a debt collects it."""
    if WARNING.search(said.text):
        return "unclear"
    if says(said, kind_words.REPORTED_US):
        return "collection_agency"
    pressed = says(said, "逾期|欠|不还|还款|还钱|贷款") and says(said, kind_words.SUMMONED)
    return "scam_fake_court" if pressed or says(said, kind_words.ARREST) else "unclear"


def _of_a_court(said: Said, numbers: tuple[CaseNumber, ...]) -> str:
    """What a court sent, by the paper it is and not by those that it speaks of."""
    codes = {case_numbers.leading(n.code) for n in numbers}
    written = said.channel in ("paper", "letter")
    own = replace(said, text=_before_facts(re.sub(kind_words.IF_NOT, "", said.text)))
    appealed = message_days.appealable(own)
    judged = says(own, kind_words.JUDGED) and not codes & (
        ENFORCING - {"司惩"} if appealed else ENFORCING
    )
    if message_days.penalty(said, numbers) and not (judged and appealed):
        return "enforcement_notice"
    if judged and not says(own, _ASKED_OF_ONE):
        return "judgment_served"
    for kind, words in kind_words.COURT.items():
        if kind == "court_service" and written and says(own, kind_words.COMPLAINT):
            return "complaint_served"
        if kind == "court_service" and says(own, _HEARD_ON) and not says(own, kind_words.COMPLAINT):
            return "court_hearing"
        if says(own, words):
            spoken = kind == "complaint_served" and not written
            return "court_hearing" if spoken and says(own, "开庭") else kind
    kind = _by_code(codes) or _plain_court(said)
    heard = kind == "court_service" and says(own, _SITTING) and message_days.sits(own)
    return "court_hearing" if heard else kind


def _before_facts(text: str) -> str:
    """A complaint without the facts it tells: of fees, freezes and orders it only tells."""
    facts = re.search(kind_words.TELLS, text)
    own = text[: facts.start()] if facts else text
    complaint = re.search(kind_words.COMPLAINT, own) and not re.search(kind_words.JUDGED, text)
    return own if complaint else text


def _by_code(codes: set[str]) -> str:
    kinds: Mapping[str, str] = kind_words.CODES
    return next((kind for code, kind in kinds.items() if code in codes), "")


def _plain_court(said: Said) -> str:
    return "mediation_pretrial" if says(said, "调解") else "court_service"


def _mediation(said: Said, codes: set[str]) -> str:
    court = codes & {"诉前调"} or says(said, r"(?:法院|法庭).{0,8}(?:委派|委托|特邀)|特邀调解")
    if court:
        return "mediation_pretrial"
    people = says(said, r"人民调解|司法所|街道|居委会|村委会|社区")
    return "mediation_people" if people else "mediation_industry"


def _private(said: Said, sender: str, codes: set[str]) -> str:
    if sender == "mediation":
        return _mediation(said, codes)
    warns = sender == "lender" and bool(said.head and WARNING.search(said.text))
    for kind, words in kind_words.PRIVATE.items():
        own = warns and kind.startswith("scam_")
        named = kind == "lawyer_letter" and sender == "lender" and said.head
        if says(said, words) and not (own or named):
            return str(kind)
    if sender == "lender" and _reports(said):
        return "credit_report_notice"
    if sender == "lawyer":
        return "lawyer_letter"
    if sender == "lender" and (said.head or not says(said, kind_words.ARREST)):
        return "lender_reminder"
    about_debt = sender != "unknown" or says(said, kind_words.DEBT)
    return "collection_agency" if about_debt else "unclear"


def _reports(said: Said) -> bool:
    told = not says(said, kind_words.OWED) or says(said, "特此告知|告知[书函]")
    return told and says(said, kind_words.REPORTED)


def _verdict(
    said: Said, sender: str, kind: str, signs: set[str], numbers: tuple[CaseNumber, ...]
) -> Verdict:
    if signs & {*HARD}:
        return "fraud-signs"
    enforces = sender == "court" and any(case_numbers.leading(n.code) in ENFORCING for n in numbers)
    if not _own_links(said) or says(said, MISFIT) or (PROCEDURE in signs and not enforces):
        return "cannot-tell"
    if kind.startswith("scam_"):
        return "cannot-tell"
    if _as_a_court(said, sender, kind, numbers) or _as_a_lender(said, sender, kind):
        return "as-real"
    return "cannot-tell"


def _as_a_court(said: Said, sender: str, kind: str, numbers: tuple[CaseNumber, ...]) -> bool:
    """Rule V2: an official name, and a number that fits what is said or a paper of the post."""
    if sender not in ("court", "arbitration", "notary") or says(said, BROUGHT):
        return False
    if said.channel in ("paper", "letter"):
        return True
    courts = [n for n in numbers if n.reading in ("court", "court?")]
    return sender == "court" and bool(courts) and all(_fits(n, kind) for n in courts)


def _fits(number: CaseNumber, kind: str) -> bool:
    code = case_numbers.leading(number.code)
    return kind not in kind_words.NEEDS or code in kind_words.NEEDS[kind]


# What no lender writes to who owes: what a court sends, and what would be no way to collect.
_NO_LENDERS = (OFFICIAL - {"account_freeze"}) | {
    "third_party_contact",
    "contact_threat",
    "home_visit",
}


def _as_a_lender(said: Said, sender: str, kind: str) -> bool:
    """Rule V3: the lender or the bank itself, in writing, or asked by the reader on its own line."""
    if kind in _NO_LENDERS or says(said, ADVERT):
        return False
    if says(said, kind_words.WAITS) and says(said, "联系|客服|冻结|解冻|托管|风控"):
        return False  # A payout that hangs, and someone to ask: so begins the loan that wants money first.
    if kind == "lender_reminder" and threatens(said) and not WARNING.search(said.text):
        return False
    if kind == "debt_transfer" and not said.head and not says(said, kind_words.TRANSFERRED):
        return False
    asked = says(
        said,
        r"客服电话回访|我(?:自己)?(?:打|拨).{0,12}(?:客服|电话)|卡背面.{0,8}问到|柜台(?:说|告诉|查)",
    )
    if said.channel in ("call", "wechat"):
        # Who has frozen a card is named by the bank that the reader rang.
        return asked and (sender == "lender" or kind == "account_freeze")
    written = bool(said.head) or said.channel in ("app", "paper", "letter")
    return sender == "lender" and written and not says(said, COMMISSIONED)


def _own_links(said: Said) -> bool:
    """Whether every address in the message lies under court.gov.cn; none at all is as good."""
    if _BARE_ADDRESS.search(said.text) or to_click(said):
        return False
    return all(f".{host.lower()}".endswith(".court.gov.cn") for host in _HOST.findall(said.text))


def _codes(said: Said, kind: str, meant: str, numbers: tuple[CaseNumber, ...]) -> tuple[str, ...]:
    """The clocks of the kind, with those of what a fraud plays; somebody else's clocks are only watched."""
    official = titled(said) or any(
        n.code or n.reading in ("arbitration", "notary") for n in numbers
    )
    if meant != kind and meant in OFFICIAL and official:
        numbered = (_unserved(n.clock, said) for n in numbers if n.code)
        played = [*numbered, *message_days.codes(said, meant, numbers)]
        running = [code for code in dict.fromkeys(played) if code not in ("none", "watch")]
        return tuple(running) or (("watch",) if "watch" in played else ("none",))
    if kind in ("third_party_contact", "wrong_person"):
        return ("watch",) if official or says(said, "法院|仲裁") else ("none",)
    if kind == "scam_fake_court":
        return tuple({_unserved(n.clock, said): 0 for n in numbers if n.code}) or ("none",)
    if kind in ("collection_agency", "lawyer_letter", "lender_reminder", "home_visit"):
        court = says(said, r"法院|支付令|立案|起诉状|仲裁(?:委|庭)") and not says(
            said, "保留|有权|有管辖权"
        )
        return ("watch",) if court and kind == "collection_agency" else ("none",)
    return tuple(message_days.codes(said, kind, numbers)) or ("none",)


def _unserved(clock: str, said: Said) -> str:
    """By a call or a text no complaint is served, whatever number it bears."""
    return clock if said.channel in ("paper", "letter") or clock != "answer-15" else "watch"


# What an arbitral body and a notary set stands in clocks of their own, which no rest day moves; nobody
# must come to a mediation.
_SETS_NO_DAY = {
    "arbitration_notice",
    "arbitration_award",
    "notary_certificate",
    "mediation_pretrial",
}


def _with_stated(
    clocks: tuple[Running, ...], said: Said, received_on: date | None
) -> tuple[Running, ...]:
    """The clocks, and the day that a court's message sets in words that none of them knows, if it is the first."""
    stated = _running("message-stated", said, received_on)
    known = [clock.last.day for clock in clocks if clock.last.day]
    if stated.last.day is None or stated.last.day >= min(known, default=date.max):
        return clocks
    return (*(clock for clock in clocks if clock.code != "none"), stated)


def _run(code: str, said: Said, received_on: date | None) -> Iterator[Running]:
    """A clock; of hearings each day on which there may be one: which of them holds is for the court to say."""
    days = message_days.sittings(said, received_on) if code == "hearing" and received_on else []
    if not days:
        yield _running(code, said, received_on)
    yield from (Running(code, LastDay("stated", day)) for day in days)


def _running(code: str, said: Said, received_on: date | None) -> Running:
    if received_on is None:
        last = earliest(code, Facts())
        return Running(code, last if CLOCKS[code].open else LastDay("ask-date"))
    return Running(code, earliest(code, message_days.facts(code, said, received_on)))
