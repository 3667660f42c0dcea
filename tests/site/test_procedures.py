"""Every procedure has its page, rules, letters and cases, and who asks for it in everyday words finds it first."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from calculators import rules
from tests.conftest import ROOT

LISTED = yaml.safe_load((Path(__file__).parent / "procedures.yml").read_text("utf-8"))
PHRASES = [phrase for each in LISTED for phrase in each["phrases"]]
# Of twelve phrases; five is what every procedure owes its readers.
FOUND_FIRST, OF = 9, 12
ALL_FOUND_FIRST = 0.9
ASK = """
import { Finder } from "./find"
import { readFileSync } from "node:fs"
const [words, phrases] = JSON.parse(readFileSync(0, "utf8"))
const finder = new Finder(words)
console.log(JSON.stringify(phrases.map((phrase) => finder.find(phrase, 1).hits.map(({ page }) => page.url))))
"""


@pytest.fixture(scope="module")
def first(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of the first page found for every phrase, "" for none."""
    (library,) = site.glob("assets/site/library.*.js")
    written = library.read_text("utf-8")
    words = json.loads(written[written.index("{") : written.rindex("}") + 1])
    script = tmp_path_factory.mktemp("search") / "ask.js"
    bundle = [str(ROOT / "node_modules/.bin/esbuild"), "--bundle", "--platform=node", "--loader=ts"]
    folder = ROOT / "theme/src/search"
    subprocess.run(
        [*bundle, f"--outfile={script}", "--log-level=error"],
        input=ASK, text=True, cwd=folder, check=True,
    )  # fmt: skip
    asked = json.dumps([words, PHRASES])
    said = subprocess.run(
        ["node", script], input=asked, text=True, capture_output=True, check=True, timeout=60
    )
    return {
        phrase: hits[0].rstrip("/") if hits else ""
        for phrase, hits in zip(PHRASES, json.loads(said.stdout), strict=True)
    }


@pytest.mark.parametrize("procedure", LISTED, ids=lambda each: each["procedure"])
def test_a_procedure_is_found_first(procedure: dict[str, Any], first: dict[str, str]) -> None:
    missed = {
        phrase: first[phrase]
        for phrase in procedure["phrases"]
        if first[phrase] not in procedure["found"]
    }
    assert len(procedure["phrases"]) == OF
    assert OF - len(missed) >= FOUND_FIRST, missed


def test_nearly_all_are_found_first(first: dict[str, str]) -> None:
    right = sum(first[phrase] in each["found"] for each in LISTED for phrase in each["phrases"])
    assert right >= ALL_FOUND_FIRST * len(PHRASES), right


def test_no_phrase_is_copied_into_the_words_of_search() -> None:
    alike = yaml.safe_load((ROOT / "docs/search/alike.yml").read_text("utf-8"))
    phrases = {phrase for group in alike for phrase in group}
    asks = [
        ask
        for path in (ROOT / "docs").rglob("*.md")
        for line in re.findall(r"^asks: \[(.*)\]$", path.read_text("utf-8"), re.MULTILINE)
        for ask in line.split(", ")
    ]
    assert asks
    assert not {*PHRASES} & {*phrases, *asks}


def told(slug: str) -> str:
    return (ROOT / f"docs/{slug}.md").read_text("utf-8")


@pytest.mark.parametrize("procedure", LISTED, ids=lambda each: each["procedure"])
def test_a_procedure_stands_on_rules_that_its_page_names(procedure: dict[str, Any]) -> None:
    book, page = rules.at(date(2026, 11, 26)), told(procedure["page"])
    assert procedure["rules"]
    for id in procedure["rules"]:
        assert id in page, f"{procedure['page']} does not lean on {id}"
        rule = book[id]
        assert rule.status == "verified" or rule.limits or rule.note, f"{id}: what is uncertain?"


@pytest.mark.parametrize("procedure", LISTED, ids=lambda each: each["procedure"])
def test_a_procedure_leads_to_its_letters(procedure: dict[str, Any]) -> None:
    page = told(procedure["page"])
    for letter in procedure["letters"]:
        assert (ROOT / f"calculators/letters/{letter}.txt").is_file()
        assert f"letters/{letter}.md" in page, f"{procedure['page']} has no way to {letter}"


@pytest.mark.parametrize("procedure", LISTED, ids=lambda each: each["procedure"])
def test_the_numbers_of_a_procedure_are_held_by_cases(procedure: dict[str, Any]) -> None:
    assert ("cases" in procedure) != ("no_number" in procedure)
    for case in procedure.get("cases", []):
        ((tool, name),) = case.items()
        written = yaml.safe_load((ROOT / f"tests/cases/{tool}.yml").read_text("utf-8"))
        assert name in {each["name"] for each in written}
