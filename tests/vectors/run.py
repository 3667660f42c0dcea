"""Run reference cases against `calculators`: `python tests/vectors/run.py CASES.json`.

Needs nothing but `calculators` and the standard library, so that it also runs inside Pyodide.

    run(cases) -> [(id, what is wrong)]     empty if every case holds
    report(json_text) -> json_text          the same for a caller that has only text
    FUNCTIONS                               every function named in the cases, by ours; none is out
                                            of scope, though some are put together from several
"""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from calculators import rules
from calculators.finance import annuity, dates, payoff, rates, schedule
from calculators.finance.allocation import allocate, fill
from calculators.finance.arrears import above, statement
from calculators.finance.card import CardTerms, card, minimum_due, next_on
from calculators.finance.daily import daily_loan, interest_of
from calculators.finance.debt import Debt, Instalment, Payment
from calculators.finance.minimum import Minimum, months_of_minimum
from calculators.finance.minimum import interest_of as interest_of_months
from calculators.finance.money import ZERO, exact, fen, precise, total
from calculators.law import court

Inputs = dict[str, Any]

TARIFFS_ON = date(2026, 11, 23)
ANY_DAY = date(2026, 1, 15)
CONVENTIONS = {
    "act/act ISDA": "actual/actual",
    "act/365F": "actual/365",
    "act/360": "actual/360",
    "30/360 US": "30/360",
    "30E/360": "30E/360",
    "actual": "actual",
}


def _number(text: Any) -> Decimal:
    """Return a number, or a sum of fractions such as "4/365 + 59/366"."""
    parts = [Fraction(part.strip()) for part in str(text).split("+")]
    whole = sum(parts, Fraction(0))
    with precise():
        return Decimal(whole.numerator) / whole.denominator


def _decimals(values: Sequence[Any]) -> list[Decimal]:
    return [Decimal(value) for value in values]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _rate(inputs: Inputs) -> Decimal:
    """Return the rate of a period, given as it is or as a simple yearly one."""
    if "rate" in inputs:
        return Decimal(inputs["rate"])
    with precise():
        return Decimal(inputs["annual_rate"]) / inputs["periods_per_year"]


def _begin(inputs: Inputs) -> bool:
    return inputs.get("when", "end") == "begin"


def _amount(inputs: Inputs, name: str) -> Decimal:
    return Decimal(inputs.get(name, "0"))


def _each(value: Any, function: Callable[[Any], Any]) -> Any:
    """Apply `function` to a value, or to each of a list."""
    return [function(item) for item in value] if isinstance(value, list) else function(value)


def pmt(inputs: Inputs) -> Decimal:
    return annuity.pmt(
        _rate(inputs),
        inputs["nper"],
        Decimal(inputs["pv"]),
        _amount(inputs, "fv"),
        begin=_begin(inputs),
    )


def _part(function: Callable[..., Decimal], inputs: Inputs) -> Any:
    return _each(
        inputs["per"],
        lambda per: function(
            _rate(inputs),
            per,
            inputs["nper"],
            Decimal(inputs["pv"]),
            _amount(inputs, "fv"),
            begin=_begin(inputs),
        ),
    )


def _cumulated(function: Callable[..., Decimal], inputs: Inputs) -> Decimal:
    return function(
        _rate(inputs),
        inputs["nper"],
        Decimal(inputs["pv"]),
        inputs["start"],
        inputs["end"],
        begin=_begin(inputs),
    )


def nper(inputs: Inputs) -> Any:
    def one(rate: Decimal) -> Decimal | str:
        amounts = [_amount(inputs, name) for name in ("pmt", "pv", "fv")]
        periods = annuity.nper(rate, *amounts)
        return "never" if periods is None else periods

    return (
        _each(inputs["rate"], lambda rate: one(Decimal(rate)))
        if "rate" in inputs
        else one(_rate(inputs))
    )


def _chosen(roots: rates.Roots) -> Decimal | str:
    return "no_solution" if roots.chosen is None else roots.chosen


def rate(inputs: Inputs) -> list[Decimal | str]:
    payment, periods = Decimal(inputs["pmt"]), inputs["nper"]
    pairs = zip(inputs["pv"], inputs["fv"], strict=True)
    return [_chosen(rates.rate(periods, payment, Decimal(pv), Decimal(fv))) for pv, fv in pairs]


