"""Every answer that could harm, on a sheet of its own for a lawyer: ``python -m scripts.checks.legal_sheets``.

Writes ``build/legal-sheets.html``, to be printed from any browser, a sheet a page: each letter, each branch
of 我现在该做什么, each end of 卡被冻了怎么走, each kind, sign and verdict of 这条消息是真的吗. Beside every
sentence stand the ids of its rules; below, in words, what nobody could verify and what those rules do not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from itertools import islice, product
from math import prod
from pathlib import Path

from calculators import rules
from calculators.answer.result import Result, Step
from calculators.form.declare import specs
from calculators.law.clocks import CLOCKS
from calculators.law.message_signs import HARD
from calculators.law.message_words import ACTIONS, CHECKS, FLAGS, NOT_TO_DO, VERDICTS, checks_of
from calculators.law.messages import KINDS, judge
from calculators.registry import letters, tool
from calculators.rules import Rule, RuleBook
from calculators.rules.tree import Option, Outcome, Question, Tree, tree
from calculators.tools import triage
from scripts.checks.content import DOCS
from scripts.checks.pages import read_all
from scripts.generator.markdown.citation import named
from scripts.generator.markdown.rulebook import certainty
from scripts.generator.runtime import questions

TARGET = Path("build/legal-sheets.html")
EXAMPLES = Path(questions.__file__).parent / "messages.txt"
NO_RULE = "没有引条文"
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零]+条")
_CITED = re.compile(rf"《([^》]+)》({_ARTICLE.pattern})?")
_LETTERS, _TRIAGE, _FROZEN, _MESSAGE = "信", "我现在该做什么", "卡被冻了怎么走", "这条消息是真的吗"
BRANCHES = ("document", "overdue", "harm", "full_demand", "lenders", "kind", "means")
_STYLE = """@page{size:A4;margin:14mm}body{font:10pt/1.45 serif}section{break-before:page}
h2{font-size:13pt;margin:0 0 2mm}table{border-collapse:collapse;width:100%}
td,th{border:.2mm solid;padding:1mm;text-align:left;vertical-align:top}
td+td{width:32%;font-size:8pt;overflow-wrap:anywhere}ul{margin:1mm 0;padding-left:5mm;font-size:8.5pt}"""

type Pages = Mapping[str, tuple[str, ...]]
"""The rules of each page of the site, by its name."""
type _Step = tuple[str, str]
type _Answers = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A sentence of ours, the ids of the rules it stands on, and the page that it sends to.

    A `numbered` one names lines above by their numbers, and stands on what they stand on.
    """

    words: str
    rules: tuple[str, ...] = ()
    page: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class Sheet:
    """What one answer says; `unsure` is what its own source says nobody could verify."""

    of: str
    id: str
    title: str
    lines: tuple[Line, ...]
    unsure: str = ""


def sheets(on: date) -> Iterator[Sheet]:
    """Every sheet, in the order they are printed."""
    yield from _letters(on)
    yield from _triage(on)
    yield from _frozen(tree("frozen-account"))
    yield from _message_kinds()
    yield from _message_verdicts()


def cited(sheet: Sheet, pages: Pages) -> tuple[str, ...]:
    """The ids of all rules that a sheet stands on, those of the pages it sends to among them."""
    own = [id for line in sheet.lines for id in line.rules]
    sent = [id for line in sheet.lines for id in pages.get(line.page, ())]
    return tuple(dict.fromkeys((*own, *sent)))


def _letters(on: date) -> Iterator[Sheet]:
    book = rules.at(on)
    for id, letter in letters().items():
        result = letter.run({}, on)
        known = dict.fromkeys(id for notice in result.notices for id in notice.rules)
        text = [
            Line(f"【{document.label}】{line}" if not number else line, _quoted(line, book, known))
            for document in result.documents
            for number, line in enumerate(filter(None, document.content.splitlines()))
        ]
        yield Sheet(_LETTERS, id, letter.title, (*_of(result), *text))


