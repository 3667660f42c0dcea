"""Runs inside the image's CPython: which functions of Python a page needs; the rest are removed.

An import brings whole modules along, of which a page calls a quarter. As with CPython's own functions
(see ``trace_wasm.py``) nothing tells which; so they are traced while some thousand questions are asked.
"""

import builtins
import gc
import json
import os
import sys
import types
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from zlib import crc32

# Generators and what can wait: CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR of the
# module inspect, which the image does without. tests/runtime/test_structs.py holds them to it.
_KINDS = 0x20 | 0x80 | 0x100 | 0x200
# Py_TPFLAGS_HEAPTYPE and _IMMUTABLETYPE of Include/object.h: a class made while Python ran, and one whose
# attributes may not be changed all the same.
_MADE, _FIXED = 1 << 9, 1 << 8
# Where a module came from. Its package stays: an import inside a function may ask for it.
_ORIGIN = ("__spec__", "__loader__", "__file__", "__cached__")
_DATA = {dict, frozenset, list, set, str, tuple}
_KEPT_WHOLE = {"builtins", "calculators", "sys", __name__}

builtins.abort = os.abort  # type: ignore[attr-defined]


def write_trace(requests: str, to: str) -> None:
    """Write what the file of ``requests``, one a line, needs of Python: see ``trace``; as JSON."""
    with open(requests, encoding="utf-8") as lines:
        found = trace(_door(), lines.read().split("\n"))
    with open(to, "w", encoding="utf-8") as file:
        json.dump(found, file)


def write_address(to: str) -> None:
    """Write where the function lies that answers."""
    with open(to, "w", encoding="utf-8") as file:
        json.dump(id(_door().respond), file)


def prune(needed: str) -> None:
    """Remove what the file ``needed``, written by ``write_trace``, does not name; at last this file's own functions.

    Afterwards nothing is collected any more: answers leave no cycles behind
    (tests/runtime/test_image_answers.py).
    """
    with open(needed, encoding="utf-8") as file:
        found = json.load(file)
    door, collect, disable = _door(), gc.collect, gc.disable
    drop_unused(set(found["ran"]), found["wanted"])
    drop_descriptions()
    drop_unnamed_data()
    del found, file
    door.warm()
    for name in [each for each, value in globals().items() if type(value) is types.FunctionType]:
        del globals()[name]
    del globals()["json"]
    collect()
    disable()


def _door() -> Any:
    return sys.modules["calculators.browser"]


def trap(*_given: object, **_named: object) -> None:
    """Replaces every function that was removed; aborts, so that the fallback answers: no ``except`` can catch it."""
    abort()  # type: ignore[name-defined] # noqa: F821


def trace(browser: Any, questions: Iterable[str]) -> dict[str, list[str]]:
    """The functions that ran and the modules that were asked for while all questions were answered."""
    ran, wanted = set(), set()
    importing, monitoring = builtins.__import__, sys.monitoring
    started = monitoring.events.PY_START

    def run(code: types.CodeType, _offset: int) -> object:
        ran.add(_name(code))
        return monitoring.DISABLE

    def want(module: str, *rest: Any) -> object:
        package, _, _ = module.partition(".")
        wanted.update({package, module})
        return importing(module, *rest)

    builtins.__import__ = want  # type: ignore[assignment]
    monitoring.use_tool_id(monitoring.PROFILER_ID, "trace")
    monitoring.register_callback(monitoring.PROFILER_ID, started, run)
    monitoring.set_events(monitoring.PROFILER_ID, started)
    browser.warm()
    for question in questions:
        browser.respond(question)
    monitoring.set_events(monitoring.PROFILER_ID, 0)
    builtins.__import__ = importing
    return {"ran": sorted(ran), "wanted": sorted(wanted)}


def drop_unused(ran: Collection[str], wanted: Iterable[str]) -> None:
    """All functions but those that ran, and the modules that nothing asks for by name."""
    for each in set(sys.modules) - {*wanted, *sys.builtin_module_names, __name__}:
        del sys.modules[each]
    for owner in gc.get_objects():
        # Not `isinstance`, which may ask the object, and so Python, for its class.
        if issubclass(type(owner), type):
            for each in _unused(vars(owner), ran):
                type.__setattr__(owner, each, trap)
        elif type(owner) is types.ModuleType and owner.__name__ != __name__:
            vars(owner).update(dict.fromkeys(_unused(vars(owner), ran), trap))
    # What dies now may still call functions that the following takes away.
    gc.collect()
    reduced: dict[object, types.CodeType] = {}
    for function in gc.get_objects():
        if type(function) is types.FunctionType and function.__module__ != __name__:
            function.__code__ = _reduced(function.__code__, ran, reduced)


