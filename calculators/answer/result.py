"""What a calculator answers: figures, tables, pictures, workings and what to do next.

A ``Result`` knows nothing of markup. Money is Decimal yuan, rates and shares are decimal fractions, dates are
``datetime.date``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class Unit(StrEnum):
    """How a value is to be read."""

    YUAN = "yuan"
    RATE = "rate"
    SHARE = "share"
    DAYS = "days"
    MONTHS = "months"
    COUNT = "count"
    MULTIPLE = "multiple"
    DATE = "date"
    TEXT = "text"


Tone = Literal["law", "reported", "note", "warning"]
"""How sure a notice is: verified law, reported practice, a plain remark, or a warning."""

Value = Decimal | int | date | str | None
"""``None`` is an honest "cannot be said"; the figure's meaning says why."""


@dataclass(frozen=True)
class Figure:
    """One number with its plain meaning; ``page`` is the page of the site that explains it.

    ``gives`` is the fact of the reader's that it becomes for other forms, such as ``own_total``.
    One that is ``in_table`` can be named in prose and JSON by its key; the reader sees it in a table.
    """

    key: str
    label: str
    value: Value
    unit: Unit
    meaning: str = ""
    estimate: bool = False
    page: str = ""
    in_table: bool = False
    gives: str = ""


def either_way(more: Figure, less: Figure) -> tuple[Figure, ...]:
    """A sum that may go either way, as a reader meets it: under the name that makes it positive.

    `more` has the sum, in yuan; `less` the other name for one below zero. Prose and data keep `more`.

    What does a reader see of 20 yuan saved that are really 20 yuan lost?

    >>> saved = Figure("saved", "省", Decimal(-20), Unit.YUAN)
    >>> [(seen.label, seen.value) for seen in either_way(saved, Figure("lost", "多花", None, Unit.YUAN)) if not seen.in_table]
    [('多花', Decimal('20'))]
    """
    if not isinstance(more.value, Decimal) or more.value >= 0:
        return (more,)
    return (replace(more, in_table=True), replace(less, value=-more.value))


@dataclass(frozen=True)
class Column:
    """A column of a table: its key in data, its heading, and the unit of its values."""

    key: str
    label: str
    unit: Unit


@dataclass(frozen=True)
class Table:
    """Rows hold one value a column, in the columns' order.

    ``ticks`` names the list of inputs that a tick beside a row adds a line to; the line takes the
    row's values for the columns that both have. ``remind`` says that its days are to be kept: they
    go into a calendar file, with the first sum of each row. ``answer`` is the column a reader looks for
    first; on a phone it stands beside the row's name. Without one it is the first sum.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    summary: str = ""
    ticks: str = ""
    remind: bool = False
    answer: str = ""


@dataclass(frozen=True)
class Series:
    """One line or bar group of a chart: its name and its values, in the order of the labels."""

    key: str
    label: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Chart:
    """A picture in words: any drawing library, or our own SVG, can draw it."""

    key: str
    title: str
    kind: Literal["line", "bar", "stacked"]
    x: tuple[str, ...]
    series: tuple[Series, ...]
    summary: str
    unit: Unit = Unit.YUAN


@dataclass(frozen=True)
class Working:
    """How a figure came about, so that it can be redone with a pocket calculator."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Notice:
    """A limit, right or warning; ``rules`` are the ids of the rules it stands on."""

    text: str
    rules: tuple[str, ...] = ()
    tone: Tone = "note"


@dataclass(frozen=True)
class Step:
    """Something to do next. ``page`` is a page of the site without its ending, e.g. letters/hold."""

    text: str
    page: str = ""
    by: date | None = None


@dataclass(frozen=True)
class Document:
    """A text the reader can copy, print or keep as a file; ``open`` shows it at once."""

    key: str
    label: str
    filename: str
    media_type: str
    content: str
    open: bool


@dataclass(frozen=True)
class Assumed:
    """A field that was left empty, and what the answer took in its place, in words."""

    field: str
    label: str
    value: str


@dataclass(frozen=True)
class Result:
    """All that a calculator answers, in the order a frightened person needs it."""

    headline: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    workings: tuple[Working, ...] = ()
    left_out: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    steps: tuple[Step, ...] = ()
    documents: tuple[Document, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    """What was not said and still decides; filled in by ``Tool.run``, never by a calculator."""

    @property
    def listed(self) -> tuple[Figure, ...]:
        """The figures that no table says already."""
        return tuple(f for f in self.figures if not f.in_table)

    def figure(self, key: str) -> Figure:
        """The figure of that key; ``KeyError`` if there is none."""
        return next((f for f in self.figures if f.key == key), None) or _missing(key)


def _missing(key: str) -> Figure:
    raise KeyError(key)