def _quoted(words: str, book: RuleBook, known: Iterable[str]) -> tuple[str, ...]:
    """The rules that a line of a letter names by title and article; by title alone, those `known`."""
    found = _CITED.findall(words)
    exact = [
        rule.id
        for rule in book.all()
        for article in _ARTICLE.findall(rule.reference.article or "")
        if (_title(rule), article) in found
    ]
    whole = {title for title, article in found if not article}
    return tuple(dict.fromkeys((*exact, *(id for id in known if _title(book[id]) in whole))))


def _title(rule: Rule) -> str:
    """As it stands within 《》 in a sentence, without the year of its version."""
    title = rule.reference.title.partition("（")[0]
    return title.replace("《", "〈").replace("》", "〉")


def _triage(on: date) -> Iterator[Sheet]:
    """Each choice of each question, all else unsaid; a paper also with its day, in time and too late."""
    declared = specs(tool("triage").inputs)
    for name in BRANCHES:
        for value, label in declared[name].choices.items():
            days: list[tuple[str, date | None]] = [("", None)]
            if value not in ("none", "message", "unsure") and name == "document":
                days += [("，五天前收到", on - timedelta(5)), ("，一年前收到", on - timedelta(365))]
            for words, came in days:
                result = tool("triage").run({name: value, "received_on": str(came or "")}, on)
                lines = (Line(result.headline), *_of(result))
                id = f"{name}={value}" + (f" {came}" if came else "")
                yield Sheet(_TRIAGE, id, f"{declared[name].label}：{label}{words}", lines)
    yield from _triage_ends(on)


def _triage_ends(on: date) -> Iterator[Sheet]:
    """For each paper, and its day, every answer there is and all choices that lead to it.

    The actions stand once, with the rules of their pages; an answer names its three by number.
    """
    declared = specs(tool("triage").inputs)
    for document, label in declared["document"].choices.items():
        for words, came in _came(document, on):
            ends = ends_of(document, came, on)
            steps = list(dict.fromkeys(step for end in ends for step in end[1:]))
            lines = [Line(f"{n}. {text}", page=page) for n, (text, page) in enumerate(steps, 1)]
            for (stage, *picked), answers in ends.items():
                numbers = "、".join(str(steps.index(step) + 1) for step in picked)
                lines += [
                    Line(f"{stage[0]}：做 {numbers}。{_said(block)}", numbered=True)
                    for block in blocks(answers)
                ]
            title = f"全部结果，{declared['document'].label}：{label}{words}"
            yield Sheet(_TRIAGE, f"{document}{words}", title, tuple(lines))


def _came(document: str, on: date) -> Iterator[tuple[str, date | None]]:
    yield "", None
    if document not in ("none", "message", "unsure"):
        yield "，五天前收到", on - timedelta(5)
        yield "，一年前收到", on - timedelta(365)


def ends_of(document: str, came: date | None, on: date) -> dict[tuple[_Step, ...], list[_Answers]]:
    """Each answer, its stage and its actions by weight, with all choices that lead there."""
    found: dict[tuple[_Step, ...], list[_Answers]] = {}
    declared = specs(tool("triage").inputs)
    for picked in product(*(declared[name].choices for name in BRANCHES[1:])):
        answers = dict(zip(BRANCHES[1:], picked, strict=True))
        inputs = triage.Inputs(
            document=document, received_on=came, stated_days=None, case_number="", **answers
        )
        steps = islice(triage.actions(inputs, on), triage.NEXT_ACTIONS)
        end = (triage.stage_of(inputs), *((step.text, step.page) for step in steps))
        found.setdefault(end, []).append(picked)
    return found


def blocks(answers: list[_Answers]) -> Iterator[tuple[_Answers, ...]]:
    """The same choices as few blocks: in each, any of these with any of those; no choice twice."""
    sets = [tuple(dict.fromkeys(each)) for each in zip(*answers, strict=True)]
    if prod(map(len, sets)) == len(answers):
        yield tuple(sets)
        return
    # Split at the question with the fewest answers: the blocks come out largest.
    at = min((n for n, each in enumerate(sets) if len(each) > 1), key=lambda n: len(sets[n]))
    for value in sets[at]:
        yield from blocks([each for each in answers if each[at] == value])


