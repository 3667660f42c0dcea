"""值班: several people on one device, and nothing of one is ever shown under another."""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from scripts.printing import pages_in
from tests.browser.blocks import PATIENCE_MS, block, expect_answer, unfolded
from tests.browser.conftest import Edition, Visit, visiting
from tests.conftest import ROOT

ONE, TWO = "64738", "91235"
PRINCIPAL = "[name=principal]"
HELD = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"
KEPT = "() => Object.keys(localStorage).filter(key => /case|draft|names|desk|parts/.test(key))"
READ = """
import decode from 'qr/decode.js'
import { readFileSync } from 'fs'
const { side, dots } = JSON.parse(readFileSync(0))
const scale = 4, width = side * scale, data = new Uint8Array(width * width * 4).fill(255)
for (const [x, y] of dots)
  for (let i = 0; i < scale; i++) for (let j = 0; j < scale; j++)
    data.fill(0, ((y * scale + i) * width + x * scale + j) * 4, ((y * scale + i) * width + x * scale + j) * 4 + 3)
process.stdout.write(decode({ width, height: width, data }))
"""


@pytest.fixture
def visit(phone_visit: Visit) -> Visit:
    return phone_visit


def desk(visit: Visit) -> Page:
    page = visit.open("desk")
    expect(page.locator("#hq-desk-name")).to_be_visible()
    return page


def begin(visit: Visit, name: str) -> Page:
    page = desk(visit)
    page.locator("#hq-desk-name").fill(name)
    page.get_by_role("button", name="开始", exact=True).click()
    expect_now(page, name)
    return page


def switch(visit: Visit, name: str) -> Page:
    page = desk(visit)
    page.get_by_role("button", name=f"换到“{name}”").click()
    expect(page.locator("[data-desk] [aria-current]")).to_have_text(name)
    expect_now(page, name)
    return page


def expect_now(page: Page, name: str) -> None:
    expect(page.locator("[data-desk-bar] b")).to_have_text(f"“{name}”")
    block(page, "desk")


def owes(visit: Visit, sum: str) -> None:
    """Typed where a debt is worked out, ticked in a plan, and turned to another day."""
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator(PRINCIPAL).fill(sum)
    section.locator("[data-day]").fill("2026-12-24")
    expect_answer(section)


def shown(page: Page) -> str:
    """All that is on the page: its words, and what stands in its fields."""
    fields = "[...document.querySelectorAll('input,textarea,select')].map(c => c.value).join(' ')"
    return f"{page.inner_text('body')} {page.evaluate(fields)}".replace(",", "")


def test_nothing_of_one_is_shown_under_another(visit: Visit) -> None:
    begin(visit, "甲")
    owes(visit, ONE)
    begin(visit, "乙")
    for path in ("desk", "calculators/overdue-cost", "my-case", "my-plan", "letters/extension"):
        page = visit.open(path)
        expect(page.locator("[data-desk-bar]")).to_contain_text("乙")
        expect(page.locator("[data-alive]").first).to_be_attached()
        assert ONE not in shown(page), path
        assert page.locator("[data-day]").first.input_value() != "2026-12-24"
    owes(visit, TWO)
    switch(visit, "甲")
    page = visit.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    expect(section.locator(PRINCIPAL)).to_have_value(ONE)
    expect_answer(section)
    assert TWO not in shown(page)
    assert page.evaluate(KEPT) == []


def test_what_is_not_kept_goes_with_the_tab_and_what_is_kept_stays(visit: Visit) -> None:
    for name, keeps in (("甲", False), ("乙", True)):
        page = begin(visit, name)
        owes(visit, ONE)
        page = desk(visit)
        if keeps:
            page.get_by_label("存在这台设备").check()
            expect(page.locator("[data-desk-where]")).to_contain_text("localStorage")
        visit.page = page.context.new_page()
        page.close()
        page = desk(visit)
        expect(page.get_by_role("button", name=f"换到“{name}”")).to_have_count(int(keeps))
        assert (ONE in page.evaluate(HELD)) == keeps


