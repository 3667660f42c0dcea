"""YAML that cannot grow: no aliases, no key twice, no endless depth; its dates are days there are."""

from __future__ import annotations

from typing import Any

import yaml

MOST_DEPTH = 24
MOST_NODES = 200_000


class Refused(yaml.composer.ComposerError):
    """What is written is YAML, and more than a file of words or rules may be."""

    def __init__(self, reason: str, mark: Any) -> None:
        super().__init__(None, None, reason, mark)
        self.line: int = mark.line


class Loader(yaml.SafeLoader):
    """PyYAML's safe loader within these bounds; raises ``Refused`` at the first thing beyond them.

    Six lines of aliases, each naming the one before nine times, are half a million values.
    """

    depth = 0
    nodes = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Compose one node; raises Refused for an alias and past the bounds."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise Refused(f"write out what *{event.anchor} stands for", event.start_mark)
        self.depth += 1
        self.nodes += 1
        if self.depth > MOST_DEPTH:
            raise Refused(f"more than {MOST_DEPTH} things inside each other", event.start_mark)
        if self.nodes > MOST_NODES:
            raise Refused(f"more than {MOST_NODES} values", event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def compose_mapping_node(self, anchor: Any) -> Any:
        """Compose a mapping; raises Refused where a key is written twice."""
        node = super().compose_mapping_node(anchor)
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise Refused(f"{key.value!r} is written twice", key.start_mark)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else None)
        return node


def _day(loader: Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        raise Refused(f"there is no day {node.value}", node.start_mark) from None


Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)


def load(text: str) -> Any:
    """The plain data of a YAML text; raises ``yaml.YAMLError``, of which ``Refused`` is one kind."""
    return yaml.load(text, Loader)
