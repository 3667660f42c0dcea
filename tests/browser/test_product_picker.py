"""A reader picks what was borrowed: what is filled in shows in grey, and the answer says so."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.conftest import Visit


def test_a_product_makes_room_for_its_terms_and_says_so(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=product]").select_option("huabei-late")
    rate = section.locator("[name=daily_rate]")
    expect(rate).to_have_value("")
    expect(rate).to_have_attribute("placeholder", "不填按 0.05")
    expect(section.locator("[name=principal]")).to_have_value("20000")
    expect(section.locator("output")).to_contain_text(
        "合同日利率按 0.05%（花呗的说法）算", timeout=PATIENCE_MS
    )
    expect_answer(section)
    rate.fill("0.03")
    expect_answer(section)


def test_what_nobody_published_is_asked_for_beside_the_picker(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=product]").select_option("baitiao-late")
    expect(section.locator("[data-says]")).to_contain_text("有人见到的是每天 0.015% 到 0.07%")
    rate = section.locator("[name=daily_rate]")
    expect(rate).to_have_value("")
    expect(rate).to_have_attribute("placeholder", "照合同填")
    expect(section).to_have_attribute("data-stale", "", timeout=PATIENCE_MS)
    rate.fill("0.02")
    expect_answer(section)
    expect(section.locator("output")).to_contain_text("没有查到公开的一个数")
    section.locator("[name=product]").select_option("huabei-late")
    expect(section.locator("[data-says]")).to_be_empty()


def test_a_product_ticks_what_it_says_yes_to_and_the_next_one_takes_it_away(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    product = block(page, "overdue-cost").locator("[name=product]")
    product.select_option("baitiao-late")
    expect(block(page, "overdue-cost").locator("[name=compound]")).to_be_checked()
    page.reload()
    compound = block(page, "overdue-cost").locator("[name=compound]")
    expect(compound).to_be_checked()
    block(page, "overdue-cost").locator("[name=product]").select_option("huabei-late")
    expect(compound).not_to_be_checked()


def test_a_product_is_there_after_a_reload(visit: Visit) -> None:
    page: Page = visit.open("calculators/card-bill")
    block(page, "card-bill").locator("[name=product]").select_option("card-usual-terms")
    page.reload()
    section = block(page, "card-bill")
    expect(section.locator("[name=product]")).to_have_value("card-usual-terms")
    expect(section.locator("[name=minimum_rate]")).to_have_attribute("placeholder", "不填按 10")


def test_without_a_product_nothing_stands_in(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=product]").select_option("huabei-late")
    section.locator("[name=product]").select_option("own")
    expect(section.locator("[name=daily_rate]")).to_have_attribute("placeholder", "")
