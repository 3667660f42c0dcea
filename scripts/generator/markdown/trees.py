"""Prints a tree of questions in a page: all of it, or the folded tables of some questions.

A `tree` fence names the tree and, if only some of it is wanted, its questions::

    ```tree
    frozen-account q5 q4
    ```

Whole, it is every question with its answers and every outcome with its steps, days, proofs and rules:
what a reader without script reads, and what a lawyer looks through on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculators.law.clocks import CLOCKS
from calculators.rules.tree import Action, Outcome, Question, Term, Tree, tree
from calculators.view.phones import parts
from scripts.generator.markdown import citation
from scripts.generator.markdown.page_file import Page
from scripts.generator.markdown.rule_tables import row


def fill(page: Page, index: int, text: str) -> list[str]:
    """The Markdown lines of one fence; raises `PageError` for what no tree has."""
    id, *wanted = text.split() or [""]
    try:
        found = tree(id)
        questions = [found.questions[each] for each in wanted]
    except KeyError as problem:
        raise page.fail(index, f"there is no tree or question {problem.args[0]!r}") from None
    printer = _Printer(page, index, found)
    if wanted:
        return ["", *(line for each in questions for line in printer.short(each)), ""]
    return ["", *printer.whole(), ""]


class _Printer:
    """Writes one tree for one page, whose citations need its place and day."""

    def __init__(self, page: Page, index: int, found: Tree) -> None:
        self.page, self.index, self.tree = page, index, found

    def whole(self) -> Iterator[str]:
        for question in self.tree.questions.values():
            yield from ("", f"### 问：{question.ask} {{ #{question.id} }}", "")
            if question.help:
                yield from (question.help, "")
            yield from (row(["你的回答", "然后"]), row(["---"] * 2))
            for option in question.options:
                yield row([option.label, self._next(option.to) + self._cited(option.rules)])
        for outcome in self.tree.outcomes.values():
            yield from self._outcome(outcome)

    def short(self, question: Question) -> Iterator[str]:
        """One question, folded: a table of the answers, what to do first and by when, and where all of it is.

        On a phone the tables of a page would be most of it; the question is a line that opens its own.
        """
        summary = f"<summary>{question.ask}</summary>"
        yield from ("", '<details class="hq-tree" markdown="1">', summary, "", question.help, "")
        yield from (row(["你的情况", "先做什么"]), row(["---"] * 2))
        for option in question.options:
            yield row([option.label, self._first(option.to)])
        yield from ("", "</details>")

    def _first(self, to: str) -> str:
        outcome = self.tree.outcomes.get(to)
        if outcome is None:
            return f"看“{self.tree.questions[to].ask}”"
        own = [t for t in outcome.terms if t.clock and CLOCKS[t.clock].rule and not t.ahead]
        days = "".join(f"。{self._term(term)}" for term in own[:2])
        whole = f"{self.page.root}calculators/{self.tree.id}/#{to}"
        return f'{self._linked(outcome.steps[0])}{days}。<a href="{whole}">全部</a>'

    def _next(self, to: str) -> str:
        asked = self.tree.questions.get(to)
        return f"[{asked.ask}](#{to})" if asked else f"[{self.tree.outcomes[to].name}](#{to})"

    def _outcome(self, outcome: Outcome) -> Iterator[str]:
        yield from ("", f"### {outcome.name} {{ #{outcome.id} }}", "", f"找谁：{outcome.who}。", "")
        yield from (f"{n}. {self._linked(step)}。" for n, step in enumerate(outcome.steps, 1))
        yield ""
        yield from (f"- 日子：{self._term(term)}。" for term in outcome.terms)
        yield from _listed("要给你留的", outcome.keeps)
        yield from _listed("带什么", outcome.proofs)
        yield from _listed("用得上的信", [self._linked(each) for each in outcome.letters])
        yield from (f"- {each.text}{self._cited(each.rules)}" for each in outcome.says)
        if outcome.unsure:
            yield f"- **没有核到的**：{outcome.unsure}"

    def _term(self, term: Term) -> str:
        """What is due, how long there is and from which day, and the rules that say so."""
        named = f"{term.what}（不是你的期限）" if term.theirs else term.what
        clock = CLOCKS[term.clock] if term.clock else None
        length = term.length
        if clock and clock.rule:
            counted = citation.inline(self.page, self.index, clock.rule, clock.parameter)
            length = f"按“{self.tree.days[term.since].label}”数 {counted}"
        return f"{named}，{length}{self._cited(term.rules)}"

    def _linked(self, action: Action) -> str:
        if not action.page:
            return action.text
        up = "" if self.page.path.endswith(f"{action.page}.md") else "../"
        if not up:
            return action.text
        # A number stays outside the link, to be rung by itself.
        pieces = parts(action.text)
        return "".join(w if number else f"[{w}]({up}{action.page}.md)" for w, number in pieces)

    def _cited(self, ids: Sequence[str]) -> str:
        """The marks of how sure a sentence is, as a bracket of citations in prose would be."""
        named = "；".join(f'{{{{ rule("{id}") }}}}' for id in ids)
        return citation.bracket(self.page, self.index, f"（{named}）") if ids else ""


def _listed(head: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"- {head}：{'；'.join(lines)}"
