"""With no script at all, every calculator on every page is whole and right."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from bs4 import Tag

from calculators.browser import respond
from calculators.law.message_signs import SOFT
from calculators.law.message_words import FLAGS
from calculators.law.messages import KINDS
from calculators.registry import tool
from tests.site.conftest import Page


def blocks(pages: list[Page]) -> Iterator[tuple[str, Tag]]:
    """Every calculator block with a name for messages; there must be some."""
    found = [(p.name, b) for p in pages for b in p.html.select("[data-calculator]")]
    assert found, "no page holds a calculator"
    yield from found


def typed(form: Tag) -> dict[str, Any]:
    """What stands in the form, read as the page's script reads it."""
    values: dict[str, Any] = {}
    for group in form.select("[data-rows]"):
        put(values, str(group["data-rows"]).split("."), [])
    for control in form.select("input[name], select[name], textarea[name]"):
        if not control.find_parent("template"):
            put(values, str(control["name"]).split("."), value(control))
    return values


def put(into: dict[str, Any], path: list[str], text: object) -> None:
    name, *rest = path
    if not rest:
        into[name] = text
    elif isinstance(into.get(name), list):
        rows, index = into[name], int(rest[0])
        rows += [{} for _ in range(index + 1 - len(rows))]
        put(rows[index], rest[1:], text)
    else:
        put(into.setdefault(name, {}), rest, text)


def value(control: Tag) -> str:
    if control.name == "select":
        chosen = control.select_one("option[selected]") or control.select_one("option")
        return str(chosen["value"]) if chosen else ""
    if control.name == "textarea":
        return control.text
    if control.get("type") == "checkbox":
        return str(control.has_attr("checked")).lower()
    text = str(control.get("value", ""))
    bare = re.fullmatch(r"\s*[\d.,]+\s*", text)
    return text + str(control["data-suffix"]) if bare and control.has_attr("data-suffix") else text


def test_each_block_has_one_form_and_one_output(any_pages: list[Page]) -> None:
    for name, block in blocks(any_pages):
        assert len(block.select("form")) == len(block.select("output")) == 1, name
        assert tool(str(block["data-calculator"])), name


def test_each_output_is_what_the_form_says(any_pages: list[Page]) -> None:
    """The printed figures, tables and pictures are those the package gives for the form's values."""
    for name, block in blocks(any_pages):
        asked = {"tool": block["data-calculator"], "on": block["data-on"], "inputs": typed(block)}
        answer = json.loads(respond(json.dumps(asked)))
        assert answer["ok"], (name, answer)
        result = answer["result"]
        printed = {str(f["data-figure"]) for f in block.select("output [data-figure]")}
        # A figure that cannot be said may be left out, one that can may not; some are in a table.
        own = {key: figure for key, figure in result["figures"].items() if not figure["in_table"]}
        said = {key for key, figure in own.items() if figure["value"] is not None}
        assert said <= printed <= set(own), name
        for figure in block.select("output [data-figure]"):
            expected = result["figures"][str(figure["data-figure"])]["value"]
            assert same(str(figure["value"]), expected), (name, figure["data-figure"])
        assert len(block.select("output [data-table]")) == len(result["tables"]), name
        assert len(block.select("output [data-chart] svg")) == len(result["charts"]), name


def same(printed: str, expected: object) -> bool:
    """Equal as numbers (JSON keeps ten places of a rate), else as text; nothing stands for None."""
    try:
        return math.isclose(float(printed), float(str(expected)), rel_tol=1e-9, abs_tol=1e-9)
    except ValueError:
        return printed == ("" if expected is None else str(expected))


def test_each_control_has_a_label_and_a_place_for_its_error(any_pages: list[Page]) -> None:
    for name, block in blocks(any_pages):
        for control in block.select("form [name]"):
            if control.find_parent("template"):
                continue
            assert block.select(f'label[for="{control["id"]}"]'), (name, control["name"])
            assert block.select(f'[data-error-for="{control["name"]}"]'), (name, control["name"])


def test_ids_are_unique(any_pages: list[Page]) -> None:
    for page in any_pages:
        tags = [t for t in page.html.select("[id]") if not t.find_parent("template")]
        ids = [str(tag["id"]) for tag in tags]
        assert len(ids) == len(set(ids)), (page.name, {i for i in ids if ids.count(i) > 1})


def test_some_page_shows_each_part(editions: dict[str, list[Page]]) -> None:
    for part in ("[data-figure]", "[data-table]", "[data-chart] svg"):
        assert any(page.html.select(f"[data-calculator] {part}") for page in editions["site"]), part


HIDES = re.compile(r"([^{}]*\.no-js[^{}]*)\{[^}]*(?:display: ?none|visibility: ?hidden)")


def test_without_script_a_message_is_judged_by_both_printed_tables(our_pages: list[Page]) -> None:
    """The signs, all kinds and fines stand in the page as it comes, and no rule for no script hides them."""
    (page,) = (p for p in our_pages if p.name == "calculators/message-check/index.html")
    edition = page.edition
    styles = "".join(path.read_text("utf-8") for path in sorted(edition.rglob("*.css")))
    hiding = [one.strip() for rule in HIDES.findall(styles) for one in rule.split(",")]
    assert hiding, "the pattern finds no such rule any more"
    hidden = [tag for one in hiding if "::" not in one for tag in page.html.select(one)]
    for table, rows in (("signs", len(FLAGS) - len(SOFT)), ("kinds", len(KINDS) + 1)):
        (found,) = page.html.select(f"output [data-table={table}]")
        assert len(found.select("tbody tr")) == rows
        for around in [found, *found.parents]:
            assert around.name not in ("noscript", "template", "script")
            assert "hidden" not in around.attrs
            assert not any(around is tag for tag in hidden)
        (folded,) = found.find_parents("details")
        assert folded.summary, "what opens without script has words to tap"
