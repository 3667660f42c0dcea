"""不要做: every item says so in the same words, for whoever reads the list without its heading."""

from __future__ import annotations

import re

from tests.conftest import ROOT

SECTION = re.compile(r"^## 不要做.*?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"^(?:- |\d+\. )(.*)", re.MULTILINE)


def test_what_is_not_to_be_done_is_said_in_one_form() -> None:
    """不躲 below 不要做 is read as its contrary; 不要躲 is not, with or without the heading."""
    items = [
        (path.relative_to(ROOT / "docs").as_posix(), item)
        for path in sorted((ROOT / "docs").rglob("*.md"))
        for section in SECTION.findall(path.read_text("utf-8"))
        for item in ITEM.findall(section)
    ]
    assert len(items) > 100
    other = [each for each in items if not re.match(r"(\*\*)?(不要|[^不。]+不要)", each[1])]
    assert not other
    # 不 before a further clause of the same kind: 不要给现金，不扫码.
    assert not [
        each
        for each in items
        if re.search(r"^[*]*不要[^。]*[，、]也?不(?!要)(扫|交|给|打|骂)", each[1])
    ]
