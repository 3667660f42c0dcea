"""What a page's author writes and what the reader gets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators import rules
from calculators.answer.json import plain
from calculators.registry import tool
from scripts.generator.markdown import expand_page, page_file
from tests.generator.conftest import DAY, Render, converter

FENCE = """\
```calculator
use: repayment-schedule
name: plan
inputs: {principal: 12000, months: 6}
```
"""


def expected(key: str, **inputs: object) -> str:
    """The figure as the package gives it; the page must say the same."""
    figure = tool("repayment-schedule").run(inputs, date(2026, 11, 23)).figure(key)
    return str(plain(figure.value, figure.unit))


def test_a_fence_becomes_a_form_and_its_result(render: Render) -> None:
    html = BeautifulSoup(render(f"# 例子\n\n{FENCE}"), "html.parser")
    section = html.select_one("section[data-calculator=repayment-schedule]")
    assert section and section["data-name"] == "plan"
    control = section.select_one("form [name=principal]")
    assert control and control["value"] == "12000"
    figure = section.select_one("output [data-figure=total_interest]")
    assert figure and figure["value"] == expected("total_interest", principal=12000, months=6)
    assert section.select("output [data-table]") and section.select("output svg")


def test_a_figure_in_the_prose_is_the_figure_of_the_block(render: Render) -> None:
    html = BeautifulSoup(
        render(f"利息一共 {{{{ plan.total_interest }}}}。\n\n{FENCE}"), "html.parser"
    )
    inline = html.select_one("[data-inline='plan.total_interest']")
    assert inline and inline["value"] == expected("total_interest", principal=12000, months=6)
    assert inline.text == f"{float(str(inline['value'])):,.2f} 元"


def test_an_input_inside_a_part_or_a_line_can_be_printed(render: Render) -> None:
    fences = """\
```calculator
use: allocation
name: split
inputs: {owed: {penalty: 675}}
```

```calculator
use: fair-offers
name: fair
inputs: {safe_monthly: 630, debts: [{name: 甲, balance: 16000}, {name: 乙, balance: 9000.5}]}
```
"""
    text = BeautifulSoup(
        render(
            fences + "\n罚息 {{ split.in.owed.penalty }}，{{ fair.in.debts.2.name }} "
            "{{ fair.in.debts.2.balance }}。\n"
        ),
        "html.parser",
    ).get_text()
    assert "罚息 675.00 元，乙 9,000.50 元。" in text


def test_a_cell_of_a_table_can_be_printed(render: Render) -> None:
    fence = """\
