"""What a typed rate means, said back both ways, and the question where it is far from usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, cast

from calculators.form.declare import Spec, specs
from calculators.form.numerals import Unreadable
from calculators.form.rate_words import A_YEAR, NAMES, Period, SaidRate, said_rate
from calculators.form.unsaid import is_blank, stand_ins

USUAL_A_YEAR = Decimal("0.01"), Decimal("0.6")
"""Between these a rate is taken without a question, whatever time its field asks for."""
_PLACES = {"day": Decimal("0.0001"), "year": Decimal("0.01")}


def both_ways(rate: Decimal, period: Period) -> str:
    """A rate of a day, month or year beside its year's or day's: ``日 0.05% ＝ 年 18.25%``."""
    other: Period = "day" if period == "year" else "year"
    converted = rate * A_YEAR[period] / A_YEAR[other]
    percent = (converted * 100).quantize(_PLACES[other], ROUND_HALF_UP)
    sign = "＝" if percent == converted * 100 else "≈"
    return f"{NAMES[period]} {_percent(rate)} {sign} {NAMES[other]} {_plain(percent)}%"


def echoes(inputs: type[Any], raw: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """What each rate of a form means both ways, by the name of its control; "" where it is none."""
    return dict(_echoes(inputs, {**raw, **stand_ins(inputs, raw)}, prefix))


def _echoes(inputs: type[Any], raw: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for name, spec in specs(inputs).items():
        typed = raw.get(name)
        if spec.kind == "rows" and isinstance(typed, (list, tuple)):
            for at, line in enumerate(typed):
                if isinstance(line, Mapping):
                    yield from _echoes(cast("type[Any]", spec.row), line, f"{prefix}{name}.{at}.")
        elif spec.kind == "part" and isinstance(typed, Mapping):
            yield from _echoes(cast("type[Any]", spec.row), typed, f"{prefix}{name}.")
        elif spec.kind == "rate" and spec.period:
            yield prefix + name, echo(spec, typed)


def echo(spec: Spec, typed: object) -> str:
    """What is typed into the field of a rate, both ways; "" if it is empty or no rate."""
    if not spec.period or is_blank(typed):
        return ""
    try:
        said = said_rate(typed)
        return both_ways(said.value, said.period or spec.period)
    except (Unreadable, ArithmeticError):
        return ""


def question(spec: Spec, said: SaidRate) -> Unreadable | None:
    """The question that a rate far from usual asks, if it did not say of what time it is.

    A share of anything asks only where its sign was forgotten: 8.8 is 8.8 %, hardly 880 %.
    """
    if said.bare and said.value > 1:
        return _without_sign(spec, said.value)
    if not spec.period or said.period or not said.value:
        return None
    if is_usual(said.value, spec.period):
        return None
    others = _readings(said, spec.period)
    most = cast("Decimal | None", spec.maximum)
    stays = most is None or said.value <= most
    name, yearly = NAMES[spec.period], _percent(said.value * A_YEAR[spec.period])
    offered = [_offer(other, value, spec.period) for other, value in others]
    if stays:
        offered.append(f"真是{name}利率，就写“{name}{_percent(said.value)}”")
    means = f"{_percent(said.value)} 一年是 {yearly}，" if spec.period != "year" else ""
    doubt = f"写的 {means or _percent(said.value) + '，'}不像{name}利率。"
    if said.bare:
        doubt = f"写的 {_plain(said.value)} 没有百分号，{_percent(said.value)} 不像{name}利率。"
    asked = "；".join(offered) or f"请对一对合同，例如 {EXAMPLES[spec.period]}"
    options = [f"{NAMES[p]}{_percent(value)}" for p, value in others]
    options += [f"{name}{_percent(said.value)}"] if stays else []
    return Unreadable(f"{doubt}{asked}。", tuple(options))


def _without_sign(spec: Spec, value: Decimal) -> Unreadable | None:
    """The question that a number above one asks in the field of a rate: nobody lends at 880 %."""
    most = cast("Decimal | None", spec.maximum)
    meant = value / 100
    said = _percent(meant)
    if not spec.period or is_usual(meant, spec.period):
        fits = most is None or meant <= most
        return Unreadable(f"要写百分号。是 {said}，就写“{said}”。", (said,)) if fits else None
    times: tuple[Period, ...] = ("day", "month", "year")
    others = [each for each in times if is_usual(meant, each)]
    asked = "；".join(_offer(each, meant, spec.period) for each in others)
    doubt = f"要写百分号，{said} 不像{NAMES[spec.period]}利率。"
    options = tuple(f"{NAMES[each]}{said}" for each in others)
    return Unreadable(f"{doubt}{asked or '请对一对合同，例如 ' + EXAMPLES[spec.period]}。", options)


def _offer(other: Period, rate: Decimal, own: Period) -> str:
    said = _percent(rate)
    asked = f"想写 {said} 的" if other == own else f"是{NAMES[other]}利率"
    return f"{asked}，就写“{NAMES[other]}{said}”"


EXAMPLES = {"": "18%", "day": "0.05%", "month": "1.5%", "year": "18%"}


def is_usual(rate: Decimal, period: Period) -> bool:
    """Whether a rate of that time, a fraction, lies where the rates of loans mostly lie."""
    low, high = USUAL_A_YEAR
    return low <= rate * A_YEAR[period] <= high


def _readings(said: SaidRate, period: Period) -> list[tuple[Period, Decimal]]:
    """What it may mean instead: the rate of another time, or a percentage written without its sign."""
    times: tuple[Period, ...] = ("day", "month", "year")
    rate = said.value
    forgotten = said.bare and is_usual(rate / 100, period)
    found = [(period, rate / 100)] if forgotten else []
    found += [(other, rate) for other in times if other != period and is_usual(rate, other)]
    if is_usual(rate * 100, period):
        found.append((period, rate * 100))
    return found


def _percent(rate: Decimal) -> str:
    return f"{_plain(rate * 100)}%"


def _plain(number: Decimal) -> str:
    shown = f"{number:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
