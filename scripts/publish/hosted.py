"""What only the website needs."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.publish.files import rewrite

# No \s* in front: it would be tried at every space of every page.
_CANONICAL = re.compile(r"<link rel=\"?canonical\"?[^>]*>")
_PLACE = re.compile(r"<loc>https?://[^/<]+/")


def forget_address(site: Path) -> None:
    """Take out the address that a site was built for where it is not a true one.

    Pages lose their canonical links. The site map, from which instant navigation reads which pages
    there are, gets relative ones.
    """
    for page in site.rglob("*.html"):
        rewrite(page, _CANONICAL.sub("", page.read_text("utf-8")))
    site_map = site / "sitemap.xml"
    rewrite(site_map, _PLACE.sub("<loc>./", site_map.read_text("utf-8")))
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
