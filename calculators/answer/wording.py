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
_SHARE_PLACES = Decimal("0.1")
_RATE_PLACES = Decimal("0.01")
_EXACT_PLACES = Decimal("0.0001")
_A_DAY = Decimal("0.002")
"""Below it a rate is one of a day: a hundredth more or less of a percent would be many times as much."""


def show(value: Value, unit: Unit, *, bare: bool = False, exact: bool = False) -> str:
    """The value in words: ``20,000.00 元``, ``18.25%``, ``2026年11月23日``.

    ``bare`` leaves the unit off, for table cells whose column already names it; ``exact`` is for a rate that
    was typed or stands in a rule, or that the reader is to multiply with.
    A missing value is an em dash: the figure's meaning says why it is missing.
    """
    if isinstance(value, (Decimal, int)):
        if unit in (Unit.RATE, Unit.SHARE):
            return _percent(Decimal(value), _places(Decimal(value), unit, exact))
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


def _places(value: Decimal, unit: Unit, exact: bool) -> Decimal:
    """One decimal for a share, two for a rate of a year or a month, four for one of a day."""
    if exact or (unit is Unit.RATE and abs(value) < _A_DAY):
        return _EXACT_PLACES
    return _SHARE_PLACES if unit is Unit.SHARE else _RATE_PLACES


def _percent(value: Decimal, places: Decimal) -> str:
    """In percent, with no idle decimals."""
    percent = (value * 100).quantize(places, ROUND_HALF_UP)
    return f"{percent:,f}".rstrip("0").rstrip(".") + "%"


def _number(value: Decimal | int, unit: Unit) -> str:
    if unit is Unit.YUAN:
        return f"{value:,.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
