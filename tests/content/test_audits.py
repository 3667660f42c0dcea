"""Each finding of two audits names the tests that hold it, and they are there."""

from __future__ import annotations

from collections import Counter

import yaml

from tests.conftest import ROOT

FINDINGS = yaml.safe_load((ROOT / "tests/content/audits.yml").read_text("utf-8"))["findings"]


def test_every_finding_is_listed_once_and_held_by_a_test() -> None:
    ids = Counter(each["id"] for each in FINDINGS)
    assert set(ids.values()) == {1}
    assert {f"R{n}" for n in range(1, 30)} | {f"S{n}" for n in range(1, 21)} <= set(ids)
    assert all(each["tests"] for each in FINDINGS)


def test_every_test_that_is_named_is_there() -> None:
    for each in FINDINGS:
        for name in each["tests"]:
            file, _, test = name.partition("::")
            assert f"def {test}(" in (ROOT / "tests" / file).read_text("utf-8"), (each["id"], name)
