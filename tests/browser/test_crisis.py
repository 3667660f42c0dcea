"""A cry for help is answered with a number before anything else, hosted and from files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.searching import asked
from tests.browser.test_asked import CLEARED

# By kind; none of them stands in the list of words as it is written here.
CRIES = {
    "wants to die": (
        "我真的不想活下去了",
        "欠这么多想一死了之",
        "好想从楼上跳下去跳楼",
        "怎样死得快一点",
    ),
    "in despair": ("我快撑不住了怎么办", "每天都崩溃", "心态彻底崩了", "还不完的债，看不到希望"),
    "nothing to live for": (
        "活着没意思",
        "觉得活着一点意义都没有",
        "人活得太累了",
        "我这种人不配活着",
    ),
    "a burden": (
        "不想连累家人",
        "不想再拖累我妈",
        "没有我他们会更好",
        "我走了家里就轻松了",
        "我就是个累赘",
    ),
    "farewell": ("对不起爸爸妈妈", "帮我照顾好我的孩子", "我死后保险能赔多少", "下辈子做牛做马还"),
    "means and places": (
        "安眠药",
        "安眠药吃多少片",
        "我在江边坐着",
        "买了农药",
        "一个人在楼顶",
        "头孢和酒",
    ),
    "sleep without end": ("睡着了就不要醒来", "想睡过去再也不用面对", "天亮之前能不能一睡不起"),
    "what death would clear": (
        "我死了我爸妈要替我还吗",
        "我要是死了钱还用还吗",
        "人走了债是不是就没了，我走了算了",
    ),
    "in pinyin": (
        "xiangsi",
        "bu xiang huo le",
        "zisha",
        "huozhe mei yisi",
        "anmianyao",
        "cheng bu zhu le",
    ),
    "by sound": ("不想火了", "自沙", "想紫砂", "条楼", "挑楼", "不想活勒"),
    "sleepless": ("天天睡不着觉", "失眠一个月了", "半夜醒来就想着欠的钱"),
    "at the door": (
        "催收堵在我家门口孩子吓哭了",
        "要债的跟着我女儿",
        "讨债的把锁眼堵了",
        "催收的人守在我家楼下不走",
        "要账的跟着我儿子放学",
        "讨债的往锁孔里灌胶水",
        "他们把我家电断了逼我还钱",
        "要债的赖在我家里不走",
        "催债的拦着我老婆不让上班",
        "催收的一直盯着我妈进出",
        "收债的天天蹲我家楼道口",
        "追债的在我女儿学校门口等着",
        "要债的往我门上喷字",
        "他们掐了我家的网线和水",
        "催收的砸门",
    ),
    "violence now": ("他们拿刀堵在我家门口", "有人打我", "把我扣住不让我走"),
}
DANGER = ("at the door", "violence now")
NOT_FIRST = ("bereaved", "bankruptcy", "criminal")
HERE = Path(__file__).parent
GROUPS = yaml.safe_load((HERE / "cries_by_kind.yml").read_text("utf-8"))
KINDS = {
    kind["name"]: kind
    for kind in yaml.safe_load((HERE.parents[1] / "docs/search/crisis.yml").read_text("utf-8"))[
        "kinds"
    ]
}
ONE_OF = {
    "dying": {name for name, kind in KINDS.items() if kind.get("alone")},
    "bereaved": {"bereaved", "lost"},
}


def ask(visit: Visit, question: str) -> Page:
    page = visit.open("")
    page.locator("[data-search]").click()
    page.get_by_role("searchbox").fill(question)
    return page


@pytest.mark.parametrize("kind", CRIES)
def test_a_cry_puts_the_numbers_first(visit: Visit, kind: str) -> None:
    for cry, found in zip(CRIES[kind], asked(visit.open(""), CRIES[kind]), strict=True):
        first = "tel:110" if kind in DANGER else "tel:12356"
        numbers = found["numbers"]
        assert (cry, {*numbers}, numbers[0]) == (cry, {"tel:12356", "tel:110", "tel:120"}, first)
        assert found["first"] == first, cry
        assert "没有找到" not in found["said"], cry
        assert found["hits"], cry
        assert not any(page in found["hits"][0]["href"] for page in NOT_FIRST), cry
        assert kind != "at the door" or found["hits"][0]["slug"] == "stages/home-visit", cry
        if kind not in DANGER:
            assert not [words for words in found["shown"] if CLEARED.search(words)], cry


def wrongs(group: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """What is wrong with the answer to one of the group's cries."""
    wrong = []
    first_pages = [hit["slug"] for hit in found["hits"]]
    for kind in group["kinds"]:
        heard = ONE_OF.get(kind, {kind}) & {*found["heard"]}
        pages = {page for name in heard for page in KINDS[name]["pages"][:1]}
        if not heard or not pages <= {*first_pages}:
            wrong.append(kind)
    if group.get("first", found["first"]) != found["first"]:
        wrong.append("first")
    may_be_alone = {"dying", "violence", "others", "hurt", "injured"} & {*group["kinds"]}
    if ONE_OF["dying"] & {*found["heard"]} and not may_be_alone:
        wrong.append("alone")
    if group.get("calm") and found["urgent"]:
        wrong.append("calm")
    return wrong


