"""The list of search queries is complete and names pages that exist; a browser test runs it."""

from __future__ import annotations

from pathlib import Path

import yaml

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
QUERIES = yaml.safe_load((HERE / "search_queries.yml").read_text(encoding="utf-8"))


def test_there_are_at_least_sixty_different_queries() -> None:
    assert len({entry["query"] for entry in QUERIES}) == len(QUERIES) >= 60


def test_every_page_of_the_list_exists() -> None:
    wanted = {slug for entry in QUERIES for slug in entry["pages"]}
    assert sorted(slug for slug in wanted if not (DOCS / f"{slug}.md").is_file()) == []
