"""The arithmetic of debts, exact to the fen: a finance library that knows no form, no law and no page.

Money is `Decimal` yuan, rates are decimal fractions (0.18 is 18 %), days are `datetime.date`. Only the
standard library is used, and the calendar of Chinese public holidays in `deadlines`.
"""
