"""Papers that a court, an arbitration institution or a notary sends: their clocks and what to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.law.clocks import (
    CLOCKS,
    Facts,
    LastDay,
    earliest,
    rule_on,
    served,
    shut_then,
    still_open,
)

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
    court's rules of service and of late answers do not reach. With `either` it is one of several, told
    apart by its last paragraph, and only one of its clocks holds. `beside` are clocks of what only some
    may do: each has its own day and is not the day of the paper. `left` is what is left, and its page,
    once the last day is over.
    """

    name: str
    clocks: tuple[str, ...]
    contents: tuple[str, ...]
    page: str
    rules: tuple[str, ...] = ()
    court: bool = True
    either: bool = False
    beside: tuple[str, ...] = ()
    left: tuple[str, str] = ("打 12348 问，还有什么路", "rights/hotlines")


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
        left=(
            "支付令可能生效了：去谈怎么还；真的错了，写信请发令的法院自己查",
            "stages/payment-order",
        ),
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
        left=("晚了也写、也交，写明为什么晚；开庭照样去说", "letters/answer-to-suit"),
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
        left=("打法院电话，问开了庭没有、判了没有", "stages/lawsuit"),
    ),
    "small-claims-evidence": Paper(
        "举证通知",
        ("evidence-stated",),
        ("通知上写几天就是几天。", "交还款记录、账单、合同、聊天记录。"),
        "stages/lawsuit",
        ("cpl-interp-275", "cpl-interp-266"),
        left=("证据晚了也交，写明为什么晚；开庭照样去说", "stages/lawsuit"),
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
        left=(
            "判决可能生效了：有法律列的理由，可以申请再审，日子另算；没有就谈怎么还",
            "letters/retrial-points",
        ),
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
        left=("复议期过了，还可以提供担保解冻、提执行异议", "letters/preservation-review"),
    ),
    "mediation-agreement": Paper(
        "诉前调解协议",
        ("confirm-30",),
        ("想让法院确认的，双方一起申请。不申请也可以。", "签之前，先确认自己做得到。"),
        "stages/pre-suit-mediation",
        ("cpl-205", "cpl-206"),
        left=("没申请确认，协议照样算数：照写的还，还不了早点去谈", "stages/pre-suit-mediation"),
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
        left=("照协议写的日子还；还不了早点去谈", "stages/pre-suit-mediation"),
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
        left=("马上联系执行法官：如实报财产，谈执行和解", "stages/judgment-enforcement"),
        beside=("enforcement-object-10",),
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
        left=(
            "公证书写的不对、已经还了的，执行结束前还可以起诉；别的，谈执行和解",
            "stages/judgment-enforcement",
        ),
        beside=("enforcement-object-10",),
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
        left=("马上补交，写明为什么晚", "letters/asset-report"),
    ),
    "execution-ruling": Paper(
        "执行异议的裁定",
        ("exec-review-10", "outsider-sue-15"),
        (
            "看最后一段写的是“复议”还是“起诉”，几天内。",
            "写“复议”的，写给上一级法院。",
            "写“起诉”的，向执行的法院起诉，日子长一些。",
            "看不出是哪种，按短的准备，打法院电话问清。",
        ),
        "stages/judgment-enforcement",
        ("cpl-236", "cpl-238"),
        either=True,
    ),
    "outsider-ruling": Paper(
        "案外人异议被驳回的裁定",
        ("outsider-sue-15",),
        (
            "向执行的法院起诉，附上裁定、流水、能证明东西是你的材料。",
            "起诉的天数里，法院不能处分那件东西。冻着的还冻着。",
            "再写一次案外人异议，法院不收。",
            "说原来的判决本身错了，走再审，不走这个起诉。先打 12348 问。",
        ),
        "stages/judgment-enforcement",
        ("cpl-238", "cpl-interp-463", "objection-15", "hotline-12348"),
    ),
    "added-ruling": Paper(
        "把我追加进执行的裁定",
        ("added-review-10", "added-sue-15"),
        (
            "看最后一段写的是“复议”还是“起诉”，几天内。",
            "欠出资、抽走出资、一人公司、公司没清算就注销的，多半是起诉。",
            "别的，向上一级法院申请复议。",
            "看不出是哪种，按短的准备，打法院电话问清。",
        ),
        "stages/judgment-enforcement",
        ("exec-parties-30", "exec-parties-32"),
        either=True,
    ),
    "price-report": Paper(
        "评估报告、网络询价报告（要卖房、卖车）",
        ("price-object-5",),
        (
            "对一对：地址、面积、有几样东西，写错没有、漏了没有。",
            "评估报告嫌价低、算法不对，写明低在哪，附上同小区的成交价。",
            "网络询价报告，只嫌价低不能提。",
            "书面交给执行法院，要回执。晚了法院不收。",
            "网上公示的，满了日子就算收到，从公示那天先数。",
        ),
        "stages/judgment-enforcement",
        ("price-22", "price-23", "price-24", "price-21"),
        left=("再提法院不收：问执行法官哪天卖、能不能自己卖", "stages/judgment-enforcement"),
    ),
    "third-party-debt": Paper(
        "履行到期债务通知（叫我把欠他的钱付给别人）",
        ("third-party-debt-15",),
        (
            "不欠、没到期、数不对，书面交给执行法院，写明为什么。",
            "按时提了，法院不能强制执行你。法院判过、裁过你欠他的，提了也拦不住。",
            "“我没钱”“我不认识那个债主”，不算异议。",
            "别再付给欠债的人，付了可能要再付一遍。",
            "真欠、也到期了，付给通知上写的人，留好凭证。",
        ),
        "people/not-my-debt",
        (
            "exec-work-45",
            "exec-work-47",
            "cpl-interp-499",
            "exec-work-48",
            "exec-work-49",
            "exec-work-51",
        ),
        left=("马上联系执行法官，说清欠不欠、欠多少；别再付给他", "people/not-my-debt"),
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
        left=("问执行法院：分了没有，还能不能改", "stages/judgment-enforcement"),
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
        left=("问执行法院：审查到哪一步，还能不能说", "stages/judgment-enforcement"),
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
        left=("会照原来的方案分：问执行法院分了没有", "stages/judgment-enforcement"),
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
        left=("晚了也写、也交，写明为什么晚；开庭照样去说", "stages/arbitration"),
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
        left=(
            "撤销的日子过了：去谈怎么还；收到执行通知，再看能不能申请不予执行",
            "letters/non-enforcement",
        ),
        beside=("arbitration-correct-30",),
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
        left=("晚了也书面回，写明为什么晚", "stages/court-papers"),
    ),
}

