"""Python starts in Chromium: from the image, from files, and plainly when the image fails."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators import browser as calculators
from scripts.bench.server import Server
from scripts.bench.smallest import ASK

WAIT = 90_000
REQUEST = {**ASK, "on": "2026-11-23", "root": "", "prefix": ""}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(WAIT)
    yield page
    context.close()


def started(page: Page, url: str) -> str:
    """Open the page and wait for its first answer; returns how Python was started."""
    page.goto(url)
    expect(page.locator("body")).to_have_attribute("data-done", re.compile(r"\d"), timeout=WAIT)
    return page.locator("body").get_attribute("data-state") or ""


def asked(page: Page, request: dict[str, Any]) -> Any:
    return page.evaluate(f"client.respond({json.dumps(request)})")


def expected(request: dict[str, Any]) -> Any:
    """The same request answered by the package here, under CPython."""
    return json.loads(calculators.respond(json.dumps(request)))


def test_the_image_answers_as_the_package_does(page: Page, server: Server) -> None:
    assert started(page, server.base) == "ready"
    assert asked(page, REQUEST) == expected(REQUEST)


def test_bad_input_is_answered_with_its_field(page: Page, server: Server) -> None:
    started(page, server.base)
    bad = {**REQUEST, "inputs": {"principal": "一堆"}}
    assert asked(page, bad) == expected(bad)
    assert asked(page, bad)["errors"][0]["field"] == "principal"


def test_the_image_needs_three_files_from_this_origin_only(page: Page, server: Server) -> None:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    started(page, server.base)
    assert all(url.startswith((server.base, "blob:")) for url in urls)
    runtime = [path for path, _ in server.sent if path.startswith("/runtime/")]
    assert [Path(path).suffix for path in runtime] == [".js", ".wasm"]


def test_the_runtime_is_small_enough_to_travel(page: Page, server: Server) -> None:
    started(page, server.base)
    assert sum(size for path, size in server.sent if "/runtime/" in path) < 5_700_000


SPOILT = {
    "missing": None,
    "empty": b"",
    "cut off": b"\0asm\1\0\0\0\1\5",
    "of another build": b"\0asm\1\0\0\0",
    "not WebAssembly": b"<!doctype html>",
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT.keys())
def test_plain_pyodide_takes_over(page: Page, server: Server, spoilt: bytes | None) -> None:
    server.replaced["python."] = spoilt
    assert started(page, server.base) == "fallback"
    assert asked(page, REQUEST) == expected(REQUEST)


def test_nothing_works_and_the_reader_is_told(page: Page, server: Server) -> None:
    server.replaced |= {"python.": None, "fallback.": None}
    page.goto(server.base)
    problem = page.locator("body")
    expect(problem).to_have_attribute("data-problem", re.compile("换一个浏览器"), timeout=WAIT)
    expect(problem).to_have_attribute("data-state", "failed")


def test_a_lost_worker_is_started_again(page: Page, server: Server) -> None:
    started(page, server.base)
    page.evaluate("client.worker.terminate(), client.lose('killed')")
    assert asked(page, REQUEST) == expected(REQUEST)


def test_a_newer_request_of_the_same_block_wins(page: Page, server: Server) -> None:
    started(page, server.base)
    typed = [{**REQUEST, "inputs": {"principal": str(20000 + n)}} for n in range(5)]
    outcome = page.evaluate(
        "requests => Promise.all(requests.map(r => client.respond(r).then(a => a.announce, e => e.name)))",
        typed,
    )
    assert outcome == ["AbortError"] * 4 + [expected(typed[-1])["announce"]]


# Every call of Python is counted, and lasts as long as the test wants.
COUNTING = """
self.answers = 0
const instantiate = WebAssembly.instantiate
WebAssembly.instantiate = async (module, imports) => {
  const { exports } = await instantiate(module, imports)
  const call = (...values) => {
    self.answers += 1
    for (const end = Date.now() + %d; Date.now() < end; );
    return exports.PyObject_CallOneArg(...values)
  }
  return { exports: { ...exports, PyObject_CallOneArg: call } }
};
"""


def answers(page: Page) -> int:
    """How often Python has answered once nothing is left to do."""
    counts = [0, -1]
    while len(set(counts[-5:])) > 1:
        page.wait_for_timeout(200)
        counts.append(page.workers[0].evaluate("self.answers"))
    return counts[-1]


def counting(page: Page, server: Server, lasting: int) -> None:
    """The worker's own file is held to its hash, so the counting goes before its text."""
    counted = json.dumps(COUNTING % lasting)
    page.add_init_script(
        f"""globalThis.Blob = class extends Blob {{
          constructor(parts, options) {{ super([{counted}, ...parts], options) }}
        }}"""
    )
    started(page, server.base)


def test_in_the_readers_pauses_python_learns_its_way(page: Page, server: Server) -> None:
    """The last question is asked again, but not for ever: a telephone has a battery."""
    counting(page, server, lasting=0)
    assert 20 <= (learnt := answers(page)) <= 42
    asked(page, {**REQUEST, "inputs": {"principal": "20001"}})
    assert answers(page) == learnt + 1


def test_what_takes_long_is_not_done_again_for_nothing(page: Page, server: Server) -> None:
    counting(page, server, lasting=600)
    assert answers(page) == 1


def test_opened_as_a_file(page: Page, page_folder: Path) -> None:
    assert started(page, (page_folder / "index.html").as_uri()) == "ready"
    assert asked(page, REQUEST) == expected(REQUEST)


def test_opened_as_a_file_without_the_image(page: Page, page_folder: Path, tmp_path: Path) -> None:
    for path in page_folder.rglob("*"):
        if path.is_file() and not path.name.startswith("python."):
            target = tmp_path / path.relative_to(page_folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(path)
    for empty in (page_folder / "runtime" / "offline").glob("python.*"):
        script = "huanqingCarried.groups.python={}"
        (tmp_path / empty.relative_to(page_folder)).write_text(script)
    assert started(page, (tmp_path / "index.html").as_uri()) == "fallback"
    assert asked(page, REQUEST) == expected(REQUEST)
