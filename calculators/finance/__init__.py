"""The arithmetic of debts, exact to the fen: it knows no form, no law and no page.

Money is `Decimal` yuan, rates are decimal fractions (0.18 is 18 %), days are `datetime.date`.
Only the standard library is used, and the calendar of Chinese public holidays in `deadlines`.
Every public function shows what it answers: a question, and the call that answers it.
"""