def rate_annual_nominal(inputs: Inputs) -> Decimal:
    found = rates.rate(inputs["nper"], Decimal(inputs["pmt"]), Decimal(inputs["pv"])).chosen
    assert found is not None
    return found * inputs["periods_per_year"]


def _flows(inputs: Inputs) -> list[Decimal]:
    if "cashflows" in inputs:
        return _decimals(inputs["cashflows"])
    return [Decimal(flow) for flow, times in inputs["cashflows_repeat"] for _ in range(times)]


def _xirr(inputs: Inputs) -> rates.Roots:
    return rates.xirr(_dated(inputs["flows"]), CONVENTIONS[inputs["day_count"]])


def _dated(flows: Sequence[Any]) -> list[tuple[date, Decimal]]:
    return [(_day(day), Decimal(amount)) for day, amount in flows]


def xnpv(inputs: Inputs) -> Decimal:
    convention = CONVENTIONS[inputs["day_count"]]
    return rates.xnpv(Decimal(inputs["rate"]), _dated(inputs["flows"]), convention)


def instalment_plan_rates(inputs: Inputs) -> dict[str, Decimal]:
    fee, months = Decimal(inputs["fee_rate_per_period"]), inputs["periods"]
    found = rates.quote(fee, "instalment-fee", months=months)
    return {"nominal_annual": found.annual_simple, "effective_annual": found.annual_effective}


def apr_us_actuarial(inputs: Inputs) -> Decimal:
    """Regulation Z: advance (1 + f i) (1 + i)^t, the part f of a unit period at simple interest.

    (1 + f i) = (1 - f) + f (1 + i), so it is the rate of even flows in which the part f of the
    advance is paid out one period earlier than the rest.
    """
    part, advance = Decimal(inputs["fraction_before_first"]), Decimal(inputs["advance"])
    waiting = [ZERO] * inputs["full_units_before_first"]
    flows = [part * advance, (1 - part) * advance, *waiting]
    payments = [Decimal(amount) for amount, times in inputs["payments"] for _ in range(times)]
    flows[-1] -= payments[0]
    flows += [-payment for payment in payments[1:]]
    found = rates.irr(flows).chosen
    assert found is not None
    return found * inputs["unit_periods_per_year"] * 100


def apr_eu(inputs: Inputs) -> Decimal:
    received = Decimal(inputs["advance"]) - _amount(inputs, "withheld")
    if "payments_years" in inputs:
        found = rates.irr([received, *(-Decimal(paid) for _, paid in inputs["payments_years"])])
    else:
        repaid = [(day, -amount) for day, amount in _dated(inputs["payments"])]
        found = rates.xirr([(_day(inputs["advance_date"]), received), *repaid])
    assert found.chosen is not None
    return found.chosen * 100


def _compounding(function: Callable[[Decimal, int], Decimal], name: str, inputs: Inputs) -> Any:
    try:
        return function(Decimal(inputs[name]), inputs["periods_per_year"])
    except ValueError:
        return "invalid"


def simple_daily_to_annual(inputs: Inputs) -> Decimal:
    return rates.quote(Decimal(inputs["daily"]), "daily", inputs["days"]).annual_simple


def simple_annual_to_daily(inputs: Inputs) -> Decimal:
    return rates.quote(Decimal(inputs["annual"]), "annual-simple", inputs["days"]).daily


def _rows(inputs: Inputs, method: str, round_to: Callable[[Decimal], Decimal] = exact) -> Any:
    principal = Decimal(inputs.get("principal") or inputs["pv"])
    annual_rate = Decimal(inputs["annual_rate"])
    with precise():
        return schedule.schedule(
            principal, annual_rate, inputs["nper"], method, ANY_DAY, round_to=round_to
        )


def _columns(rows: Sequence[schedule.ScheduleRow], inputs: Inputs) -> list[list[Decimal]]:
    return [[getattr(row, column) for column in inputs["columns"]] for row in rows]


def flat_interest(inputs: Inputs) -> Decimal:
    """ISPMT counts periods from 0 on an evenly repaid balance: equal principal, row `per`."""
    return -_rows(inputs, "equal-principal")[inputs["per"]].interest


def total_interest(inputs: Inputs) -> Decimal:
    method = "equal-principal" if "equal principal" in inputs["method"] else "equal-instalment"
    return schedule.total_interest(_rows(inputs, method))


