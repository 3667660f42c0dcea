"""The built runtime behind the smallest possible page, on a server and as files."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts import chromium
from scripts.bench.server import Server, serving
from scripts.runtime.__main__ import build
from scripts.runtime.tools import MODULES, ROOT

ASK = {"tool": "repayment-schedule", "inputs": {"principal": "20001"}}
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def runtime() -> Path:
    """``build/runtime``, made now if anything it is made of has changed."""
    out = ROOT / "build" / "runtime"
    build(out)
    return out


@pytest.fixture(scope="session")
def page_folder(runtime: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(runtime, folder / "runtime")
    manifest = runtime / "manifest.json"
    command = [
        *(MODULES / ".bin" / "esbuild", Path(__file__).parent / "page.ts", "--bundle"),
        *(f"--alias:huanqing-manifest={manifest}", "--loader:.json=json"),
        *(f"--outfile={folder / 'page.js'}", "--log-level=error"),
    ]
    subprocess.run(command, check=True)
    body = f'<body data-ask="{escape(json.dumps(ASK))}"><output></output>'
    page = f'<!doctype html><meta charset="utf-8">{body}<script src="page.js"></script>'
    (folder / "index.html").write_text(page)
    return folder


@pytest.fixture
def server(page_folder: Path) -> Iterator[Server]:
    with serving({"/": page_folder}) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        yield running
        running.close()
