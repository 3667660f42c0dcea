"""The only door between the page and the package: JSON text in, JSON text out.

Used inside the reader's browser and, in the tests, to hold the page against the command line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators import rules, view
from calculators.answer.json import to_json
from calculators.form import bill
from calculators.form.declare import EARLIEST, LATEST, specs
from calculators.form.echo import echoes
from calculators.form.parse import InputErrors, refuse
from calculators.registry import letters, tool, tools

NOT_A_REQUEST = "这份数据读不懂，可能不完整。请回到表格里重新填。"


def respond(request: str) -> str:
    """Answer one request of the page.

    ``request``: ``{"tool", "inputs", "on", "root", "prefix"}``; with ``{"paste": {"list", "text"}}`` the
    text of a bill is read into lines of that list, and nothing is calculated. The answer is ``{"ok": true, "html",
    "announce", "result"}`` or ``{"ok": false, "errors": [{"field", "message"}]}``, where an error may
    have ``"options"`` to type instead; where there are rates, ``"echo"`` is what each means. Whatever
    the text is, it is answered: a link or a file may have been cut off or made by anybody.
    """
    said: dict[str, str] = {}
    try:
        asked = _asked(request)
        said = echoes(asked["tool"].inputs, asked["inputs"])
        answer = _answer(asked) if asked["paste"] is None else _pasted(asked)
    except InputErrors as problem:
        answer = {"ok": False, "errors": [each.plain() for each in problem.errors]}
    return json.dumps(answer | ({"echo": said} if said else {}), ensure_ascii=False)


def _asked(request: str) -> dict[str, Any]:
    """The request, if it has the form of one; raises ``InputErrors``."""
    try:
        asked = json.loads(request)
        on = date.fromisoformat(asked["on"])
        found = tool(asked["tool"])
        inputs, root, prefix = asked["inputs"], asked.get("root", ""), asked.get("prefix", "")
        paste = asked.get("paste")
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise refuse("", NOT_A_REQUEST) from None
    texts = isinstance(root, str) and isinstance(prefix, str)
    if not (texts and isinstance(inputs, Mapping) and EARLIEST <= on <= LATEST):
        raise refuse("", NOT_A_REQUEST)
    if not (paste is None or isinstance(paste, Mapping)):
        raise refuse("", NOT_A_REQUEST)
    names = ("tool", "inputs", "on", "root", "prefix", "paste")
    return dict(zip(names, (found, inputs, on, root, prefix, paste), strict=True))


def _answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    result = asked["tool"].run(asked["inputs"], asked["on"])
    html = view.output(result, root=asked["root"], prefix=asked["prefix"])
    return {"ok": True, "html": html, "announce": result.headline, "result": to_json(result)}


def _pasted(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a pasted bill becomes, for the reader to confirm; raises ``InputErrors``."""
    name, text = asked["paste"].get("list"), asked["paste"].get("text")
    spec = specs(asked["tool"].inputs).get(str(name))
    if (
        spec is None
        or spec.row is None
        or not isinstance(text, str)
        or not bill.can_paste(spec.row)
    ):
        raise refuse("", NOT_A_REQUEST)
    found = bill.read(text, str(name), spec.row, asked["on"])
    columns = [{"name": each, "label": cell.label} for each, cell in bill.asked(spec.row).items()]
    result = {
        "columns": columns,
        "rows": [dict(row) for row in found.rows],
        "unread": [{"line": u.line, "text": u.text, "why": u.why} for u in found.unread],
        "notes": list(found.notes),
    }
    return {"ok": True, "html": "", "announce": bill.said(found), "result": result}


def warm() -> None:
    """Run every calculator and letter once, so that a memory snapshot holds what they need."""
    for each in (*tools().values(), *letters().values()):
        respond(json.dumps({"tool": each.id, "inputs": {}, "on": "2026-01-01"}))
    rules.at.cache_clear()  # no reader asks of that day