# A ruling of which nobody has said what it rules; no paper to choose beside those that have a name.
RULING = "any-ruling"
_ANY: Mapping[str, Paper] = {
    **PAPERS,
    RULING: Paper(
        "裁定书",
        ("preservation-review-5", "ruling-appeal-10", "exec-review-10", "outsider-sue-15", "confirmed-object-15"),
        ("看裁定书最后一段：写的是复议、上诉还是起诉，几天内。",),
        "stages/judgment-enforcement",
        either=True,
        left=("冻结的，复议过了还可以提供担保、提执行异议；别的，打 12348 问", "letters/preservation-review"),
    ),
}  # fmt: skip


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
    return _ANY[document].clocks


@dataclass(frozen=True, slots=True)
class Row:
    """One clock of a paper as it stands: its code, what it is for, and its last day."""

    code: str
    action: str
    last: LastDay
    beside: bool = False
    """Whether it is of what only some may do (`Paper.beside`)."""


@dataclass(frozen=True, slots=True)
class Days:
    """All clocks of a paper; `first` ends earliest; with `caution` that is only a safe day to prepare by."""

    paper: Paper
    rows: tuple[Row, ...]
    first: Row | None
    caution: bool
    told: tuple[str, ...] = ()
    """Of a paper that is one of several: the clocks that have the days it states, () where none has."""

    @property
    def unsettled(self) -> bool:
        """Whether the paper is one of several still: only its last paragraph says what it lets one do."""
        return self.paper.either and len(self.told) != 1

    @property
    def left(self) -> tuple[str, str]:
        """What is left once all is over, and its page; of the paper that its days say it is."""
        held = (paper.left for paper in PAPERS.values() if paper.clocks == self.told)
        return next(held, self.paper.left)

    @property
    def asks(self) -> Row | None:
        """A clock whose last day cannot be named yet, and may be earlier than those that can."""
        return next(
            (row for row in self.rows if row.last.outcome == "ask-date" and not row.beside), None
        )

    @property
    def last_day(self) -> date | None:
        """The earliest day of all, None where no clock has one, or an earlier one may hold."""
        return self.first.last.day if self.first and not self.asks else None

    def still_open(self, on: date) -> str:
        """What to say where the day may not be the end; "" otherwise (`clocks.still_open`)."""
        if self.first is None or self.last_day is None or self.last_day >= on:
            return ""
        return still_open(self.first.last, on) or self._ahead(on)

    def _later(self, on: date) -> list[Row]:
        """The other days that are still to come, the earliest first; none of a paper that this one is not."""
        may_be = self.told or self.paper.clocks
        rows = [row for row in self.rows if not self.paper.either or row.code in may_be]
        found = [row for row in rows if row.last.day and row.last.day >= on]
        return sorted(found, key=lambda row: row.last.day or date.max)

    def _ahead(self, on: date) -> str:
        """The other days, where the first is over, and what has no last day."""
        if self.unsettled:
            said = _if_it_lets(self._later(on))
            return f"还没过的，看最后一段：{said}。" if said else ""
        dated = [f"{row.action}，{show(row.last.day, Unit.DATE)}" for row in self._later(on)]
        said = "；".join(dated + [f"{row.action}，越早越好" for row in self._undated(on)])
        return f"还没过的：{said}。" if said else ""

    def _undated(self, on: date) -> list[Row]:
        """What has no last day: of an arbitration, until its hearing."""
        if any(row.code == "hearing" and row.last.day and row.last.day < on for row in self.rows):
            return []
        return [row for row in self.rows if row.last.outcome == "open"]

    def shortest(self, on: date) -> bool:
        """Whether the day that is over is only the shortest count: of the papers that it may be, or than its own."""
        if self.first is None or self.last_day is None or self.last_day >= on:
            return False
        ends = (self.first.last.by_paper, self.first.last.lawful)
        longer = any(end and end >= on for end in ends)
        return longer or (self.paper.either and bool(self._later(on)))

    def open(self, on: date) -> Row | None:
        """What can still be done: the first while it may be open, the next, what never ends; None if all is over.

        What only some may do, and a hearing to which another paper calls, stand in for nothing.
        """
        if self.first is None or self.last_day is None:
            return self.first
        if self.last_day >= on or still_open(self.first.last, on):
            return self.first
        called = "hearing" in self.paper.clocks
        own = [row for row in self._later(on) if not row.beside]
        rest = [row for row in own if called or row.code != "hearing"]
        return next(iter(rest + self._undated(on)), None)

    def act(self, on: date) -> tuple[str, str]:
        """What to do now and its page: what is open, the last paragraph where only that says it, what is left."""
        row = self.open(on)
        if row is None:
            return self.left
        if self.unsettled:
            return self.paper.contents[0].removesuffix("。"), self.paper.page
        heard = "还没开庭的，" if row.last.outcome == "open" else ""
        return f"{heard}{row.action}", self.paper.page

    def too(self, on: date) -> tuple[str, str] | None:
        """What is left, beside what may be open only if the paper's own number is of this, or has no last day."""
        row = self.open(on)
        if row is None or self.last_day is None or self.last_day >= on:
            return None
        by_paper = row is self.first and (row.last.by_paper or date.min) >= on
        undated = row.code in CLOCKS and CLOCKS[row.code].open
        return self.left if by_paper or undated else None

    def others(self, on: date) -> str:
        """The days beside the first one: of the other papers that it may be, and of what only some may do."""
        if self.first is None or self.last_day is None or self.last_day < on:
            return ""
        later = [row for row in self._later(on) if row is not self.first]
        if self.paper.either:
            return f"裁定最后一段{_if_it_lets(later)}。" if later else ""
        return "".join(
            f"另外：{row.action}，{show(row.last.day, Unit.DATE)}。" for row in later if row.beside
        )

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
        row = self.open(on)
        if row is None or self.last_day is None or (row.last.day and row.last.day < on):
            return None
        return max(row.last.hand_in_by or on, on)


