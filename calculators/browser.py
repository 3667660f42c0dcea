"""The only door between the page and the package: JSON text in, JSON text out.

Used inside the reader's browser and, in the tests, to hold the page against the command line.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from calculators import view
from calculators.inputs import InputErrors
from calculators.registry import letters, tool, tools
from calculators.result import to_json

NUMBERS_TOO_BIG = "这些数放在一起算不出来，请检查有没有多打几个零。"


def respond(request: str) -> str:
    """Answer one request of the page.

    ``request``: ``{"tool", "inputs", "on", "root", "prefix"}``. The answer is ``{"ok": true, "html",
    "announce", "result"}`` or ``{"ok": false, "errors": [{"field", "message"}]}``.
    """
    asked = json.loads(request)
    try:
        return json.dumps(_answer(asked), ensure_ascii=False)
    except InputErrors as problem:
        errors = [{"field": e.field, "message": e.message} for e in problem.errors]
    except ArithmeticError:
        errors = [{"field": "", "message": NUMBERS_TOO_BIG}]
    return json.dumps({"ok": False, "errors": errors}, ensure_ascii=False)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    result = tool(asked["tool"]).run(asked["inputs"], date.fromisoformat(asked["on"]))
    html = view.output(result, root=asked.get("root", ""), prefix=asked.get("prefix", ""))
    return {"ok": True, "html": html, "announce": result.headline, "result": to_json(result)}


def warm() -> None:
    """Run every calculator and letter once, so that a memory snapshot holds what they need."""
    for each in (*tools().values(), *letters().values()):
        respond(json.dumps({"tool": each.id, "inputs": {}, "on": "2026-01-01"}))
