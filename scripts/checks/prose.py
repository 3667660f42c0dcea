"""Words that a tired person can read: short sentences, one term for one thing, no typed figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from calculators.rules import bounded
from scripts.checks.pages import NumberedLine, Page, chinese, plain, sentences
from scripts.checks.problem import Problem

LONGEST_HAN = 60
AVERAGE_HAN = 25
TERMS = Path(__file__).with_name("terms.yml")

# What no page says in its own voice, and what it does to somebody who reads it at night.
_NEVER: Mapping[str, str] = {
    **dict.fromkeys(("灾难", "后果自负", "刻不容缓", "最后通牒"), "frightens"),
    **dict.fromkeys(("老赖", "活该", "自作自受", "懒", "早知道"), "scolds"),
    **dict.fromkeys(("最公平", "百分百", "包过", "一定能", "保证能", "绝对不会"), "promises"),
    **dict.fromkeys(("予以", "上述", "综上", "该笔", "民事问题", "据报道"), "is an office's word"),
}

_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|《[^》]*》|(?:也叫|又叫|俗称)[^，。；：）]*")
_FIGURE = re.compile(
    r"\d[\d,.]*\s*(?:[%％‰]|个百分点|万?元|万块|块钱|倍)|[百千万]分之[一二三四五六七八九十零点\d]+"
    r"|[一二三四五六七八九十两]+[千万](?!分之)[一二三四五六七八九]?"
)
_LINKED = re.compile(r"\[[^\]]*\]\([^)]*\)")
_BELOW = re.compile("下面|下方|如下")
_NOT_PROSE = re.compile(r"\s*(?:#|\||: |!!!|\?\?\?)")


@dataclass(frozen=True)
class Terms:
    """The site's word for each wrong one, and the phrases in which a wrong one may stand."""

    right: Mapping[str, str]
    allowed: tuple[str, ...]


def read_terms(path: Path = TERMS) -> Terms:
    """Read ``terms.yml``: right term -> ``instead_of`` and perhaps ``except``."""
    entries = bounded.load(path.read_text(encoding="utf-8"))
    right = {wrong: term for term, entry in entries.items() for wrong in entry["instead_of"]}
    allowed = (phrase for entry in entries.values() for phrase in entry.get("except", ()))
    return Terms(right, (*entries, *allowed))


def lengths(page: Page) -> Iterator[Problem]:
    """Sentences over 60 Chinese characters; an average of 25 or more over running text."""
    counted = []
    for number, text in page.prose:
        sizes = [chinese(sentence) for sentence in sentences(text)]
        for size in sizes:
            if size > LONGEST_HAN:
                yield page.problem(
                    number, f"a sentence has {size} characters; at most {LONGEST_HAN}"
                )
        if not _NOT_PROSE.match(text):
            counted += [size for size in sizes if size]
    average = sum(counted) / len(counted) if counted else 0
    if average >= AVERAGE_HAN:
        yield page.problem(1, f"sentences average {average:.1f} characters; under {AVERAGE_HAN}")


def shown(page: Page) -> Iterator[NumberedLine]:
    """The page's description, which search and chats show alone, and its prose."""
    yield NumberedLine(page.meta_line("description"), str(page.meta.get("description", "")))
    yield from page.prose


def terms(page: Page, listed: Terms) -> Iterator[Problem]:
    """Words the site has another word for; quoted, in titles, or after 也叫, they may stand."""
    for number, text in shown(page):
        words = _QUOTED.sub("", plain(text))
        for phrase in listed.allowed:
            words = words.replace(phrase, "")
        for wrong, term in listed.right.items():
            if wrong in words:
                yield page.problem(number, f"write {term}, not {wrong}")


def never(page: Page) -> Iterator[Problem]:
    """Words that frighten, scold, promise or come from an office; quoted they may stand."""
    for line in shown(page):
        words = body(line)
        for wrong, why in _NEVER.items():
            if wrong in words:
                yield page.problem(line.number, f"do not write {wrong}: it {why}")


def below(page: Page) -> Iterator[Problem]:
    """下面 where it may be seen first, up to a page's second heading: what lies below is not seen then."""
    sections = 0
    for number, text in page.prose:
        sections += text.startswith("## ")
        if sections > 1:
            return
        for found in _BELOW.findall(_QUOTED.sub("", _LINKED.sub("", text))):
            yield page.problem(number, f"{found} is not on the first screen; link what it means")


def figures(page: Page) -> Iterator[Problem]:
    """Figures typed where a rule or a calculator can print them; the page's H1 may hold one."""
    for number, text in shown(page):
        if text.startswith("# "):
            continue
        for found in _FIGURE.findall(plain(text)):
            hint = 'print it: {{ name.figure }} or {{ rule("id", "parameter") }}'
            yield page.problem(number, f"{found} is typed; {hint}")


def body(line: NumberedLine) -> str:
    """The words of a line that are the page's own, without what it quotes."""
    return _QUOTED.sub("", plain(line.text))
