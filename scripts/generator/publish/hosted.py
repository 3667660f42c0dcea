"""What only the website needs."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.generator.publish.files import rewrite

# No \s* in front: it would be tried at every space of every page.
_CANONICAL = re.compile(r"<link rel=\"?canonical\"?[^>]*>")


def forget_address(site: Path) -> None:
    """Take out the address that a site was built for where it is not a true one.

    Pages lose their canonical links, and there is no site map, which needs whole addresses.
    """
    for page in site.rglob("*.html"):
        rewrite(page, _CANONICAL.sub("", page.read_text("utf-8")))
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
