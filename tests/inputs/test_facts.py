"""What is said once must mean the same wherever it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from calculators.form.declare import Spec, fact_of, specs
from calculators.registry import letters, tools
from calculators.tool import Tool

DAY = date(2026, 11, 23)


def controls(declared: dict[str, Spec], before: str = "") -> Iterator[tuple[str, Spec, str]]:
    """Every control's name and declaration, and the list it is a column of."""
    for name, spec in declared.items():
        if spec.kind == "part" and spec.row:
            yield from controls(specs(spec.row), f"{before}{name}.")
            continue
        yield f"{before}{name}", spec, ""
        if spec.kind == "rows" and spec.row:
            for column, inner in specs(spec.row).items():
                yield f"{before}{name}.0.{column}", inner, f"{before}{name}"


def of(tool: Tool, name: str) -> str:
    return fact_of(tool.id, tool.inputs, name)


def everything() -> tuple[Tool, ...]:
    return (*tools().values(), *letters().values())


def test_a_fact_is_of_one_kind_everywhere() -> None:
    kinds = defaultdict(set)
    for tool in everything():
        for name, spec, inside in controls(specs(tool.inputs)):
            row = of(tool, inside) if inside else ""
            # A letter prints a time as it was written; the log of contacts reads it.
            kind = "text" if spec.kind == "moment" else spec.kind
            kinds[row, of(tool, name)].add(kind)
    assert not {fact: found for fact, found in kinds.items() if len(found) > 1}


def test_every_given_figure_is_asked_for_somewhere() -> None:
    asked = {of(tool, n) for tool in everything() for n, _, _ in controls(specs(tool.inputs))}
    given = {f.gives for tool in tools().values() for f in tool.run({}, DAY).figures if f.gives}
    assert {"own_total", "safe_monthly", "essential_total"} <= given <= asked


def test_a_letter_shows_what_cannot_be_gone_without() -> None:
    assert (
        specs(letters()["letter-financial-statement"].inputs)["outgoings"].only == "kind=essential"
    )
    assert not specs(tools()["safe-monthly"].inputs)["outgoings"].only
    assert not specs(letters()["letter-financial-statement"].inputs)["income"].only


def test_inputs_that_only_share_a_name_share_no_value() -> None:
    loan, owed = (of(tools()[id], "principal") for id in ("repayment-schedule", "overdue-cost"))
    assert (loan, owed) == ("loan_principal", "principal")
    assert of(tools()["rate-convert"], "months") == "rate-convert.months"


def test_a_column_is_a_fact_within_a_shared_list_and_a_part_is_seen_through() -> None:
    assert of(tools()["payoff-order"], "debts.0.balance") == "balance"
    assert of(tools()["payoff-order"], "extras.__index__.amount") == "payoff-order.extras.amount"
    assert of(tools()["offer-compare"], "debt.instalments.3.due_date") == "due_date"
    assert of(tools()["overdue-cost"], "app_figures.penalty") == "penalty_due"
    assert of(letters()["letter-stop-contacting-others"], "log.0.called") == "called_said"
