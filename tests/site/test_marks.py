"""Three marks say how sure a sentence is; they say what the rule is, and each page explains its own."""

from __future__ import annotations

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag

from calculators import rules
from calculators.rules import SURE
from scripts.checks import readability
from scripts.checks.pages import NumberedLine
from scripts.generator.markdown import page_file
from tests.conftest import ROOT
from tests.site.conftest import Page

BOOK = rules.at(date.max)
# As counted in an independent reading of 2026-11-25: at least three quarters are to go.
REPORTED_THEN, HEDGED_THEN = 457, 94
HEDGED = re.compile(r"以[^，。；（）]{0,12}为准")
FIRST_SCREEN = 200


def words(page: Page) -> str:
    html = BeautifulSoup(page.text, "html.parser")
    for silent in html.select("script, style, template"):
        silent.decompose()
    return re.sub(r"\s+", "", html.get_text())


def articles(pages: list[Page]) -> list[tuple[Page, Tag]]:
    return [(page, found) for page in pages if (found := page.html.select_one("article"))]


@pytest.fixture(scope="module")
def pages(editions: dict[str, list[Page]]) -> list[Page]:
    return editions["site"]


def test_hedges_that_tell_nobody_anything_are_gone(pages: list[Page]) -> None:
    said = "".join(words(page) for page in pages)
    cards = (pages[0].edition / "rights/hotlines/hotlines.vcf").read_text("utf-8")
    cards = cards.replace("\n ", "")  # a long line of a card is folded
    for number in ("110", "12356"):
        (card,) = (c for c in cards.split("END:") if f"VOICE:{number}\n" in c)
        assert not re.search("据报道|据转述|据公开资料", card), number
    said += cards
    assert len(said) > 300_000, "the pages were not read"
    assert said.count("据报道") + said.count("未见原文") <= REPORTED_THEN // 10
    assert said.count("以合同和官方为准") == 0
    assert len(HEDGED.findall(said)) <= HEDGED_THEN // 2


def test_every_page_says_when_it_was_checked_and_whether_a_lawyer_has(pages: list[Page]) -> None:
    said = {
        page.name: [line.text for line in article.select(".hq-review")]
        for page, article in articles(pages)
        if page.name != "404.html"
    }
    assert len(said) > 100
    for name, (line, last) in said.items():
        assert re.search("核对过.*律师", line), name
        assert re.fullmatch("本站最晚.*再核对这一页。这是本站的日子，不是你的期限。", last), name


def test_no_day_to_come_stands_above_the_text_like_a_deadline(pages: list[Page]) -> None:
    """The line below a title says what was done; whatever we mean to do is said at the end, as ours."""
    lines = [line for _, article in articles(pages) for line in article.select("h1 + .hq-review")]
    assert len(lines) > 100
    assert not [line.text for line in lines if re.search("前再|最晚|下次|截止", line.text)]


def test_a_page_of_law_says_of_which_day_its_law_is_and_where_to_look(pages: list[Page]) -> None:
    docs = ROOT / "docs"
    rests = {
        path.relative_to(docs).with_suffix("").as_posix().removesuffix("index").strip("/")
        for path in docs.rglob("*.md")
        if path.name != "SUMMARY.md" and page_file.front_matter(path).get("rules")
    }
    lines = {
        page.name.removesuffix("index.html").strip("/"): article.select(".hq-review")[0]
        for page, article in articles(pages)
        if page.name != "404.html"
    }
    assert len(rests & set(lines)) > 80
    for slug in rests & set(lines):
        assert re.match(r"按\d{4}年\d+月\d+日核对过的法律写 · 查出处", lines[slug].text), slug


def test_a_mark_says_what_its_rules_are(pages: list[Page]) -> None:
    """Nothing is surer than its source: only a rule that was read may be called the law's."""
    seen: set[str] = set()
    for page, article in articles(pages):
        for mark in article.select("a.hq-sure"):
            for rule_id in str(mark["data-rules"]).split():
                rule = BOOK[rule_id]
                assert mark.text == rule.mark, (page.name, rule_id)
                assert mark["data-sure"] == " ".join(rule.sure)
                if "law" in rule.sure:
                    assert rule.status == "verified" and rule.reference.kind == "law"
                if rule.status == "uncertain":
                    assert "听说的" in mark.text, (page.name, rule_id)
                seen.add(rule_id)
    assert len(seen) > 150


def test_no_rule_that_nobody_read_stands_without_its_mark(pages: list[Page]) -> None:
    """Wherever a page leads to a rule that was only heard of, the mark stands beside the link."""
    for page, article in articles(pages):
        for link in article.select("a.hq-rule:not(.hq-sure), .hq-sources a"):
            rule = BOOK[str(link["href"]).rpartition("#")[2]]
            if "reported" in rule.sure:
                mark = link.find_next_sibling()
                assert mark and mark.text == rule.mark, (page.name, rule.id)


