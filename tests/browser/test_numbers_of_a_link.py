"""The numbers of a link are somebody else's until the reader takes them, and no typing in between is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators.form.declare import NEVER, Spec, fact_of, specs
from calculators.registry import tools
from calculators.tool import Tool
from tests.browser.blocks import PATIENCE_MS, block, expect_answer, unfolded
from tests.browser.conftest import Edition, Visit

ON, DAY = "2026-11-27", date(2026, 11, 27)
TAKE, DROP, HELD = "都算我的", "不要链接里的数", "换成链接里的数"
NOTE = "这是链接里的数"
OWN = {"money": "51", "rate": "0.5%", "count": "3", "number": "2", "day": "2026-03-04"}
THEIRS = {"money": "71", "rate": "0.7%", "count": "7", "number": "3", "day": "2026-05-06"}
EVERYTHING = (
    "() => JSON.stringify([localStorage['huanqing.case'], sessionStorage['huanqing.draft']])"
)
PAGES = {"my-case": "my-case", "my-plan": "my-plan", "desk": "desk"}


def path_of(tool: str) -> str:
    return PAGES.get(tool, f"calculators/{tool}")


def singles(tool: Tool) -> dict[str, Spec]:
    """The fields for a number or a day that the form shows."""
    shown = {n: s for n, s in specs(tool.inputs).items() if s.kept and not s.when}
    return {n: s for n, s in shown.items() if s.kind in OWN and s.applies != NEVER}


def lists(declared: Mapping[str, Spec], before: str = "") -> Iterator[tuple[str, Spec]]:
    for name, spec in declared.items():
        if spec.kind == "part" and spec.row:
            yield from lists(specs(spec.row), f"{before}{name}.")
        elif spec.kind == "rows":
            yield before + name, spec


def cells(spec: Spec, said: Mapping[str, str]) -> dict[str, str]:
    """A line of a list: a number in every cell that takes one, the first or the last of what is to choose from."""
    assert spec.row
    inner = [(c, s) for c, s in specs(spec.row).items() if s.applies != NEVER]
    found = {column: said[each.kind] for column, each in inner if each.kind in said}
    chosen = {c: list(s.choices)[0 if said is OWN else -1] for c, s in inner if s.kind == "choice"}
    return found | chosen


def line(tool: Tool, name: str, spec: Spec, said: Mapping[str, str]) -> dict[str, str]:
    """By fact, as a form remembers it."""
    shown = spec.only.partition("=")
    typed = cells(spec, said) | ({shown[0]: shown[2]} if shown[1] else {})
    return {fact_of(tool.id, tool.inputs, f"{name}.0.{c}"): v for c, v in typed.items()}


def known(tool: Tool) -> dict[str, Any]:
    """What the reader said of every field and list of a calculator."""
    facts: dict[str, Any] = {
        fact_of(tool.id, tool.inputs, name): OWN[spec.kind] for name, spec in singles(tool).items()
    }
    for name, spec in lists(specs(tool.inputs)):
        facts[fact_of(tool.id, tool.inputs, name)] = [line(tool, name, spec, OWN)] * 3
    return facts


def carried(tool: Tool) -> str:
    """A link with one line in every list and other numbers everywhere."""
    said = {"on": ON} | {name: THEIRS[spec.kind] for name, spec in singles(tool).items()}
    for name, spec in lists(specs(tool.inputs)):
        said[f"{name}.length"] = "1"
        said |= {f"{name}.0.{column}": typed for column, typed in cells(spec, THEIRS).items()}
    return f"#{tool.id}?{urlencode(said)}"


WITH_LISTS = sorted(id for id, tool in tools().items() if any(lists(specs(tool.inputs))))
GIVING = sorted(
    id for id, tool in tools().items() if any(f.gives for f in tool.run({}, DAY).figures)
)
MATTERS = sorted({*WITH_LISTS, *GIVING, "early-payoff", "minimum-trap"})
SOME = MATTERS[::4]


@pytest.fixture
def edition(hosted: Edition) -> Edition:
    """On the website only: the script is the same from files."""
    return hosted


@pytest.fixture
def visit(phone_visit: Visit) -> Visit:
    return phone_visit


def keep(visit: Visit, facts: Mapping[str, Any]) -> None:
    visit.open("about/privacy")
    visit.page.evaluate("text => { localStorage['huanqing.case'] = text }", json.dumps(facts))


def arrive(visit: Visit, tool: str, link: str) -> Locator:
    visit.page.goto("about:blank")
    visit.page.goto(visit.edition.url(path_of(tool)) + link)
    return unfolded(block(visit.page, tool))


def settled(section: Locator) -> Locator:
    expect(section).not_to_have_attribute("data-busy", "", timeout=PATIENCE_MS)
    return section


def shared(visit: Visit, section: Locator) -> str:
    """The link that the page makes, from its `#` on."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.evaluate("navigator.clipboard.writeText('')")
    unfolded(section).get_by_role("button", name="复制分享链接").click()
    # The button says so for two seconds only, which a busy machine can miss.
    visit.page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('#')")
    link = str(visit.page.evaluate("navigator.clipboard.readText()"))
    return "#" + link.partition("#")[2]


