"""How values are written for a Chinese reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from calculators.answer.result import Assumed, Unit, Value

_SUFFIX = {
    Unit.YUAN: " 元",
    Unit.DAYS: " 天",
    Unit.MONTHS: " 个月",
    Unit.MULTIPLE: " 倍",
}
_RATE_PLACES = Decimal("0.0001")


def show(value: Value, unit: Unit, *, bare: bool = False) -> str:
    """The value in words: ``20,000.00 元``, ``18.25%``, ``2026年11月23日``.

    ``bare`` leaves the unit off, for table cells whose column already names it.
    A missing value is an em dash: the figure's meaning says why it is missing.
    """
    if isinstance(value, (Decimal, int)):
        if unit is Unit.RATE:
            return _rate(Decimal(value))
        return _number(value, unit) + ("" if bare else _SUFFIX.get(unit, ""))
    if value is None:
        return "—"
    if isinstance(value, datetime):
        return f"{show(value.date(), unit)} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return value


def assumed_words(assumed: Sequence[Assumed]) -> str:
    """What was left empty and what was taken for it, as in ``没填的：利息按 0 元算``; empty if nothing was."""
    labels: dict[str, list[str]] = {}
    for each in assumed:
        labels.setdefault(each.value, []).append(each.label)
    said = (f"{'、'.join(names)}按{_spaced(value)}算" for value, names in labels.items())
    return f"没填的：{'；'.join(said)}。" if labels else ""


def _spaced(value: str) -> str:
    """A space beside figures, as elsewhere."""
    return f" {value}" if value[:1].isdigit() else value


def _rate(value: Decimal) -> str:
    """A rate in percent with at most four decimals, none of them idle."""
    percent = (value * 100).quantize(_RATE_PLACES, ROUND_HALF_UP)
    return f"{percent:,f}".rstrip("0").rstrip(".") + "%"


def _number(value: Decimal | int, unit: Unit) -> str:
    if unit is Unit.YUAN:
        return f"{value:,.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
