"""What people ask as they type it finds its answer: two lists, one of them never looked at in tuning."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.searching import asked

HERE = Path(__file__).parent
ASKED = yaml.safe_load((HERE / "asked.yml").read_text("utf-8"))
HELD_OUT = yaml.safe_load((HERE / "held_out.yml").read_text("utf-8"))
CRIES = yaml.safe_load((HERE / "cries.yml").read_text("utf-8"))
NUMBERS = {"tel:12356", "tel:110"}
CLEARED = re.compile(r"继承|遗产|替还|替你还|不用(?:你|他|她|家里|家人|爸妈|父母)?还")
WEIGHTS: Mapping[str, float] = ASKED["weights"]
# What each class and each kind had and has: none may fall.
BY_KIND = yaml.safe_load((HERE / "asked_by_kind.yml").read_text("utf-8"))
# The whole and, by classes and kinds, what hurts most when it is not found.
FIRST, AMONG_THREE = 0.92, 0.98
ALWAYS = ("late", "auto", "reuse", "benefit", "helper", "fraud", "product", "crisis")
# What the held-out list reaches; it may rise, it must not fall.
HELD_FIRST, HELD_AMONG_THREE = 0.84, 0.95

Question = Mapping[str, Any]


def is_answer(hit: Mapping[str, str], question: Question) -> bool:
    """Whether the hit is accepted: by its address, its title or, for ``text:``, its page's words."""
    for page in question.get("pages", []):
        if re.match(rf"{re.escape(page.removesuffix('/index'))}(#|$)", hit["slug"]):
            return True
    for pattern in question.get("accept", []):
        if pattern.startswith("text:"):
            place, searched = hit["text"], pattern.removeprefix("text:")
        else:
            place, searched = hit["slug" if pattern.startswith("^") else "title"], pattern
        if re.search(searched, place):
            return True
    return False


def places(question: Question, found: Mapping[str, Any]) -> tuple[bool, bool]:
    """Whether the first hit answers, and whether one of the first three does; a cry needs the numbers too."""
    right = [is_answer(hit, question) for hit in found["hits"]]
    heard = question["kind"] != "crisis" or {*found["urgent"]} >= NUMBERS
    return heard and right[:1] == [True], heard and any(right)


def answers(page: Page, questions: Sequence[Question]) -> list[tuple[bool, bool]]:
    """Whether each was answered first, and among three."""
    found = asked(page, [question["query"] for question in questions])
    return [places(question, each) for question, each in zip(questions, found, strict=True)]


def shares(
    questions: Sequence[Question], right: Sequence[tuple[bool, bool]]
) -> tuple[float, float]:
    """The share answered first, and among three, a class counting as often as people ask it."""
    sizes = Counter(question["class"] for question in questions)
    weights = [WEIGHTS[question["class"]] / sizes[question["class"]] for question in questions]
    total = sum(weights)
    first = sum(w for w, (is_first, _) in zip(weights, right, strict=True) if is_first)
    three = sum(w for w, (_, is_among) in zip(weights, right, strict=True) if is_among)
    return first / total, three / total


def by_kind(
    questions: Sequence[Question], right: Sequence[tuple[bool, bool]]
) -> dict[str, tuple[int, int, int]]:
    """Of each class and each kind: how many questions, how many answered first, and among three."""
    groups: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for question, found in zip(questions, right, strict=True):
        groups[f"class {question['class']}"].append(found)
        groups[f"kind {question['kind']}"].append(found)
    return {
        name: (len(each), sum(first for first, _ in each), sum(three for _, three in each))
        for name, each in groups.items()
    }


def fallen(questions: Sequence[Question], right: Sequence[tuple[bool, bool]], name: str) -> Any:
    """The classes and kinds of a list that have fewer answers than ``asked_by_kind.yml`` says."""
    held = BY_KIND[name]
    now = by_kind(questions, right)
    assert {kind: size for kind, (size, *_) in now.items()} == {
        kind: row["questions"] for kind, row in held.items()
    }
    return {
        kind: (first, three, held[kind])
        for kind, (_, first, three) in now.items()
        if first < held[kind]["now"][0] or three < held[kind]["now"][1]
    }


def misses(questions: Sequence[Question], right: Sequence[tuple[bool, bool]]) -> str:
    """The questions without an answer among three, a line each."""
    pairs = zip(questions, right, strict=True)
    return "\n".join(question["query"] for question, (_, is_among) in pairs if not is_among)


def test_what_people_ask_is_answered(visit: Visit) -> None:
    questions = ASKED["queries"]
    right = answers(visit.open(""), questions)
    first, three = shares(questions, right)
    print(f"{visit.edition.name}: first {first:.3f}, among three {three:.3f}")
    assert (first >= FIRST, three >= AMONG_THREE) == (True, True), misses(questions, right)
    assert not fallen(questions, right, "asked")
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for question, (_, is_among) in zip(questions, right, strict=True):
        for name in {question["class"], question["kind"]} & {*ALWAYS}:
            groups[name].append(is_among)
    assert {*groups} == {*ALWAYS}
    for name, found in groups.items():
        wanted = 1 if name == "crisis" else AMONG_THREE
        assert sum(found) >= wanted * len(found), f"{name}: {sum(found)} of {len(found)}"


def test_questions_kept_apart_are_answered(visit: Visit) -> None:
    right = answers(visit.open(""), HELD_OUT)
    first, three = shares(HELD_OUT, right)
    print(f"{visit.edition.name}: first {first:.3f}, among three {three:.3f}")
    assert first >= HELD_FIRST
    assert three >= HELD_AMONG_THREE
    assert not fallen(HELD_OUT, right, "held_out")


def test_no_kind_is_held_to_less_than_it_had_before() -> None:
    for name, rows in BY_KIND.items():
        for kind, row in rows.items():
            pairs = zip(row["now"], row["before"], strict=True)
            assert all(now >= before for now, before in pairs), (name, kind)


def test_a_cry_is_heard_in_many_peoples_words(visit: Visit) -> None:
    found = asked(visit.open(""), [*CRIES["heard"], *CRIES["unheard"]])
    heard = [{*each["urgent"]} >= NUMBERS for each in found]
    assert heard == [True] * len(CRIES["heard"]) + [False] * len(CRIES["unheard"]), [
        question
        for question, is_heard in zip([*CRIES["heard"], *CRIES["unheard"]], heard, strict=True)
        if is_heard == (question in CRIES["unheard"])
    ]
    # Who speaks of dying reads nowhere in the list what that would clear, or whom it would spare.
    for question, each in zip(CRIES["heard"], found, strict=False):
        said = [words for words in each["shown"] if CLEARED.search(words)]
        assert not said, (question, said)
    led = [each["hits"][0]["slug"] for each in found if each["hits"]]
    assert not {"people/bereaved", "products/bankruptcy"} & {*led}


@pytest.mark.parametrize("questions", [ASKED["queries"], HELD_OUT], ids=["asked", "held-out"])
def test_no_question_is_copied_into_the_words_of_search(questions: Sequence[Question]) -> None:
    words = (HERE.parents[1] / "docs/search/alike.yml").read_text("utf-8")
    phrases = {phrase for group in yaml.safe_load(words) for phrase in group}
    whole = {question["query"] for question in questions if len(question["query"]) > 6}
    assert not whole & phrases
