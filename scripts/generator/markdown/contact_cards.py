"""The phone numbers of the rules as one file of contact cards beside a page.

A `contacts` fence holds what the link to the file says; the file is called as its page is::

    ```contacts
    把这些号码存进手机
    ```

Every rule with a `phone` becomes a card: its name, its number, what it is for and what it is not. So a
number that changes in the rules changes in the cards at the next build. vCard 3.0 (RFC 2426, RFC 6350
section 3.2), which Android and iOS both import.
"""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

from calculators import rules
from calculators.rules import Rule
from scripts.generator.markdown import page_file
from scripts.generator.markdown.moved import slug
from scripts.generator.markdown.page_file import Page

PHONE = "phone"
_MARK = "```contacts"
_LINE_OCTETS = 75
"""What a line may hold before it is folded, without its end."""


def fill(page: Page, index: int, text: str) -> list[str]:
    """The link to the cards as HTML; raises `PageError` where nothing says what it is."""
    if not text.strip():
        raise page.fail(index, "say in one line what the link to the contact cards is called")
    href = f"{Path(page.path).stem}.vcf"
    return ["", f'<p><a href="{href}" download>{escape(text.strip())}</a></p>', ""]


def write(docs: Path, pages: Path) -> None:
    """Lay the cards beside every page that links to them."""
    for path in sorted(docs.rglob("*.md")):
        if _MARK in page_file.body(path):
            folder = pages / slug(path.relative_to(docs))
            (folder / f"{path.stem}.vcf").write_bytes(cards(date.max).encode())


def cards(on: date) -> str:
    """One card for each number in force on `on`, in the order of the rule files."""
    found = (rule for rule in rules.at(on).all() if PHONE in rule.parameters)
    return "".join(_card(rule) for rule in found if rule.state == "in-force")


def _card(rule: Rule) -> str:
    note = "\n".join((rule.plain, *rule.limits, f"核对于 {rule.checked_on}"))
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{escaped(rule.name)};;;;",
        f"FN:{escaped(rule.name)}",
        f"ORG:{escaped(rule.reference.issuer or '')}",
        f"TEL;TYPE=VOICE:{rule.value(PHONE)}",
        f"NOTE:{escaped(note)}",
        f"REV:{rule.checked_on}",
        "END:VCARD",
    )
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(words: str) -> str:
    """Escaped as RFC 2426, section 4, asks: backslash, comma, semicolon, end of line."""
    for mark in "\\,;":
        words = words.replace(mark, f"\\{mark}")
    return words.strip().replace("\n", "\\n")


def folded(line: str) -> str:
    """Cut into lines of at most 75 octets, never inside a character; each next one begins with a space."""
    parts, width = [""], 0
    for char in line:
        size = len(char.encode())
        if width + size > _LINE_OCTETS:
            parts.append(" ")
            width = 1
        parts[-1] += char
        width += size
    return "\r\n".join(parts)
