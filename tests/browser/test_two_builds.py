"""Update and rollback between two builds, a full device, and a first visit that is cut off half-way."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.bench.server import Server, serving
from scripts.generator import publish
from scripts.generator.integrity import integrity
from scripts.generator.markdown import moved
from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.test_without_network import KEPT, PYTHON_KEPT, python_kept
from tests.conftest import BUILD, ROOT

PAGE = "/calculators/overdue-cost/"
OTHER = "/rights/civil-code/"
# A page of the first build that the second has moved, and where to.
MOVED, THERE = "cases/failed-business", "cases/refused"
# An address that both builds know as an old one.
OLD, NEW = "stages/day-31-60", "stages/overdue"


@dataclass
class Deployed:
    """A host that has one build at a time: of the other, not a file is left."""

    builds: dict[str, Path]
    folders: dict[str, Path] = field(default_factory=dict)
    server: Server = field(default_factory=Server)

    def deploy(self, name: str) -> None:
        self.folders["/"] = self.builds[name]


@pytest.fixture(scope="module")
def builds(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """This build, and another in which every page, script and worker is a different one."""
    top = tmp_path_factory.mktemp("builds")
    pages = top / "pages"
    shutil.copytree(BUILD / "pages", pages, copy_function=lambda a, b: Path(b).hardlink_to(a))
    other_scripts(pages)
    other_address(pages, top / "docs")
    publish.editions(
        *(pages, top / "second", top / "offline", top / "packed.zip", top / "whole.html"),
        address="",
        slug="huanqing",
        day=date(2026, 11, 26),
    )
    return {"first": site, "second": top / "second"}


def other_scripts(pages: Path) -> None:
    """As a change of both would: other contents, so other names, and pages that name those."""
    script = next((pages / "assets/site").glob("page.*.js"))
    worker = next((pages / "assets/runtime").glob("worker.*.js"))
    code = f"{worker.read_text('utf-8')}// second"
    names = {worker.name: "worker.second00.js", script.name: "page.second00.js"}
    hashes = {integrity(worker.read_bytes()): integrity(code.encode())}
    worker.with_name(names[worker.name]).write_text(code, "utf-8")
    worker.unlink()
    links = {f"{Path(MOVED).name}/": f"{Path(THERE).name}/"}
    replaced = {**names, **hashes, **links}
    targets = [*pages.rglob("*.html"), script, pages / "assets/runtime/manifest.json"]
    for path in targets:
        text = path.read_text("utf-8")
        for old, new in replaced.items():
            text = text.replace(old, new)
        path.unlink()
        named = path.with_name(names.get(path.name, path.name))
        named.write_text(text.replace("</h1>", "</h1><p id=mark>second</p>"), "utf-8")


def other_address(pages: Path, docs: Path) -> None:
    """As a page does that takes over another's address."""
    page = docs / f"{THERE}.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"---\ntitle: 对方到最后也没同意\nmoved_from: [{MOVED}]\n---\n", "utf-8")
    (pages / MOVED / "index.html").unlink()  # its file is the first build's too
    moved.write(docs, pages, ROOT / "theme" / "moved.html")


@pytest.fixture
def host(builds: dict[str, Path]) -> Iterator[Deployed]:
    deployed = Deployed(builds)
    deployed.deploy("first")
    with serving(deployed.folders, policy=None) as server:
        deployed.server = server
        yield deployed


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN")
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def visited(context: BrowserContext, host: Deployed) -> Page:
    """A visit after which the whole site and Python are put away."""
    page = context.new_page()
    page.goto(host.server.base + OTHER)
    page.evaluate(KEPT)
    python_kept(page)
    return page


def works(page: Page, days: str) -> None:
    section = block(page, "overdue-cost")
    section.locator("[name=days_overdue]").fill(days)
    expect_answer(section)