def test_people_whom_the_device_does_not_take_whole_are_not_there_at_all(visit: Visit) -> None:
    for name in ("甲", "乙"):
        begin(visit, name)
        owes(visit, ONE)
    page = desk(visit)
    page.evaluate("""() => {
      let nth = 0
      const set = Storage.prototype.setItem
      Storage.prototype.setItem = function (key, text) {
        if (this === localStorage && ++nth > 2) throw new DOMException("no", "QuotaExceededError")
        return set.call(this, key, text)
      }
    }""")
    page.get_by_label("存在这台设备").click()
    expect(page.get_by_label("存在这台设备")).not_to_be_checked()
    assert page.evaluate(KEPT) == []
    assert ONE in page.evaluate(HELD)


def test_somebody_whom_the_device_does_not_take_is_not_begun(visit: Visit) -> None:
    page = desk(visit)
    page.evaluate(
        """(one) => {
      localStorage.setItem("huanqing.desk", "{}")
      sessionStorage.setItem("huanqing.draft", JSON.stringify({ principal: one }))
    }""",
        ONE,
    )
    page.reload()
    page.locator("#hq-desk-name").fill("甲")
    page.locator("#hq-desk-loose").check()
    page.evaluate("""() => {
      const set = Storage.prototype.setItem
      Storage.prototype.setItem = function (key, text) {
        if (this === localStorage && key.startsWith(window.refused)) throw new DOMException("no", "QuotaExceededError")
        return set.call(this, key, text)
      }
    }""")
    for refused in ("huanqing.desk", "huanqing.case", "huanqing.names"):
        page.evaluate("(refused) => Object.assign(window, { refused })", refused)
        page.get_by_role("button", name="开始", exact=True).click()
        expect(page.locator("[data-desk] > .hq-status")).to_contain_text("没有记下")
        assert page.evaluate(KEPT) == ["huanqing.desk"]
        assert ONE in page.evaluate(HELD)


def test_codes_whose_others_never_came_are_forgotten(visit: Visit) -> None:
    page = visit.open("stages/lawsuit")
    # The last was put away while the device's clock ran ahead.
    for ago, stays in ((60_000, True), (3_700_000, False), (-3_700_000, False)):
        page.evaluate(
            "(ago) => localStorage.setItem('huanqing.parts', JSON.stringify({at: Date.now() - ago, texts: '1.2.00000000.zAA'}))",
            ago,
        )
        page.reload()
        expect(page.locator("html.js")).to_be_attached()
        assert bool(page.evaluate(KEPT)) is stays


def test_the_way_back_shows_whoever_is_worked_on_now(visit: Visit) -> None:
    begin(visit, "甲")
    owes(visit, ONE)
    page = begin(visit, "乙")
    for _ in range(2):
        page.go_back()
        expect(page.locator("[data-desk-bar] b")).to_have_text("“乙”")
        expect(page.locator("[data-alive]").first).to_be_attached()
        assert ONE not in shown(page)


def test_an_answer_under_way_brings_nothing_of_one_to_another(visit: Visit) -> None:
    begin(visit, "甲")
    begin(visit, "乙")
    page = switch(visit, "甲")
    unfolded(block(page, "desk")).locator("[name=dependants]").fill("3")
    page.get_by_role("button", name="换到“乙”").click()
    expect(page.locator("[data-desk] [aria-current]")).to_have_text("乙")
    held = json.loads(page.evaluate(HELD))[1]
    now = held["huanqing.at"].split(" ")[0]
    assert json.loads(held[f"huanqing.draft.{now}"]) == {}


def test_what_still_comes_while_everybody_moves_takes_nothing_away(visit: Visit) -> None:
    begin(visit, "甲")
    owes(visit, ONE)
    page = desk(visit)
    for _ in range(2):  # to the device, and back into the tab
        now = page.locator("[data-desk-where]").inner_text()
        page.evaluate("""() => {
          const field = document.querySelector("[name=dependants]")
          document.querySelector("#hq-desk-keep").click()
          field.value = "3"
          field.dispatchEvent(new Event("input", { bubbles: true }))
        }""")
        expect(page.locator("[data-desk-where]")).not_to_have_text(now)
        assert ONE in page.evaluate(HELD)


