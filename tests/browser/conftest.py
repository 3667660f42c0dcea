"""Chromium, the site on a local server, the offline edition from its files, and who was asked."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from scripts.bench.server import Server, serving
from tests.browser.blocks import PATIENCE_MS


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as any static host does, without a word."""

    disable_nagle_algorithm = True
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}  # noqa: RUF012

    def handle(self) -> None:
        """Serve; a browser that hangs up in the middle is no news."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing to say."""


@dataclass
class Edition:
    """Where an edition's pages are reached."""

    name: str
    base: str

    def url(self, path: str) -> str:
        """The address of a page such as ``calculators/overdue-cost``."""
        file = "/index.html" if self.name == "offline" else "/"
        return self.base + "/" + (path + file if path else file.lstrip("/"))


@dataclass
class Visit:
    """A page being visited, with everything it asked for and complained about."""

    page: Page
    edition: Edition
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        own = (self.edition.base, "blob:", "data:")
        return [url for url in self.requests if not url.startswith(own)]

    def open(self, path: str) -> Page:
        self.page.goto(self.edition.url(path))
        return self.page


@pytest.fixture(scope="session")
def hosted(site: Path) -> Iterator[Edition]:
    handler = functools.partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Edition("site", f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["site", "offline"])
def edition(request: pytest.FixtureRequest, hosted: Edition, offline: Path) -> Edition:
    """Each test that asks for this runs over HTTP and again from files."""
    return hosted if request.param == "site" else Edition("offline", offline.as_uri())


def visiting(context: BrowserContext, edition: Edition) -> Visit:
    """A new page that writes down its requests and complaints."""
    visit = Visit(context.new_page(), edition)

    def asked(request: Request) -> None:
        visit.requests.append(request.url)

    context.on("request", asked)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on(
        "console",
        lambda message: visit.complaints.append(message.text) if message.type == "error" else None,
    )
    return visit


@pytest.fixture
def visit(browser: Browser, edition: Edition) -> Iterator[Visit]:
    """A visit in a fresh profile; afterwards, nothing foreign was asked and nothing went wrong.

    Without the service worker, which keeps the whole site four seconds after a page has come: only the tests
    of it (test_without_network.py, test_two_builds.py, test_next_person.py) have to pay for that.
    """
    context = browser.new_context(locale="zh-CN", service_workers="block")
    found = visiting(context, edition)
    yield found
    assert not found.foreign
    assert not found.complaints
    context.close()


@pytest.fixture
def phone_visit(browser: Browser, edition: Edition) -> Iterator[Visit]:
    """A small phone without a service worker, in both editions; nothing foreign, nothing complained of."""
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 360, "height": 740}, service_workers="block"
    )
    found = visiting(context, edition)
    yield found
    assert not found.foreign
    assert not found.complaints
    context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser with an empty profile and no service worker."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.unroute_all(behavior="ignoreErrors")  # a worker may still be asked for
    context.close()


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The site on a host that sends no header of ours and can be told to answer something else."""
    with serving({"/": site}, policy=None) as running:
        yield running
