"""Links to pages that moved arrive: hosted in a folder, from files, with or without scripts."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from scripts.generator.markdown import moved
from scripts.generator.publish import offline, policy, precache
from tests.browser.conftest import Edition, _Quiet
from tests.conftest import ROOT

DOC = "---\ntitle: 晚了\nmoved_from: [stages/day-31-60, first]\n---\n\n# 晚了\n"
HTML = (
    '<!doctype html><meta charset="utf-8"><title>晚了</title><article><h1 id="late">晚了</h1>'
    '<h2 id="_1">一</h2><h2 id="day-31-60">二</h2>{}</article>'
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A site of two pages and two old addresses, below ``/sub/`` and as files."""
    top = tmp_path_factory.mktemp("moved")
    docs, site, files = top / "docs", top / "www" / "sub", top / "files"
    for path, text in {
        docs / "stages" / "overdue.md": DOC,
        site / "stages" / "overdue" / "index.html": HTML.format(
            "<section data-calculator=overdue-cost></section>"
        ),
        site / "calculators" / "allocation" / "index.html": HTML.format(""),
        site / "letters" / "extension" / "index.html": HTML.format(""),
        site / "index.html": HTML.format(""),
        site / "assets" / "runtime" / "offline" / "none.js": "",
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    moved.write(docs, site, ROOT / "theme" / "moved.html")
    assert {e["url"] for e in precache.entries(site)} >= {"stages/day-31-60/", "first/"}
    shutil.copytree(site, files)
    hashes = policy.script_hashes(site)
    policy.protect(site, policy.hosted(hashes), alone=False)
    offline.convert(files)
    policy.protect(files, policy.offline(hashes), alone=True)
    handler = functools.partial(_Quiet, directory=str(top / "www"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"site": f"http://127.0.0.1:{server.server_port}/sub", "offline": files.as_uri()}
    server.shutdown()
    server.server_close()


ARRIVALS = {
    "first": "stages/overdue/",
    "first#late": "stages/overdue/#late",
    "first#_1": "stages/overdue/",
    "first#gone": "stages/overdue/",
    "first#overdue-cost?on=2026-11-25&principal=1": "stages/overdue/#overdue-cost?on=2026-11-25&principal=1",
    "first#allocation?on=2026-11-25": "calculators/allocation/#allocation?on=2026-11-25",
    "first#letter-extension?on=2026-11-25": "letters/extension/#letter-extension?on=2026-11-25",
    "stages/day-31-60": "stages/overdue/#day-31-60",
    "stages/day-31-60#late": "stages/overdue/#late",
}


@pytest.mark.parametrize("edition", ["site", "offline"])
def test_every_old_link_arrives(browser: Browser, small: dict[str, str], edition: str) -> None:
    where = Edition(edition, small[edition])
    page = browser.new_page()
    for old, new in ARRIVALS.items():
        (path, _, mark), (target, _, place) = old.partition("#"), new.partition("#")
        page.goto("about:blank")
        expected = where.url(target.rstrip("/")) + (f"#{place}" if place else "")
        # The old page replaces itself while it loads, so its own end of loading never comes.
        page.goto(where.url(path) + (f"#{mark}" if mark else ""), wait_until="commit")
        page.wait_for_url(expected, timeout=5000)
    page.close()


@pytest.mark.parametrize("edition", ["site", "offline"])
def test_without_scripts_it_leads_on_too(
    browser: Browser, small: dict[str, str], edition: str
) -> None:
    where = Edition(edition, small[edition])
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(where.url("first"), wait_until="commit")
    page.wait_for_url(where.url("stages/overdue"), timeout=5000)
    context.close()


def test_the_back_button_does_not_return_to_the_old_address(
    browser: Browser, small: dict[str, str]
) -> None:
    where = Edition("site", small["site"])
    page = browser.new_page()
    page.goto(where.url(""))
    page.goto(where.url("first"), wait_until="commit")
    page.wait_for_url(where.url("stages/overdue"))
    page.go_back()
    assert page.url == where.url("")
    page.close()