def test_two_tabs_can_sit_with_two_people(visit: Visit) -> None:
    begin(visit, "甲")
    first = begin(visit, "乙")
    first.get_by_label("存在这台设备").check()
    expect(first.locator("[data-desk-where]")).to_contain_text("localStorage")
    expect_now(first, "乙")
    other = Visit(first.context.new_page(), visit.edition)
    switch(other, "甲")
    owes(other, ONE)
    owes(visit, TWO)
    expect(block(other.page, "overdue-cost").locator(PRINCIPAL)).to_have_value(ONE)
    assert TWO not in shown(other.page)
    other.page.reload()
    expect(block(other.page, "overdue-cost").locator(PRINCIPAL)).to_have_value(ONE)
    switch(visit, "甲")
    visit.open("calculators/overdue-cost")
    expect(block(first, "overdue-cost").locator(PRINCIPAL)).to_have_value(ONE)
    assert TWO not in shown(first)
    page = desk(visit)
    page.get_by_label("存在这台设备").uncheck()
    expect(page.locator("[data-desk-where]")).to_contain_text("sessionStorage")
    assert page.evaluate(KEPT) == []
    expect(page.get_by_role("button", name="换到“乙”")).to_be_visible()
    assert ONE in page.evaluate(HELD)


def test_who_is_in_one_tab_only_is_not_called_kept(visit: Visit) -> None:
    begin(visit, "甲")
    other = Visit(visit.page.context.new_page(), visit.edition)
    begin(other, "乙")
    visit.page.get_by_label("存在这台设备").check()
    expect(visit.page.locator("[data-desk-where]")).to_contain_text("localStorage")
    where = other.page.locator("[data-desk-where]")
    expect(where).to_have_text(
        "“乙”只在这个标签页里，关掉就没了。别的人存在这台设备上。勾上，就都存。"
    )
    expect(other.page.get_by_label("存在这台设备")).not_to_be_checked()
    other.page.get_by_label("存在这台设备").check()
    expect(where).to_contain_text("localStorage")
    other.page.close()
    expect(desk(visit).get_by_role("button", name="换到“乙”")).to_be_visible()


def test_nothing_can_be_typed_while_the_next_page_is_slow(visit: Visit) -> None:
    if visit.edition.name == "offline":
        pytest.skip("a file is there at once")
    page = begin(visit, "甲")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/desk/", hold)
    content = page.evaluate("""() => {
      document.querySelector("#hq-desk-keep").click()
      return new Promise(done => setTimeout(() => done(document.body.innerHTML), 1000))
    }""")
    assert "hq-desk-keep" not in content
    assert "dependants" not in content
    assert "正在换" in content
    assert "data-leave" in content
    held[0].continue_()
    expect(page.locator("[data-desk-where]")).to_contain_text("localStorage")


# What a helper sees while the next page is slow: how many people there are, what lies over the page, whether the
# way out can be pressed.
GOING = """press => {
  press()
  const exit = document.querySelector(".hq-tools [data-leave]"), { x, y, width, height } = exit.getBoundingClientRect()
  const people = Object.keys(JSON.parse(sessionStorage["huanqing.desk"] ?? localStorage["huanqing.desk"])).length
  return [people, document.querySelectorAll("dialog[open]").length, exit.contains(document.elementFromPoint(x + width / 2, y + height / 2))]
}"""


def going(page: Page, press: str) -> Any:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/desk/", hold)
    found = page.evaluate(GOING.replace("press()", press))
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    expect(page.locator("#hq-desk-name")).to_be_visible()
    return found


def test_whoever_is_taken_in_twice_is_there_once(visit: Visit) -> None:
    if visit.edition.name == "offline":
        pytest.skip("a file is there at once")
    page = begin(visit, "甲")
    pasted(page, json.dumps({"app": "huanqing", "version": 2, "facts": {"principal": ONE}}))
    page.locator("#hq-desk-taken").fill("乙")
    press = """for (let n = 0; n < 2; n++) {
      [...document.querySelectorAll("dialog button")].find((b) => b.textContent === "收下")?.click()
    }"""
    assert going(page, press) == [2, 0, True]


