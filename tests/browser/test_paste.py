"""Text of a bill becomes lines of a list once the reader has seen them; it is kept nowhere."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer
from tests.browser.conftest import Visit

BILL = "期数\t应还日期\t本金\t利息\t罚息\n1/3\t2026-09-05\t1,000.00\t30.00\t5.2\n2/3\t2026/10/05\t￥1,000元\t20\t--\n随便写的 1 2"
EVERYWHERE = """async () => JSON.stringify({...localStorage, ...sessionStorage}) + location.href
  + JSON.stringify(await Promise.all((await indexedDB.databases()).map(({name}) => new Promise(done => {
    const open = indexedDB.open(name)
    open.onsuccess = () => {
      const stores = [...open.result.objectStoreNames]
      if (!stores.length) return done([])
      const all = open.result.transaction(stores).objectStore(stores[0]).getAll()
      all.onsuccess = () => done(all.result)
    }
  }))))"""


def pasted(page: Page, text: str) -> tuple[Locator, Locator]:
    section = block(page, "overdue-cost")
    section.evaluate("s => s.querySelectorAll('form details').forEach(d => { d.open = true })")
    section.locator("[data-rows=instalments] [data-paste]").click()
    dialog = page.locator("dialog.hq-dialog")
    dialog.locator("textarea").fill(text)
    dialog.locator("[data-read-bill]").click()
    return section, dialog


def test_a_bill_is_shown_confirmed_and_put_into_the_list(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    section, dialog = pasted(page, BILL)
    expect(dialog).to_contain_text("读到 2 行，有 1 行没有读进来", timeout=PATIENCE_MS)
    expect(dialog).to_contain_text("罚息、违约金一共 5.20")
    expect(dialog).to_contain_text("第 4 行“随便写的 1 2”")
    expect(section.locator("[data-rows=instalments] [data-row]")).to_have_count(0)
    dialog.locator("[data-take-bill]").click()
    expect(dialog).to_have_count(0)
    rows = section.locator("[data-rows=instalments] [data-row]")
    expect(rows).to_have_count(2)
    expect(rows.nth(1).locator("input[type=date]")).to_have_value("2026-10-05")
    expect(rows.nth(1).locator("[name$=principal]")).to_have_value("1000.00")
    expect_answer(section)


def test_the_text_itself_is_kept_nowhere(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    _, dialog = pasted(page, BILL)
    dialog.locator("[data-take-bill]").click(timeout=PATIENCE_MS)
    page.wait_for_timeout(500)
    kept = page.evaluate(EVERYWHERE)
    assert "1000.00" in kept, "the lines are the reader's and are kept"
    assert "随便写的" not in kept
    assert "应还日期" not in kept
    assert visit.foreign == []


def test_what_cannot_be_read_offers_nothing_to_take(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    _, dialog = pasted(page, "2026-09-05 1000 30")
    expect(dialog).to_contain_text("不知道哪个数是本金", timeout=PATIENCE_MS)
    expect(dialog.locator("[data-take-bill]")).to_have_count(0)
