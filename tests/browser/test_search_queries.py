"""What people type leads to the page that answers, hosted and from files."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.browser.conftest import Visit
from tests.browser.searching import asked

QUERIES = yaml.safe_load(
    (Path(__file__).parents[1] / "content" / "search_queries.yml").read_text(encoding="utf-8")
)
DOCS = Path(__file__).parents[2] / "docs"
ENOUGH = 0.95


def test_the_right_page_is_among_the_first_three(visit: Visit) -> None:
    # The same script over the same words: from files a few of each kind show that it is there.
    queries = QUERIES[::5] if visit.edition.name == "offline" else QUERIES
    found = asked(visit.open(""), [entry["query"] for entry in queries])
    misses = []
    for entry, answer in zip(queries, found, strict=True):
        slugs = [slug(hit["href"], visit.edition.base) for hit in answer["hits"]]
        if not set(entry["pages"]) & set(slugs):
            misses.append(f"{entry['query']}: {slugs}, not {entry['pages']}")
        assert "first" not in entry or slugs[0] == entry["first"], (entry["query"], slugs)
    print(
        f"{visit.edition.name}: {len(queries) - len(misses)} of {len(queries)}", *misses, sep="\n"
    )
    assert len(misses) <= (1 - ENOUGH) * len(queries), "\n".join(misses)


def slug(link: str, base: str) -> str:
    """The page's name in ``docs`` without its ending, as the list of queries gives it."""
    path = link.removeprefix(base).split("#")[0].removesuffix("index.html").strip("/")
    folder = path in {"", *(p.name for p in DOCS.iterdir() if p.is_dir())}
    return f"{path}/index".lstrip("/") if folder else path
