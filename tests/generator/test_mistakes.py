"""The author's mistakes: each names file, line and reason; none is silent, none is a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts import new
from tests.conftest import BUILD, ROOT

HEAD = """\
---
title: 题
description: 说明。
reviewed: 2026-11-25
next_review: 2027-05-25
rules: []
stage: all
tags: [押金]
---
"""
BODY = f"{HEAD}# 题 {{n}}\n\n先看合同。\n\n"
TOOL = "```calculator\nuse: deposit-back\nname: back\n"


def page(*lines: str) -> str:
    """A page whose own words begin on line 14."""
    return BODY + "\n".join(lines) + "\n"


# What is wrong with one page each; all are found in one run. Line 14 is the first of what is given.
IN_PAGES: dict[str, tuple[str, int, str]] = {
    "fence-key": (page("```calculator", "use: deposit-back", "nmae: a", "```"), 16, "'nmae'"),
    "fence-kind": (page("```calculater", "use: deposit-back", "```"), 14, "'calculater'"),
    "unknown-tool": (page("```calculator", "use: deposit-backs", "```"), 15, "no calculator"),
    "figure": (page(TOOL + "```", "", "是 {{ back.refnd }}。"), 19, "no figure 'refnd'"),
    "rule": (page('见 {{ rule("civil-code-710x") }}。'), 14, "no rule is called"),
    "parameter": (page('{{ rule("civil-code-710", "cap") }}'), 14, "no parameter 'cap'"),
    "fence-yaml": (page(TOOL + "inputs: {deposit: 1", "```"), 17, "not YAML"),
    "fence-day": (page(TOOL + "on: 2026-11-31", "```"), 17, "on must be a date"),
    "input": (page(TOOL + "inputs: {deposit: twenty}", "```"), 17, "deposit: "),
    "input-name": (page(TOOL + "inputs:", "  depozit: 1", "```"), 18, "没有“depozit”"),
    "tab": (page(TOOL + "inputs:", "\tdeposit: 1", "```"), 18, "cannot start any token"),
    "two-of-a-name": (page(TOOL + "```", "", TOOL + "```"), 20, "two calculators"),
    "never-closed": (page(TOOL + "", "字"), 14, "never closed"),
    "single-braces": (page(TOOL + "```", "", "是 { back.refund }。"), 19, "two braces"),
    "script": (page('<span onclick="a()">字</span>'), 14, "onclick"),
}
# What keeps a page, a rule, a letter or a calculator from being read at all.
UNREAD: dict[str, tuple[str, Callable[[str], str | bytes], int, str]] = {
    "yaml": ("docs/a.md", lambda _: HEAD.replace("title: 题", "title: [题"), 3, "not YAML"),
    "day": ("docs/b.md", lambda _: HEAD.replace("2026-11-25", "2026-13-23"), 4, "no day 2026-13"),
    "next": ("docs/c.md", lambda _: HEAD.replace("2027-05-25", "2027-02-30"), 5, "no day 2027-02"),
    "soon": ("docs/d.md", lambda _: HEAD.replace("2026-11-25", "soon"), 4, "reviewed must be"),
    "twice": ("docs/e.md", lambda _: HEAD.replace("title", "stage"), 7, "'stage' is written twice"),
    "open": ("docs/f.md", lambda _: HEAD.rpartition("---")[0], 1, "never closed"),
    "list": ("docs/g.md", lambda _: "---\n- a\n---\n# 题\n", 2, "key: value"),
    "gbk": ("docs/h.md", lambda _: HEAD.encode() + "押金".encode("gbk"), 10, "not UTF-8"),
    "letter": (
        "calculators/letters/return-deposit.txt",
        lambda text: text.replace("title:", "titel:", 1),
        1,
        "unknown header 'titel'",
    ),
    "rule": (
        "calculators/rules/data/lease.yml",
        lambda text: text.replace("category", "catgory", 1),
        1,
        "unknown key 'catgory'",
    ),
}
TOOL_FILE = "calculators/tools/deposit_back.py"
ONE_BY_ONE: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a word Python does not know": (
        TOOL_FILE,
        lambda text: text.replace("Unit.YUAN", "Unit.YUANN", 1),
        "docs/",
    ),
    "a tool that is no Python": (TOOL_FILE, lambda text: text + "def :\n", f"{TOOL_FILE}:"),
    "a tool that imports nothing": (TOOL_FILE, lambda _: "import nowhere\n", f"{TOOL_FILE}:1: "),
    "a tab in a rule file": (
        "calculators/rules/data/lease.yml",
        lambda text: text.replace("  ", "\t", 1),
        "calculators/rules/data/lease.yml:",
    ),
    "YAML of the site": ("mkdocs.yml", lambda text: text + "a: [\n", "mkdocs.yml:"),
    "a key of the site": (
        "mkdocs.yml",
        lambda text: text.replace("slug:", "slgu:"),
        "mkdocs.yml:",
    ),
    "a link": (
        "docs/index.md",
        lambda text: text + "\n看[这](gone.md)。\n",
        "docs/index.md:31: ",
    ),
    "an anchor": (
        "docs/index.md",
        lambda text: text + "\n看[这](rights/lease.md#nix)。\n",
        "docs/index.md:31: ",
    ),
    "the menu": ("docs/SUMMARY.md", lambda text: text + "* [无](gone.md)\n", "docs/SUMMARY.md:8: "),
}
# What only the check says, of words that can be built.
IN_CHECK: dict[str, tuple[str, Callable[[str], str], str]] = {
    "typed": ("docs/t.md", lambda _: page("押金 5000 元。"), "docs/t.md:14: 5000 元 is typed"),
    "share": ("docs/u.md", lambda _: page("一年 24%。"), "docs/u.md:14: 24% is typed"),
    "long": ("docs/v.md", lambda _: page("很" * 89 + "。"), "docs/v.md:14: a sentence has 89"),
    "title": ("docs/w.md", lambda _: page("字。").replace("title: 题\n", ""), "docs/w.md:1: "),
    "listed": (
        "docs/x.md",
        lambda _: page('见 {{ rule("civil-code-710") }}。'),
        "docs/x.md:14: rule 'civil-code-710' is used but not listed",
    ),
    "nowhere": ("docs/y.md", lambda _: page("字。"), "docs/y.md:1: no page leads here"),
    "menu": (
        "docs/SUMMARY.md",
        lambda text: text + "* [无](gone.md)\n",
        "docs/SUMMARY.md:8: gone.md leads nowhere",
    ),
    "rule": (
        "calculators/rules/data/lease.yml",
        lambda text: text.replace("status: verified", "status: uncertain", 1),
        "so plain must say so: 据报道",
    ),
    "name": (
        "calculators/rules/data/lease.yml",
        lambda text: text.replace(
            "    name: ", "    name: 一个怎么也放不进标题里去的长长的名字", 1
        ),
        "6 to 16 fit a heading",
    ),
    "letter": (
        "calculators/letters/return-deposit.txt",
        lambda text: text.replace("when: ", "when: 又", 1),
        "docs/letters/return-deposit.md:1: the page must say “又",
    ),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site, with the look of this one, so that only its words are built."""
    folder = tmp_path / "yajin"
    new.copy(folder, "押金", "yajin")
    (folder / "build").mkdir()
    shutil.copytree(BUILD / "theme", folder / "build" / "theme")
    return folder


