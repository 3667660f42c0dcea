"""Where a site's own numbers lie: its tools, rules and letters.

Usually they lie in this package. A second site names its folder in the environment variable
`GUIDANCE_ROOT`; then its `calculators/tools`, `calculators/rules/data` and `calculators/letters` are
used in place of ours. In the browser there is only one site, packed as if it were this one.
"""

from __future__ import annotations

from os import environ
from pathlib import Path

_PACKAGE = Path(__file__).parent
# Asked once, when Python starts: the browser's image keeps no more of `os` than it needs.
_NAMED = environ.get("GUIDANCE_ROOT", "")
del environ


def root() -> Path:
    """The folder of the site: the one that holds its `mkdocs.yml`, `docs` and `calculators`."""
    return Path(_NAMED).absolute() if _NAMED else _PACKAGE.parent


def folder(name: str) -> Path:
    """One of the site's own folders, such as `tools` or `rules/data`."""
    return root() / "calculators" / name
