"""Case numbers, read as a court writes them: whose it is, what kind of case, and which clock goes with it.

    read("〔2026〕川0199 执保 89号")  ->  (CaseNumber(normal="（2026）川0199执保89号", code="执保", ...),)

A number that is well written proves nothing, and one that is badly written proves nothing: this module
only says how a number reads. Provisions on case numbers of the people's courts, 法〔2015〕137号, as changed
in 2018 and 2021; which codes were read at a court's own page, and which are only known to be in use,
is told by the rules `case-codes-read` and `case-codes-known`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, islice
from typing import Literal

from calculators import rules

type Reading = Literal["court", "court?", "court-old", "arbitration", "notary", "not-court"]

REGIONS: Mapping[str, str] = {
    "京": "北京", "津": "天津", "冀": "河北", "晋": "山西", "内": "内蒙古", "辽": "辽宁", "吉": "吉林",
    "黑": "黑龙江", "沪": "上海", "苏": "江苏", "浙": "浙江", "皖": "安徽", "闽": "福建", "赣": "江西",
    "鲁": "山东", "豫": "河南", "鄂": "湖北", "湘": "湖南", "粤": "广东", "桂": "广西", "琼": "海南",
    "渝": "重庆", "川": "四川", "黔": "贵州", "云": "云南", "藏": "西藏", "陕": "陕西", "甘": "甘肃",
    "青": "青海", "宁": "宁夏", "新": "新疆", "军": "军事法院", "兵": "新疆兵团",
}  # fmt: skip
LEVELS = {0: "高级法院", 2: "中级法院", 4: "基层法院"}
SUPREME = "最高法"
FIRST_YEAR = 2016
"""Numbers in today's form are given since 2016-01-01; before, they had 字第."""
MOST_NUMBERS = 200
"""How many a text may hold; who pastes more has pasted a list, not a message."""

CLOCK_OF: Mapping[str, str] = {
    "民初": "answer-15", "民终": "answer-15", "民撤": "answer-15", "民督": "payment-order-15",
    "财保": "preservation-review-5", "执保": "preservation-review-5", "执": "enforcement-stated",
    "执恢": "enforcement-stated", "执异": "exec-review-10", "诉前调": "watch",
    "诉前调确": "performance-stated", "诉前调书": "performance-stated", "司惩": "detention-review-3",
}  # fmt: skip
"""The clock that a paper of this kind usually starts; the number alone starts none."""

_HAN = "\u4e00-\u9fff"
_TO_SIMPLE = str.maketrans("執訴調號終財復異懲", "执诉调号终财复异惩")
_MISREAD = str.maketrans("OoIl丨〇", "001110")
_SLIPS = {"氏": "民", "艮": "民"}
_OPEN, _CLOSE, _GAP = r"[(\[〔【]", r"[)\]〕】]", r"\s{0,3}"
_DIGIT = "[0-9OoIl丨〇]"


def _gapped(part: str, least: int, most: int) -> str:
    """`least` to `most` of `part`, with blanks or a line's end between them."""
    return rf"{part}(?:{_GAP}{part}){{{least - 1},{most - 1}}}"


