"""Papers that a court, an arbitration institution or a notary sends: their clocks and what to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from calculators import rules
from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.law.clocks import CLOCKS, Facts, LastDay, earliest, served, shut_then, still_open

PROCEDURES: Mapping[str, str] = {
    "unknown": "不知道",
    "ordinary": "普通程序",
    "summary": "简易程序",
    "small": "小额诉讼",
}
# cpl-165, and what is left after it: cpl-interp-424.
SMALL_CLAIMS_END = "小额诉讼一审就是最后结果，不能上诉。有法律列的理由，才能申请再审。"
# A notice that names no days and a procedure that nobody knows: the shortest usual period.
CAUTION = ("cpl-interp-275", "evidence_days_max")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its name, the clocks it starts (`calculators.law.clocks`), what to write, where to read.

    `rules` are those it stands on. `court` is False for arbitration and notaries, whose papers the
    court's rules of service and of late answers do not reach.
    """

    name: str
    clocks: tuple[str, ...]
    contents: tuple[str, ...]
    page: str
    rules: tuple[str, ...] = ()
    court: bool = True


PAPERS: Mapping[str, Paper] = {
    "payment-order": Paper(
        "支付令",
        ("payment-order-15",),
        (
            "写给发支付令的那个法院，写清案号、你的名字和联系方式。",
            "写明哪里不对：数额、利息、还过的没算、要钱的不是债主。",
            "几项不对就写几项。只写一项，别的项照样有效。",
            "附上证据：还款记录、账单、合同。",
            "只写没钱、想延期、想分期，是无效的。口头说也无效。",
            "都对，也没钱：不要编理由。趁这些天去谈。",
        ),
        "letters/payment-order-objection",
        ("cpl-227", "cpl-interp-435", "cpl-interp-436", "cpl-interp-432", "cpl-interp-431"),
    ),
    "complaint": Paper(
        "起诉状、应诉通知",
        ("answer-15", "evidence-stated"),
        (
            "写清案号，一条一条回应对方的请求。",
            "核对本金、利息、罚息、费用，写出你算的数。",
            "认为加起来过高的，写明请求调减。",
            "觉得不该这家法院管，同一个期限里提。",
            "附上还款记录、沟通记录。",
            "没写完也要去开庭。想要答辩和举证的时间，当场说出来。",
        ),
        "letters/answer-to-suit",
        ("cpl-128", "cpl-interp-266", "cpl-interp-275", "cpl-130"),
    ),
    "summons": Paper(
        "传票、开庭通知",
        ("hearing",),
        (
            "看清开庭的日子、时间、地点，或者网上开庭的办法。",
            "带上合同、还款记录、你算的数。",
            "去不了，提前写申请说明原因，附证明。",
            "没收到起诉状的，打法院电话要一份。",
        ),
        "stages/lawsuit",
        ("cpl-147",),
    ),
    "small-claims-evidence": Paper(
        "举证通知",
        ("evidence-stated",),
        ("通知上写几天就是几天。", "交还款记录、账单、合同、聊天记录。"),
        "stages/lawsuit",
        ("cpl-interp-275", "cpl-interp-266"),
    ),
    "judgment": Paper(
        "判决书",
        ("appeal-15",),
        (
            "先看最后一段写没写可以上诉。",
            "可以上诉的，写明不服哪几项、为什么，交给原来的法院。",
            "上诉要交受理费。到交费通知写的日子不交，可能当作撤回；交不起，在那以前申请缓、减、免。",
            SMALL_CLAIMS_END,
            "没意见的，看清还款的日子，去谈怎么还。",
        ),
        "stages/judgment-enforcement",
        ("cpl-171", "cpl-165", "cpl-interp-424", "appeal-fee-22"),
    ),
    "ruling": Paper(
        "裁定书（写着可以上诉的）",
        ("ruling-appeal-10",),
        ("先看裁定书最后一段，写了可以上诉才能上诉。", "写明不服的理由，交给原来的法院。"),
        "stages/judgment-enforcement",
        ("cpl-171",),
    ),
    "preservation": Paper(
        "保全裁定（冻结、查封）",
        ("preservation-review-5",),
        (
            "写给作出裁定的法院，写清案号。",
            "写明冻多了、冻错了，或者请求留出生活费。",
            "复议的时候，冻结不会停。",
        ),
        "letters/preservation-review",
        ("cpl-interp-171", "cpl-111"),
    ),
    "mediation-agreement": Paper(
        "诉前调解协议",
        ("confirm-30",),
        ("想让法院确认的，双方一起申请。不申请也可以。", "签之前，先确认自己做得到。"),
        "stages/pre-suit-mediation",
        ("cpl-205", "cpl-206"),
    ),
    "mediation-confirmed": Paper(
        "司法确认裁定（法院确认了调解协议）",
        ("confirmed-object-15", "performance-stated"),
        (
            "没意见的，照协议写的日子还。没还，对方可以直接申请执行。",
            "不是自愿签的、数不清楚的，写给作出裁定的法院，说清错在哪。",
            "提异议的时候，条文没有写执行会停。",
        ),
        "stages/pre-suit-mediation",
        ("cpl-interp-372", "cpl-206"),
    ),
    "enforcement-notice": Paper(
        "执行通知",
        ("enforcement-stated",),
        (
            "通知上写几天就是几天。法院可以一边通知一边冻结。",
            "还不了，联系执行法官，和对方谈执行和解。",
            "凭仲裁裁决或公证书执行的，另选那一种，期限只有十几天。",
            "觉得不该这家法院执行，收到就书面提，期限比那还短。",
        ),
        "stages/judgment-enforcement",
        ("exec-settlement-1", "cpl-254", "exec-procedure-3"),
    ),
    "enforcement-award": Paper(
        "执行通知（凭仲裁裁决、公证书）",
        # The notice's days are those to perform; the law's end the application.
        ("enforcement-stated", "non-enforcement-15"),
        (
            "有法律写的那几种理由，书面申请不予执行。",
            "理由要一次说全，附上证据。",
            "别等撤销裁决的结果：这几天没满以前撤销没被受理的，不会重新数。",
            "公证书写的和事实不符、无效、已经还了的，执行结束以前可以起诉；程序不对的不行。",
            "被驳回：公证书的，可以向上一级法院复议；仲裁裁决的，没有复议。",
            "没钱、利息高，不是不予执行的理由。去谈执行和解。",
        ),
        "stages/arbitration",
        ("arb-exec-8", "arb-exec-20", "notary-exec-22", "notary-exec-21", "arb-exec-22"),
    ),
    "asset-report": Paper(
        "报告财产令",
        ("asset-report-stated",),
        (
            "报告财产令上写几天就是几天。",
            "收入、存款、理财、房、车、股权都要写，没有的写“无”。",
            "收到执行通知以前的变动也要写，往前写多久看报告财产令，一直到交表那天。",
            "没钱也要交。不交、乱填、晚交，会被列入失信名单。",
        ),
        "letters/asset-report",
        ("asset-report-2017-5", "asset-report-2017-6", "asset-report-2017-10", "cpl-252"),
    ),
    "execution-ruling": Paper(
        "执行异议的裁定",
        ("exec-review-10",),
        (
            "看最后一段写的是“复议”还是“起诉”。",
            "写“复议”的，写给上一级法院。",
            "写“起诉”的，按裁定上写的天数。",
        ),
        "stages/judgment-enforcement",
        ("cpl-236",),
    ),
    "distribution-plan": Paper(
        "分配方案（几家一起分你的钱）",
        ("distribution-object-15",),
        (
            "对一对：还过的扣了没有，利息算到哪天，饭钱留了没有。",
            "有错，写明哪一笔错、该是多少，书面交给执行法院。",
            "没意见的，不用写。分完还差的，还要接着还。",
        ),
        "letters/distribution-objection",
        ("cpl-interp-509", "cpl-interp-508"),
    ),
    "distribution-objected": Paper(
        "通知：别人对分配方案提了异议",
        ("distribution-oppose-15",),
        (
            "看他说哪一笔错、要改成多少。你会不会多还、少留？",
            "不同意的，在期限里书面交给执行法院，写明为什么。",
            "不说话，法院就照他的意见审查，改好再分。",
        ),
        "stages/judgment-enforcement",
        ("cpl-interp-510",),
    ),
    "distribution-opposed": Paper(
        "通知：有人反对你对分配方案的异议",
        ("distribution-sue-15",),
        (
            "要在期限里，向执行法院起诉反对的那些人。",
            "不起诉，就照原来的方案分。",
            "值不值得，先打 12348 问。",
        ),
        "stages/judgment-enforcement",
        ("cpl-interp-510", "hotline-12348"),
    ),
    "penalty": Paper(
        "罚款、拘留决定书",
        ("detention-review-3",),
        ("写给上一级法院，说明为什么不该罚。", "复议的时候，罚款、拘留不停。"),
        "stages/judgment-enforcement",
        ("cpl-interp-185",),
    ),
    "arbitration-notice": Paper(
        "仲裁通知",
        ("arbitration-answer-stated", "arbitration-objection", "arbitration-refuse-online"),
        (
            "先翻合同，看有没有写“由某某仲裁委员会仲裁”。",
            "没写过、写得不清楚，开庭前书面说不该仲裁。",
            "不想在网上，明确写“不同意网上仲裁”。",
            "答辩照样写：数额、利息、还过的钱。",
        ),
        "letters/arbitration-objection",
        ("arb-31", "arb-27", "arb-36", "arb-11"),
        court=False,
    ),
    "arbitration-award": Paper(
        "仲裁裁决书",
        ("arbitration-set-aside-3m",),
        (
            "有法律写的六种情形，才能申请撤销，要自己拿证据。",
            "向仲裁机构所在地的中级法院提。",
            "只是算错数、写错字，不用撤销，请仲裁庭改。期限更短，看仲裁那一页。",
            "没有这些情形的，去谈怎么还。",
        ),
        "letters/set-aside-award",
        ("arb-72", "arb-71", "arb-10", "arb-69"),
        court=False,
    ),
    "notary-letter": Paper(
        "公证处的核实函",
        ("notary-reply-stated",),
        (
            "函上写几天就是几天。",
            "还过多少、哪笔不对、有没有办过这个公证，书面回。",
            "不回，公证处可能出执行证书，不用打官司就能执行。",
        ),
        "stages/court-papers",
        (),
        court=False,
    ),
}