def _if_it_lets(rows: list[Row]) -> str:
    """Each of the papers that it may be: what it lets one do, and until when."""
    return "；".join(f"{lets(row)}，到 {show(row.last.day, Unit.DATE)}" for row in rows)


def lets(row: Row) -> str:
    """A paper that may be meant, by what its last paragraph lets one do."""
    return f"让你{row.action.rpartition('，')[2]}的"


def days(document: str, procedure: str, facts: Facts, hearing_on: date | None = None) -> Days:
    """Every last day that a paper brings, the hearing among them.

    What the paper says belongs to its first clock; a hearing is a day and takes no length, so that
    a summons has what it says in a row of its own. Raises KeyError for an unknown paper.
    """
    paper = _ANY[document]
    said = facts.stated_days is not None or facts.stated_on is not None
    codes = clocks(document, procedure, stated=said)
    said_by, facts = facts, _reachable(document, facts)
    told = _told(codes, facts) if paper.either else ()
    known = told[0] if len(told) == 1 else ""
    main = known or (codes[0] if codes else "")
    if main == "hearing" and said:
        main, codes = "stated", ("stated", *codes)
    rows = [
        Row(code, CLOCKS[code].action, earliest(code, _of(code, main, facts, hearing_on)))
        for code in codes
    ]
    rows += [Row(code, CLOCKS[code].action, _by_law(code, facts), True) for code in paper.beside]
    rows = [replace(row, last=_posted(row.code, row.last, said_by)) for row in rows]
    caution = _caution(document, procedure, codes, facts)
    if caution:
        rows.insert(0, caution)
    if hearing_on and "hearing" not in codes:
        rows.append(Row("hearing", "开庭", LastDay("stated", hearing_on)))
    dated = [row for row in rows if row.last.day and not row.beside and known in ("", row.code)]
    first = min(dated, key=lambda row: row.last.day or date.max) if dated else None
    unsure = paper.either and first is not None and not known
    return Days(
        paper, tuple(rows), first, unsure or (caution is not None and first is caution), told
    )


