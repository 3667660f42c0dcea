"""A calculator in a page: its fence read, its result computed, its HTML written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from calculators import view
from calculators.answer.json import plain
from calculators.answer.result import Result, Unit
from calculators.form.declare import attribute, specs
from calculators.form.parse import InputErrors
from calculators.form.unsaid import assumed, held
from calculators.registry import UnknownTool, tool
from calculators.tool import Tool
from scripts.generator.markdown import common, fence_yaml
from scripts.generator.markdown.errors import where
from scripts.generator.markdown.fence import Fence
from scripts.generator.markdown.fence_yaml import Reading
from scripts.generator.markdown.page_file import Page

_KEYS = {"use", "name", "inputs", "on", "show"}
_PARTS = ("figures", "tables", "charts", "workings", "left_out", "notices", "steps", "documents")
# In guidance a calculator is one line that says its answer; the form opens when it is wanted.
_LINE = ("line",)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


@dataclass(frozen=True)
class Block:
    """One computed calculator of a page; ``line`` is where its fence's body starts."""

    tool: Tool
    name: str
    inputs: Mapping[str, Any]
    read: Any
    """The same inputs, parsed."""
    on: date
    show: tuple[str, ...] | None
    result: Result
    root: str
    line: int
    own: bool
    """Whether the page is this calculator's own, which bears its name."""
    story: bool
    """Whether the page tells of somebody else, whose numbers and day stay as they are."""

    @property
    def prefix(self) -> str:
        """What the ids of the block's elements start with; its name is unique in the page."""
        return f"{self.name}-"


def evaluate(page: Page, fence: Fence) -> Block:
    """Read a ``calculator`` fence and compute it; raises ``PageError`` at the line at fault."""
    line = fence.start + 1
    try:
        reading = fence_yaml.read("\n".join(fence.body))
        return _block(page, line, reading)
    except fence_yaml.UnreadableFence as problem:
        raise page.fail(line + problem.line, problem.reason) from None


def _block(page: Page, line: int, reading: Reading) -> Block:
    data = reading.data
    for key in data.keys() - _KEYS:
        known = ", ".join(sorted(_KEYS))
        raise fence_yaml.UnreadableFence(
            reading.line(key), f"unknown key {key!r}; there are {known}"
        )
    used, on = _tool(reading), _day(page, reading)
    inputs, result = _computed(used, reading, on)
    return Block(
        tool=used,
        name=_name(reading) or f"{used.id}-{line}",
        inputs=data.get("inputs") or {},
        read=inputs,
        on=on,
        show=_show(reading),
        result=result,
        root=page.root,
        line=line,
        own=Path(page.path).stem == used.id,
        story=Path(page.path).parent.name == "cases",
    )


def _tool(reading: Reading) -> Tool:
    wanted = reading.data.get("use")
    if not isinstance(wanted, str):
        raise fence_yaml.UnreadableFence(0, "say which calculator, for instance use: overdue-cost")
    try:
        return tool(wanted)
    except UnknownTool as problem:
        raise fence_yaml.UnreadableFence(reading.line("use"), str(problem.args[0])) from None


def _name(reading: Reading) -> str:
    name = reading.data.get("name") or ""
    if name and not (isinstance(name, str) and _NAME.fullmatch(name)):
        raise fence_yaml.UnreadableFence(
            reading.line("name"), f"{name!r} is no name; use letters, digits, -"
        )
    return str(name)


def _day(page: Page, reading: Reading) -> date:
    """The day of the computation: the fence's own, else the page's, never the clock's."""
    written = reading.data.get("on")
    try:
        return date.fromisoformat(str(written)) if written else page.on
    except ValueError:
        reason = f"on must be a date like 2026-11-23, not {written!r}"
        raise fence_yaml.UnreadableFence(reading.line("on"), reason) from None


def _show(reading: Reading) -> tuple[str, ...] | None:
    """The parts of the result to print without a form; None for the whole calculator, ``_LINE`` folded."""
    shown = reading.data.get("show", None)
    if shown is None:
        return None
    parts = tuple(shown) if isinstance(shown, list) else (str(shown),)
    if parts == ("none",):
        return ()
    if parts == _LINE:
        return _LINE
    unknown = [part for part in parts if part not in _PARTS]
    if unknown:
        reason = f"show has no part {unknown[0]!r}; there are none, line, {', '.join(_PARTS)}"
        raise fence_yaml.UnreadableFence(reading.line("show"), reason)
    return parts


def _computed(used: Tool, reading: Reading, on: date) -> tuple[Any, Result]:
    """The inputs as the tool reads them, and its answer; raises ``UnreadableFence`` at the line at fault."""
    inputs = reading.data.get("inputs") or {}
    if not isinstance(inputs, dict):
        raise fence_yaml.UnreadableFence(
            reading.line("inputs"), "inputs must be lines of name: value"
        )
    try:
        read = used.read(inputs)
        return read, _result(used, read, on)
    except InputErrors as problem:
        first = problem.errors[0]
        line = reading.line(f"inputs.{first.field}")
        raise fence_yaml.UnreadableFence(line, f"{first.field}: {first.message}") from None
    except Exception as problem:  # whatever an author's own calculator does wrong
        reason = f"{used.id} cannot be computed: {where(problem)}"
        raise fence_yaml.UnreadableFence(reading.line("inputs"), reason) from None


# The live preview builds every page again at each change; what was computed once still stands.
_results: dict[tuple[Tool, str, date], Result] = {}


def _result(used: Tool, inputs: Any, on: date) -> Result:
    """The answer, computed once; 20000 and 20000.00 are equal and may be shown differently."""
    key = used, repr(inputs), on
    if key not in _results:
        _results[key] = used.answer(inputs, on)
    return _results[key]


