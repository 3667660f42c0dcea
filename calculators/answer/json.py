"""A `Result` as JSON data: money as strings with two decimals, rates as decimal fractions, ISO dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from calculators.answer.result import Chart, Document, Figure, Result, Table, Unit, Value

RATE_PLACES = Decimal("1e-10")

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def plain(value: Value, unit: Unit) -> str | int | None:
    """The value as JSON has it: yuan ``"1234.50"``, rate ``"0.18"``, date ``"2026-11-23"``.

    Rates are rounded half up to ten decimals: far below anything a contract states.
    """
    if not isinstance(value, Decimal):
        return value.isoformat() if isinstance(value, date) else value
    if unit is Unit.YUAN:
        return f"{value:.2f}"
    if unit in (Unit.RATE, Unit.SHARE):
        value = value.quantize(RATE_PLACES, ROUND_HALF_UP)
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def cell(value: Value, unit: Unit) -> str | int | None:
    """The value for a spreadsheet: a text that a spreadsheet would run as a formula is quoted.

    Source: OWASP, CSV injection.
    """
    shown = plain(value, unit)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return shown


def to_json(result: Result) -> dict[str, Json]:
    """The whole result as JSON data."""
    return {
        "headline": result.headline,
        "figures": {f.key: _figure(f) for f in result.figures},
        "tables": {t.key: _table(t) for t in result.tables},
        "charts": {c.key: _chart(c) for c in result.charts},
        "workings": [{"title": w.title, "steps": list(w.steps)} for w in result.workings],
        "left_out": list(result.left_out),
        "notices": [
            {"text": n.text, "rules": list(n.rules), "tone": n.tone} for n in result.notices
        ],
        "steps": [
            {"text": s.text, "page": s.page, "by": s.by.isoformat() if s.by else None}
            for s in result.steps
        ],
        "assumed": [{"field": a.field, "label": a.label, "value": a.value} for a in result.assumed],
        "documents": {d.key: _document(d) for d in result.documents},
    }


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "label": figure.label,
        "value": plain(figure.value, figure.unit),
        "unit": str(figure.unit),
        "meaning": figure.meaning,
        "estimate": figure.estimate,
        "in_table": figure.in_table,
    }


def _table(table: Table) -> dict[str, Json]:
    return {
        "title": table.title,
        "columns": [{"key": c.key, "label": c.label, "unit": str(c.unit)} for c in table.columns],
        "rows": [
            {c.key: plain(v, c.unit) for c, v in zip(table.columns, row, strict=True)}
            for row in table.rows
        ],
        "summary": table.summary,
        "remind": table.remind,
    }


def _document(document: Document) -> dict[str, Json]:
    return {
        "label": document.label,
        "filename": document.filename,
        "media_type": document.media_type,
        "content": document.content,
        "open": document.open,
    }


def _chart(chart: Chart) -> dict[str, Json]:
    return {
        "title": chart.title,
        "kind": chart.kind,
        "unit": str(chart.unit),
        "x": list(chart.x),
        "series": [
            {
                "key": s.key,
                "label": s.label,
                "values": [None if v is None else plain(v, chart.unit) for v in s.values],
            }
            for s in chart.series
        ],
        "summary": chart.summary,
    }
