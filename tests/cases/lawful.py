"""What the law grants at the least for a paper, in days, read from the articles and written down by hand."""

from datetime import date, timedelta

from calculators.finance.deadlines import is_rest_day

DAYS = {
    "payment-order": 15,
    "judgment": 15,
    "ruling": 10,
    "preservation": 5,
    "mediation-agreement": 30,
    "mediation-confirmed": 15,
    "enforcement-award": 15,
    "execution-ruling": 10,
    "outsider-ruling": 15,
    "added-ruling": 10,
    "price-report": 5,
    "third-party-debt": 15,
    "distribution-plan": 15,
    "distribution-opposed": 15,
    "distribution-objected": 15,
    "penalty": 3,
}

# Two papers under one name: its last paragraph says which, and its own number of days tells it too. Civil
# Procedure Law art. 236 (ten days, review) and 238 (fifteen, suit); provisions on adding parties art. 30, 32.
TOLD_BY_ITS_DAYS = {"execution-ruling": {10, 15}, "added-ruling": {10, 15}}

# Every length that starts with a paper, whoever may use it, in days; the months of an award are 3 besides.
ALL_DAYS = {
    **{paper: {days} for paper, days in DAYS.items()},
    "complaint": {15},
    "execution-ruling": {10, 15},
    "added-ruling": {10, 15},
    "enforcement-notice": {10},
    "enforcement-award": {10, 15},
    "arbitration-award": {30},
}

# What moves past rest days, by the article that says so. Civil Procedure Law art. 85 speaks of the
# periods of that procedure, of law and set by a court; the Arbitration Law and the Notaries' say nothing.
NOT_OF_THE_PROCEDURE = {"arbitration", "arbitration-notice", "arbitration-award", "award", "notary", "notary-letter"}  # fmt: skip


def moved(paper: str, end: date) -> date:
    """The last day of a period for `paper` that ends on `end`; past rest days by art. 85 alone.

    Only where the whole calendar of the year is known; the calculators' own table is not asked.
    """
    if paper in NOT_OF_THE_PROCEDURE:
        return end
    while is_rest_day(end) == (True, True):
        end += timedelta(days=1)
    return end