def test_a_page_explains_the_marks_it_bears_and_no_others(pages: list[Page]) -> None:
    some = 0
    for page, article in articles(pages):
        borne = {
            one for mark in article.select("[data-sure]") for one in str(mark["data-sure"]).split()
        }
        legends = article.select(".hq-sure-legend")
        shown = [
            row
            for row in article.select(".hq-sure-legend:not([hidden]) [data-legend]")
            if not row.has_attr("hidden")
        ]
        assert {row["data-legend"] for row in shown} == borne, page.name
        assert len(shown) == len(borne) and len(legends) <= 1
        assert [row.dt and row.dt.text for row in shown] == [
            SURE[sure] for sure in SURE if sure in borne
        ]
        some += bool(borne)
    assert some > 60


def test_a_section_keeps_its_sources_in_one_fold(pages: list[Page]) -> None:
    """Every rule a mark of the section stands for is in its fold; what a number is for is no source."""
    for page, article in articles(pages):
        wanted: set[str] = set()
        for part in article.select("h2, a.hq-rule[data-rules], .hq-source-fold"):
            if part.name == "h2":
                assert not wanted, (page.name, part.text)
            elif part.name == "details":
                led = {str(a["href"]).rpartition("#")[2] for a in part.select("a")}
                assert led == wanted, page.name
                wanted = set()
            else:
                wanted |= {
                    each
                    for each in str(part["data-rules"]).split()
                    if BOOK[each].reference.kind != "number"
                }
        assert not wanted, page.name


def test_the_first_screen_holds_no_bracket_and_no_title_mark(pages: list[Page]) -> None:
    """A choice in a closed list, a law's own words and the example of a case number stay as they are."""
    wrong = {}
    for page, _ in articles(pages):
        article = BeautifulSoup(page.text, "html.parser").select_one("article")
        assert article
        for silent in article.select("script, style, template, option, blockquote, .headerlink"):
            silent.decompose()
        said = re.sub(r"\s+", "", article.get_text()).replace("例如（2026）", "例如2026")
        first = said[:FIRST_SCREEN]
        if found := re.findall(r".{0,8}[（(《〔【].{0,8}", first):
            wrong[page.name] = found
    assert not wrong


def test_no_unit_is_said_twice(pages: list[Page]) -> None:
    """A figure brings its unit along: 罚息 1.5 倍 倍算 was printed where one was typed behind it."""
    twice = re.compile(r".{0,8}\d ?(倍|元|期|次|年|个月|%|天) ?\1(?!天).{0,4}")
    wrong = {
        page.name: found[0]
        for page, article in articles(pages)
        if (found := twice.search(article.get_text()))
    }
    assert not wrong


# What is no sentence of the page's own: headings, the calculators' words, sources, the line of the review.
NOT_PROSE = (
    "h1, h2, h3, h4, script, style, template, .hq-calculator, .hq-result, .hq-source-fold,"
    " .hq-sure-legend, .hq-review, .hq-owed, .hq-tree"
)
PASSAGES = "p, li, td, th, dd, dt, summary"


def test_guidance_as_it_is_printed_is_as_easy_as_its_source(pages: list[Page]) -> None:
    """What fences and rules print is measured too, by the bars of ``make check``."""
    read: dict[str, readability.Reading] = {}
    for page, _ in articles(pages):
        slug = page.name.removesuffix("/index.html").removesuffix(".html")
        if readability.is_guidance(slug):
            read[slug] = readability.measure(NumberedLine(1, text) for text in printed(page))
    assert len(read) > 60
    hard = {
        slug: (f"{found.average:.1f}", f"{found.share_long:.1%}", f"{found.share_in_brackets:.1%}")
        for slug, found in read.items()
        if found.average > readability.AVERAGE
        or found.share_long > readability.MOST_LONG
        or found.share_in_brackets > readability.MOST_IN_BRACKETS
    }
    assert not hard


def printed(page: Page) -> list[str]:
    """Each passage once: what stands in a passage of its own is not its parent's."""
    article = BeautifulSoup(page.text, "html.parser").select_one("article")
    assert article
    for other in article.select(NOT_PROSE):
        other.decompose()
    passages = [each.extract() for each in reversed(article.select(PASSAGES))]
    return [re.sub(r"\s+", " ", each.get_text()).strip() for each in passages]


def test_the_list_of_contents_holds_headings_only(pages: list[Page]) -> None:
    """What is added to a page is not added to each of its headings, nor to their addresses."""
    for page in pages:
        headings = [h.get_text().rstrip("#") for h in page.html.select("article :is(h2, h3)")]
        for link in page.html.select("[data-md-component=toc] a .md-ellipsis"):
            assert " ".join(link.get_text().split()) in map(str.strip, headings), page.name
        assert not page.html.select('article :is(h1, h2)[id^="2026"]'), page.name
