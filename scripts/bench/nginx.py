"""nginx with the sample that the build writes, on ports of its own, for tests and measurements."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Ports(NamedTuple):
    """Where it listens on 127.0.0.1."""

    clear: int
    secure: int


def is_here() -> bool:
    """Whether this machine has what it takes: ``apt install nginx-light openssl``."""
    return bool(shutil.which("nginx") and shutil.which("openssl"))


@contextmanager
def running(site: Path, sample: Path, folder: Path) -> Iterator[Ports]:
    """Our sample as it stands, with its blanks filled in: ports, certificate, root.

    ``folder`` is for its own files. Raises RuntimeError with what nginx said if it does not start.
    """
    ports = Ports(free_port(), free_port())
    command = ["nginx", "-p", str(folder), "-c", str(_configured(site, sample, folder, ports))]
    with (folder / "said").open("w") as said:
        process = subprocess.Popen([*command, "-g", "daemon off;"], stderr=said)
    try:
        if not wait_for(ports.secure):
            raise RuntimeError((folder / "said").read_text("utf-8"))
        yield ports
    finally:
        process.terminate()
        process.wait(10)


def _configured(site: Path, sample: Path, folder: Path, ports: Ports) -> Path:
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"), "-days", "1"]
    subprocess.run([*make, *files], check=True, capture_output=True)
    text = sample.read_text("utf-8")
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{ports.clear};",
        "listen 443 ssl": f"listen 127.0.0.1:{ports.secure} ssl",
        "/etc/ssl/example.org.pem": str(folder / "cert.pem"),
        "/etc/ssl/example.org.key": str(folder / "key.pem"),
        "/srv/huanqing": str(site),
        "include mime.types": "include /etc/nginx/mime.types",
    }.items():
        if old not in text:
            raise RuntimeError(f"{sample} has no “{old}”")
        text = text.replace(old, new)
    logs = f"pid {folder}/pid; error_log {folder}/error.log; worker_processes auto;"
    whole = f"user root; {logs} events {{}} http {{ client_body_temp_path {folder}/a;\n{text}\n}}"
    written = folder / "nginx.conf"
    written.write_text(whole, "utf-8")
    return written


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int) -> bool:
    """Whether somebody listens there within five seconds."""
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.05)
    return False
