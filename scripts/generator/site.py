"""The one description of a site: `mkdocs.yml`, and in it `extra.guidance`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from calculators.rules.rule_file import description

# What only the pages' templates read.
_FOR_PAGES = {"bar", "family", "feed", "lost", "owed"}


class SiteError(ValueError):
    """The description cannot be used; reads ``path:line: reason``."""

    def __init__(self, path: Path, sign: str | int, reason: str) -> None:
        super().__init__(f"{path}:{_line(path, sign)}: {reason}")


@dataclass(frozen=True)
class Site:
    """What the engine needs to know of a site; words for readers stand in `mkdocs.yml` alone.

    `slug` names the archive, the caches and what is kept on a device: two sites at one address need two.
    `exit` is where 快速离开 leads. `official` are the hosts that rules may cite, each with its subdomains.
    """

    name: str
    slug: str
    language: str
    colour: str
    installed: Mapping[str, str]
    exit: str
    official: tuple[str, ...]

    @classmethod
    def read(cls, root: Path) -> Site:
        """The description in `root/mkdocs.yml`; raises `SiteError` for a key that is missing or unknown."""
        path = root / "mkdocs.yml"
        said = _described(path)
        given = {**(said.get("extra", {}).get("guidance") or {})}
        given.setdefault("language", said.get("theme", {}).get("language", "zh"))
        known = {each.name for each in fields(cls)} - {"name"} | _FOR_PAGES
        for key in sorted(known - _FOR_PAGES - given.keys()):
            raise SiteError(path, "guidance:", f"extra.guidance has no {key}")
        for key in sorted(given.keys() - known):
            one_of = ", ".join(sorted(known))
            reason = f"extra.guidance has an unknown key {key!r}; one of {one_of}"
            raise SiteError(path, f"{key}:", reason)
        if not isinstance(said.get("site_name"), str):
            raise SiteError(path, 1, "site_name is missing")
        return cls(
            name=said["site_name"],
            **{key: given[key] for key in ("slug", "language", "colour", "installed", "exit")},
            official=tuple(given["official"]),
        )

    def manifest(self, icons: Path) -> dict[str, Any]:
        """The web app manifest (W3C), with those icons that lie in the theme's folder `icons`."""
        pictures: list[dict[str, str]] = [
            {"src": "assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}
        ]
        for size in ("192", "512", "512-maskable"):
            if (icons / f"{size}.png").exists():
                edge = size.partition("-")[0]
                purpose = {"purpose": "maskable"} if "-" in size else {}
                src = f"assets/icons/{size}.png"
                pictures.append(
                    {"src": src, "sizes": f"{edge}x{edge}", "type": "image/png", **purpose}
                )
        return {
            "name": self.installed["name"],
            "short_name": self.name,
            "description": self.installed["description"],
            "lang": self.language,
            **{"start_url": "./", "scope": "./", "display": "standalone"},
            "background_color": "#fbfaf7",
            "theme_color": self.colour,
            "icons": pictures,
        }


def _described(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise SiteError(path, 1, "there is no such file; a site is built from its own folder")
    try:
        return description(path)
    except yaml.MarkedYAMLError as problem:
        line = 1 + (problem.problem_mark.line if problem.problem_mark else 0)
        raise SiteError(path, line, f"this is not YAML: {problem.problem}") from None


def _line(path: Path, sign: str | int) -> int:
    if isinstance(sign, int):
        return sign
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return next((n for n, text in enumerate(lines, 1) if text.strip().startswith(sign)), 1)
