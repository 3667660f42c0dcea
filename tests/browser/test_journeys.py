"""Eight ways through the site, phone first: taps, fills, and screens from the last field to the answer.

The table is printed and written to ``build/journeys.md``. A screen is 740 pixels, at a width of 360.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from tests.browser.blocks import PATIENCE_MS, PEEKED, block, expect_answer
from tests.browser.conftest import Edition, visiting
from tests.conftest import BUILD

PHONE: ViewportSize = {"width": 360, "height": 740}
FARTHEST = 1.5
MOST_FIELDS = 7
ROWS: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    yield
    head = ["| journey | taps | fills | screens to the answer |", "| --- | --- | --- | --- |"]
    text = "\n".join([*head, *ROWS]) + "\n"
    # A run of some of them leaves the table of all as it was.
    if {row.split()[1] for row in ROWS} >= set("12345678"):
        (BUILD / "journeys.md").write_text(text, encoding="utf-8")
    print(f"\n{text}")


@dataclass
class Walk:
    """One reader on a page, who counts."""

    page: Page
    edition: Edition
    taps: int = 0
    fills: int = 0
    last: Locator | None = None

    def open(self, path: str = "") -> None:
        self.page.goto(self.edition.url(path))

    def tap(self, locator: Locator) -> None:
        locator.tap()
        self.taps += 1

    def follow(self, words: str) -> None:
        self.tap(self.page.locator("article").get_by_role("link", name=words).first)

    def fill(self, section: Locator, name: str, value: str) -> None:
        self.last = section.locator(f"[name='{name}']")
        self.last.fill(value)
        self.fills += 1

    def choose(self, section: Locator, name: str, value: str) -> None:
        self.last = section.locator(f"[name='{name}']")
        self.last.select_option(value)
        self.fills += 1

    def arrive(self, name: str, target: Locator) -> None:
        """The answer is there: how far from the last field, and by how much effort."""
        expect(target).to_be_visible(timeout=PATIENCE_MS)
        far = 0.0
        if self.last is not None:
            field, found = self.last.bounding_box(), target.bounding_box()
            assert field and found
            far = max(0.0, found["y"] - field["y"] - field["height"]) / PHONE["height"]
        ROWS.append(f"| {name} | {self.taps} | {self.fills} | {far:.1f} |")
        assert far <= FARTHEST, ROWS[-1]


def headline(section: Locator) -> Locator:
    return section.locator("output .hq-headline")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        locale="zh-CN", viewport=PHONE, has_touch=True, service_workers="block"
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def walk(context: BrowserContext, hosted: Edition) -> Iterator[Walk]:
    visit = visiting(context, hosted)
    yield Walk(visit.page, hosted)
    assert not visit.foreign
    assert not visit.complaints


def test_1_twelve_days_late_with_18000(walk: Walk) -> None:
    walk.open()
    walk.follow("算一算")
    walk.follow("今天一共欠多少")
    section = block(walk.page, "overdue-cost")
    walk.fill(section, "principal", "18000")
    walk.fill(section, "days_overdue", "12")
    assert expect_answer(section)["ok"]
    walk.arrive("1 first time, 12 days, 18,000", headline(section))


def test_2_is_this_sum_right(walk: Walk) -> None:
    overdue_with_the_apps_figures(walk, "2 is the sum in the app right")


def overdue_with_the_apps_figures(walk: Walk, name: str) -> Locator:
    walk.open("calculators/overdue-cost")
    section = block(walk.page, "overdue-cost")
    walk.fill(section, "principal", "20371")
    walk.fill(section, "days_overdue", "33")
    group = section.locator("details", has=walk.page.locator("[name='app_figures.principal']"))
    walk.tap(group.locator("summary").first)
    for field, value in (("principal", "20371"), ("interest", "500"), ("penalty", "900")):
        walk.fill(section, f"app_figures.{field}", value)
    assert expect_answer(section)["ok"]
    walk.arrive(name, headline(section))
    return section


def test_3_15000_now_or_36_months(walk: Walk) -> None:
    walk.open()
    walk.follow("算一算")
    walk.follow("协商方案比较")
    section = block(walk.page, "offer-compare")
    walk.tap(section.locator("[data-rows=offers] [data-clear-example]"))
    add = section.locator("[data-rows=offers] [data-add-row]")
    for number, offer in enumerate(
        (
            {"upfront": "15000", "months": "0", "monthly": "0"},
            {"upfront": "0", "months": "36", "monthly": "650"},
        )
    ):
        walk.tap(add)
        for field, value in offer.items():
            walk.fill(section, f"offers.{number}.{field}", value)
    walk.fill(section, "safe_monthly", "700")
    walk.fill(section, "cash_now", "700")
    assert expect_answer(section)["ok"]
    walk.arrive("3 15,000 now or 36 months", peek_or(headline(section), section))


def peek_or(target: Locator, section: Locator) -> Locator:
    """On a phone the lines above the bar say the answer while a field has the focus: if its sum is seen there."""
    line = section.locator(".hq-peek")
    sums = re.findall(r"\d[\d,.]*(?= 元)", target.inner_text())
    return line if sums and sums[0] in line.evaluate(PEEKED) else target


def test_4_how_much_can_i_pay(walk: Walk) -> None:
    walk.open("calculators/safe-monthly")
    section = block(walk.page, "safe-monthly")
    walk.fill(section, "income.0.amount", "6200")
    walk.fill(section, "dependants", "2")
    walk.fill(section, "dependants_cost", "900")
    said = expect_answer(section)
    walk.arrive("4 how much can I pay", headline(section))
    walk.tap(section.get_by_role("button", name="和我的一样"))
    walk.open("calculators/fair-offers")
    section = block(walk.page, "fair-offers")
    carried = said["result"]["figures"]["safe_monthly"]["value"] if said["ok"] else ""
    assert section.locator("[name=safe_monthly]").input_value() == carried


def test_5_a_message_from_a_court(walk: Walk) -> None:
    walk.open()
    walk.follow("这条消息是真的吗")
    section = block(walk.page, "message-check")
    walk.fill(section, "text", "【某某区人民法院】你有一份传票，案号（2026）粤0304民初1234号。")
    expect_answer(section)
    walk.arrive("5 a message from a court", headline(section))
    assert walk.taps <= 3


def test_6_by_keys_alone(walk: Walk) -> None:
    walk.open("calculators/overdue-cost")
    section = block(walk.page, "overdue-cost")
    walk.page.keyboard.press("Tab")
    walk.page.keyboard.press("Enter")  # past the menus
    field = section.locator("[name=principal]")
    for _ in range(8):
        if field.evaluate("field => field === document.activeElement"):
            break
        walk.page.keyboard.press("Tab")
        walk.taps += 1
    expect(field).to_be_focused()
    assert field.evaluate("field => getComputedStyle(field).outlineStyle") != "none"
    walk.page.keyboard.press("Control+A")
    walk.page.keyboard.type("18000")
    walk.last = section.locator("[name=days_overdue]")
    for _ in range(4):
        if walk.last.evaluate("field => field === document.activeElement"):
            break
        walk.page.keyboard.press("Tab")
        walk.taps += 1
    expect(walk.last).to_be_focused()
    walk.page.keyboard.press("Control+A")
    walk.page.keyboard.type("12")
    walk.fills += 2
    assert expect_answer(section)["ok"]
    walk.arrive("6 by keys alone (taps are keys)", headline(section))


def test_7_a_slip_is_said_beside_its_field(walk: Walk) -> None:
    walk.open("calculators/overdue-cost")
    section = block(walk.page, "overdue-cost")
    walk.fill(section, "principal", "两万")
    walk.fill(section, "days_overdue", "-3")
    said = expect_answer(section)
    assert not said["ok"]
    place = section.locator("[data-error-for=days_overdue]")
    expect(place).to_be_visible()
    field, sentence = section.locator("[name=days_overdue]").bounding_box(), place.bounding_box()
    assert field and sentence and 0 < sentence["y"] - field["y"] < 160
    walk.fill(section, "days_overdue", "12天")
    walk.fill(section, "days_overdue", "12")
    assert expect_answer(section)["ok"]
    walk.arrive("7 a slip, mended", headline(section))


def test_8_from_files(context: BrowserContext, offline: Path) -> None:
    """As the second; and the numbers go along to the letter and are there on the way back."""
    walk = Walk(
        visiting(context, Edition("offline", offline.as_uri())).page,
        Edition("offline", offline.as_uri()),
    )
    section = overdue_with_the_apps_figures(walk, "8 the second, from files")
    walk.tap(section.get_by_role("button", name="和我的一样"))
    walk.open("letters/waive-above-24")
    letter = block(walk.page, "letter-waive-above-24")
    expect(letter.locator("[name=own_total]")).not_to_have_value("")
    walk.page.go_back()
    section = block(walk.page, "overdue-cost")
    expect(section.locator("[name=principal]")).to_have_value("20371")


def waits(part: Tag) -> bool:
    """Folded, or asked only once an answer before it asks for it."""
    return (part.name == "details" and not part.has_attr("open")) or part.has_attr("data-when")


def test_no_form_shows_more_than_seven_fields_at_first(site: Path) -> None:
    """Ticks of one question count as one; what is folded comes when it is asked for."""
    long = {}
    for path in sorted(site.rglob("index.html")):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for section in page.select("[data-calculator]"):
            for template in section.select("template"):
                template.decompose()
            shown = [
                "ticks" if each.get("type") == "checkbox" else str(each.get("name", "day"))
                for each in section.select("form :is(input, select, textarea)")
                if each.get("type") != "range" and not any(map(waits, each.parents))
            ]
            if len(set(shown)) > MOST_FIELDS + ("ticks" in shown):
                long[str(section["data-calculator"])] = shown
    assert not long
