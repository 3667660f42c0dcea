"""What is said once must mean the same wherever it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from calculators import facts
from calculators.form.declare import Spec, specs
from calculators.registry import letters, tools


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


def test_a_fact_is_of_one_kind_everywhere() -> None:
    kinds = defaultdict(set)
    for tool in (*tools().values(), *letters().values()):
        for name, spec, inside in controls(specs(tool.inputs)):
            row = facts.of(tool.id, inside) if inside else ""
            # A letter prints a time as it was written; the log of contacts reads it.
            kind = "text" if spec.kind == "moment" else spec.kind
            kinds[row, facts.of(tool.id, name)].add(kind)
    assert not {fact: found for fact, found in kinds.items() if len(found) > 1}


def test_every_named_fact_is_an_input_of_its_calculator() -> None:
    for id, named in facts.FACTS.items():
        names = {name for name, _, _ in controls(specs(tools()[id].inputs))}
        assert named.keys() <= names, id


def test_every_given_figure_is_asked_for_somewhere() -> None:
    asked = {
        facts.of(tool.id, name)
        for tool in (*tools().values(), *letters().values())
        for name, _, _ in controls(specs(tool.inputs))
    }
    for id, given in facts.GIVES.items():
        assert set(given.values()) <= asked, id


def test_a_letter_shows_what_cannot_be_gone_without() -> None:
    assert facts.only("letter-hardship-hold", "outgoings") == "kind=essential"
    assert not facts.only("safe-monthly", "outgoings")
    assert not facts.only("letter-hardship-hold", "income")


def test_inputs_that_only_share_a_name_share_no_value() -> None:
    loan, owed = (facts.of(id, "principal") for id in ("repayment-schedule", "overdue-cost"))
    assert loan != owed
    assert facts.of("rate-convert", "months") != facts.of("my-plan", "months")
