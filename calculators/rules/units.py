"""What a rule's value may be: each unit turns the text of the file into one Python type."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.rules.scale import Bracket, Scale

type Value = Decimal | str | bool | date | tuple[str, ...] | Scale

_NUMBER = re.compile(r"\d+(\.\d+)?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def decode(unit: str, raw: Any) -> Value:
    """Turn the raw value of a rule file into its Python value.

    `unit`: one of `UNITS`: rate and multiple are decimal fractions ("0.24" is 24%), yuan are yuan,
    days/months/years/count are whole numbers, time is "HH:MM".
    `raw`: what the file holds: a quoted number, a text, true/false, a list or a mapping.

    Raises ValueError: with one sentence that says what is wrong with the value.
    """
    return UNITS[unit](raw)


def day(raw: Any) -> date:
    """Read a date written YYYY-MM-DD."""
    if not isinstance(raw, str) or len(raw) != 10:
        raise ValueError(f"{raw!r} is not a date written YYYY-MM-DD")
    return date.fromisoformat(raw)


def _number(raw: Any) -> Decimal:
    if not isinstance(raw, str):
        raise ValueError(f"write the number {raw!r} in quotes, so that it stays exact")
    if not _NUMBER.fullmatch(raw):
        raise ValueError(f"{raw!r} is not a plain decimal number")
    return Decimal(raw)


def _rate(raw: Any) -> Decimal:
    if (rate := _number(raw)) > 1:
        raise ValueError(f"a rate is a fraction: write 24% as '0.24', not {raw!r}")
    return rate


def _whole(raw: Any) -> Decimal:
    if (number := _number(raw)) != number.to_integral_value():
        raise ValueError(f"{raw!r} must be a whole number")
    return number


def _time(raw: Any) -> str:
    if not isinstance(raw, str) or not _CLOCK.fullmatch(raw):
        raise ValueError(f"{raw!r} is not a quoted time of day like '22:00'")
    return raw


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError(f"{raw!r} must be true or false")
    return raw


def _text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError(f"{raw!r} must be a text")
    return raw


def _list(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw:
        raise ValueError(f"{raw!r} must be a list of texts")
    return tuple(_text(item) for item in raw)


def _scale(raw: Any) -> Scale:
    if not isinstance(raw, dict) or not raw.keys() <= {"brackets", "cap"}:
        raise ValueError("a scale holds brackets and perhaps a cap")
    if not isinstance(raw.get("brackets"), list):
        raise ValueError("brackets must be a list")
    cap = None if raw.get("cap") is None else _number(raw["cap"])
    return Scale(tuple(_bracket(row) for row in raw["brackets"]), cap)


def _bracket(raw: Any) -> Bracket:
    if not isinstance(raw, dict) or not raw.keys() <= {"over", "up_to", "flat", "rate"}:
        raise ValueError("a bracket holds over, up_to, flat and rate only")
    return Bracket(
        over=_number(raw.get("over")),
        up_to=None if raw.get("up_to") is None else _number(raw["up_to"]),
        flat=_number(raw.get("flat", "0")),
        rate=_rate(raw.get("rate", "0")),
    )


UNITS: dict[str, Callable[[Any], Value]] = {
    "rate": _rate,
    "multiple": _number,
    "yuan": _number,
    "days": _whole,
    "months": _whole,
    "years": _whole,
    "count": _whole,
    "time": _time,
    "date": day,
    "flag": _flag,
    "text": _text,
    "list": _list,
    "scale": _scale,
}
