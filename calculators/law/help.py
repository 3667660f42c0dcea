"""What comes before paying anything: what the state pays to somebody who has nothing to live on."""

from __future__ import annotations

from calculators.answer.result import Notice, Step

BENEFITS = Step("先看能领什么：低保、临时救助、失业金", "strategies/benefits")
"""The first step of every answer whose reader has nothing left to pay with."""

APPLY = Notice(
    "低保、临时救助、失业金，要自己去申请。各地给的不一样，没到手的先不算。",
    ("social-18", "social-29", "insurance-45"),
    "law",
)