@pytest.mark.parametrize("opens", ["粘贴文字", "清掉“甲”", "结束这次值班：全部清掉", "搜索"])
def test_no_dialog_stays_over_a_page_that_another_replaces(visit: Visit, opens: str) -> None:
    if visit.edition.name == "offline":
        pytest.skip("a file is there at once")
    page = begin(visit, "甲")
    page.evaluate(
        "document.querySelectorAll('[data-desk] details').forEach(d => { d.open = true })"
    )
    page.get_by_role("button", name=opens).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert going(page, "document.querySelector('#hq-desk-keep').click()") == [1, 0, True]


def test_the_end_of_a_shift_erases_everybody_and_says_so(visit: Visit) -> None:
    page = begin(visit, "甲")
    page.get_by_label("存在这台设备").check()
    expect(page.locator("[data-desk-where]")).to_contain_text("localStorage")
    owes(visit, ONE)
    begin(visit, "乙")
    owes(visit, TWO)
    page = desk(visit)
    page.get_by_role("button", name="结束这次值班：全部清掉").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("“甲”")
    expect(dialog).to_contain_text("“乙”")
    dialog.get_by_role("button", name="全部清掉").click()
    expect(page.locator("[data-told]")).to_contain_text("清掉了 2 个人的")
    assert page.evaluate("() => Object.keys(localStorage)") == []
    assert page.evaluate("() => Object.keys(sessionStorage)") == ["huanqing.visitor"]
    page.go_back()
    assert ONE not in shown(page) and TWO not in shown(page)


def test_the_end_of_a_shift_is_on_the_first_screen(visit: Visit) -> None:
    """Who comes to a desk that another left sees how everybody is erased, however many there are."""
    seen = """() => {
      const end = [...document.querySelectorAll("button")].find((b) => b.textContent.startsWith("结束这次值班"))
      return end.getBoundingClientRect().bottom <= document.querySelector(".hq-tools").getBoundingClientRect().top
    }"""
    page = desk(visit)
    assert page.evaluate(seen)
    assert page.evaluate(seen.replace("结束这次值班", "开始"))
    for name in "甲乙丙丁":
        begin(visit, name)
    assert desk(visit).evaluate(seen)


def test_one_is_erased_and_the_others_stay(visit: Visit) -> None:
    begin(visit, "甲")
    owes(visit, ONE)
    begin(visit, "乙")
    owes(visit, TWO)
    page = switch(visit, "甲")
    page.get_by_role("button", name="清掉“甲”").click()
    page.get_by_role("dialog").get_by_role("button", name="清掉", exact=True).click()
    expect(page.locator("[data-desk-bar]")).to_have_count(0)
    assert ONE not in page.evaluate(HELD)
    switch(visit, "乙")
    expect(
        block(visit.open("calculators/overdue-cost"), "overdue-cost").locator(PRINCIPAL)
    ).to_have_value(TWO)


def test_erasing_all_takes_every_case(visit: Visit) -> None:
    begin(visit, "甲")
    owes(visit, ONE)
    begin(visit, "乙")
    page = visit.open("my-case")
    page.get_by_role("button", name="全部清掉").click()
    expect(page.get_by_role("dialog")).to_contain_text("2 个人")
    page.get_by_role("dialog").get_by_role("button", name="清掉", exact=True).click()
    expect(page.locator("[data-desk-bar]")).to_have_count(0)
    assert page.evaluate("() => Object.keys(sessionStorage)") == ["huanqing.visitor"]


def test_leaving_takes_every_case_of_the_tab(browser: Browser, edition: Edition) -> None:
    context = browser.new_context(locale="zh-CN", service_workers="block")
    context.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    visit = visiting(context, edition)
    begin(visit, "甲")
    owes(visit, ONE)
    begin(visit, "乙")
    left = "() => { document.querySelector('a[data-leave]').click(); return [{...sessionStorage}, {...localStorage}] }"
    tab, device = visit.page.evaluate(left)
    assert set(tab) <= {"huanqing.visitor", "huanqing.left"} and device == {}
    visit.page.wait_for_url("https://**")
    context.close()


