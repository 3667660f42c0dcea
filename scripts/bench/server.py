"""A static server such as a good host would be: compressed, cacheable, under the site's policy."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from types import MappingProxyType

import brotli  # type: ignore[import-untyped]

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; "
    "connect-src 'self'"
)
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
CRUMBS, CRUMB_S = 60, 0.05
_ENDINGS = {"br": ".br", "gzip": ".gz"}
_TYPES = {".wasm": "application/wasm", ".js": "text/javascript", ".mjs": "text/javascript"}


@dataclass
class Server:
    """Where it listens, what it has sent, and files it is to spoil."""

    base: str = ""
    encoding: str = "gzip"
    sent: list[tuple[str, int]] = field(default_factory=list)
    replaced: dict[str, bytes | None] = field(default_factory=dict)
    """By the beginning of a file's name: other contents, or None for 404."""
    cut: set[str] = field(default_factory=set)
    """By the beginning of a file's name: the line breaks in the middle of it."""
    dribbled: set[str] = field(default_factory=set)
    """By the beginning of a file's name: it comes in crumbs, with a pause after each."""


@contextmanager
def serving(
    folders: Mapping[str, Path],
    encoding: str = "gzip",
    policy: str | None = POLICY,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Server]:
    """Serve each folder under its prefix (``"/site/"``) on a free port of this machine.

    ``more`` are headers for every answer.
    """
    server = Server(encoding=encoding)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # As web servers do: or the second part of every small answer waits 40 ms for the first.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = find(folders, self.path.partition("?")[0])
            content = contents(server, path) if path else None
            server.sent.append((self.path, len(content or b"")))
            if path is None or content is None:
                self.send_error(404)
                return
            self.send_response(200)
            for name, value in {**headers(server, path, policy), **more}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if path.name.startswith(tuple(server.cut)):
                content = content[: len(content) // 2]
                self.close_connection = True
            slowly = path.name.startswith(tuple(server.dribbled))
            with suppress(ConnectionError):  # a page that was left no longer wants its files
                self.wfile.writelines(crumbs(content) if slowly else (content,))

        def log_message(self, format: str, *args: object) -> None:
            """Nothing to say."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server.base = f"http://127.0.0.1:{http.server_address[1]}"
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield server
        http.shutdown()


def crumbs(content: bytes) -> Iterator[bytes]:
    """The content in small parts, after each a pause."""
    size = len(content) // CRUMBS + 1
    for begin in range(0, len(content), size):
        yield content[begin : begin + size]
        sleep(CRUMB_S)


def find(folders: Mapping[str, Path], url: str) -> Path | None:
    """The file behind a URL's path; a folder's is its ``index.html``."""
    for prefix, folder in folders.items():
        if url.startswith(prefix):
            path = folder / url.removeprefix(prefix)
            path = path / "index.html" if path.is_dir() else path
            return path if path.is_file() else None
    return None


def contents(server: Server, path: Path) -> bytes | None:
    """What is sent for a file, after what a test has done to it."""
    for beginning, other in server.replaced.items():
        if path.name.startswith(beginning):
            return None if other is None else packed(other, server.encoding)
    return packed_file(path, server.encoding)


def headers(server: Server, path: Path, policy: str | None) -> dict[str, str]:
    """Those a static host would send; hashed names are kept for good."""
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    hashed = path.suffix != ".html"
    return {
        "Content-Type": kind or "application/octet-stream",
        "Cache-Control": "public, max-age=31536000, immutable" if hashed else "no-cache",
        **({"Content-Encoding": server.encoding} if server.encoding else {}),
        **({"Content-Security-Policy": policy} if policy else {}),
    }


@cache
def packed_file(path: Path, encoding: str) -> bytes:
    """The file as it travels: its compressed sibling, or compressed once where none lies ready."""
    ready = path.with_name(path.name + _ENDINGS.get(encoding, ""))
    if ready != path and ready.is_file():
        return ready.read_bytes()
    return packed(path.read_bytes(), encoding)


def packed(content: bytes, encoding: str) -> bytes:
    """gzip at level 6, as servers do; brotli at 9, which is close to the 11 of files laid ready."""
    if encoding == "gzip":
        return gzip.compress(content, 6)
    if encoding == "br":
        compressed: bytes = brotli.compress(content, quality=9, lgwin=24)
        return compressed
    return content
