"""Telephone numbers one can press: `<a href="tel:12378">`, wherever a text names a hotline.

The numbers are those of the rules; whatever else has as many digits stays what it is.
"""

import re
from datetime import date

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


_KNOWN = _known()
# A site may have no hotlines; then nothing is one.
_LONGEST_FIRST = "|".join(sorted(_KNOWN, key=lambda number: (-len(number), number)))
_NUMBERS = re.compile(
    rf"(?<![\w.,-])(?<!\d、)(?:{_LONGEST_FIRST or '(?!)'})(?![\d.,:-]){_UNIT}",
    re.ASCII,
)


def _link(number: re.Match[str]) -> str:
    return f'<a href="tel:{_KNOWN[number[0]]}">{number[0]}</a>'


def dial(html: str) -> str:
    """The HTML with each hotline's number as a link to ring it; the rest to the letter."""
    if not _NUMBERS.search(html):
        return html
    silent: list[str] = []
    parts: list[str] = []
    for part in _PART.findall(html):
        if part.startswith("<"):
            _enter_or_leave(part, silent)
            parts.append(part)
        else:
            parts.append(part if silent else _NUMBERS.sub(_link, part))
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
