"""What can go wrong on a reader's device, each brought about: the page stays, and a sentence helps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from scripts.bench.server import Server
from tests.browser.blocks import PATIENCE_MS, answer, block, expect_answer, in_the_worker, until

PAGE = "/calculators/overdue-cost/"
CASE = "/my-case/"


def opened(context: BrowserContext, server: Server, path: str = PAGE) -> Page:
    page = context.new_page()
    page.goto(server.base + path)
    return page


def form(page: Page) -> Locator:
    return block(page, "overdue-cost")


def type_days(section: Locator, days: str = "33") -> None:
    section.locator("[name=days_overdue]").fill(days)


def still_whole(section: Locator) -> None:
    """The result of before stands, with its figures, marked as such."""
    expect(section).to_have_attribute("data-stale", "", timeout=PATIENCE_MS)
    expect(section.locator("[data-figure=total_due]")).to_be_visible()


def says(section: Locator, words: str) -> None:
    expect(section.locator(".hq-status")).to_contain_text(words, timeout=PATIENCE_MS)


@pytest.mark.parametrize("contents", [None, b"", b"\0asm\1\0\0\0", b"<!doctype html>"])
def test_a_missing_or_damaged_image_is_made_up_for(
    context: BrowserContext, server: Server, contents: bytes | None
) -> None:
    server.replaced["python."] = contents
    page = opened(context, server)
    type_days(form(page))
    expect_answer(form(page))
    assert page.evaluate("huanqingRuntime.state") == "fallback"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("delete self.WebAssembly", "浏览器太旧"),
        (
            "for (const f of ['compileStreaming', 'instantiateStreaming', 'compile', 'instantiate'])"
            "  WebAssembly[f] = async () => { throw new WebAssembly.CompileError("
            "    'WebAssembly: blocked by Content Security Policy') }",
            "关掉了计算要用的功能",
        ),
        (
            "WebAssembly.Memory = function () { throw new RangeError('could not allocate memory') }",
            "内存不够",
        ),
    ],
    ids=["no WebAssembly", "WebAssembly blocked", "memory refused"],
)
def test_what_cannot_start_says_why(
    context: BrowserContext, server: Server, code: str, words: str
) -> None:
    in_the_worker(context, code)
    section = form(opened(context, server))
    type_days(section)
    says(section, words)
    says(section, "常见的数")
    expect(section.locator("xpath=following-sibling::details[1]")).to_have_attribute("open", "")
    still_whole(section)


@pytest.mark.parametrize(
    ("device", "steps"), [("iPhone; CPU iPhone OS 17_0 like Mac OS X", True), ("Linux", False)]
)
def test_lockdown_mode_is_named_with_its_steps_where_it_exists(
    browser: Browser, server: Server, device: str, steps: bool
) -> None:
    context = browser.new_context(
        service_workers="block", user_agent=f"Mozilla/5.0 ({device}) AppleWebKit/605.1.15"
    )
    in_the_worker(context, "delete self.WebAssembly")
    section = form(opened(context, server))
    type_days(section)
    said = re.compile("浏览器太旧.*锁定模式" if steps else "浏览器太旧(?!.*锁定模式)")
    expect(section.locator(".hq-status")).to_contain_text(said, timeout=PATIENCE_MS)
    still_whole(section)
    context.close()


@pytest.mark.parametrize("times", [1, 99], ids=["once", "always"])
def test_a_worker_that_may_not_be_made(context: BrowserContext, server: Server, times: int) -> None:
    """As where a browser's own settings forbid it: once more, then a sentence and the near numbers."""
    context.add_init_script(
        f"""let left = {times}
        globalThis.Worker = class extends Worker {{
          constructor(...given) {{
            if (left-- > 0) throw new DOMException("not allowed", "SecurityError")
            super(...given)
          }}
        }}"""
    )
    section = form(opened(context, server))
    type_days(section)
    if times == 1:
        expect_answer(section)
        return
    says(section, "没能启动计算")
    says(section, "常见的数")
    still_whole(section)


@pytest.mark.parametrize(
    "code",
    [
        "delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming",
        "Object.defineProperty(self, 'caches', {get() { throw new Error('forbidden') }})",
    ],
)
def test_what_older_browsers_lack_the_image_does_without(
    context: BrowserContext, server: Server, code: str
) -> None:
    in_the_worker(context, code)
    page = opened(context, server)
    type_days(form(page))
    expect_answer(form(page))
    assert page.evaluate("huanqingRuntime.state") == "ready"