def schedule_annuity_summary(inputs: Inputs) -> dict[str, Decimal]:
    half_even = "half-EVEN" in inputs["rounding"]
    rows = _rows(
        inputs, "equal-instalment", partial(fen, rounding=ROUND_HALF_EVEN) if half_even else fen
    )
    interest = {f"interest_row_{row.period}": row.interest for row in rows}
    return interest | {
        "payment": rows[0].payment,
        "first_interest": rows[0].interest,
        "first_principal": rows[0].principal,
        "last_payment": rows[-1].payment,
        "total_interest": schedule.total_interest(rows),
    }


def schedule_rows_unrounded(inputs: Inputs) -> dict[str, list[Decimal]]:
    rows = _rows(inputs, "equal-instalment")
    wanted = [rows[number - 1] for number in inputs["rows"]]
    return {
        "interest": [row.interest for row in wanted],
        "principal": [row.principal for row in wanted],
    }


def equal_principal(inputs: Inputs) -> dict[str, Decimal]:
    rows = _rows(inputs, "equal-principal")
    return {
        "first_payment": rows[0].payment,
        "monthly_step_down": rows[0].payment - rows[1].payment,
        "last_payment": rows[-1].payment,
    }


def schedule_daily_interest(inputs: Inputs) -> list[list[Decimal]]:
    daily_rate = Decimal(inputs["daily_rate"])

    def charge(balance: Decimal, since: date, due: date) -> Decimal:
        return balance * daily_rate * dates.days_between(since, due)

    rows = schedule.amortise(
        Decimal(inputs["principal"]),
        _day(inputs["start"]),
        [_day(due) for due in inputs["due_dates"]],
        charge=charge,
        repay=schedule.level_less_interest(Decimal(inputs["level_payment"])),
        round_to=partial(fen, rounding=ROUND_DOWN),
    )
    return _columns(rows, inputs)


def card_revolving_interest(inputs: Inputs) -> Decimal:
    """The statement in full is overdue from the first day; payments bring it from step to step."""
    segments = [(Decimal(balance), days) for balance, days in inputs["segments"]]
    day, payments = ANY_DAY, []
    for (balance, days), (following, _) in pairwise([*segments, (ZERO, 0)]):
        day += timedelta(days=days)
        payments.append(Payment(day, balance - following))
    debt = Debt(
        (Instalment(ANY_DAY, segments[0][0]),),
        Decimal(inputs["daily_rate"]),
        payments=tuple(payments),
        order=("principal", "costs", "interest", "penalty"),
    )
    return statement(debt, day).penalty_due


def _terms(inputs: Inputs) -> CardTerms:
    return CardTerms(
        inputs["statement_day"],
        inputs["due_day"],
        Decimal(inputs["daily_rate"]),
        inputs.get("basis", "whole"),
        Decimal(inputs["minimum_rate"]),
        Decimal(inputs["late_fee_rate"]),
        limit=Decimal(inputs["limit"]) if "limit" in inputs else None,
        late_fee_floor=_amount(inputs, "late_fee_floor"),
    )


def card_bill(inputs: Inputs) -> dict[str, Decimal]:
    bought, paid = _dated(inputs["purchases"]), _dated(inputs["payments"])
    state = card(_terms(inputs), bought, paid, _day(inputs["until"]))
    return {"interest": state.interest, "late_fee": state.late_fee, "total_due": state.total_due}


def card_minimum(inputs: Inputs) -> Decimal:
    balance = Decimal(inputs["balance"])
    return minimum_due(_terms(inputs), balance, balance)


def overdue_penalty(inputs: Inputs) -> Decimal:
    debt = Debt(
        (Instalment(_day(inputs["due"]), Decimal(inputs["principal"])),),
        Decimal(inputs["daily_rate"]),
        penalty_multiple=Decimal(inputs["multiple"]),
    )
    return statement(debt, _day(inputs["until"])).penalty_due


def loan_of_any_day(inputs: Inputs) -> dict[str, Decimal]:
    sums = (_dated(inputs["draws"]), _dated(inputs["repayments"]))
    until, order = _day(inputs["until"]), inputs["order"]
    lines = daily_loan(Decimal(inputs["daily_rate"]), *sums, until, order)
    left = {name: getattr(lines[-1], name) for name in ("principal_left", "interest_left")}
    return {"interest": interest_of(lines), **left}


def _minimum_months(inputs: Inputs) -> Any:
    return months_of_minimum(
        Decimal(inputs["balance"]),
        Decimal(inputs["daily_rate"]) * 365,
        Minimum(Decimal(inputs["share"]), _amount(inputs, "floor"), inputs.get("of_bill", False)),
        _amount(inputs, "more"),
        _amount(inputs, "fixed"),
    )


