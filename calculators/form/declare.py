"""What a reader may type, declared once: the form, the checks, the schema and the command line follow.

A tool declares its inputs as a frozen dataclass whose fields are made by the functions below::

    @dataclass(frozen=True, kw_only=True)
    class Inputs:
        principal: Decimal = money("本金", default="20000", minimum="0.01")
        daily_rate: Decimal = rate("日利率", default="0.0005", maximum="0.01")

Each function returns a dataclass field that carries a `Spec`; its type is `Any` because the annotation
says what the attribute holds. Defaults and limits are decimal texts (`"0.0005"`), never floats: money in
yuan, rates as fractions (0.18 is 18 %), dates in ISO form. `calculators.form.parse` reads what was typed.
"""

from __future__ import annotations

import dataclasses
import keyword
import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypedDict, Unpack, cast

from calculators.form.rate_words import Period

Kind = Literal[
    "money", "rate", "day", "moment", "count", "number", "choice", "flag", "text", "rows", "part"
]
MOST_YUAN = "100000000"
_LINE = re.compile(r"\.(?:\d+|__index__)(?=\.)")
NEVER = "never"
"""An input that `applies` never is only passed on, to the calculators that share its fact."""
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Spec:
    """One input as declared: everything the form, the schema and the checks need to know."""

    kind: Kind
    label: str
    help: str = ""
    default: object = None
    optional: bool = False
    minimum: Decimal | date | None = None
    maximum: Decimal | date | None = None
    unit: str = ""
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    row: type[Any] | None = None
    most_rows: int = 0
    group: str = ""
    slider: bool = False
    period: Period = ""
    """Of what time a rate is; what is typed for another time is converted. Empty: a plain share."""

    times: tuple[str, Mapping[str, Period]] | None = None
    """The input beside it that says of what time a rate is, and the time of each of its values."""
    chosen: Period = ""
    """The time that stands chosen there, once it is read."""

    each: str = ""
    """What one line of a list is called: 期, 笔, 个方案."""
    repeat: bool = False
    """Whether a new line starts as the last one, a month later."""
    unless: str = ""
    """The input that takes this one's place once it is filled; nobody looks at this one then."""
    fact: str = ""
    """What of the reader's it is: inputs of one fact share what was typed; "" shares with nobody."""
    only: str = ""
    """The lines of a shared list that are shown, as `column=value`; "" shows all."""
    needed: bool = False
    """Optional only in that the page opens without it: there is no answer before it is filled."""
    must: str = ""
    """When an optional one has to be filled all the same, in words for its label; "" is never."""
    empty: str = ""
    """What an optional field that stays empty is taken for, in words; "": it only adds to the answer."""
    applies: str = ""
    """When an empty one decides anything: `other=value|value` of an input beside it, or `other` once all of that is
    filled, or `NEVER`; "" is always."""
    fills: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)
    says: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What stands beside a choice once it is made: choice -> a sentence."""
    """What each choice says of other inputs that were left empty: choice -> input -> its value."""
    when: str = ""
    """The answers that ask this one, as `q2=court|police q4=yes`: any of them; "" is asked always."""
    kept: bool = True
    """Whether what was typed may be remembered at all: never where somebody else's words are pasted."""


class Common(TypedDict, total=False):
    """What any input may say beside its label and limits.

    `help`: one sentence under the field. `group`: the fold it stands in ("" is the open part). `optional`:
    it may stay empty and is then `None`. `slider`: numbers get a slider. `unless`: the input that takes
    this one's place once it is filled. `fact`: what of the reader's it is, see `fact_of`. `only`: the
    lines of a shared list that are shown. `when`: the answers after which it is asked. `needed`: it may stay empty, but then the answer asks for it.
    `must`: when an optional one has to be filled, as its label says it instead of 可不填. `empty`: what an empty one is taken for, in words that fit into “按…算”; the answer says so, and only if `applies` (`kind=suit|court`, of an input
    beside it, or the bare name of one, once all of that is filled). `kept`: False keeps it out of drafts, storage, links and files.
    """

    help: str
    group: str
    optional: bool
    slider: bool
    unless: str
    fact: str
    only: str
    needed: bool
    must: str
    empty: str
    applies: str
    when: str
    kept: bool


def money(
    label: str,
    *,
    default: str | None = None,
    minimum: str = "0",
    maximum: str = MOST_YUAN,
    **common: Unpack[Common],
) -> Any:
    """An amount in yuan with at most two decimals."""
    low, high = Decimal(minimum), Decimal(maximum)
    spec = Spec("money", label, default=default, minimum=low, maximum=high, unit="元", **common)
    return _declare(spec)


def rate(
    label: str,
    *,
    default: str | None = None,
    minimum: str = "0",
    maximum: str = "10",
    period: Period = "",
    times: tuple[str, Mapping[str, Period]] | None = None,
    **common: Unpack[Common],
) -> Any:
    """A rate as a decimal fraction of ``period``; a reader may type 18%, 万分之五, 年化18% or 0.18.

    ``times`` names an input beside it whose values say of what time it is: that time may then be typed too.
    """
    low, high = Decimal(minimum), Decimal(maximum)
    spec = Spec("rate", label, default=default, minimum=low, maximum=high, unit="%", **common)
    return _declare(dataclasses.replace(spec, period=period, times=times))


def number(
    label: str,
    *,
    default: str | None = None,
    minimum: str = "0",
    maximum: str = "1000000",
    unit: str = "倍",
    **common: Unpack[Common],
) -> Any:
    """A plain decimal number that is neither money nor a rate, such as a multiple."""
    low, high = Decimal(minimum), Decimal(maximum)
    spec = Spec("number", label, default=default, minimum=low, maximum=high, unit=unit, **common)
    return _declare(spec)


