"""The only door between the page and the package: JSON text in, JSON text out.

Used inside the reader's browser and, in the tests, to hold the page against the command line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators import view
from calculators.answer.json import to_json
from calculators.form.declare import EARLIEST, LATEST
from calculators.form.parse import InputErrors, refuse
from calculators.registry import letters, tool, tools

NOT_A_REQUEST = "这份数据读不懂，可能不完整。请回到表格里重新填。"


def respond(request: str) -> str:
    """Answer one request of the page.

    ``request``: ``{"tool", "inputs", "on", "root", "prefix"}``. The answer is ``{"ok": true, "html",
    "announce", "result"}`` or ``{"ok": false, "errors": [{"field", "message"}]}``. Whatever the text
    is, it is answered: a link or a file may have been cut off or made by anybody.
    """
    try:
        return json.dumps(_answer(_asked(request)), ensure_ascii=False)
    except InputErrors as problem:
        errors = [{"field": e.field, "message": e.message} for e in problem.errors]
    return json.dumps({"ok": False, "errors": errors}, ensure_ascii=False)


def _asked(request: str) -> dict[str, Any]:
    """The request, if it has the form of one; raises ``InputErrors``."""
    try:
        asked = json.loads(request)
        on = date.fromisoformat(asked["on"])
        found = tool(asked["tool"])
        inputs, root, prefix = asked["inputs"], asked.get("root", ""), asked.get("prefix", "")
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise refuse("", NOT_A_REQUEST) from None
    texts = isinstance(root, str) and isinstance(prefix, str)
    if not (texts and isinstance(inputs, Mapping) and EARLIEST <= on <= LATEST):
        raise refuse("", NOT_A_REQUEST)
    return {"tool": found, "inputs": inputs, "on": on, "root": root, "prefix": prefix}


def _answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    result = asked["tool"].run(asked["inputs"], asked["on"])
    html = view.output(result, root=asked["root"], prefix=asked["prefix"])
    return {"ok": True, "html": html, "announce": result.headline, "result": to_json(result)}


def warm() -> None:
    """Run every calculator and letter once, so that a memory snapshot holds what they need."""
    for each in (*tools().values(), *letters().values()):
        respond(json.dumps({"tool": each.id, "inputs": {}, "on": "2026-01-01"}))
