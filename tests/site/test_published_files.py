"""What lies beside the pages: compressed siblings, checksums, the bill of materials, the site map."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]
import pytest

from scripts.checks.reproducible import differences
from scripts.generator import build, day, publish
from scripts.generator.publish import bill, compress
from tests.conftest import BUILD, ROOT
from tests.site.conftest import Page


def test_every_sibling_is_its_file_made_smaller(site: Path) -> None:
    unpack = {".br": brotli.decompress, ".gz": gzip.decompress}
    siblings = [path for path in site.rglob("*") if path.suffix in unpack]
    assert len(siblings) > 2 * len(list(site.rglob("*.html")))
    for sibling in siblings:
        content = sibling.with_suffix("").read_bytes()
        assert unpack[sibling.suffix](sibling.read_bytes()) == content, sibling
        assert sibling.stat().st_size < len(content), sibling


def test_what_compresses_has_both_siblings(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in compress.SUFFIXES and path.stat().st_size > 1000:
            assert {f"{path.name}.br", f"{path.name}.gz"} <= {p.name for p in path.parent.iterdir()}


def test_only_what_has_changed_is_compressed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    packed: list[bytes] = []

    def recorded(pack: Callable[..., bytes]) -> Callable[..., bytes]:
        def recording(content: bytes, *given: Any, **named: Any) -> bytes:
            packed.append(content)
            return pack(content, *given, **named)

        return recording

    monkeypatch.setattr(compress, "packed", recorded(compress.packed))
    monkeypatch.setattr(gzip, "compress", recorded(gzip.compress))
    one, two, large = (word * 3000 for word in (b"one ", b"two ", b"python "))
    for name, content in (("a.html", one), ("b.html", one), ("large.wasm", large)):
        (site / name).write_bytes(content)
    compress.siblings(site, cache)
    assert set(packed) == {one, large}
    packed.clear()
    (site / "a.html").write_bytes(two)
    compress.siblings(site, cache)
    assert packed == [two, two]
    for name, content in (("a.html", two), ("b.html", one), ("large.wasm", large)):
        assert brotli.decompress((site / f"{name}.br").read_bytes()) == content
        assert gzip.decompress((site / f"{name}.gz").read_bytes()) == content
    (site / "b.html").write_bytes(two)
    compress.siblings(site, cache)
    kept = {path.name.partition(".")[0] for path in cache.iterdir()}
    assert kept == {hashlib.sha256(content).hexdigest() for content in (two, large)}


def test_the_checksums_are_those_of_the_files() -> None:
    lines = (BUILD / "SHA256SUMS").read_text().splitlines()
    named = dict(reversed(line.split("  ")) for line in lines)
    assert set(named) == {"huanqing-offline.zip", "huanqing.cdx.json", "huanqing.html"}
    for name, digest in named.items():
        assert hashlib.sha256((BUILD / name).read_bytes()).hexdigest() == digest


def test_the_bill_names_what_readers_get_and_what_only_builds() -> None:
    written = json.loads((BUILD / "huanqing.cdx.json").read_text("utf-8"))
    assert written == bill.document(ROOT, "huanqing")
    components = {each["purl"]: each for each in written["components"]}
    assert len(components) == len(written["components"])
    pinned = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert components[f"pkg:npm/pyodide@{pinned['pyodide']}"]["scope"] == "required"
    assert components[f"pkg:npm/esbuild@{pinned['esbuild']}"]["scope"] == "excluded"
    for name in ("fflate", "workbox-core", "workbox-precaching", "workbox-routing"):
        (found,) = (each for each in components.values() if each["name"] == name)
        assert found["scope"] == "required", name
    python = json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text("utf-8"))
    (cpython,) = (each for each in components.values() if each["name"] == "cpython")
    assert cpython["version"] == python["info"]["python"]
    assert len(cpython["hashes"]) == 2
    locked = (ROOT / "requirements" / "build.txt").read_text().count("==")
    assert sum(purl.startswith("pkg:pypi/") for purl in components) == locked
    assert all(each["hashes"] for each in components.values())


def test_publishing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    names = ("site", "offline", "huanqing-offline.zip", "huanqing.html")
    publish.editions(
        BUILD / "pages",
        *(tmp_path / name for name in names),
        address=build.ADDRESS,
        slug="huanqing",
        day=day.of_sources(ROOT),
    )
    before, after = (hashes(folder, names) for folder in (BUILD, tmp_path))
    assert len(after) > 100
    assert differences(before, after) == []


def hashes(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """The editions' files without compressed siblings, which are a step of their own."""
    found: dict[str, str] = {}
    for name in names:
        whole = folder / name
        for path in whole.rglob("*") if whole.is_dir() else [whole]:
            sibling = path.suffix in {".br", ".gz"} and path.with_suffix("").exists()
            if path.is_file() and not sibling:
                found[path.relative_to(folder).as_posix()] = hashlib.sha256(
                    path.read_bytes()
                ).hexdigest()
    return found


def test_differences_are_found() -> None:
    assert differences({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == ["b", "c"]


def test_the_site_map_knows_no_day_but_that_of_the_review(site: Path) -> None:
    """It is published where the site has a true address: this one has none."""
    assert not (site / "sitemap.xml").exists()
    made = (BUILD / "pages" / "sitemap.xml").read_text("utf-8")
    days = re.findall(r"<lastmod>(.*?)</lastmod>", made)
    reviewed = {
        line.removeprefix("reviewed: ").strip()
        for path in (ROOT / "docs").rglob("*.md")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("reviewed: ")
    }
    assert days and set(days) <= reviewed


def test_every_address_outside_is_listed_with_its_last_visit(our_pages: list[Page]) -> None:
    by_name = {page.name: page for page in our_pages}
    rows = by_name["about/addresses/index.html"].html.select("article table a[href]")
    known = {str(link["href"]) for link in rows}
    for page in our_pages:
        used = {str(link["href"]) for link in page.html.select("a[href]")}
        outside = {href for href in used if urlsplit(href).scheme in {"http", "https"}}
        assert outside <= known, (page.name, outside - known)
