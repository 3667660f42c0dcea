"""Whatever a case file, the device's storage, a scanned code or a link holds: what can be used, or one sentence."""

from __future__ import annotations

import base64
import json
import subprocess
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.generator import bundler
from scripts.generator.runtime.paths import NODE
from tests.conftest import ROOT
from tests.fuzz.conftest import FUZZ, LONGEST
from tests.fuzz.test_fuzz import ANYTHING, LEAF, TYPED, spoiled

Said = dict[str, Any]
Door = Callable[[str, str], Said]
RUN = """
const lines = require('readline').createInterface({input: process.stdin})
lines.on('line', async line => console.log(JSON.stringify(await said(line))))
"""
NAMES = st.one_of(
    st.sampled_from(["principal", "debts", "__proto__", "constructor", "prototype", "toString"]),
    st.text(max_size=8),
)
ROWS = st.lists(st.dictionaries(NAMES, st.one_of(LEAF, ANYTHING), max_size=4), max_size=4)
FACTS = st.dictionaries(NAMES, st.one_of(LEAF, ROWS, ANYTHING), max_size=6)
FILES = st.fixed_dictionaries(
    {"app": st.one_of(st.just("huanqing"), LEAF)},
    optional={
        "version": st.one_of(st.sampled_from([1, 2, 3, 0, -1, 1e99, "2"]), LEAF),
        "facts": st.one_of(FACTS, ANYTHING),
        "inputs": st.one_of(FACTS, ANYTHING),
    },
).map(json.dumps)
GOOD = (
    '{"app":"huanqing","version":2,"facts":{"principal":"20000","debts":[{"name":"a","balance":"1"}]}}',
    '{"app":"huanqing","version":1,"inputs":{"principal":"20000"}}',
)
DEEP = (
    "[" * 100_000,
    '{"app":"huanqing","version":2,"facts":' + '{"a":' * 50_000,
    "\ufeff" + GOOD[0],
)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The page's own code under Node; an answer is there within three seconds."""
    bundle = tmp_path_factory.mktemp("doors") / "doors.js"
    bundle.write_bytes(bundler.script(ROOT / "tests/fuzz/doors.ts") + RUN.encode())
    command = [str(NODE), str(bundle)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        asked, told = process.stdin, process.stdout
        assert asked and told

        def ask(name: str, text: str) -> Said:
            asked.write(json.dumps({"door": name, "text": text}) + "\n")
            asked.flush()
            said: Said = json.loads(told.readline())
            return said

        yield ask
        asked.close()


def is_harmless(said: Said) -> None:
    assert "broken" not in said, said
    assert said["ms"] < LONGEST.total_seconds() * 1000
    if "refused" in said:
        assert said["refused"].endswith("。")
        return
    for name, fact in said["facts"].items():
        assert name not in {"__proto__", "constructor", "prototype"}
        cells = fact if isinstance(fact, list) else [{"": fact}]
        assert all(isinstance(text, str) and len(text) <= 400 for c in cells for text in c.values())


@FUZZ
@given(st.one_of(FILES, spoiled(GOOD), st.text(max_size=60), ANYTHING.map(json.dumps)))
def test_a_case_file_gives_facts_or_one_sentence(door: Door, text: str) -> None:
    is_harmless(door("file", text))


@FUZZ
@given(st.one_of(FACTS.map(json.dumps), spoiled(GOOD), st.text(max_size=60)))
def test_what_was_stored_gives_facts_and_what_is_damaged_counts_as_not_there(
    door: Door, text: str
) -> None:
    said = door("stored", text)
    is_harmless(said)
    assert "refused" not in said


def code(text: str, how: str) -> str:
    """One code as the page writes it, its sum included."""
    packed = text.encode("utf-8", "surrogatepass")
    packed = zlib.compress(packed) if how == "z" else packed
    body = how + base64.urlsafe_b64encode(packed).decode().rstrip("=")
    pieces = [body[1:][at : at + 560] for at in range(0, len(body) - 1, 560)]
    total = f"{checksum(body):08x}"
    return " ".join(f"{n}.{len(pieces)}.{total}.{how}{piece}" for n, piece in enumerate(pieces, 1))


def checksum(text: str) -> int:
    found = 0x811C9DC5
    for letter in text:
        found = (found ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return found


CODES = st.builds(code, st.one_of(FILES, spoiled(GOOD)), st.sampled_from("zp"))


@FUZZ
@given(st.one_of(CODES, spoiled((code(GOOD[0], "z"), code(GOOD[0], "p"), "1.1.00000000.zAAAA"))))
def test_a_scanned_code_gives_facts_or_one_sentence(door: Door, text: str) -> None:
    is_harmless(door("code", text))


LINK = "overdue-cost?on=2026-11-23&debts.length=2&debts.0.balance=20000&debts.1.balance=1"
LINK_NAMES = st.one_of(
    st.sampled_from(
        ["on", "principal", "debts.length", "debts.0.balance", "debts.99999.balance", "debts.-1.a"]
    ),
    NAMES,
)


def link(pairs: list[tuple[str, Any]]) -> str:
    said = "&".join(
        f"{quote(n, errors='replace')}={quote(str(t), errors='replace')}" for n, t in pairs
    )
    return f"overdue-cost?{said}"


LINKS = st.lists(st.tuples(LINK_NAMES, st.one_of(TYPED, LEAF)), max_size=12).map(link)


@FUZZ
@given(st.one_of(LINKS, spoiled((LINK,)), st.text(max_size=60)))
def test_a_link_gives_numbers_and_no_more_lines_than_there_is_room_for(
    door: Door, text: str
) -> None:
    said = door("link", text)
    is_harmless(said)
    assert said["lines"] is None or said["lines"] in range(13)
    for number in said["numbers"]:
        assert len(number) <= 40
        assert not set(number) & set("\n\r<>&;\"'`${}()[]")


def test_a_good_link_is_read_and_one_too_long_is_not(door: Door) -> None:
    said = door("link", LINK)
    assert (said["tool"], said["lines"]) == ("overdue-cost", 2)
    assert said["numbers"] == ["2026-11-23", "2", "20000", "1"]
    said = door("link", f"{LINK}&a={'1' * 9000}")
    assert (said["tool"], said["lines"], said["numbers"]) == ("overdue-cost", None, [])


def test_a_good_code_is_read(door: Door) -> None:
    for how in "zp":
        assert door("code", code(GOOD[0], how))["facts"]["principal"] == "20000"


@pytest.mark.parametrize("text", DEEP, ids=["lists", "groups", "a mark before the text"])
def test_depth_and_a_mark_before_the_text_do_no_harm(door: Door, text: str) -> None:
    said = door("file", text)
    is_harmless(said)
    assert ("facts" in said) == text.startswith("\ufeff")


def test_a_code_that_swells_is_refused(door: Door) -> None:
    """Twenty million letters packed into twenty thousand."""
    swollen = code("a" * 20_000_000, "z")
    assert "refused" in door("code", swollen)
