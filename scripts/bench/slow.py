"""Slow machines and slow networks, made on a fast one."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_GROUP = Path("/sys/fs/cgroup/cpu/huanqing-bench")
_PERIOD_US = 100_000


class Link:
    """A link that passes so many bits a second, shared by all connections, so many ms late."""

    def __init__(self, megabits: float, round_trip: float) -> None:
        """``megabits`` a second; ``round_trip`` in ms."""
        self.rate, self.delay = megabits * 1e6 / 8, round_trip / 2000
        self._lock, self._free = threading.Lock(), 0.0

    def pass_on(self, size: int) -> float:
        """The moment at which these bytes have arrived on the other side."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / self.rate
            return self._free + self.delay


@contextmanager
def shaped(target: str, link: Link) -> Iterator[str]:
    """An address that leads to ``target`` (``http://host:port``) over the slow link."""
    host, _, port = target.removeprefix("http://").partition(":")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        arguments = (listener, (host, int(port)), link)
        threading.Thread(target=_accept, args=arguments, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def _accept(listener: socket.socket, target: tuple[str, int], link: Link) -> None:
    while True:
        try:
            near, _ = listener.accept()
        except OSError:  # closed: the measurement is over
            return
        threading.Thread(target=_connect, args=(near, target, link), daemon=True).start()


def _connect(near: socket.socket, target: tuple[str, int], link: Link) -> None:
    time.sleep(2 * link.delay)  # the handshake
    far = socket.create_connection(target)
    for source, sink in ((near, far), (far, near)):
        threading.Thread(target=_pump, args=(source, sink, link), daemon=True).start()


def _pump(source: socket.socket, sink: socket.socket, link: Link) -> None:
    """Read as fast as the link takes it; a second thread delivers, so that delay costs no rate."""
    due: list[tuple[float, bytes]] = []
    filled = threading.Condition()

    def deliver() -> None:
        while True:
            with filled:
                filled.wait_for(lambda: due)
                at, data = due.pop(0)
            time.sleep(max(0.0, at - time.monotonic()))
            try:
                sink.sendall(data) if data else sink.shutdown(socket.SHUT_WR)
            except OSError:
                return
            if not data:
                return

    threading.Thread(target=deliver, daemon=True).start()
    data = b"-"
    while data:
        try:
            data = source.recv(16384)
        except OSError:
            data = b""
        arrives = link.pass_on(len(data))
        with filled:
            due.append((arrives, data))
            filled.notify()
        time.sleep(max(0.0, arrives - link.delay - time.monotonic()))


@contextmanager
def fraction_of_cpu(program: str, cores: float) -> Iterator[str | None]:
    """A program that runs ``program`` with so many cores for all its threads together.

    Gives None where control groups (version 1) cannot be made: only root on Linux can.
    """
    try:
        _GROUP.mkdir(exist_ok=True)
        (_GROUP / "cpu.cfs_period_us").write_text(str(_PERIOD_US))
        (_GROUP / "cpu.cfs_quota_us").write_text(str(int(cores * _PERIOD_US)))
    except OSError:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        wrapper = Path(folder) / "slow"
        wrapper.write_text(f'#!/bin/sh\necho $$ > {_GROUP}/cgroup.procs\nexec {program} "$@"\n')
        os.chmod(wrapper, stat.S_IRWXU)  # noqa: PTH101
        yield str(wrapper)
