"""A way of questions as dated, sourced data: which answer leads where, and what is to be done there.

    found = tree("frozen-account").walk({"q1": "card", "q2": "police"})
    found.asked   # the question that is still open: "q10"
    found.end     # the outcome's code once there is one, else ""

A text names a number of law as `{cpl-interp-171.review_days}`. The words live in `trees/*.yml`, one file a tree, read by the calculator and by the page that prints
the whole of it. A built package carries them as `trees.json`, so that the browser needs no YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators import content
from calculators.rules import at

if TYPE_CHECKING:
    from calculators.rules.rule_file import LocatedMapping

FOLDER = content.folder("rules/trees")
_VALUE = re.compile(r"\{(?P<rule>[\w-]+)\.(?P<name>\w+)\}")
_UNITS = {"days": " 天", "months": " 个月", "years": " 年", "count": "", "text": ""}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its code and words, the question or outcome it leads to, the rules it stands on."""

    key: str
    label: str
    to: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers; `help` says where the answer is found."""

    id: str
    ask: str
    help: str
    options: tuple[Option, ...]

    def option(self, key: str) -> Option | None:
        """The answer of that code, or None."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a deadline runs from: the input's label and help.

    `empty` is what it is taken for when it stays empty, in words; "" where it has to be asked for.
    """

    label: str
    help: str
    empty: str


@dataclass(frozen=True, slots=True)
class Term:
    """A deadline of an outcome.

    `clock` is a clock of `calculators.law.clocks`, or "" where no day can be counted; then `length`
    says in words how long there is. `since` names the day it runs from. `theirs`: it binds the other
    side, not the reader. `ahead`: it is named only while it lasts, with a `page` for what to do then. `late` is
    the outcome whose steps are to be taken once it is over.
    """

    what: str
    clock: str
    since: str
    theirs: bool
    ahead: bool
    page: str
    length: str
    missed: str
    late: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """A thing to do and the page that helps with it; `by` is the clock of the deadline it must meet.

    `page` and `by` are "" if there is none.
    """

    text: str
    page: str
    by: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence and the rules it stands on."""

    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a way ends: who holds the money, what to do, by when, with which letter and proofs.

    `keeps` is what the freeze must leave alone, `unsure` what nobody could verify, in words.
    """

    id: str
    name: str
    who: str
    ring: str
    steps: tuple[Action, ...]
    terms: tuple[Term, ...]
    letters: tuple[Action, ...]
    proofs: tuple[str, ...]
    keeps: tuple[str, ...]
    says: tuple[Remark, ...]
    unsure: str


@dataclass(frozen=True, slots=True)
class Way:
    """How far the answers lead: (question, answer) pairs, then an open question or an end."""

    gone: tuple[tuple[Question, Option], ...]
    asked: str
    end: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole tree, and the days on which a person checked it last and has to check it next."""

    id: str
    title: str
    checked_on: date
    check_by: date
    days: Mapping[str, Day]
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]

    def walk(self, answers: Mapping[str, str]) -> Way:
        """Follow the answers from the first question; answers off the way count for nothing."""
        at, gone = next(iter(self.questions)), list[tuple[Question, Option]]()
        while at in self.questions:
            question = self.questions[at]
            option = question.option(answers.get(at, ""))
            if option is None:
                return Way(tuple(gone), at, "")
            gone.append((question, option))
            at = option.to
        return Way(tuple(gone), "", at)

    def asks(self, target: str) -> str:
        """After which answers `target` comes, as `when` of `calculators.form.declare` has it.

        `target` is a question, or a day: then every answer that leads to an outcome with it counts.
        """
        ends = {target} | {o.id for o in self.outcomes.values() if _needs(o, target)}
        parts = (
            (question.id, [o.key for o in question.options if o.to in ends])
            for question in self.questions.values()
        )
        return " ".join(f"{name}={'|'.join(keys)}" for name, keys in parts if keys)


def _needs(outcome: Outcome, day: str) -> bool:
    return any(term.since == day for term in outcome.terms)


@cache
def tree(id: str) -> Tree:
    """The tree of that id; raises KeyError."""
    built = Path(__file__).with_name("trees.json")
    trees = json.loads(built.read_text("utf-8") if built.is_file() else compile_json())
    return _tree(_filled(trees[id]))


