"""What is removed of Python's functions is a trap; what answered a question works as before."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from scripts.generator.steps import ROOT

PRUNE = (ROOT / "scripts" / "generator" / "runtime" / "inside" / "prune.py").read_text("utf-8")
# A door like that of the calculators, which reads JSON and never writes any.
PRUNED = f"""{PRUNE}
import json

class Door(types.ModuleType):
    def warm(self): pass
    def respond(self, question): return json.loads(question)

door = Door("door")
found = trace(door, ["[1, 2]", '{{"a": 1.5}}'])
drop_unused(set(found["ran"]), found["wanted"])
assert door.respond("[3]") == [3]
os.write(1, b"answered")
"""


def run(code: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", PRUNED + code], capture_output=True, check=False)


def test_what_answered_a_question_works_as_before() -> None:
    done = run("os._exit(0)")
    assert (done.returncode, done.stdout) == (0, b"answered"), done.stderr.decode()


@pytest.mark.parametrize(
    "call",
    ["json.dumps([1], indent=1)", "json.JSONEncoder.iterencode(None, [])", "import colorsys"],
)
def test_what_was_removed_cannot_be_caught(call: str) -> None:
    done = run(f"\ntry:\n    {call}\nexcept BaseException:\n    os._exit(0)\nos._exit(0)")
    assert (done.returncode, done.stdout) == (-signal.SIGABRT, b"answered"), done.stderr.decode()
