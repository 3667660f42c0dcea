"""The server of the preview: the last good build, or the mistakes that keep it from being made.

It answers only to the names of this machine: a page elsewhere may give its own name our address (DNS
rebinding) and so read what is not published.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
HOST = "127.0.0.1"
ASKED = "/~preview"
# Publishing gives it its list of files; here it would keep what is to change.
_NOT_HERE = {"/service-worker.js"}
_POLL_MS = 700

_SCRIPT = """<script data-preview>
(() => {
  const shown = %s
  const ask = async () => {
    try {
      const now = await (await fetch("%s", { cache: "no-store" })).json()
      if (now.version !== shown) return location.reload()
      let bar = document.querySelector("[data-preview-note]")
      if (!bar) document.body.append(bar = Object.assign(document.createElement("p"), { hidden: true }))
      bar.dataset.previewNote = ""
      bar.hidden = !now.note
      bar.textContent = now.note
      bar.style.cssText = "position:fixed;left:0;right:0;bottom:0;margin:0;padding:.4rem 1rem;z-index:99;" +
        "background:#222;color:#fff;font:14px sans-serif"
    } catch { /* the preview was stopped, or starts again */ }
    setTimeout(ask, %d)
  }
  setTimeout(ask, %d)
})()
</script>"""

_MISTAKES = """<!doctype html><html lang="en"><meta charset="utf-8"><title>preview: cannot be built</title>
<body style="font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem">
<h1>This cannot be built yet</h1>
<ul data-mistakes style="font-family:monospace">%s</ul>
<p>Correct it and save: the page comes back by itself.</p>"""


@dataclass
class Shown:
    """What the preview shows now; one thread writes it, those that answer read it."""

    folder: Path
    version: int = 0
    note: str = ""
    error: tuple[str, ...] = ()

    def script(self) -> bytes:
        """The lines by which an open page finds out that there is something new."""
        return (_SCRIPT % (self.version, ASKED, _POLL_MS, _POLL_MS)).encode()

    def mistakes(self) -> bytes:
        """The page that stands in the place of every other while there are mistakes."""
        listed = "".join(f"<li>{escape(line)}</li>" for line in self.error)
        return (_MISTAKES % listed).encode() + self.script()


def is_ours(host: str) -> bool:
    """Whether a ``Host`` header, with or without a port, names this machine itself."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host, "0"
    return name.lower() in NAMES and port.isdecimal()


class Handler(SimpleHTTPRequestHandler):
    """Answers for one preview."""

    def __init__(self, *arguments: object, shown: Shown) -> None:
        self.shown = shown
        super().__init__(*arguments, directory=str(shown.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one question, if it names this machine."""
        path = self.path.partition("?")[0]
        if not is_ours(self.headers.get("Host", "")):
            words = b"This preview answers to 127.0.0.1 and localhost only.\n"
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", words)
        elif path == ASKED:
            told = {"version": self.shown.version, "note": self.shown.note}
            self._answer(HTTPStatus.OK, "application/json", json.dumps(told).encode())
        elif path in _NOT_HERE:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"")
        elif not (page := self._page(path)):
            super().do_GET()
        elif self.shown.error:
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self.shown.mistakes())
        elif page.is_file():
            self._answer(HTTPStatus.OK, "text/html", page.read_bytes() + self.shown.script())
        else:
            lost = self.shown.folder / "404.html"
            text = lost.read_bytes() if lost.is_file() else b"no such page"
            self._answer(HTTPStatus.NOT_FOUND, "text/html", text + self.shown.script())

    def _page(self, path: str) -> Path | None:
        """The file of a page; None for anything else. A folder without its slash is led on."""
        found = Path(self.translate_path(path))
        if path.endswith("/"):
            return found / "index.html"
        if found.is_dir():
            return None
        return found if found.suffix in ("", ".html") else None

    def _answer(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Nothing is kept: it may be another thing a second later."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def serving(shown: Shown, port: int) -> ThreadingHTTPServer:
    """A server that is ready to ``serve_forever``; raises ``OSError`` where the port is taken."""
    return ThreadingHTTPServer((HOST, port), partial(Handler, shown=shown))
