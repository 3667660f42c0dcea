"""MkDocs with a preview that answers only to the names of this machine.

A page elsewhere may give its own name our address (DNS rebinding) and so read what is not published.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})


def is_ours(host: str) -> bool:
    """Whether a ``Host`` header, with or without a port, names this machine itself."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host, "0"
    return name.lower() in NAMES and port.isdecimal()


class Preview(LiveReloadServer):
    """MkDocs' own server, which asks first for whom it is taken."""

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer the request if it names this machine, else refuse it with status 421."""
        if is_ours(environ.get("HTTP_HOST", "")):
            return super().serve_request(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Type", "text/plain")])
        return [b"This preview answers to 127.0.0.1 and localhost only.\n"]


if __name__ == "__main__":
    setattr(serve, "LiveReloadServer", Preview)  # noqa: B010 - it exports no such name
    cli()