def count(
    label: str,
    *,
    default: int | None = None,
    minimum: int = 0,
    maximum: int = 100000,
    unit: str = "",
    **common: Unpack[Common],
) -> Any:
    """A whole number of days, months, people..."""
    shown = None if default is None else str(default)
    low, high = Decimal(minimum), Decimal(maximum)
    spec = Spec("count", label, default=shown, minimum=low, maximum=high, unit=unit, **common)
    return _declare(spec)


def day(label: str, *, default: str | None = None, **common: Unpack[Common]) -> Any:
    """A calendar date."""
    spec = Spec("day", label, default=default, minimum=EARLIEST, maximum=LATEST, **common)
    return _declare(spec)


def moment(label: str, **common: Unpack[Common]) -> Any:
    """A day with a time of day, as in a log of calls."""
    return _declare(Spec("moment", label, **common))


def choice(
    label: str,
    choices: Mapping[str, str],
    *,
    default: str,
    fills: Mapping[str, Mapping[str, str]] | None = None,
    says: Mapping[str, str] | None = None,
    **common: Unpack[Common],
) -> Any:
    """One of a few named possibilities: value -> what the reader sees.

    `fills` names what a choice says of other inputs, for those that stay empty: choice -> input -> value;
    `says` what the reader is told beside it.
    """
    spec = Spec("choice", label, default=default, choices=dict(choices), **common)
    return _declare(dataclasses.replace(spec, fills=dict(fills or {}), says=dict(says or {})))


def flag(label: str, *, default: bool = False, **common: Unpack[Common]) -> Any:
    """Yes or no."""
    return _declare(Spec("flag", label, default=default, **common))


def text(label: str, *, most: int = 200, **common: Unpack[Common]) -> Any:
    """A short text of at most `most` characters; it is escaped wherever it is shown."""
    given: Common = {"optional": True, **common}
    return _declare(Spec("text", label, default="", maximum=Decimal(most), **given))


def rows(
    label: str,
    row: type[Any],
    *,
    default: Sequence[Mapping[str, object]] = (),
    most: int = 60,
    each: str = "行",
    repeat: bool = False,
    **common: Unpack[Common],
) -> Any:
    """A table the reader can add lines to; `row` is a dataclass declared like the inputs.

    `each` is what one line is called, such as 期 or 笔. With `repeat` a new line starts as the last one
    a month later. Inputs of the row that have a group are asked for under that name.
    """
    given: Common = {"optional": True, **common}
    spec = Spec("rows", label, default=tuple(default), row=row, most_rows=most, **given)
    return _declare(dataclasses.replace(spec, each=each, repeat=repeat))


def part(label: str, of: type[Any], **common: Unpack[Common]) -> Any:
    """A set of inputs with a name of its own, such as the figures the app shows."""
    given: Common = {"optional": True, **common}
    return _declare(Spec("part", label, default={}, row=of, **given))


def specs(inputs: type[Any]) -> Mapping[str, Spec]:
    """The declared inputs by name, in order; the attribute `from_` is the input `from`."""
    return _specs(cast("Hashable", inputs))


@cache
def _specs(inputs: Any) -> Mapping[str, Spec]:
    """Read from the class once: an answer asks for them ten times."""
    return {f.name.removesuffix("_"): f.metadata["spec"] for f in dataclasses.fields(inputs)}


def asked(declared: Mapping[str, Spec], typed: Mapping[str, object]) -> frozenset[str]:
    """The names of the inputs that are asked, given what stands in the others.

    An answer counts only while it is asked itself; each stands after those that it hangs on.

    Raises ValueError: `when` names an input that does not stand before it.
    """
    found: set[str] = set()
    seen: set[str] = set()
    for name, spec in declared.items():
        hangs_on = conditions(spec) if spec.when else ()
        for other, _ in hangs_on:
            if other not in seen:
                raise ValueError(f"{name!r} hangs on {other!r}, which does not stand before it")
        if not hangs_on or any(
            other in found and str(typed.get(other, declared[other].default)) in values
            for other, values in hangs_on
        ):
            found.add(name)
        seen.add(name)
    return frozenset(found)


def conditions(spec: Spec) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What `when` says: pairs of an input and the values of it that ask this one."""
    parts = (each.partition("=") for each in spec.when.split())
    return tuple((name, tuple(values.split("|"))) for name, _, values in parts)


def attribute(name: str) -> str:
    """The attribute that holds the input `name`; a Python keyword gets an underscore."""
    return f"{name}_" if keyword.iskeyword(name) else name


def fact_of(tool: str, inputs: type[Any], name: str) -> str:
    """The fact that the control `name` of the calculator `tool` holds, e.g. `principal_due`.

    An input without a declared fact is a fact of its own (`rate-convert.months`): two inputs never share
    a value only because they share a name. A column of a shared list is a fact within that list:
    `debts.0.balance` is `balance`.
    """
    path = _LINE.sub("", name)
    *outer, last = path.split(".")
    declared, shared = specs(inputs), False
    for step in outer:
        holder = declared[step]
        shared = holder.kind == "rows" and bool(holder.fact)
        declared = specs(_row(holder))
    return declared[last].fact or (last if shared else f"{tool}.{path}")


def _row(spec: Spec) -> type[Any]:
    if spec.row is None:
        raise ValueError(f"“{spec.label}” is neither a list nor a part")
    return spec.row


def _declare(spec: Spec) -> Any:
    return dataclasses.field(metadata={"spec": spec})
