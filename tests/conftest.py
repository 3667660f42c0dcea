"""The built editions, which ``make test`` has made before any test runs."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"


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
