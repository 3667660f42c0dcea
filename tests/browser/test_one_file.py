"""The whole site in one file, as a phone opens it out of a chat: alone, without a network."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting
from tests.conftest import BUILD

PHONE = {"width": 360, "height": 740}
CHARGED = re.compile(r"[\d,]+\.\d\d 元")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in an empty folder, under the name that a chat gave it."""
    made = BUILD / "huanqing.html"
    if not made.exists():
        pytest.fail("build/huanqing.html is not there: run `make site` first")
    copy = tmp_path_factory.mktemp("received") / "还清(1).html"
    copy.write_bytes(made.read_bytes())
    return copy


@pytest.fixture
def visit(browser: Browser, whole: Path) -> Iterator[Visit]:
    """On a phone without a network; afterwards nothing was asked of anybody."""
    context = browser.new_context(locale="zh-CN", viewport=PHONE, has_touch=True, offline=True)
    found = visiting(context, Edition("one file", whole.as_uri()))
    yield found
    assert not found.foreign
    assert not found.complaints
    context.close()


def opened(visit: Visit, route: str = "") -> Page:
    visit.page.goto(visit.edition.base + (f"#{route}" if route else ""))
    return visit.page


def test_it_begins_on_the_first_page_and_fits_the_phone(visit: Visit, whole: Path) -> None:
    page = opened(visit)
    print(f"\nbuild/huanqing.html: {whole.stat().st_size:,} bytes")
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_title(re.compile("还清"))
    expect(page.locator("body")).to_contain_text(re.compile(r"\d{4}-\d\d-\d\d 打包"))
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_links_lead_from_page_to_page_and_back(visit: Visit) -> None:
    page = opened(visit, "/stages/payment-order/")
    expect(page.locator("h1")).to_contain_text("支付令")
    page.locator("article a", has_text="法院期限").first.click()
    expect(page.locator("h1")).to_contain_text("法院期限")
    expect(page).to_have_title(re.compile("法院期限"))
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(page.locator("h1")).to_contain_text("支付令")
    page.locator("a.hq-rule").first.evaluate("link => link.click()")
    place = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    heading = page.locator(f"[id='{place}']")
    expect(heading).to_be_in_viewport()


def test_every_link_of_every_page_leads_somewhere() -> None:
    text = (BUILD / "huanqing.html").read_text("utf-8")
    ids = set(re.findall(r'\sid="([^"]+)"', text))
    links = set(re.findall(r'\shref="#([^"]*)"', text))
    assert len(links) > 300
    assert sorted(links - ids - {""}) == []
    elsewhere = set(re.findall(r'\shref="(?!#)([a-z]*:?)', text))
    assert elsewhere <= {"https:", "http:", "tel:", "data:"}
    assert re.search(r'href="data:text/vcard;base64,[^"]+" download="[^"/]+\.vcf"', text)


def test_a_calculator_answers_as_the_package_does(visit: Visit) -> None:
    page = opened(visit, "/calculators/overdue-cost/")
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("12345.67")
    said = expect_answer(section)
    assert CHARGED.search(said["result"]["headline"])
    assert page.evaluate("huanqingRuntime.state") == "ready"


def test_what_was_typed_goes_along_and_survives_a_reload(visit: Visit) -> None:
    page = opened(visit, "/calculators/overdue-cost/")
    block(page, "overdue-cost").locator("[name=principal]").fill("12345.67")
    page.evaluate("location.hash = '#/my-case/'")
    other = block(page, "my-case")
    expect(other.locator("[name=principal]")).to_have_value(re.compile("12,?345.67"))
    page.reload()
    expect(page.locator("[name=principal]")).to_have_value(re.compile("12,?345.67"))


def test_a_result_s_links_stay_in_the_file(visit: Visit) -> None:
    page = opened(visit, "/calculators/overdue-cost/")
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("8000")
    expect_answer(section)
    for link in section.locator("output a[href]").all():
        assert (link.get_attribute("href") or "").startswith(("#/", "tel:", "https:"))


def test_the_search_finds_and_leads_there(visit: Visit) -> None:
    page = opened(visit)
    page.locator("[data-search]").click()
    page.get_by_role("searchbox").fill("收到支付令")
    hit = page.locator("dialog.hq-search li a").first
    expect(hit).to_contain_text("支付令", timeout=PATIENCE_MS)
    hit.click()
    expect(page.locator("h1")).to_contain_text("支付令")


def test_quick_exit_leaves_nothing_and_no_way_back(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.context.set_offline(False)
    visit.page.context.route(
        "https://www.weather.com.cn/**",
        lambda route: (asked.append(route.request.url), route.fulfill(body="weather"))[1],
    )
    page = opened(visit, "/calculators/overdue-cost/")
    block(page, "overdue-cost").locator("[name=principal]").fill("4321")
    page.evaluate("location.hash = '#/stages/'")
    expect(page.locator("h1")).to_contain_text("到哪一步了")
    page.locator("[data-leave]").click()
    expect(page.locator("body")).to_have_text("weather")
    visit.requests[:] = [url for url in visit.requests if url not in asked]
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("到哪一步了")


def test_the_next_person_finds_nothing_of_the_last(visit: Visit) -> None:
    page = opened(visit, "/calculators/overdue-cost/")
    block(page, "overdue-cost").locator("[name=principal]").fill("12345.67")
    page.evaluate("location.hash = '#/my-case/'")
    page.get_by_role("button", name="换下一个人").first.click()
    page.get_by_role("button", name="清掉，换下一个人").click()
    expect(page.locator("body")).to_contain_text("上一个人填的都清掉了")
    page.evaluate("location.hash = '#/calculators/overdue-cost/'")
    field = block(page, "overdue-cost").locator("[name=principal]")
    expect(field).not_to_have_value(re.compile("12,?345.67"))


def test_without_scripts_every_page_can_be_read(browser: Browser, whole: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(whole.as_uri())
    titles = page.locator("h1")
    assert titles.count() > 100
    link = page.locator("[id='/stages/payment-order/'] a", has_text="法院期限").first
    link.click()
    expect(page.locator("[id='/calculators/court-deadline/']")).to_be_in_viewport()
    context.close()


def test_its_checksum_stands_beside_it() -> None:
    sums = (BUILD / "SHA256SUMS").read_text("utf-8")
    made = hashlib.sha256((BUILD / "huanqing.html").read_bytes()).hexdigest()
    assert f"{made}  huanqing.html" in sums
