"""Runs inside the image's CPython: the codecs for East Asian texts, whose 700 kB of tables no page reads."""

import gc
import json
import sys

CODECS = ("_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw")


# A list of pairs, where the others have an index; see structs.mjs.
PAIRS = "__map_jisx0213_pair"


def write_capsules(to: str) -> None:
    """Write the addresses of the tables, which the codecs keep as capsules `__map_*`, as JSON."""
    found = [vars(__import__(name)).items() for name in CODECS]
    maps = {name: id(each) for items in found for name, each in items if name.startswith("__map_")}
    ids = [address for name, address in maps.items() if name != PAIRS]
    with open(to, "w", encoding="utf-8") as file:
        json.dump(ids, file)


def forget_codecs() -> None:
    """Remove the codecs, whose tables have been emptied."""
    for name in CODECS:
        del sys.modules[name]
    gc.collect()
