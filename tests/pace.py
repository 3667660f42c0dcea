"""How fast this machine is now, so that a bound in seconds means the same on a slow one."""

import time
from collections.abc import Callable


def unit_of_work() -> float:
    """The seconds of a fixed loop: what this machine is worth now, about a hundredth on a fast one."""
    start, total = time.process_time(), 0
    for n in range(200_000):
        total = (total + n * n) % 99_991
    return time.process_time() - start + total * 0


def seconds_at_pace(work: Callable[[], object], within: float) -> float:
    """The processor's seconds that `work` takes, the least of a few tries if the first is not `within`.

    A machine slower than 20 ms a unit of work has so much more time.
    """
    taken = _taken(work)
    for _ in range(3):
        if taken < within:
            break
        slow = max(1.0, unit_of_work() / 0.02)
        taken = min(taken, _taken(work) / slow)
    return taken


def _taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
