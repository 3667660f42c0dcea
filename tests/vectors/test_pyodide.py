"""Every reference number once more, inside Pyodide: the Python of the page gives the same."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from calculators import rules

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The package as a browser gets it, its rules compiled, with the runner beside it."""
    shutil.copytree(
        ROOT / "calculators",
        tmp_path / "calculators",
        ignore=shutil.ignore_patterns("__pycache__", "*.yml"),
    )
    (tmp_path / "calculators/rules/rules.json").write_text(rules.compile_json(), "utf-8")
    shutil.copy(HERE / "run.py", tmp_path)
    return tmp_path


def faults(package: Path, cases: list[dict[str, object]]) -> list[list[str]]:
    file = package / "cases.json"
    file.write_text(json.dumps(cases), "utf-8")
    command = ["node", str(HERE / "pyodide.mjs"), str(package), str(file)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout)
    return found


def test_every_reference_number_holds_in_pyodide(package: Path) -> None:
    cases = [
        case
        for file in sorted(HERE.glob("*.yml"))
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]
    payment = next(case for case in cases if case["function"] == "pmt")
    wrong = payment | {"id": "wrong on purpose", "expected": "0"}
    assert [name for name, _ in faults(package, [*cases, wrong])] == ["wrong on purpose"]
