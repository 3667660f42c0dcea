"""The error that stops a build: ``docs/page.md:12: one sentence``."""

from __future__ import annotations

try:
    # MkDocs prints its own error as one line and stops; any other as a traceback.
    from mkdocs.exceptions import BuildError as _Stop
except ImportError:  # under another generator
    _Stop = Exception  # type: ignore[misc, assignment]


class PageError(_Stop):
    """A page cannot be built; reads ``path:line: reason``."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason
