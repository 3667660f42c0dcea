"""A small site with one good page, which each test spoils in one way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.checks import content
from scripts.checks.problem import Problem

ON = date(2026, 11, 23)

GOOD = """\
---
title: 逾期 1 至 3 天
description: 刚过还款日，先做三件小事。
reviewed: 2026-11-23
next_review: 2027-05-23
rules: [spc-2017-22-2]
stage: day-1-3
tags: [罚息]
---

# 逾期 1 至 3 天

先别慌。看清欠了多少，再打电话。
{ .hq-short }

息费合计超过 {{ rule("spc-2017-22-2", "annual_rate_cap") }} 的部分，可以请法院减掉。
依据：{{ rule("spc-2017-22-2") }}。

```calculator
use: overdue-cost
inputs: {principal: 20000, daily_rate: 0.0005, days_overdue: 20}
```

## 接着看

- [自己](day-1-3.md)
"""

type Spoil = Callable[[str, str], list[Problem]]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Put `new` in the place of `old` in the good page and run every check on it."""

    def run(old: str, new: str) -> list[Problem]:
        assert old in GOOD
        page = tmp_path / "docs" / "stages" / "day-1-3.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
        return content.run(tmp_path / "docs", ON)

    return run
