"""After one visit the site needs no network; a new build is offered and never mixed with the old."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.bench.server import Server, packed_file, serving
from scripts.generator.publish import precache
from tests.browser.blocks import PATIENCE_MS, block, expect_answer

PAGE = "/calculators/overdue-cost/"
OTHER = "/rights/civil-code/"
# Until every page is kept: "activated" is what the browser says then.
KEPT = """async () => {
  const { active } = await navigator.serviceWorker.ready
  if (active.state !== 'activated') await new Promise(r => active.onstatechange = r)
}"""
PYTHON_KEPT = (
    """async () => (await (await caches.open('huanqing-python')).keys()).map(r => r.url)"""
)


@dataclass
class Host:
    """A site that can be published anew, and whose network can fail."""

    server: Server
    folder: Path

    def publish(self, mark: str) -> None:
        """The same site with other words: a new build to everybody."""
        for path in self.folder.rglob("index.html"):
            text = path.read_text("utf-8")
            path.unlink()
            path.write_text(text.replace("</h1>", f"</h1><p id=mark>{mark}</p>"), "utf-8")
        worker = self.folder / precache.WORKER
        code = worker.read_text("utf-8")
        entries = json.dumps(precache.entries(self.folder), separators=(",", ":"))
        worker.unlink()
        packed_file.cache_clear()
        worker.write_text(re.sub(r'\[\{"url":"404.*?\}\]', lambda _: entries, code), "utf-8")


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "site"
    # A page published anew must not be answered from the old page's compressed sibling.
    shutil.copytree(
        site,
        folder,
        copy_function=lambda a, b: Path(b).hardlink_to(a),
        ignore=shutil.ignore_patterns("*.html.*", f"{precache.WORKER}.*"),
    )
    with serving({"/": folder}, policy=None) as server:
        yield Host(server, folder)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN")
    yield context
    context.close()


def first_visit(context: BrowserContext, host: Host, path: str = OTHER) -> Page:
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(host.server.base + path)
    page.evaluate(KEPT)
    return page


def until(page: Page, condition: str) -> None:
    """Wait for an asynchronous condition, of which Playwright would see only the promise."""
    for _ in range(PATIENCE_MS // 500):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(500)
    raise AssertionError(condition)


def python_kept(page: Page) -> None:
    until(page, f"async () => (await ({PYTHON_KEPT})()).length === 2")


def test_after_one_visit_every_page_and_calculator_works_offline(
    context: BrowserContext, host: Host
) -> None:
    page = first_visit(context, host)
    python_kept(page)
    context.set_offline(True)
    before = len(host.server.sent)
    for path in ("/", PAGE, OTHER, "/letters/?q=x#top"):
        page.goto(host.server.base + path)
        expect(page.locator("h1").first).not_to_be_empty()
    page.goto(host.server.base + PAGE)
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    page.goto(host.server.base + "/nowhere/")
    expect(page.locator("h1").first).to_have_text(re.compile("没有这一页"))
    # The browser itself looks for a new build, whatever DevTools says of the network.
    assert {path for path, _ in host.server.sent[before:]} <= {f"/{precache.WORKER}"}


DAMAGE = """async how => {
  const cache = await caches.open('huanqing-python')
  for (const request of await cache.keys()) {
    const kept = await (await cache.match(request)).arrayBuffer()
    const bytes = { page: '<html>Sign in</html>', nothing: '', half: kept.slice(0, kept.byteLength / 2) }[how]
    const headers = { 'content-type': how === 'page' ? 'text/html' : 'text/javascript' }
    await cache.put(request, new Response(bytes, { headers }))
  }
}"""
WHOLE = """async () => {
  const cache = await caches.open('huanqing-python')
  const kept = await Promise.all((await cache.keys()).map(async r => (await cache.match(r)).arrayBuffer()))
  return kept.length === 2 && Math.max(...kept.map(b => b.byteLength)) > 5e6 && Math.min(...kept.map(b => b.byteLength)) > 3e3
}"""


@pytest.mark.parametrize("how", ["page", "nothing", "half"])
def test_what_was_kept_wrong_is_thrown_away_and_python_answers(
    context: BrowserContext, host: Host, how: str
) -> None:
    """A captive portal answers 200 with a page of its own; kept once, it must not be kept for ever."""
    page = first_visit(context, host)
    python_kept(page)
    page.evaluate(DAMAGE, how)
    page.goto(host.server.base + PAGE)
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    until(page, WHOLE)


def test_a_wrong_answer_is_not_kept_in_the_first_place(context: BrowserContext, host: Host) -> None:
    """While the host answers everything of Python with a page, nothing of it is put away."""
    worker = next((host.folder / "assets/runtime").glob("worker.*.js"))
    built = worker.read_bytes()
    for sibling in worker.parent.glob(f"{worker.name}*"):
        sibling.unlink()
    worker.write_text("<html>not found</html>")
    packed_file.cache_clear()
    page = first_visit(context, host)
    page.wait_for_timeout(6000)  # the page asks for Python to be kept four seconds after it came
    assert not any("worker" in url for url in page.evaluate(PYTHON_KEPT))
    worker.write_bytes(built)
    packed_file.cache_clear()
    page.goto(host.server.base + PAGE)
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    python_kept(page)


def test_saving_data_keeps_python_only_once_it_was_used(
    context: BrowserContext, host: Host
) -> None:
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = first_visit(context, host, PAGE)
    page.wait_for_timeout(1000)
    assert page.evaluate(PYTHON_KEPT) == []
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    python_kept(page)


def test_nothing_is_kept_before_the_first_result(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.server.base + PAGE)
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    page.evaluate(KEPT)
    asked = [path for path, _ in host.server.sent]
    first = next(path for path in asked if path.endswith(".wasm"))
    assert asked.index(first) < asked.index(f"/{precache.WORKER}")


def test_a_new_build_is_offered_and_waits_for_the_other_page(
    context: BrowserContext, host: Host
) -> None:
    page = first_visit(context, host, PAGE)
    page.reload()
    other = context.new_page()
    other.goto(host.server.base + OTHER)
    host.publish("第二版")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    page.wait_for_timeout(100)
    bar = page.locator("[data-update]")
    expect(bar).to_contain_text("有新版本", timeout=PATIENCE_MS)
    page.goto(host.server.base + OTHER)
    expect(page.locator("#mark")).to_have_count(0)  # still the old build, whole
    expect(bar).to_be_visible(timeout=PATIENCE_MS)
    bar.get_by_role("button", name="点这里换").click()
    expect(bar).to_contain_text("还开着别的标签页")
    other.close()
    bar.get_by_role("button", name="点这里换").click()
    expect(page.locator("#mark")).to_have_text("第二版", timeout=PATIENCE_MS)


def test_a_filled_form_is_not_swept_away(context: BrowserContext, host: Host) -> None:
    page = first_visit(context, host, PAGE)
    page.reload()
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    page.wait_for_timeout(5000)  # until the page watches for new builds
    host.publish("第二版")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    bar = page.locator("[data-update]")
    expect(bar).to_contain_text("有新版本", timeout=PATIENCE_MS)
    assert section.locator("[name=days_overdue]").input_value() == "33"
    bar.get_by_role("button", name="点这里换").click()
    expect(page.locator("#mark")).to_have_text("第二版", timeout=PATIENCE_MS)
    expect(section.locator("[name=days_overdue]")).to_have_value("33", timeout=PATIENCE_MS)


def test_a_deploy_half_way_through_is_not_kept(context: BrowserContext, host: Host) -> None:
    """One page of another build: its bytes are not those that were listed, so nothing is kept."""
    spoilt = host.folder / "letters" / "index.html"
    text = spoilt.read_text("utf-8")
    spoilt.unlink()
    spoilt.write_text(text + "<!-- of the next build -->", "utf-8")
    page = context.new_page()
    page.goto(host.server.base + OTHER)
    state = page.evaluate("""() => new Promise(async done => {
      const doors = trustedTypes.createPolicy('huanqing', {createScriptURL: address => address})
      const address = doors.createScriptURL('/service-worker.js')
      const r = await navigator.serviceWorker.register(address)
      const w = r.installing
      w.onstatechange = () => ['activated', 'redundant'].includes(w.state) && done(w.state)
    })""")
    assert state == "redundant"


def test_the_site_can_be_installed(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.server.base + "/")
    session = context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert not found["errors"]
    manifest = json.loads(found["data"])
    for icon in manifest["icons"]:
        assert (host.folder / icon["src"]).is_file()
    for _ in range(20):  # the browser looks at the manifest in its own time
        errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        faults = [each["errorId"] for each in errors if each["errorId"] != "in-incognito"]
        if not faults:
            return
        page.wait_for_timeout(200)
    raise AssertionError(faults)


def test_where_a_preview_stands_an_old_worker_takes_itself_away(
    context: BrowserContext, host: Host
) -> None:
    page = first_visit(context, host)
    worker = host.folder / precache.WORKER
    code = worker.read_text("utf-8")
    worker.unlink()
    worker.write_text(re.sub(r'\{"pages":\[.*?\],"python":\{.*?\}\}', "void 0", code), "utf-8")
    packed_file.cache_clear()
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
