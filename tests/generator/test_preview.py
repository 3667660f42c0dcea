"""The live preview shows each change by itself, names mistakes in the page, and answers to nobody else."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts import new
from scripts.preview.server import HOST, is_ours
from scripts.preview.watch import Kind, Watcher
from tests.conftest import BUILD, ROOT

PATIENCE_S = 60
PAGE = "calculators/deposit-back/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a look and a runtime, so that nothing has to be made before its pages."""
    folder = tmp_path_factory.mktemp("preview") / "yajin"
    new.copy(folder, "押金", "yajin")
    for name in ("theme", "runtime"):
        shutil.copytree(BUILD / name, folder / "build" / name)
    return folder


@contextmanager
def preview(site: Path, *options: str) -> Iterator[str]:
    """The address of a preview that runs as an author runs it; it ends as by Ctrl-C."""
    variables = {**os.environ, "GUIDANCE_ROOT": str(site), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "scripts.serve", "--port", "0", *options]
    with (
        (site / "build" / f"serve{len(options)}.log").open("w+") as log,
        subprocess.Popen(command, cwd=site, env=variables, stdout=log, stderr=log) as running,
    ):
        try:
            until = time.monotonic() + PATIENCE_S
            while not (found := re.search(r"http://\S+", Path(log.name).read_text("utf-8"))):
                assert time.monotonic() < until and running.poll() is None, Path(
                    log.name
                ).read_text()
                time.sleep(0.1)
            yield found.group()
        finally:
            running.send_signal(signal.SIGINT)
            try:
                running.wait(20)
            except subprocess.TimeoutExpired:  # as where whoever runs the tests ignores Ctrl-C
                running.kill()
                raise
    said = Path(log.name).read_text("utf-8")
    assert "Traceback" not in said, said
    assert said.splitlines()[-1].startswith("serve: interrupted"), said


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with preview(site, "--words") as found:
        yield found


def read(address: str, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address + path, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read().decode()


def until_shown(address: str, path: str, words: str) -> str:
    """The page once it says the words; fails after a while."""
    started = time.monotonic()
    while words not in (text := read(address, path)[1]):
        assert time.monotonic() - started < PATIENCE_S, text[-2000:]
        time.sleep(0.2)
    print(f"{words!r} shown after {time.monotonic() - started:.1f} s")
    return text


@contextmanager
def edited(path: Path, old: str, new: str) -> Iterator[None]:
    """A file in which something is other for a while."""
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(before, encoding="utf-8")


CHANGES = {
    "a sentence": ("docs/index.md", "正常住旧了的", "平常住旧了的", "", "平常住旧了的"),
    "a calculator": (
        "calculators/tools/deposit_back.py",
        "减掉能扣的",
        "减去可以扣的",
        PAGE,
        "减去可以扣的",
    ),
    "a rule": (
        "calculators/rules/data/lease.yml",
        "房子变旧了",
        "房屋变旧了",
        "rights/lease/",
        "房屋变旧了",
    ),
    "a letter": (
        "calculators/letters/return-deposit.txt",
        "请退还押金的函",
        "盼退还押金的函",
        "letters/return-deposit/",
        "盼退还押金的函",
    ),
    "the site's colour": ("mkdocs.yml", "#1f4f8b", "#7a1f5c", "", "#7a1f5c"),
}


@pytest.mark.parametrize(
    ("name", "old", "new", "page", "words"), CHANGES.values(), ids=CHANGES.keys()
)
def test_a_change_is_shown(  # noqa: PLR0917
    site: Path, address: str, name: str, old: str, new: str, page: str, words: str
) -> None:
    with edited(site / name, old, new):
        until_shown(address, page, words)


MISTAKES = {
    "a page": ("docs/index.md", "name: back", "nmae: back", r"docs/index\.md:\d+: unknown key"),
    "a calculator": (
        "calculators/tools/deposit_back.py",
        "TOOL = ",
        "TOOL = nothing or ",
        r"calculators/tools/deposit_back\.py:\d+: NameError",
    ),
    "a rule": (
        "calculators/rules/data/lease.yml",
        "status: verified",
        "status: verifyed",
        r"calculators/rules/data/lease\.yml:\d+: status is one of",
    ),
    "a letter": (
        "calculators/letters/return-deposit.txt",
        "title: ",
        "titel: ",
        r"calculators/letters/return-deposit\.txt:\d+: unknown header",
    ),
    "the description": ("mkdocs.yml", "slug: ", "slgu: ", r"mkdocs\.yml:\d+: extra\.guidance"),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_stands_in_the_page_until_it_is_corrected(  # noqa: PLR0917
    site: Path, address: str, name: str, old: str, new: str, said: str
) -> None:
    with edited(site / name, old, new):
        page = until_shown(address, "", "data-mistakes")
        assert re.search(f"<li>{said}", page), page
        assert read(address, "")[0] == 500
    until_shown(address, "", "住旧了的")
    assert read(address, "")[0] == 200


def test_an_open_page_follows_by_itself(site: Path, address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address)
    heading = page.locator("article h1, h1").first
    expect(heading).to_contain_text("押金退不回来怎么办")
    with edited(site / "docs/index.md", "name: back", "nmae: back"):
        expect(page.locator("[data-mistakes] li")).to_contain_text(
            "docs/index.md:", timeout=PATIENCE_S * 1000
        )
    expect(heading).to_contain_text("押金退不回来怎么办", timeout=PATIENCE_S * 1000)
    page.close()


def test_what_is_made_in_the_background_is_said(site: Path) -> None:
    with preview(site) as address:
        told = json.loads(read(address, "~preview")[1])
        assert "is being made" in told["note"]
        assert read(address, PAGE)[0] == 200


def test_other_files_and_lost_pages(address: str) -> None:
    assert read(address, "manifest.webmanifest")[0] == 200
    assert read(address, "service-worker.js")[0] == 404  # it would keep what is to change
    assert read(address, "no/such/page/")[0] == 404


def test_what_a_change_means(tmp_path: Path) -> None:
    for name in ("site/docs/a.md", "engine/theme/css/a.css", "engine/calculators/a.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("a")
    watcher = Watcher(tmp_path / "site", tmp_path / "engine")
    assert watcher.changed() == {}
    (tmp_path / "site/docs/a.md").write_text("ab")
    (tmp_path / "engine/theme/css/a.css").unlink()
    (tmp_path / "engine/calculators/b.py").write_text("b")
    assert watcher.changed() == {
        tmp_path / "engine/calculators/b.py": Kind.PAGES | Kind.CODE | Kind.RUNTIME,
        tmp_path / "engine/theme/css/a.css": Kind.PAGES | Kind.LOOK,
        tmp_path / "site/docs/a.md": Kind.PAGES,
    }


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "[::1]"]
)
def test_names_of_this_machine_are_served(host: str) -> None:
    assert is_ours(host)


OTHERS = ["", "evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost:x", "0.0.0.0"]


@pytest.mark.parametrize("host", OTHERS)
def test_other_names_are_turned_away(address: str, host: str) -> None:
    assert not is_ours(host)
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=10)
    connection.request("GET", "/", headers={"Host": host})
    answer = connection.getresponse()
    assert (answer.status, b"preview answers to" in answer.read()) == (421, True)


def test_the_preview_listens_on_this_machine_only() -> None:
    assert HOST == "127.0.0.1"
