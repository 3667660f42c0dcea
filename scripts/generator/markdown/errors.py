"""The error that stops a build: ``docs/page.md:12: one sentence``."""

from __future__ import annotations

import traceback
from pathlib import Path

from calculators import content

try:
    # MkDocs prints its own error as one line and stops; any other as a traceback.
    from mkdocs.exceptions import BuildError as _Stop
except ImportError:  # under another generator
    _Stop = Exception  # type: ignore[misc, assignment]


class PageError(_Stop):
    """A page cannot be built; reads ``path:line: reason``."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        here = Path.cwd()
        path = str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


def where(problem: BaseException) -> str:
    """What went wrong in a calculator and where: ``calculators/tools/x.py:12: KeyError: 'a'``.

    The place is the last line of the site's own files that ran; a file that cannot be read as Python
    names its own line.
    """
    said = f"{type(problem).__name__}: {problem}".partition("\n")[0]
    if isinstance(problem, SyntaxError) and problem.filename:
        return f"{_short(problem.filename)}:{problem.lineno}: {problem.msg}"
    site = str(content.root())
    frames = [f for f in traceback.extract_tb(problem.__traceback__) if f.filename.startswith(site)]
    ours = [frame for frame in frames if "/calculators/tools/" in frame.filename] or frames[-1:]
    return f"{_short(ours[-1].filename)}:{ours[-1].lineno}: {said}" if ours else said


def _short(path: str) -> str:
    found = Path(path)
    root = content.root()
    return str(found.relative_to(root)) if found.is_relative_to(root) else path
