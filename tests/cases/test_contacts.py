"""The chain of fingerprints shows every later change; a thousand lines are answered in time."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from calculators.law.contacts import Entry, chain, findings
from calculators.registry import tool

START = datetime(2026, 11, 1, 9, 0)
ENTRIES = [
    Entry(START + timedelta(hours=hour), "message", "客服", "me", "remind", "") for hour in range(5)
]


@pytest.mark.parametrize("changed", range(5))
def test_a_changed_line_changes_every_fingerprint_from_there_on(changed: int) -> None:
    later = [replace(e, note="改过") if i == changed else e for i, e in enumerate(ENTRIES)]
    before, after = chain(ENTRIES), chain(later)
    assert before[:changed] == after[:changed]
    assert all(a != b for a, b in zip(before[changed:], after[changed:], strict=True))


def test_a_line_taken_out_breaks_the_chain() -> None:
    assert chain(ENTRIES)[-1] != chain(ENTRIES[:2] + ENTRIES[3:])[-1]


@pytest.mark.parametrize(("channel", "disturbs"), [("message", True), ("public", False)])
def test_what_hangs_in_public_at_night_wakes_nobody(channel: str, disturbs: bool) -> None:
    (found,) = findings([Entry(datetime(2026, 11, 1, 23, 0), channel, "客服", "me", "remind", "")])
    assert any(rule.endswith("-time") for rule in found) is disturbs


def test_a_thousand_lines_in_any_order_are_put_in_order() -> None:
    log = [{"at": (START - timedelta(hours=n)).isoformat()} for n in range(1000)]
    result = tool("contact-check").run({"log": log}, date(2026, 11, 23))
    times = [row[1] for row in result.tables[0].rows]
    assert times == sorted(times)  # type: ignore[type-var]
    assert len(times) == 1000