def today(section: Locator) -> str:
    """The day that the block counts to, which its field shows."""
    on = section.get_attribute("data-on") or ""
    expect(section.locator("[data-day]")).to_have_value(on)
    return on


def earlier(on: str) -> str:
    return (date.fromisoformat(on) - timedelta(days=7)).isoformat()


def on_day(link: str, on: str) -> str:
    return re.sub(r"\bon=[^&]*", f"on={on}", link)


def note(section: Locator) -> Locator:
    return section.locator("[data-linked]")


def change_all(section: Locator) -> None:
    """Another number in every field and every list, a line more, a line less, a tick and a choice."""
    section.evaluate("""section => {
      const tell = (control) => control.dispatchEvent(new Event("input", { bubbles: true }))
      for (const control of section.querySelectorAll("form [data-fact]:is(input, select)")) {
        if (control.closest("template")) continue
        if (control.type === "checkbox") control.checked = !control.checked
        else if (control.matches("select")) control.selectedIndex = control.options.length - 1
        else if (control.inputMode === "decimal" || control.inputMode === "numeric") control.value = "8"
        else if (control.type === "text") control.value = "别人"
        else continue
        tell(control)
      }
      for (const add of section.querySelectorAll("[data-add-row]:not(:disabled)")) add.click()
      const day = section.querySelector("[data-day]")
      day.value = "2026-12-01"
      tell(day)
    }""")


def held(section: Locator) -> Any:
    """What stands in the form, words too; a line that was not begun is nothing yet."""
    return section.evaluate("""section => [...section.querySelectorAll("form input, form select, form textarea")]
      .filter(c => c.name && !c.closest("[data-new]")).map(c => [c.name, c.type === "checkbox" ? c.checked : c.value])""")


@pytest.mark.parametrize("id", MATTERS)
def test_nothing_of_a_link_becomes_the_readers_before_he_takes_it(visit: Visit, id: str) -> None:
    tool = tools()[id]
    keep(visit, known(tool))
    visit.open(path_of(id))
    own = held(settled(block(visit.page, id)))
    before = visit.page.evaluate(EVERYTHING)
    section = arrive(visit, id, carried(tool))
    expect(note(section)).to_contain_text(NOTE)
    expect(note(section)).to_contain_text("会换掉")
    change_all(section)
    shown = held(section)
    assert shown != own
    assert visit.page.evaluate(EVERYTHING) == before
    visit.page.reload()
    section = block(visit.page, id)
    expect(note(section)).to_contain_text(NOTE)
    assert held(section) == shown
    expect(section.locator("[data-day]")).to_have_value("2026-12-01")
    assert visit.page.evaluate(EVERYTHING) == before
    section.get_by_role("button", name=DROP).click()
    expect(note(section)).to_have_count(0)
    assert held(section) == own
    assert visit.page.evaluate(EVERYTHING) == before
    visit.page.reload()
    assert held(block(visit.page, id)) == own


