"""Begin a site of one's own: ``python -m scripts new FOLDER --name NAME [--slug SLUG]``.

The example is copied and given its name; its pages are there to be replaced. The generator is used where
it lies, so that a later version of it is taken over by updating that folder (``git pull``).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent
EXAMPLE = Path(__file__).with_name("example")
_SLUG = re.compile(r"[a-z][a-z0-9-]*")


def copy(folder: Path, name: str, slug: str) -> None:
    """Copy the example into ``folder``, named ``name`` for readers and ``slug`` in file names.

    Raises ``ValueError`` for a slug that cannot stand in a file's name, and ``FileExistsError`` if the
    folder holds anything.
    """
    if not _SLUG.fullmatch(slug):
        raise ValueError(
            f"--slug {slug!r}: use small letters, digits and -, beginning with a letter"
        )
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty; name a new folder")
    shutil.copytree(
        EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
    )
    (folder / "gitignore").rename(folder / ".gitignore")
    engine = os.path.relpath(ENGINE, folder.resolve())
    for path in (folder / "mkdocs.yml", folder / "Makefile"):
        text = path.read_text("utf-8").replace("NAME", name).replace("SLUG", slug)
        text = text.replace("INHERIT: ENGINE", f"INHERIT: {engine}")
        path.write_text(text.replace("ENGINE := ENGINE", f"ENGINE := {engine}"), encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, copy, and say what to do next."""
    parser = argparse.ArgumentParser(prog="python -m scripts new", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", required=True, help="what readers see, e.g. 押金")
    parser.add_argument("--slug", help="what files are called; the folder's name if not given")
    said = parser.parse_args(arguments)
    try:
        copy(said.folder, said.name, said.slug or said.folder.name)
    except (ValueError, FileExistsError) as problem:
        sys.exit(f"new: {problem}")
    print(f"{said.folder} is a site. Next: cd {said.folder} && make site && make test")


if __name__ == "__main__":
    main()
