"""Whoever types 没有 or 不知道 into a field is told what to do, and doing it is right."""

from __future__ import annotations

import pytest

from calculators import registry
from calculators.form.declare import Spec, specs
from calculators.form.parse import InputErrors, parse

MEASURED = {"money", "rate", "number", "count", "day", "moment"}
FIELDS = [
    (name, field, spec)
    for name, tool in registry.tools().items()
    for field, spec in specs(tool.inputs).items()
    if spec.kind in MEASURED
]


def refusal(tool: str, field: str, typed: str) -> str:
    """The sentence about this field; nothing, if it is read."""
    try:
        parse(registry.tool(tool).inputs, {field: typed})
    except InputErrors as problem:
        return next((error.message for error in problem.errors if error.field == field), "")
    return ""


@pytest.mark.parametrize("typed", ["没有", "不知道", "？"])
@pytest.mark.parametrize(("tool", "field", "spec"), FIELDS, ids=lambda part: str(part)[:30])
def test_what_is_advised_helps(tool: str, field: str, spec: Spec, typed: str) -> None:
    says = refusal(tool, field, typed)
    assert says.startswith(f"“{spec.label}”")
    if "请填 0" in says:
        assert not refusal(tool, field, "0")
    elif "空着" in says:
        assert not refusal(tool, field, "")
    else:
        assert "别猜" in says
