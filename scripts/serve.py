"""Live preview for authors: a page shows its change, calculators included, a second after saving."""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.generator import build, steps
from scripts.generator.markdown import trust
from scripts.generator.site import Site
from scripts.generator.steps import ROOT

ADDRESS = "127.0.0.1:8000"


def main() -> None:
    """Prepare runtime and theme as for the site, then let MkDocs watch the words."""
    steps.run(build.preparation(Site.read(ROOT)))
    trust.folder(build.DOCS)
    command = [
        sys.executable,
        "-m",
        "scripts.preview",
        "serve",
        "--livereload",
        "--dev-addr",
        ADDRESS,
    ]
    command += ["--watch", "scripts/generator/markdown", *sys.argv[1:]]
    try:
        sys.exit(subprocess.run(command, cwd=ROOT, env=build.environment(), check=False).returncode)
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
