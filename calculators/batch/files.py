"""The tables of a batch, a row at a time: CSV as spreadsheets save it here, XLSX, Parquet."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from calculators.form.parse import refuse

CHUNK_ROWS = 500
"""Rows that go to a worker at once."""
GROUP_ROWS = 10_000
"""Rows that a Parquet file holds together."""
MOST_SHEET_ROWS = 1_048_576
SPARE = "多出的格"
NEEDS = {".csv": "", ".xlsx": "openpyxl", ".parquet": "pyarrow"}

type Row = Mapping[str, object]
type Write = Callable[[list[object]], object]


def check(source: Path, target: Path) -> None:
    """Whether the two files can be used at all, before anything is read or written.

    Raises ``InputErrors``: one file for both, a name of no known ending, or a library that is not there.
    """
    if source.resolve() == target.resolve():
        raise refuse("output", "结果不能写进原来的文件，请换一个文件名。")
    for field, path in (("rows", source), ("output", target)):
        if path.suffix not in NEEDS:
            raise refuse(field, f"文件名要以 {'、'.join(NEEDS)} 之一结尾，请另存一份。")
        library = NEEDS[path.suffix]
        if library and find_spec(library) is None:
            install = "pip install --require-hashes -r requirements/desk.txt"
            raise refuse(field, f"{path.suffix} 要先装 {library}：{install}，或者另存为 .csv。")


@contextmanager
def reading(path: Path) -> Iterator[Iterator[Row]]:
    """The rows of a table by column name, each cell as text; raises ``InputErrors`` if it is no table."""
    opened = {".csv": _csv_lines, ".xlsx": _sheet_lines, ".parquet": _parquet_lines}[path.suffix]
    try:
        lines = opened(path)
        head = next(lines, [])
    except Exception as problem:
        raise refuse("rows", f"读不了 {path.name}：{problem}") from None
    yield _by_name(head, lines)


def _csv_lines(path: Path) -> Iterator[list[object]]:
    with path.open(encoding=_encoding(path), newline="") as file:
        for row in csv.reader(file):
            if row:
                yield [*row]


def _encoding(path: Path) -> str:
    """UTF-8, or what a Chinese Excel writes when asked for CSV."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _sheet_lines(path: Path) -> Iterator[list[object]]:
    # Lazily, as below: neither the site nor its build has it.
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        yield from (list(row) for row in book.worksheets[0].values)
    finally:
        book.close()


def _parquet_lines(path: Path) -> Iterator[list[object]]:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    with ParquetFile(path) as file:
        yield list(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=CHUNK_ROWS):
            yield from map(list, zip(*(c.to_pylist() for c in batch.columns), strict=True))


def _by_name(head: list[object], lines: Iterable[list[object]]) -> Iterator[Row]:
    """Rows by column name; a short row's last cells are empty, a long row's spare ones are refused."""
    names = [str(name or "") for name in head]
    if len(set(names)) < len(names):
        raise refuse("rows", "第一行有两列同名或没有名字，请给每一列一个名字。")
    for line in lines:
        cells = [_typed(value) for value in line]
        padded = cells + [""] * (len(names) - len(cells))
        named: dict[str, object] = dict(zip(names, padded, strict=False))
        spare = [c for c in cells[len(names) :] if c]
        yield {**named, SPARE: "、".join(spare)} if spare else named


def _typed(value: object) -> str:
    """A cell as a reader would type it; a spreadsheet's day comes with a midnight."""
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value.replace(microsecond=0)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return "" if value is None else str(value)


@contextmanager
def writing(path: Path) -> Iterator[Write]:
    """Takes the heading, then row by row; raises ``InputErrors`` if the file cannot be written."""
    opened = {".csv": _csv_file, ".xlsx": _sheet_file, ".parquet": _parquet_file}[path.suffix]
    try:
        with opened(path) as write:
            yield write
    except OSError as problem:
        raise refuse("output", f"写不了 {path.name}：{problem}") from None


def safe(value: object) -> object:
    """A cell of words, quoted where a spreadsheet would run it as a formula (OWASP, CSV injection)."""
    risky = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if risky else value


@contextmanager
def _csv_file(path: Path) -> Iterator[Write]:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        yield csv.writer(file).writerow


@contextmanager
def _sheet_file(path: Path) -> Iterator[Write]:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("结果")
    room = iter(range(MOST_SHEET_ROWS))

    def write(cells: list[object]) -> None:
        if next(room, None) is None:
            raise refuse("output", f".xlsx 最多 {MOST_SHEET_ROWS} 行，请写成 .csv 或 .parquet。")
        sheet.append(cells)

    yield write
    book.save(path)


@contextmanager
def _parquet_file(path: Path) -> Iterator[Write]:
    """Every value a text, as in JSON: money in yuan with two decimals, days in ISO form."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

    lines: list[list[object]] = []
    writers: list[Any] = []

    def flush(head: list[object], rows: list[list[object]]) -> None:
        schema = pa.schema([(str(name), pa.string()) for name in head])
        if not writers:
            writers.append(ParquetWriter(path, schema))
        cells = [[None if cell in (None, "") else str(cell) for cell in row] for row in rows]
        columns = [[row[at] for row in cells] for at in range(len(head))]
        writers[0].write_table(pa.table(columns, schema=schema))

    def write(cells: list[object]) -> None:
        lines.append(cells)
        if len(lines) > GROUP_ROWS:
            flush(lines[0], lines[1:])
            del lines[1:]

    try:
        yield write
        if lines[1:] or (lines and not writers):
            flush(lines[0], lines[1:])
    finally:
        for writer in writers:
            writer.close()