def test_where_neither_image_nor_pyodide_can_be_read_the_browser_is_named(
    context: BrowserContext, server: Server
) -> None:
    in_the_worker(
        context,
        """for (const name of ['compile', 'compileStreaming']) WebAssembly[name] = async () => {
          throw new WebAssembly.CompileError("invalid value type 'externref' @+116")
        }""",
    )
    page = opened(context, server)
    type_days(form(page))
    says(form(page), "浏览器太旧")
    still_whole(form(page))


def test_a_slow_network_is_said_and_waited_for(context: BrowserContext, server: Server) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    context.route("**/assets/runtime/python.*", hold)
    section = form(opened(context, server))
    type_days(section)
    says(section, "网络有点慢")
    expect(section.locator("progress")).to_be_visible()
    # No example's figure passes for the reader's, and one near it is at hand.
    expect(section).to_have_attribute("data-stale", "")
    expect(section.locator(".hq-peek")).to_have_text("还没算好，先看差不多的数")
    expect(section.page.locator("details.hq-common")).to_have_attribute("open", "")
    held[0].continue_()
    expect_answer(section)
    expect(section).not_to_have_attribute("data-stale", "")
    expect(section.locator(".hq-peek")).to_contain_text("到今天一共欠")


def test_offline_half_way_through(context: BrowserContext, server: Server) -> None:
    """Before anything is kept; test_without_network.py has the visits after that."""
    context.route("**/assets/runtime/**", lambda route: route.abort("internetdisconnected"))
    page = opened(context, server)
    page.evaluate("Object.defineProperty(navigator, 'onLine', {get: () => !window.cut})")
    page.evaluate("window.cut = true")
    section = form(page)
    type_days(section)
    says(section, "现在没有网络")
    still_whole(section)
    context.unroute_all()
    type_days(section, "44")
    expect_answer(section)


