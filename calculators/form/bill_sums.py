"""Which instalments of a pasted bill are only the sum of others: a bill's own total, with a day of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from calculators.form.bill_records import SUM_LINE, Record, sum_or_nothing

SUMMED = "像是别的几笔加起来的，没有当作一期。真是单独一期的，请自己填。"
_OF_SEVERAL = re.compile(r"[合总小共]计[^\d,;|]{0,3}本金")
"""A sum of several stands before a part of it; where every line has it, it is how the bill writes an instalment."""
type _Rows = Sequence[Mapping[str, str]]


def summed(
    records: Sequence[Record], kept: Sequence[int], rows: _Rows, paid: Collection[int]
) -> list[int]:
    """The places of the rows that are the sum of two others or more: of all, those not paid, or those due by then.

    A bill may round each; less than a yuan says nothing. `kept` are the places of their records, `paid` those of the records that were paid.
    """
    principals = [sum_or_nothing(each.only("principal")) for each in records]
    for at, row in zip(kept, rows, strict=True):
        principals[at] = Decimal(row["principal"])
    everything = [each for each in principals if each]
    left = [each for at, each in enumerate(principals) if each and at not in paid]
    whole = [(sum(some), len(some)) for some in (everything, left)]
    due = _due_by(rows)
    said = [bool(_OF_SEVERAL.search(each.said) or SUM_LINE.match(each.text)) for each in records]
    found = []
    for place, (at, row) in enumerate(zip(kept, rows, strict=True)):
        sums = (*whole, due[row["due_date"]])
        own = principals[at]
        alike = any(abs(total - 2 * own) * 100 <= count > 2 for total, count in sums)
        if (alike and own >= 1) or (said[at] and not all(said)):
            found.append(place)
    return found


def _due_by(rows: _Rows) -> dict[str, tuple[Decimal, int]]:
    """For each day the principal due by then, and of how many rows."""
    found: dict[str, tuple[Decimal, int]] = {}
    total = Decimal(0)
    for count, row in enumerate(sorted(rows, key=lambda each: each["due_date"]), 1):
        total += Decimal(row["principal"])
        found[row["due_date"]] = total, count
    return found
