"""The list of addresses outside the site: each once, with a person's last visit or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from calculators import rules
from scripts.generator.markdown import addresses

BOOK = rules.at(date(2026, 11, 23))


def test_every_rule_with_an_address_is_listed_once() -> None:
    cited = {rule.reference.href for rule in BOOK.all() if rule.reference.href}
    hrefs = [each.href for each in addresses.listed(BOOK)]
    assert cited <= set(hrefs)
    assert len(hrefs) == len(set(hrefs))


def test_a_visit_is_dated_and_none_is_said(tmp_path: Path) -> None:
    others = tmp_path / "addresses.yml"
    others.write_text(
        "- {href: https://one.gov.cn/, title: 一, opened: 2026-10-02}\n"
        "- {href: https://two.gov.cn/, title: 二, opened: null}\n",
        encoding="utf-8",
    )
    found = {each.href: each.opened for each in addresses.listed(BOOK, others)}
    assert found["https://one.gov.cn/"] == date(2026, 10, 2)
    assert found["https://two.gov.cn/"] is None


def test_the_oldest_visit_counts(tmp_path: Path) -> None:
    others = tmp_path / "addresses.yml"
    visits = ("2026-10-02", "2026-09-01", "2026-11-01")
    others.write_text("".join(f"- {{href: a, title: 一, opened: {day}}}\n" for day in visits))
    assert addresses.Address("a", "一", date(2026, 9, 1)) in addresses.listed(BOOK, others)


def test_the_table_links_and_dates() -> None:
    assert "| [https://www.12321.cn/](https://www.12321.cn/) |" in addresses.table(BOOK)
