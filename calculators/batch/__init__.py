"""Many cases at once: one row in, the same row and its figures out, in the order they came.

Columns are named as the form names its fields, 本金, or by their keys, `principal`. A row that cannot be
used never stops the rest: its last column says in Chinese which field and why. Columns that one asks to
keep, a name or a number of the desk's own, are carried over and never calculated with.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from importlib.util import find_spec
from itertools import batched
from pathlib import Path
from typing import Any

from calculators.answer.json import cell
from calculators.answer.result import Figure
from calculators.answer.wording import assumed_words
from calculators.batch.files import CHUNK_ROWS, SPARE, Row, check, reading, safe, writing
from calculators.form.declare import specs
from calculators.form.parse import InputErrors, refuse
from calculators.registry import UnknownTool, tool

ERROR = "错误"
HEADLINE = "结果"
OTHERS = "其他结果"
ASSUMED = "没填的怎么算"
ANSWERED = "算出："

type Answer = list[str | int | None]
"""The new cells of a row, in the order of the new columns; the last is the error."""


def answer(
    name: str, on: date, columns: Mapping[str, str], row: Row, keep: Collection[str] = ()
) -> Answer:
    """The new cells of one row: headline, the figures of `columns`, other figures, what was assumed, error.

    `columns` are figures by key, each with the label that its column has; a figure the row calls
    otherwise, or that has no column, stands with its name under others. What stands in a column of
    `keep` is not looked at. Never raises for a row.
    """
    try:
        result = tool(name).run(_by_key(name, row, keep), on)
    except InputErrors as problem:
        said = "；".join(dict.fromkeys(e.message for e in problem.errors))
        return [*[""] * (len(columns) + 3), said]
    except Exception as problem:  # one row must not cost the desk the other rows
        said = f"这一行算不出来（{type(problem).__name__}），请检查每一项。"
        return [*[""] * (len(columns) + 3), said]
    fits = {f.key: cell(f.value, f.unit) for f in result.figures if columns.get(f.key) == f.label}
    others = "；".join(_named(f) for f in result.figures if f.key not in fits)
    taken = assumed_words(result.assumed)
    return [result.headline, *(fits.get(key, "") for key in columns), others, taken, ""]


def answers(
    name: str, on: date, columns: Mapping[str, str], keep: Collection[str], rows: Iterable[Row]
) -> list[Answer]:
    """``answer`` for each row: the function that a process pool, or another engine, maps."""
    return [answer(name, on, columns, row, keep) for row in rows]


def run_batch(
    name: str,
    source: Path,
    target: Path,
    on: date,
    workers: int | None = None,
    *,
    scheduler: str = "",
    keep: Collection[str] = (),
) -> str:
    """Answer every row of `source` into `target` (.csv, .xlsx or .parquet); returns what was done, in a line.

    Holds a few chunks in memory, never the file. With `scheduler`, the address of a Dask scheduler
    such as `tcp://10.0.0.1:8786`, its workers do the work; they need this package too. Columns named
    in `keep` are copied to the answer, whatever stands in them; an earlier batch's answer is replaced.

    Raises ``InputErrors`` when a file, the tool or the scheduler is unusable.
    """
    check(source, target)
    columns = _columns(name, on)
    _check_kept(name, keep)
    head = [HEADLINE, *(f"{ANSWERED}{label}" for label in columns.values()), OTHERS, ASSUMED, ERROR]
    done = failed = 0
    with _engine(workers or os.cpu_count() or 1, scheduler) as (engine, wide):
        work = partial(answers, name, on, columns, (*keep,))
        with reading(source) as rows, writing(target) as write:
            fresh = ({k: v for k, v in row.items() if k not in head} for row in rows)
            chunks = batched(fresh, CHUNK_ROWS, strict=False)
            for chunk, found in _mapped(work, chunks, engine, wide):
                for row, each in zip(chunk, found, strict=True):
                    typed = {k: v for k, v in row.items() if k != SPARE}
                    if not done:
                        write([*map(safe, typed), *head])
                    write([*map(safe, typed.values()), safe(each[0]), *each[1:]])
                    done += 1
                    failed += bool(each[-1])
                print(f"\r已算 {done} 行，出错 {failed} 行", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return f"算完 {done} 行，其中 {failed} 行有错（看“{ERROR}”一列）：{target}"


def _check_kept(name: str, keep: Collection[str]) -> None:
    """What is calculated with cannot be only carried over: the example's value would stand for it."""
    for key, spec in specs(tool(name).inputs).items():
        if {key, spec.label} & {*keep}:
            said = f"“{spec.label}”是要拿来算的，不能只是带着。请去掉这个 --keep。"
            raise refuse("keep", said)


def _columns(name: str, on: date) -> dict[str, str]:
    """The figures of the tool's example by key, each with its label; two of one label by their keys."""
    try:
        figures = tool(name).run({}, on).figures
    except UnknownTool as problem:
        raise refuse("id", str(problem.args[0])) from None
    twice = Counter(figure.label for figure in figures)
    return {f.key: f.label for f in figures if twice[f.label] == 1}


def _named(figure: Figure) -> str:
    """A figure that has no column of its own, with its name."""
    value = cell(figure.value, figure.unit)
    return f"{figure.label}（{figure.key}）＝{'' if value is None else value}"


def _by_key(name: str, row: Row, keep: Collection[str]) -> Row:
    """The row with keys for labels, without what is only kept; a column that is neither is refused."""
    declared = specs(tool(name).inputs)
    labels = {spec.label: key for key, spec in declared.items()}
    asked = [column for column in row if column not in keep]
    unknown = [c for c in asked if c not in labels and c not in declared and c != SPARE]
    if unknown:
        named = "".join(f"“{column}”" for column in unknown)
        options = " ".join(f"--keep {column}" for column in unknown)
        raise refuse(unknown[0], f"没有{named}这一项。只想原样带着，请加 {options}。")
    keyed = {labels.get(column, column): row[column] for column in asked}
    if len(keyed) < len(asked):
        raise refuse("rows", "有两列说的是同一项，请留一列。")
    return keyed


@contextmanager
def _engine(workers: int, scheduler: str) -> Iterator[tuple[Executor | None, int]]:
    """What does the work, and for how many at a time; one worker needs no other process."""
    if scheduler:
        with _cluster(scheduler) as found:
            yield found
    elif workers == 1:
        yield None, 1
    else:
        with ProcessPoolExecutor(workers) as pool:
            yield pool, workers


@contextmanager
def _cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    if find_spec("distributed") is None:
        raise refuse(
            "scheduler", "要先装 Dask：pip install --require-hashes -r requirements/cluster.txt"
        )
    from distributed import Client  # noqa: PLC0415

    connect: Any = Client  # it declares no types
    try:
        client = connect(scheduler, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as problem:
        raise refuse("scheduler", f"连不上 {scheduler}：{problem}") from None
    with client:
        yield client.get_executor(), max(len(client.nthreads()), 1)


def _mapped[T, R](
    work: Callable[[T], R], chunks: Iterable[T], engine: Executor | None, wide: int
) -> Iterator[tuple[T, R]]:
    """Each chunk with its answer, in order, never more than two chunks a worker under way."""
    if engine is None:
        yield from ((chunk, work(chunk)) for chunk in chunks)
        return
    waiting: deque[tuple[T, Future[R]]] = deque()
    for chunk in chunks:
        waiting.append((chunk, engine.submit(work, chunk)))
        if len(waiting) >= 2 * wide:
            first, future = waiting.popleft()
            yield first, future.result()
    for first, future in waiting:
        yield first, future.result()
