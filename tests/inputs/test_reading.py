"""What people really type is understood, or refused with an example."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.form import reading
from calculators.form.reading import Unreadable


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20000", "20000"),
        (20000, "20000"),
        (0.5, "0.5"),
        ("１２３，４５６．７８", "123456.78"),
        ("1,234.50", "1234.50"),
        ("¥300", "300"),
        ("300元", "300"),
        ("2万", "20000"),
        ("1.5 万元", "15000"),
        ("三百零五", "305"),
        ("两千", "2000"),
        ("十二", "12"),
        ("-5", "-5"),
        ("3e2", "300"),
    ],
)
def test_amounts_people_type(typed: object, meant: str) -> None:
    assert reading.amount(typed) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18%", "0.18"),
        ("１８％", "0.18"),
        ("万分之五", "0.0005"),
        ("万分之四点五", "0.00045"),
        ("万5", "0.0005"),
        ("百分之二十四", "0.24"),
        ("千分之1.5", "0.0015"),
        ("5‰", "0.005"),
        ("0.0005", "0.0005"),
        (0.0005, "0.0005"),
    ],
)
def test_rates_people_type(typed: object, meant: str) -> None:
    assert reading.rate(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed", ["5%%", "abc", "", "--1", "1.2.3", "万", "nan", "Infinity", True, None, []]
)
def test_what_is_no_number_is_refused_with_an_example(typed: object) -> None:
    for read in (reading.amount, reading.rate):
        with pytest.raises(Unreadable, match=r"例如|请填"):
            read(typed)


@pytest.mark.parametrize(
    "typed", ["2026-11-03", "2026/11/3", "2026年11月3日", "２０２６．１１．３", "20261103"]
)
def test_dates_people_type(typed: str) -> None:
    assert reading.day(typed) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "why"), [("2026-02-30", "没有这一天"), ("明天", "年-月-日"), ("", "年-月-日")]
)
def test_what_is_no_date_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        reading.day(typed)


def test_a_text_loses_only_control_characters() -> None:
    assert reading.words(" <b>你好</b>\x00\u202e ") == "<b>你好</b>"


@given(st.text())
def test_nothing_typed_ever_breaks_the_reader(typed: str) -> None:
    for read in (reading.amount, reading.rate, reading.day, reading.moment, reading.flag):
        try:
            read(typed)
        except Unreadable as problem:
            assert str(problem).endswith("。")


@given(st.decimals(min_value=0, max_value=10**8, places=2))
def test_every_amount_survives_being_written_and_read(amount: Decimal) -> None:
    assert reading.amount(f"{amount:,}") == amount


@pytest.mark.parametrize(
    "typed", ["2026-11-03 22:15", "2026-11-03T22:15", "2026年11月3日22点15分", "2026/11/3 22:15:09"]
)
def test_moments_people_type(typed: str) -> None:
    assert reading.moment(typed) == datetime(2026, 11, 3, 22, 15)


@pytest.mark.parametrize("typed", ["2026-11-03", "昨天 22:15", "2026-11-03 25:00", "", None])
def test_what_is_no_moment_is_refused(typed: object) -> None:
    with pytest.raises(Unreadable):
        reading.moment(typed)
