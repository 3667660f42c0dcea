"""Runs inside Pyodide when the memory snapshot is made: imports and warms, then tidies up."""

import gc
import json
import linecache
import re
import sys
import zipimport

from calculators import browser

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