# Blanks within the last number are only those of a number that ends in 号: else the next number follows.
_SERIAL = rf"(?P<serial>{_gapped(_DIGIT, 1, 10)}(?={_GAP}号)|{_DIGIT}{{1,10}})"
_STANDARD = re.compile(
    rf"(?P<open>{_OPEN})?{_GAP}(?P<year>[12]{_GAP}[09Oo]{_GAP}{_gapped('[0-9OoIl]', 2, 2)}){_GAP}(?P<word>年)?{_GAP}(?P<close>{_CLOSE})?{_GAP}"
    rf"(?P<court>{_GAP.join(SUPREME)}|[{''.join(REGIONS)}](?:{_GAP}{_DIGIT}){{0,4}}){_GAP}(?P<special>知)?{_GAP}"
    rf"(?P<code>{_gapped(f'(?!第)[{_HAN}]', 1, 5)}){_GAP}(?P<nth>第)?{_GAP}{_SERIAL}{_GAP}(?P<end>号?)"
)
_LED = re.compile(
    rf"{_OPEN}{_GAP}(?P<year>[12]{_GAP}{_gapped('[0-9]', 3, 3)}){_GAP}{_CLOSE}{_GAP}(?P<body>[{_HAN}·*×](?:{_GAP}(?:[{_HAN}·*×]|\([{_HAN}]\))){{0,11}}?)"
    rf"{_GAP}(?P<letter>字)?{_GAP}第?{_GAP}(?P<serial>{_gapped('[A-Za-z0-9*×-]', 1, 24)}){_GAP}号"
)
_LETTERED = re.compile(
    rf"(?:{_OPEN}{_GAP}(?P<year>[12]\d{{3}}){_GAP}{_CLOSE}{_GAP})?(?P<body>[{_HAN}·*×]{{1,12}}?)"
    rf"(?P<letter>字)?{_GAP}(?:{_OPEN}?(?P<later>20\d\d){_CLOSE}?)?{_GAP}第?{_GAP}"
    rf"(?P<serial>[A-Za-z0-9*×-]{{1,24}}){_GAP}号"
)
_CODED = re.compile(r"(?<![A-Za-z0-9./])[A-Z]{1,8}[-_]?20\d{4,14}(?![A-Za-z0-9])")
_LABELLED = re.compile(
    r"(?:案号|案件编号|案件号|立案号|备案号|立案编号|登记编号|受理号)[为是:：\s]{0,4}"
    r"(?P<number>[A-Za-z0-9_-]{5,32})"
)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A number as it reads. `text` is what stood there, `normal` its usual form ("" if not known).

    `code` is the kind of case, "" unless a court's; `slip` says that something missing or misread was
    mended, so that the reader must look at the paper again.
    """

    text: str
    reading: Reading
    normal: str = ""
    court: str = ""
    code: str = ""
    year: int = 0

    @property
    def slip(self) -> bool:
        """Whether it was read only after something was mended."""
        return self.reading == "court?"

    @property
    def clock(self) -> str:
        """The clock of `calculators.law.clocks` that its paper usually starts."""
        return CLOCK_OF.get(leading(self.code), "none")


def read(text: str) -> tuple[CaseNumber, ...]:
    """Every number in a text, in order, none twice."""
    plain = fold(text)
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, CaseNumber]] = []
    readers = (_standards(plain), _lettered(plain), _others(plain))
    for start, end, number in islice(chain.from_iterable(readers), MOST_NUMBERS):
        if all(end <= a or start >= b for a, b in taken):
            taken.append((start, end))
            found.append((start, number))
    once: dict[str, CaseNumber] = {}
    for _, number in sorted(found, key=lambda one: one[0]):
        once.setdefault(number.normal or number.text, number)
    return tuple(once.values())


def fold(text: str) -> str:
    """Full-width signs become plain ones; marks without a width or that turn the direction are gone."""
    if text.isascii():
        return text
    shown = (c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Cs") or c in "\n\t")
    return "".join(c if (f := unicodedata.normalize("NFKC", c)) == c or len(f) != 1 else f for c in shown)  # fmt: skip


def court(number: CaseNumber) -> str:
    """Whose number it is, in words; "" if it is no court's."""
    if number.court.startswith(SUPREME):
        return "最高人民法院"
    if not number.court:
        return ""
    level = LEVELS.get(len(number.court) - 1, "法院")
    return f"{REGIONS[number.court[0]]}的{level}" if level else ""


def meaning(number: CaseNumber) -> str:
    """What the number says, in one sentence for the reader; nothing about true or false."""
    if number.reading in _WORDS:
        return _WORDS[number.reading]
    mended = "少了字或看错了字，按这样读的，对着原文再看一眼。" if number.slip else ""
    known = _codes().get(number.code)
    form = f"{mended}{court(number)}案号的写法"
    if known is None:
        return f"{form}。“{number.code}”这个代字我们没见过，请打法院电话问。"
    words, sure = known
    return f"{form}：{'' if sure else '一般是'}{words}。"


_WORDS: Mapping[str, str] = {
    "court-old": "这是 2016 年以前的老写法，多半是旧案子。",
    "arbitration": "这是仲裁机构的编号，不是法院案号。仲裁也有期限，不要放着。",
    "notary": "这是公证处的编号，不是法院案号。对方可能不打官司就申请执行。",
    "not-court": "不是法院案号的写法。有的机构自己编号，法院打电话也可能不报案号，照样要核实。",
}