def clocks(document: str, procedure: str, *, stated: bool = False) -> tuple[str, ...]:
    """The clocks that a paper of `PAPERS` starts in a procedure of `PROCEDURES`.

    Only the ordinary procedure grants fifteen days to answer (art. 128); in the summary and the
    small-claims procedure the court sets them, and a small-claims judgment is final (art. 165).
    More than fifteen it cannot set (interpretation art. 266, 275), so that where the paper has
    `stated` a number, the fifteen end an answer in any of them.
    """
    if document == "complaint" and procedure != "ordinary":
        return ("answer-15" if stated else "answer-stated", "evidence-stated")
    if document == "judgment" and procedure == "small":
        return ()
    return PAPERS[document].clocks


@dataclass(frozen=True, slots=True)
class Row:
    """One clock of a paper as it stands: its code, what it is for, and its last day."""

    code: str
    action: str
    last: LastDay


@dataclass(frozen=True, slots=True)
class Days:
    """All clocks of a paper; `first` ends earliest; with `caution` that is only a safe day to prepare by."""

    paper: Paper
    rows: tuple[Row, ...]
    first: Row | None
    caution: bool

    @property
    def asks(self) -> Row | None:
        """A clock whose last day cannot be named yet, and may be earlier than those that can."""
        return next((row for row in self.rows if row.last.outcome == "ask-date"), None)

    @property
    def last_day(self) -> date | None:
        """The earliest day of all, None where no clock has one, or an earlier one may hold."""
        return self.first.last.day if self.first and not self.asks else None

    def still_open(self, on: date) -> str:
        """What to say where the day may not be the end; "" otherwise (`clocks.still_open`)."""
        if self.first is None or self.last_day is None or self.last_day >= on:
            return ""
        return still_open(self.first.last, on) or self._ahead(on)

    def _ahead(self, on: date) -> str:
        """The next of the other days, where the first is over."""
        ahead = [row for row in self.rows if row.last.day and row.last.day >= on]
        if not ahead:
            return ""
        row = min(ahead, key=lambda one: one.last.day or date.max)
        return f"还没过的：{row.action}，{show(row.last.day, Unit.DATE)}。"

    def shut_then(self, on: date) -> str:
        """What to say where the last day to come is a rest day; "" otherwise (`clocks.shut_then`)."""
        return shut_then(self.first.last, on) if self.first and not self.asks else ""

    @property
    def passed_over(self) -> str:
        """What to say where the paper states more days than were counted; "" otherwise."""
        for last in (row.last for row in self.rows):
            if last.passed_over:
                counted = f"{last.days} 天" if last.days else f"{last.months} 个月"
                until = show(last.by_paper, Unit.DATE)
                return (
                    f"纸上写的 {last.passed_over} 天，比这里数的 {counted}长，到 {until}才满。"
                    "先按短的准备，再打电话问清。"
                )
        return ""

    def by(self, on: date) -> date | None:
        """The day to act by, None once it is over; today where only a rest day is left of it."""
        if self.first is None or self.last_day is None or self.last_day < on:
            return None
        return max(self.first.last.hand_in_by or on, on)


