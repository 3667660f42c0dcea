"""What the law grants at the least for a paper, in days, read from the articles and written down by hand."""

DAYS = {
    "payment-order": 15,
    "judgment": 15,
    "ruling": 10,
    "preservation": 5,
    "mediation-agreement": 30,
    "mediation-confirmed": 15,
    "enforcement-award": 15,
    "execution-ruling": 10,
    "distribution-plan": 15,
    "distribution-opposed": 15,
    "distribution-objected": 15,
    "penalty": 3,
}
