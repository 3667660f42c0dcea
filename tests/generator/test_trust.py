"""The folder of the words is not trusted either: what lies in it, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from calculators.rules import bounded
from scripts.generator.markdown import page_file, trust
from scripts.generator.markdown.errors import PageError
from scripts.generator.publish import policy
from tests.conftest import ROOT


def test_the_sites_own_folders_are_in_order() -> None:
    trust.folder(ROOT / "docs")
    trust.folder(ROOT / "scripts" / "example" / "docs")


def test_a_link_out_of_the_words_is_refused_and_one_inside_is_not(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret.md").write_text("x")
    (docs / "a.md").write_text("x")
    (docs / "b.md").symlink_to("a.md")
    trust.folder(docs)
    (docs / "c.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(PageError, match=r"c\.md:1: leads out"):
        trust.folder(docs)


def test_a_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    docs, other = tmp_path / "docs", tmp_path / "other"
    docs.mkdir()
    other.mkdir()
    (docs / "inside").symlink_to(other, target_is_directory=True)
    with pytest.raises(PageError, match="leads out"):
        trust.folder(docs)


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.svg", "a.pdf", "_headers", "a.MD.php"])
def test_a_file_that_a_browser_runs_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(PageError, match="is not one of"):
        trust.folder(tmp_path)


@pytest.mark.parametrize(
    ("html", "sound"),
    [
        ("<p>javascript: 是什么</p>", True),
        ('<img alt="x" src="data:image/png;base64,AA">', True),
        ('<script type="application/json">{}</script>', True),
        ('<script type="application/json" src="a.js"></script>', False),
        ('<a href="\tjava\nscript:a()">x</a>', False),
        ('<svg><a xlink:href="javascript:a()">x</a></svg>', False),
        ('<svg><set attributeName="href" to="javascript:a()"/></svg>', False),
        ('<p OnMouseOver="a()">x</p>', False),
        ('<a href="https://example.org/?javascript:">x</a>', True),
        ("<!--><script>a()</script>-->", False),
        ("<!---><script>a()</script>-->", False),
        ("<!-- x --!><script>a()</script>-->", False),
        ("<!--><meta http-equiv=refresh content='0;url=https://example.org/'>-->", False),
        ("<![CDATA[><script>a()</script>]]>", False),
        ("<?x ><script>a()</script>?>", False),
        ("<!x><p>x</p>", False),
        ('<script type="" type="application/json">a()</script>', False),
        ('<script type="application/json" type="">a()</script>', False),
        ('<title><b title="</title><script>a()</script>"></b></title>', False),
        ('<xmp><b title="</xmp><script>a()</script>"></b></xmp>', False),
        ('<script type="application/json">{}</script/><form action="/x"></form>', False),
        ('<script type="application/json">{}</script x><img src="a" onerror="a()">', False),
        ("<p>一</p\n>", True),
        ("<textarea>1000 &lt;script&gt;</textarea><p>x</p>", True),
        ("<svg><title>一年多少</title><path d='M0 0'/></svg>", True),
    ],
)
def test_what_would_run_is_seen_and_what_only_speaks_of_it_is_not(html: str, sound: bool) -> None:
    assert (trust.faults(html) == []) is sound


def test_a_script_among_the_words_is_never_hashed(tmp_path: Path) -> None:
    """Whatever the reader above took it for."""
    page = tmp_path / "index.html"
    ours = "<script>ours()</script><article>%s</article><script>ours()</script>"
    page.write_text(ours % "<p>x</p>")
    assert len(policy.script_hashes(tmp_path)) == 1
    for words in ("<!--><script>a()</script>-->", "</article><script>a()</script>"):
        page.write_text(ours % words)
        with pytest.raises(PageError, match="a script among its words"):
            policy.script_hashes(tmp_path)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("title: 'x</title><script>a()</script>'", "title cannot hold <"),
        ("""description: 'd" http-equiv="refresh'""", 'description cannot hold "'),
        ("asks: ['<b>', 好]", "asks cannot hold <"),
        ("paper: {sections: [{a: 'x>'}]}", "paper cannot hold >"),
    ],
)
def test_markup_in_a_front_matter_is_refused(tmp_path: Path, line: str, reason: str) -> None:
    page = tmp_path / "a.md"
    page.write_text(f"---\nreviewed: 2026-11-23\n{line}\n---\n\n# x\n")
    with pytest.raises(PageError) as refused:
        page_file.front_matter(page)
    assert (refused.value.line, refused.value.reason) == (3, reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &a [1]\nb: *a\n", r"write out what \*a"),
        ("a: 1\na: 2\n", "written twice"),
        ("[" * 90 + "]" * 90, "inside each other"),
        ("[" + "1," * bounded.MOST_NODES + "]", "more than 200000 values"),
    ],
)
def test_yaml_that_grows_is_refused(text: str, reason: str) -> None:
    with pytest.raises(bounded.Refused, match=reason):
        bounded.load(text)


@pytest.mark.parametrize("text", ["!!python/name:os.system", "!!python/object/apply:os.getcwd []"])
def test_yaml_that_calls_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        bounded.load(text)
