"""Python starts and answers in every engine, hosted under the policy of its headers and from files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.bench.server import serving
from tests.conftest import BUILD
from tests.engines.conftest import computes
from tests.engines.drivers import Driver

pytestmark = pytest.mark.engines

PAGE = "calculators/overdue-cost/index.html"


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
    computes(engine)
    assert engine.run("return huanqingRuntime.state") == "ready"
