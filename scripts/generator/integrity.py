"""Hashes of files: as pages write them, and as files carry them in their names."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path


def integrity(content: bytes) -> str:
    """`sha256-` and the hash in base64, by which a browser refuses any other bytes.

    Source: W3C, Subresource Integrity, section 3.5.
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def short_hash(content: bytes) -> str:
    """Ten hexadecimal digits of SHA-256: enough to tell one build's file from another's."""
    return hashlib.sha256(content).hexdigest()[:10]


def keep(content: bytes, folder: Path, stem: str, ending: str) -> str:
    """Write the content under a name that changes whenever it does; returns the name."""
    name = f"{stem}.{short_hash(content)}{ending}"
    (folder / name).write_bytes(content)
    return name
