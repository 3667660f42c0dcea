"""The JSON Schema (2020-12) of a calculator's inputs, made from their one declaration."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, cast

from calculators.form.declare import Spec, specs
from calculators.tool import Tool

_DECIMAL = r"^[+-]?\d+(\.\d+)?$"


def schema(tool: Tool) -> dict[str, Any]:
    """The schema of one tool. Money and rates are decimal strings; plain numbers are taken too."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": tool.title,
        "description": tool.summary,
        **_object(tool.inputs),
    }


def _object(inputs: type[Any]) -> dict[str, Any]:
    declared = specs(inputs)
    return {
        "type": "object",
        "properties": {name: _property(spec) for name, spec in declared.items()},
        "required": [name for name, spec in declared.items() if _required(spec)],
        "additionalProperties": False,
    }


def _required(spec: Spec) -> bool:
    return not spec.optional and spec.default is None


def _property(spec: Spec) -> dict[str, Any]:
    described: dict[str, Any] = {"title": spec.label}
    if spec.help:
        described["description"] = spec.help
    if spec.default not in (None, "", (), {}):
        described["default"] = _typed(spec, spec.default)
    return described | _shape(spec)


def _typed(spec: Spec, value: Any) -> Any:
    """A default as declared, which is what a reader would type, in the type the schema asks for."""
    if spec.kind == "rows":
        row = specs(cast("type[Any]", spec.row))
        return [{name: _typed(row[name], cell) for name, cell in line.items()} for line in value]
    if spec.kind == "count":
        return int(value)
    return value == "true" if value in ("true", "false") else value


def _shape(spec: Spec) -> dict[str, Any]:
    match spec.kind:
        case "rows":
            items = _object(cast("type[Any]", spec.row))
            shape: dict[str, Any] = {"type": "array", "items": items, "maxItems": spec.most_rows}
        case "part":
            shape = _object(cast("type[Any]", spec.row))
        case "choice":
            shape = {"enum": list(spec.choices)}
        case "flag":
            shape = {"type": "boolean"}
        case "text":
            shape = {"type": "string", "maxLength": int(cast("Decimal", spec.maximum))}
        case "moment":
            shape = {"type": "string"}
        case "day":
            shape = {"type": "string", "format": "date"}
        case _:
            shape = _number(spec)
    return shape


def _number(spec: Spec) -> dict[str, Any]:
    limits = {
        name: _plain(limit)
        for name, limit in (("minimum", spec.minimum), ("maximum", spec.maximum))
        if limit is not None
    }
    if spec.kind == "count":
        return {"type": "integer"} | limits
    return {"anyOf": [{"type": "string", "pattern": _DECIMAL}, {"type": "number"} | limits]}


def _plain(limit: Decimal | date) -> int | float:
    """JSON Schema knows only JSON numbers; the exact limit is checked by ``inputs.parse``."""
    value = cast("Decimal", limit)
    return int(value) if value == value.to_integral_value() else float(value)
