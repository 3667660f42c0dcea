"""The strict loader: every way a rule file can be wrong stops with file, line and reason."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.rules import RuleFileError, compiled, loader

GOOD = """\
category: interest
checked_on: 2026-11-23
check_by: 2027-11-23

sources:
  law:
    title: 某法
    href: https://www.gov.cn/law
    opened: 2026-11-20
    in_force: {from: 2020-01-01, to: null, read: true}

rules:
  first:
    source: law
    article: 第一条
    name: 一条规则的名字
    plain: |-
      第一句。
      第二句。
    status: verified
    confidence: high
    parameters:
      cap:
        label: 上限
        unit: rate
        values:
          2020-01-01: "0.36"
          2020-08-20: "0.24"
"""

# (what to replace, what with, the line that must be named, part of the reason)
BAD = {
    "unknown key in a file": ("category: interest", "category: interest\nauthor: 我", 2, "unknown"),
    "unknown key in a source": ("    title: 某法", "    titel: 某法", 7, "unknown key 'titel'"),
    "unknown key in a rule": ("    article:", "    artcle:", 15, "unknown key 'artcle'"),
    "unknown key in a parameter": ("        label:", "        lable:", 24, "unknown key 'lable'"),
    "unknown key in in_force": ("to: null", "until: null", 10, "unknown key 'until'"),
    "duplicate key": (
        "    status: verified",
        "    name: 又一个名字",
        20,
        "'name' is written twice",
    ),
    "duplicate date": ("2020-08-20:", "2020-01-01:", 28, "written twice"),
    "unordered dates": ("2020-01-01: ", "2021-01-01: ", 28, "oldest first"),
    "a date before the rule": ("2020-01-01: ", "2019-01-01: ", 27, "before the rule is in force"),
    "a date that is none": ("2020-08-20:", "2020-02-30:", 28, "not a date"),
    "a date too short": ("check_by: 2027-11-23", "check_by: 2027-11", 3, "not a date"),
    "a key that is no text": ("2020-08-20:", "20200820:", 28, "in quotes"),
    "missing reference": ("    source: law", "    source: flaw", 14, "missing reference"),
    "no source at all": ("    source: law\n", "", 14, "source is missing"),
    "missing status": ("    status: verified\n", "", 14, "status is missing"),
    "a status we do not publish": ("verified", "from-memory", 20, "status is one of"),
    "an unknown confidence": ("confidence: high", "confidence: sure", 21, "confidence is one of"),
    "bad unit": ("unit: rate", "unit: percent", 25, "unit is one of"),
    "a number without quotes": ('"0.24"', "0.24", 28, "in quotes"),
    "a per cent as a rate": ('"0.24"', '"24"', 28, "fraction"),
    "a number with a sign": ('"0.24"', '"24%"', 28, "not a plain decimal"),
    "check_by before checked_on": ("check_by: 2027", "check_by: 2025", 3, "before checked_on"),
    "an end before the start": ("to: null", "to: 2019-01-01", 10, "before it begins"),
    "read that is no flag": ("read: true", "read: maybe", 10, "true or false"),
    "no dates in force": (
        "    in_force: {from: 2020-01-01, to: null, read: true}\n",
        "",
        7,
        "in_f",
    ),
    "an undated value in a dated rule": ("        values:", "        value:", 26, "unknown key"),
    "no values": (GOOD[GOOD.index("values:") :], "values: {}\n", 26, "not empty"),
    "a link to a site that is not official": ("www.gov.cn", "gov.cn.example.org", 8, "official"),
    "a link that is none": ("https://www.gov.cn", "https://[www.gov.cn", 8, "official"),
    "a link that runs": ("https://www.gov.cn", "javascript://www.gov.cn", 8, "official"),
    "an opened date that is none": ("opened: 2026-11-20", "opened: 去年", 9, "not a date"),
    "an empty name": ("name: 一条规则的名字", "name: ' '", 16, "must be a text"),
    "rules that are a list": (GOOD[GOOD.index("  first:") :], "  - first\n", 12, "mapping"),
    "limits that are one text": (
        "    status: verified",
        "    limits: 没有说\n    status: verified",
        20,
        "list",
    ),
    "a limit that is empty": (
        "    status: verified",
        "    limits: ['']\n    status: verified",
        20,
        "list",
    ),
    "not YAML": ("  first:", "  first: [", 15, "expected"),
}

# what a parameter of each unit may not be
BAD_VALUES = {
    "days": ('"1.5"', "whole number"),
    "time": ('"24:00"', "time of day"),
    "date": ('"2026-02-30"', "day is out of range"),
    "flag": ('"yes"', "true or false"),
    "text": ('""', "must be a text"),
    "list": ('"a, b"', "list of texts"),
    "yuan": ('"1,000"', "plain decimal"),
    "scale": ('{brackets: [{over: "1", flat: "50"}]}', "begin at '0'"),
}
BAD_SCALES = {
    "a gap": '[{over: "0", up_to: "10"}, {over: "20"}]',
    "an end": '[{over: "0", up_to: "10"}]',
    "a bracket that goes back": '[{over: "0", up_to: "0"}, {over: "0"}]',
    "an unknown key": '[{over: "0", percent: "1"}]',
    "a number without quotes": "[{over: 0}]",
    "no bracket": "[]",
    "a text": '"0"',
}


def write(folder: Path, text: str, name: str = "subject.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(*paths: Path) -> RuleFileError:
    with pytest.raises(RuleFileError) as caught:
        loader.load(paths)
    return caught.value


def with_value(unit: str, value: str) -> str:
    head = GOOD[: GOOD.index("        unit:")]
    return f"{head}        unit: {unit}\n        values:\n          2020-01-01: {value}\n"


def test_a_good_file_is_joined_with_its_source_and_defaults(tmp_path: Path) -> None:
    (rule,) = loader.load([write(tmp_path, GOOD)])
    assert rule["id"] == "first"
    assert rule["plain"] == "第一句。第二句。"
    assert rule["title"] == rule["reference"]["title"] == "某法"
    assert rule["reference"]["opened"] == "2026-11-20"
    assert rule["checked_on"] == "2026-11-23"
    values = rule["parameters"]["cap"]["values"]
    assert values == [["2020-01-01", "0.36"], ["2020-08-20", "0.24"]]
    assert rule["limits"] == []


def test_what_a_rule_does_not_say_is_kept_in_order(tmp_path: Path) -> None:
    limits = "    limits:\n      - 第二款另有例外。\n      - 没有说\n        几天。\n"
    (rule,) = loader.load([write(tmp_path, GOOD.replace("    status:", f"{limits}    status:", 1))])
    assert rule["limits"] == ["第二款另有例外。", "没有说 几天。"]
    assert compiled.build([rule])["first"].limits == ("第二款另有例外。", "没有说 几天。")


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_at_its_line(tmp_path: Path, case: str) -> None:
    old, new, line, reason = BAD[case]
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    error = refusal(path)
    assert str(error).startswith(f"{path}:{line}: ")
    assert reason in error.reason


@pytest.mark.parametrize("unit", BAD_VALUES)
def test_a_value_that_its_unit_does_not_allow(tmp_path: Path, unit: str) -> None:
    value, reason = BAD_VALUES[unit]
    error = refusal(write(tmp_path, with_value(unit, value)))
    assert (error.line, reason in error.reason) == (27, True), error


@pytest.mark.parametrize("case", BAD_SCALES)
def test_a_scale_that_is_none(tmp_path: Path, case: str) -> None:
    path = write(tmp_path, with_value("scale", "{brackets: " + BAD_SCALES[case] + "}"))
    assert refusal(path).line == 27


@pytest.mark.parametrize("value", ['"1%"', '{brackets: [{over: "0"}], floor: "1"}'])
def test_a_scale_holds_brackets_and_a_cap_only(tmp_path: Path, value: str) -> None:
    assert (
        "brackets and perhaps a cap" in refusal(write(tmp_path, with_value("scale", value))).reason
    )


def test_an_empty_value_ends_the_one_before(tmp_path: Path) -> None:
    (entry,) = loader.load([write(tmp_path, GOOD.replace('"0.24"', "null"))])
    parameter = compiled.build([entry])["first"].parameters["cap"]
    assert parameter.on(date(2020, 8, 19)) == (date(2020, 1, 1), Decimal("0.36"))
    assert parameter.on(date(2020, 8, 20)) is None


def test_a_time_without_quotes_is_not_taken_for_a_number(tmp_path: Path) -> None:
    """YAML 1.1 reads 22:00 as the number 1320."""
    assert "22:00" in refusal(write(tmp_path, with_value("time", "22:00"))).reason


def test_two_files_may_not_have_one_id(tmp_path: Path) -> None:
    first, second = write(tmp_path, GOOD, "a.yml"), write(tmp_path, GOOD, "b.yml")
    error = refusal(first, second)
    assert (error.path, error.line) == (str(second), 13)


def test_a_file_must_be_text_and_a_mapping(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yml"
    latin.write_bytes(b"category: \xff\n")
    assert refusal(latin).line == 1
    assert "category" in refusal(write(tmp_path, "- one\n")).reason


def test_an_undated_rule_has_undated_values(tmp_path: Path) -> None:
    text = GOOD.replace("from: 2020-01-01", "from: null").replace("values:", "value: '0.2'")
    path = write(tmp_path, text[: text.index("          2020-01-01")])
    (rule,) = loader.load([path])
    assert rule["parameters"]["cap"]["values"] == [["0001-01-01", "0.2"]]
