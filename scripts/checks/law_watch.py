"""Compare what the rules quote with the articles kept beside them: ``python -m scripts.checks.law_watch``.

``calculators/rules/statutes/*.md`` hold the text of cited articles, with where and when it was taken.
Every fragment a rule quotes must stand in its article, punctuation and numbering aside. A difference is
printed with all it touches: rules, pages, calculators, letters; then the exit status is 1. Why a law that
rules quote is not kept stands in ``not_kept.yml``.

``--against FOLDER`` reads the articles anew from a checkout of the source and prints what has changed
since; ``--update FOLDER`` takes them over. Laws the checkout does not hold are named and left alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from calculators import rules
from calculators.rules import Rule, bounded
from scripts.checks.content import DOCS
from scripts.generator.markdown import page_file

STATUTES = Path("calculators/rules/statutes")
REASONS = Path("scripts/checks/not_kept.yml")
ROOM = Path("calculators")

# Two ways of printing a law: `**第八十五条**　期间` and `第八十五条 期间`.
_ARTICLE = re.compile(
    r"^(?:\*\*)?(?P<name>第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)(?:\*\*)?[　 ]",
    re.M,
)
_HEADING = re.compile(r"^#+ .*$", re.M)
_LEFT_OUT = re.compile(r"…+")
# What two honest copies of one text differ in: punctuation, white space, and how lists are numbered.
_IDLE = re.compile(r"[（(][零一二三四五六七八九十\d]+[)）]|[^\w%‰]|_")


@dataclass(frozen=True)
class Statute:
    """The kept articles of one law: by article its text, and the head that says where they are from."""

    path: Path
    head: Mapping[str, Any]
    articles: Mapping[str, str]

    @property
    def title(self) -> str:
        """The law's title, as the rules' sources write it."""
        return str(self.head["title"])


@dataclass(frozen=True)
class Difference:
    """A fragment that a rule quotes and its article does not hold."""

    rule: Rule
    fragment: str


def articles(text: str) -> dict[str, str]:
    """The articles of a law in Markdown, each beginning with its name, by their name."""
    found = list(_ARTICLE.finditer(text))
    ends = [*(each.start() for each in found), len(text)][1:]
    return {
        each["name"]: _HEADING.sub("", text[each.end() : end]).strip("　 \n")
        for each, end in zip(found, ends, strict=True)
    }


def read(folder: Path = STATUTES) -> list[Statute]:
    """Every law kept in a folder, in order of its files."""
    statutes = []
    for path in sorted(folder.glob("*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        statutes.append(Statute(path, bounded.load(head), articles(body)))
    return statutes


def bare(text: str) -> str:
    """A text without what may differ between two copies of it."""
    return _IDLE.sub("", text)


def fragments(rule: Rule) -> list[str]:
    """What a rule quotes, cut where it leaves something out."""
    return [part for part in _LEFT_OUT.split(rule.text or "") if bare(part)]


def compare(
    found: Iterable[Rule], statutes: Sequence[Statute]
) -> tuple[list[Rule], list[Difference], list[Rule]]:
    """The rules that agree with their article, the differences, and the rules without a kept article."""
    kept = {
        (law.title, name): bare(text) for law in statutes for name, text in law.articles.items()
    }
    same, different, missing = list[Rule](), list[Difference](), list[Rule]()
    for rule in found:
        if not rule.text:
            continue
        article = kept.get((rule.title, rule.article or ""))
        if article is None:
            missing.append(rule)
            continue
        lost = [part for part in fragments(rule) if bare(part) not in article]
        different += [Difference(rule, part) for part in lost]
        same += [] if lost else [rule]
    return same, different, missing


def held(statute: Statute, folder: Path) -> bool:
    """Whether a checkout holds all the files a law was taken from."""
    return all((folder / name).is_file() for name in statute.head["files"])


def changed(statute: Statute, folder: Path) -> dict[str, str]:
    """The kept articles whose text in a checkout of their source is another now; empty text: gone."""
    texts = ((folder / name).read_text("utf-8") for name in statute.head["files"])
    now = {name: text for each in texts for name, text in articles(each).items()}
    return {
        name: now.get(name, "")
        for name, text in statute.articles.items()
        if bare(now.get(name, "")) != bare(text)
    }


def touched(rule_id: str, docs: Path = DOCS, room: Path = ROOM) -> list[str]:
    """What rests on a rule: pages by their front matter, calculators and letters by its id in them."""
    pages = (path for path in sorted(docs.rglob("*.md")) if rule_id in _listed(path))
    named = re.compile(rf"(?<![\w-]){re.escape(rule_id)}(?![\w-])")
    files = (
        path for kind in ("tools/*.py", "law/*.py", "letters/*.txt") for path in room.glob(kind)
    )
    code = (path for path in sorted(files) if named.search(path.read_text("utf-8")))
    return [str(path) for path in (*pages, *code)]


def _listed(page: Path) -> Sequence[str]:
    return page_file.front_matter(page).get("rules") or ()


def reasons(path: Path = REASONS) -> Mapping[str, str]:
    """Why a law that rules quote is not kept, by the law's title."""
    return {str(title): str(why) for title, why in bounded.load(path.read_text("utf-8")).items()}