def days(document: str, procedure: str, facts: Facts, hearing_on: date | None = None) -> Days:
    """Every last day that a paper brings, the hearing among them.

    What the paper says belongs to its first clock; a hearing is a day and takes no length, so that
    a summons has what it says in a row of its own. Raises KeyError for an unknown paper.
    """
    paper = PAPERS[document]
    said = facts.stated_days is not None or facts.stated_on is not None
    codes = clocks(document, procedure, stated=said)
    main = codes[0] if codes else ""
    if main == "hearing" and said:
        main, codes = "stated", ("stated", *codes)
    facts = _reachable(document, facts)
    rows = [
        Row(code, CLOCKS[code].action, earliest(code, _of(code, main, facts, hearing_on)))
        for code in codes
    ]
    caution = _caution(document, codes, facts)
    if caution:
        rows.insert(0, caution)
    if hearing_on and "hearing" not in codes:
        rows.append(Row("hearing", "开庭", LastDay("stated", hearing_on)))
    dated = [row for row in rows if row.last.day]
    first = min(dated, key=lambda row: row.last.day or date.max) if dated else None
    return Days(paper, tuple(rows), first, caution is not None and first is caution)


def _reachable(document: str, facts: Facts) -> Facts:
    """An announcement serves no payment order (art. 225) and nothing that is not a court's."""
    counts = PAPERS[document].court and document != "payment-order"
    return facts if counts or facts.way != "announcement" else replace(facts, way="unknown")


def _of(code: str, main: str, facts: Facts, hearing_on: date | None) -> Facts:
    own = facts if code == main else replace(facts, stated_days=None, stated_on=None)
    if code in ("hearing", "arbitration-objection") and hearing_on:
        return replace(own, stated_on=hearing_on)
    return own


def _caution(document: str, codes: tuple[str, ...], facts: Facts) -> Row | None:
    """A safe day to prepare by, where only the paper knows its days and they were not given."""
    asked = "answer-stated" in codes or document == "small-claims-evidence"
    if not asked or facts.stated_days or facts.stated_on or facts.received_on is None:
        return None
    start = served(facts.received_on, facts.way)
    # The rule's own first length for days before it: a paper so old asked for no longer one.
    began = rules.at(start)[CAUTION[0]].effective_from
    length = int(rules.at(max(start, began or start))[CAUTION[0]].number(CAUTION[1]))
    end = start + timedelta(days=length)
    last = LastDay("counted", end, start, days=length, counted=end)
    return Row("caution", "没看到天数，先按这天准备", last)
