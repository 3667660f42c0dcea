"""Percentages as pages write them."""

from __future__ import annotations

import re
from decimal import Decimal


def too_long(text: str) -> list[str]:
    """Percentages with more decimals than anybody reads; a daily rate needs them."""
    return [
        said
        for said in re.findall(r"(?<![\d.])\d[\d,]*\.\d{3,}(?= ?[%％])", text)
        if Decimal(said.replace(",", "")) >= Decimal("0.2")
    ]
