"""Result -> HTML: the only place in the package that knows markup."""

from calculators.view.html import form, output
from calculators.wording import show

__all__ = ["form", "output", "show"]