STORAGE = {
    "forbidden": "Object.defineProperty(window, 'localStorage', "
    "{get() { throw new DOMException('no', 'SecurityError') }})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("code", STORAGE.values(), ids=STORAGE.keys())
def test_storage_that_refuses(context: BrowserContext, server: Server, code: str) -> None:
    context.add_init_script(code)
    page = opened(context, server, CASE)
    section = block(page, "my-case")
    section.locator("[name=principal]").fill("12345")
    expect_answer(section)
    box = page.get_by_label("存在这台设备")
    box.click()
    expect(page.locator("[data-case-panel] .hq-status")).to_contain_text("导出成文件")
    expect(box).not_to_be_checked()


def test_storage_that_fills_up_is_said(context: BrowserContext, server: Server) -> None:
    page = opened(context, server, CASE)
    page.get_by_label("存在这台设备").check()
    page.evaluate(f"() => {{ {STORAGE['full']} }}")
    block(page, "my-case").locator("[name=principal]").fill("12345")
    expect(page.locator("[data-told]")).to_contain_text("存不下了")


REFUSES = """(which) => {
  let nth = 0
  const set = Storage.prototype.setItem
  Storage.prototype.setItem = function (key, text) {
    if (this === localStorage && (key.startsWith(which) || ++nth > which))
      throw new DOMException("no", "QuotaExceededError")
    return set.call(this, key, text)
  }
}"""


@pytest.mark.parametrize("which", [0, 1, "huanqing.case", "huanqing.names"])
def test_what_is_said_to_be_gone_does_not_come_back(
    context: BrowserContext, server: Server, which: int | str
) -> None:
    """Storage that took something before, and refuses a part: the rest would be an old number, or one not wanted."""
    page = opened(context, server, CASE)
    page.get_by_label("存在这台设备").check()
    principal = block(page, "my-case").locator("[name=principal]")
    principal.fill("11111")
    until(page, "localStorage.getItem('huanqing.case')?.includes('11111')")
    page.evaluate(REFUSES, which)
    principal.fill("22222")
    expect(page.locator("[data-told]")).to_contain_text("存不下了")
    expect(page.get_by_label("存在这台设备")).not_to_be_checked()
    kept = "() => Object.keys(localStorage).filter(key => /case|names/.test(key))"
    assert page.evaluate(kept) == []
    page.reload()
    expect(block(page, "my-case").locator("[name=principal]")).to_have_value("22222")


def test_a_refusal_at_the_first_wish_leaves_nothing_on_the_device(
    context: BrowserContext, server: Server
) -> None:
    page = opened(context, server, CASE)
    principal = block(page, "my-case").locator("[name=principal]")
    principal.fill("33333")
    expect_answer(block(page, "my-case"))
    page.evaluate(REFUSES, "huanqing.names")
    page.get_by_label("存在这台设备").click()
    expect(page.get_by_label("存在这台设备")).not_to_be_checked()
    assert "33333" not in page.evaluate("() => JSON.stringify({...localStorage})")


def test_a_page_under_way_does_not_come_after_leaving(
    context: BrowserContext, server: Server
) -> None:
    """A link was pressed, then the way out; the other site is the slower one."""
    page = opened(context, server)
    form(page)
    context.route("https://**", lambda _: None)  # it never answers
    seen = page.evaluate("""async () => {
      const late = fetch
      window.fetch = async (...asked) => {
        const answer = await late(...asked)
        await new Promise((done) => setTimeout(done, 200))
        return new Response(await answer.text())  // as if it could not be called off
      }
      document.querySelector(".md-logo").click()
      await new Promise((done) => setTimeout(done, 20))
      document.querySelector("a[data-leave]").click()
      document.body.append("a note")
      await new Promise((done) => setTimeout(done, 600))
      return [document.body.innerText, document.title, location.pathname]
    }""")
    assert seen == ["", "新标签页", PAGE]


def blocked(route: Route) -> None:
    route.abort()


def unreadable(route: Route) -> None:
    """As scripts of today look to a browser of long ago."""
    route.fulfill(body="this is no (script", content_type="text/javascript")


@pytest.mark.parametrize("treat", [blocked, unreadable])
def test_without_our_script_the_example_stays_and_says_why_it_is_still(
    context: BrowserContext, server: Server, treat: Callable[[Route], None]
) -> None:
    context.route("**/*.js", treat)
    page = opened(context, server)
    section = page.locator("[data-calculator=overdue-cost]")
    expect(section.locator("[data-figure=total_due]")).to_be_visible()
    sentence = section.locator(".hq-still")
    expect(sentence).to_have_css("opacity", "1", timeout=10_000)
    expect(sentence).to_contain_text("换一个浏览器")


def test_an_old_browser_keeps_the_example(context: BrowserContext, server: Server) -> None:
    context.add_init_script(
        "delete window.WebAssembly; delete window.Worker; delete window.IntersectionObserver"
    )
    section = form(opened(context, server))
    type_days(section)
    says(section, "换一个")
    still_whole(section)


def test_with_our_script_the_sentence_never_shows(context: BrowserContext, server: Server) -> None:
    expect(form(opened(context, server)).locator(".hq-still")).to_be_hidden()


def test_two_tabs_lose_nothing_and_the_other_is_told(
    context: BrowserContext, server: Server
) -> None:
    first, second = opened(context, server, CASE), opened(context, server, CASE)
    for page in (first, second):
        block(page, "my-case")
    second.locator("[name=overdue_since], [name=days_overdue]").first.fill("31")
    first.locator("[name=principal]").fill("12345")
    first.get_by_label("存在这台设备").check()
    expect(second.locator("[name=principal]")).to_have_value("12345")
    expect(second.locator("[data-told]")).to_contain_text("另一个标签页")
    # One after the other, neither having heard of the other: what the device keeps is what counts. A
    # browser shows one tab's writing to another process only after a moment, so each is waited for.
    for page in (first, second):
        expect_answer(block(page, "my-case"))
        page.evaluate("addEventListener('storage', e => e.stopImmediatePropagation(), true)")
    for page, other, name, typed in (
        (first, second, "days_overdue", "41"),
        (second, first, "principal", "777"),
    ):
        page.locator(f"[name={name}]").fill(typed)
        expect_answer(block(page, "my-case"))
        until(other, f"""localStorage.getItem('huanqing.case').includes('"{typed}"')""")
    kept = second.evaluate("JSON.parse(localStorage.getItem('huanqing.case'))")
    assert {"41", "777"} <= set(map(str, kept.values()))


def test_what_another_tab_works_out_does_not_move_the_readers_hand(
    context: BrowserContext, server: Server
) -> None:
    """A figure that this form does not show: nothing under the reader's caret is put in anew."""
    first, second = opened(context, server, CASE), opened(context, server, CASE)
    for page in (first, second):
        block(page, "my-case")
    first.locator("[name=principal]").fill("12345")
    first.get_by_label("存在这台设备").check()
    expect(second.locator("[name=principal]")).to_have_value("12345")
    expect_answer(block(first, "my-case"))
    second.locator("[name=principal]").select_text()
    first.evaluate("""() => {
      const kept = JSON.parse(localStorage.getItem('huanqing.case'))
      localStorage.setItem('huanqing.case', JSON.stringify({...kept, last_figure: '9.26'}))
    }""")
    until(second, "localStorage.getItem('huanqing.case').includes('last_figure')")
    second.wait_for_timeout(300)
    second.keyboard.insert_text("777")
    assert second.locator("[name=principal]").input_value() == "777"


def test_a_page_from_the_back_button_follows_what_was_erased(
    context: BrowserContext, server: Server
) -> None:
    """Kept in memory, it heard of nothing; engines/ goes back for real."""
    page = opened(context, server, CASE)
    block(page, "my-case").locator("[name=principal]").fill("12345")
    page.get_by_label("存在这台设备").check()
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("[name=principal]")).to_have_value("")


