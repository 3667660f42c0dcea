"""Each promise of the privacy page names the test that holds it."""

from __future__ import annotations

import re

from tests.conftest import ROOT

PRIVACY = (ROOT / "docs/about/privacy.md").read_text("utf-8")
ROW = re.compile(
    r"^\| (?P<promise>[^|]+) \| `(?P<file>tests/[\w/]+\.py)::(?P<test>test_\w+)` \|$", re.M
)
ROWS = list(ROW.finditer((ROOT / "docs/about/architecture.md").read_text("utf-8")))


def test_every_promise_is_listed_in_its_own_words() -> None:
    listed = {row["promise"] for row in ROWS}
    promised = set(re.findall(r"^(.+)\n\{ \.hq-short \}$", PRIVACY, re.M))
    assert len(promised) == 1
    for title in ("我们不做的", "留在你设备里的", "规则管不到的"):
        part = PRIVACY.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
        promised |= set(re.findall(r"^- (.+)$", part, re.M))
    assert len(promised) >= 16
    assert promised <= listed
    assert all(promise in PRIVACY for promise in listed)


def test_every_test_that_is_named_is_there() -> None:
    assert len(ROWS) >= 12
    for row in ROWS:
        assert f"def {row['test']}(" in (ROOT / row["file"]).read_text("utf-8"), row["test"]