def report(
    found: Sequence[Rule], statutes: Sequence[Statute], why: Mapping[str, str] | None = None
) -> tuple[list[str], bool]:
    """The lines to print, and whether all that could be compared agrees."""
    same, different, missing = compare(found, statutes)
    lines = [line for each in different for line in _said(each)]
    lines += _absent(missing, reasons() if why is None else why)
    silent = sum(not rule.text for rule in found)
    counted = (
        f"{len(same)} rules agree, {len(different)} fragments differ, {len(missing)} are not kept; "
        f"{silent} quote nothing: their text was not read, or they state practice"
    )
    return [*lines, counted], not different


def _absent(missing: Iterable[Rule], why: Mapping[str, str]) -> Iterator[str]:
    laws = defaultdict[str, list[str]](list)
    for rule in missing:
        laws[rule.title].append(rule.id)
    for title, ids in laws.items():
        yield f"not kept: {title} ({', '.join(ids)}): {why.get(title, 'no reason given yet')}"


def _said(each: Difference) -> Iterator[str]:
    yield f"{each.rule.id}: {each.rule.title}{each.rule.article or ''} does not say “{each.fragment}”"
    yield from (f"    touches {place}" for place in touched(each.rule.id))


def news(
    statutes: Sequence[Statute], folder: Path, found: Sequence[Rule]
) -> tuple[list[str], bool]:
    """What a checkout of the source says otherwise now, with all it touches."""
    lines, elsewhere = list[str](), list[str]()
    for law in statutes:
        if not held(law, folder):
            elsewhere.append(f"{law.title}: not compared, {law.head['source']} is another checkout")
            continue
        for name, text in changed(law, folder).items():
            lines.append(f"{law.title}{name}: {text or 'is gone'}")
            rests = [r.id for r in found if (r.title, r.article) == (law.title, name)]
            lines += [f"    touches {id}: {', '.join(touched(id)) or 'no page'}" for id in rests]
    counted = f"{len(lines)} lines of news" if lines else "nothing has changed"
    return [*elsewhere, *lines, counted], not lines


def update(statute: Statute, folder: Path) -> None:
    """Take the articles over from a checkout of the source, as of today."""
    whole = statute.path.read_text("utf-8")
    for name, text in changed(statute, folder).items():
        whole = whole.replace(statute.articles[name], text)
    today = datetime.now(UTC).date()
    whole = re.sub(r"^taken: .*$", f"taken: {today}", whole, count=1, flags=re.M)
    statute.path.write_text(whole, "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what differs; the exit status is 1 if anything does."""
    parser = argparse.ArgumentParser(prog="python -m scripts.checks.law_watch")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="a checkout of the source")
    parser.add_argument(
        "--update", type=Path, metavar="FOLDER", help="take the articles over from it"
    )
    given = parser.parse_args(arguments)
    found, statutes = rules.at(datetime.now(UTC).date()).all(), read()
    if given.update:
        for law in statutes:
            if held(law, given.update):
                update(law, given.update)
        return 0
    lines, agrees = (
        news(statutes, given.against, found) if given.against else report(found, statutes)
    )
    print("\n".join(lines))
    return 0 if agrees else 1


if __name__ == "__main__":
    sys.exit(main())
