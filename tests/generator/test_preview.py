"""The live preview answers to nobody who takes it for another."""

from __future__ import annotations

from typing import Any

import pytest

from scripts import serve
from scripts.preview import Preview, is_ours


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "[::1]"]
)
def test_names_of_this_machine_are_served(host: str) -> None:
    assert is_ours(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost:x",
        "0.0.0.0:8000",
    ],
)
def test_other_names_are_turned_away_before_anything_is_read(host: str) -> None:
    said: list[str] = []

    def start(status: str, _headers: Any) -> None:
        said.append(status)

    server = Preview.__new__(Preview)  # no socket: what it would serve is not even there
    assert b"".join(server.serve_request({"HTTP_HOST": host, "PATH_INFO": "/"}, start))
    assert said == ["421 Misdirected Request"]


def test_the_preview_listens_on_this_machine_only() -> None:
    assert serve.ADDRESS.startswith("127.0.0.1:")
