"""How many inputs each fuzz test tries: a few in ``make test``, 100,000 in all by ``make fuzz``."""

from __future__ import annotations

import os
from datetime import timedelta

from hypothesis import HealthCheck, settings

# No answer may take longer, on whatever machine.
LONGEST = timedelta(seconds=3)
INPUTS = int(os.environ.get("FUZZ_INPUTS", "0"))
# Without a number, the same few each time, so that a run can be trusted to end as the last one did.
settings.register_profile(
    "fuzz",
    max_examples=INPUTS or 60,
    derandomize=not INPUTS,
    database=None,
    deadline=LONGEST,
    suppress_health_check=list(HealthCheck),
)
FUZZ = settings.get_profile("fuzz")
