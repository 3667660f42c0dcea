"""能领什么: what money or help to ask for before paying any debt, where, and with which papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators import rules
from calculators.answer.result import (
    Column,
    Figure,
    Notice,
    Result,
    Step,
    Table,
    Unit,
    Working,
)
from calculators.answer.wording import show
from calculators.finance.money import fen
from calculators.form.declare import NEVER, asked, choice, count, money, rows, specs
from calculators.law.notices import in_force
from calculators.tool import Tool
from calculators.tools.safe_monthly import Income

UNSAID = "unsaid"
_SAID = {"yes": "是", "no": "不是", "unknown": "不知道"}
_YES_NO = {UNSAID: "先选一个", **_SAID}
APPLY, ASK, NO = "yes", "maybe", "no"
WORDS = {APPLY: "去申请", ASK: "先去问", UNSAID: "还没说全", NO: "多半用不上"}
_OFFICE = "户口所在的街道、乡镇（有的地方，居住证也行）"
_SHARED = "身份证、户口本、收入和存款的流水"
SAID_AT_ONCE = 4
"""So many kinds of help are named in one sentence; with more it is too long to be read."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """The household, its work, health and schooling; each question after the one before."""

    sudden: str = choice("这阵子突然没钱吃饭、没地方住吗？", _YES_NO, default=UNSAID, needed=True)
    people: int | None = count(
        "一起生活的有几口人",
        optional=True,
        minimum=1,
        maximum=30,
        unit="人",
        needed=True,
        help="算上你自己。",
        when="sudden=yes|no|unknown",
    )
    income_total: Decimal | None = money(
        "全家每月一共到手多少",
        optional=True,
        needed=True,
        help="一分没有，就填 0。",
        when="sudden=yes|no|unknown",
    )
    minimum_per_person: Decimal | None = money(
        "当地低保标准，每人每月",
        optional=True,
        needed=True,
        help="各地不同。打 12345 或问街道、乡镇，问到再填。",
        fact="minimum_per_person",
        when="sudden=yes|no|unknown",
    )
    assets: str = choice(
        "家里有大额存款、车、第二套房吗？",
        _YES_NO,
        default=UNSAID,
        needed=True,
        when="sudden=yes|no|unknown",
    )
    work: str = choice(
        "工作怎么样？",
        {
            UNSAID: "先选一个",
            "working": "还在上班",
            "let-go": "不是自己要走的，没了工作",
            "quit": "自己辞职的",
            "none": "没有单位：零工、小生意、种地、在家",
        },
        default=UNSAID,
        needed=True,
        when="assets=yes|no|unknown",
    )
    insured: str = choice(
        "失业以前，失业保险交了多久？",
        {
            UNSAID: "先选一个",
            "never": "没交过，或者不满一年",
            "1-5": "满一年，不到五年",
            "5-10": "满五年，不到十年",
            "over-10": "十年以上",
            "unknown": "不知道",
        },
        default=UNSAID,
        needed=True,
        help="打 12333，或在社保的 App 里查。",
        when="work=let-go|quit",
    )
    medical: str = choice(
        "看病报销以后，自己还付不起吗？",
        _YES_NO,
        default=UNSAID,
        needed=True,
        when="work=working|let-go|quit|none",
    )
    school: str = choice(
        "家里有人在上学吗？", _YES_NO, default=UNSAID, needed=True, when="medical=yes|no|unknown"
    )
    disability: str = choice(
        "你或家里人有残疾证吗？",
        {
            UNSAID: "先选一个",
            "no": "没有残疾",
            "yes": "有残疾证",
            "not-yet": "有残疾，还没办证",
            "unknown": "不知道",
        },
        default=UNSAID,
        needed=True,
        when="school=yes|no|unknown",
    )
    care: str = choice(
        "他的生活要别人照顾吗？",
        _YES_NO,
        default=UNSAID,
        needed=True,
        when="disability=yes|not-yet",
    )
    fund: str = choice(
        "有住房公积金吗？",
        {
            UNSAID: "先选一个",
            "none": "没有",
            "rent": "有，在租房",
            "mortgage": "有，在还房贷",
            "retired": "有，退休了",
            "disabled": "有，完全不能劳动，也离职了",
            "left": "有，离职了",
            "other": "有，别的情况",
            "unknown": "不知道",
        },
        default=UNSAID,
        needed=True,
        when="disability=yes|no|not-yet|unknown",
    )
    case: str = choice(
        "有没有要打的官司？",
        {
            UNSAID: "先选一个",
            "none": "没有",
            "wages": "讨工资、工伤赔偿",
            "support": "要赡养费、抚养费、扶养费",
            "welfare": "要社保待遇、低保这类救助",
            "injury": "交通、医疗、食品药品事故伤了人",
            "sued": "被起诉还钱",
            "other": "别的官司、不知道",
        },
        default=UNSAID,
        needed=True,
        when="fund=none|rent|mortgage|retired|disabled|left|other|unknown",
    )
    income: tuple[Income, ...] = rows(
        "每月收入",
        Income,
        most=12,
        fact="income",
        each="笔收入",
        group="批了、问到数目以后，加进每月收入",
        help="已经批了、每月能到手的，才加一行。没批的先不算。",
        applies=NEVER,
    )


@dataclass(frozen=True)
class _Found:
    """What can be said of one kind of help: a verdict, why, and the rules it stands on."""

    verdict: str
    why: str
    rules: tuple[str, ...]


@dataclass(frozen=True)
class _Help:
    """One kind of help: its key and name, whom it is for, where it is asked for, what to bring.

    `judge` says what can be said of it after what the reader said.
    """

    key: str
    name: str
    whom: str
    where: str
    bring: str
    judge: Callable[[Inputs], _Found | None]


def _relief(inputs: Inputs) -> _Found | None:
    stands = ("social-29", "social-37", "social-50")
    return _by(
        inputs.sudden,
        _Found(APPLY, "突然过不下去，可以给钱或东西。急的应当先给，再补手续。", stands),
        _Found(NO, "要突然、紧急的难处。单单欠了钱，不一定算。", stands),
        _Found(ASK, "说不清也可以去问，把吃饭、住处的难处说出来。", stands),
    )


def _minimum(inputs: Inputs) -> _Found | None:
    """社会救助法 第十八、二十一条: income a head against the local line, and what the household owns."""
    stands = ("social-18", "social-21", "social-37")
    if inputs.sudden == UNSAID and inputs.assets == UNSAID:
        return None
    if inputs.people is None or inputs.income_total is None or inputs.assets == UNSAID:
        why = "填了几口人、全家到手多少、有没有存款和车，才看得出。也可以直接去问。"
        return _Found(UNSAID, why, stands)
    each, line = fen(inputs.income_total / inputs.people), inputs.minimum_per_person
    a_head = f"平均每人 {show(each, Unit.YUAN)}"
    if line is None and each:
        return _Found(UNSAID, f"{a_head}。填了当地低保标准，才能比。先打 12345 问。", stands)
    if line is not None and inputs.income_total >= line * inputs.people:
        why = f"{a_head}，不低于当地标准。高得不多的，问“低保边缘”的线。"
        return _Found(ASK, why, stands)
    if inputs.assets != "no":
        return _Found(ASK, f"{a_head}，收入够低。但财产也要看，先问当地怎么算。", stands)
    return _Found(APPLY, f"{a_head}，低于当地标准，财产也不多。", stands)


def _unemployment(inputs: Inputs) -> _Found | None:
    """社会保险法 第四十五条: a year paid in, not by one's own will, registered."""
    stands = ("insurance-45", "insurance-46", "insurance-47", "insurance-50")
    if inputs.work in ("working", "none"):
        return _Found(NO, "要失业前交过失业保险，又不是自己要走的。", stands)
    if UNSAID in (inputs.work, inputs.insured):
        return None
    if inputs.insured == "never":
        return _Found(NO, "要交满一年。有的地方另有补助，打 12333 问一句。", stands)
    if inputs.insured == "unknown":
        return _Found(ASK, "先查交了多久。满一年、不是自己要走的，就能领。", stands)
    if inputs.work == "quit":
        why = "自己辞职的一般不算。单位拖欠工资、不交社保逼走的，去问。"
        return _Found(ASK, why, stands)
    return _Found(APPLY, "先办失业登记，从登记那天算，早登记早领。", stands)


