"""Many cases at once: one row in, the same row and its figures out, in the order they came.

A row that cannot be used never stops the rest: its last column says in Chinese which field and why.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from itertools import batched
from pathlib import Path

from calculators.answer.json import cell
from calculators.form.parse import InputErrors, refuse
from calculators.registry import UnknownTool, tool

CHUNK_ROWS = 500
ERROR = "错误"
HEADLINE = "结果"
OTHERS = "其他结果"
SPARE = "多出的格"
OUTPUT_PREFIX = "out."
KINDS = (".csv", ".xlsx")

type Row = Mapping[str, object]
type Answer = dict[str, object]


def answer(name: str, on: date, row: Row) -> Answer:
    """The figures of one row by key, with its headline; or the error alone. Never raises for a row."""
    try:
        result = tool(name).run(row, on)
    except InputErrors as problem:
        return {ERROR: "；".join(f"{e.field}：{e.message}" for e in problem.errors)}
    except Exception as problem:  # one row must not cost the desk the other rows
        return {ERROR: f"这一行算不出来（{type(problem).__name__}），请检查每一项。"}
    figures = {OUTPUT_PREFIX + f.key: cell(f.value, f.unit) for f in result.figures}
    return {HEADLINE: result.headline, **figures, ERROR: ""}


def answers(name: str, on: date, rows: Iterable[Row]) -> list[Answer]:
    """``answer`` for each row: the function that a process pool, or another engine, maps."""
    return [answer(name, on, row) for row in rows]


def run_batch(name: str, source: Path, target: Path, on: date, workers: int | None = None) -> str:
    """Answer every row of ``source`` into ``target`` (.csv or .xlsx); returns what was done, in a line.

    Holds a few chunks in memory, never the file. Raises ``InputErrors`` when a file or the tool is unusable.
    """
    if source.resolve() == target.resolve():
        raise refuse("output", "结果不能写进原来的文件，请换一个文件名。")
    for field, path in (("rows", source), ("output", target)):
        if path.suffix not in KINDS:
            raise refuse(field, f"文件名要以 {' 或 '.join(KINDS)} 结尾，请另存一份。")
    keys = _columns(name)
    done = failed = 0
    with _reading(source) as rows, _writing(target) as write:
        work = partial(answers, name, on)
        for chunk, found in _mapped(
            work, batched(rows, CHUNK_ROWS, strict=False), workers or os.cpu_count() or 1
        ):
            for row, each in zip(chunk, found, strict=True):
                typed = {k: v for k, v in row.items() if k != SPARE}
                if not done:
                    write([*map(_safe, typed), *keys])
                write([*map(_safe, typed.values()), *_line(each, keys)])
                done += 1
                failed += bool(each[ERROR])
            print(f"\r已算 {done} 行，出错 {failed} 行", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return f"算完 {done} 行，其中 {failed} 行有错（看“{ERROR}”一列）：{target}"


def _columns(name: str) -> list[str]:
    """What a row gains: headline, the figures of the tool's example, any others, error."""
    try:
        figures = tool(name).run({}, date(2026, 1, 1)).figures
    except UnknownTool as problem:
        raise refuse("id", str(problem.args[0])) from None
    return [HEADLINE, *(OUTPUT_PREFIX + f.key for f in figures), OTHERS, ERROR]


def _line(each: Answer, keys: list[str]) -> list[object]:
    """The new cells of a row; a figure that the example lacks stands with its key under others."""
    others = "；".join(f"{key}={value}" for key, value in each.items() if key not in keys)
    return [each.get(key, "") for key in keys if key not in (OTHERS, ERROR)] + [others, each[ERROR]]


def _safe(value: object) -> object:
    """The desk's own cell, which a spreadsheet must not run as a formula (OWASP, CSV injection)."""
    risky = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if risky else value


def _mapped[T, R](
    work: Callable[[T], R], chunks: Iterable[T], workers: int
) -> Iterator[tuple[T, R]]:
    """Each chunk with its answer, in order, never more than two chunks a worker under way."""
    if workers == 1:
        yield from ((chunk, work(chunk)) for chunk in chunks)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[tuple[T, Future[R]]] = deque()
        for chunk in chunks:
            waiting.append((chunk, pool.submit(work, chunk)))
            if len(waiting) >= 2 * workers:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()


@contextmanager
def _reading(path: Path) -> Iterator[Iterator[Row]]:
    try:
        if path.suffix == ".xlsx":
            yield _sheet_rows(path)
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield _csv_rows(file)
    except (OSError, UnicodeDecodeError) as problem:
        raise refuse("rows", f"读写不了文件：{problem}") from None


def _csv_rows(file: Iterable[str]) -> Iterator[Row]:
    rows = csv.reader(file)
    yield from _named(next(rows, []), (row for row in rows if row))


def _sheet_rows(path: Path) -> Iterator[Row]:
    # Lazily: neither the site nor its build has it.
    from openpyxl import load_workbook  # noqa: PLC0415

    rows = load_workbook(path, read_only=True, data_only=True).worksheets[0].values
    yield from _named(next(rows, ()), rows)


def _named(head: Iterable[object], rows: Iterable[Iterable[object]]) -> Iterator[Row]:
    """Rows by column name; a short row's last cells are empty, a long row's spare ones are refused."""
    names = [str(name or "") for name in head]
    if len(set(names)) < len(names):
        raise refuse("rows", "第一行有两列同名或没有名字，请给每一列一个名字。")
    for row in rows:
        cells = [_typed(value) for value in row]
        padded = cells + [""] * (len(names) - len(cells))
        named: dict[str, object] = dict(zip(names, padded, strict=False))
        spare = [c for c in cells[len(names) :] if c != ""]
        yield {**named, SPARE: "、".join(map(str, spare))} if spare else named


def _typed(value: object) -> object:
    """A spreadsheet's cell as a reader would type it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


@contextmanager
def _writing(path: Path) -> Iterator[Callable[[list[object]], object]]:
    if path.suffix == ".xlsx":
        from openpyxl import Workbook  # noqa: PLC0415

        book = Workbook(write_only=True)
        yield book.create_sheet("结果").append
        book.save(path)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        yield csv.writer(file).writerow
