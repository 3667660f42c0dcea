"""Reads a letter's file: a few header lines, then the letter, the message and the call.

::

    title: 申请展期
    when: 还没到还款日，但我知道到时候还不上
    summary: 到期之前，请贷款机构把还款日往后推。
    fields: lender contract due_date
    law civil-code-678: 展期要在到期之前申请，还要对方同意。
    step letters/part-payment: 手里有一点钱，可以改用这封。

    ## letter
    ...
    ## message
    ...
    ## call

A remark begins with its tone and the rules it stands on. The file is refused at the first thing
that is wrong, with ``file:line: reason``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from calculators.letters.fields import declared

SECTIONS = {"letter": "正式信函", "message": "APP 内短消息", "call": "电话怎么说"}
_ONCE = ("title", "when", "summary", "fields")
_TONES = ("law", "reported", "note", "warning")
_HEAD = re.compile(r"(?P<key>[a-z]+)(?: (?P<about>[^:]+))?: (?P<text>.*\S)")
_MARK = re.compile(r"## (?P<key>\w+)(?: (?P<label>.*\S))?\s*")

type Tone = Literal["law", "reported", "note", "warning"]


class LetterFileError(ValueError):
    """A letter's file is wrong; reads ``path:line: reason``."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


@dataclass(frozen=True)
class Piece:
    """A text to be filled in, and the line of the file on which it starts."""

    text: str
    line: int


@dataclass(frozen=True)
class Remark:
    """A notice beside the letter and the rules it stands on."""

    tone: Tone
    rules: tuple[str, ...]
    piece: Piece


@dataclass(frozen=True)
class Next:
    """What to do next; ``page`` is a page of the site or nothing."""

    page: str
    piece: Piece


@dataclass(frozen=True)
class Section:
    """One way of saying it."""

    label: str
    piece: Piece


@dataclass(frozen=True, eq=False)
class Source:
    """A letter as its file has it."""

    path: Path
    title: str
    when: str
    summary: str
    fields: Piece
    remarks: tuple[Remark, ...]
    steps: tuple[Next, ...]
    sections: Mapping[str, Section]

    @property
    def slug(self) -> str:
        """The name of the file, which is also that of its page."""
        return self.path.stem

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules the letter stands on, each once, in the order of the remarks."""
        return tuple(dict.fromkeys(rule for remark in self.remarks for rule in remark.rules))

    def pieces(self) -> Iterator[Piece]:
        """Every text of the file that is filled in."""
        parts: tuple[Remark | Next | Section, ...] = (
            *self.remarks,
            *self.steps,
            *self.sections.values(),
        )
        return (part.piece for part in parts)

    def fail(self, line: int, reason: str) -> LetterFileError:
        """The error to raise at a line of the file."""
        return LetterFileError(self.path, line, reason)


def read(path: Path) -> Source:
    """Read one letter's file; raises ``LetterFileError``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next((i for i, line in enumerate(lines) if line.startswith("## ")), len(lines))
    once, remarks, steps = _header(path, lines[:end])
    fields = once["fields"]
    _check_fields(path, fields)
    return Source(
        path=path,
        title=once["title"].text,
        when=once["when"].text,
        summary=once["summary"].text,
        fields=fields,
        remarks=remarks,
        steps=steps,
        sections=_sections(path, lines, end),
    )


def _header(
    path: Path, lines: list[str]
) -> tuple[dict[str, Piece], tuple[Remark, ...], tuple[Next, ...]]:
    once: dict[str, Piece] = {}
    remarks: list[Remark] = []
    steps: list[Next] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _HEAD.fullmatch(line)
        if not found:
            raise LetterFileError(path, number, "a header line reads `key: text`")
        key, about, piece = found["key"], found["about"] or "", Piece(found["text"], number)
        if key in _TONES:
            remarks.append(_remark(path, key, tuple(about.split()), piece))
        elif key == "step":
            steps.append(Next(about, piece))
        elif key not in _ONCE or about:
            raise LetterFileError(path, number, f"unknown header {line.partition(':')[0]!r}")
        elif key in once:
            raise LetterFileError(path, number, f"{key!r} stands here twice")
        else:
            once[key] = piece
    for key in _ONCE:
        if key not in once:
            raise LetterFileError(path, 1, f"the header has no {key!r}")
    return once, tuple(remarks), tuple(steps)


def _remark(path: Path, tone: str, rules: tuple[str, ...], piece: Piece) -> Remark:
    if tone in ("law", "reported") and not rules:
        raise LetterFileError(path, piece.line, f"{tone!r} must name the rules it stands on")
    return Remark(cast("Tone", tone), rules, piece)


def _check_fields(path: Path, fields: Piece) -> None:
    known = declared()
    for name in fields.text.split():
        if name not in known:
            raise LetterFileError(path, fields.line, f"no field is called {name!r}")


def _sections(path: Path, lines: list[str], start: int) -> dict[str, Section]:
    marks = [i for i in range(start, len(lines)) if lines[i].startswith("## ")]
    found: dict[str, Section] = {}
    for here, after in zip(marks, [*marks[1:], len(lines)], strict=True):
        mark = _MARK.fullmatch(lines[here])
        expected = (*SECTIONS, "nothing more")[len(found)]
        if not mark or mark["key"] != expected:
            raise LetterFileError(path, here + 1, f"expected `## {expected}` here")
        text = "\n".join(lines[here + 1 : after])
        if not text.strip():
            raise LetterFileError(path, here + 1, f"the section {expected!r} is empty")
        label = mark["label"] or SECTIONS[expected]
        found[expected] = Section(label, Piece(text, here + 2))
    if len(found) < len(SECTIONS):
        missing = tuple(SECTIONS)[len(found)]
        raise LetterFileError(path, len(lines), f"the section `## {missing}` is missing")
    return found