def by_name(page: Page, blocks: list[Block]) -> dict[str, Block]:
    """The page's blocks by name; a name stands for one block only."""
    named: dict[str, Block] = {}
    for each in blocks:
        if each.name in named:
            raise page.fail(each.line, f"two calculators of this page are called {each.name!r}")
        named[each.name] = each
    return named


def figure(page: Page, index: int, named: Mapping[str, Block], name: str, key: str) -> str:
    """The HTML of one figure in the prose; raises ``PageError`` if there is no such figure."""
    if name not in named:
        known = ", ".join(named) or "none"
        raise page.fail(index, f"no calculator of this page is called {name!r}; there are {known}")
    if key.startswith("in."):
        return _input(page, index, named[name], key.removeprefix("in."))
    if "." in key:
        return _cell(page, index, named[name], key)
    try:
        found = named[name].result.figure(key)
    except KeyError:
        known = ", ".join(f.key for f in named[name].result.figures)
        raise page.fail(index, f"{name!r} has no figure {key!r}; there are {known}") from None
    value = escape(str(plain(found.value, found.unit) or ""))
    shown = escape(view.show(found.value, found.unit))
    return f'<data data-inline="{name}.{key}" value="{value}">{shown}</data>'


_UNITS = {"money": Unit.YUAN, "rate": Unit.RATE, "day": Unit.DATE}


def _input(page: Page, index: int, block: Block, key: str) -> str:
    """One thing the fence itself states, so that the prose need not type it again.

    Inside a part or a list the way leads on, and lines count from one: ``debts.2.balance``.
    """
    *way, name = key.split(".")
    holder = block.read
    for step in way:
        try:
            lines = isinstance(holder, tuple)
            holder = dict(enumerate(holder, 1))[int(step)] if lines else getattr(holder, step)
        except (AttributeError, KeyError, ValueError):
            raise page.fail(index, f"{block.name!r} has nothing at {step!r} of in.{key}") from None
    declared = specs(type(holder)) if is_dataclass(holder) else {}
    if name not in declared or declared[name].kind in ("rows", "part"):
        known = ", ".join(declared)
        raise page.fail(index, f"{block.name!r} has no input {key!r} to print; there are {known}")
    spec, value = declared[name], getattr(holder, attribute(name))
    if spec.kind in ("count", "number"):
        return f"{view.show(value, Unit.COUNT)} {spec.unit}".strip()
    return escape(
        view.show(spec.choices.get(value, value), _UNITS.get(spec.kind, Unit.TEXT), exact=True)
    )


def _cell(page: Page, index: int, block: Block, key: str) -> str:
    """One cell of a table of the result, its row counted from one: ``offers.2.offer``."""
    name, _, place = key.partition(".")
    row, _, column = place.partition(".")
    cells = {
        (table.key, str(number), head.key): (value, head.unit)
        for table in block.result.tables
        for number, values in enumerate(table.rows, 1)
        for head, value in zip(table.columns, values, strict=True)
    }
    if (name, row, column) not in cells:
        known = ", ".join(".".join(cell) for cell in cells if cell[1] == "1")
        raise page.fail(index, f"{block.name!r} has no cell {key!r}; there are {known or 'none'}")
    return escape(view.show(*cells[name, row, column]))


def render(block: Block) -> str:
    """The block as HTML: form and result, folded or not, or only the parts of the result asked for."""
    if block.show == ():
        return ""
    if block.show is None:
        return f"{_whole(block)}\n{_common(block)}"
    return _folded(block) if block.show == _LINE else _parts(block, block.show)


def _folded(block: Block) -> str:
    """The answer as one line, which opens the calculator; the page's script keeps the line up to date."""
    whole = _whole(block)
    example = "例子：" if " data-example" in whole.partition("<output")[0] else ""
    said = f"{example}{escape(block.result.headline)}"
    return (
        f'<details class="hq-oneline"><summary><span data-said>{said}</span>'
        f' <b class="hq-oneline-open">换成我的数</b></summary>\n{whole}\n</details>'
    )


def _whole(block: Block) -> str:
    form = view.form(block.tool, block.inputs, on=block.on, prefix=block.prefix)
    output = view.output(_as_held(block), root=block.root, prefix=block.prefix)
    story = " data-story" if block.story else ""
    return (
        f'<section class="hq-calculator" data-calculator="{block.tool.id}" data-name="{block.name}"'
        f' data-root="{block.root}" data-on="{block.on}" aria-label="{escape(block.tool.title)}"{story}'
        # Search is for the page's words; a form's labels would drown them.
        ' data-search-exclude="true">\n'
        f'{form}\n<output aria-live="polite">\n{output}\n</output>\n</section>'
    )


def _common(block: Block) -> str:
    """The tables of common cases, on the calculator's own page."""
    return common.html(block.tool, block.inputs, block.on) if block.own else ""


def _as_held(block: Block) -> Result:
    """The result as the page's script will have it: the form says the defaults that the fence leaves out."""
    if not block.tool.says_assumed:
        return block.result
    inputs = block.tool.inputs
    return replace(block.result, assumed=assumed(inputs, held(inputs, block.inputs)))


def _parts(block: Block, parts: tuple[str, ...]) -> str:
    hidden: dict[str, Any] = {part: () for part in _PARTS if part not in parts}
    hidden["assumed"] = ()
    output = view.output(replace(block.result, **hidden), root=block.root, prefix=block.prefix)
    return f'<div class="hq-result" data-result="{block.tool.id}">\n{output}\n</div>'