@pytest.mark.parametrize("id", SOME)
def test_what_is_taken_is_the_readers_all_at_once(visit: Visit, id: str) -> None:
    tool = tools()[id]
    keep(visit, {**known(tool), "phone": "13800001111"})
    section = arrive(visit, id, carried(tool))
    for _, spec in lists(specs(tool.inputs)):
        expect(note(section)).to_contain_text(spec.label)
    section.get_by_role("button", name=TAKE).click()
    expect(note(section)).to_have_count(0)
    shown = held(section)
    kept = json.loads(visit.page.evaluate("localStorage['huanqing.case']"))
    assert kept["phone"] == "13800001111"
    for name, spec in singles(tool).items():
        if section.locator(f"[name={name}]").count():  # the page's own day stands for one of them
            assert kept[fact_of(id, tool.inputs, name)] == THEIRS[spec.kind], name
    for name, spec in lists(specs(tool.inputs)):
        [only] = kept[fact_of(id, tool.inputs, name)]
        assert line(tool, name, spec, THEIRS).items() <= only.items()
    visit.page.reload()
    assert held(block(visit.page, id)) == shown


def test_who_sends_himself_a_link_presses_once_and_goes_on(visit: Visit) -> None:
    section = arrive(
        visit, "overdue-cost", "#overdue-cost?on=2026-11-27&principal=777&days_overdue=5"
    )
    expect(note(section)).not_to_contain_text("会换掉")
    section.get_by_role("button", name=TAKE).click()
    expect(section.locator("form")).to_contain_text("收下了")
    section = block(visit.open("my-case"), "my-case")
    expect(section.locator("[name=principal]")).to_have_value("777")
    assert not json.loads(visit.page.evaluate("sessionStorage['huanqing.draft']")).get("daily_rate")


def test_a_name_that_a_link_does_not_carry_stays_when_it_is_taken(visit: Visit) -> None:
    keep(visit, {"lender": "甲公司", "principal": "5"})
    section = arrive(visit, "my-case", "#my-case?principal=777")
    section.get_by_role("button", name=TAKE).click()
    expect(section.locator("[name=lender]")).to_have_value("甲公司")
    expect(section.locator("[name=principal]")).to_have_value("777")


@pytest.mark.parametrize(
    ("id", "own", "said", "stays"),
    [
        ("payoff-order", {"debts": [{"balance": "70001"}, {"balance": "70002"}]}, "monthly_total=900", "debts"),
        ("payoff-order", {"debts": [{"balance": "70001"}]}, "monthly_total=900&debts.length=0", "debts"),
        ("payoff-order", {"debts": [{"balance": "70001"}], "safe_monthly": "800"}, "debts.length=1&debts.0.balance=9", "safe_monthly"),
        ("overdue-cost", {"days_overdue": "50", "principal": "5"}, "principal=777", "days_overdue"),
        ("overdue-cost", {"days_overdue": "50"}, "principal=777&days_overdue=20&example=days_overdue", "days_overdue"),
        ("court-deadline", {"received_on": "2026-11-20"}, "document=payment-order&procedure=unknown", "received_on"),
    ],
)  # fmt: skip
def test_what_a_link_leaves_open_or_to_the_example_stays_the_readers(
    visit: Visit, id: str, own: dict[str, Any], said: str, stays: str
) -> None:
    keep(visit, own)
    visit.open(path_of(id))
    name = {"debts": "debts.0.balance", "safe_monthly": "monthly_total"}.get(stays, stays)
    section = arrive(visit, id, f"#{id}?{said}")
    legend = section.locator("[data-rows=debts] > legend").all_inner_texts()
    for label in legend if stays == "debts" else []:
        expect(note(section)).not_to_contain_text(label)
    section.get_by_role("button", name=TAKE).click()
    kept = json.loads(visit.page.evaluate("localStorage['huanqing.case']"))
    assert kept[stays] == own[stays]
    value = own[stays] if isinstance(own[stays], str) else "70001"
    expect(section.locator(f"[name='{name}']")).to_have_value(value)


