"""On the phone they have: what is an example is marked, nothing shouts, nothing lies beside the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.blocks import PATIENCE_MS, block, expect_answer, mark, unfolded, wait_fresh
from tests.browser.conftest import Edition, Visit, visiting

MARK = "s => getComputedStyle(s.querySelector('output .hq-headline'), '::before').content"
# What sticks out of the block that it stands in, by more than a hair.
BESIDE = """root => {
  root.querySelectorAll("details").forEach(d => { d.open = true })
  return [...root.querySelectorAll(".hq-scroll, table, textarea, svg, button")]
    .filter(e => e.offsetParent !== null || e instanceof SVGElement)
    .filter(e => e.scrollWidth > e.clientWidth + 1 && e.matches(".hq-scroll")
      || e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`)
}"""
# Long tables stay tables, with the answer in the second column; they are scrolled by finger and by keys.
SHORT_TABLES = """root => root.querySelectorAll(".hq-scroll table:not([data-cards])")
  .forEach(t => t.tBodies[0].rows.length > 60 && t.remove())"""


@pytest.fixture
def visit(browser: Browser, hosted: Edition) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale="zh-CN",
        is_mobile=True,
        has_touch=True,
        service_workers="block",
    )
    found = visiting(context, hosted)
    yield found
    assert not found.complaints
    context.close()


def headline(section: Locator) -> Locator:
    return section.locator("output .hq-headline")


def test_an_example_bears_its_mark_until_the_first_edit_and_what_stays_is_named(
    visit: Visit,
) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    assert "例子" in section.evaluate(MARK)
    expect(section.locator(".hq-example-note")).to_be_visible()
    section.locator("[name=principal]").fill("36500")
    expect_answer(section)
    assert "例子" not in section.evaluate(MARK)
    expect(section.locator(".hq-resting")).to_contain_text("逾期了几天 20 天")
    section.get_by_role("button", name="和我的一样").click()
    expect(section.locator(".hq-resting")).to_have_count(0)


def test_an_example_is_marked_on_paper(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    head = "[data-print-head] > p"
    # A browser lays the paper out at once; an answer that comes later is not on it.
    said = section.evaluate(
        "(s, head) => { dispatchEvent(new Event('beforeprint')); return s.querySelector(head).innerText }",
        head,
    )
    assert "例子，不是谁的数" in said
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(section.locator(head)).to_have_count(0)


def test_the_line_above_the_tools_is_seen_and_leads_to_the_answer(phone_visit: Visit) -> None:
    section = block(phone_visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=principal]").fill("31415")
    line = section.locator(".hq-peek")
    expect(line).to_be_in_viewport()
    expect(headline(section)).not_to_be_in_viewport()
    line.click()
    expect(headline(section)).to_be_in_viewport()


def test_a_day_that_no_calendar_has_is_named(visit: Visit) -> None:
    section = block(visit.open("calculators/court-deadline"), "court-deadline")
    field = section.locator("input[type=date]:visible").first
    field.focus()
    for key in ("0", "2", "3", "1", "2", "0", "2", "6"):
        section.page.keyboard.press(key)
    assert field.evaluate("f => f.validity.badInput")
    field.blur()
    expect(section.locator("[data-error-for]:visible").first).to_contain_text("这一天")


def test_a_dialog_stands_in_its_place_where_the_browser_knows_none(visit: Visit) -> None:
    page = visit.page
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    visit.open("my-case")
    own = block(page, "my-case")
    own.locator("[name=principal]").fill("5")
    page.get_by_role("button", name="全部清掉", exact=True).first.click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("这里清不了")
    dialog.get_by_role("button", name="清掉", exact=True).click()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_third_edit_asks_whether_to_keep_it(phone_visit: Visit) -> None:
    section = block(phone_visit.open("calculators/overdue-cost"), "overdue-cost")
    line = section.locator("[data-keep-line]")
    for typed in ("1", "12"):
        section.locator("[name=principal]").fill(typed)
    expect(line).to_have_count(0)
    section.locator("[name=principal]").fill("123")
    expect(line).to_contain_text("关掉这个标签页，你填的就没了。")
    line.get_by_role("button", name="只这次").click()
    section.locator("[name=principal]").fill("1234")
    expect(line).to_have_count(0)


def test_what_holds_nothing_is_no_example(visit: Visit) -> None:
    section = block(visit.open("my-case"), "my-case")
    expect(headline(section)).to_contain_text("这里还没有能算的数")
    assert "例子" not in section.evaluate(MARK)


def test_a_list_of_examples_is_emptied_at_once(visit: Visit) -> None:
    section = block(visit.open("calculators/safe-monthly"), "safe-monthly")
    group = section.locator("[data-rows=outgoings]")
    group.get_by_role("button", name="清掉例子").click()
    expect(group.locator("[data-row]")).to_have_count(0)


def test_a_new_line_is_no_mistake_before_it_is_begun(visit: Visit) -> None:
    section = block(visit.open("calculators/payoff-order"), "payoff-order")
    for _ in range(3):
        section.locator("[data-rows=debts] [data-add-row]").click()
    visit.page.wait_for_timeout(1500)
    expect(section.locator("[data-error-for]:visible")).to_have_count(0)


def test_five_keys_are_one_polite_sentence(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=days_overdue]").fill("33")
    expect_answer(section)
    # Its own sentence comes a second after it.
    expect(section.locator(".hq-status")).not_to_be_empty(timeout=PATIENCE_MS)
    section.locator(".hq-status").evaluate(
        """place => { window.heard = []
          new MutationObserver(() => place.textContent && heard.push(place.textContent))
            .observe(place, { childList: true, characterData: true, subtree: true }) }"""
    )
    field = section.locator("[name=principal]")
    field.focus()
    field.evaluate("f => f.select()")
    visit.page.keyboard.type("23456", delay=120)
    expect_answer(section)
    expect(section.locator(".hq-status")).not_to_be_empty(timeout=PATIENCE_MS)
    assert len(visit.page.evaluate("heard")) == 1


def test_a_tick_by_key_keeps_its_place(visit: Visit) -> None:
    section = block(visit.open("my-plan"), "my-plan")
    box = section.get_by_label("第 2 期还了")
    box.focus()
    visit.page.keyboard.press("Space")
    expect(section.locator("[data-rows=paid] [data-row]")).to_have_count(1, timeout=PATIENCE_MS)
    expect_answer(section)
    expect(section.get_by_label("第 2 期还了")).to_be_focused()


def test_an_answer_that_comes_during_a_press_does_not_swallow_it(visit: Visit) -> None:
    section = block(visit.open("my-plan"), "my-plan")
    total = section.locator("[name=total]")
    total.fill("6000")
    expect_answer(section)
    mark(section)
    section.get_by_label("第 2 期还了").focus()
    visit.page.keyboard.down("Space")
    total.evaluate(
        "f => { f.value = '5000'; f.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    visit.page.wait_for_timeout(500)  # the answer is there, and waits
    expect(section.locator("output [data-old]")).to_have_count(1)
    visit.page.keyboard.up("Space")
    wait_fresh(section)
    expect(section.locator("[data-rows=paid] [data-row]")).to_have_count(1)


def test_a_mistake_said_during_a_press_does_not_move_the_button_away(phone_visit: Visit) -> None:
    section = block(phone_visit.open("calculators/safe-monthly"), "safe-monthly")
    expect_answer(section)
    group = section.locator("[data-rows=income]")
    before = group.locator("[data-row]").count()
    group.locator("input[inputmode]").last.fill("很多")
    button = group.locator("[data-add-row]")
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place
    phone_visit.page.mouse.move(place["x"] + place["width"] / 2, place["y"] + 4)
    phone_visit.page.mouse.down()
    phone_visit.page.wait_for_timeout(300)
    assert button.bounding_box() == place
    phone_visit.page.mouse.up()
    expect(group.locator("[data-row]")).to_have_count(before + 1)
    expect(group.locator("[data-error-for]:visible")).to_have_count(1)


def test_erasing_asks_once_and_says_what_goes(visit: Visit) -> None:
    page = visit.open("my-case")
    section = block(page, "my-case")
    section.locator("[name=principal]").fill("12345.67")
    page.get_by_role("button", name="全部清掉").click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("本金")
    dialog.get_by_role("button", name="留着").click()
    expect(section.locator("[name=principal]")).to_have_value("12345.67")


@pytest.mark.parametrize(
    "page",
    [
        *("calculators/overdue-cost", "calculators/offer-compare", "calculators/payoff-order"),
        *("calculators/contact-check", "calculators/message-check", "calculators/fair-offers"),
        *("calculators/court-deadline", "calculators/true-cost", "my-plan", "letters/complaint"),
    ],
)
def test_on_a_phone_nothing_lies_beside_the_screen(visit: Visit, page: str) -> None:
    """Folded tables too: the one with common cases, each result's, and what may be pasted."""
    opened = visit.open(page)
    opened.evaluate(f"({SHORT_TABLES})(document.body)")
    assert opened.evaluate(f"({BESIDE})(document.querySelector('article'))") == []


def test_a_place_for_words_is_as_wide_as_the_others(visit: Visit) -> None:
    section = unfolded(block(visit.open("calculators/message-check"), "message-check"))
    widths = [
        section.locator(each).first.evaluate("e => e.getBoundingClientRect().width")
        for each in ("textarea", "select")
    ]
    assert abs(widths[0] - widths[1]) < 2


def test_a_page_says_below_its_title_when_it_was_checked(visit: Visit) -> None:
    page = visit.open("stages/lawsuit")
    expect(page.locator("h1 + .hq-review")).to_contain_text("核对过的法律写 · 查出处")


LEAVE = """() => { document.querySelector("a[data-leave]").click()
  return [document.body.innerText, document.title] }"""


def test_leaving_blanks_the_page_before_the_other_site_answers(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    block(page, "overdue-cost").locator("[name=principal]").fill("43210")
    page.context.route("https://**", lambda _: None)  # the other site never answers
    assert page.evaluate(LEAVE) == ["", "新标签页"]


def test_what_the_tab_lists_after_leaving_says_nothing_of_the_site(visit: Visit) -> None:
    """Neither button of the browser shows where the reader has been."""
    visit.page.context.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    page = visit.open("calculators/overdue-cost")
    block(page, "overdue-cost")
    page.locator(".hq-tools").get_by_role("link", name="我的情况").click()
    expect(page.locator("h1")).to_contain_text("我的情况")
    page.evaluate("location.hash = 'x1'")
    page.locator("[data-leave]").first.click()
    expect(page.locator("body")).to_have_text("somewhere else")
    session = page.context.new_cdp_session(page)
    listed = session.send("Page.getNavigationHistory")
    own = [each for each in listed["entries"] if "weather" not in each["url"]]
    assert {each["title"] for each in own[1:]} <= {"", "新标签页", "about:blank"}, listed
    page.go_forward(wait_until="commit")
    expect(page.locator("body")).to_have_text("somewhere else")


def test_a_page_that_was_left_leaves_again_from_the_browsers_memory(visit: Visit) -> None:
    visit.page.context.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    page = visit.open("calculators/overdue-cost")
    block(page, "overdue-cost")
    page.evaluate("""() => {
      sessionStorage.setItem("huanqing.left", "https://example.org/")
      setTimeout(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })))
    }""")
    expect(page.locator("body")).to_have_text("somewhere else")


def test_what_comes_from_the_browsers_memory_is_blank_while_the_other_site_is_silent(
    visit: Visit,
) -> None:
    """Not the page that was left, which was blank: one from before it in the same tab."""
    visit.page.context.route("https://**", lambda _: None)
    page = visit.open("calculators/overdue-cost")
    block(page, "overdue-cost").locator("[name=principal]").fill("43210")
    seen = page.evaluate("""() => {
      sessionStorage.setItem("huanqing.left", "https://example.org/")
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
      return [document.body.innerText, document.title]
    }""")
    assert seen == ["", "新标签页"]


def test_leaving_without_a_network_blanks_the_page_too(visit: Visit) -> None:
    page = visit.open("calculators/overdue-cost")
    block(page, "overdue-cost").locator("[name=principal]").fill("43210")
    page.context.set_offline(True)
    assert page.evaluate(LEAVE) == ["", "新标签页"]


def test_an_answer_that_comes_after_leaving_is_not_stored(visit: Visit) -> None:
    """The other site is slow, and Python was at work: what was forgotten stays forgotten."""
    visit.page.context.route("https://**", lambda route: None)  # it never answers
    page = visit.open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill("43210")
    expect_answer(section)
    left = page.evaluate("""async () => {
      const field = document.querySelector("[data-calculator=overdue-cost] [name=principal]")
      const type = text => {
        field.value = text
        field.dispatchEvent(new Event("input", { bubbles: true }))
      }
      type("98765")
      document.querySelector("[data-leave]").click()
      type("87654")
      await new Promise(done => setTimeout(done, 800))
      return [document.body.innerText, Object.keys(sessionStorage)]
    }""")
    assert left[0] == ""
    assert set(left[1]) <= {"huanqing.left", "huanqing.visitor"}


@pytest.mark.parametrize("opens", ["搜索", "全部清掉"])
def test_one_can_leave_from_a_dialog(visit: Visit, opens: str) -> None:
    """What lies behind a dialog cannot be pressed."""
    visit.page.context.route("https://**", lambda route: None)
    page = visit.open("my-case")
    block(page, "my-case")
    page.get_by_role("button", name=opens).first.click()
    exit = page.get_by_role("dialog").get_by_role("link", name="快速离开")
    exit.click(trial=True)  # nothing lies over it
    left = exit.evaluate("a => { a.click(); return [document.body.innerText, document.title] }")
    assert left == ["", "新标签页"]


def test_a_carried_debt_brings_only_what_was_said(visit: Visit) -> None:
    """Offers ask for no rate; what orders debts asks for it then, and puts nothing in its place."""
    page = visit.open("calculators/fair-offers")
    section = unfolded(block(page, "fair-offers"))
    section.locator("[name='debts.0.balance']").fill("12345")
    expect_answer(section)
    page.goto(page.url.replace("fair-offers", "payoff-order"))
    other = unfolded(block(page, "payoff-order"))
    expect(other.locator("[name='debts.0.balance']")).to_have_value("12345")
    expect(other.locator("[name='debts.0.annual_rate']")).to_have_value("")


# Each choice in turn: as many lines as its words need, in a field as high as they are.
CUT = """() => {
  const pen = document.createElement('canvas').getContext('2d'), cut = []
  for (const t of document.querySelectorAll('template[data-row-template]')) t.after(t.content.cloneNode(true))
  for (const d of document.querySelectorAll('details')) d.open = true
  for (const h of document.querySelectorAll('form [hidden]')) h.hidden = false
  for (const select of document.querySelectorAll('form select')) {
    if (!select.offsetParent) continue
    for (const option of select.options) {
      option.selected = true
      const style = getComputedStyle(select), px = name => parseFloat(style[name])
      pen.font = style.font
      const room = select.clientWidth - px('paddingLeft') - px('paddingRight')
      const words = pen.measureText(option.text).width
      const own = style.appearance === 'none' && style.whiteSpace === 'normal'
      const high = select.clientHeight - px('paddingTop') - px('paddingBottom')
      const line = px('fontSize') * 1.1
      if (words > room && (!own || Math.ceil(words / room) * line > high)) {
        cut.push(`${select.name}: ${option.text}: ${words} in ${room} x ${high}`)
      }
    }
  }
  return cut
}"""


def test_no_choice_is_cut_on_a_phone(browser: Browser, hosted: Edition, site: Path) -> None:
    """Every choice of every calculator, picked; as the page is before any script."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="zh-CN"
    )
    page = context.new_page()
    found = {}
    for path in pages_with_choices(site).values():
        page.goto(f"{hosted.base}/{path}/")
        if cut := page.evaluate(CUT):
            found[path] = cut
    assert not found
    context.close()


def pages_with_choices(site: Path) -> dict[str, str]:
    """By calculator, one page where it stands with all that it can ask."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        if "<select" in text:
            for tool in re.findall(r'data-calculator="?([\w-]+)', text):
                found.setdefault(tool, path.parent.relative_to(site).as_posix())
    assert len(found) > 15
    return found


def test_the_name_of_the_site_is_whole_with_letters_twice_as_large(
    browser: Browser, hosted: Edition
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 740}, locale="zh-CN", service_workers="block"
    )
    page = context.new_page()
    page.goto(hosted.url("calculators/overdue-cost"))
    page.add_style_tag(content="html { font-size: 200% !important }")
    name = page.locator(".md-header__topic .md-ellipsis").first
    expect(name).to_have_text("还清")
    assert name.evaluate("e => e.scrollWidth <= e.clientWidth && e.clientWidth > 40")
    context.close()
