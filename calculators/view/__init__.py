"""Result -> HTML: the only place in the package that knows markup."""

from calculators.answer.wording import show
from calculators.view.html import form, output

__all__ = ["form", "output", "show"]
