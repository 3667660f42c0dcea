"""What leaves the page is read back by programs that know nothing of what wrote it."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.blocks import PATIENCE_MS, answer, block, expect_answer, in_the_worker
from tests.browser.conftest import Edition, Visit, visiting

PLAN = "calculators/repayment-schedule"


@pytest.fixture
def visit(browser: Browser, edition: Any) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        locale="zh-CN",
        permissions=["clipboard-read", "clipboard-write"] if edition.name == "site" else [],
        service_workers="block",
    )
    found = visiting(context, edition)
    yield found
    assert not found.foreign
    assert not found.complaints
    context.close()


def schedule(visit: Visit) -> tuple[Locator, dict[str, Any]]:
    """The schedule of a loan of the test's own, on the page and as the package has it."""
    section = block(visit.open(PLAN), "repayment-schedule")
    section.locator("[name=principal]").fill("31415.92")
    section.locator("[name=months]").fill("18")
    table = expect_answer(section)["result"]["tables"]["schedule"]
    section.get_by_role("button", name="和我的一样").click()
    return section, table


def saved(section: Locator, words: str) -> Path:
    """The file that a button of the block gives."""
    with section.page.expect_download() as download:
        section.get_by_role("button", name=words, exact=True).first.click()
    return Path(download.value.path())


def workbook(section: Locator) -> openpyxl.Workbook:
    content = io.BytesIO(saved(section, "存 Excel").read_bytes())
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Workbook contains no default style")
        return openpyxl.load_workbook(content)


def total(rows: list[dict[str, Any]], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in rows), Decimal(0))


def test_csv_opens_as_utf8_and_survives_the_way_there_and_back(visit: Visit) -> None:
    section, table = schedule(visit)
    content = saved(section, "存 CSV").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "without it Excel reads Chinese as noise"
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[2] == "要还（元）"
    assert rows == [[str(row[c["key"]]) for c in table["columns"]] for row in table["rows"]]


def test_a_text_that_would_run_as_a_formula_is_quoted(visit: Visit) -> None:
    """A name such as a creditor's comes from the reader, or from a file somebody sent them."""
    hostile = ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x", 'a"b,c', "甲"]
    section = block(visit.open("calculators/fair-offers"), "fair-offers")
    group = section.locator("[data-rows=debts]")
    while group.locator("[data-row]").count() < len(hostile):
        group.locator("[data-add-row]").click()
    for number, name in enumerate(hostile):
        section.locator(f"[name='debts.{number}.name']").fill(name)
        section.locator(f"[name='debts.{number}.balance']").fill("100")
    expect_answer(section)
    section.locator("details.hq-table").evaluate_all("all => all.forEach(d => d.open = true)")
    text = saved(section, "存 CSV").read_text("utf-8-sig")
    names = [row[0] for row in csv.reader(io.StringIO(text))][1:]
    assert names == [*(f"'{name}" for name in hostile[:8]), 'a"b,c', "甲"]
    sheet = workbook(section).active
    assert sheet is not None
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [c.value for c in cells] == names
    assert {c.data_type for c in cells} == {"s"}


def test_the_spreadsheet_holds_numbers_that_add_up_to_the_pages(visit: Visit) -> None:
    section, table = schedule(visit)
    sheet = workbook(section).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 18
    assert [row[1].date().isoformat() for row in rows] == [r["due_date"] for r in table["rows"]]  # type: ignore[union-attr]
    paid = sum(Decimal(str(row[2])) for row in rows)
    assert paid == total(table["rows"], "payment")
    shown = section.locator("[data-figure=total_paid]").get_attribute("value")
    assert paid == Decimal(shown or "0")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(visit: Visit, tmp_path: Path) -> None:
    section, table = schedule(visit)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(saved(section, "存 Excel").read_bytes())
    profile = f"-env:UserInstallation={tmp_path.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    read = list(csv.reader((tmp_path / "plan.csv").read_text("utf-8").splitlines()))
    sums = [Decimal(row[2].replace(",", "")) for row in read[1:]]
    assert sum(sums) == total(table["rows"], "payment")