```calculator
use: fair-offers
name: fair
inputs: {safe_monthly: 900, debts: [{name: 甲, balance: 15000}, {name: 乙, balance: 9000}]}
```
"""
    # by hand: 900 x 15000 / 24000 and 900 x 9000 / 24000
    text = BeautifulSoup(
        render(f"{fence}\n报 {{{{ fair.offers.1.offer }}}}，{{{{ fair.offers.2.offer }}}}。\n"),
        "html.parser",
    ).get_text()
    assert "报 562.50 元，337.50 元。" in text


def test_a_calculator_of_guidance_is_one_line_that_opens(render: Render) -> None:
    html = BeautifulSoup(
        render(FENCE.replace("name: plan", "name: plan\nshow: line")), "html.parser"
    )
    line = html.select_one("details.hq-oneline:not([open])")
    assert line and line.summary and line.select_one("[data-calculator] form")
    said, headline = line.summary.select_one("[data-said]"), line.select_one(".hq-headline")
    assert said and headline and said.text == f"例子：{headline.text}"
    assert line.summary.text.endswith("换成我的数")


def test_a_figure_of_a_table_can_be_named_but_stands_in_the_table_only(render: Render) -> None:
    fence = "```calculator\nuse: payoff-order\nname: order\n```\n"
    html = BeautifulSoup(
        render(f"{{{{ order.consequence_total_interest }}}}\n\n{fence}"), "html.parser"
    )
    inline = html.select_one("[data-inline='order.consequence_total_interest']")
    assert (
        inline
        and inline.text.removesuffix(" 元") in html.select("[data-table=strategies] tr")[3].text
    )
    printed = {figure["data-figure"] for figure in html.select("[data-figure]")}
    assert "total_interest" in printed and "consequence_total_interest" not in printed


@pytest.mark.parametrize(
    ("name", "root"),
    [("index.md", ""), ("late.md", "../"), ("cases/index.md", "../"), ("cases/late.md", "../../")],
)
def test_links_climb_as_far_as_the_page_is_deep(render: Render, name: str, root: str) -> None:
    html = BeautifulSoup(render('见 {{ rule("civil-code-561") }}', name=name), "html.parser")
    category = rules.at(date(2026, 11, 23))["civil-code-561"].category
    link = html.select_one("a.hq-rule")
    assert link and link["href"] == f"{root}rights/{category}/#civil-code-561"
    assert "第五百六十一条" in link.text


def test_a_page_is_computed_for_the_day_it_was_reviewed(render: Render) -> None:
    html = render(FENCE, front="reviewed: 2025-03-01\n")
    assert 'data-on="2025-03-01"' in html
    assert 'data-on="2026-11-23"' in render(f"# 别处\n\n{FENCE}", name="other.md")


def test_a_fence_may_name_its_own_day(render: Render) -> None:
    assert 'data-on="2024-02-29"' in render(
        FENCE.replace("name: plan", "name: plan\non: 2024-02-29")
    )


def test_a_rule_is_printed_as_it_stood_on_the_day(render: Render) -> None:
    text = '一年期 {{ rule("lpr-history", "lpr_1y") }}'
    values = dict(rules.at(date.max)["lpr-history"].parameters["lpr_1y"].values)
    assert values[date(2019, 8, 20)] != values[date(2026, 8, 20)]
    old, new = (
        render(text, front="reviewed: 2019-09-01\n"),
        render(f"# 今天\n\n{text}", name="new.md"),
    )
    assert ">4.25%<" in old  # LPR published 2019-08-20, see the rule's source
    assert ">4.25%<" not in new


@pytest.mark.parametrize("quoted", ["`{{ no.figure }}`", "```text\n{{ no.figure }}\n```"])
def test_code_is_left_alone(render: Render, quoted: str) -> None:
    assert "{{ no.figure }}" in render(f"写法：\n\n{quoted}\n")


def test_a_fence_may_stand_inside_a_note(render: Render) -> None:
    indented = "".join(f"    {line}\n" for line in FENCE.splitlines())
    html = BeautifulSoup(render(f"!!! note\n\n{indented}"), "html.parser")
    assert html.select(".admonition section[data-calculator] form")


def test_parts_of_a_result_may_stand_without_a_form(render: Render) -> None:
    html = BeautifulSoup(
        render(FENCE.replace("name: plan", "name: plan\nshow: [tables]")), "html.parser"
    )
    assert html.select("[data-result=repayment-schedule] [data-table]")
    assert not html.select("form") and not html.select("[data-figure]") and not html.select("svg")


def test_two_blocks_on_a_page_have_ids_of_their_own(render: Render) -> None:
    two = FENCE + "\n" + FENCE.replace("name: plan", "name: other")
    ids = [tag["id"] for tag in BeautifulSoup(render(two), "html.parser").select("[id]")]
    assert len(ids) == len(set(ids))


def test_what_was_proofread_is_not_computed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build reads every page for its mistakes first; a page that has changed since is new."""
    path = tmp_path / "late.md"
    path.write_text(FENCE + "\n一共 {{ plan.total_interest }}。\n", "utf-8")
    page, converted = (
        page_file.page_of(path, tmp_path, date.fromisoformat(DAY)),
        converter(tmp_path),
    )
    made: list[expand_page.Draft] = []
    compute = expand_page.Draft.__init__
    monkeypatch.setattr(
        expand_page.Draft,
        "__init__",
        lambda draft, *given: (made.append(draft), compute(draft, *given))[1],
    )
    assert expand_page.mistakes(page, page_file.body(path).split("\n")) == []
    proofread = converted.convert(path.read_text("utf-8"))
    assert len(made) == 1
    assert converted.reset().convert(path.read_text("utf-8")) == proofread
    assert len(made) == 2
    expand_page.mistakes(page, page_file.body(path).split("\n"))
    path.write_text("别的话。\n", "utf-8")
    assert converted.reset().convert("别的话。\n") == "<p>别的话。</p>"
