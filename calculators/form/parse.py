"""What was typed, read by the declaration: an `Inputs`, or one sentence for each field at fault.

Money is in yuan, rates are decimal fractions (0.18 is 18 %), dates are ISO.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from calculators.answer.result import Unit
from calculators.answer.wording import show
from calculators.form import reading
from calculators.form.declare import EARLIEST, LATEST, Spec, attribute, specs
from calculators.form.echo import EXAMPLES, question
from calculators.form.rate_words import NAMES
from calculators.form.reading import SaidRate, Unreadable
from calculators.form.unsaid import is_blank, is_filled


@dataclass(frozen=True)
class FieldError:
    """One sentence for one field; ``field`` is the dotted name of the control.

    ``options`` are what could be typed instead, where the sentence asks which was meant.
    """

    field: str
    message: str
    options: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """As JSON data; without options there is no such key."""
        found: dict[str, object] = {"field": self.field, "message": self.message}
        return found | ({"options": list(self.options)} if self.options else {})


class InputErrors(ValueError):
    """The inputs cannot be used; ``errors`` says why, one sentence a field."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        self.errors = tuple(errors)
        super().__init__("; ".join(f"{e.field}: {e.message}" for e in self.errors))


def refuse(field: str, message: str) -> InputErrors:
    """An ``InputErrors`` of one sentence, for a tool to raise where two inputs do not fit together."""
    return InputErrors([FieldError(field, message)])


def parse[T](inputs: type[T], raw: Mapping[str, object], prefix: str = "") -> T:
    """Read what was typed.

    Parameters: ``inputs`` a declared dataclass; ``raw`` name -> text, number, list of rows or
    mapping; missing names take their default. A field that the reader has emptied never stands for
    an example: it means nothing, zero or no, or is refused.
    Raises ``InputErrors`` with every field that cannot be used, never only the first.
    """
    declared = specs(inputs)
    errors = [
        FieldError(
            prefix + str(name), f"没有“{name}”这一项，请删掉它。可用的有：{'、'.join(declared)}。"
        )
        for name in raw
        if name not in declared
    ]
    values: dict[str, object] = {}
    for name, spec in declared.items():
        try:
            timed = _timed(spec, raw, declared)
            values[name] = _read(timed, _given(name, spec, raw), prefix + name)
        except InputErrors as problem:
            errors.extend(problem.errors)
        except Unreadable as problem:
            errors.append(FieldError(prefix + name, f"“{spec.label}”{problem}", problem.options))
    if errors:
        raise InputErrors(errors)
    return inputs(**{attribute(name): value for name, value in values.items()})


def _given(name: str, spec: Spec, raw: Mapping[str, object]) -> object:
    """What was typed; an emptied field that another input replaces counts as not there."""
    typed = raw.get(name)
    return None if is_blank(typed) and is_filled(raw.get(spec.unless)) else typed


def _timed(spec: Spec, raw: Mapping[str, object], declared: Mapping[str, Spec]) -> Spec:
    """A rate whose time is chosen in a field beside it, with the time that was chosen."""
    if not spec.times:
        return spec
    name, times = spec.times
    beside, typed = declared[name], raw.get(name)
    chosen = str(beside.default) if is_blank(typed) else str(typed).strip()
    by_label = {label: value for value, label in beside.choices.items()}
    return dataclasses.replace(spec, chosen=times.get(by_label.get(chosen, chosen), ""))


def _read(spec: Spec, typed: object, name: str) -> object:
    if spec.kind == "rows":
        return _read_rows(spec, typed, name)
    if spec.kind == "part":
        return _read_part(spec, typed, name)
    if is_blank(typed):
        return _unsaid(spec, typed)
    if spec.kind in _MEASURED and str(typed).strip() in _UNKNOWN | _NOTHING:
        raise Unreadable(_no_value(spec, str(typed).strip() in _NOTHING))
    return _READERS[spec.kind](spec, typed)


