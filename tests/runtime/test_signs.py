"""The sign on the door of the runtime folder names every file in it, and none that is gone."""

import re
from pathlib import Path

from scripts.generator import runtime

# The door itself, what `python -m` runs, and where Node and Pyodide lie.
NO_STEP = {"__init__.py", "__main__.py", "paths.py"}


def test_every_file_says_where_it_runs() -> None:
    assert runtime.__doc__ and runtime.__file__
    folder = Path(runtime.__file__).parent
    files = {path.name for path in folder.iterdir() if path.suffix in {".py", ".mjs"}}
    named = set(re.findall(r"(?<![\w*/])\w+\.(?:py|mjs)\b", runtime.__doc__))
    assert named == files - NO_STEP
    assert "inside/*.py " in runtime.__doc__
