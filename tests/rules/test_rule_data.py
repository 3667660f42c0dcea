"""The rules we publish: all there, and as they were read in the law; their words are checked elsewhere."""

import re
from datetime import date

import pytest

from calculators import rules

TODAY = date(2026, 11, 23)

# The facts that were gathered for this site. None of them may get lost.
GATHERED = """
anti-collection-blackgray asset-report-2017-10 asset-report-2017-5 bankcard-2021-2
card-interp-11 card-interp-6 card-interp-7 card-interp-8 card-interp-9 card-measures-2011-70
case-anhui-2025-7068 cba-guide-2026-frequency cba-guide-2026-prohibited
cba-guide-2026-third-party cba-guide-2026-time cba-guide-2026-visit cfc-20pct-window-guidance
cfc-measures-2024 civil-code-1024 civil-code-1029 civil-code-1032 civil-code-1033
civil-code-1034 civil-code-1064 civil-code-1161 civil-code-188 civil-code-189 civil-code-192
civil-code-193 civil-code-195 civil-code-197 civil-code-201 civil-code-202 civil-code-203
civil-code-496 civil-code-497 civil-code-509 civil-code-533 civil-code-545 civil-code-546
civil-code-560 civil-code-561 civil-code-577 civil-code-585 civil-code-667 civil-code-668
civil-code-669 civil-code-670 civil-code-671 civil-code-672 civil-code-673 civil-code-674
civil-code-675 civil-code-676 civil-code-677 civil-code-678 civil-code-679 civil-code-680
contract-interp-10 contract-interp-32 contract-interp-64 contract-interp-65
court-fee-enforcement court-fee-enforcement-bearer court-fee-half-mediation
court-fee-half-summary court-fee-jurisdiction-objection court-fee-loser-pays
court-fee-mediation-split court-fee-payment-order court-fee-payment-order-bearer
court-fee-prepay court-fee-preservation court-fee-property court-fee-waiver-45
court-fee-waiver-46 cpl-103 cpl-104 cpl-114 cpl-118 cpl-125 cpl-128 cpl-130 cpl-147 cpl-164
cpl-165 cpl-166 cpl-168 cpl-169 cpl-171 cpl-205 cpl-206 cpl-225 cpl-226 cpl-227 cpl-228 cpl-24
cpl-241 cpl-250 cpl-252 cpl-253 cpl-254 cpl-255 cpl-264 cpl-265 cpl-266 cpl-268 cpl-35 cpl-85
cpl-86 cpl-90 cpl-interp-18 cpl-interp-23 cpl-interp-275 cpl-interp-279 cpl-interp-427
cpl-interp-430 cpl-interp-431 cpl-interp-435 cpl-interp-436 credit-measures-2021-12
credit-reg-15 credit-reg-16 credit-reg-17 credit-reg-25 credit-reg-26 credit-reg-29
credit-reg-40 credit-reg-44 credit-repair-2026-followup credit-repair-onetime-2025
credit-report-status-codes crim-175-1 crim-193 crim-196 crim-238 crim-245 crim-253-1 crim-279
crim-293-1 crim-313 daily-rate-conversion delay-interest-2014-1 delay-interest-2014-2
delay-interest-2014-4 dishonest-2017-1 dishonest-2017-2 dishonest-2017-3 enforcement-law-status
exec-settlement-1 exec-settlement-9 gbt-45251-frequency gbt-45251-outsourcing
gbt-45251-published-text gbt-45251-third-party gbt-45251-time high-consumption-2010-8
high-consumption-2015-3 hotline-110 hotline-12321 hotline-12363 hotline-12368 hotline-12378
internet-loan-collection jiebei-account-effects jiebei-brand-separation-2021
jiebei-collection-flow jiebei-credit-reporting jiebei-lender-split jiebei-npl-sales
jiebei-penalty jiebei-rate-range jiebei-repayment-methods jiebei-terms legal-aid-31
limitation-interp-11 limitation-interp-14 limitation-interp-17 limitation-interp-19
limitation-interp-2 limitation-interp-3 limitation-interp-8
loan-class-attention-substandard-2023 loan-class-doubtful-loss-2023 lpr-history
mediation-appointed-11 mediation-appointed-27 mediation-online-24 microloan-cost-guide-2025-2
microloan-measures-2024 national-bankruptcy-status net-freeze-2013-5 net-freeze-alipay
net-freeze-third-party-7 nfra-2025-9-6 nfra-consumer-2022-9-41 nifa-convention-2018
nifa-guide-2024 no-pboc-blacklist npcsc-card-definition-2004 npl-transfer-pilot
overdue-is-civil-explainer pboc-2021-3 penalty-breakpoint-16pct
personal-loan-cost-disclosure-2026 pi-crime-interp-5 pipl-10 pipl-13 pipl-15 pipl-21 pipl-23
pipl-25 pipl-28 pipl-29 pipl-44 pipl-45 pipl-47 pipl-50 pipl-6 pipl-65 pipl-69 private-lending-1
private-lending-25 private-lending-29 psapl-30 psapl-47 psapl-50 psapl-56 psapl-62
refusal-crime-3 refusal-crime-5 refusal-crime-6 reply-2020-27 seizure-3 seizure-4 seizure-5
shenzhen-bankruptcy-2 spc-2017-22-2 spc-jurisdiction-2022-27 supervision-rule-2001-7
why-art70-not-jiebei xiamen-bankruptcy-2025 yinfa-2003-251-3
"""

