"""Each engine running, and what a page of it shows beside what the package says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error

from calculators.browser import respond
from scripts.generator.steps import ROOT
from tests.browser.blocks import CONTROLS, LISTS, assembled
from tests.engines import drivers, old_chromium
from tests.engines.drivers import Driver, waited

# Kept from run to run: forty megabytes each.
BUILDS = ROOT / "build" / ".engines"
SECTION = "document.querySelector('[data-calculator=overdue-cost]')"
TYPE = f"""const field = {SECTION}.querySelector('[name=days_overdue]')
field.value = '33'
field.dispatchEvent(new Event('input', {{bubbles: true}}))"""


class Chromium:
    """Playwright's page with the two words of the others."""

    def __init__(self, browser: Browser) -> None:
        self._context = browser.new_context()
        self._page = self._context.new_page()

    def open(self, url: str) -> None:
        """See ``Driver``."""
        self._page.goto(url)

    def run(self, script: str) -> Any:
        """See ``Driver``."""
        try:
            return self._page.evaluate(f"() => {{ {script} }}")
        except Error as problem:  # such as a page that goes while it is asked
            raise RuntimeError(str(problem)) from None

    @contextmanager
    def tab(self) -> Iterator[None]:
        """Another one, for as long as this lasts."""
        first, self._page = self._page, self._context.new_page()
        yield
        self._page.close()
        self._page = first

    def close(self) -> None:
        self._context.close()


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


def computes(engine: Driver) -> None:
    """The form is alive, and a changed number is answered as the package answers it."""
    waited(lambda: engine.run(f"return 'alive' in {SECTION}.dataset"))
    engine.run(TYPE)
    said = expected(engine)
    waited(lambda: said in engine.run(f"return {SECTION}.querySelector('output').textContent"))


def expected(engine: Driver) -> str:
    """The headline as the package says it to what stands in the form."""
    lists, controls, on = (
        engine.run(f"return ({script})({SECTION})")
        for script in (LISTS, CONTROLS, "section => section.dataset.on")
    )
    asked = {"tool": "overdue-cost", "inputs": assembled(lists, controls), "on": on}
    return str(json.loads(respond(json.dumps(asked)))["result"]["headline"])
