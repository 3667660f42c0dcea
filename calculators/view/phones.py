"""Telephone numbers one can press: `<a href="tel:12378">`, wherever a text names a hotline.

The numbers are those of the rules; whatever else has as many digits stays what it is.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from markupsafe import Markup, escape

from calculators import rules

# A part of the HTML: a tag, or the text up to the next one.
_PART = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_NAME = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
# Where a number is a link already, is copied or chosen, or cannot be pressed.
_SILENT = (
    *("a", "button", "code", "label", "legend", "option", "pre", "script", "select", "style"),
    *("summary", "svg", "template", "textarea", "title"),
)
_NOT_A_NUMBER = ("hq-number", "data-figure", "data-inline")
# 110 and 120 may count days or yuan too.
_UNIT = r"(?!\s*(?:[元天%‰个万条期次行分年月日号岁家笔]|小时))"


def _known() -> dict[str, str]:
    """What is rung for each number as it is written; one with an area code is known without it too."""
    book = rules.at(date.max)
    phones = [
        str(value)
        for rule_id in book
        if rule_id.startswith("hotline-") and "phone" in book[rule_id].parameters
        for _, value in book[rule_id].parameters["phone"].values
    ]
    return {phone.rpartition("-")[2]: phone for phone in phones} | {
        phone: phone for phone in phones
    }


@cache
def _numbers() -> tuple[dict[str, str], re.Pattern[str]]:
    """What is rung, and the sign of each number, made when the first result is drawn.

    A rule file that cannot be read is told where rules are read, not where this file is imported.
    """
    known = _known()
    # A site may have no hotlines; then nothing is one.
    longest_first = "|".join(sorted(known, key=lambda n: (-len(n), n))) or "(?!)"
    # “30、60、90、120” counts days; “110、120、12348” are three numbers to ring.
    short = [number for number in known if len(number) == len("110")]
    begun = [*known, *(f"{first}、{second}" for first in short for second in short)]
    listed = "|".join(rf"(?<=(?<!\d、){n}、)" for n in begun)
    alone = rf"(?:(?<!\d、)|{listed or '(?!)'})"
    sign = rf"(?<![\w.,-]){alone}(?:{longest_first})(?![\d.,:-]){_UNIT}"
    return known, re.compile(sign, re.ASCII)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """A text in pieces, each with the number that it is, "" where it is other words."""
    known, numbers = _numbers()
    at = 0
    for number in numbers.finditer(text):
        if words := text[at : number.start()]:
            yield words, ""
        yield number[0], known[number[0]]
        at = number.end()
    if words := text[at:]:
        yield words, ""


def linked(text: str, page: str) -> Markup:
    """A text as a link to a page; a number in it is none of that link, but one to ring it."""
    return Markup(
        "".join(
            f'<a href="{f"tel:{number}" if number else escape(page)}">{escape(words)}</a>'
            for words, number in parts(text)
        )
    )


def dial(html: str) -> str:
    """The HTML with each hotline's number as a link to ring it; the rest to the letter."""
    known, numbers = _numbers()
    # Looking for a number is quicker than the pattern, and most parts of a result name none.
    named = [number for number in known if number in html]
    if not named:
        return html

    def link(number: re.Match[str]) -> str:
        return f'<a href="tel:{known[number[0]]}">{number[0]}</a>'

    silent: list[str] = []
    parts: list[str] = []
    for part in _PART.findall(html):
        if part.startswith("<"):
            _enter_or_leave(part, silent)
            parts.append(part)
        elif silent or not any(number in part for number in named):
            parts.append(part)
        else:
            parts.append(numbers.sub(link, part))
    return "".join(parts)


def _enter_or_leave(tag: str, silent: list[str]) -> None:
    """Note the silent elements that stand open; inside one, only its own kind counts."""
    found = _NAME.match(tag)
    if not found or tag.endswith("/>"):
        return
    name = found[1].lower()
    if tag.startswith("</"):
        if silent and silent[-1] == name:
            silent.pop()
    elif name in _SILENT or any(sign in tag for sign in _NOT_A_NUMBER) or name in silent:
        silent.append(name)
