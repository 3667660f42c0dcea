"""The small decisions of publishing, one by one."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from scripts.generator import steps
from scripts.generator.publish import archive
from scripts.generator.publish.offline import to_file
from scripts.generator.steps import Step


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../", "../index.html"),
        ("../../rights/interest/#spc-2017", "../../rights/interest/index.html#spc-2017"),
        ("assets/page.css", "assets/page.css"),
        ("#top", "#top"),
        ("https://www.court.gov.cn/", "https://www.court.gov.cn/"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        ("tel:12348", "tel:12348"),
    ],
)
def test_a_link_to_a_folder_names_the_page_inside(link: str, expected: str) -> None:
    assert to_file(link).removeprefix("./") == expected.removeprefix("./")


def test_an_archive_does_not_know_when_it_was_made(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.html").write_text("b")
    (folder / "a.html").write_text("a")
    archive.write(folder, tmp_path / "one.zip", "inside")
    os.utime(folder / "a.html", (1, 1))
    (folder / "a.html").chmod(0o600)
    archive.write(folder, tmp_path / "two.zip", "inside")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_step_runs_again_only_for_new_contents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "STAMPS", tmp_path / "stamps")
    source, out, runs = tmp_path / "in.txt", tmp_path / "out", []
    source.write_text("one")

    def work() -> None:
        runs.append(source.read_text())
        out.write_text("made")

    def build() -> None:
        steps.run([Step("work", ("*.txt",), (out,), work)])

    build()
    os.utime(source, (1, 1))
    build()
    assert runs == ["one"]
    source.write_text("two")
    build()
    assert runs == ["one", "two"]
    out.unlink()
    build()
    assert runs == ["one", "two", "two"]


def test_tables_lie_in_their_scroll_box_before_any_script(site: Path) -> None:
    """Moved there later, they would jump while somebody reads, and be out of a keyboard's reach."""
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    box = '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table"><table>'
    assert sum(html.count(box) for html in pages) > 20
    assert all(html.count(box) == html.count("<table>") for html in pages)


def test_no_script_of_the_theme_s_own_is_published(site: Path, offline: Path) -> None:
    for edition in (site, offline):
        assert not (edition / "assets" / "javascripts").exists()
        written = (page.read_text("utf-8") for page in edition.rglob("*.html"))
        # A page for developers may name in words what no page runs.
        pages = [re.sub(r"<code>.*?</code>", "", html) for html in written]
        assert pages and not any("javascripts/" in html or "__md_" in html for html in pages)
