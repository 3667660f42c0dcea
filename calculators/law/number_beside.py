"""A case number typed beside a paper: how it reads, and whether such papers bear such numbers.

The number never decides what the paper is: it is read aloud, and where the two do not fit the reader is
asked to look again, for another paper has other days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from calculators.answer.result import Notice
from calculators.law import case_numbers
from calculators.law.case_numbers import CaseNumber
from calculators.law.papers import PAPERS

MOST_NUMBERS = 3
_SUIT = ("complaint", "summons", "small-claims-evidence", "judgment", "ruling")
_ENFORCED = (
    "enforcement-notice", "enforcement-award", "asset-report", "execution-ruling",
    "outsider-ruling", "added-ruling", "penalty", "price-report", "third-party-debt",
    "distribution-plan", "distribution-objected", "distribution-opposed",
)  # fmt: skip
# 民初 stands on whatever is sent in a suit, and on the ruling that freezes something in it.
_BORNE: Mapping[str, tuple[str, ...]] = {
    "民初": (*_SUIT, "preservation"),
    "民终": _SUIT,
    "民督": ("payment-order",),
    "财保": ("preservation",),
    "执保": ("preservation", "execution-ruling", "outsider-ruling"),
    "执": _ENFORCED,
    "执恢": _ENFORCED,
    "执异": ("execution-ruling", "outsider-ruling", "added-ruling"),
    "诉前调": ("mediation-agreement",),
    "司惩": ("penalty",),
}
_BY_OTHERS = {
    "arbitration": ("arbitration-notice", "arbitration-award"),
    "notary": ("notary-letter",),
}


def papers(number: CaseNumber) -> tuple[str, ...]:
    """The papers of `PAPERS` that bear a number of this kind; empty where that is not known."""
    leading = case_numbers.leading(number.code)
    return _BORNE.get(leading, ()) or _BY_OTHERS.get(number.reading, ())


def notices(text: str, paper: str = "") -> Iterator[Notice]:
    """How every number in `text` reads, beside a paper of `PAPERS` ("" if none is chosen yet)."""
    for number in case_numbers.read(text)[:MOST_NUMBERS]:
        yield Notice(f"{number.normal or number.text}：{case_numbers.meaning(number)}")
        fitting = papers(number)
        if not fitting or paper in fitting:
            continue
        named = "、".join(f"“{PAPERS[each].name}”" for each in fitting[:3])
        if not paper:
            yield Notice(f"这种编号多半写在{named}上。对着纸看，再选。")
        else:
            said = (
                f"这种编号多半写在{named}上，你选的是“{PAPERS[paper].name}”。再看一眼，日子不一样。"
            )
            yield Notice(said, (), "warning")
