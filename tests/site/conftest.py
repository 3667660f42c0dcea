"""Every edition of the site, and its pages read once."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.generator.markdown import contact_cards
from tests.conftest import BUILD, ROOT, built


@dataclass(frozen=True)
class Page:
    """One built page."""

    edition: Path
    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(self.edition).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def html(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html.parser")

    @cached_property
    def ids(self) -> set[str]:
        return {str(tag["id"]) for tag in self.html.select("[id]")}


def pages_of(edition: Path) -> list[Page]:
    pages = [Page(edition, path) for path in sorted(edition.rglob("*.html"))]
    assert len(pages) > 3, f"{edition} holds no site"
    return pages


def zensical() -> Path:
    """The same configuration built by the other generator, once for all workers of a run.

    Two that build at the same time would take each other's cache away.
    """
    folder, mark = BUILD / "zensical", BUILD / "zensical.made"
    this_run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    with (BUILD / "zensical.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if this_run and mark.exists() and mark.read_text() == this_run:
            return folder
        _build_with_zensical(folder)
        mark.write_text(this_run)
    return folder


def _build_with_zensical(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean"],
        cwd=ROOT,
        env={**os.environ, "SITE_DIR": "build/zensical"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    contact_cards.write(
        ROOT / "docs", folder
    )  # our own steps after the pages take either generator's


@pytest.fixture(scope="session")
def editions() -> dict[str, list[Page]]:
    """The pages of the hosted and the offline edition and of Zensical's, by name."""
    folders = {"site": built("site"), "offline": built("offline"), "zensical": zensical()}
    return {name: pages_of(folder) for name, folder in folders.items()}


@pytest.fixture(params=["site", "offline", "zensical"])
def any_pages(request: pytest.FixtureRequest, editions: dict[str, list[Page]]) -> list[Page]:
    return editions[request.param]


@pytest.fixture(params=["site", "offline"])
def our_pages(request: pytest.FixtureRequest, editions: dict[str, list[Page]]) -> list[Page]:
    return editions[request.param]
