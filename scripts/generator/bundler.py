"""The one bundler: scripts and styles by esbuild, for the oldest browsers the site promises to work in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from scripts.generator.browsers import TARGET
from scripts.generator.steps import ENGINE

_ESBUILD = ENGINE / "node_modules" / ".bin" / "esbuild"


def script(entry: Path, *options: str, **constants: Any) -> bytes:
    """One classic script: module scripts are refused on pages opened from a file.

    `options`: further options of esbuild.
    `constants`: what the source calls by these names is written in as JSON.
    """
    defined = (f"--define:{name}={json.dumps(value)}" for name, value in constants.items())
    asked = ("--bundle", "--format=iife", f"--target={TARGET}", *options, *defined)
    return _esbuild(str(entry), *asked)


def style(text: str) -> bytes:
    """One style sheet from the text of one."""
    return _esbuild("--loader=css", stdin=text.encode())


def _esbuild(*arguments: str, stdin: bytes | None = None) -> bytes:
    command = [str(_ESBUILD), *arguments, "--minify", "--charset=utf8", "--log-level=warning"]
    done = subprocess.run(command, input=stdin, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit("esbuild stopped, see above")
    return done.stdout
