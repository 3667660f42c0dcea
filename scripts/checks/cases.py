"""Every calculator against its case file: ``python -m scripts.checks.cases``, or only the files named.

A case: ``name`` (a sentence), ``source`` (where the expected numbers come from), ``on``, ``inputs``,
and either ``figures`` (key -> value as JSON has it) with optional ``tables`` (key -> {row: {column:
value}}), ``headline`` and ``notice`` (part of the sentence), ``steps`` (pages, in the order in which
the answer leads to them; others may follow), or ``errors`` (field -> part of the
sentence). A file is named as its calculator; one of any other name says ``tool`` in each case, as an
example does that came from a page.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from calculators import content
from calculators.browser import respond
from calculators.registry import tools
from scripts.checks import readability
from scripts.checks.pages import NumberedLine
from scripts.checks.problem import Problem
from scripts.generator.markdown import fence_yaml
from scripts.generator.mistakes import here, in_one_line

FOLDER = content.root() / "tests" / "cases"
NEEDED, KNOWN = (
    ("name", "source", "on", "inputs"),
    (
        "figures",
        "tables",
        "headline",
        "notice",
        "steps",
        "errors",
        "note",
        "tool",
    ),
)
DAY = date(2026, 11, 23)
_DATE = re.compile(r"\d+年\d+月\d+日")


class Wrong(NamedTuple):
    """What is wrong with a case, and the dotted place in it."""

    at: str
    reason: str


def read(path: Path) -> tuple[list[dict[str, Any]], fence_yaml.Reading]:
    """The cases of a file, every value as text, and the line of each of their parts."""
    text = path.read_text("utf-8")
    reading = fence_yaml.read_list(text)  # refuses what grows, before anything is made of it
    return yaml.load(text, yaml.BaseLoader), reading


def check(folder: Path = FOLDER) -> Iterator[Problem]:
    """The problems of every case file, and the calculators that have none."""
    files = sorted(folder.glob("*.yml"))
    for id in sorted(set(tools()) - {path.stem for path in files}):
        yield Problem(here(folder / f"{id}.yml"), 1, "this calculator has no case file")
    for path in files:
        yield from _of_file(path)
    for id in tools():
        for wrong in of_default(id):
            yield Problem(f"calculators/tools/{id.replace('-', '_')}.py", 1, wrong)


def _of_file(path: Path) -> Iterator[Problem]:
    shown = here(path)
    try:
        cases, reading = read(path)
    except fence_yaml.UnreadableFence as problem:
        yield Problem(shown, problem.line + 1, problem.reason)
        return
    if not isinstance(cases, list) or not all(isinstance(case, dict) for case in cases):
        yield Problem(shown, 1, "a case file is a list of cases")
        return
    for number, case in enumerate(cases):
        id = tool_of(path, case)
        if id not in tools():
            yield Problem(shown, reading.line(str(number)) + 1, f"there is no calculator {id!r}")
            continue
        for at, reason in of_case(id, case):
            line = reading.line(f"{number}.{at}" if at else str(number)) + 1
            yield Problem(shown, line, reason)


def tool_of(path: Path, case: Mapping[str, Any]) -> str:
    """The calculator that a case of a file asks: the one it names, or the file's."""
    return str(case.get("tool", path.stem))


def of_case(id: str, case: Mapping[str, Any]) -> Iterator[Wrong]:
    """What is wrong with one case of a calculator: its form first, then its figures."""
    missing = [key for key in NEEDED if not case.get(key) and key != "inputs"]
    unknown = case.keys() - {*NEEDED, *KNOWN}
    if missing or unknown or not case.keys() & {"figures", "errors"}:
        yield from (Wrong("", f"the case has no {key}") for key in missing)
        yield from (Wrong(key, f"unknown key {key!r}") for key in sorted(unknown))
        yield from (Wrong("", "say figures or errors") for _ in range(not missing and not unknown))
        return
    asked = {"tool": id, "inputs": case.get("inputs") or {}, "on": case["on"]}
    answer = json.loads(respond(json.dumps(asked)))
    if "errors" in case:
        yield from _errors(case["errors"], answer)
    elif not answer["ok"]:
        said = "; ".join(f"{e['field']}: {e['message']}" for e in answer["errors"])
        yield Wrong("inputs", f"refused: {said}")
    else:
        yield from _figures(case["figures"], answer["result"]["figures"])
        yield from _tables(case.get("tables") or {}, answer["result"]["tables"])
        yield from _sentences(case, answer["result"])
        yield from long_sentences(answer["result"])


