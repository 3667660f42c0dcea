"""Runs inside Pyodide when the memory snapshot is made: imports and warms, then tidies up."""

import gc
import json
import linecache
import re
import sys
import types
import zipimport

# Jinja2 imports its cache for byte code on disk, and with it pickle and tempfile; nothing here has
# a disk.
unused = types.ModuleType("jinja2.bccache")
for name in ("BytecodeCache", "FileSystemBytecodeCache", "MemcachedBytecodeCache"):
    setattr(unused, name, None)
sys.modules["jinja2.bccache"] = unused

from calculators import browser  # noqa: E402

browser.warm()
# Nothing can be imported later: there is no file system behind a restored memory.
sys.path[:] = []
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
re.purge()
linecache.clearcache()
gc.collect()
with open("/result.json", "w") as file:  # noqa: PTH123 - not worth importing pathlib for
    json.dump({"respond": id(browser.respond), "modules": sorted(sys.modules)}, file)
