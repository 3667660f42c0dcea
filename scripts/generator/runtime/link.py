"""Links Pyodide's WebAssembly to one memory image, once and for all.

Pyodide is linked so that extension modules can be loaded into it later: it exports everything, and
its addresses are worked out at every start. A restored image needs none of that. So here

1. the globals that the loader would fill get the values they had when the image was taken,
2. the function that runs at start, which only fills globals and clears memory, becomes a trap,
3. only the few functions the page calls stay exported, and the data segments go,
4. where the table names a function that answers no question of some thousand (see ``trace_wasm.py``), it
   names the trap,
5. what holds an object of JavaScript becomes the trap too: no image has one, and browsers before
   2021-11 (Chrome 96) refuse a module that could,
6. binaryen removes what nothing refers to any more: nine tenths of the module.
7. The image itself becomes the module's data: the file then *is* the started Python.

Should a reader ever step into the trap, plain Pyodide answers the same question.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from scripts.generator.runtime import wasm
from scripts.generator.runtime.paths import MODULES, NODE

# What theme/runtime/process.ts calls.
EXPORTS = {
    *("malloc", "free", "Py_DecRef", "PyErr_Print", "PyObject_CallOneArg"),
    *("PyUnicode_AsUTF8AndSize", "PyUnicode_FromStringAndSize"),
}
# What browsers of the promise understand (Chrome 88, Firefox 79, Safari 15) beyond WebAssembly 1.0.
SAFE = ["bulk-memory", "bulk-memory-opt", "sign-ext", "mutable-globals", "nontrapping-float-to-int"]
# What Pyodide itself is built with on top of that.
PYODIDES = ["exception-handling", "reference-types", "multivalue"]
# What a function is made of that nobody is to call.
_TRAP = bytes([0, wasm.UNREACHABLE, wasm.END])
# Zeros shorter than this are written as they are: a new data segment costs about ten bytes.
_GAP_BYTES = 32
_RUN = re.compile(rb"(?s)[^\0](?:\0{0,%d}[^\0])*" % (_GAP_BYTES - 1))

type Globals = Mapping[str, int]


def fix_addresses(module: bytes, values: Globals) -> bytes:
    """Steps 1 to 3: all addresses become constants; what served dynamic linking is removed."""
    sections = wasm.split(module)
    fixed = _start(sections, values)
    sections[wasm.GLOBAL] = _globals(sections, values, fixed)
    sections[wasm.IMPORT] = wasm.vector(
        entry.raw for entry in wasm.imports(sections[wasm.IMPORT]) if entry.kind != wasm.GLOBAL_KIND
    )
    sections[wasm.EXPORT] = wasm.vector(
        entry.raw for entry in wasm.exports(sections[wasm.EXPORT]) if entry.name in EXPORTS
    )
    sections[wasm.ELEMENT] = _offset(sections[wasm.ELEMENT], values["__table_base"])
    for number in (wasm.START, wasm.DATA, wasm.DATA_COUNT):
        del sections[number]
    return wasm.join(sections)


def _start(sections: wasm.Sections, values: Globals) -> dict[int, int]:
    """Make the start function a trap; returns the globals it would have set.

    Its code is ``global = base + constant`` again and again, then one ``memory.fill``.
    """
    bases = [values[e.name] for e in _imported_globals(sections)]
    bodies = list(wasm.bodies(sections[wasm.CODE]))
    index = wasm.unsigned(sections[wasm.START], 0)[0] - _imported_functions(sections)
    code, at = bodies[index], 1  # no locals
    fixed = {}
    while code[at] == wasm.GLOBAL_GET:
        base, at = wasm.unsigned(code, at + 1)
        value, at = wasm.unsigned(code, at + 1)
        if code[at : at + 2] != bytes([wasm.I32_ADD, wasm.GLOBAL_SET]):
            break  # memory.fill
        target, at = wasm.unsigned(code, at + 2)
        fixed[target] = bases[base] + value
    bodies[index] = _TRAP
    sections[wasm.CODE] = wasm.code(bodies)
    return fixed


def _imported_functions(sections: wasm.Sections) -> int:
    return sum(e.kind == wasm.FUNCTION_KIND for e in wasm.imports(sections[wasm.IMPORT]))


def _imported_globals(sections: wasm.Sections) -> list[wasm.Entry]:
    return [e for e in wasm.imports(sections[wasm.IMPORT]) if e.kind == wasm.GLOBAL_KIND]


def _globals(sections: wasm.Sections, values: Globals, fixed: Mapping[int, int]) -> bytes:
    """Imported globals become the module's own first ones, so that no number changes."""
    items = [
        bytes([wasm.I32, entry.name == "__stack_pointer"])
        + wasm.constant(values[entry.name])
        + bytes([wasm.END])
        for entry in _imported_globals(sections)
    ]
    for raw in _own_globals(sections[wasm.GLOBAL]):
        value = fixed.get(len(items))
        constant = None if value is None else bytes([wasm.I32, 0]) + wasm.constant(value)
        items.append(raw if constant is None else constant + bytes([wasm.END]))
    return wasm.vector(items)