def _filled(raw: Any) -> Any:
    """The same data with every `{rule.parameter}` in its texts replaced by what the rule says last."""
    if isinstance(raw, dict):
        return {key: _filled(each) for key, each in raw.items()}
    if isinstance(raw, list):
        return [_filled(each) for each in raw]
    return _VALUE.sub(_value, raw) if isinstance(raw, str) else raw


def _value(found: re.Match[str]) -> str:
    rule = at(date.max)[found["rule"]]
    value, unit = rule.value(found["name"]), rule.parameters[found["name"]].unit
    return f"{value}{_UNITS[unit]}"


def compile_json() -> str:
    """Every tree as canonical JSON; raises RuleFileError at the first thing that is wrong."""
    from calculators.rules.rule_file import read  # noqa: PLC0415 - needs PyYAML, absent in the browser

    trees = {path.stem: _checked(read(path)) for path in sorted(FOLDER.glob("*.yml"))}
    return json.dumps(trees, ensure_ascii=False, sort_keys=False, separators=(",", ":")) + "\n"


_OUTCOME = ("name", "who", "ring", "steps")
_TERM = ("clock", "since", "theirs", "ahead", "page", "length", "missed", "late", "rules")
_MORE = ("terms", "letters", "proofs", "keeps", "says", "unsure")


def _checked(file: LocatedMapping) -> dict[str, Any]:
    """The file, once its form is sure and every answer leads somewhere."""
    file.keys_are(("id", "title", "checked_on", "check_by", "days", "questions", "outcomes"))
    questions, outcomes = file.blocks("questions"), file.blocks("outcomes")
    for question in questions.values():
        question.keys_are(("ask", "options"), ("help",))
        for option in question.blocks("options").values():
            option.keys_are(("label", "to"), ("rules",))
            if option["to"] not in (*questions, *outcomes):
                raise option.fail(f"there is no question or outcome {option['to']!r}", "to")
    for outcome in outcomes.values():
        outcome.keys_are(_OUTCOME, _MORE)
        outcome.texts("name", "who")
        for term in outcome.get("terms", ()):
            term.keys_are(("what",), _TERM)
            if term.get("since", "") not in ("", *file["days"]):
                raise term.fail(f"there is no day {term['since']!r}", "since")
            if term.get("late", "") not in ("", *outcomes):
                raise term.fail(f"there is no outcome {term['late']!r}", "late")
    return dict(file)


def _tree(raw: Mapping[str, Any]) -> Tree:
    return Tree(
        raw["id"],
        raw["title"],
        date.fromisoformat(raw["checked_on"]),
        date.fromisoformat(raw["check_by"]),
        {name: _day(each) for name, each in raw["days"].items()},
        {id: _question(id, each) for id, each in raw["questions"].items()},
        {id: _outcome(id, each) for id, each in raw["outcomes"].items()},
    )


def _day(raw: Mapping[str, str]) -> Day:
    return Day(raw["label"], raw.get("help", ""), raw.get("empty", ""))


def _question(id: str, raw: Mapping[str, Any]) -> Question:
    options = (
        Option(key, each["label"], each["to"], tuple(each.get("rules", ())))
        for key, each in raw["options"].items()
    )
    return Question(id, raw["ask"], raw.get("help", ""), tuple(options))


def _outcome(id: str, raw: Mapping[str, Any]) -> Outcome:
    return Outcome(
        id,
        raw["name"],
        raw["who"],
        raw["ring"],
        _actions(raw["steps"]),
        tuple(_term(each) for each in raw.get("terms", ())),
        _actions(raw.get("letters", ())),
        tuple(raw.get("proofs", ())),
        tuple(raw.get("keeps", ())),
        tuple(Remark(each["text"], tuple(each.get("rules", ()))) for each in raw.get("says", ())),
        raw.get("unsure", ""),
    )


def _actions(raw: Sequence[Mapping[str, str]]) -> tuple[Action, ...]:
    return tuple(Action(each["text"], each.get("page", ""), each.get("by", "")) for each in raw)


def _term(raw: Mapping[str, Any]) -> Term:
    return Term(
        raw["what"],
        raw.get("clock", ""),
        raw.get("since", ""),
        bool(raw.get("theirs", False)),
        bool(raw.get("ahead", False)),
        raw.get("page", ""),
        raw.get("length", ""),
        raw.get("missed", ""),
        raw.get("late", ""),
        tuple(raw.get("rules", ())),
    )
