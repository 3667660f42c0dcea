"""Some thousand questions, from usual to hostile, the same at every build.

What they call of CPython is what readers get of it (see ``trace_wasm.py``); so they go through every kind
of field, filled in well, badly and not at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, cast

from calculators.form.declare import Spec, specs
from calculators.registry import letters, tools
from calculators.rules.tree import tree

FORMS = 200
SEED = 20261123

_USUAL: Mapping[str, tuple[object, ...]] = {
    "money": (
        "20000",
        "1,234.56",
        "２０，０００．５",
        "3万",
        "0.01",
        "99999999",
        5000,
        "三千五",
        "1万5千",
        "十五点八万",
        "20000块",
        "2w",
        "贰万元整",
        "两万多",
        "三五",
        "三五千",
        "三千块五",
        "5毛",
        "3000RMB",
        "每月5000",
        "七折",
        "500美元",
        "小一万",
        "(3000)",
        "两个w",
        "百万",
    ),
    "rate": (
        "18%",
        "0.05%",
        "万分之五",
        "36",
        "0",
        "0%",
        "24％",
        "日万分之五",
        "年化18%",
        "月息2分",
        "三成五",
        "0.05%/天",
        "2分",
        "八厘八",
        "年化利率（单利）18%",
        "LPR的4倍",
        "八五折",
        "12期8.8%",
        "每万元日息5元",
        "一毛钱一天",
        "50BP",
        "免息",
    ),
    "number": ("1.5", "0.333333333333", "1e2", "3", "1.5倍", "150%", "一点五", "上浮50%", "50%"),
    "count": (
        *("12", "36", "1", "0", "360", 6, "20天", "十二期", "两周", "一个月"),
        *("5号", "每月底", "晚上10点", "22:30", "两老一小", "第20天", "两个半月", "8/12", "M1"),
    ),
    "moment": (
        "2026-10-01 09:30",
        "2026-10-01T21:05",
        "2026年10月1日 7:00",
        "2026年11月3号下午3:15",
        "昨晚十点",
        "11月3日 晚八点",
        "2026-11-03",
    ),
    "flag": ("true", "false", True, "是"),
    "text": ("张三", "🙂 <b>&\"'", "a\nb", "Ünï\u3000code"),
}
_ODD: tuple[object, ...] = (
    *("", " ", "一堆", "-1", "-0.005", "9" * 40, "1e400", "nan", "inf", "1/3", "0x10", "１２", "⅓"),
    *("2024-02-29", "2023-02-29", "31.12.2026", "99:99", "<img src=x>", "\u202e\0", "true", "null"),
    *("不知道", "没有", None, True, -7, 2.5, 10**30, [], {}, [1], [{}], {"a": []}, [None, "x"]),
)
_HOSTILE = (
    *("", "{", "[]", "null", '"', '{"tool": 1}', '{"tool": "overdue-cost"}', "[" * 3000, "\\ud800"),
    '{"tool": "no-such", "inputs": {}, "on": "2026-11-23"}',
    '{"tool": "overdue-cost", "inputs": {}, "on": "2026-13-45"}',
    '{"tool": "overdue-cost", "inputs": [], "on": "0001-01-01", "root": 1}',
)

_BASES = ("whole", "unpaid", "posted")


def _of_a_product(chance: Random, rule: str, *left_out: str) -> dict[str, object]:
    """Now and then a product is picked, and what it says is left to it."""
    return {"product": rule, **dict.fromkeys(left_out, "")} if chance.random() < 0.3 else {}


def _cards(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Card bills filled in whole: by chance alone six needed facts are too seldom all there."""
    first = date(2025, 1, 1)

    def sums(kind: str) -> list[dict[str, str]]:
        days = [
            str(first + timedelta(chance.randrange(300))) for _ in range(chance.randrange(1, 5))
        ]
        return [{kind: day, "amount": str(chance.randrange(1, 9000))} for day in days]

    return [
        {
            "purchases": sums("posted_on"),
            "payments": sums("date") if number % 3 else [],
            "statement_day": chance.randrange(1, 32),
            "due_day": chance.randrange(1, 32),
            "daily_rate": chance.choice(("0.05%", "万分之五", "0.035%", "0")),
            "minimum_rate": chance.choice(("10%", "5%", "0")),
            "late_fee_rate": chance.choice(("5%", "0")),
            "basis": _BASES[number % 2],
            "limit": chance.choice(("", "3000", "50000")),
            "minimum_floor": chance.choice(("0", "100")),
            "late_fee_floor": chance.choice(("0", "20")),
            "grace_days": chance.choice((0, 3)),
            "grace_amount": chance.choice(("0", "10")),
            **_of_a_product(chance, "card-usual-terms", "daily_rate", "late_fee_rate"),
        }
        for number in range(how_many)
    ]


