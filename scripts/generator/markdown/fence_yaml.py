"""The YAML of a fence, read so that every key knows its line and every number stays exact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from calculators.rules import bounded

_NULL = "tag:yaml.org,2002:null"


class UnreadableFence(ValueError):
    """The YAML cannot be used; ``line`` counts from 0 within the fence."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


@dataclass
class Reading:
    """The data, scalars as text, and the line of each dotted path such as ``inputs.rows.0.due``."""

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def line(self, path: str) -> int:
        """The line of ``path``, or of the nearest thing around it that was written."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 0)


def read(text: str) -> Reading:
    """Read a mapping; raises ``UnreadableFence`` for anything else and for keys written twice."""
    node = _composed(text)
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableFence(0, "write lines of the form key: value, such as use: overdue-cost")
    reading = Reading()
    reading.data = _value(node, "", reading.lines)
    return reading


def read_list(text: str) -> Reading:
    """Read a list of mappings, each under its number from 0; raises ``UnreadableFence``."""
    node = _composed(text)
    if not isinstance(node, yaml.SequenceNode):
        raise UnreadableFence(0, "write a list, each entry beginning with a dash")
    reading = Reading()
    rows = _value(node, "", reading.lines)
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            raise UnreadableFence(reading.line(str(number)), "write lines of the form key: value")
    reading.data = {str(number): row for number, row in enumerate(rows)}
    return reading


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=bounded.Loader)
    except bounded.Refused as problem:
        raise UnreadableFence(problem.line, str(problem.problem)) from None
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line if problem.problem_mark else 0
        raise UnreadableFence(line, f"this is not YAML: {problem.problem}") from None
    except yaml.YAMLError as problem:
        raise UnreadableFence(0, f"this is not YAML: {problem}".partition("\n")[0]) from None


def _value(node: yaml.Node, path: str, lines: dict[str, int]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[_join(path, index)] = item.start_mark.line
        return [_value(item, _join(path, i), lines) for i, item in enumerate(node.value)]
    return None if node.tag == _NULL else str(node.value)


def _mapping(node: yaml.MappingNode, path: str, lines: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line
        lines[_join(path, key)] = line
        found[key] = _value(value_node, _join(path, key), lines)
    return found


def _join(path: str, key: object) -> str:
    return f"{path}.{key}" if path else str(key)