def test_words_typed_beside_the_numbers_of_a_link_come_back(visit: Visit) -> None:
    section = arrive(visit, "payoff-order", "#payoff-order?debts.length=1&debts.0.balance=1234")
    section.locator("[name='debts.0.name']").fill("借呗 & 花呗=？")
    visit.page.reload()
    section = block(visit.page, "payoff-order")
    expect(section.locator("[name='debts.0.name']")).to_have_value("借呗 & 花呗=？")


def fill(section: Locator, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        section.locator(f"[name='{name}']").fill(value)


def asked(section: Locator) -> list[str]:
    """The fields with a number of the page's example."""
    found: list[str] = section.evaluate(
        "s => [...s.querySelectorAll('form [name][data-example]')].map(c => c.name)"
    )
    return found


def given(page: Page) -> dict[str, str]:
    facts = json.loads(page.evaluate("sessionStorage['huanqing.draft'] ?? '{}'"))
    names = {f.gives for tool in tools().values() for f in tool.run({}, DAY).figures if f.gives}
    return {name: facts[name] for name in names & facts.keys()}


@pytest.mark.parametrize("id", GIVING)
def test_a_figure_goes_on_only_once_nothing_of_it_is_the_examples(visit: Visit, id: str) -> None:
    section = unfolded(block(visit.open(path_of(id)), id))
    names = asked(section)
    while names:
        value = section.locator(f"[name='{names[0]}']").input_value()
        section.locator(f"[name='{names[0]}']").fill("")
        section.locator(f"[name='{names[0]}']").fill(value)
        assert expect_answer(section)["ok"]
        names = asked(section)
        assert bool(given(visit.page)) is (not names), names


@pytest.mark.parametrize("id", GIVING)
def test_one_press_says_that_the_rest_is_the_same_and_the_figure_goes_on(
    visit: Visit, id: str
) -> None:
    section = unfolded(block(visit.open(path_of(id)), id))
    first = section.locator(f"[name='{asked(section)[0]}']")
    value = first.input_value()
    first.fill("")
    first.fill(value)
    expect_answer(section)
    assert given(visit.page) == {}
    section.get_by_role("button", name="和我的一样").click()
    expect(section.locator(".hq-resting")).to_have_count(0)
    expect_answer(section)
    assert given(visit.page)


@pytest.mark.parametrize("id", GIVING)
def test_no_figure_of_a_link_goes_on(visit: Visit, id: str) -> None:
    """Its answer is whole and good, and yet it is somebody else's."""
    link = re.sub("&example=[^&]*", "", shared(visit, block(visit.open(path_of(id)), id)))
    section = arrive(visit, id, link)
    expect(note(section)).to_contain_text(NOTE)
    assert expect_answer(section)["ok"]
    expect(section.locator(".hq-resting")).to_have_count(0)
    assert section.locator("output [data-gives]:not([value=''])").count()
    first = section.locator("form [inputmode=decimal]:visible").first
    first.fill(first.input_value() + "0")
    assert expect_answer(section)["ok"]
    assert given(visit.page) == {}


def test_a_letter_has_a_blank_where_no_figure_was_given_on(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=days_overdue]").fill("50")
    expect_answer(section)
    letter = block(visit.open("letters/waive-above-24"), "letter-waive-above-24")
    expect(letter.locator("[name=own_total]")).to_have_value("")
    expect(letter.locator("output")).not_to_contain_text("20,750")
    section = arrive(visit, "overdue-cost", "#overdue-cost?principal=99999&days_overdue=200")
    section.locator("[name=days_overdue]").fill("201")
    expect_answer(section)
    letter = block(visit.open("letters/waive-above-24"), "letter-waive-above-24")
    expect(letter.locator("[name=own_total]")).to_have_value("")


def test_a_figure_goes_with_the_numbers_it_was_worked_out_from(visit: Visit) -> None:
    section = block(visit.open(OVERDUE), "overdue-cost")
    fill(section, {"principal": "5000", "days_overdue": "50"})
    expect_answer(section)
    section.get_by_role("button", name="和我的一样").click()
    expect_answer(section)
    whole = given(visit.page)
    assert whole
    section.locator("[name=principal]").fill("五万上下")
    assert given(visit.page) == {}
    section.locator("[name=principal]").fill("5000")
    expect_answer(section)
    assert given(visit.page) == whole
    over(visit, "#overdue-cost?principal=88000&days_overdue=300")
    expect(note(section)).to_be_visible()
    expect_answer(section)
    assert given(visit.page) == whole
    section.get_by_role("button", name=TAKE).click()
    expect(note(section)).to_have_count(0)
    assert given(visit.page).get("own_total") != whole["own_total"]
    expect_answer(section)
    assert given(visit.page)["own_total"] != whole["own_total"]


def test_a_total_that_the_reader_typed_is_no_figure(visit: Visit) -> None:
    letter = block(visit.open("letters/waive-above-24"), "letter-waive-above-24")
    letter.locator("[name=own_total]").fill("6000")
    section = block(visit.open(OVERDUE), "overdue-cost")
    section.locator("[name=days_overdue]").fill("50")
    expect_answer(section)
    assert given(visit.page)["own_total"] == "6000"


OVERDUE = "calculators/overdue-cost"
COURT = {"court-deadline.document": "judgment", "court-deadline.procedure": "ordinary", "received_on": "2026-11-08"}  # fmt: skip
JUDGMENT = "document=judgment&procedure=ordinary&received_on=2026-11-08"


def over(visit: Visit, link: str) -> None:
    """The link is opened over the page that is shown."""
    visit.page.evaluate("link => { location.hash = link }", link)


def test_no_day_of_a_link_counts_for_the_readers_own_numbers(visit: Visit) -> None:
    id = "court-deadline"
    section = block(visit.open(path_of(id)), id)
    on, built = today(section), shared(visit, section)
    old = earlier(on)
    keep(visit, COURT)
    for link in (on_day(built, old), f"#{id}?on={old}", f"#{id}?on={old}&received_on=gone"):
        section = arrive(visit, id, link)
        assert today(section) == on, link
        expect(section.locator("[name=received_on]")).to_have_value("2026-11-08")
    section.locator("[data-day]").fill("2027-01-05")
    over(visit, f"#{id}?on={old}")
    expect(section.locator("[name=received_on]")).to_have_value("2026-11-08")
    assert today(section) == "2027-01-05"


def test_the_day_of_a_link_is_told_and_is_not_taken_with_its_numbers(visit: Visit) -> None:
    id = "court-deadline"
    on = today(block(visit.open(path_of(id)), id))
    old = earlier(on)
    section = arrive(visit, id, f"#{id}?on={old}&{JUDGMENT}")
    assert today(section) == old
    expect(note(section)).to_contain_text("不是今天")
    section.locator("[name=received_on]").fill("2026-11-07")
    section.get_by_role("button", name=TAKE).click()
    expect(note(section)).to_have_count(0)
    assert today(section) == on
    visit.page.reload()
    section = block(visit.page, id)
    assert today(section) == on
    expect(section.locator("[name=received_on]")).to_have_value("2026-11-07")


def test_a_day_that_was_turned_among_the_numbers_of_a_link_is_taken(visit: Visit) -> None:
    id = "court-deadline"
    on = today(block(visit.open(path_of(id)), id))
    section = arrive(visit, id, f"#{id}?on={earlier(on)}&{JUDGMENT}")
    section.locator("[data-day]").fill(on)
    expect(note(section)).not_to_contain_text("不是今天")
    section.locator("[data-day]").fill("2027-01-05")
    expect(note(section)).to_contain_text("算到 2027年1月5日，不是今天")
    visit.page.reload()
    section = block(visit.page, id)
    expect(note(section)).to_contain_text("算到 2027年1月5日，不是今天")
    section.get_by_role("button", name=TAKE).click()
    expect(note(section)).to_have_count(0)
    assert today(section) == "2027-01-05"


def test_what_is_typed_in_a_link_on_my_case_is_not_called_stored(visit: Visit) -> None:
    section = arrive(visit, "my-case", "#my-case?principal=777&days_overdue=9")
    expect(note(section)).to_contain_text("关掉这个标签页就没了")
    section.locator("[name=principal]").fill("31415")
    panel, apart = visit.page.locator("[data-case-panel]"), re.compile("要存、要导出，先.*都算我的")
    expect(panel.locator(".hq-held")).to_contain_text(apart)
    panel.get_by_label("存在这台设备").check()
    expect(panel.locator("[role=status]")).to_contain_text(apart)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel.get_by_role("button", name="复制成文字").click()
    expect(panel.locator("[role=status]")).to_contain_text(re.compile("复制好了.*都算我的"))
    panel.get_by_role("button", name="全部清掉").click()
    expect(visit.page.get_by_role("dialog")).to_contain_text("放着链接里的数")
    visit.page.get_by_role("button", name="留着").click()
    section.get_by_role("button", name=TAKE).click()
    expect(panel.locator(".hq-held")).not_to_contain_text("链接里的数")
    kept = json.loads(visit.page.evaluate("localStorage['huanqing.case']"))
    assert kept["principal"] == "31415"


def test_what_is_typed_in_a_link_stays_beside_that_of_other_pages(visit: Visit) -> None:
    """As when another page of this tab comes back from the browser's memory."""
    section = arrive(visit, "overdue-cost", "#overdue-cost?principal=777")
    visit.page.evaluate(
        "s => { sessionStorage[s] = JSON.stringify({ ...JSON.parse(sessionStorage[s]), other: '0 typed a=1' }) }",
        "huanqing.links",
    )
    section.locator("[name=principal]").fill("778")
    assert "0 typed a=1" in visit.page.evaluate("sessionStorage['huanqing.links']")


def test_what_cannot_be_read_is_named_at_a_reload_and_is_no_example(visit: Visit) -> None:
    own = block(visit.open(OVERDUE), "overdue-cost")
    fill(own, {"principal": "五万上下", "days_overdue": "50"})
    for link in ("", "#overdue-cost?principal=777&days_overdue=9"):
        if link:
            own = arrive(visit, "overdue-cost", link)
            own.locator("[name=principal]").fill("五万上下")
        visit.page.reload()
        own = block(visit.page, "overdue-cost")
        expect(own.locator("form")).to_contain_text("没有放进来：欠的本金")
        expect(own.locator("[name=principal][data-example]")).to_have_value("20000")


def test_back_from_a_link_brings_the_own_numbers(visit: Visit) -> None:
    section = block(visit.open(OVERDUE), "overdue-cost")
    section.locator("[name=principal]").fill("5555")
    over(visit, "#overdue-cost?principal=777")
    expect(section.locator("[name=principal]")).to_have_value("777")
    visit.page.go_back()
    expect(section.locator("[name=principal]")).to_have_value("5555")
    expect(note(section)).to_have_count(0)
    visit.page.reload()
    expect(block(visit.page, "overdue-cost").locator("[name=principal]")).to_have_value("5555")


def test_back_from_a_link_in_which_something_was_typed_loses_nothing(visit: Visit) -> None:
    section = block(visit.open(OVERDUE), "overdue-cost")
    over(visit, "#overdue-cost?principal=777")
    section.locator("[name=days_overdue]").fill("44")
    visit.page.go_back()
    expect(section.locator("[name=days_overdue]")).to_have_value("44")
    expect(note(section)).to_be_visible()


def test_a_place_on_the_page_is_no_way_back_from_a_link(visit: Visit) -> None:
    section = block(visit.open(OVERDUE), "overdue-cost")
    over(visit, "#overdue-cost?principal=777")
    over(visit, "#main")
    visit.page.go_back()
    expect(section.locator("[name=principal]")).to_have_value("777")


def test_nothing_that_was_pasted_goes_before_everything_goes(visit: Visit) -> None:
    keep(visit, {"message-check.about": "unsure"})
    section = block(visit.open("calculators/message-check"), "message-check")
    area, text = section.locator("[name=text]"), "【某某法院】请点链接"
    area.fill(text)
    choice = section.locator("form select").first
    name, option = choice.evaluate("c => [c.name, c.options[c.options.length - 1].value]")
    for words in (DROP, "", TAKE):
        over(visit, f"#message-check?{name}={option}")
        expect(note(section)).to_be_visible()
        expect(area).to_have_value(text)
        if words:
            section.get_by_role("button", name=words).click()
        else:
            visit.page.go_back()
        expect(note(section)).to_have_count(0)
        expect(area).to_have_value(text)
    other = visit.page.context.new_page()
    other.goto(visit.edition.url("calculators/message-check"))
    other.locator(f"[name='{name}']").select_option(index=0)
    expect(choice).not_to_have_value(option)
    expect(area).to_have_value(text)
    other.evaluate("localStorage.removeItem('huanqing.case')")
    expect(area).to_have_value("")


def test_a_link_over_its_own_page_loses_nothing_where_storage_refuses(visit: Visit) -> None:
    visit.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    section = block(visit.open(OVERDUE), "overdue-cost")
    section.locator("[name=principal]").fill("31415")
    over(visit, "#overdue-cost?principal=777")
    expect(section.locator("[name=principal]")).to_have_value("777")
    section.get_by_role("button", name=DROP).click()
    expect(section.locator("[name=principal]")).to_have_value("31415")


@pytest.mark.parametrize("path", [OVERDUE, "cases/late-20-days"])
def test_what_is_stored_nowhere_else_is_not_swept_away_by_a_link(visit: Visit, path: str) -> None:
    """In a story nothing is stored; and what was typed into a link's numbers is only there."""
    section = block(visit.open(path), "overdue-cost")
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    if path == OVERDUE:
        over(visit, "#overdue-cost?principal=777")
        expect(note(section)).to_be_visible()
    section.locator("[name=days_overdue]").fill("44")
    over(visit, "#overdue-cost?principal=888")
    button = section.get_by_role("button", name=HELD)
    expect(button).to_be_visible()
    expect(section.locator("[name=days_overdue]")).to_have_value("44")
    assert "888" not in visit.page.url
    button.click()
    expect(section.locator("[name=principal]")).to_have_value("888")
    expect(section.locator("[name=days_overdue]")).to_have_value("20")


def test_the_same_link_opened_anew_leaves_what_was_typed(visit: Visit) -> None:
    section = arrive(visit, "overdue-cost", "#overdue-cost?principal=777")
    section.locator("[name=principal]").fill("778")
    section = arrive(visit, "overdue-cost", "#overdue-cost?principal=777")
    expect(section.locator("[name=principal]")).to_have_value("778")
    expect(section.get_by_role("button", name=HELD)).to_be_in_viewport()
    section.locator("output").scroll_into_view_if_needed()
    over(visit, "#overdue-cost?principal=%3Cb%3E")
    expect(section.get_by_role("button", name=HELD).first).to_be_in_viewport()
    section.get_by_role("button", name=HELD).first.click()
    expect(section.locator("form")).to_contain_text("没有放进来")
    expect(section.locator("[name=principal]")).to_have_value("778")
    expect(note(section)).to_be_visible()
    visit.page.reload()
    expect(block(visit.page, "overdue-cost").locator("[name=principal]")).to_have_value("778")


def test_a_link_in_which_nothing_can_be_used_leaves_the_own_numbers(visit: Visit) -> None:
    keep(visit, {"principal": "5555"})
    for said in ("principal=%3Cb%3E", "on=2026-02-29", "gone=1", "principal=" + "1" * 9000):
        section = arrive(visit, "overdue-cost", f"#overdue-cost?{said}")
        expect(section.locator("[name=principal]")).to_have_value("5555")
        expect(section.locator("form")).to_contain_text("没有放进来")
        expect(note(section)).to_have_count(0)


@pytest.mark.parametrize("day", ["2026-02-29", "2026-99-99", "2026-04-31", "1800-01-01", "明天"])
@pytest.mark.parametrize("id", ["overdue-cost", "safe-monthly"])
def test_a_day_that_no_calendar_has_is_named(visit: Visit, day: str, id: str) -> None:
    section = arrive(visit, id, f"#{id}?on={quote(day)}&{next(iter(singles(tools()[id])))}=7")
    label = section.locator("label", has_text=re.compile("^(算到哪一天|日期)")).first.inner_text()
    expect(section.locator("form")).to_contain_text(f"没有放进来：{label}")


EXAMPLE = "这个链接里是例子，不是谁的数"


@pytest.mark.parametrize("example", ["all", "principal", "principal days_overdue"])
def test_no_link_calls_other_numbers_an_example(visit: Visit, example: str) -> None:
    section = arrive(
        visit, "overdue-cost", f"#overdue-cost?principal=999999&example={quote(example)}"
    )
    expect(note(section)).to_contain_text(NOTE)
    expect(section.locator("form")).not_to_contain_text(EXAMPLE)
    assert section.locator("[name=principal]").get_attribute("data-example") is None
    assert section.locator("form").get_attribute("data-example") is None


def test_no_link_calls_other_lines_an_example(visit: Visit) -> None:
    said = "debts.length=2&debts.0.balance=999999&debts.0.annual_rate=9%25&debts.1.balance=6"
    for example in ("all", "debts.0 debts.1"):
        section = arrive(visit, "payoff-order", f"#payoff-order?{said}&example={quote(example)}")
        expect(note(section)).to_contain_text(NOTE)
        assert section.locator("[data-row] [data-example]").count() == 0


@pytest.mark.parametrize("id", SOME)
def test_a_link_of_the_untouched_page_shows_the_page(visit: Visit, id: str) -> None:
    section = block(visit.open(path_of(id)), id)
    built = held(section)
    link = shared(visit, section)
    section = arrive(visit, id, link)
    assert held(section) == built
    expect(note(section)).to_have_count(0)
    if "example=" in link:
        expect(section.locator("form")).to_contain_text(EXAMPLE)


def test_an_example_that_was_sent_does_not_hide_the_own_numbers(visit: Visit) -> None:
    section = block(visit.open(OVERDUE), "overdue-cost")
    on = today(section)
    link = on_day(shared(visit, section), earlier(on))
    keep(visit, {"principal": "5555"})
    section = arrive(visit, "overdue-cost", link)
    expect(section.locator("form")).to_contain_text(EXAMPLE)
    expect(section.locator("[name=principal]")).to_have_value("5555")
    assert today(section) == on
    section.locator("[name=days_overdue]").fill("3")
    assert json.loads(visit.page.evaluate("localStorage['huanqing.case']"))["principal"] == "5555"


def test_erasing_and_the_next_person_take_the_numbers_of_a_link(visit: Visit) -> None:
    for words in ("全部清掉", "换下一个人"):
        section = arrive(visit, "overdue-cost", "#overdue-cost?principal=77123")
        section.locator("[name=principal]").fill("77124")
        page = visit.open("my-case")
        page.get_by_role("button", name=words, exact=True).first.click()
        page.get_by_role("dialog").locator(".hq-danger").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator("body")).to_contain_text("清掉了")
        assert "77124" not in page.evaluate(
            "JSON.stringify([{...localStorage}, {...sessionStorage}])"
        )
        section = block(visit.open(OVERDUE), "overdue-cost")
        expect(section.locator("[name=principal]")).to_have_value("20000")
