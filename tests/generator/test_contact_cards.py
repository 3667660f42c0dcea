"""The contact cards say what the rules say, in a form that phones import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calculators import rules
from scripts.generator.markdown import contact_cards
from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.page_file import Page
from tests.generator.conftest import Render

ON = date(2026, 11, 25)
TEXT = contact_cards.cards(ON)


def unfolded() -> list[dict[str, str]]:
    """The cards as a phone reads them: lines joined, values without their escapes."""
    found: list[dict[str, str]] = []
    for line in TEXT.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            found.append({})
        for mark in ",;\\":
            value = value.replace(f"\\{mark}", mark)
        if line:
            found[-1][name] = value.replace("\\n", "\n")
    return found


def test_every_number_of_the_rules_has_its_card_and_no_other() -> None:
    numbers = {r.name: r.value("phone") for r in rules.at(ON).all() if "phone" in r.parameters}
    assert {card["FN"]: card["TEL;TYPE=VOICE"] for card in unfolded()} == numbers
    assert {"110", "12348", "12356", "12368", "12378"} <= set(numbers.values())


def test_a_card_says_what_the_number_is_for_and_what_it_is_not() -> None:
    book = {rule.name: rule for rule in rules.at(ON).all()}
    for card in unfolded():
        rule = book[card["FN"]]
        assert card["NOTE"].startswith(rule.plain.strip())
        assert all(limit in card["NOTE"] for limit in rule.limits)
        assert card["REV"] == rule.checked_on.isoformat()


def test_lines_are_folded_and_ended_as_the_standard_asks() -> None:
    """RFC 6350, section 3.2: at most 75 octets before CR LF, no character cut in two."""
    assert TEXT.endswith("END:VCARD\r\n")
    assert "\n" not in TEXT.replace("\r\n", "")
    lines = TEXT.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines if line)
    assert TEXT.count("BEGIN:VCARD\r\nVERSION:3.0\r\nN:") == TEXT.count("END:VCARD")


def test_a_number_that_is_not_in_force_yet_has_no_card() -> None:
    assert "12356" not in contact_cards.cards(date(2025, 4, 30))
    assert "12356" in contact_cards.cards(date(2025, 5, 1))


def test_a_page_links_to_its_cards_and_they_lie_beside_it(tmp_path: Path, render: Render) -> None:
    body = "# 号码\n\n```contacts\n存进手机\n```\n"
    shown = render(body, name="rights/hotlines.md")
    assert '<a href="hotlines.vcf" download>存进手机</a>' in shown
    (tmp_path / "pages/rights/hotlines").mkdir(parents=True)
    contact_cards.write(tmp_path / "docs", tmp_path / "pages")
    written = (tmp_path / "pages/rights/hotlines/hotlines.vcf").read_bytes()
    assert written == contact_cards.cards(date.max).encode()


def test_a_link_without_words_stops_the_build() -> None:
    page = Page("docs/rights/hotlines.md", "../../", 3, ON)
    with pytest.raises(PageError, match="what the link"):
        contact_cards.fill(page, 0, " ")