def _medical(inputs: Inputs) -> _Found | None:
    stands = ("social-22", "social-24", "social-37")
    return _by(
        inputs.medical,
        _if_poor(
            inputs,
            _Found(APPLY, "低保家庭看病，报销以后付不起的可以补助。", stands),
            _Found(ASK, "低保边缘、被看病压垮的家庭也可以补助。去问算不算。", stands),
        ),
        _Found(NO, "看病的钱自己付得起。", stands),
        _Found(ASK, "去医院的结算窗口问：报销以后还要自己付多少。", stands),
    )


def _school(inputs: Inputs) -> _Found | None:
    stands = ("social-25", "social-38")
    return _by(
        inputs.school,
        _if_poor(
            inputs,
            _Found(APPLY, "低保家庭上学，有减免、助学金、助学贷款。", stands),
            _Found(ASK, "低保边缘、支出太大的家庭也有减免和助学金。问学校算不算。", stands),
        ),
        _Found(NO, "家里没有人上学。", stands),
        _Found(ASK, "问学校有没有减免和助学金。", stands),
    )


def _disability(inputs: Inputs) -> _Found | None:
    """残疾人保障法 第四十八条; the two allowances are only reported."""
    stands = ("disabled-48", "disabled-allowance")
    if inputs.disability == UNSAID:
        return None
    if inputs.disability == "no":
        return _Found(NO, "家里没有残疾。", stands)
    if inputs.disability != "yes":
        return _Found(ASK, "先向当地残联问怎么办残疾证，再问补贴。", stands)
    if inputs.care == "yes":
        return _Found(APPLY, "要人照顾的，有护理补贴。哪几级、领多少，各地不同。", stands)
    if inputs.care == UNSAID:
        return _Found(UNSAID, "还没说他的生活要不要别人照顾。", stands)
    return _if_poor(
        inputs,
        _Found(APPLY, "生活困难的残疾人有补贴。领多少，各地不同。", stands),
        _Found(ASK, "问当地：这一级残疾有没有补贴。", stands),
    )


