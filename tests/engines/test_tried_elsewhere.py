"""What the audits tried, in every engine, each on a host of its own, so that nothing is held from before.

Chromium in its own tests besides; here is what another engine may do otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import sleep
from urllib.parse import urlencode

import pytest

from scripts.bench.server import Server, serving
from tests.browser.test_faults import HOSTILE
from tests.browser.test_shown_otherwise import TRANSLATE
from tests.engines.conftest import SECTION, computes
from tests.engines.drivers import Driver, waited

pytestmark = pytest.mark.engines

PAGE, CASE = "/calculators/overdue-cost/", "/my-case/"
FIELD = "document.querySelector('[data-calculator=my-case] [name=principal]')"
TYPED = "64738"
TYPE_CASE = f"""const field = {FIELD}
field.value = '{TYPED}'
for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {{bubbles: true}}))"""
PRESS = """const words = %r
const found = [...document.querySelectorAll('dialog[open] button, button')]
found.find(each => each.textContent === words).click()"""


def hostile_link(engine: Driver, server: Server) -> None:
    said = urlencode([(name, HOSTILE) for name in ("on", "principal", "days_overdue", "no-such")])
    engine.open(f"{server.base}{PAGE}#overdue-cost?{said}")
    computes(engine)
    assert engine.run("return [location.hash, document.querySelectorAll('img[src=x]').length]") == [
        "",
        0,
    ]
    assert engine.run("return document.title") != "broken"


def stored_values(engine: Driver, server: Server) -> None:
    for text in (
        "{",
        '{"debts": [null], "__proto__": {"principal": "1"}, "due_date": "2026-99-99"}',
    ):
        engine.open(server.base + PAGE)
        engine.run(f"localStorage.setItem('huanqing.case', {json.dumps(text)})")
        engine.open(f"{server.base}{PAGE}?again")
        computes(engine)


def captive_portal(engine: Driver, server: Server) -> None:
    """A page for every file of Python, and the next day the host itself."""
    for name in ("python.", "pyodide", "worker."):
        server.replaced[name] = b"<!doctype html><title>Sign in</title>"
    engine.open(server.base + PAGE)
    waited(lambda: engine.run(f"return {SECTION}.querySelector('output').textContent"))
    server.replaced.clear()
    engine.open(f"{server.base}{PAGE}?again")
    computes(engine)
    assert engine.run("return huanqingRuntime.state") == "ready"


def cut_off(engine: Driver, server: Server) -> None:
    """The first visit's line breaks in the middle of Python."""
    server.cut.add("python.")
    engine.open(server.base + PAGE)
    waited(lambda: any("python." in name for name, _ in server.sent))
    server.cut.clear()
    engine.open(f"{server.base}{PAGE}?again")
    computes(engine)


def dead_worker(engine: Driver, server: Server) -> None:
    engine.open(server.base + PAGE)
    computes(engine)
    engine.run("huanqingRuntime.worker.terminate()")
    engine.run(f"{SECTION}.querySelector('[name=principal]').value = '4321'")
    computes(engine)


def translated(engine: Driver, server: Server) -> None:
    engine.open(server.base + PAGE)
    computes(engine)
    engine.run(f"({TRANSLATE})()")
    engine.run(f"{SECTION}.querySelector('[name=principal]').value = '4321'")
    computes(engine)


def kept(engine: Driver, server: Server) -> None:
    """A case that is typed and kept on the device."""
    engine.open(server.base + CASE)
    waited(
        lambda: engine.run("return 'alive' in document.querySelector('[data-calculator]').dataset")
    )
    engine.run(TYPE_CASE)
    engine.run("document.querySelector('#hq-keep').click()")
    waited(lambda: TYPED in str(engine.run("return localStorage.getItem('huanqing.case')")))


def back(engine: Driver) -> None:
    """By the browser's own button, into a page that it may have kept in memory."""
    engine.run("setTimeout(() => history.back())")
    waited(lambda: engine.run(f"return location.pathname === '{CASE}' && Boolean({FIELD})"))


def two_tabs(engine: Driver, server: Server) -> None:
    """What one erases, the other shows no longer."""
    if not hasattr(engine, "tab"):
        pytest.skip("this driver opens no second tab")
    kept(engine, server)
    with engine.tab():
        engine.open(server.base + CASE)
        waited(lambda: engine.run(f"return {FIELD}.value") == TYPED)
        engine.run(PRESS % "全部清掉")
        engine.run(PRESS % "清掉")
        waited(lambda: engine.run(f"return {FIELD}.value") == "")
    waited(lambda: engine.run(f"return {FIELD}.value") == "")


def back_after_erasing(engine: Driver, server: Server) -> None:
    """Out of the browser's memory or loaded anew: what was erased meanwhile is not shown."""
    kept(engine, server)
    engine.run("window.still = true")
    engine.open(server.base + "/about/offline/")
    engine.run("localStorage.clear(); sessionStorage.clear()")
    back(engine)
    waited(lambda: engine.run(f"return {FIELD}.value") == "")
    print("from memory" if engine.run("return window.still === true") else "loaded anew")


def back_to_the_one_before(engine: Driver, server: Server) -> None:
    """Another has sat down since: nothing that the one before typed comes back."""
    kept(engine, server)
    engine.open(f"{server.base}{CASE}?second")
    waited(
        lambda: engine.run("return 'alive' in document.querySelector('[data-calculator]').dataset")
    )
    engine.run(PRESS % "换下一个人")
    engine.run(PRESS % "清掉，换下一个人")
    waited(lambda: engine.run("return Boolean(document.querySelector('[data-told]'))"))
    back(engine)
    waited(
        lambda: engine.run("return 'alive' in document.querySelector('[data-calculator]').dataset")
    )
    assert engine.run(f"return {FIELD}.value") != TYPED


def back_after_leaving(engine: Driver, server: Server) -> None:
    """快速离开, and the way back from the other site."""
    kept(engine, server)
    engine.run(
        f"const exit = document.querySelector('a[data-leave]'); exit.href = '{server.base}/404.html'; exit.click()"
    )
    waited(lambda: engine.run("return location.pathname === '/404.html'"))
    engine.run("setTimeout(() => history.back())")
    sleep(1)  # wherever that leads
    waited(lambda: engine.run(f"return !{FIELD} && !document.body.innerText.includes('{TYPED}')"))


TRIED = (
    *(hostile_link, stored_values, captive_portal, cut_off, dead_worker, translated, two_tabs),
    *(back_after_erasing, back_to_the_one_before, back_after_leaving),
)


@pytest.mark.parametrize("attempt", TRIED, ids=lambda attempt: attempt.__name__)
def test_it_does_no_harm(
    engine: Driver, site: Path, attempt: Callable[[Driver, Server], None]
) -> None:
    with serving({"/": site}, policy=None) as server:
        attempt(engine, server)
        engine.open("about:blank")