def _own_globals(section: bytes) -> Iterator[bytes]:
    count, at = wasm.unsigned(section, 0)
    for _ in range(count):
        start = at
        at = wasm.unsigned(section, at + 3)[1] + 1  # type, mutable, i32.const n, end
        yield section[start:at]


def _offset(section: bytes, base: int) -> bytes:
    """The one table segment begins at a global's value; give it the number."""
    wanted = bytes([wasm.GLOBAL_GET, 2, wasm.END])
    return section.replace(wanted, wasm.constant(base) + bytes([wasm.END]), 1)


def stub_uncalled(module: bytes, called: Collection[int]) -> bytes:
    """Step 4: only these functions, by their place in the code section, stay in the table."""
    sections = wasm.split(module)
    imported = _imported_functions(sections)
    trap = imported + list(wasm.bodies(sections[wasm.CODE])).index(_TRAP)
    begin, named = _table(sections[wasm.ELEMENT])
    kept = (n if n < imported or n - imported in called else trap for n in named)
    sections[wasm.ELEMENT] = sections[wasm.ELEMENT][:begin] + wasm.vector(map(wasm.encode, kept))
    return wasm.join(sections)


def _table(section: bytes) -> tuple[int, list[int]]:
    """Where the one table segment's list begins, and the functions it names."""
    begin = wasm.unsigned(section, 3)[1] + 1  # behind: one segment, of kind 0, i32.const n, end
    count, at = wasm.unsigned(section, begin)
    named = []
    for _ in range(count):
        number, at = wasm.unsigned(section, at)
        named.append(number)
    return begin, named


def without_references(module: bytes) -> bytes:
    """Step 5: every function with a reference among its parameters, results or locals is the trap."""
    sections = wasm.split(module)
    kinds = list(wasm.types(sections[wasm.TYPE]))
    own = wasm.numbers(sections[wasm.FUNCTION])
    sections[wasm.CODE] = wasm.code(
        _TRAP if wasm.EXTERNREF in kinds[kind] + wasm.locals_of(body) else body
        for kind, body in zip(own, wasm.bodies(sections[wasm.CODE]), strict=True)
    )
    return wasm.join(sections)


def reduce(module: Path, reduced: Path) -> None:
    """Step 6, by binaryen.

    Raises CalledProcessError if what is left asks more of a browser than ``SAFE``.
    """
    _optimise(module, reduced, [*SAFE, *PYODIDES], "--remove-unused-module-elements")
    _optimise(reduced, Path(os.devnull), SAFE, "--remove-unused-names")


def _optimise(module: Path, to: Path, features: Collection[str], what: str) -> None:
    subprocess.run(
        [
            *(NODE, "--stack-size=8000", MODULES / "binaryen" / "bin" / "wasm-opt"),
            *("--mvp-features", *(f"--enable-{feature}" for feature in features)),
            *(what, module, "-o", to),
        ],
        check=True,
    )


def with_memory(module: bytes, memory: bytes, about: bytes) -> bytes:
    """Step 7: the module whose data segments are all that is not zero in the memory.

    ``about`` is what the page's script must know to start it, as JSON.
    """
    sections = wasm.split(module)
    sections[wasm.DATA] = wasm.vector(
        b"\0" + wasm.constant(start) + bytes([wasm.END]) + wasm.encode(len(run)) + run
        for start, run in runs(memory)
    )
    sections[wasm.CUSTOM] = wasm.custom("huanqing", about)
    return wasm.join(sections)


def runs(memory: bytes) -> Iterator[tuple[int, bytes]]:
    """Where the memory is not zero, and what stands there."""
    return ((found.start(), found.group()) for found in _RUN.finditer(memory))