_MEASURED = frozenset({"money", "rate", "number", "count", "day", "moment"})
_UNKNOWN = frozenset(
    [
        "不知道",
        "不晓得",
        "不清楚",
        "不记得",
        "不记得了",
        "记不清",
        "记不得",
        "记不住",
        "不确定",
        "说不准",
        "不好说",
        "忘了",
        "忘记了",
        "未知",
        "不详",
        "待定",
        "未定",
        "没查到",
        "?",
        "？",
        "-",
        "--",
        "/",
        "N/A",
    ]
)
_NOTHING = frozenset(["没有", "没有了", "没", "无", "暂无", "没钱", "没收入", "没有钱"])


def _no_value(spec: Spec, is_nothing: bool) -> str:
    """The end of the sentence for a reader who says that there is nothing, or that they do not know."""
    if (
        is_nothing
        and spec.kind != "rate"
        and isinstance(spec.minimum, Decimal)
        and spec.minimum <= 0
    ):
        return "没有的话，请填 0。"
    if spec.optional and not (spec.needed or spec.must):
        return "没有或者不知道的话，请把这一格空着。"
    return "不知道的话别猜，请先在账单、合同或通知上找到，或者问清楚，再填。"


def _unsaid(spec: Spec, typed: object) -> object:
    """What a name that is not there (None) or a field that was emptied stands for."""
    if spec.default is None:
        if spec.optional:
            return None
        raise Unreadable("还没有填，请填上。")
    usual = _READERS[spec.kind](spec, spec.default)
    # Nothing, zero and no may be meant by an empty field; an example is a number of somebody else's.
    if typed is not None and usual:
        raise Unreadable(_emptied(spec))
    return usual


def _emptied(spec: Spec) -> str:
    """The end of the sentence for an emptied field; its default is the example."""
    if spec.kind == "flag":
        return "空着。请填“是”或“否”。"
    asked = {"rate": "填利率", "day": "填日期", "choice": "选一个"}.get(spec.kind, "填一个数")
    return f"空着。请{asked}，比如 {_example(spec)}。"


def _example(spec: Spec) -> str:
    default = str(spec.default)
    if spec.kind == "rate":
        return show(Decimal(default), Unit.RATE, exact=True)
    return spec.choices.get(default, default)


def _said(line: Mapping[str, object]) -> bool:
    return not all(is_blank(cell) for cell in line.values())


def _read_part(spec: Spec, typed: object, name: str) -> object:
    inputs = cast("type[Any]", spec.row)
    if typed is None:
        typed = spec.default
    elif is_blank(typed):
        typed = dict.fromkeys(specs(inputs), "")
    if not isinstance(typed, Mapping):
        raise Unreadable("应当是一组有名字的数。")
    return parse(inputs, typed, prefix=f"{name}.")


def _read_rows(spec: Spec, typed: object, name: str) -> tuple[object, ...]:
    lines = spec.default if typed is None or (is_blank(typed) and not spec.default) else typed
    if not isinstance(lines, (list, tuple)):
        raise Unreadable("应当是一张表，一行一笔。")
    if len(lines) > spec.most_rows:
        raise Unreadable(f"最多 {spec.most_rows} 行，现在有 {len(lines)} 行，请合并或删掉一些。")
    found: list[object] = []
    errors: list[FieldError] = []
    for index, line in enumerate(lines):
        if not isinstance(line, Mapping):
            errors.append(
                FieldError(f"{name}.{index}", f"“{spec.label}”第 {index + 1} 行应当有列名。")
            )
        elif _said(line):
            try:
                row = parse(cast("type[Any]", spec.row), line, prefix=f"{name}.{index}.")
                found.append(row)
            except InputErrors as problem:
                errors.extend(
                    dataclasses.replace(e, message=f"第 {index + 1} 行：{e.message}")
                    for e in problem.errors
                )
    if errors:
        raise InputErrors(errors)
    return tuple(found)


def _read_money(spec: Spec, typed: object) -> Decimal:
    amount = _within(spec, reading.amount(typed))
    if amount != round(amount, 2):
        raise Unreadable("最多写到分，也就是两位小数，例如 1234.56。")
    return amount.quantize(Decimal("0.01"))


