"""YAML read strictly: every key once, every mapping knows its lines, dates stay text."""

from pathlib import Path
from typing import Any, ClassVar

import yaml

from calculators.rules.errors import RuleFileError


class Block(dict[str, Any]):
    """A mapping of a rule file that knows where it and its keys stand."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path, self.line = path, line
        self.lines: dict[str, int] = {}

    def fail(self, reason: str, key: str | None = None) -> RuleFileError:
        """The error to raise at `key`, or at the head of the mapping."""
        return RuleFileError(self.path, self.lines.get(key or "", self.line), reason)


class _Reader(yaml.SafeLoader):
    """PyYAML's safe loader without dates (they stay text) and with `Block` for mappings."""

    yaml_implicit_resolvers: ClassVar = {
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _block(reader: _Reader, node: yaml.MappingNode) -> Block:
    block = Block(reader.name, node.start_mark.line + 1)
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = reader.construct_object(key_node)
        if not isinstance(key, str):
            raise RuleFileError(reader.name, line, f"write the key {key!r} in quotes")
        if key in block:
            raise RuleFileError(reader.name, line, f"{key!r} is written twice")
        block.lines[key] = line
        block[key] = reader.construct_object(value_node, deep=True)
    return block


_Reader.add_constructor("tag:yaml.org,2002:map", _block)


def read(path: Path) -> Block:
    """Read one rule file; raises RuleFileError for anything but a mapping of plain YAML."""
    with path.open(encoding="utf-8") as stream:
        try:
            block = yaml.load(stream, Loader=_Reader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise RuleFileError(str(path), line, f"not YAML: {error.problem}") from error
    if not isinstance(block, Block):
        raise RuleFileError(str(path), 1, "a rule file holds category, sources and rules")
    return block
