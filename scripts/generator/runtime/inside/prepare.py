"""Runs inside the image's CPython: imports and warms, then tidies up."""

import linecache
import re
import sys
import types
import unicodedata
import zipimport

# Jinja2 imports its cache for byte code on disk, and with it pickle and tempfile; nothing here has
# a disk.
unused = types.ModuleType("jinja2.bccache")
for name in ("BytecodeCache", "FileSystemBytecodeCache", "MemcachedBytecodeCache"):
    setattr(unused, name, None)
sys.modules["jinja2.bccache"] = unused

import jinja2  # noqa: E402

from calculators import browser  # noqa: E402

browser.warm()


def forget(*names: str) -> None:
    """Remove modules that did their work when things were made: nothing calls them any more."""
    gone = {name: sys.modules.pop(name) for name in names}
    for module in list(sys.modules.values()):
        for name, value in list(vars(module).items()):
            if value in gone.values() or getattr(value, "__module__", None) in gone:
                delattr(module, name)
    for each in gone.values():
        vars(each).clear()


# What compiled the templates, and what the dataclasses and Jinja2 were made with.
jinja2.Environment.code_generator_class = None  # type: ignore[assignment]
forget(
    *(
        f"jinja2.{part}"
        for part in ("compiler", "parser", "lexer", "idtracking", "optimizer", "meta")
    )
)
forget("inspect", "ast", "dis", "opcode", "_opcode_metadata", "tokenize", "token")
# The names of all letters are emptied (structs.mjs): what would read them is gone, and says so.
for name in ("name", "lookup", "ucd_3_2_0", "_ucnhash_CAPI"):
    delattr(unicodedata, name)
# Nothing can be imported later: there is no file system behind a restored memory.
sys.path[:] = []
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
re.purge()
linecache.clearcache()
