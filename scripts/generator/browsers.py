"""The oldest browsers the site promises to work in: one list for scripts, styles, pages and tests."""

from __future__ import annotations

import json

from scripts.generator.steps import ENGINE

OLDEST: dict[str, str] = json.loads((ENGINE / "theme" / "browsers.json").read_text("utf-8"))
"""Main version by name; Edge, and the web views of Android, are as their Chrome."""

TARGET = ",".join(name + version for name, version in OLDEST.items())
"""As the bundler wants it."""