def _read_rate(spec: Spec, typed: object) -> Decimal:
    said = reading.said_rate(typed)
    if said.period and not spec.period and said.period != spec.chosen:
        raise Unreadable(_other_time(spec, said))
    if said.value < 0:
        return _within(spec, said.value)
    asked = question(spec, said)
    try:
        if asked:
            raise asked
    finally:
        del asked  # held by the frame that its traceback holds, it would never be collected
    return _within(spec, said.a(spec.period))


def _other_time(spec: Spec, said: SaidRate) -> str:
    """The end of the sentence for a rate of a day, month or year where no such, or another, is asked for."""
    if not spec.chosen:
        return "这里只填百分数，不写日、月、年，例如 18%。"
    typed, chosen = NAMES[said.period], NAMES[spec.chosen]
    return f"写的是{typed}利率，旁边选的是{chosen}利率，请把其中一个改掉，例如选{typed}利率。"


def _read_number(spec: Spec, typed: object) -> Decimal:
    return _within(spec, reading.counted(typed, spec.unit))


def _read_count(spec: Spec, typed: object) -> int:
    value = _within(spec, reading.counted(typed, spec.unit))
    if value != value.to_integral_value():
        raise Unreadable("要填整数，例如 12。")
    return int(value)


def _read_day(spec: Spec, typed: object) -> date:
    return _within(spec, reading.day(typed))


def _read_moment(spec: Spec, typed: object) -> datetime:
    found = reading.moment(typed)
    _within(dataclasses.replace(spec, minimum=EARLIEST, maximum=LATEST), found.date())
    return found


def _read_choice(spec: Spec, typed: object) -> str:
    wanted = str(typed).strip()
    if wanted in spec.choices:
        return wanted
    by_label = {label: value for value, label in spec.choices.items()}
    if wanted in by_label:
        return by_label[wanted]
    raise Unreadable(
        f"要从这些里选一个：{'、'.join(f'{k}（{v}）' for k, v in spec.choices.items())}。"
    )


def _read_flag(_: Spec, typed: object) -> bool:
    return reading.flag(typed)


def _read_text(spec: Spec, typed: object) -> str:
    words = reading.words(typed)
    if len(words) > cast("Decimal", spec.maximum):
        raise Unreadable(f"最多 {spec.maximum} 个字，现在有 {len(words)} 个，请写短一些。")
    return words


_READERS: dict[str, Callable[[Spec, object], object]] = {
    "money": _read_money,
    "rate": _read_rate,
    "count": _read_count,
    "number": _read_number,
    "day": _read_day,
    "moment": _read_moment,
    "choice": _read_choice,
    "flag": _read_flag,
    "text": _read_text,
}


def _within[D: (Decimal, date)](spec: Spec, value: D) -> D:
    low, high = cast("D | None", spec.minimum), cast("D | None", spec.maximum)
    if (low is None or value >= low) and (high is None or value <= high):
        return value
    if isinstance(value, Decimal) and value < 0 and low == 0:
        raise Unreadable(f"不能是负数，请去掉减号，{_typed_like(spec)}。")
    hint = "请改成这个范围里的数"
    if isinstance(value, Decimal) and spec.kind == "money" and value <= 0:
        hint += "，不写减号" if value else "，没有这一笔就不用填"
    raise Unreadable(f"要在 {_limit(spec, low)} 到 {_limit(spec, high)} 之间，{hint}。")


def _typed_like(spec: Spec) -> str:
    """A form that the field takes, for the end of a sentence."""
    examples = {"rate": EXAMPLES.get(spec.period, "18%"), "money": "20000"}
    return f"例如 {examples.get(spec.kind, '12')}"


def _limit(spec: Spec, limit: Decimal | date | None) -> str:
    if isinstance(limit, date):
        return limit.isoformat()
    if spec.kind == "rate":
        return show(limit, Unit.RATE, exact=True)
    return f"{limit:,f} {spec.unit}".strip()
