"""Case numbers are read as a court writes them, with brackets, spaces and slips of every kind."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from calculators.law import case_numbers
from calculators.law.clocks import CLOCKS

CASES = yaml.safe_load((Path(__file__).parent / "case_numbers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_number_reads_as_it_should(case: dict[str, str]) -> None:
    (found,) = case_numbers.read(case["text"])
    assert (found.reading, found.normal, found.code) == (
        case["reading"],
        case["normal"],
        case["code"],
    )
    assert found.clock in CLOCKS
    said = case_numbers.meaning(found)
    assert said.endswith("。") and "假" not in said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
@pytest.mark.parametrize("gap", [" ", "\n", "\u3000 "])
def test_a_gap_anywhere_in_a_number_changes_nothing(case: dict[str, str], gap: str) -> None:
    """But in an unknown code, and in the last digits of a number without 号: what follows may be words."""
    text = case["text"]
    ended = text.rfind("号") + 1 or text.rfind(case["code"] or text[-1]) + len(case["code"])
    unknown = text.find("速裁") + 1
    for at in {*range(1, ended)} - {unknown}:
        found = case_numbers.read(text[:at] + gap + text[at:])
        if case["reading"] == "not-court":
            assert all(each.reading == "not-court" for each in found)
        else:
            read = [(each.reading, each.normal, each.code) for each in found]
            assert read == [(case["reading"], case["normal"], case["code"])], at


@pytest.mark.parametrize("text", ["（2026）粤0199执 张三 5号楼", "2026 粤 0199 民初 17 18"])
def test_a_gap_joins_no_words_to_a_number(text: str) -> None:
    assert all(each.normal in ("", "（2026）粤0199民初17号") for each in case_numbers.read(text))


def test_a_text_of_several_numbers_gives_each_once_in_order() -> None:
    text = "（2026）苏0199民初1号、(2026)苏0199 执保 2号，再说一遍（2026）苏0199民初1号"
    assert [n.code for n in case_numbers.read(text)] == ["民初", "执保"]


def test_an_unknown_code_is_said_to_be_unknown() -> None:
    (found,) = case_numbers.read("（2026）浙0199速裁88号")
    assert "没见过" in case_numbers.meaning(found)


@pytest.mark.parametrize(
    "text", ["", "没有号码", "2026年11月25日还款 1234 元", "138****0000", "尾号1234"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert case_numbers.read(text) == ()


def test_a_mended_number_asks_for_a_second_look() -> None:
    (found,) = case_numbers.read("2026豫0199执恢66")
    assert found.slip and "再看一眼" in case_numbers.meaning(found)


NUMBERISH = st.text("（）()〔2026京浙01O民初执字第号 仲证A\u200b\u202e", max_size=400)


@given(NUMBERISH)
def test_any_text_is_read_and_what_is_read_reads_the_same_again(text: str) -> None:
    for found in case_numbers.read(text):
        if found.code:
            assert [n.normal for n in case_numbers.read(found.normal)] == [found.normal]


@pytest.mark.parametrize(
    "piece",
    [
        "（2026）",
        "（2026）京0199民",
        "字第",
        "A2026",
        "　",
        "2026京",
        "（2 0 2 6 ）京 0 1 ",
        "（2026）某 证 ",
        "（2026）证 字 第 1 2 ",
    ],
)
def test_fifty_thousand_signs_take_no_time(piece: str) -> None:
    start = time.process_time()
    case_numbers.read((piece * 50_000)[:50_000])
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "（2026）陕0113民初第45号",
        "（2026年）陕0113民初45号",
        "2026年陕0113民初45号",
        "2026）陕0113民初45号",
        "（2026陕0113民初45号",
        "2026 陕0113民初第45号",
    ],
)
def test_a_number_with_a_slip_is_read_and_the_slip_is_said(text: str) -> None:
    (found,) = case_numbers.read(text)
    assert found.normal == "（2026）陕0113民初45号"
    assert found.slip


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("（2014）浦民一（商）初字第887号", "court-old"),
        ("（2015）朝民（知）初字第12号", "court-old"),
        ("（2026）沪东证经字第1234号", "notary"),
        ("（2026）某证民字第1234号", "notary"),
        ("（2026）某证执字第12号", "notary"),
        ("（2026）某仲裁字第0456号", "arbitration"),
    ],
)
def test_older_and_others_numbers_are_what_they_are(text: str, reading: str) -> None:
    (found,) = case_numbers.read(text)
    assert found.reading == reading
    assert found.normal == text