# Gathered, and left out on purpose.
LEFT_OUT = {
    "npl-crime-thresholds": "the sums are only remembered, and a wrong one could frighten",
    "jiebei-contact": "the service numbers are only remembered, and they change",
}


def test_every_gathered_fact_is_a_rule_or_left_out_with_a_reason() -> None:
    book = rules.at(TODAY)
    assert [rule_id for rule_id in GATHERED.split() if rule_id not in book] == []
    assert [rule_id for rule_id in LEFT_OUT if rule_id in book] == []


# Read in the full text of the law, article by article, when the rule files were written.
@pytest.mark.parametrize(
    ("rule_id", "name", "value"),
    [
        ("civil-code-188", "limitation_years", 3),
        ("cpl-128", "answer_days", 15),
        ("cpl-171", "appeal_days_judgment", 15),
        ("cpl-171", "appeal_days_ruling", 10),
        ("cpl-227", "objection_days", 15),
        ("cpl-250", "enforcement_years", 2),
        ("credit-reg-16", "retention_years", 5),
        ("credit-reg-25", "days", 20),
        ("credit-reg-26", "days", 30),
    ],
)
def test_numbers_read_in_the_law(rule_id: str, name: str, value: int) -> None:
    assert rules.at(TODAY)[rule_id].number(name) == value


def test_the_doubled_interest_is_the_one_in_the_interpretation() -> None:
    """日万分之一点七五, article 1 of 法释〔2014〕8号."""
    daily = rules.at(TODAY)["delay-interest-2014-1"].number("daily_rate")
    assert daily * 10_000 * 100 == 175


def test_a_rule_that_ended_keeps_its_values_for_the_days_it_was_in_force() -> None:
    ended = rules.at(TODAY)["credit-repair-onetime-2025"]
    assert ended.state == "ended"
    with pytest.raises(rules.NotInForce):
        ended.value("repay_by")
    assert rules.at(date(2026, 3, 31))[ended.id].value("repay_by") == date(2026, 3, 31)


def test_four_times_the_lpr_is_the_rule_since_august_2020() -> None:
    """Article 31 of 法释〔2020〕17号: cases taken from 2020-08-20 on."""
    assert rules.at(date(2020, 8, 19))["private-lending-25"].state == "announced"
    book = rules.at(date(2020, 8, 20))
    limit = book["private-lending-25"].number("multiple_of_lpr_1y") * book.lpr()[0]
    assert limit * 1000 == 154


def test_what_rests_on_the_press_alone_is_not_called_verified() -> None:
    """A product is what its own papers say; newspapers about it are hearsay."""
    press = re.compile(r"来自(?:多家)?媒体")
    assert not [
        rule.id
        for rule in rules.at(date.max).all()
        if rule.status == "verified" and not rule.text and rule.note and press.match(rule.note)
    ]