def test_what_was_typed_before_anybody_was_chosen_can_be_given_to_one(visit: Visit) -> None:
    owes(visit, ONE)
    visit.page.goto(
        visit.edition.url("calculators/payoff-order") + "#payoff-order?monthly_total=900"
    )
    block(visit.page, "payoff-order").locator("[name=monthly_total]").fill("901")
    page = desk(visit)
    expect(page.locator("[data-desk]")).to_contain_text("没选人时填的：2 项")
    page.locator("#hq-desk-name").fill("甲")
    page.get_by_role("checkbox", name="没选人时填的").check()
    page.get_by_role("button", name="开始", exact=True).click()
    expect_now(page, "甲")
    expect(page.locator("[data-desk]")).not_to_contain_text("没选人时填的：")
    expect(
        block(visit.open("calculators/overdue-cost"), "overdue-cost").locator(PRINCIPAL)
    ).to_have_value(ONE)
    section = block(visit.open("calculators/payoff-order"), "payoff-order")
    expect(section.locator("[name=monthly_total]")).to_have_value("901")
    expect(section.locator("[data-linked]")).to_contain_text("没有记成“甲”的")


@pytest.mark.parametrize(
    ("name", "said"), [("", "起个记号"), ("13800001111", "电话"), ("甲", "已经有")]
)
def test_a_sign_is_none_that_names_somebody(visit: Visit, name: str, said: str) -> None:
    page = begin(visit, "甲")
    page.locator("#hq-desk-name").fill(name)
    page.get_by_role("button", name="开始", exact=True).click()
    expect(page.locator("[data-desk] .hq-status")).to_contain_text(said)
    expect(page.locator("#hq-desk-name")).to_be_focused()


def long_case(page: Page) -> str:
    """Forty-eight debts with names that do not pack well: more than one code holds."""
    debts = [{"name": f"第{n * 7919 % 9973}家{chr(0x4E00 + n * 331)}", "balance": f"{n * 7907 % 99991 + 1}.{n:02}"} for n in range(48)]  # fmt: skip
    return json.dumps(
        {"app": "huanqing", "version": 2, "facts": {"debts": debts, "desk.agreed": "下周再来" * 20}}
    )


def codes(page: Page) -> list[Locator]:
    page.locator("[data-desk] summary").click()
    page.get_by_role("button", name="二维码").click()
    expect(page.locator(".hq-code").first).to_be_visible()
    return page.locator(".hq-code").all()


def scanned(code: Locator) -> str:
    """What another program reads off the picture."""
    side = int((code.get_attribute("viewBox") or "").split()[-1])
    path = code.locator("path").get_attribute("d") or ""
    dots = [each[: each.index("h")].split() for each in path.split("M")[1:]]
    said = json.dumps({"side": side, "dots": [[int(x), int(y)] for x, y in dots]})
    command = ["node", "--input-type=module", "-e", READ]
    done = subprocess.run(command, input=said, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)  # fmt: skip
    return done.stdout


def taken(page: Page, name: str) -> Any:
    """Take what has come under this sign; its facts."""
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("收到一个人的")
    dialog.locator("#hq-desk-taken").fill(name)
    dialog.get_by_role("button", name="收下", exact=True).click()
    expect_now(page, name)
    held = json.loads(page.evaluate(HELD))[1]
    return json.loads(held[f"huanqing.draft.{held['huanqing.at'].split(' ')[0]}"])


def pasted(page: Page, text: str) -> None:
    if page.locator("[data-desk] details[open]").count() == 0:
        page.locator("[data-desk] summary").click()
    page.get_by_role("button", name="粘贴文字").click()
    page.get_by_role("dialog").locator("textarea").fill(text)
    page.get_by_role("dialog").get_by_role("button", name="收下", exact=True).click()


def test_a_long_case_goes_by_several_codes(visit: Visit, browser: Browser) -> None:
    page = desk(visit)
    case = long_case(page)
    pasted(page, case)
    facts = taken(page, "甲")
    assert facts == json.loads(case)["facts"]
    assert not any(name.startswith(("desk.", "qr.")) for name in visit.requests)
    texts = [scanned(code) for code in codes(page)]
    assert len(texts) > 1
    context = browser.new_context(locale="zh-CN", service_workers="block")
    try:
        assert received(context, visit.edition, texts) == facts
    finally:
        context.close()


