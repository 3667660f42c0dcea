"""What a rule leaves out of its article and may not: ``python -m scripts.checks.left_out``.

A rule quotes part of an article. Where the rest holds an exception, a condition or a period, the rule's
own words (``plain``, ``limits``) must speak of it, or ``left_out.yml`` says why they need not. So a
reader is never told of a right whose condition stands in the clause before the quotation.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from calculators import rules
from calculators.rules import Rule, bounded
from scripts.checks.law_watch import Statute, bare, fragments, read

REASONS = Path("scripts/checks/left_out.yml")

# How a law takes back, or ties to a day, what it has just given.
_TAKES_BACK = re.compile(
    r"(?<!不)但|除外|届满|期限|之日起|不予(?:受理|支持)|应当在[^，]*前|不适用|不受|最长|不得超过"
)
_CLAUSE = re.compile(r"[。；\n]")
_HAN = re.compile(r"[一-鿿]+")
# A longer clause shares more; so many pairs of characters tell that it was looked at.
MOST_SHARED = 3
# Words that stand in every law: to share them is to share nothing.
_EVERYWHERE = re.compile(
    r"但是|人民法院|规定|法律|本条|前款|申请|裁定|执行|第[一二三四五六七八九十百千零]+[条款项]|有下列情形之一|当事人|应当|可以|"
    r"的|[一二三四五六七八九十百]+[年个月日天]+内?"
)


def rest(article: str, quoted: Iterable[str]) -> list[str]:
    """The clauses of an article, or what is left of them, that none of the quotations holds."""
    said = "".join(f"\0{bare(part)}" for part in quoted)
    return [left for clause in _CLAUSE.split(article) if (left := _unsaid(clause, said))]


def _unsaid(clause: str, said: str) -> str:
    """A clause without those of its parts, from comma to comma, that are quoted."""
    parts = [part for part in re.split(r"(?<=[，：])", clause) if bare(part)]
    kept = [part for part in parts if bare(part) not in said]
    return "".join(kept).strip("　 ，：")


def unheard(left: str, words: str) -> bool:
    """Whether a clause takes something back and the rule's words share nothing with it."""
    pairs = _pairs(left)
    enough = min(MOST_SHARED, 1 + len(pairs) // 12)
    return bool(pairs and _TAKES_BACK.search(left)) and len(pairs & _pairs(words)) < enough


def _pairs(text: str) -> set[str]:
    runs = _HAN.findall(_EVERYWHERE.sub(" ", text))
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def missed(
    found: Iterable[Rule], statutes: Sequence[Statute], why: Mapping[str, str]
) -> Iterator[str]:
    """A line for every clause that a verified rule leaves out unheard, and every reason without one."""
    kept = {(law.title, name): text for law in statutes for name, text in law.articles.items()}
    quoted = defaultdict[tuple[str, str], list[str]](list)
    for rule in (rules_ := list(found)):
        quoted[rule.title, rule.article or ""] += fragments(rule)
    open_: set[str] = set()
    for rule in rules_:
        article = kept.get((rule.title, rule.article or ""))
        if not rule.text or rule.status != "verified" or article is None:
            continue
        words = "".join((rule.plain, *rule.limits))
        for left in rest(article, quoted[rule.title, rule.article or ""]):
            if unheard(left, words):
                open_.add(rule.id)
                if rule.id not in why:
                    yield f"{rule.id}: {rule.article} also says “{left}”; say so in limits, or why not"
    yield from (f"{id}: nothing is left out unheard; drop its reason" for id in why.keys() - open_)


def reasons(path: Path = REASONS) -> Mapping[str, str]:
    """Why rules need not speak of what they leave out, by rule."""
    return {str(id): str(why) for id, why in bounded.load(path.read_text("utf-8")).items()}


def main() -> int:
    """Print what is missed; the exit status is 1 if anything is."""
    lines = list(missed(rules.at(datetime.now(UTC).date()).all(), read(), reasons()))
    print(*lines, f"{len(lines)} clauses left out unheard", sep="\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
