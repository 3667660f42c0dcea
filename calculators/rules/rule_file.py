"""YAML read strictly: every key once, every mapping knows its lines, dates stay text."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

from calculators.rules import bounded
from calculators.rules.errors import RuleFileError
from calculators.rules.units import day


def description(path: Path) -> dict[str, Any]:
    """What `mkdocs.yml` says, its own tags (`!ENV`, `!!python/name`) read as nothing."""
    return dict(yaml.load(path.read_text("utf-8"), _Tolerant)) if path.exists() else {}


def official_hosts(path: Path) -> tuple[str, ...]:
    """The hosts that rules may cite, from `extra.guidance.official` of a site's `mkdocs.yml`."""
    guidance = (description(path).get("extra") or {}).get("guidance") or {}
    return tuple(guidance.get("official", ()))


class _Tolerant(bounded.Loader):
    """Reads past the tags that only MkDocs knows."""


def _nothing(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


for _tag in ("!", "tag:yaml.org,2002:python/"):
    yaml.add_multi_constructor(_tag, _nothing, _Tolerant)


class LocatedMapping(dict[str, Any]):
    """A mapping of a rule file that knows where it and its keys stand.

    The methods check what the mapping holds; each raises RuleFileError at the line of the key.
    """

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path, self.line = path, line
        self.lines: dict[str, int] = {}

    def fail(self, reason: str, key: str | None = None) -> RuleFileError:
        """The error to raise at `key`, or at the head of the mapping."""
        return RuleFileError(self.path, self.lines.get(key or "", self.line), reason)

    def keys_are(self, needed: tuple[str, ...], allowed: tuple[str, ...] = ()) -> None:
        """Every key is known and none that is needed is missing."""
        known = needed + allowed
        for key in self:
            if key not in known:
                raise self.fail(f"unknown key {key!r}; one of {', '.join(known)}", key)
        for key in needed:
            if key not in self:
                raise self.fail(f"{key} is missing")

    def texts(self, *keys: str) -> None:
        """Each of `keys` holds a text that is not empty."""
        for key in keys:
            if not isinstance(self[key], str) or not self[key].strip():
                raise self.fail(f"{key} must be a text", key)

    def sentences(self, key: str) -> list[str]:
        """The list of texts under `key`, none of them empty."""
        found = self[key]
        if not isinstance(found, list) or not found:
            raise self.fail(f"{key} must be a list of texts", key)
        if not all(isinstance(text, str) and text.strip() for text in found):
            raise self.fail(f"{key} must be a list of texts", key)
        return ["".join(text.splitlines()) for text in found]

    def one_of(self, key: str, choices: Collection[str]) -> None:
        """`key` holds one of the `choices`."""
        if self[key] not in choices:
            raise self.fail(f"{key} is one of {', '.join(choices)}, not {self[key]!r}", key)

    def iso(self, key: str, raw: Any = None) -> str:
        """The date YYYY-MM-DD that `key` holds (or `raw`, if the key itself is the date)."""
        text = self[key] if raw is None else raw
        try:
            return day(text).isoformat()
        except ValueError as error:
            raise self.fail(f"{text!r} is not a date written YYYY-MM-DD", key) from error

    def inner(self, key: str) -> "LocatedMapping":
        """The mapping under `key`, which is not empty."""
        inner = self[key]
        if not isinstance(inner, LocatedMapping) or not inner:
            raise self.fail(f"{key} must be a mapping that is not empty", key)
        return inner

    def blocks(self, key: str) -> "dict[str, LocatedMapping]":
        """The mappings by name under `key`."""
        inner = self.inner(key)
        return {name: inner.inner(name) for name in inner}


class _Reader(bounded.Loader):
    """The bounded loader, with `LocatedMapping` for mappings and without dates: they stay text."""


_Reader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _block(reader: _Reader, node: yaml.MappingNode) -> LocatedMapping:
    block = LocatedMapping(reader.name, node.start_mark.line + 1)
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = reader.construct_object(key_node)
        if not isinstance(key, str):
            raise RuleFileError(reader.name, line, f"write the key {key!r} in quotes")
        block.lines[key] = line
        block[key] = reader.construct_object(value_node, deep=True)
    return block


_Reader.add_constructor("tag:yaml.org,2002:map", _block)


def read(path: Path) -> LocatedMapping:
    """Read one rule file; raises RuleFileError for anything but a mapping of plain YAML."""
    with path.open(encoding="utf-8") as stream:
        try:
            block = yaml.load(stream, Loader=_Reader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            reason = getattr(error, "problem", None) or error
            raise RuleFileError(str(path), mark.line + 1 if mark else 1, f"{reason}") from error
    if not isinstance(block, LocatedMapping):
        raise RuleFileError(str(path), 1, "a rule file holds category, sources and rules")
    return block
