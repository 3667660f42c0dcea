"""The process that builds for the preview: ``python -m scripts.preview.worker``.

It reads one line of JSON for each build and answers with one. What was loaded stays loaded, so that a
changed sentence is quick; when Python itself has changed, the process is replaced by a new one.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import traceback
from pathlib import Path
from typing import Any

from scripts.generator import assets, build, pages, search, steps
from scripts.generator.markdown import contact_cards, moved
from scripts.generator.markdown.errors import where
from scripts.generator.mistakes import OF_AUTHORS, Mistakes, shown
from scripts.generator.site import Site
from scripts.generator.steps import ENGINE, ROOT


def main() -> None:
    """Answer until there is nobody left to ask; whatever the build prints goes to the terminal."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)
        for line in sys.stdin:
            print(json.dumps(_answer(json.loads(line))), file=answers, flush=True)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    """``{"error": lines}`` or ``{"warnings": lines}``."""
    try:
        return {"warnings": _build(Path(asked["out"]), asked["address"], look=asked["look"])}
    except Mistakes as problem:
        return {"error": list(problem.lines)}
    except OF_AUTHORS as problem:
        return {"error": [shown(problem)]}
    except (Exception, SystemExit) as problem:
        traceback.print_exc()
        return {"error": [where(problem), "The whole of it stands in the terminal."]}


def _build(out: Path, address: str, *, look: bool) -> list[str]:
    """Build into ``out``; only a build that succeeds takes the place of the last."""
    if look:
        # Made for a state of the files that the next build of the site may not find again.
        (steps.STAMPS / "assets").unlink(missing_ok=True)
        theme = ENGINE / "theme"
        assets.build(theme, build.RUNTIME, build.THEME, Site.read(ROOT))
    making = out.with_name(f"{out.name}-making")
    warnings = pages.make(making, strict=False, address=address)
    moved.write(build.DOCS, making, ENGINE / "theme" / "moved.html")
    contact_cards.write(build.DOCS, making)
    search.add(build.DOCS, making)
    old = out.with_name(f"{out.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    making.rename(out)
    return warnings


if __name__ == "__main__":
    main()
