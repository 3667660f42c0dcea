"""A log of collection contacts: what each entry may breach, and a chain that shows later changes.

    Entry(at, channel, caller, called, what, note)
    findings(entries) -> for each entry, the ids of the rules it may breach
    chain(entries) -> for each entry, a fingerprint of it and of everything before it

Which rules there are, since when and how certain, is asked of ``calculators.rules`` for the day of
the entry: a call made before a rule existed breaches nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime, time

from calculators import rules

_BY_CONTENT = {
    "threat": ("civil-code-1033", "civil-code-1024", "psapl-50", "cba-guide-2026-prohibited"),
    "disclose": ("civil-code-1032", "psapl-50", "pipl-10", "cba-guide-2026-prohibited"),
    "impersonate": ("psapl-62", "cba-guide-2026-prohibited"),
    "borrow-more": ("cba-guide-2026-prohibited",),
}
_BY_CHANNEL = {"public": ("civil-code-1032", "psapl-50", "pipl-25", "cba-guide-2026-prohibited")}
_THIRD_PARTY = ("gbt-45251-third-party", "cba-guide-2026-third-party")
_QUIET = ("gbt-45251-time", "cba-guide-2026-time")
_ANSWERED = ("gbt-45251-frequency", "max_effective_calls_per_day")
_MISSED = ("cba-guide-2026-frequency", "max_dial_attempts_per_contact_per_day")
_MEETS_AT_NIGHT = {"call-answered", "call-missed", "message", "visit"}


@dataclass(frozen=True, order=True)
class Entry:
    """One contact, as the reader wrote it down; ``at`` is local time."""

    at: datetime
    channel: str
    caller: str
    called: str
    what: str
    note: str


def findings(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """The rules each of ``entries`` (in the order of time) may breach on its day."""
    answered: Counter[tuple[date, str]] = Counter()
    missed: Counter[tuple[date, str]] = Counter()
    found = []
    for entry in entries:
        day = entry.at.date()
        answered[day, entry.called] += entry.channel == "call-answered"
        missed[day, entry.called] += entry.channel == "call-missed"
        ids = [
            *_quiet(entry),
            *_too_often(entry, "call-answered", answered, _ANSWERED),
            *_too_often(entry, "call-missed", missed, _MISSED),
            *(_THIRD_PARTY if entry.called != "me" else ()),
            *_BY_CONTENT.get(entry.what, ()),
            *_BY_CHANNEL.get(entry.channel, ()),
        ]
        book = rules.at(day)
        found.append(tuple(i for i in dict.fromkeys(ids) if book[i].state == "in-force"))
    return found


def _quiet(entry: Entry) -> list[str]:
    """The quiet-hours rules of the day whose hours hold the entry; the hours cross midnight."""
    book, clock = rules.at(entry.at.date()), entry.at.time()
    in_force = [i for i in _QUIET if book[i].state == "in-force"]
    if entry.channel not in _MEETS_AT_NIGHT:
        return []
    return [
        i
        for i in in_force
        if clock >= _clock(book[i], "quiet_from") or clock < _clock(book[i], "quiet_to")
    ]


def _clock(rule: rules.Rule, name: str) -> time:
    return time.fromisoformat(str(rule.value(name)))


def _too_often(
    entry: Entry, channel: str, so_far: Counter[tuple[date, str]], limit: tuple[str, str]
) -> list[str]:
    """The limit's rule if this entry is one contact too many for its day and person."""
    rule = rules.at(entry.at.date())[limit[0]]
    if entry.channel != channel or rule.state != "in-force":
        return []
    over = so_far[entry.at.date(), entry.called] > rule.number(limit[1])
    return [rule.id] if over else []


def chain(entries: Sequence[Entry]) -> list[str]:
    """A SHA-256 fingerprint a line, each made from the one before and the line itself.

    If any line is changed, added or taken away later, every fingerprint from there on differs.
    """
    last, found = "", []
    for entry in entries:
        line = "\x1f".join(str(part) for part in (last, *astuple(entry)))
        last = hashlib.sha256(line.encode()).hexdigest()
        found.append(last)
    return found