def _said(block: tuple[_Answers, ...]) -> str:
    return "；".join(filter(None, map(_choices, BRANCHES[1:], block))) or "其余怎么答都一样"


def _choices(name: str, values: tuple[str, ...]) -> str:
    spec = specs(tool("triage").inputs)[name]
    others = [words for value, words in spec.choices.items() if value not in values]
    if not others:
        return ""
    if len(others) < len(values):
        return f"{spec.label}：除了“{'”“'.join(others)}”都是"
    return f"{spec.label}：{'/'.join(spec.choices[value] for value in values)}"


def _of(result: Result) -> Iterator[Line]:
    yield from (Line(notice.text, notice.rules) for notice in result.notices)
    yield from map(_step, result.steps)
    yield from (Line(f"没有算进去：{each}") for each in result.left_out)


def _step(step: Step) -> Line:
    return Line(f"做：{step.text}" + (f"（{step.by} 以前）" if step.by else ""), page=step.page)


def _frozen(found: Tree) -> Iterator[Sheet]:
    """Each end, with every way of answers that leads there."""
    for outcome in found.outcomes.values():
        ways = [
            Line(
                "路：" + " → ".join(f"{question.ask}{option.label}" for question, option in way),
                tuple(dict.fromkeys(id for _, option in way for id in option.rules)),
            )
            for way in _ways(found, outcome.id)
        ]
        yield Sheet(_FROZEN, outcome.id, outcome.name, (*ways, *_outcome(outcome)), outcome.unsure)


def _ways(found: Tree, end: str) -> Iterator[tuple[tuple[Question, Option], ...]]:
    """All ways of answers from the first question to a question or an end."""
    if end == next(iter(found.questions)):
        yield ()
    for question in found.questions.values():
        for option in question.options:
            if option.to == end:
                for before in _ways(found, question.id):
                    yield (*before, (question, option))


def _outcome(outcome: Outcome) -> Iterator[Line]:
    yield Line(f"谁冻的：{outcome.who}")
    yield from (Line(f"做：{each.text}", page=each.page) for each in outcome.steps)
    for term in outcome.terms:
        clock = CLOCKS[term.clock].rule if term.clock else ""
        own = tuple(dict.fromkeys(filter(None, (clock, *term.rules))))
        whose = "（对方的期限）" if term.theirs else ""
        yield Line(f"期限：{term.what}{whose}{term.length}{term.missed}", own, term.page)
    yield from (Line(f"信：{each.text}", page=each.page) for each in outcome.letters)
    yield from (Line(f"带上：{each}") for each in outcome.proofs)
    yield from (Line(f"不能冻、要留：{each}") for each in outcome.keeps)
    yield from (Line(each.text, each.rules) for each in outcome.says)


def _message_kinds() -> Iterator[Sheet]:
    """Each kind with what is said of it, and every clock that a message of the examples starts."""
    examples = [line.split("|", 3) for line in EXAMPLES.read_text("utf-8").splitlines()]
    phone = str(rules.at(date.max)["hotline-12368"].value("phone"))
    for kind, name in KINDS.items():
        lines = [Line(f"做：{ACTIONS[kind].format(phone=phone)}", ("hotline-12368",))]
        lines += [Line(f"核实：{CHECKS[code]}") for code in checks_of(kind, ())]
        clocks: dict[str, None] = {}
        for channel, about, _, text in examples:
            found = judge(text, channel, about, None)
            if found.kind == kind:
                lines.append(Line(f"例（{found.verdict}）：{text}"))
                clocks |= dict.fromkeys(clock.code for clock in found.clocks)
        lines += [_clock(code) for code in clocks]
        yield Sheet(_MESSAGE, kind, name, tuple(lines))


