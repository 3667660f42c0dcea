"""Firefox and WebKit by their own remote controls; both speak WebDriver, one over a plain socket."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

PATIENCE_S = 60.0
# Firefox asks its maker for many things at start; none of them is wanted here.
PREFERENCES = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.unified": False,
}


class Driver(Protocol):
    """What a test does with a browser."""

    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""

    def run(self, script: str) -> Any:
        """What the script returns in the page."""


def waited[T](condition: Callable[[], T], patience: float = PATIENCE_S) -> T:
    """What the condition says once it is true; it may fail until then."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with suppress(OSError, RuntimeError):
            if found := condition():
                return found
        time.sleep(0.1)
    raise AssertionError("waited in vain")


class Firefox:
    """Marionette: `length:[kind, number, command, parameters]`, which geckodriver speaks too."""

    def __init__(self, port: int) -> None:
        self._socket = waited(lambda: socket.create_connection(("127.0.0.1", port), PATIENCE_S))
        self._stream = self._socket.makefile("rb")
        self._receive()
        self._ask("WebDriver:NewSession", {})

    def open(self, url: str) -> None:
        """See ``Driver``."""
        self._ask("WebDriver:Navigate", {"url": url})

    def run(self, script: str) -> Any:
        """See ``Driver``."""
        asked = {"script": script, "args": [], "sandbox": None}
        return self._ask("WebDriver:ExecuteScript", asked)["value"]

    @contextmanager
    def tab(self) -> Iterator[None]:
        """Another one, for as long as this lasts."""
        first = self._ask("WebDriver:GetWindowHandle", {})["value"]
        other = self._ask("WebDriver:NewWindow", {"type": "tab"})["handle"]
        self._ask("WebDriver:SwitchToWindow", {"handle": other, "focus": True})
        yield
        self._ask("WebDriver:CloseWindow", {})
        self._ask("WebDriver:SwitchToWindow", {"handle": first, "focus": True})

    def close(self) -> None:
        self._stream.close()
        self._socket.close()

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        message = json.dumps([0, 1, command, parameters])
        self._socket.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(error["message"])
        return result

    def _receive(self) -> Any:
        digits = b""
        while (letter := self._stream.read(1)) != b":":
            digits += letter
        return json.loads(self._stream.read(int(digits)))


class WebKit:
    """WebDriver over HTTP."""

    def __init__(self, port: int, browser: Path) -> None:
        self._base = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._base += "/" + waited(lambda: self._ask("", {"capabilities": wanted})["sessionId"])

    def open(self, url: str) -> None:
        """See ``Driver``."""
        self._ask("/url", {"url": url})

    def run(self, script: str) -> Any:
        """See ``Driver``."""
        return self._ask("/execute/sync", {"script": script, "args": []})

    @contextmanager
    def tab(self) -> Iterator[None]:
        """Another one, for as long as this lasts."""
        with urllib.request.urlopen(f"{self._base}/window", timeout=PATIENCE_S) as response:
            first = json.load(response)["value"]
        other = self._ask("/window/new", {"type": "tab"})["handle"]
        self._ask("/window", {"handle": other})
        yield
        request = urllib.request.Request(f"{self._base}/window", method="DELETE")
        urllib.request.urlopen(request, timeout=PATIENCE_S).close()
        self._ask("/window", {"handle": first})

    def close(self) -> None:
        request = urllib.request.Request(self._base, method="DELETE")
        urllib.request.urlopen(request, timeout=PATIENCE_S).close()

    def _ask(self, path: str, parameters: dict[str, Any]) -> Any:
        data = json.dumps(parameters).encode()
        request = urllib.request.Request(self._base + path, data)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as response:
            return json.load(response)["value"]


def find_mini_browser() -> Path | None:
    """WebKit's smallest browser, which belongs to its driver."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return found[-1] if found else None


@contextmanager
def firefox(folder: Path) -> Iterator[Driver]:
    """Firefox without a window, in a profile of its own."""
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items())
    (folder / "user.js").write_text("\n".join(lines))
    name = shutil.which("firefox-esr") or shutil.which("firefox") or ""
    command = [name, "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
    with _running(command, HOME=str(folder)):
        port = int(waited(lambda: _text(folder / "MarionetteActivePort")))
        driver = Firefox(port)
        yield driver
        driver.close()


@contextmanager
def webkit(folder: Path) -> Iterator[Driver]:
    """WebKitGTK's MiniBrowser on a screen that nobody sees."""
    browser = find_mini_browser()
    assert browser
    numbers, number = os.pipe()
    with (
        _running(["Xvfb", "-displayfd", str(number), "-nolisten", "tcp"], keep=number),
        os.fdopen(numbers) as told,
    ):
        display = f":{told.readline().strip()}"
        port = _free_port()
        home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        command = ["WebKitWebDriver", f"--port={port}"]
        with _running(command, DISPLAY=display, NO_AT_BRIDGE="1", **home):
            driver = WebKit(port, browser)
            yield driver
            driver.close()


@contextmanager
def _running(command: list[str], keep: int | None = None, **environment: str) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=() if keep is None else (keep,),
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
        if keep is not None:
            os.close(keep)


def _text(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
