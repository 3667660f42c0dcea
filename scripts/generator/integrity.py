"""The hash of a file as pages write it, by which a browser refuses any other bytes."""

from __future__ import annotations

import base64
import hashlib


def integrity(content: bytes) -> str:
    """`sha256-` and the hash in base64. Source: W3C, Subresource Integrity, section 3.5."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"
