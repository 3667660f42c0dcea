"""The strict loader: rule files in, canonical plain data out, or one error with file and line.

A file holds one subject: `category`, the day it was `checked_on` and is to be checked again
(`check_by`), the `sources` it draws from, and `rules` by id. A rule names its source and adds what
is its own. `load` joins them, so that whoever reads the result need not know about the files.
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from calculators import content
from calculators.rules.rule_file import LocatedMapping, official_hosts, read
from calculators.rules.units import UNITS, decode

DATA = content.folder("rules/data")

type Plain = dict[str, Any]

_FILE = ("category", "checked_on", "check_by", "sources", "rules")
_SOURCE = ("kind", "short", "issuer", "number", "href", "opened", "in_force")
KINDS = ("law", "practice", "reasoned", "number")
_NEEDED = ("source", "name", "plain", "status", "confidence")
_OWN_DATES = ("checked_on", "check_by", "known_until", "in_force")
_ALLOWED = ("article", "parameters", "text", "note", "limits", "product", *_OWN_DATES)


def files(folder: Path = DATA) -> list[Path]:
    """The rule files, in the order in which their rules are listed."""
    return sorted(folder.rglob("*.yml"))


def load(paths: Iterable[Path] | None = None) -> list[Plain]:
    """Read, check and join rule files (the project's own by default).

    One mapping a rule, in order, of JSON types only; every key is always there.

    Raises RuleFileError: `path:line: reason`, at the first thing that is wrong.
    """
    rules: dict[str, Plain] = {}
    for path in files() if paths is None else paths:
        file = read(path)
        sources = _sources(file)
        for rule_id, block in file.blocks("rules").items():
            if rule_id in rules:
                raise file.inner("rules").fail(f"another file already has {rule_id!r}", rule_id)
            rules[rule_id] = {"id": rule_id, **_rule(block, sources, file)}
    return list(rules.values())


# What pages, checks and the lists for a lawyer print, and no answer reads: readers need not fetch it.
_PRINTED: Plain = {"plain": "", "text": None, "note": None, "limits": []}
_PRINTED_OF_SOURCE = ("short", "issuer", "number", "href", "opened")


def for_answers(rules: Iterable[Plain]) -> list[Plain]:
    """What `load` returned without what only people read of a rule; every key is still there."""
    nothing = dict.fromkeys(_PRINTED_OF_SOURCE)
    return [{**rule, **_PRINTED, "reference": {**rule["reference"], **nothing}} for rule in rules]


def dump(rules: list[Plain]) -> str:
    """Canonical JSON of what `load` returned: the same rules always give the same bytes."""
    return json.dumps(rules, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _sources(file: LocatedMapping) -> dict[str, LocatedMapping]:
    file.keys_are(_FILE)
    file.texts("category")
    sources = file.blocks("sources")
    for source in sources.values():
        source.keys_are(("title",), _SOURCE)
        source.texts("title")
        if "kind" in source:
            source.one_of("kind", KINDS)
        href = source.get("href")
        if href and not _is_official(href):
            raise source.fail(f"{href!r} is not the address of an official site", "href")
    return sources


@cache
def _official() -> tuple[str, ...]:
    return official_hosts(content.root() / "mkdocs.yml")


def _is_official(href: object) -> bool:
    try:
        parts = urlsplit(str(href))
    except ValueError:  # a bracket that is not closed
        return False
    return parts.scheme in ("http", "https") and f".{parts.hostname}".endswith(_official())


def _rule(rule: LocatedMapping, sources: dict[str, LocatedMapping], file: LocatedMapping) -> Plain:
    rule.keys_are(_NEEDED, _ALLOWED)
    rule.texts("source", "name", "plain")
    rule.one_of("status", ("verified", "uncertain"))
    rule.one_of("confidence", ("high", "medium", "low"))
    if rule["source"] not in sources:
        raise rule.fail(f"missing reference: no source is called {rule['source']!r}", "source")
    source = sources[rule["source"]]
    in_force = _in_force(rule if "in_force" in rule else source)
    return {
        "plain": "".join(rule["plain"].splitlines()),
        **{key: rule[key] for key in ("name", "status", "confidence")},
        **{key: rule.get(key) for key in ("text", "note")},
        "limits": rule.sentences("limits") if "limits" in rule else [],
        "title": source["title"],
        "category": file["category"],
        "reference": _reference(rule, source),
        "in_force": in_force,
        "parameters": _parameters(rule, in_force["from"]),
        "product": _product(rule),
        "known_until": rule.iso("known_until") if "known_until" in rule else None,
        **_checks(rule, file),
    }


def _reference(rule: LocatedMapping, source: LocatedMapping) -> Plain:
    keys = ("title", "short", "issuer", "number", "href")
    opened = source.iso("opened") if source.get("opened") else None
    return {
        "article": rule.get("article"),
        "opened": opened,
        "kind": source.get("kind", "law"),
        **{key: source.get(key) for key in keys},
    }


def _product(rule: LocatedMapping) -> Plain | None:
    """The product whose terms the rule states, and the calculators that offer it."""
    if "product" not in rule:
        return None
    product = rule.inner("product")
    product.keys_are(("called", "tools"))
    product.texts("called")
    return {"called": product["called"], "tools": product.sentences("tools")}


def _checks(rule: LocatedMapping, file: LocatedMapping) -> Plain:
    checked_on = (rule if "checked_on" in rule else file).iso("checked_on")
    holder = rule if "check_by" in rule else file
    if (check_by := holder.iso("check_by")) < checked_on:
        raise holder.fail(f"check_by {check_by} is before checked_on {checked_on}", "check_by")
    return {"checked_on": checked_on, "check_by": check_by}


def _in_force(holder: LocatedMapping) -> Plain:
    if "in_force" not in holder:
        raise holder.fail("in_force is missing here and in the rule")
    span = holder.inner("in_force")
    span.keys_are(("from", "to", "read"))
    if not isinstance(span["read"], bool):
        raise span.fail("read must be true or false", "read")
    start, end = (span[key] and span.iso(key) for key in ("from", "to"))
    if start and end and end < start:
        raise span.fail(f"it ends on {end}, before it begins", "to")
    return {"from": start, "to": end, "read": span["read"]}


def _parameters(rule: LocatedMapping, start: str | None) -> Plain:
    if "parameters" not in rule:
        return {}
    return {name: _parameter(block, start) for name, block in rule.blocks("parameters").items()}


def _parameter(block: LocatedMapping, start: str | None) -> Plain:
    """A parameter is dated (`values`), or has one `value` if nobody knows when its rule began."""
    block.keys_are(("label", "unit", "values" if start else "value"))
    block.texts("label", "unit")
    block.one_of("unit", UNITS)
    if start is None:
        values = [[date.min.isoformat(), _value(block, "value", block["unit"])]]
    else:
        values = _values(block.inner("values"), block["unit"], start)
    return {"label": block["label"], "unit": block["unit"], "values": values}


def _values(dated: LocatedMapping, unit: str, start: str) -> list[list[Any]]:
    values: list[list[Any]] = []
    for since in dated:
        dated.iso(since, since)
        if values and since <= values[-1][0]:
            raise dated.fail(f"{since} stands after {values[-1][0]}: oldest first", since)
        if since < start:
            raise dated.fail(f"{since} is before the rule is in force ({start})", since)
        values.append([since, _value(dated, since, unit)])
    return values


def _value(block: LocatedMapping, key: str, unit: str) -> Any:
    if (raw := block[key]) is None:
        return None
    try:
        decode(unit, raw)
    except ValueError as error:
        raise block.fail(str(error), key) from error
    return raw