def leading(code: str) -> str:
    """The main code that `code` is another name of: 引调 is a 诉前调."""
    return _aliases().get(code, code)


@cache
def _entries() -> tuple[tuple[tuple[str, ...], str, bool], ...]:
    """(names, words, whether its meaning was read) for every code, from the two rules."""
    book, entries = rules.at(date.max), []
    for rule in ("case-codes-read", "case-codes-known"):
        listed = book[rule].value("codes")
        assert isinstance(listed, tuple)
        for line in listed:
            names, _, words = line.partition("：")
            entries.append((tuple(names.split("、")), words, rule == "case-codes-read"))
    return tuple(entries)


@cache
def _codes() -> Mapping[str, tuple[str, bool]]:
    return {name: (words, sure) for names, words, sure in _entries() for name in names}


@cache
def _aliases() -> Mapping[str, str]:
    return {name: names[0] for names, _, _ in _entries() for name in names}


type _Found = tuple[int, int, CaseNumber]


def _standards(plain: str) -> Iterator[_Found]:
    simple = plain.translate(_TO_SIMPLE)
    for match in _STANDARD.finditer(simple):
        number = _standard(match, plain[match.start() : match.end()])
        if number:
            yield match.start(), match.end(), number


def _standard(match: re.Match[str], text: str) -> CaseNumber | None:
    part = {name: re.sub(r"\s", "", value or "") for name, value in match.groupdict().items()}
    code = part["code"]
    if code[0] in _SLIPS and len(code) > 1:
        code = _SLIPS[code[0]] + code[1:]
    place = part["court"] if part["court"] == SUPREME else part["court"].translate(_MISREAD)
    # 字第 is the old style: beside a court's own digits it is a habit of the hand, as 第 alone is.
    if part["nth"] and code.endswith("字") and code[:-1] in _codes() and len(place) >= 3:
        code = code[:-1]
    known = code in _codes()
    if "字" in code or "年" in code or "第" in code or "仲" in code:
        return None
    whole = len(code) == len(match["code"])
    if not known and (len(place) < 3 or not part["open"] or len(code) > 4 or not whole):
        return None
    year, serial = part["year"].translate(_MISREAD), part["serial"].translate(_MISREAD)
    slip = not (part["open"] and part["close"]) or not part["end"] or code != part["code"]
    slip = slip or bool(part["word"] or part["nth"])
    slip = slip or any(part[n] != part[n].translate(_MISREAD) for n in ("year", "court", "serial"))
    slip = slip or text.translate(_TO_SIMPLE) != text
    normal = f"（{year}）{place}{part['special']}{code}{serial}号"
    return CaseNumber(text, "court?" if slip else "court", normal, place, code, int(year))


def _lettered(plain: str) -> Iterator[_Found]:
    for match in chain(_LED.finditer(plain), _LETTERED.finditer(plain)):
        part = {name: re.sub(r"\s", "", value or "") for name, value in match.groupdict().items()}
        body, year = part["body"], part["year"] or part.get("later", "")
        if not year and not part["letter"]:
            continue
        if not part["letter"] and "仲" not in body:
            continue
        reading = _reading(body, int(year or 0), bool(part["year"]))
        body = body.replace("(", "（").replace(")", "）")
        written = f"（{year}）{body}{part['letter']}第{part['serial']}号"
        normal = "" if reading == "not-court" or not part["year"] else written
        yield match.start(), match.end(), CaseNumber(match[0], reading, normal, year=int(year or 0))


def _reading(body: str, year: int, leads: bool) -> Reading:
    if "仲" in body:
        return "arbitration"
    if re.search(r"证[执经民内外商]?$", body) or (
        leads and year >= FIRST_YEAR and body.endswith("执")
    ):
        return "notary"
    old = leads and year <= FIRST_YEAR and re.search(r"[初终执督再申保民]$", body)
    return "court-old" if old else "not-court"


def _others(plain: str) -> Iterator[_Found]:
    for match in _CODED.finditer(plain):
        yield match.start(), match.end(), CaseNumber(match[0], "not-court")
    for match in _LABELLED.finditer(plain):
        if re.search(r"\d{3}", match["number"]):
            yield (*match.span("number"), CaseNumber(match["number"], "not-court"))
