"""Result -> HTML: the only place in the package that knows markup."""

from calculators.answer.wording import show
from calculators.view.html import form, output
from calculators.view.phones import dial

__all__ = ["dial", "form", "output", "show"]
