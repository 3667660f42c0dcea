"""The strict loader: rule files in, canonical plain data out, or one error with file and line.

A file holds one subject: `category`, the day it was `checked_on` and is to be checked again
(`check_by`), the `sources` it draws from, and `rules` by id. A rule names its source and adds what
is its own. `load` joins them, so that whoever reads the result need not know about the files.
"""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from calculators.rules.source import Block, read
from calculators.rules.units import UNITS, day, decode

DATA = Path(__file__).with_name("data")

STATUSES = ("verified", "uncertain")
CONFIDENCES = ("high", "medium", "low")
OFFICIAL = (".gov.cn", ".pbccrc.org.cn", ".chinamoney.com.cn", ".12321.cn")
_OWN_DATES = ("known_until", "checked_on", "check_by")
_NEEDED = ("source", "name", "plain", "status", "confidence")
_ALLOWED = ("article", "in_force", "parameters", "text", "note", *_OWN_DATES)

type Plain = dict[str, Any]


def files(folder: Path = DATA) -> list[Path]:
    """The rule files, in the order in which their rules are listed."""
    return sorted(folder.glob("*.yml"))


def load(paths: Iterable[Path] | None = None) -> list[Plain]:
    """Read, check and join rule files (the project's own by default).

    Returns:
        one mapping a rule, in order, of JSON types only; every key is always there.

    Raises:
        RuleFileError: `path:line: reason`, at the first thing that is wrong.
    """
    rules: dict[str, Plain] = {}
    for path in files() if paths is None else paths:
        file = _file(path)
        for rule_id, block in file["rules"].items():
            if rule_id in rules:
                raise file["rules"].fail(f"another file already has rule {rule_id!r}", rule_id)
            rules[rule_id] = _rule(rule_id, block, file)
    return list(rules.values())


def dump(rules: list[Plain]) -> str:
    """Canonical JSON of what `load` returned: the same rules always give the same bytes."""
    return json.dumps(rules, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _file(path: Path) -> Block:
    file = read(path)
    _keys(file, needed=("category", "checked_on", "check_by", "sources", "rules"))
    for key in ("sources", "rules"):
        _blocks(file, key)
    for source in file["sources"].values():
        _source(source)
    return file


def _source(source: Block) -> None:
    _keys(source, needed=("title",), allowed=("issuer", "number", "href", "opened", "in_force"))
    host = urlsplit(source.get("href") or "").hostname
    if host and not f".{host}".endswith(OFFICIAL):
        raise source.fail(f"{host} is not an official site", "href")
    if source.get("opened"):
        _day(source, "opened")


def _rule(rule_id: str, rule: Block, file: Block) -> Plain:
    _keys(rule, needed=_NEEDED, allowed=_ALLOWED)
    if rule["source"] not in file["sources"]:
        raise rule.fail(f"missing reference: no source is called {rule['source']!r}", "source")
    _one_of(rule, "status", STATUSES)
    _one_of(rule, "confidence", CONFIDENCES)
    source = file["sources"][rule["source"]]
    in_force = _in_force(rule, source)
    return {
        "id": rule_id,
        "plain": "".join(rule["plain"].splitlines()),
        **{key: rule[key] for key in ("name", "status", "confidence")},
        **{key: rule.get(key) for key in ("text", "note")},
        "title": source["title"],
        "category": file["category"],
        "reference": _reference(rule, source),
        "in_force": in_force,
        "parameters": _parameters(rule, in_force["from"]),
        "known_until": _day(rule, "known_until") if "known_until" in rule else None,
        **_checks(rule, file),
    }


def _reference(rule: Block, source: Block) -> Plain:
    keys = ("title", "issuer", "number", "href", "opened")
    return {"article": rule.get("article"), **{key: source.get(key) for key in keys}}


def _checks(rule: Block, file: Block) -> Plain:
    checked_on = _day(rule if "checked_on" in rule else file, "checked_on")
    holder = rule if "check_by" in rule else file
    if (check_by := _day(holder, "check_by")) < checked_on:
        raise holder.fail(f"check_by {check_by} is before checked_on {checked_on}", "check_by")
    return {"checked_on": checked_on, "check_by": check_by}


def _in_force(rule: Block, source: Block) -> Plain:
    holder = rule if "in_force" in rule else source
    if "in_force" not in holder:
        raise rule.fail("in_force is missing here and in the source")
    span = _blocks(holder, "in_force", of_blocks=False)
    _keys(span, needed=("from", "to", "read"))
    if not isinstance(span["read"], bool):
        raise span.fail("read must be true or false", "read")
    start, end = (span[key] and _day(span, key) for key in ("from", "to"))
    if start and end and end < start:
        raise span.fail(f"it ends on {end}, before it begins", "to")
    return {"from": start, "to": end, "read": span["read"]}


def _parameters(rule: Block, start: str | None) -> Plain:
    if "parameters" not in rule:
        return {}
    parameters = _blocks(rule, "parameters")
    return {name: _parameter(block, start) for name, block in parameters.items()}


def _parameter(block: Block, start: str | None) -> Plain:
    """A parameter is dated (`values`), or has one `value` if nobody knows when its rule began."""
    _keys(block, needed=("label", "unit", "values" if start else "value"))
    if block["unit"] not in UNITS:
        raise block.fail(f"bad unit {block['unit']!r}; one of {', '.join(UNITS)}", "unit")
    if start is None:
        values = [[date.min.isoformat(), _value(block, "value", block["unit"])]]
    else:
        values = _values(_blocks(block, "values", of_blocks=False), block["unit"], start)
    return {"label": block["label"], "unit": block["unit"], "values": values}


def _values(dated: Block, unit: str, start: str) -> list[list[Any]]:
    values: list[list[Any]] = []
    for since in dated:
        _iso(dated, since, since)
        if values and since <= values[-1][0]:
            raise dated.fail(f"{since} stands after {values[-1][0]}: oldest first", since)
        if since < start:
            raise dated.fail(f"{since} is before the rule is in force ({start})", since)
        values.append([since, _value(dated, since, unit)])
    return values


def _value(block: Block, key: str, unit: str) -> Any:
    if (raw := block[key]) is None:
        return None
    try:
        decode(unit, raw)
    except ValueError as error:
        raise block.fail(str(error), key) from error
    return raw


def _keys(block: Block, needed: tuple[str, ...], allowed: tuple[str, ...] = ()) -> None:
    for key in block:
        if key not in needed + allowed:
            raise block.fail(f"unknown key {key!r}; one of {', '.join(needed + allowed)}", key)
    for key in needed:
        if key not in block:
            raise block.fail(f"{key} is missing")


def _blocks(block: Block, key: str, *, of_blocks: bool = True) -> Block:
    """The mapping under `key`, which is not empty (and whose values are mappings too)."""
    inner = block[key]
    if not isinstance(inner, Block) or not inner:
        raise block.fail(f"{key} must be a mapping that is not empty", key)
    for name, value in inner.items() if of_blocks else ():
        if not isinstance(value, Block):
            raise inner.fail(f"{name} must be a mapping", name)
    return inner


def _one_of(block: Block, key: str, choices: tuple[str, ...]) -> None:
    if block[key] not in choices:
        raise block.fail(f"{key} is one of {', '.join(choices)}, not {block[key]!r}", key)


def _day(block: Block, key: str) -> str:
    return _iso(block, key, block[key])


def _iso(block: Block, key: str, raw: Any) -> str:
    try:
        return day(raw).isoformat()
    except ValueError as error:
        raise block.fail(f"{raw!r} is not a date written YYYY-MM-DD", key) from error