def _if_poor(inputs: Inputs, poor: _Found, other: _Found) -> _Found:
    """The one or the other by what 低保 comes to; neither while that cannot be said."""
    found = _minimum(inputs)
    if found is None or found.verdict == UNSAID:
        return _Found(UNSAID, "低保那几格还没说全。也可以直接去问。", poor.rules)
    return poor if found.verdict == APPLY else other


def _fund(inputs: Inputs) -> _Found | None:
    """住房公积金管理条例 第二十四条: six reasons; a consumer debt is none of them."""
    stands = ("housing-fund-24", "housing-fund-25")
    match inputs.fund:
        case "unsaid":
            return None
        case "none":
            return _Found(NO, "没有公积金。", stands)
        case "mortgage" | "retired" | "disabled":
            return _Found(APPLY, "条例写明可以取。", stands)
        case "rent":
            return _Found(ASK, "房租占收入太高的可以取。多少算高，各地不同。", stands)
        case _:
            why = "条例没有写这一种，有的地方可以。还网贷不在能取的情形里。"
            return _Found(ASK, why, stands)


def _legal_aid(inputs: Inputs) -> _Found | None:
    stands = ("legal-aid-31", "legal-aid-38", "legal-aid-42", "legal-aid-43")
    match inputs.case:
        case "unsaid":
            return None
        case "none":
            return _Found(NO, "没有官司。看不懂文书，也可以打 12348 免费问。", stands)
        case "sued" | "other":
            why = "“被起诉还钱”不在列举里，各地可能放宽。先打 12348 免费问。"
            return _Found(ASK, why, stands)
        case _:
            return _Found(APPLY, "因为困难请不起律师的，可以申请。", stands)


def _by(answer: str, yes: _Found, no: _Found, unknown: _Found) -> _Found | None:
    return {"yes": yes, "no": no, "unknown": unknown}.get(answer)