def run(site: Path, *module: str) -> tuple[int, str]:
    """A command of the site: its status, and all it says."""
    variables = {**os.environ, "GUIDANCE_ROOT": str(site), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", *module]
    done = subprocess.run(
        command, cwd=site, env=variables, capture_output=True, text=True, check=False, timeout=120
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    return done.returncode, said


def build(site: Path) -> tuple[int, str]:
    return run(site, "scripts.generator.pages", "--out", "build/pages")


def spoil(site: Path, name: str, change: Callable[[str], str | bytes]) -> None:
    path = site / name
    changed = change(path.read_text("utf-8") if path.exists() else "")
    path.write_bytes(changed if isinstance(changed, bytes) else changed.encode())


def test_the_site_itself_is_built(site: Path) -> None:
    assert build(site) == (0, "")


def missing(said: str, expected: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The mistakes of which no line names place and reason."""
    lines = said.splitlines()
    return {
        name: (place, reason)
        for name, (place, reason) in expected.items()
        if not any(line.startswith(place) and reason in line for line in lines)
    }


def test_the_mistakes_of_all_pages_are_listed_together(site: Path) -> None:
    for name, (text, _, _) in IN_PAGES.items():
        (site / "docs" / f"{name}.md").write_text(text.replace("{n}", name), encoding="utf-8")
    status, said = build(site)
    wrong = {n: (f"docs/{n}.md:{line}: ", why) for n, (_, line, why) in IN_PAGES.items()}
    later = {"script": wrong.pop("script")}  # read in the finished page only
    assert status == 1 and not missing(said, wrong), said
    assert said.splitlines()[-1] == f"site: {len(wrong)} mistakes, nothing was built"
    for name in wrong:
        (site / "docs" / f"{name}.md").unlink()
    status, said = build(site)
    assert status == 1 and not missing(said, later), said


def test_files_that_cannot_be_read_are_listed_together(site: Path) -> None:
    for name, change, _, _ in UNREAD.values():
        spoil(site, name, change)
    status, said = build(site)
    wrong = {n: (f"{path}:{line}: ", why) for n, (path, _, line, why) in UNREAD.items()}
    assert status == 1 and not missing(said, wrong), said
    assert said.splitlines()[-1] == f"site: {len(wrong)} mistakes, nothing was built"
    status, said = run(site, "scripts.checks.content")
    assert status == 1 and not missing(said, wrong), said
    assert f"{len(wrong)} problems" in said  # and no echo of them


def test_a_page_nobody_may_read_is_named(site: Path) -> None:
    if os.geteuid() == 0:  # root may read everything; a folder of that name cannot be read either
        (site / "docs" / "a.md").mkdir()
    else:
        spoil(site, "docs/a.md", lambda _: HEAD)
        (site / "docs" / "a.md").chmod(0)
    status, said = build(site)
    assert status == 1 and said.startswith("docs/a.md:1: cannot be read"), said


@pytest.mark.parametrize(("name", "change", "place"), ONE_BY_ONE.values(), ids=ONE_BY_ONE.keys())
def test_one_mistake_stops_the_build(
    site: Path, name: str, change: Callable[[str], str], place: str
) -> None:
    spoil(site, name, change)
    status, said = build(site)
    assert status == 1, said
    assert any(line.removeprefix("site: ").startswith(place) for line in said.splitlines()), said


def test_what_can_be_built_and_is_wrong_is_found_by_the_check(site: Path) -> None:
    for name, change, _ in IN_CHECK.values():
        spoil(site, name, lambda text, c=change, n=name: c(text).replace("{n}", n))  # type: ignore[misc]
    status, said = run(site, "scripts.checks.content")
    lost = [words for _, _, words in IN_CHECK.values() if words not in said]
    assert status == 1 and not lost, (lost, said)


def test_a_wrong_figure_of_a_case_is_found_by_the_check(site: Path) -> None:
    path = site / "tests/cases/deposit-back.yml"
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "refund:" in line)
    spoil(site, "tests/cases/deposit-back.yml", lambda text: text.replace("refund:", "refnd:", 1))
    status, said = run(site, "scripts.checks.cases")
    assert status == 1
    assert said.startswith(f"tests/cases/deposit-back.yml:{number}: there is no figure 'refnd'")


def test_an_interruption_is_one_line(site: Path) -> None:
    variables = {**os.environ, "GUIDANCE_ROOT": str(site), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "scripts.generator.build"],
        cwd=site,
        env=variables,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        process_group=0,
    ) as running:
        assert running.stdout and "runtime" in running.stdout.readline()
        time.sleep(1)
        os.killpg(running.pid, signal.SIGINT)  # what Ctrl-C does
        _, said = running.communicate(timeout=30)
    assert running.returncode == 130, said
    assert said.splitlines() == ["site: interrupted; what was finished is kept"]
