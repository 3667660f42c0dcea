"""What is removed of Python's functions is a trap; what answered a question works as before."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.generator.steps import ROOT

PRUNE = (ROOT / "scripts" / "generator" / "runtime" / "inside" / "prune.py").read_text("utf-8")
# A door like that of the calculators, which reads JSON and never writes any.
DOOR = f"""{PRUNE}
from json import loads

class Door(types.ModuleType):
    def __init__(self, name, loads=loads): self.loads = loads
    def warm(self): pass
    def respond(self, question): return self.loads(question)
"""
PRUNED = f"""{DOOR}
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


def test_the_files_that_node_hands_over_and_gets_back(tmp_path: Path) -> None:
    """As image.mjs goes about it; afterwards none of its functions is left."""
    requests, needed, address = (str(tmp_path / name) for name in ("requests", "needed", "address"))
    Path(requests).write_text('[1, 2]\n{"a": 1.5}')
    code = f"""{DOOR}
sys.modules["calculators.browser"] = browser = Door("calculators.browser")
write_trace({requests!r}, {needed!r})
write_address({address!r})
prune({needed!r})
import gc, posix
assert not gc.isenabled()
assert browser.respond("[3]") == [3]
left = [name for name, value in globals().items() if type(value) is types.FunctionType]
posix.write(1, " ".join([*left, "answered"]).encode())
posix._exit(0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"answered"), done.stderr.decode()
    assert json.loads(Path(address).read_text()) > 0
