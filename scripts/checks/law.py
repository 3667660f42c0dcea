"""What sounds like law names its rule in the same paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from calculators.rules import Rule
from scripts.checks.pages import NumberedLine, Page
from scripts.checks.problem import Problem
from scripts.checks.prose import body

CITED = re.compile(r"""\{\{\s*rule\(\s*["'](?P<id>[\w.-]+)["']\s*(?P<value>,[^}]*)?\)\s*\}\}""")

# Wording that claims law. 必须 and 应当 are everyday words too: they count where the sentence
# names somebody the law binds or protects.
_CLAIM = re.compile(
    r"法律规定|法律(?:要求|允许|禁止|不允许|保护)|法定|依法|违法|犯罪|不得|"
    r"(?:法院|法官|法律|贷款机构|银行|催收|债权人|合同)[^。，；]{0,12}(?:应当|必须|有权|无权)|"
    r"(?:应当|必须)[^。，；]{0,12}(?:起诉|答辩|申报|报送|告知)"
)
_HEDGE = re.compile(r"据报道|据公开资料|据转述|常见说法|以合同|以官方|说法不一")
_KNOWN_TO_ALL = {"hotline-110"}  # in an emergency the number alone must do
# That there is no such law, or that a word is not meant, claims nothing.
_DENIED = re.compile(r"(?:没有|不是|不等于|不算)[^。，；！？]*$")


def claim(text: str) -> str | None:
    """The first words of a text that say what the law is, if any do."""
    found = (match for match in _CLAIM.finditer(text) if not _DENIED.search(text[: match.start()]))
    return next((match.group() for match in found), None)


def check(page: Page) -> Iterator[Problem]:
    """Paragraphs that claim law without a citation; headings are only names of what follows."""
    for block in page.blocks():
        if _is_heading(block) or CITED.search("\n".join(line.text for line in block)):
            continue
        for line in block:
            if words := claim(body(line)):
                hint = 'cite it with {{ rule("id") }} in this paragraph'
                yield page.problem(line.number, f"“{words}” states law; {hint}")


def hedged(page: Page, book: Mapping[str, Rule]) -> Iterator[Problem]:
    """Numbers of rules nobody read in the original say so; a citation says it by itself."""
    for block in page.blocks():
        text = "\n".join(line.text for line in block)
        if _HEDGE.search(text) or any(not cited["value"] for cited in CITED.finditer(text)):
            continue
        for cited in CITED.finditer(text):
            rule = book.get(cited["id"])
            if rule and rule.status == "uncertain" and rule.id not in _KNOWN_TO_ALL:
                message = f"{rule.id!r} is only reported; say 据报道 or cite it in this paragraph"
                yield page.problem(block[0].number, message)


def _is_heading(block: tuple[NumberedLine, ...]) -> bool:
    return block[0].text.lstrip().startswith(("#", "!!!", "???"))
