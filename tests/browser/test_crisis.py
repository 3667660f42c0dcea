"""A cry for help is answered with a number before anything else, hosted and from files."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

# By kind; none of them stands in the list of words as it is written here.
CRIES = {
    "wants to die": ("我真的不想活下去了", "欠这么多想一死了之", "好想从楼上跳下去跳楼"),
    "in despair": ("我快撑不住了怎么办", "每天都崩溃", "活着没意思"),
    "what death would clear": ("我死了我爸妈要替我还吗", "我要是死了钱还用还吗"),
    "in pinyin": ("xiangsi", "bu xiang huo le", "zisha"),
    "by sound": ("不想火了", "自沙"),
    "violence now": ("他们拿刀堵在我家门口", "有人打我", "催收的砸门"),
}
ALL = [(kind, cry) for kind, cries in CRIES.items() for cry in cries]
NOT_FIRST = ("bereaved", "bankruptcy", "criminal")


def ask(visit: Visit, question: str) -> Page:
    page = visit.open("")
    page.locator("[data-search]").click()
    page.get_by_role("searchbox").fill(question)
    return page


@pytest.mark.parametrize(("kind", "cry"), ALL, ids=[cry for _, cry in ALL])
def test_a_cry_puts_the_numbers_first(visit: Visit, kind: str, cry: str) -> None:
    box = ask(visit, cry).locator("dialog.hq-search")
    # Before anything is typed the box shows what people ask most; the cry pushes that away.
    expect(box.locator("a").first).to_have_attribute("href", re.compile("^tel:"))
    numbers = box.locator("a[href^='tel:']").evaluate_all("all => all.map(a => a.href)")
    assert {"tel:12356", "tel:110"} <= set(numbers)
    assert numbers[0] == ("tel:110" if kind == "violence now" else "tel:12356")
    expect(box).not_to_contain_text("没有找到")
    links = box.locator("ol li a").evaluate_all("all => all.map(a => a.href)")
    assert links and not any(page in links[0] for page in NOT_FIRST)


def test_nothing_found_still_helps(visit: Visit) -> None:
    box = ask(visit, "嘎嘣脆呀哩哩").locator("dialog.hq-search")
    expect(box).to_contain_text("没有找到")
    expect(box.locator("a[href='tel:12356']")).to_be_visible()
    assert box.locator("a:not([href^='tel:'])").count() == 6


@pytest.mark.parametrize("asked", ["打我电话的人是谁", "今天跳槽了还能还款吗", "我爸死活不肯还"])
def test_what_is_no_cry_brings_no_alarm(visit: Visit, asked: str) -> None:
    """Too many alarms are better than too few; these common ones would be absurd."""
    page = ask(visit, asked)
    expect(page.locator("dialog.hq-search [role=status]")).to_contain_text("找到")
