"""Thirty days of warning, then the build fails; no test asks the clock."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from calculators import rules
from scripts.checks import content, freshness
from scripts.checks.problem import Problem
from tests.content.conftest import GOOD

DUE = date(2027, 5, 23)  # next_review of the good page
LPR = rules.at(date(2026, 11, 23))["lpr-history"]


def days_late(path: Path, due: date, days: int) -> list[Problem]:
    (path / "page.md").write_text(GOOD, encoding="utf-8")
    return freshness.run(path, due + timedelta(days))


@pytest.mark.parametrize(("days", "state"), [(0, []), (1, [True]), (30, [True]), (31, [False])])
def test_a_page_past_its_review_is_a_warning_for_thirty_days(
    tmp_path: Path, days: int, state: list[bool]
) -> None:
    found = days_late(tmp_path, DUE, days)
    about = [problem for problem in found if problem.path.endswith("page.md")]
    assert [problem.warning for problem in about] == state
    assert all(problem.line == 5 for problem in about)


@pytest.mark.parametrize(("days", "state"), [(0, []), (1, [True]), (30, [True]), (31, [False])])
def test_a_rule_past_its_check_is_a_warning_for_thirty_days(
    tmp_path: Path, days: int, state: list[bool]
) -> None:
    message = f"'lpr-history' was to be checked by {LPR.check_by}"
    found = days_late(tmp_path, LPR.check_by, days)
    assert [problem.warning for problem in found if problem.message == message] == state


def test_the_check_of_the_words_says_the_same(tmp_path: Path) -> None:
    page = tmp_path / "stages" / "day-1-3.md"
    page.parent.mkdir()
    page.write_text(GOOD, encoding="utf-8")
    for days in (0, 1, 31):
        on = DUE + timedelta(days)
        assert content.run(tmp_path, on) == freshness.run(tmp_path, on)


@pytest.mark.parametrize(("days", "status"), [(30, 0), (31, 1)])
def test_the_commands_fail_on_the_same_day(days: int, status: int) -> None:
    on = (LPR.check_by + timedelta(days)).isoformat()
    assert freshness.main(["--on", on]) == status


def test_a_warning_says_so() -> None:
    assert str(Problem("page.md", 5, "late", warning=True)) == "page.md:5: warning: late"


def test_an_old_version_is_built_for_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")  # date -u -d 2026-11-23 +%s
    assert freshness.today() == date(2026, 11, 23)