OURS = "() => [localStorage, sessionStorage].flatMap(s => Object.entries(s)).filter(([k]) => /case|draft|names/.test(k))"


def held_up(context: BrowserContext) -> Callable[[], None]:
    """Python does not come, so that every answer stays under way, until what is returned is called."""
    held: list[Route] = []
    done: list[bool] = []

    def hold(route: Route) -> None:
        route.continue_() if done else held.append(route)

    def release() -> None:
        done.append(True)
        for route in held:
            route.continue_()

    context.route("**/assets/runtime/python.*", hold)
    return release


def erase_all(page: Page) -> None:
    page.get_by_role("button", name="全部清掉", exact=True).first.click()
    page.locator("dialog[open]").get_by_role("button", name="清掉", exact=True).click()


def test_an_answer_under_way_brings_back_nothing_that_another_tab_erased(
    context: BrowserContext, server: Server
) -> None:
    release = held_up(context)
    page = opened(context, server, CASE)
    section = block(page, "my-case")
    section.locator("[name=principal]").fill("12345")
    page.get_by_label("存在这台设备").check()
    page.evaluate("localStorage.clear()")  # as it looks before the other tab's word has come
    release()
    expect(section.locator("[name=principal]")).to_have_value("", timeout=PATIENCE_MS)
    expect_answer(section)
    assert page.evaluate(OURS) == []


def test_an_answer_under_way_on_the_page_before_brings_back_nothing_erased(
    context: BrowserContext, server: Server
) -> None:
    release = held_up(context)
    page = opened(context, server)
    form(page).locator("[name=principal]").fill("12345")
    page.locator("article a[href*='my-case'], a[href*='my-case']").first.evaluate("a => a.click()")
    section = block(page, "my-case")
    expect(section.locator("[name=principal]")).to_have_value("12345")
    erase_all(page)
    release()
    expect_answer(section)
    page.wait_for_timeout(300)
    assert page.evaluate(OURS) == []


def test_an_import_under_way_brings_back_nothing_erased(
    context: BrowserContext, server: Server
) -> None:
    release = held_up(context)
    page = opened(context, server, CASE)
    section = block(page, "my-case")
    section.locator("[name=principal]").fill("12345")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出成文件").click()
    page.locator("[data-import]").set_input_files(download.value.path())
    erase_all(page)
    release()
    expect(page.locator("[data-case-panel] > .hq-status")).to_contain_text(
        "没有导入", timeout=PATIENCE_MS
    )
    expect_answer(section)
    assert page.evaluate(OURS) == []


@pytest.mark.parametrize(("now", "day"), [("2009-01-01", "2026"), ("2041-06-01", "2041-06-01")])
def test_a_wrong_clock_is_shown_and_doubted(
    context: BrowserContext, server: Server, now: str, day: str
) -> None:
    page = context.new_page()
    page.clock.install(time=f"{now}T10:00:00")
    page.goto(server.base + PAGE)
    section = form(page)
    expect(section.locator(".hq-note")).to_contain_text(f"这台设备的日期是 {now}")
    expect(section.locator("[id$='-on']")).to_have_value(re.compile(f"^{day}"))
    type_days(section)
    said = expect_answer(section)
    assert said == answer(section)


HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>'\"`${1}"


def first_pages(site: Path) -> dict[str, tuple[str, list[str]]]:
    """By calculator, a page that begins with it, and the names of its form's fields."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        section = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one(
            "[data-calculator]:not([data-story])"
        )
        if section:
            names = [str(each["name"]) for each in section.select("form [name]")]
            found[str(section["data-calculator"])] = (
                path.parent.relative_to(site).as_posix(),
                names,
            )
    return found


def test_a_hostile_link_is_only_text(context: BrowserContext, server: Server, site: Path) -> None:
    """Every field of every form, filled by a link."""
    pages = first_pages(site)
    assert len(pages) > 30
    page = context.new_page()
    for tool, (path, names) in pages.items():
        said = urlencode([("on", HOSTILE), *((name, HOSTILE) for name in names)])
        page.goto("about:blank")
        page.goto(f"{server.base}/{path}/#{tool}?{said}")
        expect(page.locator("[data-calculator]").first).to_have_attribute("data-alive", "")
        assert "#" not in page.url
        assert page.locator("img[src=x]").count() == 0, path
        assert page.title() != "broken", path