def _minimums(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Cards paid by their minimum, all needed facts there; some end, some never do."""
    return [
        {
            "balance": str(chance.randrange(1, 30000)),
            "daily_rate": chance.choice(("0.05%", "万分之五", "0.035%", "0")),
            "minimum_rate": chance.choice(("10%", "5%", "1%", "0", "100%")),
            "minimum_floor": chance.choice(("", "0", "50", "100")),
            "more": chance.choice(("", "0", "200")),
            "fixed": chance.choice(("", "0", "5", "1000")),
            **_of_a_product(chance, "fenfu-interest", "daily_rate", "minimum_rate"),
        }
        for _ in range(how_many)
    ]


def _arrears(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Late debts with grace, pauses, waivers, charges and the app's own total."""
    return [
        {
            "instalments": [
                {"due_date": f"2025-{month:02}-05", "principal": "900", "interest": "30"}
                for month in range(1, 2 + number % 6)
            ],
            "payments": [
                {"date": f"2025-0{1 + number % 9}-20", "amount": "400", "order": "principal-first"}
            ],
            "app_total": str(chance.randrange(900, 6000)),
            "grace_days": chance.choice((0, 3)),
            "grace": chance.choice(("free", "reclaimed")),
            "pauses": [{"start": "2025-03-01", "end": "2025-03-11"}],
            "waivers": [{"date": "2025-05-01", "component": "penalty", "amount": "5"}],
            "charges": [
                {"date": "2025-02-01", "amount": "2", "each": ("once", "daily")[number % 2]}
            ],
            "compound": number % 3 == 0,
            "across": number % 4 == 0,
        }
        for number in range(how_many)
    ]


def _loans(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Loans drawn and repaid on any day, all needed facts there; some are repaid, some overpaid."""
    first = date(2025, 1, 1)

    def sums(earliest: int) -> list[dict[str, str]]:
        return [
            {
                "date": str(first + timedelta(earliest + chance.randrange(100))),
                "amount": str(chance.randrange(1, 9000)),
            }
            for _ in range(chance.randrange(1, 5))
        ]

    return [
        {
            "draws": sums(0),
            "payments": sums(100) if number % 3 else [],
            "daily_rate": chance.choice(("0.05%", "万分之五", "0.035%", "0")),
            "until": chance.choice(("", "2026-12-01")),
            "order": chance.choice(("interest", "principal")),
            **_of_a_product(chance, "fenfu-interest", "daily_rate"),
        }
        for number in range(how_many)
    ]


_BILLS = (
    "期数\t应还日期\t应还本金\t应还利息\t罚息\t应还总额\t状态\n1/12\t2026-09-05\t1,000.00\t30.00\t5.2\t1035.20\t逾期20天"
    "\n2/12\t2026-10-05\t￥1,000元\t20\t--\t1,025\t已还清\n合计\t2000\t50\t5.2\t2060.2",
    "第3期 2026年9月5日\n应还本金：１，０００．００元\n应还利息: 30\n\n第4期 9月5日\n应还本金\n1千\n应还利息 2.345\n违约金 3",
    "2026-09-08 12:30 还款 2,000.00元 成功\n9月20日 300\n20260930 ¥1万 尾号1234\n2026-09-05 1000 30\n2026-02-30 5",
    "| 交易日 | 记账日 | 摘要 | 金额 |\n|---|---|---|---|\n| 2026-08-09 | 2026-08-10 | 超市 | 3,000.00 |\n| a | b | 还款 | -200 |",
    "序号 还款日 期供 本金 利息\n1 08-05 1030 1千 30\n2 09/05 1030 1000多 (20)\n3 2026-10-05 $5 12.00 USD",
    "花呗还款\n2026-09-10 10:22\n-500.00\n余额宝\n2026-09-11 取现 300\n2026-09-12 还款 20 失败\n交易日 金额\n2026-08-08 5",
    '日期,本金,利息\n2026-09-05,"1,000.00",30\n2026-10-05,1000,\n乱,写,的\n日期 金额\n2026-09-05 1',
    "到期日 本金 利息 到期日 本金 利息\n2026-09-05 1 2 2026-09-06 3 4\n\n借款日 2026-08-01 借款本金 12000 还款金额 5 还款 6",
    "借款日期,借款本金,应还利息,逾期利息,账单日\n2026-09-05,1,2,3,2026-09-06\n小计,1,2,3,\n小计,5,2,3,",
    "日期\t摘要\t金额\n2026-09-10\t超市购物\t+120.50\n2026-09-12\t还款\t-500\n2026-09-13\t还款\t500",
    "2026-09-10 超市 120.50\n2026-09-12 还款 500",
    "第3期\n到期日：2026-09-05\n本金：1000\n还款状态：请于9月5日还清\n尾号1234",
    "已还1期/共4期\n自动还款 已开启\n已还未入账\n第3期 2026-09-05\n本金1000\n逾期\n全部结清\n第4期 2026-10-05\n本金1000\n提前结清\n第5期 2026-11-05 本金1000 未还\n已还清",
    "到期日 2026-09-05\n本金 1000\n利息 30\n立即还款\n到期日 2026-10-05\n本金 1000\n利息 20\n自动还款 已开启",
    "借款日期：2026-09-01\n期数：3\n借款金额：5000.00\n2026-11-20 还款 500 受理中\n2026-11-21 朋友还款 收入 300\n2026-11-22 借呗还款 300 支出",
    "本金 1000\n到期日 2026-09-05\n利息 20\n本金 500\n到期日 2026-11-05",
    "借呗 已还3期 剩余9期\n2026-10-20 第6期 本金833.33 利息184.17 已还\n2026-11-20 第7期 本金834.33 利息171 逾期5天\n合计 本金1667.66 利息355",
    "待还\n6/12期\n2026-10-20\n本金833.33\n利息184.17\n7/12期\n2026-11-20\n本金834.33\n利息171\n\n【已还】\n5/12期\n2026-09-20\n本金8 33.33\n利息****.17",
    "本金833.33\n2026-10-20\n利息184.17\n已还清\n本金834.33\n2026-11-20\n\n9月账单 已还清\n2026-09-20 本金1 2026-09-21\n搞定了\n2026-09-22 应还0.00 本金5\n10月20日已还",
    "借款10,000元 分12期 已还3期\n借款日 2026-01-08\n6/12期 利息1 2026-10-20 本金8 逾期\n\n7/12期 利息1 2026-11-20 本金8 已还",
    "逾期总额：5\n已还账单\n账单状态：已逾期\n2026-10-20 本金1 已处理\n2026-11-20 本金1 已展期至12月3号\n1/3期 2026-09-05 本金1 利息3 未还 2/3期 2026-10-05 本金1 利息2 已还清\n待还 2期\n已还清",
    "利息3\n到期日 2026-10-20\n第6期\n逾期利息 2\n本金5\n罚息 1\n利息4\n到期日 2026-11-20\n本金6\n第7期 已还\n2026-11-21\n剩余9期",
    "应还款日,应还本金,应还利息,应还罚息,实还本金,实还利息,实还罚息,客户实付费\n2026-08-20,833.33,220.00,5.00,833.33,220.00,5.00,0.00\n2026-09-20,8**.33,200.00,15.00,0.00,0.00,0.00,0.00",
    "到期日\t本金\t备注\n2026-09-05\t1000\t已处理\n2026-10-05\t1000\t184。17",
    "到期日\t本金\t备注\n2026-09-05\t1000\t提前还款\n2026-10-05\t1000\t\n提前结清",
    "截至2026-11-25 逾期本金 2\n应还利息 9\n2026-10-13\n本金 1\n利息 2\n2026-11-13\n本金 1\n利息 1\n最后还款日 2026-11-25\n本金 2\n利息 3\n逾期利息 1",
    "借款1 已结清\n2026-09-13 本金1 利息1\n2026-10-13 本金1 利息1\n借款2 未结清\n2026-11-13 本金1 剩余应还 5\n已还(2)\n2026-12-13 本金1\n以上账单已还清",
    "白条 还款记录\n已结清\n到期日 本金 服务费\n2026-10-13 1 3\n未还\n2026-11-13 2 3\n借款本金 9 月供 2 2026-12-13",
    "花呗主动还款-2026年10月账单\n2026-10-09 11:02\n支出 1,288.66\n余额宝-自动转入\n2026-10-10 11:00\n不计收支 2,000.00\n2026-10-20 还款中信银行 1 应还 2",
    "<b>🙂\u202e&amp;\n放款日 2026-08-01 借款金额 5000 手续费 12 已还本金 1000 实还日期 2026-09-01",
)


def _pastes() -> list[dict[str, object]]:
    """Every bill into every list that takes one, and one into a list that takes none."""
    lists = (
        *(
            ("overdue-cost", "instalments"),
            ("overdue-cost", "payments"),
            ("card-bill", "purchases"),
        ),
        *(("daily-loan", "draws"), ("true-cost", "flows"), ("my-case", "debts")),
        ("overdue-cost", "no-such"),
    )
    return [
        {"tool": id, "inputs": {}, "on": "2026-11-25", "paste": {"list": name, "text": text}}
        for id, name in lists
        for text in (*_BILLS, "", "x" * 30_000)
    ]


# Before and after the days on which the line for private loans changed.
_SIGNED = ("2026-01-01", "2018-05-01", "2014-05-01", "2021-05-01")


def _costs(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Loans quoted in each way: by the period, interest first, a fee in all, one sum at the end."""
    methods = ("instalments", "interest-first", "total-fee", "single-sum")
    other = {"total-fee": ("repaid", "due_date"), "single-sum": ("fee_rate",)}
    left = ("fee_rate", "repaid", "due_date")
    filled: list[dict[str, object]] = [
        {
            "principal": str(chance.randrange(100, 30000)),
            "upfront_fee": chance.choice(("0", "50")),
            "months": chance.choice(("1", "12", "36")),
            "method": methods[number % 4],
            "monthly_payment": str(chance.randrange(1, 3000)),
            "fee_rate": chance.choice(("8.8%", "0", "")),
            "repaid": str(chance.randrange(50, 40000)),
            "due_date": str(date(2026, 1, 2) + timedelta(chance.randrange(800))),
            "contract_date": _SIGNED[number // 4 % len(_SIGNED)],
        }
        for number in range(how_many)
    ]
    # What belongs to another way of paying is refused; now and then it is there.
    return [
        each
        if number % 23 == 0
        else {k: v for k, v in each.items() if k not in other.get(str(each["method"]), left)}
        for number, each in enumerate(filled)
    ]


_SAID = (
    "【某某区人民法院】（2026）浙0199民初12号起诉状副本已电子送达，请在十五日内答辩，7月3日开庭。",
    "（法院专递）（2026）沪0199民督3号支付令，十五日内提出书面异议。",
    "〔2026〕川0199 执保 89号裁定书：冻结存款，五日内申请复议。",
    "（2026）某仲网字第1234号已受理，请自收到之日起5日内提交答辩并选定仲裁员。",
    "（2025）某证字第4567号公证书，公证处核实函，7日内回复。",
    "把3,000元先转到我这个收款码（张*），今天销案，不要告诉家人。",
    "客服帮您注销校园贷账户，否则影响征信，请打开屏幕共享，把验证码发我。",
    "停息挂账，先付服务费2,980，把身份证寄来。",
    "【某某银行】您的贷款已逾期32天，谨防诈骗，不要向个人账户转账。",
    "我司受某某公司委托，今日17点前未处理，将直接强制执行，编号NJ20260101。",
    "您是他的紧急联系人，请转告他。",
    "点击 http://a.example.com/x 下载App。",
    "某某调解中心已受理，调解员138****0000，明天上门走访，联系通讯录。",
    "（2026）豫0199执恢66号执行通知书，三日内履行，报告财产，限制消费。",
    "民事判决书，不服可在十五日内上诉；调解书，2026年6月30日前支付。",
    "公告 本院受理，自公告之日起经过三十日即视为送达。2026年4月17日",
    "<b>🙂\u202e&amp;",
)


def _messages(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Pasted messages of every kind, alone and put together."""
    mixed: list[dict[str, object]] = [
        {
            "text": "".join(chance.sample(_SAID, 1 + number % 3)),
            "channel": chance.choice(("sms", "call", "wechat", "paper", "letter", "web", "app")),
            "about": chance.choice(("me", "maybe-me", "other")),
            "received_on": chance.choice(("", "2026-03-02", "2026-09-21", "2026-11-16")),
        }
        for number in range(how_many)
    ]
    return mixed + _real_messages()


def _real_messages() -> list[dict[str, object]]:
    """Whole messages of every kind: a pattern is compiled when first asked for, and only then known."""
    listed = (Path(__file__).parent / "messages.txt").read_text(encoding="utf-8").splitlines()
    names = ("channel", "about", "received_on", "text")
    whole: list[dict[str, object]] = [
        dict(zip(names, line.split("|", 3), strict=True)) for line in listed
    ]
    long = "您好，还在处理，请等一等。" * 200
    whole.append({**whole[14], "text": f"{long}{whole[14]['text']}{long}"})
    return whole + [{**each, "channel": way} for each in whole for way in ("sms", "web", "paper")]


def _frozen(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Whole ways through the frozen account's questions, each day at its end filled in or left out."""
    found = tree("frozen-account")
    asked: list[dict[str, object]] = []
    for number in range(how_many):
        at, way = next(iter(found.questions)), dict[str, object]()
        while at in found.questions:
            option = chance.choice(found.questions[at].options)
            way[at], at = option.key, option.to
        for term in found.outcomes[at].terms:
            if term.since and number % 4:
                way[term.since] = chance.choice(_DAYS)
        way["case_number"] = chance.choice(("", "（2026）浙0199执保12号", "(2026)豫0199执恢66"))
        asked.append(way)
    return asked


_DAYS = ("2026-02-25", "2026-03-02", "2026-09-21", "2026-11-16", "2026-11-24", "2027-01-29")


def _benefits(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Households whose every question is answered, so that each kind of help is judged both ways."""
    declared = specs(tools()["benefits"].inputs)
    choices = {name: tuple(s.choices) for name, s in declared.items() if s.kind == "choice"}
    return [
        {name: chance.choice(values) for name, values in choices.items()}
        | {
            "people": str(chance.randrange(1, 7)),
            "income_total": chance.choice(("0", "2100", "9000.5")),
            "minimum_per_person": chance.choice(("", "700", "900")),
            "income": [{"name": "低保", "amount": "800"}] if number % 3 == 0 else [],
        }
        for number in range(how_many)
    ]


def _late_now(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Instalments about their last day, paid in every way, with and without what the contract says."""
    ways = tuple(specs(tools()["late-now"].inputs)["paid"].choices)
    return [
        {
            "due_on": str(date(2026, 11, 22) + timedelta(chance.randrange(6))),
            "paid": ways[number % len(ways)],
            "paid_on": str(date(2026, 11, 20) + timedelta(chance.randrange(6))),
            "cutoff": chance.choice(("", "18", "24")),
            "hour": chance.choice(("", "9", "18", "23")),
            "paid_hour": chance.choice(("", "9", "18", "23")),
            "grace_days": chance.choice(("", "0", "3")),
            "unpaid": chance.choice(("", "3.5", "1200")),
            "grace_amount": chance.choice(("", "10")),
            "rolls": chance.choice(("unknown", "yes", "no")),
            "penalty_rate": chance.choice(("", "0.075%")),
            **_of_a_product(chance, "jiebei-penalty", "grace_days"),
        }
        for number in range(how_many)
    ]


def _desks(chance: Random, how_many: int) -> list[dict[str, object]]:
    """Intake forms as a desk fills them: people, several papers, debts known or not, a month or half of one."""
    declared = specs(tools()["desk"].inputs)
    choices = {name: tuple(s.choices) for name, s in declared.items() if s.kind == "choice"}
    assert declared["papers"].row is not None
    papers = tuple(specs(declared["papers"].row)["document"].choices)
    return [
        {name: chance.choice(values) for name, values in choices.items()}
        | {
            "document": chance.choice(choices["document"][1:]),
            "received_on": chance.choice(("", *_DAYS[:-2])),
            "papers": [
                {
                    "document": chance.choice(papers),
                    "received_on": chance.choice(("", *_DAYS[:-2])),
                    "stated_days": chance.choice(("", "7")),
                }
                for _ in range(number % 4)
            ],
            "debts": [
                {"name": chance.choice(("甲", "")), "balance": chance.choice(("18000", "0.5", ""))}
                for _ in range(number % 18)
            ],
            "income": [{"name": "工资", "amount": "5000"}] if number % 3 else [],
            "outgoings": [{"name": "房租", "amount": "3000"}] if number % 2 else [],
            "again_on": chance.choice(("", "2026-12-03")),
        }
        for number in range(how_many)
    ]


# Calculators of which whole forms are asked: what fills them, how many for each form that is asked of
# any calculator, the first day, and whether each is asked for the day after the one before.
_WHOLE: Mapping[
    str, tuple[Callable[[Random, int], Iterable[dict[str, object]]], int, date, bool]
] = {
    "card-bill": (_cards, 1, date(2025, 11, 1), True),
    "minimum-trap": (_minimums, 1, date(2025, 11, 1), True),
    "overdue-cost": (_arrears, 1, date(2025, 11, 20), False),
    "daily-loan": (_loans, 1, date(2025, 11, 1), True),
    "true-cost": (_costs, 1, date(2026, 12, 1), False),
    "message-check": (_messages, 2, date(2026, 12, 1), False),
    "frozen-account": (_frozen, 2, date(2026, 11, 25), False),
    "benefits": (_benefits, 1, date(2026, 11, 25), False),
    "late-now": (_late_now, 1, date(2026, 11, 25), False),
    "desk": (_desks, 1, date(2026, 11, 25), False),
}


def _whole(id: str, chance: Random, forms: int) -> Iterator[dict[str, Any]]:
    fill, times, first, daily = _WHOLE[id]
    for number, inputs in enumerate(fill(chance, times * forms)):
        on = first + timedelta(number if daily else 0)
        yield {"tool": id, "inputs": inputs, "on": str(on)}


# Some things said, and the others left to the example.
_LITTLE_SAID: tuple[tuple[str, dict[str, Any]], ...] = (
    ("my-case", {"principal": "20000", "days_overdue": "20", "income": [{"amount": "5000"}]}),
    (
        "my-case",
        {
            "income": [{"name": "工资", "amount": "2000"}],
            "outgoings": [{"name": "房租", "amount": "2500"}],
            "offers": [{"name": "分十期", "months": "10", "monthly": "2030"}],
            "debts": [{"name": "借款甲", "balance": "3000"}],
        },
    ),
)


def questions(forms: int = FORMS, seed: int = SEED) -> list[str]:
    """Requests of the page, as its worker hears them; so many forms of each calculator and letter."""
    chance = Random(seed)
    declared = {each.id: each.inputs for each in (*tools().values(), *letters().values())}
    asked = [
        {
            "tool": id,
            "inputs": _form(specs(inputs), chance, number / forms),
            "on": str(date(2026, 1, 1) + timedelta(chance.randrange(2000))),
            "root": "../../",
            "prefix": "it-",
        }
        for id, inputs in declared.items()
        for number in range(forms)
    ]
    asked += [each for id in _WHOLE if id in declared for each in _whole(id, chance, forms)]
    asked += [
        {"tool": id, "inputs": said, "on": "2026-11-25"}
        for id, said in _LITTLE_SAID
        if id in declared
    ]
    lines = [json.dumps(each, ensure_ascii=False) for each in (*asked, *_pastes())]
    return [line for line in (*lines, *_HOSTILE) if line and "\n" not in line]


def _form(declared: Mapping[str, Spec], chance: Random, strangeness: float) -> dict[str, Any]:
    """Some of the fields; the larger ``strangeness`` (0 to 1), the odder."""
    chosen = [name for name in declared if chance.random() < 0.7 * (0.2 + strangeness)]
    return {name: _typed(declared[name], chance, strangeness / 4) for name in chosen}


def _typed(spec: Spec, chance: Random, strangeness: float) -> object:
    if chance.random() < strangeness:
        return chance.choice(_ODD)
    match spec.kind:
        case "rows":
            row = specs(cast("type[Any]", spec.row))
            return [_form(row, chance, strangeness * 4) for _ in range(chance.randrange(5))]
        case "part":
            return _form(specs(cast("type[Any]", spec.row)), chance, strangeness * 4)
        case "choice":
            return chance.choice([*spec.choices, *spec.choices.values()])
        case "day":
            found = date(2026, 11, 23) + timedelta(chance.randrange(-1200, 1200))
            said = f"{found.year}年{found.month}月{found.day}号"
            odd = (
                "上周五",
                "11月3号",
                "腊月二十三",
                "八月十五",
                "26-11-03",
                "11月3日之前",
                "2026—11—03",
            )
            return chance.choice([*[str(found)] * 4, *[said] * 2, *odd])
        case kind:
            return chance.choice(_USUAL[kind])
