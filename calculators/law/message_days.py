"""The days a message speaks of: what it says it grants, and from when it may count."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

from calculators.finance.deadlines import is_rest_day
from calculators.law.case_numbers import CLOCK_OF, CaseNumber, leading
from calculators.law.clocks import Facts, Way
from calculators.law.message_dates import (
    DAY,
    HAN,
    NUMBER,
    PART,
    TIME,
    WEEK,
    Printed,
    number,
    printed,
    settled,
)
from calculators.law.message_past import past
from calculators.law.message_receipt import days_it_came
from calculators.law.message_signs import Said, kind_words, says

_LENGTH = re.compile(
    rf"(?<![月\d{HAN}])({NUMBER})个?(工作)?[日天](?!前|止|\d|上午|下午|早上|晚|才|我|他|她|就|又|了|转|告|去|拿|取|收到的|签|[到送寄]来)"
)
_MONTHS = re.compile(rf"(?<![年\d])({NUMBER})个月")
# In which words a clause speaks of the day of a settlement.
_AGREED = r"达成|签字|签署|签订|签了|签名|生效"
# A court's room or a sitting, and none of its divisions.
_ROOM = r"(?<![家])(?<!立案)(?<!执行)(?<!速裁)(?<!民[一二三四五六])庭(?![外长里])"
# In which words a clause speaks of a clock's length or day.
_ABOUT = {
    "answer-15": r"答辩|应诉", "answer-stated": r"答辩|应诉", "evidence-stated": r"举证|证据",
    "fee-stated": r"缴费|交费|缴纳|交纳|预交|补交|受理费|诉讼费|保全费|申请费|鉴定费|评估费|公告费",
    "hearing": rf"{_ROOM}|应到|审理|传票|到院|谈话|询问|笔录|听证|证据交换|[去来到]不了|^(?:现|已)?(?:改|调|挪|换|推迟|延期|提前)期?[在到至为于]",
    "appeal-15": r"上诉", "ruling-appeal-10": r"上诉", "payment-order-15": r"异议|支付令|给付|支付|清偿",
    "preservation-review-5": r"复议", "exec-review-10": r"复议", "correction-review-10": r"复议",
    "detention-review-3": r"复议", "added-review-10": r"复议", "added-sue-15": r"起诉|之诉|诉讼",
    "arbitration-answer-stated": r"答辩|选定|举证|证据|仲裁员|提交|[回答]复|异议|意见|回避|说明|提出|预?缴|补正|确认|申请",
    "notary-reply-stated": r"回复|异议|核实|反馈|提出|说明|答复",
    "enforcement-stated": r"履行|执行|给付|支付|还款|缴纳",
    "asset-report-stated": r"报告|申报", "performance-stated": r"履行|还款|支付|付清|归还|给付|付\d|付第|付首|每月|分期|偿还|首期|[转汇付][到入至给]|前[还付]",
    "confirm-30": r"司法确认", "police-freeze-info": r"冻结|期限|止付|到期|到\d",
    "arbitration-objection": r"开庭", "confirmed-object-15": r"异议",
    "retrial-6m": r"再审", "non-enforcement-15": r"不予执行",
    "arbitration-set-aside-3m": r"撤销",
}  # fmt: skip


_LONG_AGO = date(2000, 1, 1)
"""To ask whether it names a day at all."""
_MONTHLY = re.compile(
    rf"(?:(20\d\d)年)?(?<!\d)({NUMBER})月(?:份)?(?:起|开始)[^。；]{{0,6}}每个?月的?({NUMBER})[日号]"
)


def codes(said: Said, kind: str, numbers: tuple[CaseNumber, ...]) -> Iterator[str]:
    """The clocks that a message of this kind names or starts."""
    yield from _FIXED.get(kind, ())
    if kind == "enforcement_notice" and penalty(said, numbers):
        yield from _punished(said, numbers)
    elif kind in _SUED:
        yield from _lawsuit(said, kind)
        yield from _of_served_papers(said, kind, numbers)
    elif kind == "judgment_served":
        yield from _judgment(said, numbers)
        if (numbered(numbers) or says(said, f"{_PENALTY}决定书")) and penalty(said, numbers):
            yield "detention-review-3"
    elif kind == "enforcement_notice":
        yield from _enforcement(said, numbers)
    elif kind == "account_freeze":
        yield from _freeze(said, numbers)
        if said.head and says(said, kind_words.COMPLAINT):
            yield from _lawsuit(said, "complaint_served")
    elif kind.startswith("mediation_") and says(said, kind_words.AGREED):
        yield "confirm-30"
        if _day_for("performance-stated", said, _LONG_AGO):
            yield "performance-stated"
    else:
        yield from _of_an_order(said, kind)


def _of_an_order(said: Said, kind: str) -> Iterator[str]:
    """The clocks of an order, an award or a certificate, by what it says of itself."""
    if kind == "payment_order":
        answers = says(said, _ANSWERED) and not says(said, _GRANTS)
        yield "watch" if answers else "payment-order-15"
    elif kind == "restriction_notice":
        refused = says(said, r"驳回.{0,24}(?:纠正|申请)")
        yield "correction-review-10" if refused else "correction-open"
        yield from _enclosed(said)
    elif kind == "mediation_document":
        if says(said, kind_words.CONFIRMED):
            yield "confirmed-object-15"
        yield "performance-stated"
    elif kind == "arbitration_award" and (
        _has_days("performance-stated", said) or _instalment(said, _LONG_AGO)
    ):
        yield "performance-stated"
    elif kind == "arbitration_notice" and _day_for("hearing", said, _LONG_AGO):
        yield "hearing"
    elif kind == "notary_certificate":
        done = says(said, "执行证书") and not says(said, "核实|[回答]复|异议|申请出具|反馈")
        stated = _has_days("notary-reply-stated", said)
        yield "watch" if done and not stated else "notary-reply-stated"


# A fine or a detention: decided in these words, not only threatened, and not lifted. A condition begins its
# clause or says what is left undone: within a name, or in words such as 如期, it is none.
_IF = r"(?:(?:^|(?<=[，。；:：、（(但而]))(?:[如若](?![期数约实下上此今前某]|不服|干)|如果|倘)|[如若](?:果|再|仍|有|未|[你您]|拒|逾|违|继|还|敢|不(?!服)))"
_PENALTY = "(?:拘留|罚款)"
_DECIDED = rf"决定(?!是否|(?:予以|对[^。，；]{{0,8}})?(?:提前)?(?:解除|撤销|变更))[^。，；]{{0,24}}{_PENALTY}|{_PENALTY}(?:、{_PENALTY})?的?决定书?"
_HOW_MUCH = rf"{_PENALTY}(?:人民币)?[\d零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]"
_WOULD = re.compile(
    r"(?:将|(?<!员)会|可以?|可能|有权|考虑|拟|要|让)(?:依法|会|要|作出|被|再|[本我法]院|[给对把][^，。；]{0,6}){0,3}$"
    r"|(?:不|逾期|敢|一旦)[^。；]{0,12}就(?:依法|会|要|作出|被|再|[本我法]院|[给对把][^，。；]{0,6}){0,3}$"
    rf"|(?:再不|{_IF}|不然|要是)[^。；]{{0,24}}$|否则(?![^。；]{{0,24}}，(?:并|现|已|同时|另))[^。；]{{0,24}}$"
    r"|(?:曾经?|此前，?|之前，?)(?:已|依法|因[^，。；]{0,12}|于[^，。；]{0,12}|被|[本我法]院|多次|两次|作出|[给对把][^，。；]{0,8}){0,4}$"
    r"|曾因[^。；]{0,20}被[^，。；]{0,6}$"
)
_IS_DONE = re.compile("[你您他她]?了")
_LIFTED = rf"(?:解除|撤销|变更)[^。，；]{{0,12}}{_PENALTY}"
_LIFTS = rf"(?:解除|撤销)[^。，；]{{0,30}}{_PENALTY}[^。，；]{{0,4}}(?:决定书|通知书|证明)|决定(?:予以|对[^。，；]{{0,8}})?(?:提前)?{_LIFTED}"
_IF_DONE = re.compile(r"(?:将|可以?|申请|请求|不|[后的]，?(?:[本我法]院)?)$")
_REVIEWED = r"复议决定书|驳回[^。，；]{0,12}复议"
_ORDERED = r"执行通知|财产令|责令"


def penalty(said: Said, numbers: tuple[CaseNumber, ...]) -> bool:
    """Whether it is a court's decision to fine or detain somebody, which has a review of its own.

    What lifts one is none; that it will be lifted once something is done leaves it one.
    """
    if says(said, _REVIEWED) or _without(said, _LIFTS, _IF_DONE):
        return False
    of_its_own = numbered(numbers)
    if _without(said, f"{_DECIDED}|{_HOW_MUCH}" if of_its_own else _DECIDED, _WOULD):
        return True
    return of_its_own and not says(said, _LIFTED)


def numbered(numbers: tuple[CaseNumber, ...]) -> bool:
    """Whether it bears a number of those that only a fine or a detention has."""
    return any(n.code == "司惩" for n in numbers)


# What may still be appealed grants it; that somebody appealed, or did not, is told.
_GRANTS_APPEAL = (
    r"[如若][^，。；]{0,12}不服[^。]{0,40}上诉|不服[^，。；]{0,10}[的者]，?[^。；]{0,40}上诉|(?:可(?!能)|有权)[^。，；]{0,30}上诉(?!期)"
    r"|(?<!未在)(?:十五|15)[日天](?:之|以)?内，?[^。，；未没不]{0,24}上诉(?![期后时的])"
)


def appealable(said: Said) -> bool:
    """Whether a judgment came with it that may be appealed."""
    return says(said, "判决书") and says(said, _GRANTS_APPEAL)


def _is_small(said: Said) -> bool:
    """Whether the short procedure for small claims holds, whose judgment has no appeal."""
    return _without(said, _SMALL_CLAIM, _NOT_SMALL) and not says(said, _LEFT_SMALL)


def _without(said: Said, words: str, before: re.Pattern[str]) -> bool:
    """Whether a sentence holds these words with none of `before` in front of them; 就 before what is done is none."""
    for sentence in said.sentences:
        for match in re.finditer(words, sentence):
            done = _IS_DONE.match(sentence[match.end() :])
            head = sentence[: match.start()].removesuffix("就" if done else "")
            if not before.search(head):
                return True
    return False


def _punished(said: Said, numbers: tuple[CaseNumber, ...]) -> Iterator[str]:
    """Of a decision to fine or detain: its review, and what came in the same envelope."""
    yield "detention-review-3"
    yield from _ordered_too(said)
    if _day_for("hearing", said, _LONG_AGO):
        yield "hearing"
    if appealable(said):
        yield from _judgment(said, numbers)


def _ordered_too(said: Said) -> Iterator[str]:
    """What an execution notice in the same paper or envelope orders within so many days."""
    if says(said, _ORDERED):
        ordered = ("enforcement-stated", "asset-report-stated")
        yield from (code for code in ordered if _has_days(code, said))


def _enclosed(said: Said) -> Iterator[str]:
    """What papers in the same envelope as a restriction order, whether or not their days are told."""
    listed = {
        "enforcement-stated": rf"执行通知书?{_AND}|{_AND}执行通知书",
        "asset-report-stated": rf"财产令{_AND}|{_AND}报告财产令",
    }
    told = {*_ordered_too(said)}
    yield from (code for code, words in listed.items() if code in told or says(said, words))


_AND = "[、，及和与]"
_SUED = ("complaint_served", "court_service", "court_hearing", "court_fee_notice", "court_filing")
# The days that a judgment leaves for paying are none for an appeal.
_APPEALS = ("appeal-15", "ruling-appeal-10")
_TO_PAY = re.compile(r"内?[^，,]{0,4}(?:还|付|履行|缴|交(?!上诉))")
_BEGINS = ("hearing", "arbitration-objection")
# A parcel that was sent is no service yet; what can be opened on a screen may be.
_TO_PROVE = r"举证|(?:提[交供]|补充|补交|交)[^。，]{0,8}证据"
# The short procedure where it is said to hold: no lender's name, and none that was left or refused.
_SMALL_CLAIM = r"小额(?:诉讼(?!标的)|程序|速裁|案)"
_NOT_SMALL = re.compile(
    r"(?:不|未|非|无|没有|是否|[能可]否|要求|请求|申请|建议|异议|原(?!告)|曾|[如若])[^，。；]{0,12}$"
)
_LEFT_SMALL = r"(?:转[为入成]?|改[为用]|变更为)[^，。；]{0,4}(?:适用)?(?:普通|简易)程序"
_BY_SCREEN = r"电子送达|链接|https?:|平台|在线服务|小程序|已.{0,6}签收"
# What a court says of an objection against its order: no order is served by that, and no fifteen days begin.
_ANSWERED = r"异议[^。，；]{0,8}(?:不成立|成立)(?!的)|驳回[^。，；]{0,16}异议(?!的)|异议[^。，；]{0,8}(?:已|予以)[^。，；]{0,4}(?:收到|收悉|受理|驳回)|已收到[^。，；后如可]{0,16}异议|撤回[^。，；]{0,8}(?:支付令|申请)(?!的)|终结督促程序"
_GRANTS = r"(?:十五|15)[日天]内|(?:给付|清偿|支付)[^。]{0,24}\d元"
# Papers that can be opened on a screen count as served from that day: which they are is not known, so it is the first.
_SERVED = r"号[^，。；]{0,6}(?:已|成功|请)[^，。；]{0,6}(?:送达|签收|查收|查看)|(?:文书|材料)[^。]{0,60}(?:送达|签收|查收|查看|查阅|下载)|(?:送达|签收|查收|查看|查阅|下载)[^。]{0,24}(?:文书|材料)"
_NOT_YET = r"另行|以便|回复[^。，]{0,8}(?:地址|姓名)|地址确认|寄出|寄往|邮寄|寄送|(?<![a-z])EMS|快递|将(?:于|在|向|通过)|传票|变更|笔录|调解书"
_FIXED = {
    "mediation_pretrial": ("watch",),
    "arbitration_notice": ("arbitration-answer-stated", "arbitration-objection", "arbitration-refuse-online"),
    "arbitration_award": ("arbitration-set-aside-3m",),
}  # fmt: skip


def _lawsuit(said: Said, kind: str) -> Iterator[str]:
    served = says(said, kind_words.COMPLAINT) and not says(said, kind_words.WILL_SERVE)
    posted = (
        says(
            said,
            r"(?:已|将)?.{0,4}(?:寄出|邮寄|寄送|EMS|快递|专递.{0,6}(?:寄|投|派)|投递|派送|待取)",
        )
        and said.channel == "sms"
    )
    if says(said, "公告") and said.channel == "web":
        yield "announcement-30"
    if kind == "court_fee_notice":
        yield "fee-stated"
    if served and not (posted and not says(said, _BY_SCREEN)):
        short = _is_small(said)
        yield "answer-stated" if short else "answer-15"
        if says(said, "举证"):
            yield "evidence-stated"
    elif says(said, _TO_PROVE) and _day_for("evidence-stated", said, _LONG_AGO):
        yield "evidence-stated"
    if kind == "court_hearing" or says(said, kind_words.HEARING) or sits(said):
        yield "hearing"


# Where and for what one has to be there, in words that need a day and an hour beside them.
_THERE_FOR = rf"审判庭|法庭|[{HAN}\d]号?庭|[的那]个?庭|证据交换|庭前会议|听证|询问|谈话|笔录|[去来到]不了|开不[了成]"
_AT_AN_HOUR = rf"[日号天一二三四五六](?:的|\s|[(（][^()（）]{{0,6}}[)）])?(?:{TIME}|{PART})|\d[ ，]\d{{1,2}}:\d\d|[的那]个?庭|开不[了成]|的(?:谈话|询问|听证)"


def sits(said: Said) -> bool:
    """Whether it names a day and an hour to be in court, in whatever words."""
    told = says(said, _THERE_FOR) and says(said, _AT_AN_HOUR)
    return told and _day_for("hearing", said, _LONG_AGO) is not None


def sittings(said: Said, received_on: date) -> list[date]:
    """Every day that it names for being in court, the first one first."""
    told = _told_of("hearing", said, received_on)
    came = _served(said, received_on, "hearing")
    found = [span for span in _about("hearing", said, came) if span.day not in told]
    named = [span.day for span in found if span.sort != "weekday"]
    asked_for = _asked_for(said, came) if says(said, _MOVED) else ()
    days = {*(named or [span.day for span in found]), *asked_for}
    return sorted(days)[:_MOST_SITTINGS]


def _asked_for(said: Said, near: date) -> Iterator[date]:
    """The days to which it speaks of moving a hearing, granted or not."""
    for sentence in said.sentences:
        if re.search(_ABOUT["hearing"], sentence):
            if _BY_REQUEST.search(sentence) and not _ON_CONDITION.search(sentence):
                yield from (day for _, _, day in _shifts(sentence, near) if day >= near)
            for clause in _CLAUSE_ENDS.split(sentence):
                for span in () if _NO_HEARING.search(clause) else printed(clause, near):
                    if span.day >= near and _MOVES_TO.search(clause[: span.start]):
                        yield span.day


_NO_HEARING = re.compile("举证|证据|答辩|[缴交]|宣判")
_MOVES_TO = re.compile(r"(?:改|变更|延期?|调整?|推迟|推|提前|挪|换)期?[到至为在于]了?$")


_MOST_SITTINGS = 4


def _of_served_papers(said: Said, kind: str, numbers: tuple[CaseNumber, ...]) -> Iterator[str]:
    """The clock of a court's notice that names no paper: the number's, if they can be opened at once."""
    if kind not in ("court_service", "court_filing") or "answer-" in " ".join(_lawsuit(said, kind)):
        return
    by_number = [CLOCK_OF.get(leading(number.code), "watch") for number in numbers if number.code]
    opened = kind == "court_service" and says(said, _SERVED) and not says(said, _NOT_YET)
    clocks = [clock for clock in by_number if clock in ("answer-15", "payment-order-15")]
    if opened and clocks and said.channel not in ("paper", "letter", "call"):
        yield from clocks
    elif not says(said, kind_words.HEARING):
        yield "watch"


# Of the rulings only three may be appealed: a suit not taken, jurisdiction, a suit rejected (Civil Procedure Law art. 157).
_CORRECTED = r"补正|笔误|更正"
_ENDED = rf"撤诉|撤回起诉|终结诉讼|{_CORRECTED}"
_UNAPPEALED = rf"{_ENDED}|(?:解除|解封)[^，。；]{{0,20}}(?:保全|查封|扣押|冻结)|中止|移送|转为|转入|适用(?:普通|简易)程序|恢复审理|先予执行|延长"
_APPEALED = (
    r"可[^。，]{0,30}(?:上诉|递交上诉状)|管辖[^。，]{0,8}异议|驳回[^。，]{0,16}起诉|不予受理"
)


# What a ruling secures or has paid in advance has a review within five days (interpretation art. 171).
_SECURED = r"保全|查封|扣押|冻结|先予执行"
_RELEASED = r"(?:解除|解封|撤销)[^。，；]{0,20}(?:保全|查封|扣押|冻结|先予执行)(?![之以]?[前后]|的[，；]|[^，。；]{0,4}申请)"


# What will be, may be or is asked to be released, or would be if something is done, is secured still.
_IF_RELEASED = re.compile(
    r"(?:将|可|申请|请求|不|应|有权|要求|会|能|需|自动|自行|[如若])[^，。；:]{0,10}$|(?:的(?:情[况形]下?)?|前|后)，?(?:[本我]院)?[^，。；:]{0,12}$"
)


def _secures(said: Said, numbers: tuple[CaseNumber, ...]) -> bool:
    """Whether a ruling secures, or has paid in advance, and is none that may be appealed."""
    by_number = any(leading(n.code) in ("财保", "执保") for n in numbers)
    secures = by_number or says(said, _SECURED)
    return secures and not _releases(said) and not says(said, _APPEALED)


def _releases(said: Said) -> bool:
    """Whether a ruling gives free what was secured, or ends the suit."""
    return _without(said, rf"{_RELEASED}|{_ENDED}", _IF_RELEASED)


_SECURED_TOO = (
    rf"{_AND}(?:另?附)?(?:财产)?保全的?(?:民事)?裁定|附[^，。；]{{0,6}}保全的?(?:民事)?裁定"
)


# A judgment that is in force already: said of the paper itself, and of none that may still be appealed.
_NO_APPEAL_LEFT = (
    r"(?:发生法律效力|生效|未上诉|过上诉期)的?(?:法律文书)?证明|(?:自动|主动)履行(?:告知|提示|提醒|通知)书?|上诉[^。，；]{0,6}(?:逾期|过期|超期|超过)|(?:逾期|超过?[^。，；]{0,8}(?:期限|期))[^。，；]{0,6}上诉"
    r"|上诉期限?(?:均|都)?(?:(?:已|业)经?(?:届满|过|满|经过|结束)|(?:届满|过|满|经过|结束)(?!后|之|以|前|次|的|[^，。；]{0,4}日内))|(?:未|没有?|不)(?:在[^。，；]{0,12})?(?:提起|提出)?上诉[^。]{0,24}生效|自动撤回上诉|准许[^。，；]{0,10}撤回上诉"
)
_SAID_IN_FORCE = r"(?:判决|案件|调解|文书)[^。，；]{0,24}(?:已|业)(?:经)?(?:于[^。，；]{0,12})?(?:发生法律效力|产生法律效力|生效)(?!后)|判决书?(?:已?于[^。，；]{0,12}(?:发生法律效力|生效)(?!之|后)|生效了)"
_WHEN_IN_FORCE = r"判决(?:发生法律效力|生效)(?:后|之日|以后|的?第)"
_MAY_APPEAL = r"如?不服[^。]{0,40}上诉|可[^。，]{0,30}(?:上诉(?!期)|递交上诉状)"
_TAKES_EFFECT = re.compile("生效|法律效力")


def in_force(said: Said) -> bool:
    """Whether the judgment that it speaks of can no longer be appealed.

    A judgment cites others that are in force, and says what is due once it is: such a one may be appealed.
    """
    told = says(said, _SAID_IN_FORCE) and not says(said, _WHEN_IN_FORCE)
    return (told or says(said, _NO_APPEAL_LEFT)) and not says(said, _MAY_APPEAL)


def effective_on(said: Said, received_on: date) -> date | None:
    """The day from which it says that the judgment is in force."""
    clauses = (clause for clause in said.clauses if _TAKES_EFFECT.search(clause))
    return min((day for c in clauses for day in _days(c, received_on)), default=None)


def _of_one_in_force(said: Said) -> Iterator[str]:
    """Of a judgment in force: what it wants done, what comes next, and the retrial if its day is told."""
    yield "performance-stated"
    yield "watch"
    if says(said, "撤回上诉") or effective_on(said, _LONG_AGO):
        yield "retrial-6m"


def _judgment(said: Said, numbers: tuple[CaseNumber, ...]) -> Iterator[str]:
    if said.channel == "web" and says(said, "公告"):
        yield "announcement-30"
    if any(n.code.startswith("民辖") for n in numbers) and says(said, "终"):
        return
    if says(said, r"终结督促程序|支付令[^。]{0,6}失效") or any(n.code == "民督" for n in numbers):
        yield "watch"
        return
    ruled = says(said, "裁定") and (not says(said, "判决") or says(said, _CORRECTED))
    if ruled and _takes(said, numbers) and not says(said, _APPEALED):
        yield from _enforcement(said, numbers)
        return
    if ruled and _secures(said, numbers):
        yield "preservation-review-5"
        return
    if ruled and says(said, _UNAPPEALED) and not says(said, _APPEALED):
        if not says(said, _ENDED):
            yield "watch"
        return
    secured = says(said, _SECURED_TOO) or (says(said, "保全") and says(said, "复议"))
    if not ruled and secured:
        yield "preservation-review-5"
    if in_force(said):
        yield from _of_one_in_force(said)
        return
    short = (_is_small(said) or says(said, "终审")) and not says(said, _GRANTS_APPEAL)
    final = short or any(n.code == "民终" for n in numbers)
    if final:
        yield "performance-stated"
        yield "retrial-6m"
    elif says(said, "裁定") and not says(said, "判决"):
        yield "ruling-appeal-10"
    else:
        yield "appeal-15"


# An objection that is still heard has no ruling yet, and a review that is over has none above it.
_HEARD = r"听证|开庭|谈话|立案|受理|登记|合议庭|补正|补充材料|通知书"
_RULED = r"裁定|驳回|不成立|不服|复议"
# Whoever is made a debtor of the enforcement asks for a review within ten days, or in some cases sues within fifteen.
_ADDED = r"(?:变更|追加)[^。；]{0,24}被执行人"
# That somebody sued is told of; that whoever was added may sue is granted, and only then the longer time is theirs.
_SUIT = r"(?:起诉(?![状书后期])|提起[^，。；]{0,12}诉)"
_MAY_SUE = (
    rf"(?:可(?![供能])|有权|应当?|须|(?<!申)请(?![人求]))[^，。；未没]{{0,30}}{_SUIT}|[如若][^，。；]{{0,12}}不服[^。；未没]{{0,40}}{_SUIT}"
    rf"|不服[^，。；]{{0,10}}[的者]，?[^。；未没]{{0,40}}{_SUIT}|(?:十五|15)[日天](?:之|以)?内，?[^，。；未没]{{0,24}}{_SUIT}"
)


# On these grounds it is a suit (article 32); where the ruling names no way, the shorter days of the other hold too.
_TO_SUE = r"股东|出资|发起人|有限合伙人|一人(?:有限)?(?:责任)?公司|股权|清算|注销|第十四条第二款|第(?:十[七八九]|二十一?)条"


def _enforcement(said: Said, numbers: tuple[CaseNumber, ...]) -> Iterator[str]:
    codes = {leading(n.code) for n in numbers}
    ruled = says(said, r"执行异议.{0,12}(?:驳回|裁定)|驳回.{0,10}异议(?!的?申请)")
    if "执复" in codes or (codes & {"执异"} and says(said, _HEARD) and not says(said, _RULED)):
        yield "hearing" if _day_for("hearing", said, _LONG_AGO) else "watch"
        return
    if says(said, _ADDED) and says(said, "裁定"):
        sue, review = says(said, _MAY_SUE), says(said, "复议")
        yield from ("added-sue-15",) if sue or (says(said, _TO_SUE) and not review) else ()
        yield from ("added-review-10",) if review or not sue else ()
        yield from _ordered_too(said)
        return
    if "执异" in codes or ruled:
        yield "exec-review-10"
        return
    if says(said, r"仲裁裁决|裁决书|执行证书|公证债权"):
        yield "non-enforcement-15"
    yield "enforcement-stated"
    if says(said, r"报告财产|财产报告|申报财产|财产申报"):
        yield "asset-report-stated"


# What an enforcement takes, it takes for a judgment: no five days of a preservation, and no appeal.
_TAKES = r"执行裁定|划拨|扣划"


def _takes(said: Said, numbers: tuple[CaseNumber, ...]) -> bool:
    """Whether a ruling is an act of enforcement, and secures nothing for a suit."""
    codes = {leading(n.code) for n in numbers}
    enforces = codes & {"执", "执恢"} or says(said, _TAKES)
    return bool(enforces) and not codes & {"执保", "财保", "民初"} and not says(said, "保全")


def _freeze(said: Said, numbers: tuple[CaseNumber, ...]) -> Iterator[str]:
    if says(said, r"公安|刑侦|派出所|反诈|警方"):
        yield "police-freeze-info"
    elif says(said, r"裁定") and _takes(said, numbers):
        yield from _enforcement(said, numbers)
    elif says(said, r"裁定") and not _releases(said):
        yield "preservation-review-5"
    else:
        yield "watch"


def facts(code: str, said: Said, received_on: date) -> Facts:
    """What the message says for this clock; the earliest day that it may have been served."""
    came = _served(said, received_on, code)
    if code == "message-stated":
        return _of_the_message(said, came, _told_of(code, said, received_on))
    if code == "retrial-6m" and in_force(said):
        came = min(came, effective_on(said, received_on) or came)
    way: Way = "announcement" if said.channel == "web" and says(said, "公告") else "unknown"
    stated = _day_for(code, said, came, apart=_told_of(code, said, received_on))
    days = None if code in ("hearing",) else _days_for(code, said)
    if code == "performance-stated":
        stated = min((day for day in (stated, _instalment(said, came)) if day), default=None)
    months = _months(said) if code == "police-freeze-info" else None
    if code == "announcement-30":
        days = None
    if days and code not in _BEGINS and _is_of_working_days(code, said, days):
        end, days = _after_working_days(came, days), None
        stated = min(stated, end) if stated else end
    return Facts(
        received_on=came, way=way, stated_days=days, stated_months=months, stated_on=stated
    )


# A length, and a day, that are set to whoever reads: so long from when it came, or by that day.
_SET = r"收到|送达|接到|签收|领到|领取|接通知|请|应|[须需]|限|可|必须|务必|希|望|逾期|自|提前"
_LENGTH_SET = re.compile(
    rf"(?:{_SET})[^。；]{{0,30}}?(?<![月\d{HAN}])(?P<count>{NUMBER})个?(?P<working>工作)?[日天](?:之|以)?内"
)
_DAY_SET = re.compile(
    r"(?:请|限|应|[须需]|务必|必须|最[迟晚]|截止|定于|通知[你您]|传唤)[^，。；将]{0,16}$"
)
_BY = re.compile(r"(?:[^，。；]{0,8}?(?:前|之前|以前|止|截止)|[^，。；]{0,14}(?:到(?![期账])|来))")
# What the other side, the court itself or the law's course does, and what hangs on another day.
_OTHERS = re.compile(
    r"(?<!被)(?:申请人|申请执行人)(?![对有如])|(?<!被)上诉人|原告|[本我]院(?:将|应|已|于|会|收)|调解员|合议庭将|生效|公告|至今|认为|查明|承诺|视为(?!撤|放弃)|拍卖|变卖|起诉状之日|冻结|期间|发生法律|作出之日|起诉|公司|银行|快递|邮政|支局|揽投|单号|裁定后|另行|付清之日"
)
# What the post sets to fetch a letter is no court's day; of what was only sent nothing has begun.
_BY_POST = r"中国邮政|邮局|单号|揽投|支局"
_SENT = r"寄出|邮寄|寄送|EMS|快递|专递|另行"
_SITS = re.compile("开庭|庭审|[到出]庭")
_TO_DO = re.compile(
    r"提[出交起供]|申请|[答回]复|回应|异议|说明|意见|缴|交|到|领取|履行|报告|申报|选定|告知|联系|补正|补充|确认|签|[搬迁腾]|来|预约|登录|参加|提取|查阅|阅卷|回避|质证|鉴定|复议|配合|查看|办理"
)


def _of_the_message(said: Said, came: date, apart: Collection[date]) -> Facts:
    """What it sets the reader in whatever words: the shortest length, the earliest day."""
    if says(said, _BY_POST):
        return Facts()
    lengths, days = [], []
    sits = any(span.sort != "weekday" for span in _about("hearing", said, came))
    sent = said.channel in ("sms", "call", "wechat") and says(said, _SENT)
    for sentence in said.sentences:
        for part in re.split("[；;]", sentence):
            if not sent:
                lengths += [found for found in _lengths_set(part) if 1 <= found[0] <= 365]
            spans = _days_set(_standing(said, part, came), came)
            days += [
                s.day
                for s in spans
                if s.day >= came and s.day not in apart
                if not (sits and s.sort == "weekday" and _SITS.search(part))
            ]
    days += [_after_working_days(came, count) for count, working in lengths if working]
    counted = min((count for count, working in lengths if not working), default=None)
    return Facts(received_on=came, stated_days=counted, stated_on=min(days, default=None))


def _lengths_set(part: str) -> Iterator[tuple[int, bool]]:
    """Each length within which the reader is to do something, and whether it is of working days."""
    for match in _LENGTH_SET.finditer(part):
        clause = re.split("[，,：:、]", part[: match.end()])[-1]
        after = part[match.end() : match.end() + 30]
        sets = _TO_DO.search(clause + after) and not _is_a_life(part, match)
        if sets and not _OTHERS.search(clause):
            yield number(match["count"]), bool(match["working"])


def _days_set(part: str, near: date) -> Iterator[Printed]:
    """Each day by which, or on which, the reader is to do something."""
    for clause in re.split(rf"{_CLAUSE_ENDS.pattern}|(?<!\d):|:(?!\d\d)", part):
        if _OTHERS.search(clause):
            continue
        for span in _spans(clause, near):
            before, after = clause[: span.start], clause[span.end :]
            by = _BY.match(after) or re.search("定于|限", before)
            set_so = span.sort != "date" or (_DAY_SET.search(before) and by)
            if set_so or _THERE.match(after):
                yield span


def _served(said: Said, received_on: date, code: str) -> date:
    """An earlier day on which somebody signed, or that an announcement bears, comes first."""
    return min(_days_it_came(said, received_on, code))


def _days_it_came(said: Said, received_on: date, code: str) -> set[date]:
    """Every day that it says it came on, or was agreed on, and the day of receipt."""
    if code == "confirm-30":
        agreed = (clause for clause in said.clauses if re.search(_AGREED, clause))
        days = {day for c in agreed for day in (*_days(c, received_on), *past(c, received_on))}
        days.add(received_on)
    else:
        days = days_it_came(said, received_on, code)
    if said.channel == "web" and says(said, "公告"):
        days |= {day for day in _days(said.text, received_on) if day <= received_on}
    return {day for day in days if 0 <= (received_on - day).days <= 120}


def _told_of(code: str, said: Said, received_on: date) -> set[date]:
    """The days that only tell when it came: none of them is one to act by."""
    return days_it_came(said, received_on, code) - {received_on}


def _day_for(
    code: str, said: Said, near: date, apart: Collection[date] = frozenset()
) -> date | None:
    """The first day for this clock; a bare weekday only where nothing else says one."""
    found = [span for span in _about(code, said, near) if span.day not in apart]
    named = [span.day for span in found if span.sort != "weekday"]
    return min(named or [span.day for span in found], default=None)


def _about(code: str, said: Said, near: date) -> list[Printed]:
    """Every day from `near` on that the message names for this clock."""
    words = _ABOUT.get(code, "")
    begins = code in _BEGINS
    found: list[Printed] = []
    for sentence in said.sentences if words else ():
        if not re.search(words, sentence):
            continue
        text = _standing(said, sentence, near) if begins else settled(sentence, near)
        for clause in _with_words(text, words, near):
            if not (code == "police-freeze-info" and re.search(_TO_COME, clause)):
                found += _spans(clause, near, ending=not begins, timed=begins)
    return [span for span in found if span.day >= near]


def _with_words(sentence: str, words: str, near: date) -> list[str]:
    """The clauses that speak of it, else their neighbours too, where the day often stands.

    With a clause that has a day of its own goes the one before it that is nothing but another day.
    """
    clauses = _CLAUSE_ENDS.split(sentence)
    spoken = [n for n, clause in enumerate(clauses) if re.search(words, clause)]
    own = [n for n in spoken if DAY.search(clauses[n]) or [*_spans(clauses[n], near)]]
    if own:
        return [_with_listed(clauses, n, near) for n in own]
    near_by = {m for n in spoken for m in (n - 1, n, n + 1) if 0 <= m < len(clauses)}
    return [clauses[n] for n in sorted(near_by)]


def _with_listed(clauses: list[str], n: int, near: date) -> str:
    """The clause with those right before it that are nothing but another day of the same list."""
    whole = clauses[n]
    for clause in reversed(clauses[:n]):
        day = next(reversed(printed(clause, near)), None)
        if not (day and _ALONE.search(clause[: day.start]) and _HOUR.fullmatch(clause[day.end :])):
            break
        whole = f"{clause}，{whole}"
    return whole


_CLAUSE_ENDS = re.compile(rf"[；;]|，(?!\s?{TIME})|,(?!\d{{3}})|、(?!\d|[本这下明后周])")
_ALONE = re.compile("(?:定于|于|时间:?|^)$")
_HOUR = re.compile(rf"\s?(?:{TIME})?")
_THERE = re.compile(
    rf"，?\s?(?:{TIME}|{PART})\s?(?:请|务必|准时|按时){{0,3}}(?:[到来去][^，。；]{{0,8}}(?:院|庭|执行局)|谈话)"
)
# What a word for a day is the day of: of being there, or of having done it by then. What the post does is none.
_HAPPENS = re.compile(
    r"开庭|庭审|[到出]庭|听证|谈话|询问|应到|宣判|(?<![收接送寄等找遇])[到来去](?:[签领取拿交办]|[^，。；]{0,8}(?:(?<!医)院|法?庭|执行局|服务中心|我们|我这|这[边里儿]))|过来"
)
_HAPPENED_AT = re.compile(
    r"(?:的庭|开庭|庭审|听证|谈话|应到|到庭)[^，。；]{0,10}$|(?:届满日?|截止|期限|最[晚迟])[为是至到于在:]{0,2}$"
)
_OFFICE = re.compile(r"(?:咨询|接待|办公|工作|上班|对外)[^，。；]{0,8}$")
_BY_THEN = re.compile(rf"(?:下班|{TIME}|{PART})?(?:之|以)?前(?!台)")
_IN_THE_POST = re.compile(r"寄|邮|快递|收到|送[达来到](?!回证)")
_MOVED = r"改期|变更|延[期后]|顺延|调整|推迟|提前|取消|改[为到至在]|[调挪换移推].{0,2}[到至为在]|撤销|作废|停开|不开|开不|不是|[并而]非|无法|不能"
"""A day on which it was to be, before it was put off to another."""
_PUT_OFF_BEFORE = re.compile(
    r"(?:原(?![告审判因件])|本来)(?:来?定|安排|计划)?(?:于|在)?[^，。]{0,6}$"
)
_GAP = "[^，。；、)）不未没无非否如若申可或能勿多曾屡]"
_SITTING = rf"\s?(?:{TIME})?的?{_GAP}{{0,6}}?(?:开庭|庭审|庭|听证|谈话)"
_TO_MOVE = "(?:改|变更|延期?|调整?|推迟|推|提前|挪|换|移)"
_PUT_OFF_TO = re.compile(
    rf"(?![^。；]*(?:举证|证据|答辩|[缴交]|宣判|申请|请求|要求|本案|另案|另一|，[^。；]*(?:(?<!不)开庭|庭审|谈话|听证|询问)|[如若想]|是否|能否|可[以能]|(?:不|没有?|未)(?:再|能|会|得|予)?{_TO_MOVE}))"
    rf"[^。；]{{0,30}}?{_TO_MOVE}[期开]?(?:[到至为在于成]了?|了[到至为在于成]?)?"
)
_LATER_THAT_DAY = rf"[至到为在于]*(?:同日|当[日天]|(?:{TIME}|{PART}))|[^，。；\d]{{0,2}}(?:半个?|{NUMBER}个?半?)(?:小时|钟头|分钟?|刻)|一?会儿?"
_WHAT_SITS = "开庭|庭审|庭|听证|谈话|询问|传票"
# A cause of action is no act: 撤销权纠纷, 变更抚养关系纠纷, 第三人撤销之诉.
_CAUSE = re.compile(
    r"(?:撤销|变更|解除|取消|更正)(?:权|之诉|[^，。；\d]{0,12}?(?:纠纷|之诉|(?<![本该此])一?案(?![件号])))(?:纠纷)?(?:一?案)?"
)
_HELD = re.compile(_SITTING)
_CALLED_OFF = re.compile(
    rf"{_SITTING}(?:(?![要想拟]){_GAP}){{0,4}}(?:取消|改期|延[期后]|推[迟后])(?!{_LATER_THAT_DAY}|[的之]?申请|的?请求|举证|答辩|[提缴交还付])"
    rf"(?=了?(?:(?:{NUMBER})个?(?:[天日月]|{WEEK}))?(?:$|[，。；：:（()）了吧]|[到至为在于]|再?开|举行|审理|进行|通知|并|另|，))(?![^。；]{{0,12}}(?:(?<![无不])[须需]|请?书面|写申请|同意才|宣判))"
)
_CANCELS = re.compile(r"(?:取消|撤销|停开)了?原?(?:来|先)?定?[于在]?$")
# In these words only where another day is named too: else it is not sure what holds.
_NOT_THIS = re.compile(r"(?<!是)(?:不是|[并而]非)(?:原定)?[于在的]?$")
_CANNOT_BEFORE = re.compile(r"(?:无法|不能|不再|不)再?[于在]$")
_IF_SO = re.compile("(?:[如若](?!期)|要是|万一)[^，。；]{0,12}$")
_WHO_CANNOT = re.compile("[如若你您]|[被原]告|当事人|代理人|律师|双方")
_CANNOT_SIT = re.compile(rf"\s?(?:{TIME})?的?(?:如期|按期|准时)?(?:开庭|庭审|听证|审理|进行|举行)")
_OFF_AFTER = re.compile(
    rf"\s?(?:{TIME})?(?![^，。；]*(?:[如若]|是否|可能|申请|不会|没有|并?未))(?:[^，。；]{{0,14}}?(?:不能?再?开(?:庭|了)|开不[了成]|(?:无法|没法)开)"
    rf"|的?[那这]?[个场次]?(?:{_WHAT_SITS})?(?:时间|安排)?(?:已经?|现|被|予以|全部|因[^，。；]{{0,8}}){{0,3}}(?:取消|撤销|作废|停开)(?=了|$|[，。；]))"
)
# A day stands where nobody moved it: it was refused, or asked for and not granted.
_MOVE = r"(?:取消|延期|改期|变更|推迟|调整|提前|改[到至为在]|[改变])"
_NO_MOVE_BEFORE = re.compile(
    rf"(?:不|没有?|并?未|尚未|拒绝|无法)(?:再|能|会|得|可|予|获|被|宜)?以?(?:同意|准许?|批准|允许|支持|将|把|{_MOVE})[^，。；]{{0,14}}$|驳回[^，。；]{{0,14}}$"
)
_REFUSED = re.compile(
    r"[^。；]{0,24}?(?:(?:不|没有?|并?未|尚未|拒绝)(?:能|会|予|获|被|宜)?以?(?:同意|准许?|批准|允许|支持|通过)(?=[，。；)）你您该其此这上延改变推]|的?申请|$)|驳回)"
)
_NO_MOVE_AFTER = re.compile(
    rf"[^。；]{{0,16}}(?:(?:不|没有?|并?未|尚未)(?:再|能|会|得|予|作|做)?{_MOVE}|照常|照旧|如期)"
)
_ASKED_TO_MOVE = re.compile(r"(?<![应依据经])(?:申请|请求|要求|希望|想|提出|建议)[^，。；]{0,8}$")
_AT_REQUEST = re.compile(r"(?:应|依|据|经|因|鉴于)[^，。；]{0,10}(?:申请|请求|要求)[^，。；]{0,8}$")
_GRANTED = (
    r"(?<![不未没获予会有能否如你您])(?:准许|准予|批准|照准|同意)(?!.{0,4}(?:调解|送达|电子))"
)


def _standing(said: Said, sentence: str, near: date) -> str:
    """The sentence without the days that were put off, and each day by one name."""
    text = settled(_CAUSE.sub("□", sentence), near)
    if _SHIFTS.search(text):
        text = _shifted(text, near)
    found = printed(text, near)
    moves = says(said, _MOVED)
    for n in reversed(range(len(found))):
        before, after = text[: found[n].start], text[found[n].end :]
        until = found[n + 1] if n + 1 < len(found) else None
        if _is_a_limit(said, before, text[found[n].start : found[n].end], after) or (
            moves and _was_moved(said, text, found[n], until)
        ):
            text = before + after
    return text


def _was_moved(said: Said, text: str, span: Printed, until: Printed | None) -> bool:
    """Whether a hearing was put off from this day; `until` is the day that is named next."""
    before, after = text[: span.start], text[span.end :]
    between = after[: until.start - span.end] if until else after
    moved = bool(until) and _PUT_OFF_TO.fullmatch(between) and not _IF_SO.search(before)
    if _cannot_sit(before, after):
        return _another(said, span)
    called_off = _CALLED_OFF.match(after) or (_CANCELS.search(before) and _HELD.match(after))
    surely = moved or _PUT_OFF_BEFORE.search(before) or called_off
    not_this = _NOT_THIS.search(before) and not re.search("吗|怎么|为什么|为何", text)
    off = not_this or _OFF_AFTER.match(after)
    if not surely and not (off and _another(said, span)):
        return False
    if _NO_MOVE_BEFORE.search(before):
        return False
    if _REFUSED.match(text[until.end :] if moved and until else after):
        return False
    if not moved and _NO_MOVE_AFTER.match(between):
        return False
    asked = _ASKED_TO_MOVE.search(before) and not _AT_REQUEST.search(before)
    return not asked or says(said, _GRANTED)


def _cannot_sit(before: str, after: str) -> bool:
    """Whether the court cannot sit on the day between these words; what one of the parties cannot is none."""
    told = _CANNOT_BEFORE.search(before) and _CANNOT_SIT.match(after)
    if_so = re.match(r"[^，。；]{0,10}的话", after)
    return bool(told) and not (if_so or _WHO_CANNOT.search(before[-16:]))


def _another(said: Said, span: Printed) -> bool:
    """Whether the message names a day besides this one."""
    dates = {(match[2], match[3]) for match in DAY.finditer(said.text)}
    return len(dates) > 1 or any(other.day != span.day for other in printed(said.text, span.day))


_SHIFTS = re.compile("[提推延后]")
# A hearing put off by so many days, or to the day before or after: said to be so, of nothing else, on no condition.
_BY_SO_MUCH = re.compile(
    rf"(?P<kept>\s?(?:{TIME})?[的那]?(?:{_GAP}{{0,4}}?(?:开庭|庭审|庭|听证|谈话))?(?:时间|日期)?，?(?:因(?!举证|公告|答辩|鉴定|补充|证据)[^，。；不]{{0,8}}，?)?(?:现|已|往|改[成为])?)"
    rf"(?:(?P<sooner>提前|前提)|推迟|推后|延[后期]|顺延|后[推延])(?:了)?(?:(?P<count>{NUMBER})个?(?P<unit>天|日|周|星期|礼拜)|[到至在]?(?:前|后|次|第)[一二1]?[天日])"
    rf"(?=了?(?:$|[，。；）)]|吧|再?开(?:庭|$|[，。；])|庭审|举行|进行|审理|召开|同一|同时|{TIME}|{PART}))"
)
# On a condition, or refused, it moves nothing; at somebody's request it may have been moved.
_ON_CONDITION = re.compile("不予|不[准同]|未|没|驳回|须|需|[如若]|可能|能否|是否|能不能|征求")
_BY_REQUEST = re.compile("申请|请求|同意|批准|准许")


def _shifted(text: str, near: date) -> str:
    """The text with each day that it moves by so much written as the day to which it moves."""
    if _ON_CONDITION.search(text) or _BY_REQUEST.search(text):
        return text
    for span, match, day in reversed([*_shifts(text, near)]):
        named = f"{day.year}年{day.month}月{day.day}日{match['kept']}"
        text = text[: span.start] + named + text[span.end + match.end() :]
    return text


def _shifts(text: str, near: date) -> Iterator[tuple[Printed, re.Match[str], date]]:
    """Each day that is moved by so much, the words of it, and the day to which it moves."""
    for span in printed(text, near):
        if match := _BY_SO_MUCH.match(text[span.end :]):
            days = number(match["count"]) if match["count"] else 1
            days *= 1 if match["unit"] in (None, "天", "日") else 7
            yield span, match, span.day + timedelta(days=-days if match["sooner"] else days)


# A day by which, or within which, it will be heard is none on which it is; an end of a month that is only
# announced is none either.
_WILL_SIT = r"(?:开庭|庭审|审理|听证|宣判)"
_LIMIT = re.compile(
    rf"(?:之|以)?[前内](?:将|会|拟|再|安排|组织|进行|[本我]院|法院|线[上下]|公开|网上|现场|第?[一二][次审]){{0,3}}{_WILL_SIT}"
)
_ABOUT_THEN = re.compile(rf"(?:左右|前后|[将会拟])?[^，。；\d]{{0,6}}{_WILL_SIT}")
_TIME_OF_SITTING = re.compile(
    rf"{_WILL_SIT}(?:时间|日期)?(?:预计|暂定|大约|大概|拟|将|定|安排)?[在于为是:：]?$"
)
_TOLD_LATER = r"另行|另[定告]|待定|待通知|等(?:候|待)?[^，。；]{0,6}通知"


def _is_a_limit(said: Said, before: str, word: str, after: str) -> bool:
    """Whether a hearing is only to be by the day of this word, or around it, and its day is told later."""
    if _LIMIT.match("内" + after if word.endswith("内") else after):
        return True
    loose = word[-1] in "底末内"
    by = loose or re.match("(?:之|以)?[前内]", after)
    around = (loose and _ABOUT_THEN.match(after)) or (by and _TIME_OF_SITTING.search(before))
    return bool(around) and says(said, _TOLD_LATER)


def _spans(
    clause: str, near: date, *, ending: bool = False, timed: bool = False
) -> Iterator[Printed]:
    """The days of a clause: a date as it stands, a word or a weekday where something happens on it.

    If `ending`, a date only where something ends on it. If `timed`, an hour beside a word is enough.
    """
    found = printed(clause, near)
    for n, span in enumerate(found):
        before = clause[found[n - 1].end if n else 0 : span.start]
        after = clause[span.end : found[n + 1].start if n + 1 < len(found) else None]
        listed = _LISTED.fullmatch(after)
        after = clause[span.end :] if listed else after
        if span.sort == "date":
            if not ending or _ENDS.match(clause[span.end :]):
                yield span
        elif _happens(clause[span.start : span.end], before, after, timed):
            yield replace(span, sort="word") if listed else span


# Of days in a list, what is said of the last happens on each.
_LISTED = re.compile(rf"[(（]?(?:{TIME}|{PART})?[)）]?[、，和及与或]")
_ENDS = re.compile(r"[^，。]{0,6}(?:前|止|之前|内|到期)|.{0,3}$")


def _happens(word: str, before: str, after: str, timed: bool) -> bool:
    """Whether something happens on the day that a word names, by what stands around it."""
    if _OFFICE.search(before):
        return False
    if _BY_THEN.match(after) or word.endswith("内") or _HAPPENED_AT.search(before):
        return True
    happens = _HAPPENS.search(after)
    until = after[: happens.start()] if happens else after
    at_once = timed and re.match(rf"的?[\s(（]?(?:{TIME}|{PART})(?!.*(?:打|再|联系))", after)
    return bool(happens or at_once) and not _IN_THE_POST.search(until)


def _days(clause: str, near: date) -> Iterator[date]:
    return (span.day for span in _spans(clause, near) if span.sort != "weekday")


def _has_days(code: str, said: Said) -> bool:
    """Whether it says a length or a day for this clock."""
    return bool(_days_for(code, said) or _day_for(code, said, _LONG_AGO))


def _days_for(code: str, said: Said) -> int | None:
    """The shortest length in a clause, else in a sentence, that speaks of this clock."""
    words = _ABOUT.get(code)
    if not words:
        return None
    for parts in (said.clauses, said.sentences):
        found = [
            number(match[1])
            for part in parts
            if re.search(words, part)
            for match in _LENGTH.finditer(part)
            if not _SIDE_DOES.search(part)
            if not _NO_LENGTH.search(part[: match.start()])
            if not _is_a_life(part, match)
            if not (code == "exec-review-10" and "起诉" in part and "复议" not in part)
            if not (code in _APPEALS and _TO_PAY.match(part[match.end() :]))
            if code != "police-freeze-info" or _freezes(part, match)
        ]
        lengths = [days for days in found if 1 <= days <= 365]
        if lengths:
            return min(lengths)
    return None


# By how much something is moved, and how long a detention lasts, is no length from its receipt.
_NO_LENGTH = re.compile(r"(?:顺延|延[期后长]|推[迟后]|提前)[了至到]?$|拘留$")
# How long a link, a code or a copy is kept is none of the reader's days.
_LIVES = re.compile(
    r"(?:有效期?限?|时效|保[存留]|留存|存放|开放|链接|二维码|提取码)[^，。；]{0,6}$"
)
_DIES = re.compile(
    r"(?:之|以)?[内后]?(?:[^，。；]{0,2}有效|[^，。；]{0,4}(?:失效|过期|关闭|作废|删除))"
)


def _is_a_life(part: str, match: re.Match[str]) -> bool:
    return bool(_LIVES.search(part[: match.start()]) or _DIES.match(part[match.end() :]))


# What the other side is to do in so many days.
_SIDE_DOES = re.compile(r"(?<!被)(?:申请人|申请执行人|原告)[应须需]")
# A day to come by is none on which a freeze ends.
_TO_COME = r"派出所|大队|支队|说明|联系|携带|配合"


def _freezes(part: str, match: re.Match[str]) -> bool:
    """Whether a length stands beside the freeze itself."""
    before, after = part[max(0, match.start() - 8) : match.start()], part[match.end() :][:4]
    return bool(
        re.search(r"(?:冻结|止付|期限|期)[^，。；,]{0,6}，?$", before)
        or re.search("冻结|止付", after)
    )


def _instalment(said: Said, near: date) -> date | None:
    """The first day of instalments that begin in a month and fall on the same day of each."""
    days = []
    for match in _MONTHLY.finditer(said.text):
        year, month, day = (number(part) if part else near.year for part in match.groups())
        if not (1 <= month <= 12 and 1 <= day <= 28):
            continue
        first = date(year, month, day)
        if first < near:
            over = near.month + (near.day > day) - 1
            first = date(near.year + over // 12, over % 12 + 1, day)
        days.append(first)
    return min(days, default=None)


def _is_of_working_days(code: str, said: Said, days: int) -> bool:
    """Whether the length that was found for this clock is one of working days wherever it stands."""
    spoken = (part for part in said.sentences if re.search(_ABOUT[code], part))
    found = [match for part in spoken for match in _LENGTH.finditer(part)]
    named = [match[2] for match in found if number(match[1]) == days]
    return bool(named) and all(named)


def _after_working_days(start: date, count: int) -> date:
    """The last of so many working days; a day that may be a rest day counts as a working one."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_rest_day(day) != (True, True)
    return day


def _months(said: Said) -> int | None:
    for part in said.clauses:
        match = _MONTHS.search(part)
        if match and re.search("冻结|期限|止付", part) and "流水" not in part:
            return number(match[1]) or None
    return None
