"""Build the site: ``python -m scripts.generator.build``. See ``docs/about`` for the picture."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

from scripts.generator import assets, publish, search, steps
from scripts.generator.markdown import moved, trust
from scripts.generator.markdown.errors import PageError
from scripts.generator.publish import bill, compress
from scripts.generator.site import Site
from scripts.generator.steps import BUILD, ENGINE, ROOT, Step

DESCRIBED = Site.read(ROOT)
DOCS = ROOT / "docs"
PAGES, SITE, OFFLINE = BUILD / "pages", BUILD / "site", BUILD / "offline"
ARCHIVE = BUILD / f"{DESCRIBED.slug}-offline.zip"
BILL, SUMS = BUILD / f"{DESCRIBED.slug}.cdx.json", BUILD / "SHA256SUMS"
RUNTIME, THEME = BUILD / "runtime", BUILD / "theme"
# The public address, for canonical links and the site map; without one, neither is published.
ADDRESS = os.environ.get("SITE_URL", "")

_TOOLS = (
    "scripts/generator/steps.py",
    "scripts/generator/build.py",
    "scripts/generator/site.py",
    "requirements/build.txt",
    "package-lock.json",
)


def runtime() -> None:
    """Make the runtime, unless nothing it is made of has changed."""
    _command("-m", "scripts.generator.runtime", "--out", str(RUNTIME))


def pages() -> None:
    """Make the pages, unless nothing they are made of has changed."""
    trust.folder(DOCS)
    _command("-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(PAGES))


STEPS = (
    Step(
        "runtime",
        (*_TOOLS, "calculators/**/*", "scripts/generator/runtime/**/*", "theme/runtime/*"),
        (RUNTIME,),
        runtime,
    ),
    Step(
        "assets",
        (*_TOOLS, "mkdocs.yml", "scripts/generator/assets.py", "theme/**/*"),
        (THEME,),
        lambda: assets.build(ENGINE / "theme", RUNTIME, THEME, DESCRIBED),
    ),
    Step(
        "pages",
        ("mkdocs.yml", "docs/**/*", "theme/addresses.yml", "scripts/generator/markdown/*.py"),
        (PAGES,),
        pages,
        setting=ADDRESS,
    ),
    Step(
        "moved",
        ("theme/moved.html",),
        (PAGES,),
        lambda: moved.write(DOCS, PAGES, ENGINE / "theme" / "moved.html"),
    ),
    Step(
        "search",
        ("scripts/generator/search/*", "docs/search/*.yml"),
        (PAGES,),
        lambda: search.add(DOCS, PAGES),
    ),
    Step(
        "publish",
        ("scripts/generator/publish/*.py",),
        (SITE, OFFLINE, ARCHIVE),
        lambda: publish.editions(
            PAGES, SITE, OFFLINE, ARCHIVE, address=ADDRESS, slug=DESCRIBED.slug
        ),
    ),
    Step(
        "compress",
        (),
        (SITE / "index.html.br",),
        lambda: compress.siblings(SITE, BUILD / ".compressed"),
    ),
    Step(
        "bill",
        ("pyproject.toml",),
        (BILL, SUMS),
        lambda: bill.write(ENGINE, BILL, SUMS, ARCHIVE, DESCRIBED.slug),
    ),
)


def preparation() -> Sequence[Step]:
    """The steps before the pages themselves; the live preview does the rest on its own."""
    return STEPS[:2]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all steps and say where the result lies and how to open it."""
    parser = argparse.ArgumentParser(prog="python -m scripts.generator.build", description=__doc__)
    parser.add_argument("--look", action="store_true", help="leave out what only a host needs")
    look = parser.parse_args(arguments).look
    try:
        steps.run(step for step in STEPS if not (look and step.name == "compress"))
    except PageError as problem:
        sys.exit(f"site: {problem}")
    shown = {path: path.relative_to(ROOT) for path in (SITE, OFFLINE, ARCHIVE, BILL, SUMS)}
    print(f"""
{shown[SITE]}/   the website: python3 -m http.server --bind 127.0.0.1 -d {shown[SITE]} 8000, then http://127.0.0.1:8000
{shown[OFFLINE]}/   the same without a server: open {shown[OFFLINE]}/index.html by double click
{shown[ARCHIVE]}   the same in one file, to pass on
{shown[BILL]}, {shown[SUMS]}   what it is made of, and checksums""")


def environment() -> dict[str, str]:
    """Our environment, in which Material knows that we know of its successor and need no banner."""
    found = os.pathsep.join(filter(None, (str(ENGINE), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": found}


def _command(*arguments: str) -> None:
    """Run a Python module of the build or stop with its status; it has printed why."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
