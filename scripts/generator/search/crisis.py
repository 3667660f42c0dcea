"""Cries for help (``crisis.yml``) as the search box takes them: words, how they sound, whom to ring."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import Any

from calculators import rules
from scripts.generator.search import sounds

# Shorter words sound like too many others, and two initials are too many words.
_HEARD = re.compile(r"[\u4e00-\u9fff]{4,}")
_INITIALS = 3
_PART = re.compile(r"\{(\w+)\}")


def read(given: Mapping[str, Any], on: date, slugs: Set[str]) -> dict[str, Any]:
    """What the browser needs to answer a cry: the numbers, and each kind's words and pages.

    `given`: what ``crisis.yml`` says; a site without one hears no cries.
    `on`: the day whose rules give the numbers.
    `slugs`: the pages there are; a kind's other pages are left out.
    """
    if not given:
        return {"phones": {}, "kinds": []}
    book = rules.at(on)
    phones = {
        key: {"number": str(book[phone["rule"]].value("phone")), "label": phone["label"]}
        for key, phone in given["phones"].items()
    }
    parts = given.get("parts", {})
    kinds = [_whole(kind, parts) for kind in given["kinds"]]
    words = {kind["name"]: kind["words"] for kind in kinds}
    return {"phones": phones, "kinds": [_kind(kind, slugs, words) for kind in kinds]}


def _whole(kind: Mapping[str, Any], parts: Mapping[str, str]) -> dict[str, Any]:
    """The kind with its lists in their places: ``{kin}`` for any word of ``kin``."""
    lists = {name: f"(?:{words.replace('/', '|')})" for name, words in parts.items()}
    said = {
        key: [_PART.sub(lambda part: lists[part[1]], word) for word in kind[key]]
        for key in ("words", "not")
    }
    return {**kind, **said}


def _kind(
    kind: Mapping[str, Any], slugs: Set[str], of: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    words = of[kind["name"]]
    heard = {" ".join(sounds.syllables(word)) for word in words if _HEARD.fullmatch(word)}
    sound = sorted({*kind["latin"], *heard})
    spoken = [each.split() for each in sound]
    return {
        **{key: kind[key] for key in ("name", "say", "calls", "words")},
        "not": [word for each in kind["not"] for word in of.get(each, [each])],
        "leads": kind.get("leads", True),
        "alone": kind.get("alone", False),
        "slips": kind.get("slips", []),
        "pages": [page for page in kind["pages"] if page in slugs],
        "sounds": sound,
        "initials": sorted(
            {"".join(s[0] for s in each) for each in spoken if len(each) >= _INITIALS}
        ),
    }
