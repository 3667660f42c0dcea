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
    _run(folder, "scripts.generator.build", "--look")
    return folder


def _run(folder: Path, *module: str) -> str:
    """One of the words of the site's Makefile, without its installing."""
    variables = {**os.environ, "GUIDANCE_ROOT": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", *module]
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


def test_its_words_are_checked_and_its_cases_hold(site: Path) -> None:
    assert "0 problems" in _run(site, "scripts.checks.content")
    cases = str(ROOT / "tests" / "cases" / "test_cases.py")
    settings = ("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT))
    assert " passed" in _run(
        site, "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *settings, cases
    )


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(FileExistsError, match="not empty"):
        new.copy(tmp_path, "押金", "yajin")
    with pytest.raises(ValueError, match="small letters"):
        new.copy(tmp_path / "new", "押金", "../up")
