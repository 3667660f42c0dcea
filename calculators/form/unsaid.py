"""What a reader left empty: what the answer takes in its place, and what the form holds at first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from calculators.answer.result import Assumed, Unit
from calculators.answer.wording import show
from calculators.form import reading
from calculators.form.declare import NEVER, Spec, asked, attribute, specs

NOTHING = "没有"


def assumed(inputs: type[Any], raw: Mapping[str, object]) -> tuple[Assumed, ...]:
    """The fields that were not said and what stands for them, one for each label.

    Not among them: words, what only adds to an answer, what no answer is given without, and a field
    whose place another one takes.
    """
    taken = stand_ins(inputs, raw)
    rest = _assumed(inputs, {**raw, **taken}, "", "")
    found = {(each.label, each.value): each for each in (*_said_for(inputs, raw, taken), *rest)}
    return tuple(found.values())


def chosen(inputs: type[Any], raw: Mapping[str, object]) -> tuple[str, str] | None:
    """The choice that speaks for empty fields, if one is made: its value and its label."""
    for name, spec in specs(inputs).items():
        if not spec.fills or is_blank(raw.get(name)):
            continue
        wanted = str(raw[name]).strip()
        for value in spec.fills:
            if wanted in (value, spec.choices[value]):
                return value, spec.choices[value]
    return None


def stand_ins(inputs: type[Any], raw: Mapping[str, object]) -> dict[str, str]:
    """What such a choice says of the fields that are empty, by name, as a reader would type it."""
    picked = chosen(inputs, raw)
    if picked is None:
        return {}
    declared = specs(inputs)
    said = next(spec.fills[picked[0]] for spec in declared.values() if picked[0] in spec.fills)
    return {
        name: value
        for name, value in said.items()
        if name in declared
        and is_blank(raw.get(name))
        and not is_filled(raw.get(declared[name].unless))
    }


def guessed(inputs: type[Any], raw: Mapping[str, object]) -> tuple[str, ...]:
    """What other choices speak for and the one made does not, by label, where it is left to the example."""
    declared, taken = specs(inputs), stand_ins(inputs, raw)
    others = {name for spec in declared.values() for said in spec.fills.values() for name in said}
    return tuple(
        spec.label
        for name, spec in declared.items()
        if name in others - taken.keys()
        and spec.kind != "flag"
        and spec.default not in (None, "0")
        and is_blank(raw.get(name))
    )


def left_to_the_example(inputs: type[Any], raw: Mapping[str, object]) -> Iterator[str]:
    """The fields in the open for which a number of the example stands, by label: nobody said them."""
    declared, taken = specs(inputs), stand_ins(inputs, raw)
    unsaid = asked(declared, raw) - taken.keys() - raw.keys()
    for name, spec in declared.items():
        if spec.kind == "part":
            beside = cast("Mapping[str, object]", raw.get(name) or {})
            yield from left_to_the_example(cast("type[Any]", spec.row), beside)
        elif (
            name in unsaid
            and _is_example(spec)
            and not is_filled(raw.get(spec.unless))
            and _applies(spec, inputs, raw)
        ):
            yield spec.label


def _is_example(spec: Spec) -> bool:
    number = spec.kind in ("money", "rate", "number", "count", "day", "rows")
    return number and not spec.group and spec.default not in (None, "0", ())


def not_looked_at(
    inputs: type[Any], raw: Mapping[str, object]
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What was typed into fields that the answer has no use for: where each is read, its label, what rules it out."""
    declared = specs(inputs)
    for name, spec in declared.items():
        typed = raw.get(name)
        if spec.kind == "part" and isinstance(typed, Mapping):
            for at, label, by in not_looked_at(cast("type[Any]", spec.row), typed):
                yield (attribute(name), *at), label, by
        elif (spec.unless or spec.applies) and is_filled(typed):
            other = _ruled_out_by(spec, inputs, raw)
            if other:
                yield (attribute(name),), spec.label, declared[other].label


def _ruled_out_by(spec: Spec, inputs: type[Any], raw: Mapping[str, object]) -> str:
    """The name of the input beside it that takes its place, or by which it never counts; "" if none does."""
    if is_filled(raw.get(spec.unless)):
        return spec.unless
    other, _, values = spec.applies.partition("=")
    return other if values and not spec.when and not _applies(spec, inputs, raw) else ""


