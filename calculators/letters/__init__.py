"""Letters: tools whose answer is a text, filled in from the reader's own figures.

``letters/extension.txt`` is the letter ``letter-extension``; adding a letter is adding its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, partial

from calculators import content
from calculators.answer.result import Document, Figure, Notice, Result, Step, Unit
from calculators.form.parse import refuse
from calculators.letters import fields
from calculators.letters.letter_file import LetterFileError, Section, Source, read
from calculators.letters.writing import BLANK, prepare
from calculators.rules import NotInForce
from calculators.tool import Tool

__all__ = ["BLANK", "LetterFileError", "letters", "sources"]

FOLDER = content.folder("letters")


@cache
def sources() -> tuple[Source, ...]:
    """Every letter's file, by name; raises ``LetterFileError``."""
    return tuple(read(path) for path in sorted(FOLDER.glob("*.txt")))


@cache
def letters() -> Mapping[str, Tool]:
    """Every letter by id; raises ``LetterFileError``."""
    return {each.id: each for each in map(tool_of, sources())}


def tool_of(source: Source) -> Tool:
    """The tool that writes one letter."""
    return Tool(
        id=f"letter-{source.slug}",
        title=source.title,
        summary=source.summary,
        inputs=fields.choose(source.fields.text.split()),
        calculate=partial(_write, source),
        says_assumed=False,
    )


def _write(source: Source, inputs: object, on: date) -> Result:
    try:
        write = prepare(source).fill(inputs, on)
        documents = tuple(
            _document(source, key, section, write(section.piece))
            for key, section in source.sections.items()
        )
        notices = tuple(Notice(write(r.piece), r.rules, r.tone) for r in source.remarks)
    except NotInForce:
        raise refuse("", f"{on} 这一天，信里要用的规定还没有施行，请换一个日期。") from None
    blanks = documents[0].content.count(BLANK)
    return Result(
        headline=_headline(blanks),
        figures=(
            Figure("blanks", "正式信里还空着", blanks, Unit.COUNT, "寄出前补上，也可以手写。"),
        ),
        # A remark may be meant only for some answers: then the others leave it empty.
        notices=tuple(notice for notice in notices if notice.text),
        steps=tuple(Step(write(s.piece), s.page) for s in source.steps),
        documents=documents,
    )


def _document(source: Source, key: str, section: Section, content: str) -> Document:
    name = f"{source.title}-{section.label}.txt"
    return Document(key, section.label, name, "text/plain", content, open=True)


def _headline(blanks: int) -> str:
    written = "写好了，一共三种说法，选一种用就行。"
    if blanks:
        return f"{written}正式信里还有 {blanks} 处空着，寄出前补上。"
    return f"{written}寄出前再读一遍，只留真话。"