def drop_descriptions() -> None:
    """What only people and tools read: what a module or a class says of itself, annotations, where a name stands."""
    for owner in gc.get_objects():
        kind = type(owner)
        if kind is types.ModuleType and owner.__name__ != __name__:
            names = vars(owner)
            names["__doc__"] = None
            for each in _ORIGIN:
                names.pop(each, None)
        elif kind is types.FunctionType:
            # An empty dictionary in their place would be one for each function.
            del owner.__annotations__
            owner.__qualname__ = owner.__name__
        elif issubclass(kind, type) and owner.__flags__ & (_MADE | _FIXED) == _MADE:
            if type(vars(owner).get("__doc__")) is str:
                type.__setattr__(owner, "__doc__", None)
            if "__annotations__" in vars(owner):
                type.__delattr__(owner, "__annotations__")


def drop_unnamed_data() -> None:
    """The tables and texts of other people's modules which no function that is left names.

    Functions stay, since some that are written in C look for one by its name.
    """
    named: set[object] = set()
    for function in gc.get_objects():
        if type(function) is types.FunctionType and function.__module__ != __name__:
            _collect_names(function.__code__, named)
    for module in gc.get_objects():
        if (
            type(module) is types.ModuleType
            and module.__name__.partition(".")[0] not in _KEPT_WHOLE
        ):
            names = vars(module)
            for each in [name for name in names if name not in named]:
                if type(names[each]) in _DATA and not each.startswith("__"):
                    del names[each]


def _collect_names(code: types.CodeType, named: set[object]) -> None:
    named.update(code.co_names)
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            _collect_names(each, named)
        elif isinstance(each, str):
            named.add(each)


def _name(code: types.CodeType) -> str:
    """The same at every start. Lines do not tell apart what is made of text, such as templates."""
    content = crc32(code.co_code + repr((code.co_names, code.co_varnames)).encode())
    return f"{code.co_filename}:{code.co_firstlineno} {code.co_qualname} {content:08x}"


def _is_used(code: types.CodeType, ran: Collection[str]) -> bool:
    """What ran; of our own package all that was written, and what makes its objects."""
    is_ours = "calculators/" in code.co_filename or code.co_filename == "<template>"
    return is_ours or code.co_name == "__init__" or _name(code) in ran


def _unused(names: Mapping[str, Any], ran: Collection[str]) -> list[str]:
    """The names in a module or class that belong to functions which are not needed."""
    functions = {key: f for key, f in names.items() if type(f) is types.FunctionType}
    return [key for key, function in functions.items() if not _is_used(function.__code__, ran)]


def _reduced(
    code: types.CodeType, ran: Collection[str], reduced: dict[object, types.CodeType]
) -> types.CodeType:
    """Code without inner functions that are not needed, its lines and its place: nobody sees tracebacks."""
    if code in reduced:
        return reduced[code]
    if _is_used(code, ran):
        inner = [
            _reduced(each, ran, reduced) if isinstance(each, types.CodeType) else each
            for each in code.co_consts
        ]
        reduced[code] = code.replace(
            co_consts=tuple(inner), co_linetable=b"", co_qualname=code.co_name
        )
    else:
        reduced[code] = _trapping(code, reduced)
    return reduced[code]


def _trapping(code: types.CodeType, made: dict[object, types.CodeType]) -> types.CodeType:
    """The trap for a function with this code; those that are alike share one.

    A function takes other code only of its own kind, with as many variables from outside.
    """
    kind = trap.__code__.co_flags | code.co_flags & _KINDS
    count = len(code.co_freevars)
    if (kind, count) not in made:
        outside = tuple(f"_{number}" for number in range(count))
        made[kind, count] = trap.__code__.replace(co_flags=kind, co_freevars=outside)
    return made[kind, count]
