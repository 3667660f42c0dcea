"""How much work Python does for one answer: on a phone that is what the reader waits for."""

import json
import sys

from calculators import browser

# It is 80,410 today, and was 92,000 before the declarations were read only once; more wants a reason.
MOST_STEPS = 82_000
TOOL_ID = 4


def steps(request: str) -> int:
    """Instructions that CPython runs for an answer, once all that it keeps has been made."""
    browser.respond(request)
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    watch = sys.monitoring
    watch.use_tool_id(TOOL_ID, "steps")
    try:
        watch.register_callback(TOOL_ID, watch.events.INSTRUCTION, count)
        watch.set_events(TOOL_ID, watch.events.INSTRUCTION)
        browser.respond(request)
        watch.set_events(TOOL_ID, watch.events.NO_EVENTS)
    finally:
        watch.free_tool_id(TOOL_ID)
    return counted


def test_the_answer_that_start_up_is_measured_by_stays_small() -> None:
    request = {"tool": "overdue-cost", "inputs": {"principal": "10001"}, "on": "2026-11-27"}
    assert MOST_STEPS / 2 < steps(json.dumps(request)) <= MOST_STEPS
