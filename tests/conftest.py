"""The built editions, which ``make test`` has made before any test runs, and one Chromium."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts import chromium

# Whoever runs the tests in the background has Ctrl-C ignored, and every program started from here would
# ignore it too; some tests end one so.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
# A visit has a fresh profile, so in each V8 would compile Python's hot functions once more, and better: a third
# of the work of all visits, for the same answers.
COMPILED_ONCE = "--js-flags=--liftoff-only"


def built(name: str) -> Path:
    """The folder of an edition; a test that needs one fails with what to do."""
    folder = BUILD / name
    if not (folder / "index.html").exists():
        pytest.fail(f"build/{name} is not there: run `make site` first")
    return folder


@pytest.fixture(scope="session")
def site() -> Path:
    return built("site")


@pytest.fixture(scope="session")
def offline() -> Path:
    return built("offline")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; each test opens a fresh profile in it.

    Without windows a profile takes half the time; one test opens the whole browser, which compiles as a
    reader's does (test_calculators.py).
    """
    with sync_playwright() as playwright:
        program = chromium.find_windowless()
        found = playwright.chromium.launch(
            executable_path=program, args=[*ARGUMENTS, COMPILED_ONCE]
        )
        yield found
        found.close()
