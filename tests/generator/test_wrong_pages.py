"""A page that cannot be right stops the build: file, line, one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.generator.markdown.errors import PageError
from tests.generator.conftest import Render

ROOT = Path(__file__).parents[2]
FRONT = "reviewed: 2026-11-23\n"


def fence(*lines: str) -> str:
    return "\n".join(["# 题", "", "```calculator", *lines, "```", ""])


USE = "use: repayment-schedule"

# Each: what the author wrote after three lines of front matter, the line at fault, part of the reason.
WRONG = {
    "no tool of that name": (fence("use: overdue-coast"), 7, "no calculator 'overdue-coast'"),
    "no tool at all": (fence("name: x"), 7, "say which calculator"),
    "a key nobody knows": (fence(USE, "inptus: {}"), 8, "unknown key 'inptus'"),
    "an input nobody knows": (fence(USE, "inputs:", "  principle: 1"), 9, "principle"),
    "a value out of range": (
        fence(USE, "inputs:", "  months: 12", "  principal: -5"),
        10,
        "principal",
    ),
    "a value that is no number": (fence(USE, "inputs: {months: twelve}"), 8, "months"),
    "a key written twice": (fence(USE, "name: a", "name: b"), 9, "'name' is written twice"),
    "a day that is none": (fence(USE, "on: 2026-13-01"), 8, "on must be a date"),
    "a name with a space": (fence(USE, "name: my plan"), 8, "is no name"),
    "a part nobody knows": (fence(USE, "show: [graph]"), 8, "show has no part 'graph'"),
    "a list of sheets that grows": (
        "# 题\n\n```sheets\nslip: &a {title: 甲}\nposter: *a\n```\n",
        8,
        "write out what *a",
    ),
    "not YAML": (fence(USE, "inputs: months: 1", "on: 1"), 8, "not YAML"),
    "not a mapping": (fence("- a", "- b"), 7, "key: value"),
    "two of one name": (fence(USE, "name: a") + fence(USE, "name: a"), 13, "two calculators"),
    "a figure of no block": ("# 题\n\n是 {{ plan.total_interest }}。\n", 6, "called 'plan'"),
    "no such figure": (fence(USE, "name: a") + "\n{{ a.totl }}\n", 11, "no figure 'totl'"),
    "no such input": (fence(USE, "name: a") + "\n{{ a.in.totl }}\n", 11, "no input 'totl'"),
    "no such list": (fence(USE, "name: a") + "\n{{ a.in.debts.1.name }}\n", 11, "at 'debts'"),
    "no such cell": (
        fence("use: fair-offers", "name: a") + "\n{{ a.offers.9.offer }}\n",
        11,
        "no cell 'offers.9.offer'; there are offers.1.name",
    ),
    "no such line": (
        fence("use: safe-monthly", "name: a") + "\n{{ a.in.income.0.amount }}\n",
        11,
        "nothing at '0'",
    ),
    "no such rule": ('# 题\n\n{{ rule("civil-code-9999") }}\n', 6, "civil-code-9999"),
    "no such parameter": ('# 题\n\n{{ rule("civil-code-561", "cap") }}\n', 6, "'cap'"),
    "many values from few": (fence(USE, "inputs: {a: &a 1, b: *a}"), 8, "what *a stands for"),
    "endless depth": (fence(USE, "inputs: " + "[" * 90 + "]" * 90), 8, "inside each other"),
    "a script": ("# 题\n\n<script>alert(1)</script>\n", 6, "its own <script>"),
    "a script in a line": ("# 题\n\n字 <ScRipt src=a.js></script>\n", 6, "its own <script>"),
    "a script behind a comment": ("# 题\n\n<!-- -->\n\n<script\n>1</script>\n", 6, "a comment"),
    "a script on two lines": ("# 题\n\n字\n\n<script\n>1</script>\n", 8, "<script>"),
    "a script in a drawing": ("# 题\n\n<svg><script>1</script></svg>\n", 6, "<script>"),
    "a frame": ("# 题\n\n<iframe src=a></iframe>\n", 6, "its own <iframe>"),
    "a frame's page": ('# 题\n\n<p srcdoc="x">字</p>\n', 6, "srcdoc"),
    "an address for all": ("# 题\n\n<base href=/a/>\n", 6, "its own <base>"),
    "a jump": ('# 题\n\n<meta http-equiv="refresh">\n', 6, "its own <meta>"),
    "a handler": ('# 题\n\n<b onclick="a()">字</b>\n', 6, "onclick"),
    "a handler in a list of attributes": ("# 题\n\n字\n{ onclick=a() }\n", 7, "onclick"),
    "a link that runs": ("# 题\n\n[字](javascript:a())\n", 6, "begin with javascript:"),
    "a link that runs, in capitals": ("# 题\n\n<a href=JaVascript:a()>字</a>\n", 6, "a link"),
    "a link that runs, in disguise": ("# 题\n\n[字](java&#115;cript:a())\n", 4, "a link"),
    "a link that is a page": ("# 题\n\n[字](data:text/html,x)\n", 6, "begin with data:"),
    "a form that sends": ("# 题\n\n<form action=//a></form>\n", 6, "action"),
    "an expression that is none": ("# 题\n\n{{ what is this }}\n", 6, "is not understood"),
}


@pytest.mark.parametrize(("body", "line", "reason"), WRONG.values(), ids=WRONG.keys())
def test_the_error_names_file_line_and_reason(
    render: Render, body: str, line: int, reason: str
) -> None:
    with pytest.raises(PageError) as caught:
        render(body, front=FRONT)
    path, at, sentence = str(caught.value).split(":", 2)
    assert path.endswith("docs/cases/late.md")
    assert (int(at), "\n" in sentence.strip()) == (line, False)
    assert reason in sentence


def test_a_rule_not_in_force_that_day_is_refused(render: Render) -> None:
    with pytest.raises(PageError, match="lpr_1y"):
        render('{{ rule("lpr-history", "lpr_1y") }}', front="reviewed: 2015-01-01\n")


def test_two_pages_of_one_text_are_refused(render: Render, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "other.md").write_text("---\ntags: []\n---\n\n# 题\n")
    with pytest.raises(PageError, match=r"same text as .*other\.md"):
        render("# 题")


CONFIG = """\
site_name: test
site_dir: site
docs_dir: docs
theme: {name: material}
plugins: []
markdown_extensions:
  - scripts.generator.markdown: {docs: docs, day: "2026-11-23"}
  - pymdownx.superfences
"""


@pytest.mark.parametrize("generator", ["mkdocs", "zensical"])
def test_the_generator_stops(tmp_path: Path, generator: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs" / "index.md").write_text("# 题\n\n{{ no.figure }}\n")
    done = subprocess.run(
        [sys.executable, "-m", generator, "build"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "docs/index.md:3: no calculator of this page is called 'no'" in done.stdout + done.stderr
