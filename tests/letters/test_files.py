"""A letter's file that is wrong stops the build and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculators.letters.letter_file import LetterFileError, read
from calculators.letters.writing import prepare

GOOD = """\
title: 题目
when: 我想写信
summary: 一句话。
fields: lender
law civil-code-678: 展期要对方同意。
step letters/extension: 下一步

## letter
致：{{ lender }}
依据{{ cite("civil-code-678") }}。
## message 微信
你好。
## call
你好。
"""


def write(folder: Path, old: str = "", new: str = "") -> Path:
    assert old in GOOD
    path = folder / "sample.txt"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_good_file_is_read(tmp_path: Path) -> None:
    source = read(write(tmp_path))
    assert (source.slug, source.title, source.when) == ("sample", "题目", "我想写信")
    assert [s.label for s in source.sections.values()] == ["正式信函", "微信", "电话怎么说"]
    assert source.rules == ("civil-code-678",)
    assert prepare(source).source is source


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("title: 题目\n", "", 1, "no 'title'"),
        ("when: 我想写信\n", "when: 我想写信\nwhen: 我\n", 3, "twice"),
        ("summary:", "sumary:", 3, "unknown header 'sumary'"),
        ("summary:", "summary of it:", 3, "unknown header"),
        ("summary: 一句话。", "一句话。", 3, "key: text"),
        ("summary: 一句话。", "summary:", 3, "key: text"),
        ("fields: lender", "fields: lander", 4, "no field is called 'lander'"),
        ("fields: lender", "fields: lender phone", 4, "no text uses phone"),
        ("{{ lender }}", "{{ lender }}{{ phone }}", 4, "add phone to the fields"),
        ("law civil-code-678:", "law:", 5, "must name the rules"),
        ("law civil-code-678:", "law civil-code-9999:", 5, "no rule is called"),
        ("law civil-code-678:", "note:", 10, "no remark of this letter names the rule"),
        ('cite("civil-code-678")', 'cite("civil-code-999")', 10, "no rule is called"),
        ("{{ lender }}", "{{ lender.__class__ }}", 9, "cannot use __class__"),
        ("{{ lender }}", '{{ lender["__class__"] }}', 9, "cannot use [ ]"),
        ("{{ lender }}", '{{ lender|attr("__class__") }}', 9, "cannot use attr"),
        ("你好", "{% if false %}{{ cite.__globals__ }}{% endif %}", 12, "cannot use __globals__"),
        ("{{ lender }}", "{{ [lender]|map(attribute=lender)|list }}", 9, "cannot use"),
        ("{{ lender }}", "{{ '{0.x}'.format(lender) }}", 9, "a call of a value"),
        (
            "{{ lender }}",
            "{% set last_day = '{0}'.format %}{{ last_day(lender) }}",
            9,
            "use last_day as",
        ),
        (
            "{{ lender }}",
            "{% for cite in ['{0}'.format] %}{{ cite(lender) }}{% endfor %}",
            9,
            "use cite as",
        ),
        ("{{ lender }}", "{% set f = 'x'.format %}{{ lender }}", 9, "use format"),
        ("{{ lender }}", "{% macro rule(a) %}{{ a }}{% endmacro %}{{ lender }}", 9, "use macro"),
        ("{{ lender }}", "{% with cite = lender %}{{ cite }}{% endwith %}", 9, "use with"),
        ("{{ lender }}", "{{ lender }}{{ 'x' * 30000000 }}", 9, "use a multiple"),
        ("{{ lender }}", "{{ lender * 30000000 }}", 9, "use a multiple"),
        # Worked out before it is refused, these two would take half a minute and gigabytes.
        ("{{ lender }}", "{{ lender }}{{ 'a' * 4000000000 }}", 9, "use a multiple"),
        ("{{ lender }}", "{{ lender }}{{ '%4000000000d' % 1 }}", 9, "use mod"),
        ("{{ lender }}", "{{ lender }}{{ 9 ** 99 }}", 9, "use pow"),
        ("{{ lender }}", "{{ lender }}{% include 'extension.txt' %}", 9, "use include"),
        ("{{ lender }}", "{{ lender }}{% for n in range(9) %}{% endfor %}", 9, "use range"),
        ("{{ lender }}", "{{ lender }}{{ cycler.__init__ }}", 9, "cannot use __init__"),
        ("{{ lender }}", "{{ lender }", 9, "unexpected '}'"),
        ("依据{{", "依据{% if %}{{", 10, "Expected an expression"),
        ("## message 微信\n你好。\n", "", 11, "expected `## message`"),
        ("## call\n你好。\n", "", 12, "`## call` is missing"),
        ("## call\n你好。\n", "## call\n\n", 13, "is empty"),
        ("## call\n你好。\n", "## call\n你好。\n## more\n好\n", 15, "expected `## nothing more`"),
        ("## letter", "## letters", 8, "expected `## letter`"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    path = write(tmp_path, old, new)
    with pytest.raises(LetterFileError) as refused:
        prepare(read(path))
    assert str(refused.value).startswith(f"{path}:{line}: ")
    assert reason in refused.value.reason