def long_sentences(result: Mapping[str, Any]) -> Iterator[Wrong]:
    """Sentences of the answer over the bar that pages are held to; a date counts as one character."""
    said = [result["headline"], *(f["meaning"] for f in result["figures"].values())]
    said += [each["text"] for each in (*result["notices"], *result["steps"])]
    read = readability.measure(NumberedLine(1, _DATE.sub("日", text)) for text in said)
    for _, sentence in read.long:
        yield Wrong("", f"split {sentence[:16]}…: over {readability.LONG} characters")


def _errors(expected: Mapping[str, str], answer: Mapping[str, Any]) -> Iterator[Wrong]:
    found = {error["field"]: error["message"] for error in answer.get("errors", ())}
    for field in sorted(found.keys() - expected.keys()):
        yield Wrong("errors", f"{field} is refused too: {found[field]}")
    for field, said in expected.items():
        if said not in found.get(field, "") or field not in found:
            yield Wrong(f"errors.{field}", f"{field} says {found.get(field)!r}, not {said!r}")


def _figures(expected: Mapping[str, str], figures: Mapping[str, Any]) -> Iterator[Wrong]:
    for key, value in expected.items():
        if key not in figures:
            yield Wrong(f"figures.{key}", f"there is no figure {key!r}: {', '.join(figures)}")
        elif (found := _text(figures[key]["value"])) != value:
            yield Wrong(f"figures.{key}", f"{key} is {found!r}, the case says {value!r}")


def _tables(expected: Mapping[str, Any], tables: Mapping[str, Any]) -> Iterator[Wrong]:
    for key, rows in expected.items():
        for row, cells in rows.items():
            for column, value in cells.items():
                at = f"tables.{key}.{row}.{column}"
                try:
                    found = _text(tables[key]["rows"][int(row)][column])
                except (KeyError, IndexError, ValueError):
                    yield Wrong(at, f"there is no {at.removeprefix('tables.')}")
                    continue
                if found != value:
                    yield Wrong(at, f"{column} of row {row} is {found!r}, the case says {value!r}")


def _sentences(case: Mapping[str, Any], result: Mapping[str, Any]) -> Iterator[Wrong]:
    """The parts of a headline and of a notice that the case wants."""
    said = {
        "headline": result["headline"],
        "notice": "\n".join(notice["text"] for notice in result["notices"]),
    }
    for key, whole in said.items():
        if case.get(key, "") not in whole:
            yield Wrong(key, f"the {key} is {whole!r}, the case says {case[key]!r}")
    pages = [step["page"] for step in result["steps"]]
    wanted = case.get("steps", [])
    if pages[: len(wanted)] != wanted:
        yield Wrong("steps", f"the steps lead to {pages}, the case says {wanted}")


def of_default(id: str) -> Iterator[str]:
    """What the answer to a form as it stands lacks for a reader."""
    answer = json.loads(respond(json.dumps({"tool": id, "inputs": {}, "on": DAY.isoformat()})))
    if not answer["ok"]:
        yield f"the default case is refused: {answer['errors']}"
        return
    if not answer["result"]["headline"].endswith("。"):
        yield "the headline must end with 。"
    if not answer["result"]["workings"]:
        yield "workings are empty; a reader must be able to redo it"


def _text(value: object) -> str:
    return "" if value is None else str(value)


def main(files: Sequence[str] = ()) -> int:
    """Print every problem, or those of these files; the exit status is 1 if there is one."""
    found = [each for file in files for each in _of_file(Path(file))] if files else list(check())
    print(*found, f"{len(found)} problems in the cases", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    with in_one_line("cases"):
        sys.exit(main(sys.argv[1:]))