def received(context: BrowserContext, edition: Edition, texts: list[str]) -> Any:
    """On another device: every code opens a tab of its own; from files the texts are pasted."""
    if edition.name == "offline":
        page = desk(visiting(context, edition))
        pasted(page, texts[1])
        expect(page.locator("[data-desk] .hq-status")).to_contain_text("还差第 1")
        pasted(page, "\n".join(reversed(texts)))
        return taken(page, "乙")
    for text in texts[:-1]:
        page = context.new_page()
        page.goto(text)
        expect(page.locator("[data-desk] .hq-status")).to_contain_text("再扫第")
        assert "#" not in page.url
        assert page.evaluate(KEPT) == ["huanqing.parts"]
    page = context.new_page()
    page.goto(texts[-1])
    facts = taken(page, "乙")
    assert page.evaluate(KEPT) == []
    return facts


def code_of(text: str) -> str:
    """What a code of this text says, unpacked."""
    body = "p" + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    check = 0x811C9DC5
    for letter in body:
        check = (check ^ ord(letter)) * 0x01000193 % 2**32
    return f"1.1.{check:08x}.{body}"


def test_a_code_says_how_many_facts_of_it_cannot_be_read(visit: Visit) -> None:
    some = {"principal": ONE, "daily_rate": {"no": "value"}, "due_date": [1]}
    case = json.dumps({"app": "huanqing", "version": 2, "facts": some})
    page = visit.page
    page.goto(f"{visit.edition.url('desk')}#case={code_of(case)}")
    expect(page.get_by_role("dialog")).to_contain_text("有 2 项读不懂，没有放进来。")
    taken(page, "甲")


def test_a_code_that_was_read_wrong_is_refused(visit: Visit) -> None:
    page = desk(visit)
    pasted(page, long_case(page))
    taken(page, "甲")
    texts = [scanned(code) for code in codes(page)]
    page.get_by_role("button", name="关上").click()
    wrong = texts[-1][:-1] + ("A" if texts[-1][-1] != "A" else "B")
    pasted(page, "\n".join([*texts[:-1], wrong]))
    expect(page.locator("[data-desk] .hq-status")).to_contain_text("读错")


def test_a_case_goes_by_file(visit: Visit, tmp_path: Path) -> None:
    page = begin(visit, "甲")
    owes(visit, ONE)
    page = desk(visit)
    page.locator("[data-desk] summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="存成文件").click()
    file = tmp_path / "one.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["facts"]["principal"] == ONE
    page.locator("[data-desk-file]").set_input_files(file)
    assert taken(page, "乙")["principal"] == ONE


def test_the_fullest_intake_prints_its_sheet_on_one_page(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 1280, "height": 800}, service_workers="block"
    )
    page = desk(visiting(context, hosted))
    debts = [{"name": f"很长的平台名字第{n}号", "balance": "12345678.90"} for n in range(50)]
    papers = [{"document": "payment-order", "received_on": "2026-11-20", "stated_days": ""}] * 6
    facts = {"debts": debts, "papers": papers, "desk.danger": "self", "desk.agreed": "说好的" * 40,
             "triage.document": "lawsuit", "received_on": "2026-11-20", "desk.again_on": "2099-01-05"}  # fmt: skip
    pasted(page, json.dumps({"app": "huanqing", "version": 2, "facts": facts}))
    taken(page, "甲")
    section = block(page, "desk")
    sheet = section.locator("[data-document=sheet]")
    expect(sheet).to_contain_text("另外还有 40 笔", timeout=PATIENCE_MS)
    expect(sheet).to_contain_text("12356")
    page.evaluate("window.print = () => { window.printed = true }")
    section.get_by_role("button", name="打印", exact=True).first.click()
    assert page.evaluate("window.printed")
    assert pages_in(page.pdf(format="A4")) == 1
    context.close()


def test_how_many_are_owed_is_asked_beside_how_long(visit: Visit) -> None:
    """Not in the fold of the month's money, where nobody looks for it."""
    section = block(visit.open("desk"), "desk")
    lenders = section.locator("[name=lenders]")
    expect(lenders).to_be_hidden()
    section.locator("[name=overdue]").select_option("4-30")
    expect(lenders).to_be_visible()
    assert lenders.evaluate("(field) => field.closest('details')") is None
