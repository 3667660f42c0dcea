"""What the reader owes is asked once, and pages of guidance have a line for each answer that differs."""

from __future__ import annotations

import yaml

from calculators.form.declare import specs
from calculators.registry import tool
from tests.conftest import ROOT
from tests.site.conftest import Page

OWED = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["extra"]["guidance"][
    "owed"
]


def test_the_lines_are_those_of_the_question() -> None:
    asked = next(
        spec for spec in specs(tool("triage").inputs).values() if spec.fact == OWED["fact"]
    )
    assert {each["kind"] for each in OWED["kinds"]} == {*asked.choices} - {"unsaid", "online"}


def test_every_page_of_guidance_has_them_hidden_and_each_leads_to_its_page(
    our_pages: list[Page],
) -> None:
    by_path = {page.path: page for page in our_pages}
    seen = 0
    for page in our_pages:
        lines = page.html.select("[data-owed]")
        folder = page.name.split("/")[0] + "/"
        if not lines:
            moved = "data-moved" in page.text
            assert moved or folder not in OWED["folders"], page.name
            continue
        seen += 1
        for line in lines:
            assert line.has_attr("hidden"), page.name
            link = line.select("a")[0]
            href, _, anchor = str(link["href"]).partition("#")
            target = by_path[
                (page.path.parent / href.removesuffix("index.html") / "index.html").resolve()
            ]
            heading = target.html.select_one(f"#{anchor}" if anchor else "article h1")
            assert heading, (page.name, href)
            assert heading.get_text().removesuffix("#").strip() == link.text
    assert seen > 20
