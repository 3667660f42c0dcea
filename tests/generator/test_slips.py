"""Slips that Markdown takes without a word stop the build; what only looks like one does not."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.generator.markdown.errors import PageError
from scripts.generator.markdown.expand_page import mistakes
from scripts.generator.markdown.page_file import Page
from tests.generator.conftest import Render

BLOCK = "```calculator\nuse: repayment-schedule\nname: plan\n```\n"

SLIPS = {
    "a kind misspelt": ("```calculater\nuse: triage\n```\n", 3, "no fence is called 'calculater'"),
    "a kind in capitals": ("```Calculator\nuse: triage\n```\n", 3, "'Calculator'"),
    "a kind in the singular": ("```tool\ntriage\n```\n", 3, "no fence is called 'tool'"),
    "a kind of tildes": ("~~~rule\ncategory: interest\n~~~\n", 3, "'rule'"),
    "no kind": ("```\nuse: triage\n```\n", 3, "say what this fence is"),
    "words behind the kind": ("```calculator triage\n```\n", 3, "nothing may stand behind"),
    "never closed": ("```calculator\nuse: triage\n\n字\n", 3, "never closed"),
    "closed with too few": ("````calculator\nuse: triage\n```\n", 3, "never closed"),
    "closed by the next": (f"```calculator\nuse: triage\n\n字\n\n{BLOCK}", 3, "never closed"),
    "a fence of code that swallows": (f"```text\n字\n\n{BLOCK}", 3, "never closed"),
    "too few marks": ("``calculator\nuse: triage\n``\n", 3, "three marks"),
    "in a note, misspelt": ("!!! note\n\n    ```calculatr\n    ```\n", 5, "'calculatr'"),
    "in a quote, never closed": ("> ```calculator\n> use: triage\n", 3, "never closed"),
    "single braces": (f"{BLOCK}\n是 {{ plan.total_interest }}。\n", 8, "two braces"),
    "single braces, an input": (f"{BLOCK}\n{{plan.in.principal}}\n", 8, "two braces"),
    "single braces, a rule": ('见 { rule("civil-code-561") }。\n', 3, "two braces"),
    "one brace too few": (f"{BLOCK}\n{{{{ plan.total_interest }}\n", 8, "two braces"),
    "braces of Chinese": (f"{BLOCK}\n｛｛ plan.total_interest ｝｝\n", 8, "two braces"),
    "a percent sign": (f"{BLOCK}\n{{% plan.total_interest %}}\n", 8, "two braces"),
    "braces over two lines": (f"{BLOCK}\n{{{{ plan.\ntotal_interest }}}}\n", 8, "not closed"),
}


@pytest.mark.parametrize(("body", "line", "reason"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_named_at_its_line(render: Render, body: str, line: int, reason: str) -> None:
    with pytest.raises(PageError) as caught:
        render(f"# 题\n\n{body}")
    assert caught.value.line == line
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    "fine",
    [
        "```python\nuse = {'a': 1}\n```\n",
        "```yaml\nuse: triage\n```\n",
        "````markdown\n```calculator\nuse: triage\n```\n````\n",
        "写法：```x``` 这样。\n",
        "`{ plan.total }` 和 `{{ plan.total }}`\n",
        "字\n{ .hq-certainty .hq-read }\n",
        "## 题 {#a-b}\n",
        "用 {a} 和【重点】，｛备注｝也行。\n",
        "```text\n{ plan.total }\n```\n",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(render: Render, fine: str) -> None:
    assert render(f"# 题\n\n{fine}")


def test_every_mistake_of_a_page_is_found_and_no_echo_of_one() -> None:

    page = Page("docs/a.md", "", 1, date(2026, 11, 23))
    text = f"""{BLOCK.replace("plan", "a b")}
{{{{ plan.total_interest }}}}

{{{{ rule("civil-code-9999") }}}}

```calculator
use: triagge
```
"""
    assert [(e.line, e.reason[:14]) for e in mistakes(page, text.split("\n"))] == [
        (3, "'a b' is no na"),
        (8, "no rule is cal"),
        (11, "no calculator "),
    ]
