"""Just enough of the WebAssembly binary format to take a module apart and put it together again.

Source: WebAssembly Core Specification, chapter 5 "Binary Format".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START = range(9)
ELEMENT, CODE, DATA, DATA_COUNT, TAG = range(9, 14)
# The order in which sections stand, which is not that of their numbers; ours may have one custom
# section, at the end.
ORDER = (1, 2, 3, 4, 5, TAG, 6, 7, 8, 9, DATA_COUNT, 10, 11, CUSTOM)

FUNCTION_KIND, TABLE_KIND, MEMORY_KIND, GLOBAL_KIND, TAG_KIND = range(5)
I32, EXTERNREF = 0x7F, 0x6F
I32_CONST, I32_ADD, I32_STORE8 = 0x41, 0x6A, 0x3A
GLOBAL_GET, GLOBAL_SET, UNREACHABLE, END = 0x23, 0x24, 0x00, 0x0B

type Sections = dict[int, bytes]


def split(module: bytes) -> Sections:
    """The module's sections by number, without custom ones."""
    sections, at = {}, 8
    while at < len(module):
        number = module[at]
        size, at = unsigned(module, at + 1)
        if number != CUSTOM:
            sections[number] = module[at : at + size]
        at += size
    return sections


def join(sections: Sections) -> bytes:
    """The module made of these sections."""
    parts = [b"\0asm\1\0\0\0"]
    for number in ORDER:
        if number in sections:
            parts += [bytes([number]), encode(len(sections[number])), sections[number]]
    return b"".join(parts)


def custom(name: str, content: bytes) -> bytes:
    """A custom section, for what engines need not know."""
    return encode(len(name)) + name.encode() + content


def vector(items: Iterable[bytes]) -> bytes:
    """A list as the format writes it: how many, then one after the other."""
    listed = list(items)
    return encode(len(listed)) + b"".join(listed)


def unsigned(data: bytes, at: int) -> tuple[int, int]:
    """The LEB128 number at ``at`` and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def encode(value: int) -> bytes:
    """A natural number in LEB128."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def constant(value: int) -> bytes:
    """``i32.const value``: signed LEB128, so the sixth bit of the last byte is the sign."""
    out = bytearray([I32_CONST])
    while not -0x40 <= value < 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value & 0x7F])


def bodies(section: bytes) -> Iterator[bytes]:
    """The functions of a code section, one after the other."""
    count, at = unsigned(section, 0)
    for _ in range(count):
        size, at = unsigned(section, at)
        yield section[at : at + size]
        at += size


def code(bodies: Iterable[bytes]) -> bytes:
    """The code section of these functions."""
    return vector(encode(len(body)) + body for body in bodies)


def types(section: bytes) -> Iterator[bytes]:
    """Of every function type, its parameters and results, one byte each."""
    count, at = unsigned(section, 0)
    for _ in range(count):
        kinds = b""
        at += 1  # "a function"
        for _ in range(2):
            number, at = unsigned(section, at)
            kinds, at = kinds + section[at : at + number], at + number
        yield kinds


def numbers(section: bytes) -> list[int]:
    """The numbers of a section that is a list of nothing else."""
    count, at = unsigned(section, 0)
    found = []
    for _ in range(count):
        number, at = unsigned(section, at)
        found.append(number)
    return found


def locals_of(body: bytes) -> bytes:
    """The types a function's locals have, each at least once."""
    groups, at = unsigned(body, 0)
    kinds = bytearray()
    for _ in range(groups):
        at = unsigned(body, at)[1] + 1  # how many, of which type
        kinds.append(body[at - 1])
    return bytes(kinds)


def behind_locals(body: bytes) -> int:
    """Where the instructions of a function begin."""
    groups, at = unsigned(body, 0)
    for _ in range(groups):
        at = unsigned(body, at)[1] + 1  # how many, of which type
    return at


@dataclass(frozen=True)
class Entry:
    """One import or export: its names, kind, and bytes as they stand."""

    name: str
    kind: int
    raw: bytes


def imports(section: bytes) -> Iterator[Entry]:
    """What the module imports; the name without that of the providing module."""
    count, at = unsigned(section, 0)
    for _ in range(count):
        start = at
        at = _name(section, at)[1]
        name, at = _name(section, at)
        kind = section[at]
        at = _skip_description(section, at + 1, kind)
        yield Entry(name, kind, section[start:at])


def exports(section: bytes) -> Iterator[Entry]:
    """What the module exports."""
    count, at = unsigned(section, 0)
    for _ in range(count):
        start = at
        name, at = _name(section, at)
        kind = section[at]
        at = unsigned(section, at + 1)[1]
        yield Entry(name, kind, section[start:at])


def _name(section: bytes, at: int) -> tuple[str, int]:
    length, at = unsigned(section, at)
    return section[at : at + length].decode(), at + length


def _skip_description(section: bytes, at: int, kind: int) -> int:
    if kind == FUNCTION_KIND:
        return unsigned(section, at)[1]
    if kind == GLOBAL_KIND:
        return at + 2
    if kind == TAG_KIND:
        return unsigned(section, at + 1)[1]
    at += kind == TABLE_KIND  # the type of its elements
    has_maximum = section[at] & 1
    at = unsigned(section, at + 1)[1]
    return unsigned(section, at)[1] if has_maximum else at
