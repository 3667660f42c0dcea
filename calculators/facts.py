"""What a reader says once: inputs of different calculators and letters that mean the same thing.

Each input belongs to a *fact*. A calculator's input that is not named here is a fact of its own and
feeds nothing else, so that two inputs never share a value only because they share a name. Letters
are one vocabulary: their blanks are facts by their own names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ROW = re.compile(r"\.(?:\d+|__index__)(?=\.)")
_DEBT = {
    name: name
    for name in (
        *("principal", "days_overdue", "interest", "daily_rate", "instalments"),
        *("penalty_multiple", "compound", "accelerated_on", "payments", "order"),
    )
}
_LOAN = {
    "principal": "loan_principal",
    "daily_rate": "daily_rate",
    "months": "loan_months",
    "method": "method",
    "start_date": "start_date",
    "accrual": "accrual",
}
_LETTER_LOG = {"log.called": "called_said", "log.what": "what_said"}

FACTS: Mapping[str, Mapping[str, str]] = {
    "my-case": {
        **_DEBT,
        **{n: n for n in ("lender", "contract", "total_due", "already_paid", "monthly")},
        **{n: n for n in ("income", "outgoings", "dependants", "debts", "offers", "log")},
    },
    "overdue-cost": {
        **_DEBT,
        "pay_now": "pay_now",
        "app_figures.principal": "principal_due",
        "app_figures.interest": "interest_due",
        "app_figures.penalty": "penalty_due",
    },
    "offer-compare": {
        **{f"debt.{name}": fact for name, fact in _DEBT.items()},
        "safe_monthly": "safe_monthly",
        "offers": "offers",
    },
    "my-plan": {
        "total": "agreed_total",
        "months": "months",
        "first_on": "first_on",
        "paid": "paid",
    },
    "repayment-schedule": _LOAN,
    "early-payoff": _LOAN,
    "true-cost": {"principal": "loan_principal", "months": "loan_months", "received": "received"},
    "allocation": {
        "owed.principal": "principal_due",
        "owed.interest": "interest_due",
        "owed.penalty": "penalty_due",
        "payment": "pay_now",
        "order": "order",
    },
    "safe-monthly": {n: n for n in ("income", "outgoings", "dependants", "minimum_per_person")},
    "payoff-order": {"monthly_total": "safe_monthly", "debts": "debts"},
    "fair-offers": {"safe_monthly": "safe_monthly", "debts": "debts"},
    "fixer-cost": {
        "debt": "own_total",
        "own_monthly": "safe_monthly",
        "cost_per_day": "cost_per_day",
    },
    "lender-view": {"debt": "own_total", "offer_monthly": "monthly", "offer_months": "months"},
    "income-shock": {"plan_payment": "monthly", "essentials": "essential_total"},
    "court-cost": {"claim": "claimed"},
    "court-deadline": {"received_on": "received_on"},
    "triage": {"received_on": "received_on"},
    "contact-check": {"log": "log"},
}

GIVES: Mapping[str, Mapping[str, str]] = {
    "overdue-cost": {
        "total_due": "own_total",
        "above_24": "above_24",
        "cost_per_day": "cost_per_day",
    },
    "safe-monthly": {"safe_monthly": "safe_monthly", "essential_total": "essential_total"},
    "true-cost": {"nominal_annual": "annual_rate"},
}


def of(tool: str, name: str) -> str:
    """The fact that the control ``name`` of a form holds.

    A column of a list of rows is a fact within that list: ``debts.0.balance`` is ``balance``.
    """
    path = _ROW.sub("", name)
    column = path.rpartition(".")[2]
    if tool.startswith("letter-"):
        return _LETTER_LOG.get(path, column)
    named = FACTS.get(tool, {})
    first = path.rpartition(".")[0]
    return named.get(path) or (column if first in named else f"{tool}.{path}")


def only(tool: str, name: str) -> str:
    """Which lines of a list a letter shows, as ``column=value``; empty for all."""
    return "kind=essential" if tool.startswith("letter-") and name == "outgoings" else ""


def gives(tool: str) -> Mapping[str, str]:
    """The figures of a calculator that other forms ask for: figure -> fact."""
    return GIVES.get(tool, {})
