"""The generator's own commands: ``python -m scripts new FOLDER --name NAME``."""

from __future__ import annotations

import sys

from scripts import new

if __name__ == "__main__":
    command, *rest = sys.argv[1:] or ["--help"]
    if command != "new":
        sys.exit("usage: python -m scripts new FOLDER --name NAME [--slug SLUG]")
    new.main(rest)
