"""Find the C functions of CPython that run while the sample requests are answered.

CPython reaches most of its functions only through WebAssembly's table: methods of types, functions of
modules. Nothing tells which of them a page can ever need, so they are traced at work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scripts.generator.runtime import link, node, wasm
from scripts.generator.runtime.image import Image

# A mark a function, at the far end of the stack, which is megabytes away from where it is used.
_FROM_THE_END_BYTES = 4096


def functions_called(
    fixed: bytes, image: Image, questions: Sequence[str], folder: Path
) -> frozenset[int]:
    """The functions of ``fixed`` that run, by their place in its code section."""
    sections = wasm.split(fixed)
    bodies = list(wasm.bodies(sections[wasm.CODE]))
    marks = image.globals["__stack_low"] + _FROM_THE_END_BYTES
    sections[wasm.CODE] = wasm.code(_instrumented(bodies, marks))
    module = folder / "instrumented.wasm"
    module.write_bytes(link.with_memory(wasm.join(sections), image.memory, image.about()))
    arguments = (module, str(marks), str(len(bodies)))
    shares = node.shared_out("trace_wasm.mjs", *arguments, questions=questions, folder=folder)
    module.unlink()
    return frozenset(place for place in range(len(bodies)) if any(each[place] for each in shares))


def _instrumented(bodies: Iterable[bytes], marks: int) -> Iterator[bytes]:
    """Each function first sets its own byte."""
    for place, body in enumerate(bodies):
        begin = wasm.behind_locals(body)
        mark = wasm.constant(marks + place) + wasm.constant(1) + bytes([wasm.I32_STORE8, 0, 0])
        yield body[:begin] + mark + body[begin:]
