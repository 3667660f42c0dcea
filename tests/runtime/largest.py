"""The largest question that the form of each calculator and letter can ask, and the slowest known ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, cast

from calculators.form.declare import Spec, specs
from calculators.registry import letters, tools

ON = date(2026, 11, 25)
_WORDS = "他说明天去法院告我，还要通知我的家人和单位，"


def _ago(days: int) -> str:
    return str(ON - timedelta(days))


def _days(most: int, first: int, apart: int, **more: object) -> list[dict[str, object]]:
    """So many lines with a day each, the oldest `first` days ago."""
    return [{"date": _ago(first - apart * number), **more} for number in range(most)]


def _debts(**more: object) -> list[dict[str, object]]:
    return [
        {"name": f"第{n}家", "balance": str(1000 + n), "overdue": "true", **more} for n in range(50)
    ]


_PAUSES = [{"start": _ago(900 - 30 * n), "end": _ago(890 - 30 * n)} for n in range(24)]
_INSTALMENTS = [
    {"due_date": _ago(1800 - 30 * n), "principal": "900", "interest": "30"} for n in range(60)
]
_LATE: dict[str, object] = {
    "instalments": _INSTALMENTS,
    "payments": _days(60, 1790, 29, amount="200"),
    "pauses": _PAUSES,
    "waivers": _days(24, 800, 30, component="penalty", amount="1"),
    "charges": _days(24, 810, 30, amount="1", each="daily"),
    "accelerated_on": "",
}
_CARD: dict[str, object] = {
    "purchases": [{"posted_on": _ago(6600 - 100 * n), "amount": "1000"} for n in range(60)],
    "payments": _days(60, 6550, 100, amount="300"),
    **{"daily_rate": "0.05%", "minimum_rate": "10%", "late_fee_rate": "5%", "basis": "unpaid"},
    **{"statement_day": "5", "due_day": "25", "grace_days": "3"},
}

# What the largest value of each field does not make a question of: days and sums that fit each other.
_FITTING: Mapping[str, Mapping[str, object]] = {
    "card-bill": _CARD,
    "desk": {"document": "lawsuit", "again_on": _ago(-7)},
    "daily-loan": {"until": "2056-11-25"},
    "limitation": {"events": _days(200, 1800, 5, kind="demand")},
    "my-case": {**_LATE, "offers": [{"name": "一", "months": "360", "monthly": "100"}] * 4},
    "offer-compare": {"debt": _LATE},
    "overdue-cost": _LATE,
    "payoff-order": {"extras": _days(24, -30, 30, amount="10")},
    "true-cost": {"flows": _days(600, 6990, 11, amount="60.17"), "contract_date": _ago(7000)},
}
# Found by trying thousands: debts that end after a thousand months or never, and an app's figures that
# none of a hundred and thirty ways of counting fits.
_SLOWEST: Mapping[str, Mapping[str, object]] = {
    "payoff-order": {"monthly_total": "51", "debts": _debts(annual_rate="0", minimum="1")},
    "payoff-order, hopeless": {
        "monthly_total": "4000",
        "debts": _debts(balance="10000", annual_rate="9.59%", minimum="80"),
    },
    "overdue-cost": {**_LATE, "app_total": "12345.67"},
    "message-check": {"text": "不" * 50_000},
}
_PASTED = (
    *(("overdue-cost", "instalments"), ("overdue-cost", "payments")),
    *(("card-bill", "purchases"), ("daily-loan", "draws")),
)
_BILL = "第3期 2026年9月5日 应还本金：1000.00元 应还利息: 30\n" * 5000


def _pasted(id: str, name: str) -> dict[str, Any]:
    return {"tool": id, "inputs": {}, "paste": {"list": name, "text": _BILL}}


def largest() -> dict[str, dict[str, Any]]:
    """Name of the question -> the question; every calculator and every letter has one."""
    declared = {each.id: each.inputs for each in (*tools().values(), *letters().values())}
    asked = {id: {"tool": id, "inputs": _full(id, inputs)} for id, inputs in declared.items()}
    asked |= {
        f"{id}, slowest": {"tool": id.partition(",")[0], "inputs": _SLOWEST[id]} for id in _SLOWEST
    }
    asked |= {f"{id}, pasted {name}": _pasted(id, name) for id, name in _PASTED}
    return asked


def as_lines(asked: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """As the page's worker hears them, one a line."""
    beside = {"on": str(ON), "root": "../../", "prefix": "it-"}
    return [json.dumps({**each, **beside}, ensure_ascii=False) for each in asked.values()]


def _full(id: str, inputs: type[Any]) -> dict[str, object]:
    """Every list as long, every text as long and every count as high as it may be."""
    filled = {name: _most(spec, 0) for name, spec in specs(inputs).items()}
    return {
        name: value for name, value in {**filled, **_FITTING.get(id, {})}.items() if value != ""
    }


def _most(spec: Spec, row: int) -> object:
    """The largest value of one field; of a list, each line is another."""
    if spec.kind == "rows":
        return [_part(spec, number) for number in range(spec.most_rows)]
    if spec.kind == "part":
        return _part(spec, row)
    if spec.kind == "choice":
        return list(spec.choices)[row % len(spec.choices)]
    if spec.kind == "text":
        return (_WORDS * 3000)[: int(cast("Any", spec.maximum))]
    return {
        "day": _ago(1800 - 5 * row),
        "moment": f"{_ago(1 + row // 20)} {7 + row % 16:02}:{row % 60:02}",
        "flag": "true",
        "count": str(spec.maximum),
        "rate": "0.03%" if spec.period == "day" else "7.77%",
        "money": _sum(spec, row),
        "number": "1.5",
    }[spec.kind]


def _part(spec: Spec, row: int) -> dict[str, object]:
    inner = specs(cast("type[Any]", spec.row))
    return {name: _most(each, row) for name, each in inner.items()}


def _sum(spec: Spec, row: int) -> str:
    most = spec.maximum if isinstance(spec.maximum, Decimal) else Decimal(1234)
    return str(min(Decimal(1234 + row), most))
