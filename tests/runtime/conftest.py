"""The built runtime behind the smallest possible page, on a server and as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.bench.server import Server, serving
from scripts.bench.smallest import smallest_page
from scripts.generator.runtime.__main__ import build


@pytest.fixture(scope="session")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runtime, made now if anything it is made of has changed; each test process has its own."""
    out = tmp_path_factory.mktemp("runtime") / "built"
    build(out)
    return out


@pytest.fixture(scope="session")
def page_folder(runtime: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return smallest_page(tmp_path_factory.mktemp("page"), runtime)


@pytest.fixture
def server(page_folder: Path) -> Iterator[Server]:
    with serving({"/": page_folder}) as running:
        yield running
