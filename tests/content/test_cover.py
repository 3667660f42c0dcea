"""The measure of the tests fails for lines and for branches, each by its own goal."""

from __future__ import annotations

import pytest

from scripts.checks.cover import shares, short


@pytest.mark.parametrize(
    ("lines", "branches", "missed"),
    [
        (980, 190, []),
        (979, 190, ["lines"]),
        (980, 189, ["branches"]),
        (1000, 0, ["branches"]),
    ],
)
def test_a_goal_that_is_missed_is_named(lines: int, branches: int, missed: list[str]) -> None:
    totals = {
        **{"num_statements": 1000, "covered_lines": lines},
        **{"num_branches": 200, "covered_branches": branches},
    }
    found = shares(totals)
    assert found == {"lines": lines / 10, "branches": branches / 2}
    assert short(found) == missed
