"""The JSON Schema says what the declaration says; words as in JSON Schema 2020-12."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from calculators.__main__ import main
from calculators.form.declare import specs
from calculators.form.parse import parse
from calculators.registry import letters, tool, tools
from calculators.schema import schema

WORDS = {
    *("$schema", "title", "description", "default", "type", "properties", "required"),
    *("additionalProperties", "items", "maxItems", "enum", "maxLength", "format", "pattern"),
    *("minimum", "maximum", "anyOf"),
}


def parts(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and every schema inside it."""
    yield found
    inside = [*found.get("properties", {}).values(), *found.get("anyOf", ())]
    for part in [*inside, *filter(None, [found.get("items")])]:
        yield from parts(part)


def accepts(found: dict[str, Any], value: object) -> bool:
    """Whether the schema takes the value: the words we use, as the standard defines them."""
    if "anyOf" in found:
        return any(accepts(one, value) for one in found["anyOf"])
    if "enum" in found:
        return value in found["enum"]
    kind, holds = TYPES[found["type"]]
    return isinstance(value, kind) and holds(found, value)


def _object(found: dict[str, Any], value: dict[str, Any]) -> bool:
    known = found["properties"]
    return value.keys() <= known.keys() and all(accepts(known[k], v) for k, v in value.items())


def _array(found: dict[str, Any], value: list[Any]) -> bool:
    return len(value) <= found["maxItems"] and all(accepts(found["items"], v) for v in value)


def _string(found: dict[str, Any], value: str) -> bool:
    fits = len(value) <= found.get("maxLength", len(value))
    return fits and bool(re.search(found.get("pattern", ""), value))


def _within(found: dict[str, Any], value: float) -> bool:
    return found.get("minimum", value) <= value <= found.get("maximum", value)


TYPES: dict[str, tuple[Any, Callable[[dict[str, Any], Any], bool]]] = {
    "object": (dict, _object),
    "array": (list, _array),
    "string": (str, _string),
    "boolean": (bool, lambda *_: True),
    "integer": (int, _within),
    "number": (int | float, _within),
}


@pytest.mark.parametrize("id", [*tools(), *letters()])
def test_the_schema_holds_every_input_and_its_default(
    id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", id]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(found["properties"]) == list(specs(tool(id).inputs))
    for part in parts(found):
        assert part.keys() <= WORDS
        assert set(part.get("required", ())) <= set(part.get("properties", ()))
        assert "default" not in part or accepts(part, part["default"]), part


@pytest.mark.parametrize("id", tools())
def test_what_the_schema_offers_is_understood(id: str) -> None:
    """The defaults, handed in as the schema writes them, are what nothing typed means."""
    found = schema(tool(id))["properties"]
    given = {name: part["default"] for name, part in found.items() if "default" in part}
    assert parse(tool(id).inputs, given) == parse(tool(id).inputs, {})


def test_limits_and_choices_are_those_declared() -> None:
    found = schema(tool("repayment-schedule"))["properties"]
    assert found["months"] | {"title": "", "description": ""} == {
        "title": "", "description": "", "default": 12, "type": "integer", "minimum": 1, "maximum": 600,
    }  # fmt: skip
    assert found["method"]["enum"][0] == "equal-instalment"
    assert found["start_date"]["format"] == "date"
    text, number = found["annual_rate"]["anyOf"]
    assert re.fullmatch(text["pattern"], "0.18")
    assert (number["minimum"], number["maximum"]) == (0, 3)
    debts = schema(tool("payoff-order"))["properties"]["debts"]
    assert (debts["type"], debts["maxItems"]) == ("array", 50)
    assert debts["items"]["properties"]["overdue"]["type"] == "boolean"
    assert debts["items"]["required"] == ["balance", "annual_rate"]
    owed = schema(tool("allocation"))["properties"]["owed"]
    assert (owed["type"], owed["additionalProperties"]) == ("object", False)


@pytest.mark.parametrize(
    ("value", "taken"), [("1.50", True), (1.5, True), ("1,50", False), (-1, False), (None, False)]
)
def test_a_sum_is_text_or_a_number(value: object, taken: bool) -> None:
    principal = schema(tool("overdue-cost"))["properties"]["principal"]
    assert accepts(principal, value) is taken
