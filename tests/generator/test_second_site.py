"""A second site, made with the two commands of the README: the generator is one, not this site's shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, expect

from scripts import new
from scripts.bench.server import serving
from tests.conftest import ROOT

_LINK = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sites") / "yajin"
    new.copy(folder, "押金", "yajin")
    _run(folder, sys.executable, "-m", "scripts.generator.build", "--look")
    return folder


def _run(folder: Path, *command: str) -> str:
    variables = {**os.environ, "GUIDANCE_ROOT": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(params=["site", "offline", "one file"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where its calculator's page is: on a server with its own headers, or on the disk."""
    folder, page = site / "build" / request.param, "calculators/deposit-back/"
    if request.param == "offline":
        yield (folder / page / "index.html").as_uri()
        return
    if request.param == "one file":
        yield (site / "build" / "yajin.html").as_uri() + f"#/{page}"
        return
    with serving({"/site/": folder}) as server:
        yield f"{server.base}/site/{page}"


def test_its_calculator_answers_in_the_browser(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator("[name=repair]").fill("三百五")
    refund = page.locator("[data-figure=refund]")
    expect(refund).to_have_text(re.compile("2,530.00"), timeout=40_000)
    page.close()


@pytest.mark.parametrize("edition", ["site", "offline"])
def test_nothing_of_ours_is_in_it(site: Path, edition: str) -> None:
    for path in (site / "build" / edition).rglob("*"):
        if path.suffix in (".html", ".js", ".css", ".webmanifest", ".xml", ".txt"):
            text = path.read_text("utf-8")
            assert "还清" not in text, path
            assert "my-case" not in text or path.suffix == ".js", path
            assert "#1b5e4f" not in text, path
    whole = (site / "build" / "yajin.html").read_text("utf-8")
    assert "还清" not in whole and "#1b5e4f" not in whole


@pytest.mark.parametrize("edition", ["site", "offline"])
def test_no_link_of_it_is_dead(site: Path, edition: str) -> None:
    folder = site / "build" / edition
    for page in folder.rglob("*.html"):
        for link in _LINK.findall(page.read_text("utf-8")):
            path = unquote(urldefrag(link)[0])
            if not path or re.match(r"[a-z]+:", path):
                continue
            base = folder if path.startswith("/") else page.parent
            target = (base / path.lstrip("/")).resolve()
            assert target.exists(), (page.relative_to(folder), link)


def test_its_words_are_checked_before_anything_is_built(tmp_path: Path) -> None:
    new.copy(tmp_path / "yajin", "押金", "yajin")
    assert "0 problems" in _run(tmp_path / "yajin", "make", "check")


def test_its_tests_pass(site: Path) -> None:
    """Its cases are tests, and so are the files of its own `tests`."""
    passed = re.search(r"(\d+) passed", _run(site, "make", "test"))
    assert passed and int(passed[1]) >= 9


def test_its_own_test_fails_where_its_page_says_something_else(site: Path) -> None:
    page = site / "build" / "site" / "calculators" / "deposit-back" / "index.html"
    text = page.read_text("utf-8")
    page.unlink()  # it may share its bytes with another edition's
    page.write_text(text.replace("2680.00", "2860.00"), "utf-8")
    test = ("-c", str(ROOT / "pyproject.toml"), "-n", "0", "-p", "no:cacheprovider", "tests")
    with pytest.raises(AssertionError, match="1 failed"):
        _run(site, sys.executable, "-m", "pytest", *test)
    page.write_text(text, "utf-8")


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(FileExistsError, match="not empty"):
        new.copy(tmp_path, "押金", "yajin")
    with pytest.raises(ValueError, match="small letters"):
        new.copy(tmp_path / "new", "押金", "../up")