def _said_for(
    inputs: type[Any], raw: Mapping[str, object], taken: Mapping[str, str]
) -> Iterator[Assumed]:
    picked = chosen(inputs, raw)
    for name, value in taken.items():
        spec = specs(inputs)[name]
        words = _default_words(replace(spec, default=value))
        yield Assumed(name, spec.label, f"{words}（{picked[1] if picked else ''}的说法）")


def _assumed(
    inputs: type[Any], raw: Mapping[str, object], prefix: str, of: str
) -> Iterator[Assumed]:
    declared = specs(inputs)
    waits = declared.keys() - asked(declared, raw)
    for name, spec in declared.items():
        if name in waits:
            continue
        typed, field, label = raw.get(name), prefix + name, of + spec.label
        if spec.kind == "text" or spec.needed or spec.fills or is_filled(raw.get(spec.unless)):
            continue
        if not _applies(spec, inputs, raw):
            continue
        if spec.kind == "part":
            yield from _in_part(spec, typed, f"{field}.", f"{label}·")
        elif spec.kind == "rows" and is_filled(typed):
            yield from _in_lines(spec, cast("Sequence[object]", typed), f"{field}.", f"{label}·")
        elif not is_filled(typed) and (taken := _stand_in(spec, typed)):
            yield Assumed(field, label, taken)


def _applies(spec: Spec, inputs: type[Any], raw: Mapping[str, object]) -> bool:
    """Whether the input beside it that this one hangs on says that it matters."""
    other, _, values = spec.applies.partition("=")
    if other in ("", NEVER):
        return not other
    beside, typed = specs(inputs)[other], raw.get(other)
    if not values:
        cells = typed.values() if isinstance(typed, Mapping) else [typed]
        return bool(cells) and all(map(is_filled, cells))
    chosen = str(beside.default if is_blank(typed) else typed)
    return any(chosen in (value, beside.choices[value]) for value in values.split("|"))


def _in_part(spec: Spec, typed: object, prefix: str, of: str) -> Iterator[Assumed]:
    given = typed if isinstance(typed, Mapping) else spec.default
    return _assumed(cast("type[Any]", spec.row), cast("Mapping[str, object]", given), prefix, of)


def _in_lines(spec: Spec, typed: Sequence[object], prefix: str, of: str) -> Iterator[Assumed]:
    for at, line in enumerate(typed):
        if isinstance(line, Mapping) and not all(map(is_blank, line.values())):
            yield from _assumed(cast("type[Any]", spec.row), line, f"{prefix}{at}.", of)


def _stand_in(spec: Spec, typed: object) -> str:
    """What an empty field is taken for, in words; "" where nothing is."""
    if spec.kind == "rows":
        lines = spec.default if typed is None else ()
        count = len(cast("Sequence[object]", lines))
        return f"例子里的 {count} {spec.each}" if count else spec.empty or NOTHING
    if spec.default is None:
        return spec.empty
    return _default_words(spec)


def _default_words(spec: Spec) -> str:
    if spec.kind == "flag":
        return "“是”" if reading.flag(spec.default) else "“否”"
    if spec.kind == "choice":
        return f"“{spec.choices[str(spec.default)]}”"
    if spec.kind == "rate":
        return show(reading.rate(spec.default), Unit.RATE, exact=True)
    if spec.kind == "money":
        return show(reading.amount(spec.default), Unit.YUAN)
    if spec.kind == "day":
        return show(reading.day(spec.default), Unit.DATE)
    return f"{spec.default} {spec.unit}".strip()


def held(inputs: type[Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """What the controls of a form hold that was filled with ``typed``: the defaults for the rest."""
    return {name: _held(spec, typed.get(name)) for name, spec in specs(inputs).items()}


def _held(spec: Spec, typed: Any) -> Any:
    if spec.kind == "part":
        return held(cast("type[Any]", spec.row), typed or {})
    if spec.kind == "rows":
        lines = cast("Sequence[Mapping[str, Any]]", spec.default) if typed is None else typed
        row = cast("type[Any]", spec.row)
        return [held(row, line) if is_filled([line]) else {} for line in lines]
    value = spec.default if typed is None else typed
    return "" if value is None else value


def is_blank(typed: object) -> bool:
    """Whether nothing was typed into a control; a zero is something."""
    return typed is None or (isinstance(typed, str) and not typed.strip())


def is_filled(typed: object) -> bool:
    """Whether something was typed here, or anywhere in this list of lines."""
    if isinstance(typed, (list, tuple)):
        return any(
            not isinstance(line, Mapping) or not all(map(is_blank, line.values())) for line in typed
        )
    return not is_blank(typed)
