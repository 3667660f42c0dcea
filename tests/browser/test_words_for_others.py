"""What leaves the page for the ear and for the family: words of the page, never the reader's figures."""

from __future__ import annotations

from typing import cast

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.blocks import block, expect_answer
from tests.browser.conftest import Edition, Visit, visiting

# What a device with a voice has, as far as the page asks; what is said is written down.
VOICE = """
  window.said = []
  const voice = (lang, localService) => ({lang, localService, name: lang})
  const speech = {
    speaking: false,
    getVoices: () => VOICES.map(([lang, local]) => voice(lang, local)),
    speak(words) { said.push(words); speech.speaking = true },
    cancel() { speech.speaking = false },
    addEventListener() {},
  }
  Object.defineProperty(window, 'speechSynthesis', {value: speech})
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""
OWN = VOICE.replace("VOICES", "[['en-US', true], ['zh-CN', false], ['zh-CN', true]]")
ELSEWHERE = VOICE.replace("VOICES", "[['en-US', true], ['zh-CN', false]]")
NONE = "delete window.speechSynthesis; delete Window.prototype.speechSynthesis"
TYPED = "64738"


@pytest.fixture
def visit(phone_visit: Visit) -> Visit:
    return phone_visit


def heard(page: Page) -> list[str]:
    return cast("list[str]", page.evaluate("said.map(each => each.text)"))


def test_the_first_screen_is_read_by_a_voice_of_the_device(visit: Visit) -> None:
    visit.page.add_init_script(OWN)
    page = visit.open("people/not-my-debt")
    page.get_by_role("button", name="读给我听").click()
    said = heard(page)
    assert said[0] == "我没借钱，他们打给我"
    assert said[1].startswith("没签过借款")
    assert all(page.evaluate("said.map(each => each.voice.localService)"))
    assert "#" not in "".join(said)
    assert "（）" not in "".join(said)
    assert len("".join(said)) < 700
    page.get_by_role("button", name="别读了").click()
    assert not page.evaluate("speechSynthesis.speaking")
    expect(page.get_by_role("button", name="读给我听")).to_be_visible()


def test_a_number_to_ring_is_read_digit_by_digit(visit: Visit) -> None:
    visit.page.add_init_script(OWN)
    page = visit.open("people/tonight")
    page.get_by_role("button", name="读给我听").click()
    said = heard(page)
    # Each button is said whole, by itself: who listens hears what the number is for.
    assert {"打 1 2 3 5 6", "有危险，打 1 1 0"} <= {*said}


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        (["zh-HK", "zh-CN"], "zh-CN"),
        (["zh-TW", "zh-HK", "cmn-Hans-CN"], "cmn-Hans-CN"),
        (["zh_HK", "zh_CN_#Hans"], "zh_CN_#Hans"),
        (["zh-HK", "zh-TW"], "zh-TW"),
        (["en-US", "yue-HK", "zh-HK"], "zh-HK"),
    ],
)
def test_mandarin_is_read_by_a_voice_that_speaks_it(
    visit: Visit, voices: list[str], chosen: str
) -> None:
    visit.page.add_init_script(VOICE.replace("VOICES", repr([[each, 1] for each in voices])))
    page = visit.open("people/tonight")
    page.get_by_role("button", name="读给我听").click()
    assert page.evaluate("said[0].voice.lang") == chosen


def test_it_does_not_read_on_when_the_page_is_left(visit: Visit) -> None:
    visit.page.add_init_script(OWN)
    page = visit.open("people/not-my-debt")
    page.get_by_role("button", name="读给我听").click()
    page.locator("a.md-logo").first.evaluate("logo => logo.click()")
    expect(page.locator(".hq-doors")).to_be_visible()
    assert not page.evaluate("speechSynthesis.speaking")
    expect(page.get_by_role("button", name="读给我听")).to_be_visible()


def test_it_is_silent_as_soon_as_one_leaves(visit: Visit) -> None:
    visit.page.context.route("https://**", lambda _: None)  # the other site never answers
    visit.page.add_init_script(OWN)
    page = visit.open("people/not-my-debt")
    page.get_by_role("button", name="读给我听").click()
    leave = (
        "() => { document.querySelector('a[data-leave]').click(); return speechSynthesis.speaking }"
    )
    assert page.evaluate(leave) is False


@pytest.mark.parametrize("device", [ELSEWHERE, NONE], ids=["a voice from elsewhere", "none"])
def test_without_a_voice_of_the_device_there_is_no_button(visit: Visit, device: str) -> None:
    visit.page.add_init_script(device)
    page = visit.open("people/not-my-debt")
    expect(page.get_by_role("button", name="大字")).to_be_visible()
    expect(page.locator("[data-aloud]")).to_be_hidden()


def test_three_lines_for_the_family_open_on_their_page(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(
        locale="zh-CN", permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = visiting(context, hosted).open("calculators/overdue-cost")
    section = block(page, "overdue-cost")
    section.locator("[name=principal]").fill(TYPED)
    expect_answer(section)
    for where in (section, visiting(context, hosted).open("my-case")):
        where.get_by_role("button", name="复制给家人").first.click()
        expect(where.get_by_role("button", name="复制好了")).to_be_visible()
        lines = str(page.evaluate("navigator.clipboard.readText()")).split("\n")
        assert len(lines) == 3
        assert lines[2] == hosted.url("people/not-my-debt")
        assert TYPED not in "".join(lines)
        assert not any(letter.isdigit() for letter in lines[0] + lines[1])
    other = context.new_page()
    other.goto(lines[2])
    expect(other.locator("h1")).to_contain_text("我没借钱，他们打给我")
    context.close()


def test_from_a_file_their_page_is_named(visit: Visit) -> None:
    if visit.edition.name == "site":
        pytest.skip("there the line is an address")
    visit.page.add_init_script("document.execCommand = () => false; delete navigator.clipboard")
    page = visit.open("consequences/family-contacts")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="复制给家人").click()
    text = page.locator("dialog textarea").input_value()
    assert text.split("\n")[2] == "打开“我没借钱，他们打给我”那一页。"
    assert "file:" not in text


def test_a_ready_sentence_is_copied_alone(browser: Browser, hosted: Edition) -> None:
    context = browser.new_context(
        locale="zh-CN", permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = visiting(context, hosted).open("people/not-my-debt")
    page.get_by_role("button", name="复制这句").first.click()
    expect(page.get_by_role("button", name="复制好了")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "钱不是我借的。请你找他本人。不要再打这个电话。"
    context.close()
