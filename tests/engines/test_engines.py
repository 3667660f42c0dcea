"""Python starts and answers in every engine, hosted under the policy of its headers and from files."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from calculators.browser import respond
from scripts.bench.server import serving
from scripts.generator.steps import ROOT
from tests.browser.blocks import CONTROLS, LISTS, assembled
from tests.conftest import BUILD
from tests.engines import drivers, old_chromium
from tests.engines.drivers import Driver, waited

pytestmark = pytest.mark.engines

# Kept from run to run: forty megabytes each.
BUILDS = ROOT / "build" / ".engines"
PAGE = "calculators/overdue-cost/index.html"
SECTION = "document.querySelector('[data-calculator=overdue-cost]')"
TYPE = f"""const field = {SECTION}.querySelector('[name=days_overdue]')
field.value = '33'
field.dispatchEvent(new Event('input', {{bubbles: true}}))"""


class Chromium:
    """Playwright's page with the two words of the others."""

    def __init__(self, browser: Browser) -> None:
        self._page = browser.new_page()

    def open(self, url: str) -> None:
        """See ``Driver``."""
        self._page.goto(url)

    def run(self, script: str) -> Any:
        """See ``Driver``."""
        return self._page.evaluate(f"() => {{ {script} }}")

    def close(self) -> None:
        self._page.close()


@contextmanager
def chromium(browser: Browser) -> Iterator[Driver]:
    driver = Chromium(browser)
    yield driver
    driver.close()


OLD = [f"chromium-{version}" for version in old_chromium.BUILDS]


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit", *OLD])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    """A running browser; engines that this machine lacks are skipped."""
    with running(request, tmp_path_factory.mktemp("profile")) as driver:
        yield driver


def running(request: pytest.FixtureRequest, folder: Path) -> AbstractContextManager[Driver]:
    if request.param == "chromium":
        return chromium(request.getfixturevalue("browser"))
    if request.param == "firefox":
        if not (shutil.which("firefox-esr") or shutil.which("firefox")):
            pytest.skip("no Firefox here: apt install firefox-esr")
        return drivers.firefox(folder)
    if request.param in OLD:
        try:
            there = old_chromium.fetched(request.param.removeprefix("chromium-"), BUILDS)
        except RuntimeError as problem:
            pytest.skip(str(problem))
        return old_chromium.old_chromium(there, folder)
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        pytest.skip("no WebKitGTK here: apt install webkit2gtk-driver xvfb")
    return drivers.webkit(folder)


@pytest.fixture(scope="module", params=["site", "offline", "one file"])
def address(request: pytest.FixtureRequest, site: Path, offline: Path) -> Iterator[str]:
    """Where the page is: on a server that sends our own headers, or on the disk."""
    if request.param == "offline":
        yield f"{offline.as_uri()}/{PAGE}"
        return
    if request.param == "one file":
        yield f"{(BUILD / 'huanqing.html').as_uri()}#/{PAGE.removesuffix('index.html')}"
        return
    policy = re.search(r"Content-Security-Policy: (.*)", (site / "_headers").read_text())
    assert policy
    with serving({"/": site}, policy=policy[1]) as server:
        yield f"{server.base}/{PAGE}"


def test_a_changed_number_is_computed_from_the_image(engine: Driver, address: str) -> None:
    engine.open(address)
    waited(lambda: engine.run(f"return 'alive' in {SECTION}.dataset"))
    engine.run(TYPE)
    said = expected(engine)
    waited(lambda: said in engine.run(f"return {SECTION}.querySelector('output').textContent"))
    assert engine.run("return huanqingRuntime.state") == "ready"


def expected(engine: Driver) -> str:
    """The headline as the package says it to what stands in the form."""
    lists, controls, on = (
        engine.run(f"return ({script})({SECTION})")
        for script in (LISTS, CONTROLS, "section => section.dataset.on")
    )
    asked = {"tool": "overdue-cost", "inputs": assembled(lists, controls), "on": on}
    return str(json.loads(respond(json.dumps(asked)))["result"]["headline"])