def test_every_kind_that_is_cried_is_heard_and_has_its_page(visit: Visit) -> None:
    asking = [(group, words) for group in GROUPS for words in group["said"]]
    if visit.edition.name == "offline":  # the same script: a few of each kind show that it is there
        asking = asking[::6]
    found = asked(visit.open(""), [words for _, words in asking])
    pairs = zip(asking, found, strict=True)
    wrong = {words: wrongs(group, each) for (group, words), each in pairs}
    assert not {words: each for words, each in wrong.items() if each}


def test_who_is_hurt_already_is_told_whom_to_ring_and_what_to_say(visit: Visit) -> None:
    (hurt, calm) = asked(visit.open(""), ["刚吃了一整瓶降压药好晕", "罚息太高"])
    assert hurt["numbers"] == ["tel:120", "tel:110", "tel:12356"]
    assert hurt["says"][0] == KINDS["hurt"]["say"]
    assert hurt["hits"][0]["slug"] == "people/tonight"
    assert "tel:120" in calm["numbers"]


def test_of_two_dangers_both_are_said_and_the_pages_of_both_are_listed(visit: Visit) -> None:
    (both,) = asked(visit.open(""), ["催收天天堵门，我想死"])
    assert both["says"] == [KINDS["self-harm"]["say"], KINDS["door"]["say"]]
    assert both["numbers"] == ["tel:12356", "tel:110", "tel:120"]
    slugs = [hit["slug"] for hit in both["hits"]]
    assert slugs == ["people/tonight", "stages/home-visit", "rights/hotlines"]
    assert "最像的在前" not in both["said"]
    (one,) = asked(visit.open(""), ["他们整夜砸门，我睡不着"])
    assert one["says"] == [KINDS["door"]["say"], KINDS["sleep"]["say"]]
    assert [hit["slug"] for hit in one["hits"]][:2] == ["stages/home-visit", "people/tonight"]
    assert "最像的在前" in one["said"]


@pytest.mark.parametrize("fear", ["收到传票我好害怕", "催收要上门，压力好大"])
def test_who_is_afraid_of_something_gets_the_numbers_and_then_what_it_is(
    visit: Visit, fear: str
) -> None:
    box = ask(visit, fear).locator("dialog.hq-search")
    expect(box.locator("a").first).to_have_attribute("href", "tel:12356")
    links = box.locator("ol li a").evaluate_all("all => all.slice(0, 2).map(a => a.href)")
    assert "/stages/" in links[0]
    assert "/people/tonight" in links[1]


@pytest.mark.parametrize("said", ["利息高得要死", "催收电话烦死了", "冻死了空调坏了没钱修"])
def test_who_only_says_it_so_gets_the_numbers_and_then_what_was_asked(
    visit: Visit, said: str
) -> None:
    box = ask(visit, said).locator("dialog.hq-search")
    expect(box.locator("a").first).to_have_attribute("href", "tel:12356")
    assert "/people/tonight" not in (box.locator("ol li a").first.get_attribute("href") or "")


def test_a_cry_that_no_list_hears_has_the_numbers_below(visit: Visit) -> None:
    """And where the page for a cry is nearly the best answer, they stand above."""
    box = ask(visit, "他把银行卡密码都告诉我了").locator("dialog.hq-search")
    expect(box.locator("ol ~ * a[href='tel:12356']")).to_be_visible()
    box = ask(visit, "谁能陪我说说话").locator("dialog.hq-search")
    expect(box.locator("a").first).to_have_attribute("href", "tel:12356")


def test_nothing_found_still_helps(visit: Visit) -> None:
    box = ask(visit, "嘎嘣脆呀哩哩").locator("dialog.hq-search")
    expect(box).to_contain_text("没有找到")
    expect(box.locator("a[href='tel:12356']")).to_be_visible()
    assert box.locator("a:not([href^='tel:']):not([data-leave])").count() == 6


CALM = (
    "打我电话的人是谁",
    "今天跳槽了还能还款吗",
    "我爸死活不肯还",
    "会连累家人吗",
    "会不会被关起来",
    "卡里的钱自己没了",
    "页面崩溃打不开",
    "我走了法院流程怎么办",
    "我走了以后公司还打电话",
    "我走了协商还要还吗",
    "我走法律程序要花多少钱",
    "我如果走诉讼要多久",
    "他说他想走协商",
    "催收说要走法律程序",
    "我想走个性化分期",
    "人在外地收到传票怎么办",
    "我不在家催收上门怎么办",
    "我不在本地能网上开庭吗",
    "钱被划走了怎么办",
    "工资被扣走了还能要回来吗",
    "从楼上下来的催收",
    "账单消失了还要还吗",
    "逾期记录消失要多久",
    "额度消失了怎么办",
    "催收走了又来怎么办",
    "离开公司以后怎么还",
    "他说不还了怎么办",
    "活期存款会被冻结吗",
    "电费断了怎么办",
    "家里停水了没钱交",
    "以贷养贷堵窟窿",
    "征信跟着我多久",
    "网贷跟着我一辈子吗",
    "我守在家里不敢出门",
    "催收说明天上门",
    "他们不走协商",
    "门锁坏了没钱修",
)


def test_what_is_no_cry_brings_no_alarm(visit: Visit) -> None:
    """Too many alarms are better than too few; these common ones would be absurd."""
    for question, found in zip(CALM, asked(visit.open(""), CALM), strict=True):
        assert "找到" in found["said"], question
        assert not found["urgent"], question