def minimum_months(inputs: Inputs) -> dict[str, Any]:
    months = _minimum_months(inputs)
    return {"months": len(months), "interest": interest_of_months(months)}


def _quoted(value: Decimal, kind: str, **terms: int) -> dict[str, Decimal]:
    found = rates.quote(value, kind, **terms)
    return {"nominal_annual": found.annual_simple, "effective_annual": found.annual_effective}


def single_sum_rates(inputs: Inputs) -> dict[str, Decimal]:
    with precise():
        value = Decimal(inputs["repaid"]) / Decimal(inputs["received"]) - 1
    days = dates.days_between(_day(inputs["from"]), _day(inputs["to"]))
    return _quoted(value, "single-sum", days=days)


def delayed_performance_days(inputs: Inputs) -> int:
    return court.delay_days(
        _day(inputs["judgment_effective"]), inputs["performance_days"], _day(inputs["count_to"])
    )


def minimum_payment(inputs: Inputs) -> Decimal:
    """The rule is a sentence: "interest + 1% of balance, floor 25"."""
    rule = inputs["rule"]
    share, floor = rule.removeprefix("interest + ").split("% of balance, floor ")
    return payoff.minimum_payment(
        Decimal(inputs["balance"]),
        Decimal(inputs["interest"]) if rule.startswith("interest") else ZERO,
        Decimal(share) / 100,
        Decimal(floor),
    )


def capped_interest(inputs: Inputs) -> Decimal:
    """The new interest without what it would bring above the ceiling."""
    new, so_far = Decimal(inputs["new_interest"]), Decimal(inputs["interest_so_far"])
    share = Decimal(inputs["total_cap"].removesuffix("% of principal")) / 100
    return new - above(so_far + new, Decimal(inputs["principal"]) * share)


def allocation(inputs: Inputs) -> dict[str, Decimal]:
    owed = {name: Decimal(amount) for name, amount in inputs["owed"].items()}
    split = allocate(Decimal(inputs["payment"]), owed, inputs["order"])
    return split.parts | {"left": split.left}


def allocate_extra(inputs: Inputs) -> list[Decimal]:
    return fill(Decimal(inputs["extra"]), _decimals(inputs["targets"]))[0]


def _debts(inputs: Inputs) -> list[payoff.Account]:
    return [payoff.Account(name, *_decimals(amounts)) for name, *amounts in inputs["debts"]]


def two_debts_month_one(inputs: Inputs) -> dict[str, Decimal]:
    debts = _debts(inputs)
    monthly = total(debt.minimum for debt in debts) + Decimal(inputs["extra"])
    first = payoff.plan(debts, monthly, "snowball").table[0]
    return {"A_end": first.balances[0], "B_end": first.balances[1], "paid": total(first.paid)}


def payoff_plan(inputs: Inputs) -> dict[str, Any]:
    with precise():
        plan = payoff.plan(
            _debts(inputs), Decimal(inputs["total_monthly"]), inputs["strategy"], round_to=exact
        )
    return {
        "order": [name for name, _ in plan.cleared],
        "months": plan.months,
        "total_interest": plan.total_interest,
        "months_each": dict(plan.cleared),
    }


def payoff_months(inputs: Inputs) -> int | str:
    """Where a month begins with the payment, its first interest is taken out of the balance."""
    debts = _debts(inputs)
    if inputs.get("convention", "").startswith("payment first"):
        debts = [
            payoff.Account(
                debt.name,
                debt.balance / (1 + debt.annual_rate / 12),
                debt.annual_rate,
                debt.minimum,
            )
            for debt in debts
        ]
    plan = payoff.plan(debts, Decimal(inputs["total_monthly"]), inputs["strategy"])
    return plan.outcome if plan.months is None else plan.months


def payoff_rows(inputs: Inputs) -> list[list[Decimal]]:
    plan = payoff.plan(_debts(inputs), Decimal(inputs["total_monthly"]))
    month = plan.table[inputs["rows"][0] - 1]
    rows = zip(month.interest, month.paid, month.balances, strict=True)
    return [[interest, paid - interest, balance] for interest, paid, balance in rows]


def _tariff(rule: str) -> Any:
    return rules.at(TARIFFS_ON)[rule].value("tariff")


