"""One zip file that is the same, byte for byte, whenever its contents are."""

from __future__ import annotations

import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED = {".png", ".jpg", ".webp", ".woff2", ".gz", ".br"}


def write(folder: Path, target: Path, inside: str) -> None:
    """Pack every file of `folder` into the folder `inside` of a zip.

    In a fixed order, without times, owners or modes: the same bytes at every build.
    """
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w") as bundle:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(f"{inside}/{path.relative_to(folder).as_posix()}", _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packed = path.suffix in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, path.read_bytes(), compresslevel=9)
