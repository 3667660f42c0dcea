"""The feed of changes and the calendar of those to come are valid, and lead to the rules."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.generator.markdown import feeds
from tests.conftest import built
from tests.site.conftest import Page

ATOM = "{http://www.w3.org/2005/Atom}"
PLACE = Path("about/rules-changelog")


@pytest.fixture(params=["site", "offline"])
def folder(request: pytest.FixtureRequest) -> Path:
    return built(request.param) / PLACE


def test_the_feed_is_what_rfc_4287_asks(folder: Path) -> None:
    root = ElementTree.parse(folder / "rules-changelog.xml").getroot()
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(ATOM + name)) == 1, name
    entries = root.findall(f"{ATOM}entry")
    assert 20 < len(entries) <= feeds.MOST_ENTRIES
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    newest = datetime.fromisoformat(str(root.findtext(f"{ATOM}updated")))
    for entry in entries:
        assert str(entry.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary")
        assert datetime.fromisoformat(str(entry.findtext(f"{ATOM}updated"))) <= newest


def test_an_entry_leads_to_its_rule() -> None:
    folder = built("site") / PLACE
    root = ElementTree.parse(folder / "rules-changelog.xml").getroot()
    for link in root.findall(f"{ATOM}entry/{ATOM}link"):
        path, _, anchor = link.attrib["href"].partition("#")
        assert f'id="{anchor}"' in (folder / path / "index.html").resolve().read_text("utf-8")


def test_the_calendar_is_what_rfc_5545_asks(folder: Path) -> None:
    raw = (folder / "rules-changelog.ics").read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    text = re.sub(r"\r\n ", "", raw.decode())
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.S)
    assert events
    for event in events:
        given = dict(line.split(":", 1) for line in event.strip().split("\r\n"))
        assert given.keys() == {
            *("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION")
        }
        assert date.fromisoformat(given["DTSTART;VALUE=DATE"]) > date(2026, 11, 23)


def test_what_is_to_come_is_in_the_calendar() -> None:
    """The pilot of selling personal loans is written until the end of 2026."""
    text = (built("site") / PLACE / "rules-changelog.ics").read_text("utf-8")
    assert "DTSTART;VALUE=DATE:20270101" in text


def test_every_page_names_the_feed_in_its_head(our_pages: list[Page]) -> None:
    for page in our_pages:
        if page.html.select("body[data-moved]") or page.name.startswith("paper/"):
            continue
        (link,) = page.html.select("head > link[type='application/atom+xml']")
        href = str(link["href"])
        target = page.edition / href.lstrip("/") if href[0] == "/" else page.path.parent / href
        assert target.resolve().is_file(), page.name


def test_a_change_keeps_its_id() -> None:
    first, again = feeds.changes(), feeds.changes()
    assert [change.id for change in first] == [change.id for change in again]
    assert [change.on for change in first] == sorted((c.on for c in first), reverse=True)
