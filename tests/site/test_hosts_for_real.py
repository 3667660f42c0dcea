"""A thousand files at random from real servers: nginx with our sample, and Python's own as the README has it."""

from __future__ import annotations

import gzip
import http.client
import random
import re
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

from scripts.bench import nginx
from scripts.generator.publish import hosts, policy
from tests.conftest import BUILD

FILES = 1000
LINES = 8
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".png": "image/png",
}
type Connect = Callable[[], http.client.HTTPConnection]


class Got(NamedTuple):
    """One answer; ``part`` is what was asked for, where it was not the whole file."""

    path: Path
    part: slice
    status: int
    headers: Mapping[str, str]
    content: bytes
    seconds: float


def served(site: Path) -> list[Path]:
    """A thousand at random, always the same; the large files among them."""
    files = sorted(p for p in site.rglob("*") if p.is_file() and p.suffix in KINDS)
    chance = random.Random(20261125)
    return [*site.glob("assets/runtime/*.wasm"), *chance.choices(files, k=FILES - 1)]


WHOLE = slice(None)


def fetched(connect: Connect, site: Path, files: list[Path], *, ranged: bool) -> list[Got]:
    """Each over a line that is kept open, some asked for in gzip, every third only in part."""
    line = connect()
    found = []
    for number, path in enumerate(files):
        wanted, part = {"Accept-Encoding": "gzip"} if number % 2 else {}, WHOLE
        if ranged and number % 3 == 0:
            size = path.stat().st_size
            part = slice(size // 3, size // 2 + 1)
            wanted = {"Range": f"bytes={part.start}-{part.stop - 1}"}
        name = path.relative_to(site).as_posix().removesuffix("index.html")
        start = time.perf_counter()
        line.request("GET", "/" + quote(name), headers=wanted)
        answer = line.getresponse()
        content = answer.read()
        took = time.perf_counter() - start
        headers = {name.lower(): value for name, value in answer.getheaders()}
        found.append(Got(path, part, answer.status, headers, content, took))
        if answer.will_close:
            line.close()
            line = connect()
    line.close()
    return found


def all_of_them(connect: Connect, site: Path, *, ranged: bool = False) -> list[Got]:
    files = served(site)
    start = time.perf_counter()
    with ThreadPoolExecutor(LINES) as pool:
        parts = pool.map(
            lambda n: fetched(connect, site, files[n::LINES], ranged=ranged), range(LINES)
        )
        found = [each for part in parts for each in part]
    took = time.perf_counter() - start
    late = sorted(each.seconds for each in found)[int(0.99 * len(found))]
    print(f"{len(found)} files, {len(found) / took:.0f} a second, p99 {1000 * late:.1f} ms")
    return found


def right(got: Got) -> None:
    """The bytes that were built, under the right name of their kind."""
    assert got.status == (200 if got.part == WHOLE else 206), got.path
    packed = got.headers.get("content-encoding") == "gzip"
    content = gzip.decompress(got.content) if packed else got.content
    assert content == got.path.read_bytes()[got.part], got.path
    assert KINDS[got.path.suffix] in got.headers["content-type"], got.path


def sibling(got: Got) -> Path:
    """Where the file lies packed beside itself, if it does."""
    return got.path.with_name(got.path.name + ".gz")


@pytest.fixture(scope="module")
def pythons(site: Path) -> Iterator[int]:
    port = nginx.free_port()
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "-d", str(site)]
    running = subprocess.Popen([*command, str(port)], stderr=subprocess.DEVNULL)
    assert nginx.wait_for(port)
    yield port
    running.terminate()
    running.wait(10)


def test_pythons_own_server_gives_every_byte(site: Path, pythons: int) -> None:
    for got in all_of_them(lambda: http.client.HTTPConnection("127.0.0.1", pythons), site):
        if got.path.suffix != ".webmanifest":  # Python knows no name for that kind
            right(got)


@pytest.fixture(scope="module")
def ports(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[nginx.Ports]:
    """Our sample as it stands."""
    if not nginx.is_here():
        pytest.skip("no nginx here: apt install nginx-light openssl")
    top = tmp_path_factory.mktemp("nginx")
    with nginx.running(site, BUILD / "hosting" / "nginx.conf", top) as found:
        yield found


def anybody() -> ssl.SSLContext:
    """The certificate is of the test's own making."""
    found = ssl.create_default_context()
    found.check_hostname = False
    found.verify_mode = ssl.CERT_NONE
    return found


def test_nginx_with_our_sample_gives_every_byte_and_header(site: Path, ports: nginx.Ports) -> None:
    def connect() -> http.client.HTTPConnection:
        return http.client.HTTPSConnection("127.0.0.1", ports.secure, context=anybody())

    said = re.search(r"Content-Security-Policy: (.*)", (site / "_headers").read_text("utf-8"))
    assert said
    wanted = {**hosts.headers(policy.sent(())), "Content-Security-Policy": said[1]}
    found = all_of_them(connect, site, ranged=True)
    packed = [got for got in found if got.headers.get("content-encoding") == "gzip"]
    ready = [got for got in packed if sibling(got).exists()]
    assert ready
    assert all(got.content == sibling(got).read_bytes() for got in ready)
    # A cache on the way must not hand the packed file to who cannot unpack it.
    assert all("Accept-Encoding" in got.headers["vary"] for got in packed)
    for got in found:
        right(got)
        for name, value in wanted.items():
            assert got.headers[name.lower()] == value, (got.path, name)
        hashed = (
            got.path.relative_to(site)
            .as_posix()
            .startswith(("assets/site/", "assets/runtime/", "assets/stylesheets/"))
        )
        assert ("immutable" in got.headers["cache-control"]) == hashed, got.path


def test_nginx_leads_from_the_clear_line_and_has_a_page_for_what_is_not_there(
    ports: nginx.Ports,
) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", ports.clear)) as line:
        line.request("GET", "/letters/?x=1", headers={"Host": "example.org"})
        answer = line.getresponse()
        answer.read()
        assert answer.status == 301
        assert answer.getheader("Location") == "https://example.org/letters/?x=1"
    with closing(http.client.HTTPSConnection("127.0.0.1", ports.secure, context=anybody())) as line:
        line.request("GET", "/nowhere/")
        answer = line.getresponse()
        assert answer.status == 404
        assert "没有这一页" in answer.read().decode()
        assert answer.getheader("Content-Security-Policy")
