"""The smallest page with our runtime: asks once what its body says, and shows the answer."""

from __future__ import annotations

import json
import shutil
import subprocess
from html import escape
from pathlib import Path

from scripts.generator.runtime.paths import MODULES
from scripts.generator.steps import ROOT

ASK = {"tool": "repayment-schedule", "inputs": {"principal": "20001"}}


def smallest_page(folder: Path, runtime: Path = ROOT / "build" / "runtime") -> Path:
    """Write the page, its script and the runtime into ``folder``, and return it."""
    shutil.copytree(runtime, folder / "runtime")
    command: list[str | Path] = [
        *(MODULES / ".bin" / "esbuild", Path(__file__).with_name("smallest.ts"), "--bundle"),
        *(
            f"--alias:huanqing-manifest={runtime.resolve() / 'manifest.json'}",
            "--loader:.json=json",
        ),
        *(f"--outfile={folder / 'page.js'}", "--log-level=error"),
    ]
    subprocess.run(command, check=True)
    body = f'<body data-ask="{escape(json.dumps(ASK))}"><output></output>'
    page = f'<!doctype html><meta charset="utf-8">{body}<script src="page.js"></script>'
    (folder / "index.html").write_text(page)
    return folder
