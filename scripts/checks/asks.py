"""Whether a page answers what its front matter says it is asked, as far as words can tell.

A question's telling words must stand on the page, or words that mean the same. Two lists say what
means the same: the search's own (`docs/search/alike.yml`) and `answers.yml` beside the tests, which
also quotes the answer where no word of the question returns in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

# Words that ask, point or join; what is left of a question says what it is about.
_ASKING = (
    r"可不可以|能不能|会不会|要不要|是不是|有没有|为什么|怎么样|怎么|怎样|如何|什么|多少|多久|几天|可以|一个|一下|哪里|哪个"
    r"|[哪些吗呢了的我你他她它们是会能不要有没在被还就也都把给和跟对到去来说哪谁该好办这那叫让后前里上下吧得着啊算用做想人再又很太几]"
)
_EMPTY = re.compile(rf"{_ASKING}|[^\u4e00-\u9fffA-Za-z0-9]")


def unanswered(ask: str, said: str, alike: Iterable[Sequence[str]]) -> list[str]:
    """The pairs of characters that the question has and the page has not, if they are most of it.

    `said`: the words of the page, without white space.
    `alike`: lists of phrases that mean the same.
    """
    left = ask
    for phrases in alike:
        if any(phrase in said for phrase in phrases):
            for phrase in sorted(phrases, key=len, reverse=True):
                left = left.replace(phrase, " ")
    if left != ask and not _pairs(left):
        return []
    pairs = _pairs(left)
    missing = [pair for pair in pairs if pair not in said]
    met = len(_pairs(ask)) - len(missing)
    return missing if missing and met < len(missing) else []


def _pairs(words: str) -> list[str]:
    chunks = [chunk for chunk in _EMPTY.split(words) if chunk]
    return [
        pair
        for chunk in chunks
        for pair in ([chunk] if len(chunk) == 1 else map("".join, pairwise(chunk)))
    ]