@pytest.mark.parametrize(("old", "new"), [("first", "second"), ("second", "first")])
def test_from_one_build_to_the_other_no_page_is_without_its_files(
    context: BrowserContext, host: Deployed, old: str, new: str
) -> None:
    """Forward, and back again after a build that was a mistake."""
    host.deploy(old)
    page = visited(context, host)
    page.goto(host.server.base + PAGE)
    works(page, "31")
    host.deploy(new)
    # The old page goes on: to another page, to the search, to a new Python.
    page.evaluate("huanqingRuntime.worker.terminate()")
    works(page, "32")
    page.get_by_role("button", name="搜索").first.click()
    page.locator("dialog input").fill("支付令")
    expect(page.locator("dialog ol a").first).to_contain_text("支付令", timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    bar = page.locator("[data-update]")
    expect(bar).to_contain_text("有新版本", timeout=PATIENCE_MS)
    bar.get_by_role("button", name="点这里换").click()
    expect(page.locator("#mark")).to_have_count(1 if new == "second" else 0, timeout=PATIENCE_MS)
    days = page.locator("[data-calculator=overdue-cost] [name=days_overdue]")
    expect(days).to_have_value("32", timeout=PATIENCE_MS)
    works(page, "33")
    context.set_offline(True)
    page.goto(host.server.base + PAGE)
    works(page, "34")
    context.set_offline(False)
    names = page.evaluate(PYTHON_KEPT)
    assert len(names) == 2
    assert any("worker.second00" in name for name in names) == (new == "second")


def test_a_page_of_the_old_build_opened_after_the_deploy_is_the_new_one(
    browser: Browser, host: Deployed
) -> None:
    """Without a service worker: the browser holds the old page, whose files are gone."""
    context = browser.new_context(locale="zh-CN", service_workers="block")
    page = context.new_page()
    page.goto(host.server.base + PAGE)
    works(page, "31")
    host.deploy("second")
    page.locator("article a[href*='interest-penalty']").first.click()
    expect(page.locator("#mark")).to_have_text("second")
    page.goto(host.server.base + PAGE)
    works(page, "33")
    context.close()


def arrives(page: Page, base: str, old: str, new: str) -> None:
    """The old page replaces itself while it loads, so its own end of loading never comes."""
    page.goto("about:blank")
    page.goto(f"{base}/{old}/", wait_until="commit")
    page.wait_for_url(re.compile(rf"/{new}/(#.*)?$"), timeout=PATIENCE_MS)
    expect(page.locator("h1").first).to_be_visible()


def test_old_addresses_arrive_before_and_after_an_update(
    context: BrowserContext, host: Deployed
) -> None:
    """Those that were old already, and one that the update moved; with a line and without."""
    base = host.server.base
    page = visited(context, host)
    arrives(page, base, OLD, NEW)
    page.goto(f"{base}/{MOVED}/")
    expect(page.locator("h1").first).to_contain_text("创业失败")
    host.deploy("second")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    bar = page.locator("[data-update]")
    expect(bar).to_contain_text("有新版本", timeout=PATIENCE_MS)
    bar.get_by_role("button", name="点这里换").click()
    # The page itself is one that moved: whoever stands on it is led on.
    page.wait_for_url(f"{base}/{THERE}/", timeout=PATIENCE_MS)
    for offline in (False, True):
        context.set_offline(offline)
        arrives(page, base, OLD, NEW)
        arrives(page, base, MOVED, THERE)
        expect(page.locator("#mark")).to_have_text("second")
    context.set_offline(False)


def quota(page: Page, base: str, size: int | None) -> None:
    session = page.context.new_cdp_session(page)
    limit = {} if size is None else {"quotaSize": size}
    session.send("Storage.overrideQuotaForOrigin", {"origin": base, **limit})


@pytest.mark.parametrize("size", [200_000, 4_000_000, 9_000_000], ids=lambda size: f"{size} bytes")
def test_a_device_that_fills_up_in_the_middle(
    context: BrowserContext, host: Deployed, size: int
) -> None:
    """At the pages, or at Python: this visit works, and when there is room again all is kept."""
    page = context.new_page()
    page.goto("about:blank")
    page.goto(host.server.base + "/robots.txt")
    quota(page, host.server.base, size)
    page.goto(host.server.base + PAGE)
    works(page, "31")
    page.wait_for_timeout(7000)  # the page asks for all to be kept four seconds after it came
    works(page, "32")
    quota(page, host.server.base, None)
    page.goto(host.server.base + OTHER)
    page.evaluate(KEPT)
    python_kept(page)
    context.set_offline(True)
    page.goto(host.server.base + PAGE)
    works(page, "33")


def test_a_first_visit_that_is_cut_off_in_the_middle_of_files(
    context: BrowserContext, host: Deployed
) -> None:
    """The line breaks in the page's script, in Python and in the worker that keeps the site."""
    host.server.cut |= {"page.", "worker.", "python.", "service-worker.", "civil"}
    page = context.new_page()
    page.goto(host.server.base + PAGE)
    expect(page.locator("[data-figure=total_due]").first).to_be_visible()
    host.server.cut.clear()
    page.goto(host.server.base + PAGE)
    works(page, "31")
    page.evaluate(KEPT)
    python_kept(page)


def test_a_page_that_was_kept_and_damaged_heals(context: BrowserContext, host: Deployed) -> None:
    """Truncated, empty, somebody else's: asked for anew when it is used, and put away anew."""
    page = visited(context, host)
    damage = """async how => {
      const [name] = (await caches.keys()).filter(n => n.includes('precache'))
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const kept = await cache.match(request)
        const text = await kept.text()
        const bytes = {half: text.slice(0, text.length / 2), nothing: '', page: '<html>Sign in</html>'}[how]
        await cache.put(request, new Response(bytes, {headers: kept.headers}))
      }
    }"""
    for number, how in enumerate(("half", "nothing", "page")):
        page.evaluate(damage, how)
        page.goto(host.server.base + PAGE)
        works(page, f"3{number}")
        expect(page.locator("h1").first).to_contain_text(re.compile("今天一共欠多少"))
        context.set_offline(True)
        page.goto(host.server.base + PAGE)
        works(page, f"4{number}")
        context.set_offline(False)
        page.goto(host.server.base + OTHER)
