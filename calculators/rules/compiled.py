"""Rules from their canonical JSON form, the one form the browser reads."""

from datetime import date
from sys import intern
from typing import Any

from calculators.rules.model import Parameter, Product, Reference, Rule
from calculators.rules.units import decode


def build(compiled: list[dict[str, Any]]) -> dict[str, Rule]:
    """Make the rules, by id and in order, from what `loader.load` returns."""
    return {entry["id"]: _rule(entry) for entry in compiled}


def _rule(entry: dict[str, Any]) -> Rule:
    in_force = entry["in_force"]
    return Rule(
        **{key: _once(entry[key]) for key in _AS_IS},
        limits=tuple(entry["limits"]),
        product=_product(entry["product"]),
        reference=_reference(entry["reference"]),
        parameters={name: _parameter(raw) for name, raw in entry["parameters"].items()},
        effective_from=_day(in_force["from"]),
        effective_to=_day(in_force["to"]),
        effective_read=in_force["read"],
        checked_on=date.fromisoformat(entry["checked_on"]),
        check_by=date.fromisoformat(entry["check_by"]),
        known_until=_day(entry["known_until"]),
    )


_AS_IS = ("id", "name", "plain", "title", "category", "status", "confidence", "text", "note")


def _reference(raw: dict[str, Any]) -> Reference:
    words = {key: _once(word) for key, word in raw.items() if key != "opened"}
    return Reference(**words, opened=_day(raw["opened"]))


def _once(word: Any) -> Any:
    """The same words stand in memory once: a hundred rules name one law, and readers fetch that memory."""
    return intern(word) if isinstance(word, str) else word


def _product(raw: dict[str, Any] | None) -> Product | None:
    return None if raw is None else Product(raw["called"], tuple(raw["tools"]))


def _parameter(raw: dict[str, Any]) -> Parameter:
    values = (
        (date.fromisoformat(since), None if value is None else decode(raw["unit"], value))
        for since, value in raw["values"]
    )
    return Parameter(raw["label"], raw["unit"], tuple(values))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