def _clock(code: str) -> Line:
    clock = CLOCKS[code]
    length = "" if clock.rule else "（天数看文书，这里没有法律的数）"
    return Line(f"期限 {code}：{clock.action}{length}", (clock.rule,) if clock.rule else ())


def _message_verdicts() -> Iterator[Sheet]:
    for verdict, words in VERDICTS.items():
        lines = [Line(words), *(Line(each) for each in NOT_TO_DO[verdict])]
        if verdict == "fraud-signs":
            warned = "先不转钱，不给验证码，不共享屏幕。已经转了，马上打 110。"
            lines.append(Line(warned, ("hotline-110", "psapl-62")))
            lines += [Line(f"特征 {code}：{FLAGS[code]}") for code in HARD]
        else:
            lines += [Line(f"看到 {code}：{FLAGS[code]}") for code in FLAGS if code not in HARD]
        lines.append(Line("案子有没有，问到才知道。没问清以前，期限照算。", ("hotline-12368",)))
        yield Sheet(_MESSAGE, verdict, words, tuple(lines))


def page_rules(docs: Path = DOCS) -> Pages:
    """The rules that each page says it stands on."""
    return {page.slug: tuple(page.meta.get("rules") or ()) for page in read_all(docs)}


def report(found: Iterable[Sheet], book: RuleBook, pages: Pages) -> str:
    """All sheets as one HTML page."""
    whole = list(found)
    toc = "".join(
        f"<li>{escape(s.of)} · {escape(s.title)} <code>{escape(s.id)}</code></li>" for s in whole
    )
    body = "".join(_html(sheet, book, pages) for sheet in whole)
    head = f"<h1>给律师看的 {len(whole)} 张</h1><p>按 {book.day} 的规则。每一句旁边是依据。</p>"
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>给律师看的</title>'
        f"<style>{_STYLE}</style><body>{head}<ol>{toc}</ol>{body}</body></html>\n"
    )


def _html(sheet: Sheet, book: RuleBook, pages: Pages) -> str:
    rows = "".join(
        f"<tr><td>{escape(line.words)}<td>{escape(_stands_on(line, pages))}" for line in sheet.lines
    )
    doubts = "".join(f"<li>{escape(each)}</li>" for each in _doubts(sheet, book, pages))
    return (
        f"<section><h2>{escape(sheet.of)} · {escape(sheet.title)} <code>{escape(sheet.id)}</code></h2>"
        f"<table><tr><th>我们说的<th>依据{rows}</table><h3>没有核到的、这些条文没有说的</h3>"
        f"<ul>{doubts or '<li>依据都核对过原文，也没有写例外。</li>'}</ul></section>"
    )


def _stands_on(line: Line, pages: Pages) -> str:
    if line.numbered:
        return "看上面各号"
    sent = f"见 {line.page}：{'、'.join(pages.get(line.page, ())) or NO_RULE}" if line.page else ""
    return "；".join(filter(None, ("、".join(line.rules), sent))) or NO_RULE


def _doubts(sheet: Sheet, book: RuleBook, pages: Pages) -> Iterator[str]:
    """What is uncertain, in words: of the sheet itself, then rule by rule; limits of its own rules alone."""
    own = {id for line in sheet.lines for id in line.rules}
    if sheet.unsure:
        yield sheet.unsure
    for id in cited(sheet, pages):
        rule = book[id]
        kind, words = certainty(rule)
        if kind != "read":
            yield f"{id}（{named(rule)}）：{words}。{rule.note or ''}"
        if id in own:
            yield from (f"{id} 没有说的：{limit}" for limit in rule.limits)


def main(on: date | None = None, target: Path = TARGET) -> None:
    """Write the sheets for the day ``on`` (today when not given)."""
    book = rules.at(on or datetime.now(UTC).date())
    found = list(sheets(book.day))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(report(found, book, page_rules()), encoding="utf-8")
    print(f"{len(found)} sheets in {target}")


if __name__ == "__main__":
    main()
