"""Build the site: ``python -m scripts.generator.build``. See ``docs/about`` for the picture."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.generator import assets, day, paper, publish, search, steps
from scripts.generator.markdown import contact_cards, feeds, moved
from scripts.generator.mistakes import in_one_line
from scripts.generator.publish import bill, compress
from scripts.generator.site import Site
from scripts.generator.steps import BUILD, ENGINE, ROOT, Step

DOCS = ROOT / "docs"
PAGES, SITE, OFFLINE = BUILD / "pages", BUILD / "site", BUILD / "offline"
RUNTIME, THEME, SUMS = BUILD / "runtime", BUILD / "theme", BUILD / "SHA256SUMS"
# The public address, for canonical links and the site map; without one, neither is published.
ADDRESS = os.environ.get("SITE_URL", "")

_TOOLS = (
    "scripts/generator/steps.py",
    "scripts/generator/build.py",
    "scripts/generator/site.py",
    "scripts/generator/integrity.py",
    "scripts/generator/bundler.py",
    "scripts/generator/browsers.py",
    "theme/browsers.json",
    "requirements/build.txt",
    "package-lock.json",
)


def runtime() -> None:
    """Make the runtime, unless nothing it is made of has changed."""
    _command("-m", "scripts.generator.runtime", "--out", str(RUNTIME))


def pages() -> None:
    """Make the pages, unless nothing they are made of has changed."""
    _command("-m", "scripts.generator.pages", "--out", str(PAGES))


def archive(site: Site) -> Path:
    """The file that holds the offline edition."""
    return BUILD / f"{site.slug}-offline.zip"


def one_file(site: Site) -> Path:
    """The page that holds the whole site, for a phone."""
    return BUILD / f"{site.slug}.html"


def list_of_parts(site: Site) -> Path:
    """The CycloneDX file that says what the site is made of."""
    return BUILD / f"{site.slug}.cdx.json"


def papers() -> Path:
    """The folder of the sheets of paper."""
    return BUILD / "paper"


def steps_of(site: Site) -> tuple[Step, ...]:
    """Every step of the build, in order."""
    return (*preparation(site), *_pages(site), *_editions(site))


def preparation(site: Site) -> tuple[Step, ...]:
    """The steps before the pages themselves; the live preview does the rest on its own."""
    return (
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
            lambda: assets.build(ENGINE / "theme", RUNTIME, THEME, site),
        ),
    )


def _pages(site: Site) -> tuple[Step, ...]:
    words = ("mkdocs.yml", "docs/**/*", "theme/addresses.yml")
    code = ("scripts/generator/markdown/*.py", "scripts/generator/pages.py")
    return (
        Step("pages", (*words, *code), (PAGES,), pages, setting=ADDRESS),
        Step(
            "moved",
            ("theme/moved.html",),
            (PAGES,),
            lambda: moved.write(DOCS, PAGES, ENGINE / "theme" / "moved.html"),
        ),
        Step("contacts", (), (PAGES,), lambda: contact_cards.write(DOCS, PAGES)),
        Step("feeds", (), (PAGES,), lambda: feeds.write(DOCS, PAGES, site.name)),
        Step(
            "search",
            ("scripts/generator/search/*", "docs/search/*.yml"),
            (PAGES,),
            lambda: search.add(DOCS, PAGES),
        ),
        Step(
            "paper",
            ("scripts/generator/paper.py", "theme/paper/*"),
            (PAGES,),
            lambda: paper.write(
                DOCS, PAGES, site, ENGINE / "theme" / "paper" / "sheet.css", papers()
            ),
        ),
    )


def _editions(site: Site) -> tuple[Step, ...]:
    packed, whole, parts = archive(site), one_file(site), list_of_parts(site)
    # Never the clock's: then no build were like another.
    on = day.of_sources(ROOT)
    return (
        Step(
            "publish",
            ("scripts/generator/publish/*.py", "scripts/generator/day.py"),
            (SITE, OFFLINE, packed, whole),
            lambda: publish.editions(
                *(PAGES, SITE, OFFLINE, packed, whole), address=ADDRESS, slug=site.slug, day=on
            ),
            setting=on.isoformat(),
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
            (parts, SUMS),
            lambda: bill.write(ENGINE, parts, SUMS, (packed, whole), site.slug),
        ),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all steps and say where the result lies and how to open it."""
    parser = argparse.ArgumentParser(prog="python -m scripts.generator.build", description=__doc__)
    parser.add_argument("--look", action="store_true", help="leave out what only a host needs")
    look = parser.parse_args(arguments).look
    site = Site.read(ROOT)
    steps.run(step for step in steps_of(site) if not (look and step.name == "compress"))
    packed, whole, parts = archive(site), one_file(site), list_of_parts(site)
    shown = {path: path.relative_to(ROOT) for path in (SITE, OFFLINE, packed, whole, parts, SUMS)}
    print(f"""
{shown[SITE]}/   the website: python3 -m http.server --bind 127.0.0.1 -d {shown[SITE]} 8000, then http://127.0.0.1:8000
{shown[OFFLINE]}/   the same without a server: open {shown[OFFLINE]}/index.html by double click
{shown[packed]}   the same in one archive, to pass on
{shown[whole]}   the same in one page, for a phone: {whole.stat().st_size / 2**20:.1f} MiB
{shown[parts]}, {shown[SUMS]}   what it is made of, and checksums""")


def environment() -> dict[str, str]:
    """Our environment, in which Material knows that we know of its successor and need no banner."""
    found = os.pathsep.join(filter(None, (str(ENGINE), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": found}


def _command(*arguments: str) -> None:
    """Run a Python module of the build or stop with its status; it has printed why.

    It stands in a group of its own: an interruption reaches us alone, and we end it without a word.
    """
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), process_group=0) as running:
        try:
            status = running.wait()
        except BaseException:
            os.killpg(running.pid, signal.SIGTERM)
            raise
    if status:
        sys.exit(status)


if __name__ == "__main__":
    with in_one_line("site"):
        main()