def acceptance_fee(inputs: Inputs) -> Decimal:
    halved = rules.at(TARIFFS_ON)["court-fee-half-mediation"].number("multiplier")
    multiplier = halved if "ended_by" in inputs else Decimal(1)
    return court.fee(Decimal(inputs["claim"]), _tariff("court-fee-property"), multiplier)


def payment_order_fee(inputs: Inputs) -> Decimal:
    divisor = rules.at(TARIFFS_ON)["court-fee-payment-order"].number("divisor_of_property_fee")
    return court.fee(Decimal(inputs["claim"]), _tariff("court-fee-property"), divisor=divisor)


def acceptance_fee_shortcut(inputs: Inputs) -> str:
    """claim x rate + addend must be the tiered sum at both edges of a tier and inside it."""
    tariff = _tariff("court-fee-property")
    lower = Decimal(10_000)
    for end, by_rate, addend in inputs["table"]:
        upper = Decimal(end) if end else lower * 3
        for claim in (lower, (lower + upper) / 2, upper):
            if court.fee(claim, tariff) != fen(claim * Decimal(by_rate) + Decimal(addend)):
                return f"differs at {claim}"
        lower = upper
    return "equal_to_tiers"


def add_months_many(inputs: Inputs) -> list[date]:
    pairs = inputs.get("pairs") or [(start, inputs["months"]) for start in inputs["starts"]]
    return [dates.add_months(_day(start), months) for start, months in pairs]


def _by_convention(function: Callable[..., Any], inputs: Inputs) -> list[Any]:
    start, end = _day(inputs["start"]), _day(inputs["end"])
    return [function(start, end, CONVENTIONS[name]) for name in inputs["conventions"]]


def early_settlement_rebate(inputs: Inputs) -> Decimal:
    """Payments not yet made, less the balance at the monthly rate of the APR (to six places)."""
    payment, months = Decimal(inputs["payments"][0]), inputs["payments"][1]
    settled, part = inputs["settled_after"], _number(inputs["part_period"])
    with precise():
        monthly = rates.nominal(Decimal(inputs["apr"]), 12) / 12
        monthly = monthly.quantize(Decimal("0.000001"))
        balance = -annuity.fv(monthly, settled, -payment, Decimal(inputs["principal"]))
        return payment * (months - settled) - balance * (1 + monthly) ** part


