"""`python -m calculators.rules check`: silent when fresh, a warning first, then a failure."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculators import rules
from calculators.rules import __main__ as command
from calculators.rules import compiled, loader

DUE = "monthly: to be checked again by 2026-12-20\n"
RULES = """\
category: 利率
checked_on: 2026-11-23
check_by: 2027-11-23
sources:
  law: {title: 某法, in_force: {from: 2020-01-01, to: null, read: true}}
rules:
  lasting: {source: law, name: 名, plain: 话, status: verified, confidence: high}
  monthly:
    {source: law, name: 名, plain: 话, status: verified, confidence: high, check_by: 2026-12-20}
"""


@pytest.fixture
def rule_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A rule file of our own in place of the project's."""
    path = tmp_path / "subject.yml"
    path.write_text(RULES, encoding="utf-8")
    monkeypatch.setattr(loader, "files", lambda: [path])
    return path


@pytest.mark.parametrize(
    ("on", "code", "said"),
    [
        ("2026-12-20", 0, "2 rules, 0 to check again, 0 of them late\n"),
        ("2027-01-19", 0, DUE + "2 rules, 1 to check again, 0 of them late\n"),
        ("2027-01-20", 1, DUE + "2 rules, 1 to check again, 1 of them late\n"),
    ],
)
def test_past_its_day_a_rule_is_a_warning_for_thirty_days_and_then_a_failure(
    rule_file: Path, capsys: pytest.CaptureFixture[str], on: str, code: int, said: str
) -> None:
    assert command.main(["check", "--on", on]) == code
    assert capsys.readouterr().out == said


def test_a_broken_file_fails_with_file_and_line(
    rule_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule_file.write_text("category: 一\ncategory: 二\n", encoding="utf-8")
    assert command.main(["check", "--on", "2026-11-23"]) == 1
    assert capsys.readouterr().out == f"{rule_file}:2: 'category' is written twice\n"


def test_the_module_runs_by_name_and_the_rules_are_sound() -> None:
    words = [sys.executable, "-m", "calculators.rules", "check", "--on", "2026-11-23"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("0 of them late\n")


def test_compiled_json_gives_the_same_rules_as_the_files_but_for_what_people_read() -> None:
    text = rules.compile_json()
    assert text == rules.compile_json()
    built, whole = compiled.build(json.loads(text)), compiled.build(loader.load())
    assert list(built) == list(rules.at(date(2026, 11, 23)))
    for rule_id, rule in whole.items():
        source = replace(
            rule.reference, short=None, issuer=None, number=None, href=None, opened=None
        )
        unread = replace(rule, plain="", text=None, note=None, limits=(), reference=source)
        assert built[rule_id] == unread


def test_a_package_with_rules_json_needs_no_yaml(tmp_path: Path) -> None:
    """As in the browser: the JSON lies beside the module, and PyYAML cannot be imported."""
    package = Path(rules.__file__).parent
    copy = tmp_path / "calculators"
    (copy / "rules").mkdir(parents=True)
    (copy / "finance").mkdir()
    for module in (*package.glob("*.py"), package.parent / "finance" / "money.py"):
        place = copy / module.relative_to(package.parent)
        place.write_text(module.read_text("utf-8"), encoding="utf-8")
    (copy / "__init__.py").touch()
    (copy / "finance" / "__init__.py").touch()
    (copy / "rules" / "rules.json").write_text(rules.compile_json(), encoding="utf-8")
    program = (
        "import sys, datetime; sys.modules['yaml'] = None\n"
        "from calculators import rules\n"
        "book = rules.at(datetime.date(2026, 11, 23))\n"
        "print(book['spc-2017-22-2'].number('annual_rate_cap'))"
    )
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "0.24\n"
