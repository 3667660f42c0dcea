"""What only the website needs."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.publish.files import rewrite

_CANONICAL = re.compile(r"\s*<link rel=\"?canonical\"?[^>]*>")


def forget_address(site: Path) -> None:
    """Take out the canonical links of a site that does not know its address.

    The site map stays: instant navigation reads from it which pages there are, whatever the host.
    """
    for page in site.rglob("*.html"):
        rewrite(page, _CANONICAL.sub("", page.read_text("utf-8")))
