"""Live preview for authors: ``python -m scripts.serve [--port PORT] [--words]``.

A changed page, rule, letter, calculator or style is shown a few seconds after saving. What runs in the
browser is made in the background, about a minute, and the page says so meanwhile. A mistake is shown in
the page, with file, line and reason, until it is corrected.
"""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from scripts.generator import build, steps
from scripts.generator.mistakes import in_one_line
from scripts.generator.site import Site
from scripts.generator.steps import BUILD, ENGINE, ROOT
from scripts.preview.builder import Builder, Runtime
from scripts.preview.server import HOST, Shown, serving
from scripts.preview.watch import Kind, Watcher

PORT = 8000
LOOK_EVERY_S, SETTLED_S = 0.3, 0.15
MAKING = (
    "What runs in the browser is being made (about a minute); "
    "until then, what you type is answered by the version before."
)


class Preview:
    """Builds what has changed and tells the server what to show."""

    def __init__(self, shown: Shown, address: str, *, words_only: bool) -> None:
        self.shown, self.runtime, self.words_only = shown, Runtime(), words_only
        self.builder = Builder(shown.folder, address)
        self.watcher = Watcher(ROOT, ENGINE)

    def begin(self) -> None:
        """Show the site as it is now."""
        site_is_new = not (build.THEME.exists() and build.RUNTIME.exists())
        if site_is_new:
            steps.run(build.preparation(Site.read(ROOT)))
        self.show(Kind.PAGES | Kind.LOOK, "")
        if not site_is_new:
            self.make_runtime()

    def look(self) -> None:
        """Show what has changed since the last look, if anything has."""
        if changes := self._settled():
            kind = Kind.NOTHING
            for each in changes.values():
                kind |= each
            self.show(kind, _named(changes))
        if outcome := self.runtime.finished():
            self.shown.note = ""
            if outcome.error:
                print("serve  what runs in the browser was not made:", *outcome.error, sep="\n  ")
                self._tell(outcome.error)
            else:
                self.show(Kind.PAGES | Kind.LOOK, "what runs in the browser")

    def show(self, kind: Kind, what: str) -> None:
        """Build what a change of this kind asks for."""
        started = time.monotonic()
        if Kind.CODE in kind:
            self.builder.restart()
        if Kind.RUNTIME in kind:
            self.make_runtime()
        outcome = self.builder.build(look=Kind.LOOK in kind)
        self._tell(outcome.error)
        took = f"{time.monotonic() - started:.1f} s"
        how = ", the builder started again" if Kind.CODE in kind and what else ""
        done = "cannot be built" if outcome.error else "shown"
        print(f"serve  {what or 'the site'}: {done} after {took}{how}", flush=True)
        for line in outcome.error or outcome.warnings:
            print(f"       {line}", flush=True)

    def make_runtime(self) -> None:
        """Begin to make what runs in the browser, and say so in the page."""
        if self.words_only:
            return
        self.runtime.begin()
        self.shown.note = MAKING

    def end(self) -> None:
        """Stop what is still running."""
        self.runtime.end()
        self.builder.restart()

    def _tell(self, error: tuple[str, ...]) -> None:
        self.shown.error = error
        self.shown.version += 1

    def _settled(self) -> Mapping[Path, Kind]:
        """What has changed, once nothing more changes: an editor may write several files."""
        found = dict(self.watcher.changed())
        more: Mapping[Path, Kind] = found
        while more:
            time.sleep(SETTLED_S)
            more = self.watcher.changed()
            found |= more
        return found


def _named(paths: Iterable[Path]) -> str:
    first, *others = (str(p.relative_to(ROOT) if p.is_relative_to(ROOT) else p) for p in paths)
    return f"{first} and {len(others)} more" if others else first


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m scripts.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    words = "leave what runs in the browser as it is: a slow machine has rest"
    parser.add_argument("--words", action="store_true", help=words)
    said = parser.parse_args(arguments)
    shown = Shown(BUILD / "preview", version=int(time.time()))
    with serving(shown, said.port) as server:
        address = f"http://{HOST}:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        preview = Preview(shown, address, words_only=said.words)
        try:
            preview.begin()
            print(f"serve  {address} shows every change; Ctrl-C ends it", flush=True)
            while True:
                preview.look()
                time.sleep(LOOK_EVERY_S)
        finally:
            preview.end()
            server.shutdown()


if __name__ == "__main__":
    with in_one_line("serve"):
        main()
