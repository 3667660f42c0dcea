"""The one door of the page: whatever comes in is answered, and every calculator is found by its file."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from calculators import registry
from calculators.browser import NOT_A_REQUEST, respond
from calculators.registry import tool, tools

GOOD = {"tool": "rate-convert", "inputs": {}, "on": "2026-11-23"}


def test_a_request_may_leave_out_where_it_stands() -> None:
    assert json.loads(respond(json.dumps(GOOD)))["ok"]


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "[]",
        "[" * 100_000,
        json.dumps({}),
        json.dumps(GOOD | {"tool": "no-such"}),
        json.dumps(GOOD | {"tool": 7}),
        json.dumps(GOOD | {"inputs": []}),
        json.dumps(GOOD | {"on": "2026-02-30"}),
        json.dumps(GOOD | {"on": "1989-12-31"}),
        json.dumps(GOOD | {"on": "2101-01-01"}),
        json.dumps(GOOD | {"root": 1}),
        json.dumps(GOOD | {"prefix": None}),
    ],
)
def test_what_is_no_request_is_answered_with_one_sentence(request_text: str) -> None:
    answer = json.loads(respond(request_text))
    assert answer == {"ok": False, "errors": [{"field": "", "message": NOT_A_REQUEST}]}


def test_a_file_that_declares_another_id_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = SimpleNamespace(TOOL=tool("triage"))
    monkeypatch.setattr(registry, "import_module", lambda _: wrong)
    with pytest.raises(ValueError, match=r"tools/allocation\.py declares the id 'triage'"):
        tools.__wrapped__()


@pytest.mark.parametrize(
    ("penalty", "difference", "said"),
    [("320", "20.00", "请对方给出明细"), ("300", "0.00", "一样"), ("290", "10.00", "APP 的数少")],
)  # fmt: skip
def test_a_difference_with_the_app_says_what_to_do(
    penalty: str, difference: str, said: str
) -> None:
    """By hand: 20000 x 0.05% x 1.5 x 20 days = 300 of penalty."""
    raw = {"app_figures": {"penalty": penalty}}
    answer = json.loads(respond(json.dumps(GOOD | {"tool": "overdue-cost", "inputs": raw})))
    figure = answer["result"]["figures"]["difference_penalty"]
    assert figure["value"] == difference
    assert said in figure["meaning"]
