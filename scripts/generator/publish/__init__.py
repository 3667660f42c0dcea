"""From the generator's pages to what readers get: the website, the offline edition, one archive, one file."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from scripts.generator.publish import (
    archive,
    hosted,
    hosts,
    markup,
    offline,
    one_file,
    policy,
    precache,
    subresource_integrity,
)
from scripts.generator.publish.files import copy


def editions(
    pages: Path,
    site: Path,
    offline_site: Path,
    bundle: Path,
    whole: Path,
    *,
    address: str,
    slug: str,
    day: date,
) -> None:
    """Write all editions from the pages as the generator made them; ``whole`` is the one file's place.

    ``address`` is the public one, or empty: then no page says where it stands. ``slug`` names the
    folder in the archive and what the samples for hosts call theirs.
    """
    _take_over(pages, site)
    shutil.rmtree(site / "assets" / "runtime" / "offline", ignore_errors=True)
    if not address:
        hosted.forget_address(site)
    hashes = policy.script_hashes(site)
    policy.protect(site, policy.hosted(hashes), alone=False)
    subresource_integrity.add(site)
    hosts.write(site, bundle.parent / "hosting", policy.sent(hashes), slug)
    precache.list_files(site)
    _take_over(pages, offline_site)
    hosted.forget_address(offline_site)
    one_file.write(offline_site, whole, day)
    offline.convert(offline_site)
    policy.protect(offline_site, policy.offline(hashes), alone=True)
    archive.write(offline_site, bundle, slug)


def _take_over(pages: Path, site: Path) -> None:
    """Copy the pages, with what publishing mends in them, and without Material's scripts.

    No page of ours asks for those.
    """
    copy(pages, site)
    shutil.rmtree(site / "assets" / "javascripts", ignore_errors=True)
    markup.mend(site)