FUNCTIONS: dict[str, Callable[[Inputs], Any]] = {
    "pmt": pmt,
    "ipmt": partial(_part, annuity.ipmt),
    "ppmt": partial(_part, annuity.ppmt),
    "cumipmt": partial(_cumulated, annuity.cumipmt),
    "cumprinc": partial(_cumulated, annuity.cumprinc),
    "flat_interest": flat_interest,
    "total_interest": total_interest,
    "balance_after": lambda inputs: _rows(inputs, "equal-instalment")[inputs["paid"] - 1].balance,
    "nper": nper,
    "rate": rate,
    "rate_annual_nominal": rate_annual_nominal,
    "pv": lambda inputs: annuity.pv(_rate(inputs), inputs["nper"], Decimal(inputs["pmt"])),
    "fv": lambda inputs: annuity.fv(
        _rate(inputs), inputs["nper"], Decimal(inputs["pmt"]), Decimal(inputs["pv"])
    ),
    "npv": lambda inputs: annuity.npv(_rate(inputs), _flows(inputs), inputs["first_flow_at"]),
    "compound_growth_rate": lambda inputs: rates.growth(
        inputs["nper"], Decimal(inputs["pv"]), Decimal(inputs["fv"])
    ),
    "irr": lambda inputs: _chosen(rates.irr(_flows(inputs))),
    "irr_all_roots": lambda inputs: rates.irr(_flows(inputs)).rates,
    "instalment_plan_rates": instalment_plan_rates,
    "xirr": lambda inputs: _chosen(_xirr(inputs)),
    "xirr_all_roots": lambda inputs: _xirr(inputs).rates,
    "xnpv": xnpv,
    "apr_us_actuarial": apr_us_actuarial,
    "apr_eu": apr_eu,
    "effective_rate": partial(_compounding, rates.effective, "nominal"),
    "nominal_rate": partial(_compounding, rates.nominal, "effective"),
    "simple_daily_to_annual": simple_daily_to_annual,
    "simple_annual_to_daily": simple_annual_to_daily,
    "schedule_annuity": lambda inputs: _columns(_rows(inputs, "equal-instalment", fen), inputs),
    "schedule_equal_principal": lambda inputs: _columns(
        _rows(inputs, "equal-principal", fen), inputs
    ),
    "schedule_annuity_summary": schedule_annuity_summary,
    "schedule_rows_unrounded": schedule_rows_unrounded,
    "equal_principal_first_and_step": equal_principal,
    "equal_principal_first_and_last": equal_principal,
    "schedule_daily_interest": schedule_daily_interest,
    "card_revolving_interest": card_revolving_interest,
    "card_bill": card_bill,
    "card_minimum": card_minimum,
    "next_day_of_month": lambda inputs: [
        next_on(_day(after), day) for after, day in inputs["pairs"]
    ],
    "overdue_penalty": overdue_penalty,
    "daily_loan": loan_of_any_day,
    "minimum_months": minimum_months,
    "minimum_balance_after": lambda inputs: _minimum_months(inputs)[inputs["months"] - 1].balance,
    "total_fee_rates": lambda inputs: _quoted(
        Decimal(inputs["fee"]), "total-fee", months=inputs["months"]
    ),
    "interest_first_rates": lambda inputs: _quoted(Decimal(inputs["rate"]), "interest-first"),
    "single_sum_rates": single_sum_rates,
    "delayed_performance_days": delayed_performance_days,
    "minimum_payment": minimum_payment,
    "capped_interest": capped_interest,
    "allocate": allocation,
    "allocate_extra": allocate_extra,
    "two_debts_month_one": two_debts_month_one,
    "payoff_plan": payoff_plan,
    "payoff_months": payoff_months,
    "payoff_rows": payoff_rows,
    "acceptance_fee": acceptance_fee,
    "acceptance_fee_shortcut": acceptance_fee_shortcut,
    "payment_order_fee": payment_order_fee,
    "enforcement_fee": lambda inputs: court.fee(
        Decimal(inputs["amount"]), _tariff("court-fee-enforcement")
    ),
    "preservation_fee": lambda inputs: court.fee(
        Decimal(inputs["amount"]), _tariff("court-fee-preservation")
    ),
    "days_between": partial(_by_convention, dates.days_between),
    "year_fraction": partial(_by_convention, dates.year_fraction),
    "add_months": lambda inputs: [
        dates.add_months(_day(inputs["start"]), months) for months in inputs["months"]
    ],
    "add_months_many": add_months_many,
    "month_end": lambda inputs: [dates.month_end(_day(day)) for day in inputs["dates"]],
    "due_dates": lambda inputs: dates.due_dates(_day(inputs["start"]), inputs["count"]),
    "payments_due_by": lambda inputs: [
        dates.due_count(_day(inputs["first"]), _day(day)) for day in inputs["asof"]
    ],
    "early_settlement_rebate": early_settlement_rebate,
}


def wrong(expected: Any, got: Any, tolerance: Decimal) -> str | None:
    """Return what is wrong with `got`, or None if it is as expected."""
    if isinstance(expected, dict):
        faults = [wrong(value, got[key], tolerance) for key, value in expected.items()]
        return next((fault for fault in faults if fault), None)
    if isinstance(expected, list):
        if len(expected) != len(got):
            return f"expected {len(expected)} values, got {len(got)}"
        pairs = zip(expected, got, strict=True)
        return next((fault for pair in pairs if (fault := wrong(*pair, tolerance))), None)
    if isinstance(got, str | date):
        return None if str(got) == expected else f"expected {expected}, got {got}"
    return _wrong_number(str(expected), Decimal(got), tolerance)


def _wrong_number(expected: str, got: Decimal, tolerance: Decimal) -> str | None:
    try:
        wanted = _number(expected)
    except ValueError:
        return f"expected {expected}, got {got}"
    if tolerance == 0:
        got = got.quantize(Decimal(expected))
    return None if abs(got - wanted) <= tolerance else f"expected {expected}, got {got}"


def run(cases: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return (id, what is wrong) of every case that does not hold."""
    faults = []
    for case in cases:
        got = FUNCTIONS[case["function"]](case["inputs"])
        if fault := wrong(case["expected"], got, Decimal(str(case["tolerance"]))):
            faults.append((case["id"], fault))
    return faults


def report(cases: str) -> str:
    """Return the faults as JSON, from the cases as JSON."""
    return json.dumps(run(json.loads(cases)))


if __name__ == "__main__":
    found = run(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    for name, fault in found:
        print(f"{name}: {fault}")
    sys.exit(1 if found else 0)