def test_reminders_have_the_days_of_the_plan_and_alarms_before(visit: Visit) -> None:
    section, table = schedule(visit)
    content = saved(section, "加到日历").read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    assert [e.decoded("dtstart").isoformat() for e in events] == [
        row["due_date"] for row in table["rows"]
    ]
    assert len({str(e["uid"]) for e in events}) == len(events)
    for event, row in zip(events, table["rows"], strict=True):
        payment = f"{Decimal(row['payment']):,.2f}"
        assert str(event["summary"]) == f"还款 {payment} 元（第 {row['period']} 期）"
        triggers = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
        assert triggers == [timedelta(hours=-6), timedelta(hours=9)]


def test_a_shared_calendar_gets_no_sums(visit: Visit) -> None:
    section, table = schedule(visit)
    calendar = icalendar.Calendar.from_ical(saved(section, "加到日历，不写金额").read_bytes())
    said = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    assert said == [f"还款（第 {row['period']} 期）" for row in table["rows"]]


def test_steps_with_a_day_become_reminders(visit: Visit) -> None:
    section = block(visit.open("calculators/triage"), "triage")
    steps = answer(section)["result"]["steps"]
    calendar = icalendar.Calendar.from_ical(saved(section, "加到日历").read_bytes())
    events = calendar.walk("VEVENT")
    found = {
        (text, e.decoded("dtstart"))
        for e in events
        for text in [str(e["summary"]), *filter(None, str(e.get("description", "")).split("\n"))]
    }
    assert len({day for _, day in found}) == len(events), "one a day"
    on = date.fromisoformat(section.get_attribute("data-on") or "")
    expected = {(s["text"], date.fromisoformat(s["by"])) for s in steps if s["by"]}
    assert found == {(text, day) for text, day in expected if day >= on}
    assert found


def test_a_letter_is_copied_saved_and_printed_alone(visit: Visit) -> None:
    page = visit.open("letters/extension")
    section = block(page, "letter-extension")
    section.locator("[name=lender]").fill("甲公司；乙")
    expect_answer(section)
    letter = section.locator("[data-document]").first
    expect(letter).to_contain_text("甲公司；乙", timeout=PATIENCE_MS)
    text = letter.inner_text()
    assert saved(section, "存成文本").read_text("utf-8") == letter.text_content()
    page.evaluate("window.print = () => { window.printed = true }")
    section.get_by_role("button", name="打印", exact=True).first.click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert letter.is_visible()
    assert not page.locator("article h1").first.is_visible()
    assert not section.locator("form").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article h1").first.is_visible()
    if visit.edition.name == "site":
        section.get_by_role("button", name="复制", exact=True).first.click()
        copied = str(page.evaluate("navigator.clipboard.readText()"))
        assert copied.split() == text.split()