def _told(codes: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Which of the clocks have the days that the paper states."""
    fits = (code for code in codes if _by_law(code, facts).days == facts.stated_days)
    return tuple(fits) if facts.stated_days else ()


def _by_law(code: str, facts: Facts) -> LastDay:
    return earliest(code, replace(facts, stated_days=None, stated_on=None))


NOT_ANNOUNCED = ("payment-order", "third-party-debt", "price-report")


def _reachable(document: str, facts: Facts) -> Facts:
    """Count from the day it bears what no announcement of thirty days serves.

    A payment order (art. 225), a notice to the debtor's debtor (45), what is not a court's, and a report,
    which is posted for fewer days (21).
    """
    counts = _ANY[document].court and document not in NOT_ANNOUNCED
    return facts if counts or facts.way != "announcement" else replace(facts, way="unknown")


def _of(code: str, main: str, facts: Facts, hearing_on: date | None) -> Facts:
    own = facts if code == main else replace(facts, stated_days=None, stated_on=None)
    if code in ("hearing", "arbitration-objection") and hearing_on:
        return replace(own, stated_on=hearing_on)
    return own


def _posted(code: str, last: LastDay, facts: Facts) -> LastDay:
    """A report on the web counts as received only once it has been posted for days (21): so long it may be open."""
    if code != "price-object-5" or facts.way != "announcement" or facts.received_on is None:
        return last
    posted = int(rule_on("price-21", facts.received_on).number("posted_days"))
    begins = facts.received_on + timedelta(days=posted)
    lawful = _by_law(code, Facts(received_on=begins)).day
    return replace(last, lawful=lawful, lawful_why=f"公示满 {posted} 天才算收到")


def _caution(document: str, procedure: str, codes: tuple[str, ...], facts: Facts) -> Row | None:
    """A safe day to prepare by, where only the paper knows its days and they were not given.

    The court may have given as many as the ordinary procedure does (interpretation 266, 275).
    """
    evidence = document == "small-claims-evidence"
    if not ("answer-stated" in codes or evidence):
        return None
    if facts.stated_days or facts.stated_on or facts.received_on is None:
        return None
    start = served(facts.received_on, facts.way)
    length = int(rule_on(CAUTION[0], start).number(CAUTION[1]))
    end = start + timedelta(days=length)
    lawful = None if evidence and procedure == "small" else _by_law("answer-15", facts).day
    why = "没填纸上的天数，这是按最短的数的"
    last = LastDay("counted", end, start, days=length, counted=end, lawful=lawful, lawful_why=why)
    action = "交证据" if evidence else CLOCKS["answer-stated"].action
    return Row("caution", f"{action}（没看到天数，先按这天）", last)
