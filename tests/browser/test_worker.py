"""Python's worker: what it may not do on any host, and how soon it is known that it has gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from scripts.bench.server import Server, serving
from tests.browser.blocks import SAVES_DATA, block, expect_answer, in_the_worker, until

PAGE = "/calculators/overdue-cost/"
# All the ways by which a script could send something, and one by which it is seen that it tried.
PROBES = """
const outside = 'OUTSIDE/?typed=64738'
fetch('OWN/tried').catch(() => 0)
fetch(outside, {mode: 'no-cors'}).catch(() => 0)
for (const way of [
  () => { const asked = new XMLHttpRequest(); asked.open('GET', outside); asked.send() },
  () => new WebSocket(outside.replace('http', 'ws')),
  () => new EventSource(outside),
  () => importScripts(outside),
]) try { way() } catch {}"""

# The first worker never comes to an end with this amount.
ENDLESS = """
if (NTH === 1) addEventListener('message', ({data}) => {
  if (String(data.request).includes('31415')) for (;;);
})"""


@contextmanager
def host(site: Path, *, headers: bool, encoding: str = "gzip") -> Iterator[Server]:
    """As our samples for hosts have it, or as ``python3 -m http.server`` is: not a header."""
    sent = re.search(r"Content-Security-Policy: (.*)", (site / "_headers").read_text("utf-8"))
    assert sent
    with serving({"/": site}, encoding, policy=sent[1] if headers else None) as running:
        yield running


def opened(context: BrowserContext, base: str) -> tuple[Page, Locator]:
    page = context.new_page()
    page.goto(base + PAGE)
    return page, block(page, "overdue-cost")


def ask(section: Locator, days: str) -> float:
    """How many seconds the answer to this many days took."""
    start = monotonic()
    section.locator("[name=days_overdue]").fill(days)
    expect_answer(section)
    return monotonic() - start


@pytest.mark.parametrize("headers", [True, False], ids=["with headers", "without"])
def test_nothing_is_sent_from_inside_the_worker(
    context: BrowserContext, site: Path, headers: bool
) -> None:
    with (
        host(site, headers=headers) as own,
        host(site, headers=False) as outside,
    ):
        code = PROBES.replace("OUTSIDE", outside.base).replace("OWN", own.base)
        in_the_worker(context, code)
        page, section = opened(context, own.base)
        ask(section, "33")
        assert page.evaluate("huanqingRuntime.state") == "ready"
        assert "/tried" in [path for path, _ in own.sent]
        assert outside.sent == []


@pytest.mark.parametrize("headers", [True, False], ids=["with headers", "without"])
def test_plain_pyodide_obeys_as_well(context: BrowserContext, site: Path, headers: bool) -> None:
    with (
        host(site, headers=headers, encoding="") as own,
        host(site, headers=False) as outside,
    ):
        in_the_worker(context, PROBES.replace("OUTSIDE", outside.base).replace("OWN", own.base))
        own.replaced["python."] = b"<!doctype html>"
        page, section = opened(context, own.base)
        ask(section, "33")
        assert page.evaluate("huanqingRuntime.state") == "fallback"
        assert outside.sent == []


def test_the_worker_starts_with_its_own_bytes_only(context: BrowserContext, site: Path) -> None:
    """JavaScript of somebody else in the place of the worker's file: it never runs."""
    with host(site, headers=False) as own:
        theirs = f"fetch('{own.base}/theirs'); onmessage = () => postMessage({{state: 'ready'}})"
        own.replaced["worker."] = theirs.encode()
        context.add_init_script(SAVES_DATA)  # else the page's head carries the worker itself
        _, section = opened(context, own.base)
        section.locator("[name=days_overdue]").fill("33")
        expect(section.locator(".hq-status")).to_contain_text("没下载对")
        assert "/theirs" not in [path for path, _ in own.sent]
        expect(section.locator("[name=days_overdue]")).to_have_value("33")
        own.replaced.clear()
        ask(section, "34")


GONE_SOON = 5


def test_a_worker_that_vanishes_between_two_questions(context: BrowserContext, site: Path) -> None:
    with host(site, headers=True) as own:
        page, section = opened(context, own.base)
        ask(section, "33")
        start = monotonic()
        page.evaluate("huanqingRuntime.worker.terminate()")
        until(page, "huanqingRuntime.state === 'idle'")
        assert monotonic() - start < GONE_SOON
        ask(section, "44")
        assert page.evaluate("huanqingRuntime.state") == "ready"


def test_a_worker_that_vanishes_in_the_middle(context: BrowserContext, site: Path) -> None:
    """The first one never comes to an end with this question; the next one answers it."""
    in_the_worker(context, ENDLESS)
    with host(site, headers=True) as own:
        page, section = opened(context, own.base)
        ask(section, "33")
        section.locator("[name=principal]").fill("31415")
        expect(section.locator("[data-stop]")).to_be_visible(timeout=1500)
        page.evaluate("window.first = huanqingRuntime.worker; first.terminate()")
        start = monotonic()
        until(page, "huanqingRuntime.worker && huanqingRuntime.worker !== first")
        assert monotonic() - start < GONE_SOON
        expect_answer(section)


def test_without_locks_a_worker_that_says_nothing_has_gone(
    context: BrowserContext, site: Path
) -> None:
    """Browsers of before 2022, and addresses that are not secure."""
    in_the_worker(context, "Object.defineProperty(navigator, 'locks', {value: undefined})")
    with host(site, headers=True) as own:
        page, section = opened(context, own.base)
        ask(section, "33")
        page.evaluate("window.first = huanqingRuntime.worker; first.terminate()")
        section.locator("[name=days_overdue]").fill("44")
        start = monotonic()
        until(page, "huanqingRuntime.worker && huanqingRuntime.worker !== first")
        assert monotonic() - start < GONE_SOON
        expect_answer(section)


def test_again_and_again_it_is_replaced(context: BrowserContext, site: Path) -> None:
    """Each time that it answers in between, what happened before is forgotten."""
    with host(site, headers=True) as own:
        page, section = opened(context, own.base)
        for days in ("31", "32", "33", "34"):
            ask(section, days)
            page.evaluate("huanqingRuntime.worker.terminate()")
            until(page, "huanqingRuntime.state === 'idle'")


def test_one_that_dies_at_the_start_is_replaced_once(context: BrowserContext, site: Path) -> None:
    in_the_worker(context, "if (NTH === 1) { navigator.locks && setTimeout(close, 300) }")
    with host(site, headers=True) as own:
        _, section = opened(context, own.base)
        ask(section, "33")


def test_stopping_keeps_what_was_put_away(context: BrowserContext, site: Path) -> None:
    """Who stops a long calculation without a network has Python still."""
    in_the_worker(context, ENDLESS)
    with host(site, headers=True) as own:
        page, section = opened(context, own.base)
        ask(section, "33")
        page.evaluate("async () => { await caches.open('huanqing-python') }")
        section.locator("[name=principal]").fill("31415")
        start = monotonic()
        section.locator("[data-stop]").click(timeout=2000)
        assert monotonic() - start < 2
        expect(section.locator(".hq-status")).to_contain_text("停下了")
        assert page.evaluate("caches.keys()") == ["huanqing-python"]
        ask(section, "44")
