"""Each check of the words finds the one thing that is wrong with a page, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculators import rules
from calculators.letters import sources
from calculators.letters.letter_file import Piece
from scripts.checks import content, pages, prose, readability, typed
from tests.content.conftest import GOOD, Spoil

DOCS = Path(__file__).parents[2] / "docs"
PARAGRAPH = "先别慌。看清欠了多少，再打电话。"
LONG = "这是一句很长很长的话" * 7


def test_the_good_page_has_no_problem(spoil: Spoil) -> None:
    assert spoil("", "") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("description: 刚过还款日，先做三件小事。\n", "", 1, "no description"),
        ("tags: [罚息]\n", "", 1, "no tags"),
        ("刚过还款日", "很" * 90, 3, "over 80 characters"),
        ("[罚息]", "[一, 二, 三, 四, 五]", 8, "1 to 4 tags"),
        ("tags: [罚息]\n", "tags: [罚息]\nasks: 罚息太高\n", 9, "1 to 6 asks"),
        ("tags: [罚息]\n", "tags: [罚息]\nasks: [12378]\n", 9, "1 to 6 asks"),
        ("tags: [罚息]\n", "tags: [罚息]\ntag: 罚息\n", 9, "unknown key 'tag'"),
        ("tags: [罚息]\n", "tags: [罚息]\nlawyer: yes\n", 9, "lawyer must be none, or the day"),
        ("tags: [罚息]\n", "tags: [罚息]\nlawyer: 2026-13-01 某\n", 9, "lawyer must be none"),
        ("tags: [罚息]\n", "tags: [罚息]\nlawyer: 2027-01-01 某\n", 9, "lawyer must be none"),
        ("tags: [罚息]\n", "tags: [罚息]\nstory: 1\n", 9, "story must be true or false"),
        ("stage: day-1-3", "stage: day-9", 7, "no stage is called 'day-9'"),
        ("# 逾期 1 至 3 天", "# 别的题目", 11, "one H1"),
        ("## 接着看", "# 接着看", 24, "one H1"),
        ("reviewed: 2026-11-23", "reviewed: soon", 4, "must be a date"),
        ("reviewed: 2026-11-23", "reviewed: 2026-11-24", 4, "in the future"),
        ("2027-05-23", "2026-10-23", 5, "to be reviewed by 2026-10-23"),
        ("rules: [spc-2017-22-2]", "rules: []", 16, "not listed in front matter"),
        ("rules: [", "rules: [no-such-rule, ", 6, "no rule is called 'no-such-rule'"),
        ("rules: [", "rules: [civil-code-561, ", 6, "the page does not use it"),
        (PARAGRAPH, LONG + "。", 13, "has 70 characters"),
        (PARAGRAPH, "这句话虽然不算长得没有边可是每一句都是这么长读起来还是会累。" * 30, 1, "average"),
        (PARAGRAPH, "这不是一场灾难。", 13, "do not write 灾难: it frightens"),
        (PARAGRAPH, "这样谈一定能成。", 13, "do not write 一定能: it promises"),
        ("先做三件小事。", "这样谈一定能成。", 3, "do not write 一定能: it promises"),
        ("先做三件小事。", "您先做三件小事。", 3, "write 你, not 您"),
        ("先做三件小事。", "多收 24% 的可以减。", 3, "24% is typed"),
        (PARAGRAPH, "> 这样谈一定能成。", 13, "do not write 一定能: it promises"),
        (PARAGRAPH, "照下面的话说。", 13, "下面 is not on the first screen"),
        (PARAGRAPH, "先别慌，先看清今天一共欠了多少钱再说。" * 9, 1, "sentences average"),
        (PARAGRAPH, "先别慌，看清每一家欠多少、哪天到期，再一家一家打电话，问清能不能分期再说。", 13, "1 of"),
        (PARAGRAPH, "先别慌（真的不用慌）。", 1, "of the text in brackets"),
        (PARAGRAPH, "先别慌（真的不用慌）。", 1, "（ in the first 200 characters"),
        (PARAGRAPH, "看《民法典》怎么写。", 1, "《 in the first 200 characters"),
        (PARAGRAPH, "您先别慌。", 13, "write 你, not 您"),
        (PARAGRAPH, "打给平台方。", 13, "write 贷款机构, not 平台方"),
        (PARAGRAPH, "欠 20,000 元。", 13, "20,000 元 is typed"),
        (PARAGRAPH, "每天 0.05% 的利息。", 13, "0.05% is typed"),
        (PARAGRAPH, "罚息是 1.5 倍。", 13, "1.5 倍 is typed"),
        (PARAGRAPH, "罚息是百分之五。", 13, "百分之五 is typed"),
        (PARAGRAPH, "她先还了一万五。", 13, "一万五 is typed"),
        (PARAGRAPH, "法律规定对方要先告诉你。", 13, "“法律规定” states law"),
        (PARAGRAPH, "这没有错。对方不得这样做。", 13, "“不得” states law"),
        (PARAGRAPH, "法院一定应当受理。", 13, "states law"),
        (PARAGRAPH, "看[这里](https://example.com/)。", 13, "no official page"),
        (PARAGRAPH, "看 https://example.com/a 吧。", 13, "no official page"),
        (PARAGRAPH, "看[这里](gone.md)。", 13, "gone.md leads nowhere"),
        (PARAGRAPH, "看[这里](../day-1-3/)。", 13, "link to the page's file"),
        (PARAGRAPH, "先别慌,再打电话。", 13, "先别慌，再打电话"),
        (PARAGRAPH, "打开APP看看。", 13, "打开 APP 看看"),
        ("title: 逾期 1", "title: 逾期1", 2, "write '逾期 1 至 3 天'"),
        ("- [自己](day-1-3.md)\n", "- [自己](day-1-3.md)\n" * 4, 26, "at most 3 links"),
    ],
)  # fmt: skip
def test_a_bad_page_fails(spoil: Spoil, old: str, new: str, line: int, message: str) -> None:
    found = [problem.message for problem in spoil(old, new) if problem.line == line]
    assert any(message in each for each in found), spoil(old, new)


READ = [
    ("先别慌。再打电话。", [3, 4], 0),
    ("现在做：", [], 0),
    ("看[欠好几家](a.md)", [], 0),
    ("钱" * 31, [31], 0),
    ("先别慌（真的）；打 110 吧！", [5, 2], 2 / 7),
    ("| 先别慌。 | 好。 |", [3, 1], 0),
    ("### 先别慌。", [], 0),
    # A citation is read as its mark, 法律写的; a figure as itself and its unit.
    ('要减（{{ rule("spc-2017-22-2") }}）。', [6], 0),
    ("欠 {{ year.above }}。", [2], 0),
]


@pytest.mark.parametrize(("text", "sentences", "bracketed"), READ)
def test_sentences_are_measured_as_they_are_printed(
    tmp_path: Path, text: str, sentences: list[int], bracketed: float
) -> None:
    path = tmp_path / "index.md"
    path.write_text(f"---\ntitle: 首页\n---\n{text}\n", encoding="utf-8")
    book = {rule.id: rule for rule in rules.at(date(2026, 11, 23)).all()}
    found = readability.measure(readability.passages(pages.read(path, tmp_path), book))
    assert list(found.sentences) == sentences
    assert found.share_in_brackets == bracketed


def test_the_bars_are_for_all_readers_and_the_table_names_each_page() -> None:
    assert readability.is_guidance("index") and readability.is_guidance("people/tonight")
    assert not readability.is_guidance("rights/limitation")
    now = readability.of_docs(DOCS)
    table = readability.report(now, {})
    assert {"rights/limitation", "letters/complaint", "calculators/triage"} <= {*now}
    assert "about/architecture" not in now and all(f"| {slug} |" in table for slug in now)


def test_a_link_to_a_moved_page_names_the_new_one(spoil: Spoil) -> None:
    found = spoil("tags: [罚息]", "tags: [罚息]\nmoved_from: [cases/old]")
    assert found == []
    front = GOOD.replace("tags: [罚息]", "tags: [罚息]\nmoved_from: [cases/old]")
    found = spoil(GOOD, front.replace(PARAGRAPH, "看[旧的](../cases/old.md)。"))
    assert [str(p.message) for p in found] == ["../cases/old.md has moved; link to day-1-3.md"]


@pytest.mark.parametrize("fine", ["lawyer: none", "lawyer: 2026-11-01 某律师", "story: true"])
def test_what_is_known_of_a_page_is_accepted(spoil: Spoil, fine: str) -> None:
    assert spoil("tags: [罚息]", f"tags: [罚息]\n{fine}") == []


def test_a_page_without_front_matter_fails(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# 首页\n\n先别慌。\n", encoding="utf-8")
    missing = [
        p.message for p in content.run(tmp_path, date(2026, 11, 23)) if "has no" in p.message
    ]
    assert len(missing) == 7


@pytest.mark.parametrize(
    "fine",
    [
        "有人说“您必须马上还 20,000 块”。别信。",
        "他说“不还就是老赖”。那是吓你。",
        "先别慌。" * 60 + "放贷的有银行，也有《金融机构管理规定》里的别家。",
        "这不等于犯罪，也没有必须分几年的法律规定。",
        "全额提前到期，也叫加速到期。",
        '| 一 | 依法 |\n| --- | --- |\n| 二 | {{ rule("spc-2017-22-2") }} |',
        "`20%` 这样写，程序才看得懂。",
        "你必须先看清欠多少。",
        "打 [110](tel:110) 报警。",
        "<svg>\n<text>24% 必须 依法</text>\n</svg>",
        "<!-- 法律规定 24% -->",
    ],
)
def test_what_only_looks_bad_is_left_alone(spoil: Spoil, fine: str) -> None:
    found = [p for p in spoil(PARAGRAPH, fine) if "块" not in p.message]
    assert found == []


def test_a_citation_in_the_paragraph_covers_its_claims(spoil: Spoil) -> None:
    old = "息费合计超过"
    assert spoil(old, "法律规定，息费合计超过") == []


@pytest.mark.parametrize(
    ("words", "problems"), [("{}不打。", 1), ("据报道，{}不打。", 0), ("{}不打。（{cite}）", 0)]
)
def test_a_number_that_is_only_reported_says_so(spoil: Spoil, words: str, problems: int) -> None:
    cite = '{{ rule("gbt-45251-time") }}'
    value = '{{ rule("gbt-45251-time", "quiet_from") }}'
    found = [p.message for p in spoil(PARAGRAPH, words.format(value, cite=cite))]
    assert sum("only reported" in message for message in found) == problems


def test_terms_name_one_word_for_each_thing() -> None:
    terms = prose.read_terms()
    assert terms.right["平台方"] == "贷款机构"
    assert not set(terms.right) & set(terms.right.values())


def test_the_fixture_is_what_the_line_numbers_above_count() -> None:
    assert GOOD.splitlines()[12] == PARAGRAPH


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("收到 15 天内书面异议", ["15 天"]),
        ("十五日内要么还，要么交书面异议", ["十五日"]),
        ("第十五天", []),
        ("11 月 15 日", []),
        ("“十五天”", []),
        ('{{ rule("cpl-227", "objection_days") }}内书面异议', []),
        ("三天内找客服", []),
    ],
)
def test_a_length_that_a_rule_holds_is_not_typed_beside_it(text: str, said: list[str]) -> None:
    assert list(typed.lengths(text, [rules.at(date(2026, 11, 26))["cpl-227"]])) == said


def test_lengths_are_read_in_letters_and_in_trees(tmp_path: Path) -> None:
    book = {rule.id: rule for rule in rules.at(date(2026, 11, 26)).all()}
    (tmp_path / "tree.yml").write_text("- {text: 三个月里申请撤销, rules: [arb-72]}\n", "utf-8")
    assert [problem.line for problem in typed.of_trees(tmp_path, book)] == [1]
    source = next(each for each in sources() if each.slug == "set-aside-award")
    remark = replace(source.remarks[0], piece=Piece("收到裁决书三个月内提。", 5))
    spoilt = replace(source, remarks=(remark,))
    assert [problem.line for problem in typed.of_letters([spoilt], book)] == [5]
