"""Small repairs to the generator's templates: valid HTML, and nothing that moves later."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.generator.publish.files import rewrite

_TOGGLE = re.compile(r'<input class="(?:md-toggle|md-nav__toggle)[^>]*>')
_NAMES = {"__drawer": "菜单", "__search": "搜索"}
# The template leaves the attribute empty where the label is no link; a number is what HTML wants.
_EMPTY_TABINDEX = re.compile(r' tabindex(?:="")?(?=[ >])')
# Two landmarks of one name cannot be told apart in a list of landmarks.
_PATH = re.compile(r'(<nav class="md-path") aria-label="[^"]*"')
_TASK = re.compile(r'(<label class="task-list-control"><input)(?![^>]*aria-label)')
_NO_TARGET = re.compile(r'(<label class="md-nav__title") for="__toc"')
# A wide table or listing scrolls by itself, and a keyboard has to reach what scrolls.
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CODE = re.compile(r"(<pre>(?:<span></span>)?<code)>")
_BOXED = r'<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table">\g<0></div></div>'

# Beside a calculator there is no room for a list of contents: its answer stands there.
_CONTENTS = re.compile(
    r'<div class="md-sidebar md-sidebar--secondary.*?(?=<div class="md-content")', re.DOTALL
)
_CALCULATOR_FIRST = re.compile(r"<article.{0,3000}?data-calculator=", re.DOTALL)


def mend(site: Path) -> None:
    """Mend every page in place."""
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        mended = _EMPTY_TABINDEX.sub(' tabindex="0"', _TOGGLE.sub(_named, html))
        mended = _TASK.sub(r'\1 aria-label="要核对的一条"', mended)
        mended = _CODE.sub(r'\1 tabindex="0">', _TABLE.sub(_BOXED, mended))
        mended = _PATH.sub(r'\1 aria-label="当前位置"', mended)
        if _CALCULATOR_FIRST.search(mended):
            mended = _CONTENTS.sub("", mended)
        if 'id="__toc"' not in mended:
            mended = _NO_TARGET.sub(r"\1", mended)
        if mended != html:
            rewrite(page, mended)


def _named(toggle: re.Match[str]) -> str:
    """A hidden switch of the menu with a name of its own; its label holds only a drawing."""
    tag = re.sub(r' autocomplete="?off"?', "", toggle.group())
    id = re.search(r'id="?([\w-]+)', tag)
    name = _NAMES.get(id[1] if id else "", "展开这一组")
    return tag if "aria-label=" in tag else tag.replace("<input", f'<input aria-label="{name}"', 1)
