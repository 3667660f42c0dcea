"""The contracts between rooms hold, and a scratch import against each of them fails the check."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.checks import newer, shape
from tests.conftest import ROOT

_CODE = shutil.ignore_patterns("__pycache__", "data", "*.json", "*.woff2", "node_modules")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The code alone, in which an import may be tried."""
    folder = tmp_path_factory.mktemp("rooms")
    for name in ("calculators", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=_CODE)
    shutil.copy(ROOT / "pyproject.toml", folder)
    yield folder


def layers(folder: Path) -> tuple[int, str]:
    """What `make check` runs as "layers"."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_contracts_hold(copy: Path) -> None:
    status, said = layers(copy)
    assert status == 0, said


AGAINST = {
    "arithmetic knows no form": ("calculators/finance/money.py", "calculators.form.parse"),
    "rules know no calculator": ("calculators/rules/model.py", "calculators.tools.triage"),
    "law knows no letter": ("calculators/law/court.py", "calculators.letters"),
    "an answer knows no form": ("calculators/answer/result.py", "calculators.form.declare"),
    "numbers know no generator": ("calculators/view/html.py", "scripts.generator.steps"),
    "the generator knows no check": ("scripts/generator/build.py", "scripts.checks.pages"),
    "the generator knows no preview": ("scripts/generator/build.py", "scripts.preview.watch"),
    "markdown knows no publishing": ("scripts/generator/markdown/expand_page.py", "scripts.generator.publish"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "wanted"), AGAINST.values(), ids=AGAINST.keys())
def test_a_scratch_import_against_them_fails(copy: Path, path: str, wanted: str) -> None:
    file = copy / path
    before = file.read_text("utf-8")
    file.write_text(f"{before}\nimport {wanted}\n", encoding="utf-8")
    try:
        status, said = layers(copy)
    finally:
        file.write_text(before, encoding="utf-8")
    assert status != 0 and "BROKEN" in said
    module = path.removesuffix(".py").replace("/", ".")
    assert f"{module} -> {wanted}" in said, said


LONG = "def long() -> None:\n    '''Say.'''\n\n    # why\n" + "    print()\n" * 35


def test_a_long_function_and_an_untyped_one_are_found() -> None:
    assert [p.message for p in shape.of_file("a.py", LONG)] == [
        "long has 36 lines of code; at most 35"
    ]
    assert list(shape.of_file("a.py", LONG.replace("    print()\n", "", 1))) == []
    untyped = "class A:\n    def b(self, c, *d: int, e: int = 1):\n        pass\n"
    (found,) = shape.of_file("a.py", untyped)
    assert (found.line, found.message) == (2, "b says no type of c, what comes back")


def test_the_top_of_the_package_has_few_doors(copy: Path) -> None:
    assert list(shape.check(copy)) == []
    free = shape.MOST_MODULES - len(list((copy / "calculators").glob("*.py")))
    extra = [copy / "calculators" / f"extra_{number}.py" for number in range(free + 1)]
    for path in extra:
        path.write_text('"""One too many."""\n')
    (found,) = shape.check(copy)
    for path in extra:
        path.unlink()
    assert "9 files, at most 8" in found.message


def test_the_version_is_the_newest_of_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    newest = re.search(
        r"^## (\S+) – \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert newest and project["version"] == newest[1]


def test_a_method_newer_than_the_promise_is_found_unless_it_is_asked_for() -> None:
    line = "if (Object.hasOwn(a, b)) new DecompressionStream('gzip')"
    assert len(list(newer.of_file("x.ts", line))) == 2
    asked = "'DecompressionStream' in self".replace("'", '"')
    assert len(list(newer.of_file("x.ts", f"{asked} && {line}"))) == 1
