"""How Chinese characters sound, for what is typed by sound: in pinyin, by initials, or with a wrong character."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from pypinyin import lazy_pinyin

_HAN = re.compile(r"[\u4e00-\u9fff]")
# The level of GB 2312 that holds the 3755 characters people write most (rows 16 to 55): a wrong
# character comes from there even if no page has it.
_COMMON = "".join(
    bytes([row, column]).decode("gb2312", "ignore")
    for row in range(0xB0, 0xD8)
    for column in range(0xA1, 0xFF)
)

# What is typed by sound may mean the other reading too: 还款 is huankuan, though 还 alone is hai.
OTHER_READINGS = {"还": "huan", "行": "hang", "重": "chong", "调": "tiao", "长": "chang"}


def syllables(word: str) -> list[str]:
    """The word's syllables without tones; what is not Chinese stays as it is.

    A word has one reading: 重 is chong in 重庆 and zhong in 重要 (``pypinyin``'s phrases).
    """
    return lazy_pinyin(word, v_to_u=False)


def table(texts: Iterable[str]) -> dict[str, str]:
    """Each syllable with the characters that are read so, of those in the texts and the common ones.

    A character stands once, under the reading it has alone.
    """
    found: defaultdict[str, str] = defaultdict(str)
    for character in sorted({*_COMMON}.union(*texts)):
        if _HAN.match(character):
            found[syllables(character)[0]] += character
    return dict(sorted(found.items()))