HELPS = (
    _Help("relief", "临时救助", "突然没钱吃饭、没地方住", "出事地方的街道、乡镇，不看户口", f"{_SHARED}、出了什么事的证明", _relief),
    _Help("minimum", "低保", "平均每人的收入低于当地标准，财产也不多", _OFFICE, _SHARED, _minimum),
    _Help("unemployment", "失业金", "交满一年失业保险，不是自己要走的", "先办失业登记，再找社保经办", "身份证、离职证明", _unemployment),
    _Help("medical", "医疗救助", "家里困难，看病报销以后还付不起", _OFFICE, f"{_SHARED}、药费单、报销单", _medical),
    _Help("school", "教育救助", "家里困难，有人上学", "上学的学校", "身份证、学籍证明、家里困难的证明", _school),
    _Help("disability", "残疾人补贴", "有残疾证，生活困难或要人照顾", "户口所在的街道、乡镇，或当地残联", "身份证、户口本、残疾证", _disability),
    _Help("fund", "公积金提取", "还房贷、房租太高、退休、完全不能劳动", "当地公积金管理中心", "身份证，租房、房贷、退休或离职的证明", _fund),
    _Help("legal_aid", "法律援助", "困难，要讨工资、抚养费、社保待遇，或事故伤了人", "办案的法院、仲裁委那里的法律援助机构", "身份证、案子的材料、困难的证明", _legal_aid),
)  # fmt: skip


def calculate(inputs: Inputs, on: date) -> Result:
    """Judge each kind of help by what was said; nothing is judged that was not asked yet."""
    found = [(each, each.judge(inputs)) for each in HELPS]
    said = sorted(
        ((each, judged) for each, judged in found if judged),
        key=lambda pair: list(WORDS).index(pair[1].verdict),
    )
    return Result(
        headline=_headline(said, inputs),
        figures=tuple(_figures(found, inputs, on)),
        tables=(_table(said) if said else _all(),),
        workings=(_working(inputs),),
        left_out=(
            "能领多少、线在哪里，各地不同，要问到才知道。",
            "这里只看大概。给不给由办的地方决定，不给要写明理由。",
        ),
        notices=_notices(said, on),
        steps=tuple(_steps(said, inputs, on)),
    )


type _Said = list[tuple[_Help, _Found]]


def _names(said: _Said, verdict: str) -> str:
    """The kinds of help of that verdict; a long list is two sentences."""
    names = [each.name for each, found in said if found.verdict == verdict]
    first, rest = "、".join(names[:SAID_AT_ONCE]), "、".join(names[SAID_AT_ONCE:])
    return f"{first}。还有：{rest}" if rest else first


def _headline(said: _Said, inputs: Inputs) -> str:
    missing = _missing(inputs)
    more = f"还没说：{missing[0]}" if missing else ""
    more = f"{more.removesuffix('？')}。" if more else ""
    if not said:
        return f"{more}不知道就选“不知道”。"
    sure, maybe = _names(said, APPLY), _names(said, ASK)
    if sure:
        ask = f"再问问：{maybe}。" if maybe else ""
        return f"先去申请：{sure}。{ask}领到的先吃饭，不用先还债。{more}"
    if maybe:
        return f"先去问：{maybe}。打 12345，或者去街道、乡镇的窗口。{more}"
    if missing:
        return f"{more}说完才看得出哪样能领。"
    return "说到的这几样多半用不上。情况变了再来看，也可以打 12345 问一次。"


def _missing(inputs: Inputs) -> list[str]:
    """The labels of what is asked and not said yet, in order."""
    declared = specs(Inputs)
    values = {name: getattr(inputs, name) for name in declared}
    open_ones = [
        name
        for name in declared
        if name in asked(declared, values)
        and declared[name].needed
        and values[name] in (None, UNSAID)
    ]
    no_income = inputs.income_total == 0
    return [declared[n].label for n in open_ones if not (no_income and n == "minimum_per_person")]


