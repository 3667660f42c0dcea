"""The changes of the rules as a feed (Atom, RFC 4287), and those to come as a calendar (RFC 5545).

Both are written from the rules' dated values beside the page that lists them (a `rules` fence with
`show: changes`): `<page>.xml` and `<page>.ics`. The clock is never asked: what is to come lies after
the day on which that page was reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from calculators import rules
from calculators.rules import Rule, Scale
from scripts.generator.markdown import page_file, rule_tables
from scripts.generator.markdown.contact_cards import escaped, folded
from scripts.generator.markdown.moved import slug

FEED, CALENDAR = ".xml", ".ics"
MOST_ENTRIES = 60
"""How many entries a feed holds; who subscribes wants what is new."""

_WANTED = "show: changes"


@dataclass(frozen=True)
class Change:
    """What changes in one rule on one day, in words."""

    on: date
    rule: Rule
    words: str

    @property
    def id(self) -> str:
        """The same for the same change at every build, wherever the site stands."""
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.rule.id}:{self.on}')}"

    @property
    def title(self) -> str:
        """The rule by its name."""
        return f"{self.rule.name}{f'（{self.rule.mark}）' if self.rule.mark else ''}"


def changes() -> list[Change]:
    """Every dated change of every rule, newest first: values, beginnings and ends."""
    found: dict[tuple[date, str], list[str]] = {}
    book = rules.at(date.max)
    for rule in book.all():
        for day, words in _of(rule):
            found.setdefault((day, rule.id), []).append(words)
    newest = sorted(found.items(), key=lambda item: (item[0][0], item[0][1]), reverse=True)
    return [Change(day, book[id], "；".join(dict.fromkeys(words))) for (day, id), words in newest]


def _of(rule: Rule) -> Iterator[tuple[date, str]]:
    if rule.effective_from:
        yield rule.effective_from, "开始施行"
    if rule.effective_to:
        yield (
            rule.effective_to + timedelta(days=1),
            f"写到 {rule.effective_to} 为止，有没有延长要再核对",
        )
    for parameter in rule_tables.readable(rule):
        for since, value in rule_tables.steps(parameter):
            if since > date.min and not isinstance(value, Scale):
                yield since, f"{parameter.label}：{rule_tables.shown(value, parameter.unit)}"


def write(docs: Path, pages: Path, name: str) -> None:
    """Lay both beside every page that lists the changes; `name` is the site's."""
    for path in sorted(docs.rglob("*.md")):
        reviewed = page_file.front_matter(path).get("reviewed")
        if _WANTED not in page_file.body(path) or not isinstance(reviewed, date):
            continue
        folder, title = pages / slug(path.relative_to(docs)), f"{name}：规则的变动"
        up = "../" * (len(path.relative_to(docs).parts))
        (folder / f"{path.stem}{FEED}").write_text(feed(changes(), title, up), "utf-8")
        coming = [change for change in changes() if change.on > reviewed]
        text = calendar(reversed(coming), title, reviewed)
        (folder / f"{path.stem}{CALENDAR}").write_bytes(text.encode())


def feed(found: list[Change], title: str, up: str) -> str:
    """The newest changes as an Atom feed; `up` leads from it to the top of the site."""
    entries = "".join(_entry(change, up) for change in found[:MOST_ENTRIES])
    newest = max(change.rule.checked_on for change in found)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"<title>{escape(title)}</title>\n"
        f"<id>urn:uuid:{uuid5(NAMESPACE_URL, title)}</id>\n"
        f"<updated>{_moment(newest)}</updated>\n"
        f"<author><name>{escape(title.partition('：')[0])}</name></author>\n"
        '<link rel="alternate" type="text/html" href="./"/>\n'
        f"{entries}</feed>\n"
    )


def _entry(change: Change, up: str) -> str:
    href = f"{up}rights/{change.rule.category}/#{change.rule.id}"
    return (
        f"<entry><title>{escape(change.title)}</title><id>{change.id}</id>"
        f"<updated>{_moment(min(change.on, change.rule.checked_on))}</updated>"
        f'<link rel="alternate" type="text/html" href="{escape(href)}"/>'
        f'<summary type="text">{escape(f"{change.on}起：{change.words}")}</summary></entry>\n'
    )


def _moment(day: date) -> str:
    """The beginning of a day in China, as RFC 3339 writes it."""
    return f"{day}T00:00:00+08:00"


def calendar(found: Iterable[Change], title: str, on: date) -> str:
    """The changes as whole-day events; `on` is the day on which they were written down."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rules//changes//ZH", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{escaped(title)}")
    for change in found:
        lines += _event(change, on)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(change: Change, on: date) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{change.id.removeprefix('urn:uuid:')}")
    yield from (f"DTSTAMP:{on:%Y%m%d}T000000Z", f"DTSTART;VALUE=DATE:{change.on:%Y%m%d}")
    yield f"DTEND;VALUE=DATE:{change.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{change.rule.name}：{change.words}')}"
    yield f"DESCRIPTION:{escaped(change.rule.plain)}"
    yield "END:VEVENT"