def test_a_letter_says_how_many_places_are_blank_and_so_does_the_copy(
    browser: Browser, hosted: Any
) -> None:
    context = browser.new_context(
        locale="zh-CN", permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = visiting(context, hosted).open("letters/extension")
    section = block(page, "letter-extension")
    section.locator("[name=lender]").fill("甲")
    expect_answer(section)  # the page's own first answer would take the button that says it away
    blanks = (section.locator("[data-document]").first.text_content() or "").count("＿＿＿＿")
    assert blanks > 0
    said = section.get_by_role("group", name="这份文字").first.locator("p")
    expect(said).to_have_text(f"还有 {blanks} 处空着，寄出前补上。")
    section.get_by_role("button", name="复制", exact=True).first.click()
    expect(section.get_by_role("button", name=f"复制了，还有 {blanks} 处空着")).to_be_visible()
    context.close()


def test_a_cell_that_begins_with_a_quotation_mark_swallows_no_other(
    browser: Browser, hosted: Any
) -> None:
    context = browser.new_context(
        locale="zh-CN", permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = visiting(context, hosted).open("calculators/fair-offers")
    section = block(page, "fair-offers")
    section.locator("[name='debts.0.name']").fill('"甲')
    expect_answer(section)
    section.locator("details.hq-table").evaluate_all("all => all.forEach(d => d.open = true)")
    section.get_by_role("button", name="复制表格").first.click()
    expect(section.get_by_role("button", name="复制好了")).to_be_visible()
    text = str(page.evaluate("navigator.clipboard.readText()"))
    rows = list(csv.reader(io.StringIO(text), delimiter="\t"))
    assert rows[1][0] == '"甲'
    assert len({len(row) for row in rows}) == 1
    context.close()


PRINTED = ("calculators/overdue-cost", "calculators/repayment-schedule", "calculators/safe-monthly")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("path", PRINTED)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_printed_result_begins_on_page_1_with_title_day_inputs_and_result(
    browser: Browser, hosted: Any, tmp_path: Path, path: str, width: int
) -> None:
    context = browser.new_context(
        locale="zh-CN", viewport={"width": width, "height": 740}, service_workers="block"
    )
    page = visiting(context, hosted).open(path)
    tool = path.rpartition("/")[2]
    section = block(page, tool)
    page.evaluate("window.print = () => {}")
    section.get_by_role("button", name="打印结果").click()
    file = tmp_path / "result.pdf"
    page.pdf(path=str(file), format="A4")
    text = subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", "-layout", str(file), "-"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    first = re.sub(r"\s", "", text)
    parts = [
        section.get_attribute("aria-label") or "",
        section.get_attribute("data-on") or "",
        re.sub(r"\s", "", section.locator("form label").first.inner_text()),
        re.sub(r"\s", "", section.locator("output .hq-headline").inner_text()),
    ]
    places = [first.find(part) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places[0] < places[2] < places[3]
    context.close()


def test_two_taps_in_one_moment_are_both_answered(visit: Visit) -> None:
    """The page's own example is computed once for both; neither ends the other."""
    section = block(visit.open(PLAN), "repayment-schedule")
    got: list[Any] = []

    def keep(download: Any) -> None:
        got.append(download)

    visit.page.on("download", keep)
    section.evaluate(
        """s => ["存 CSV", "加到日历"].forEach((words) =>
          [...s.querySelectorAll("output button")].find((b) => b.textContent === words).click())"""
    )
    for _ in range(200):
        if len(got) == 2:
            break
        visit.page.wait_for_timeout(50)
    assert sorted(Path(each.suggested_filename).suffix for each in got) == [".csv", ".ics"]


def test_what_takes_long_to_make_shows_that_it_goes_on(browser: Browser, hosted: Edition) -> None:
    """The page's own example is computed first, and Python may have to start for that."""
    context = browser.new_context(locale="zh-CN", accept_downloads=True, service_workers="block")
    in_the_worker(context, "const end = performance.now() + 2500; while (performance.now() < end);")
    section = block(visiting(context, hosted).open(PLAN), "repayment-schedule")
    bar = section.locator("progress.hq-working")
    for words in ("存 CSV", "存 Excel", "加到日历"):
        with section.page.expect_download(timeout=PATIENCE_MS) as download:
            section.get_by_role("button", name=words, exact=True).first.click()
            if words == "存 CSV":
                expect(bar).to_be_visible(timeout=1000)
        assert Path(download.value.path()).stat().st_size > 0
        expect(bar).to_have_count(0)
    context.close()


def test_guidance_prints_without_empty_forms(visit: Visit) -> None:
    page = visit.open("stages/lawsuit")
    page.emulate_media(media="print")
    for form in page.locator("form.hq-form").all():
        expect(form).to_be_hidden()
    for pressed in page.locator(".hq-take, .hq-button").all():
        expect(pressed).to_be_hidden()


def test_where_files_and_clipboard_are_lost_the_text_is_shown(
    browser: Browser, hosted: Any
) -> None:
    context = browser.new_context(
        user_agent="Mozilla/5.0 (Linux; Android 10) Chrome/107 Mobile MicroMessenger/8.0",
        viewport={"width": 360, "height": 740},
    )
    context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false"
    )
    page = visiting(context, hosted).open(PLAN)
    section = block(page, "repayment-schedule")
    section.get_by_role("button", name="复制表格").first.click()
    area = page.locator("dialog[open] textarea")
    expect(area).to_be_visible(timeout=PATIENCE_MS)
    assert len(area.input_value().splitlines()) == 13
    page.keyboard.press("Escape")
    expect(page.locator("dialog.hq-dialog")).to_have_count(0)
    context.close()


ANDROID = "Mozilla/5.0 (Linux; Android 10) Chrome/107 Mobile "
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 "
)


@pytest.mark.parametrize(
    "agent",
    [
        *(ANDROID + app for app in ("aweme/34.0", "AlipayClient/10.6", "DingTalk/7.6")),
        *(ANDROID + app for app in ("Quark/7.4", "UCBrowser/15.5", "HuaweiBrowser/14.0", "QQ/9.0")),
        IPHONE + "MicroMessenger/8.0",
        ANDROID.replace("10)", "10; wv)"),
    ],
)
def test_where_a_file_may_get_lost_its_text_is_shown(
    browser: Browser, hosted: Any, agent: str
) -> None:
    context = browser.new_context(
        user_agent=agent,
        viewport={"width": 360, "height": 740},
        accept_downloads=False,
        service_workers="block",
    )
    page = visiting(context, hosted).open(PLAN)
    section = block(page, "repayment-schedule")
    section.get_by_role("button", name="加到日历", exact=True).click()
    area = page.locator("dialog[open] textarea")
    expect(area).to_have_value(re.compile("BEGIN:VCALENDAR"), timeout=PATIENCE_MS)
    assert "存好了" not in page.inner_text("body")
    page.get_by_role("button", name="关上").click()
    expect(page.locator("dialog.hq-dialog")).to_have_count(0)
    context.close()


def test_what_is_taken_from_an_untouched_page_is_an_example(browser: Browser, hosted: Any) -> None:
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = visiting(context, hosted).open("calculators/overdue-cost")
    section = block(page, "overdue-cost")

    def copied(words: str) -> str:
        # What the button says goes when the day's answer is drawn; what was copied stays.
        page.evaluate("navigator.clipboard.writeText('')")
        section.get_by_role("button", name=words, exact=True).click()
        for _ in range(50):
            if text := str(page.evaluate("navigator.clipboard.readText()")):
                return text
            page.wait_for_timeout(50)
        raise AssertionError(words)

    text = copied("复制结果")
    assert text.splitlines()[1] == "例子，不是谁的数"
    assert "按你填的" not in text
    assert f"欠的本金：{section.locator('[name=principal]').input_value()}" in text
    link = copied("复制分享链接")
    page.goto("about:blank")
    page.goto(link)
    section = block(page, "overdue-cost")
    expect(section.locator("[data-note]")).to_have_text("这个链接里是例子，不是谁的数。")
    expect(section.locator("form")).to_have_attribute("data-example", "")
    context.close()


def test_what_is_taken_away_is_marked_as_long_as_some_of_it_is_the_examples(visit: Visit) -> None:
    section = block(visit.open(PLAN), "repayment-schedule")
    section.locator("[name=principal]").fill("31415.92")
    expect_answer(section)
    expect(section.locator(".hq-peek .hq-tag")).to_have_text("例")
    expect(section.locator(".hq-peek")).to_have_attribute("aria-label", re.compile("有例子的数："))
    resting = section.locator(".hq-resting")
    expect(resting).to_contain_text("还是例子里的数：")
    rate = section.locator("[name=daily_rate]").input_value()

    def heads() -> tuple[str, str, str]:
        calendar = icalendar.Calendar.from_ical(saved(section, "加到日历").read_bytes())
        table = saved(section, "存 CSV").read_text("utf-8-sig").splitlines()[0]
        section.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        paper = section.locator("[data-print-head] > p").text_content() or ""
        section.page.evaluate("dispatchEvent(new Event('afterprint'))")
        return str(calendar.walk("VEVENT")[0]["summary"]), table, paper

    day, table, paper = heads()
    assert day.startswith("例子：还款")
    assert "还是例子里的数：" in table
    assert f"日利率 {rate}%" in table
    assert f"日利率 {rate}%" in paper
    section.get_by_role("button", name="和我的一样").click()
    expect(resting).to_have_count(0)
    assert not any("例子" in said for said in heads())
    expect(section.locator(".hq-peek")).not_to_contain_text("例子")


def test_an_example_that_nobody_looks_at_is_not_named(visit: Visit) -> None:
    section = block(visit.open("calculators/true-cost"), "true-cost")
    resting = section.locator(".hq-resting")
    section.locator("[name=principal]").fill("10000")
    section.locator("[name=monthly_fee]").fill("0")
    expect_answer(section)
    expect(resting).to_contain_text("每期还多少")
    section.locator("details:has([name=repaid]) > summary").first.click()
    section.locator("[name=repaid]").fill("10500")
    section.locator("[name=due_date]").fill("2030-01-01")
    section.locator("[name=method]").select_option("single-sum")
    expect_answer(section)
    expect(resting).not_to_contain_text(re.compile("分几期还|每期还多少"))
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    section.locator("[name=daily_rate]").fill("0.03")
    expect_answer(section)
    expect(section.locator(".hq-resting")).to_contain_text("欠的本金")
    section.locator("details:has([data-rows=instalments]) > summary").first.click()
    section.locator("[data-rows=instalments] [data-add-row]").click()
    section.locator("[name='instalments.0.due_date']").fill("2026-01-05")
    section.locator("[name='instalments.0.principal']").fill("9000")
    expect_answer(section)
    expect(section.locator(".hq-resting")).not_to_contain_text(re.compile("欠的本金|逾期了几天"))


def test_the_whole_case_is_one_page_for_a_helper(visit: Visit) -> None:
    page = visit.open("my-case")
    section = block(page, "my-case")
    section.locator("[name=principal]").fill("20000")
    said = expect_answer(section)
    expect(section.locator("[data-figure=total_due]")).to_be_visible()
    text = section.locator("[data-document=case]").text_content() or ""
    assert said["result"]["documents"]["case"]["content"].strip() == text.strip()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印整份").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert section.locator("[data-document=case]").is_visible()
    assert section.locator("[data-table]").last.is_visible()


def test_a_tick_moves_the_plan(visit: Visit) -> None:
    section = block(visit.open("my-plan"), "my-plan")
    section.locator("[name=first_on]").fill("2026-11-01")
    before = expect_answer(section)["result"]["figures"]
    box = section.get_by_label("第 1 期还了")
    box.check()
    line = section.locator("[data-keep-line]")
    expect(line).to_be_in_viewport()
    expect(section.locator("[name='paid.0.period']")).to_have_value("1")
    after = expect_answer(section)["result"]["figures"]
    left = section.locator("[data-figure=left]")
    expect(left).to_have_attribute("value", after["left"]["value"], timeout=PATIENCE_MS)
    assert Decimal(before["left"]["value"]) - Decimal(after["left"]["value"]) == 1500
    expect(section.get_by_label("第 1 期还了")).to_be_checked()
    expect(line).to_be_in_viewport()
    line.get_by_role("button", name="存在这台手机").click()
    expect(line).to_have_text("存在这台手机了。要清掉，去“我的情况”。")
    section.get_by_label("第 1 期还了").uncheck()
    expect(section.locator("[data-rows=paid] [data-row]")).to_have_count(0)
    expect(left).to_have_attribute("value", before["left"]["value"], timeout=PATIENCE_MS)


def test_a_picture_can_be_read_point_by_point(visit: Visit) -> None:
    section = block(visit.open("calculators/overdue-cost"), "overdue-cost")
    picture = section.locator("[data-chart=ahead]")
    range_ = picture.get_by_role("slider")
    range_.press("End")
    said = expect_answer(section)["result"]["charts"]["ahead"]
    words = picture.locator(".hq-read-out")
    expect(words).to_contain_text(said["x"][-1])
    value = f"{Decimal(said['series'][0]['values'][-1]):,.2f}"
    expect(words).to_contain_text(value)
    assert value in (range_.get_attribute("aria-valuetext") or "")
    picture.locator("svg").click(position={"x": 3, "y": 60})
    expect(words).to_contain_text(said["x"][0])