def _figures(
    found: list[tuple[_Help, _Found | None]], inputs: Inputs, on: date
) -> Iterator[Figure]:
    for each, judged in found:
        why = judged.why if judged else "还没说到这一样。"
        code = judged.verdict if judged and judged.verdict != UNSAID else None
        yield Figure(each.key, each.name, code, Unit.TEXT, why, in_table=True)
    judged = _unemployment(inputs)
    months = _months(inputs, on) if judged and judged.verdict == APPLY else None
    why = "从登记那天算。每月多少打 12333 问，不低于城市低保标准。" if months else ""
    yield Figure("unemployment_months", "失业金最多领", months, Unit.MONTHS, why)


def _months(inputs: Inputs, on: date) -> int | None:
    """社会保险法 第四十六条."""
    rule = rules.at(max(on, rules.at(on)["insurance-46"].effective_from or on))["insurance-46"]
    named = {
        "1-5": "months_under_5_years",
        "5-10": "months_under_10_years",
        "over-10": "months_most",
    }
    return int(rule.number(named[inputs.insured])) if inputs.insured in named else None  # fmt: skip


def _table(said: _Said) -> Table:
    columns = (
        Column("name", "哪一样", Unit.TEXT),
        Column("verdict", "怎么看", Unit.TEXT),
        Column("why", "为什么", Unit.TEXT),
        Column("where", "去哪里", Unit.TEXT),
        Column("bring", "带什么", Unit.TEXT),
    )
    cells = tuple(
        (each.name, WORDS[found.verdict], found.why, each.where, each.bring) for each, found in said
    )
    return Table("helps", "一样一样看", columns, cells, answer="verdict")


def _all() -> Table:
    """The whole list, for who has said nothing yet or reads the page without script."""
    columns = (
        Column("name", "哪一样", Unit.TEXT),
        Column("whom", "什么人", Unit.TEXT),
        Column("where", "去哪里", Unit.TEXT),
        Column("bring", "带什么", Unit.TEXT),
    )
    cells = tuple((each.name, each.whom, each.where, each.bring) for each in HELPS)
    return Table("helps", "一样一样看", columns, cells, answer="whom")


def _notices(said: _Said, on: date) -> tuple[Notice, ...]:
    told = [
        Notice("要如实报家里人、收入和财产。骗来的要退，还会罚。", ("social-40",), "law"),
        Notice("给了，会在村里、社区公布。不给，要书面说明理由。", ("social-45",), "law"),
        Notice("不交“代办费”。这些都不收钱。"),
    ]
    for each, found in said:
        if found.verdict != NO:
            read = tuple(id for id in found.rules if rules.at(on)[id].status == "verified")
            heard = tuple(id for id in found.rules if id not in read)
            told.append(Notice(f"{each.name}的条文。", read, "law"))
            if heard:
                told.append(Notice(f"{each.name}：原文没有读到的部分。", heard, "reported"))
    return in_force(told, on)


def _steps(said: _Said, inputs: Inputs, on: date) -> Iterator[Step]:
    for each, found in said:
        if found.verdict in (APPLY, ASK):
            first = on if each.key == "relief" and found.verdict == APPLY else None
            yield Step(
                f"{WORDS[found.verdict]}{each.name}：{each.where}", "strategies/benefits", first
            )
    if inputs.income:
        yield Step("把批了的数算进每月能还多少", "calculators/safe-monthly")
    yield Step("不知道去哪个窗口，打 12345；失业金打 12333", "rights/hotlines")


def _working(inputs: Inputs) -> Working:
    steps = ["一样一样对照条文里的条件。缺一个事实，就不说“能领”。"]
    if inputs.people and inputs.income_total is not None:
        each = fen(inputs.income_total / inputs.people)
        whole = show(inputs.income_total, Unit.YUAN)
        steps.append(f"平均每人：{whole} ÷ {inputs.people} 人＝{show(each, Unit.YUAN)}。")
    return Working("怎么看的", tuple(steps))


TOOL = Tool(
    "benefits",
    "先看能领什么",
    "低保、临时救助、失业金、医疗救助、残疾补贴、公积金、法律援助：值不值得去问。",
    Inputs,
    calculate,
    no_common="Its example prints every kind of help and whom it is for.",
)
