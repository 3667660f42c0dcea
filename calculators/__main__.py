"""Command line: ``python -m calculators list | schema ID | run ID --inputs FILE|- | batch ID ROWS -o FILE``.

Exit status 0 with the answer on standard output, or 2 with ``{"errors": [{"field", "message"}]}``.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from calculators.answer.json import cell, to_json
from calculators.answer.result import Result
from calculators.answer.wording import assumed_words, show
from calculators.form.parse import InputErrors, refuse
from calculators.registry import UnknownTool, letters, tool, tools
from calculators.schema import schema
from calculators.tool import Tool


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _options().parse_args(arguments)
    try:
        print(options.command(options))
    except InputErrors as problem:
        errors = [each.plain() for each in problem.errors]
        print(json.dumps({"errors": errors}, ensure_ascii=False, indent=2))
        return 2
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m calculators")
    commands = parser.add_subparsers(required=True)
    commands.add_parser("list").set_defaults(command=_list)
    one = commands.add_parser("schema")
    one.add_argument("id")
    one.set_defaults(command=_schema)
    run = commands.add_parser("run")
    run.add_argument("id")
    run.add_argument("--inputs", default="-", metavar="FILE|-", help="JSON; - reads standard input")
    run.add_argument("--on", type=date.fromisoformat, help="day of the answer, default today")
    run.add_argument("--format", choices=["json", "text", "csv"], default="json")
    run.set_defaults(command=_run)
    many = commands.add_parser("batch", help="every row of a table, CSV, XLSX or Parquet")
    many.add_argument("id")
    many.add_argument("rows", type=Path)
    many.add_argument("-o", "--output", type=Path, required=True)
    many.add_argument("--on", type=date.fromisoformat, help="day of the answers, default today")
    many.add_argument("--workers", type=int, help="processes, default one for each core")
    many.add_argument(
        "--scheduler", default="", help="a Dask scheduler, tcp://HOST:8786, past one machine"
    )
    many.add_argument(
        "--keep", action="append", default=[], metavar="COLUMN", help="carried over as it stands"
    )
    many.set_defaults(command=_batch)
    return parser


def _list(_: argparse.Namespace) -> str:
    lines = ["计算器", *map(_line, tools().values()), "", "信", *map(_line, letters().values())]
    return "\n".join(lines)


def _line(each: Tool) -> str:
    return f"{each.id:<32} {each.title}　{each.summary}"


def _schema(options: argparse.Namespace) -> str:
    try:
        return json.dumps(schema(tool(options.id)), ensure_ascii=False, indent=2)
    except UnknownTool as problem:
        raise refuse("id", str(problem.args[0])) from None


def _run(options: argparse.Namespace) -> str:
    # The clock is read here, at the edge, and nowhere else.
    on = options.on or date.today()  # noqa: DTZ011
    try:
        result = tool(options.id).run(_typed(options.inputs), on)
    except UnknownTool as problem:
        raise refuse("id", str(problem.args[0])) from None
    return {"json": _json, "text": _text, "csv": _csv}[options.format](result)


def _batch(options: argparse.Namespace) -> str:
    on = options.on or date.today()  # noqa: DTZ011
    # Processes and spreadsheets are loaded for a batch alone.
    from calculators.batch import run_batch  # noqa: PLC0415

    given = (options.id, options.rows, options.output, on, options.workers)
    return run_batch(*given, scheduler=options.scheduler, keep=options.keep)


def _typed(source: str) -> dict[str, object]:
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        typed = json.loads(text or "{}")
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise refuse("inputs", f"读不了输入：{problem}") from None
    if not isinstance(typed, dict):
        raise refuse("inputs", '输入要写成一个 JSON 对象，例如 {"principal": "20000"}。')
    return typed


def _json(result: Result) -> str:
    return json.dumps(to_json(result), ensure_ascii=False, indent=2)


def _text(result: Result) -> str:
    lines = [result.headline, ""]
    lines += [f"{f.label}：{show(f.value, f.unit)}" for f in result.listed]
    if result.assumed:
        lines += ["", assumed_words(result.assumed)]
    for document in result.documents:
        if document.open:
            lines += ["", f"【{document.label}】", document.content]
    return "\n".join(lines)


def _csv(result: Result) -> str:
    """The first table, or the figures of a result without one."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    if not result.tables:
        writer.writerows([f.key, cell(f.value, f.unit)] for f in result.figures)
        return sheet.getvalue().rstrip()
    table = result.tables[0]
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(cell(v, c.unit) for v, c in zip(row, table.columns, strict=True))
    return sheet.getvalue().rstrip()


if __name__ == "__main__":
    sys.exit(main())
