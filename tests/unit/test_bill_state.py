"""What words say of a pasted instalment: paid, owed, or not known, the same wherever they stand.

The answers below were written before the program was asked.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.form.bill import PastedBill
from tests.unit.test_bill import read

PAID = ["已还", "已还款", "已还清", "已经还清", "已还完", "已全部还清", "已全额还款", "已按时还款", "已按期还清", "已提前结清", "已提前还清", "已经提前还清", "已提前还款", "已结清", "已经结清", "已全部结清", "已付", "已付款", "已付清", "已经付清", "已全部付清", "已支付", "已全额支付", "已缴", "已缴款", "已缴清", "已全部缴清", "已缴纳", "已扣款", "已自动扣款", "已划扣", "已代扣", "已偿还", "已全部偿还", "已归还", "已清", "已清偿", "已全部清偿", "已交清", "还清", "还清了", "还完了", "还了", "结清", "结清了", "付清", "付了", "缴清", "交了", "全部还完", "全部已支付", "全部还讫", "还讫", "付讫", "收讫", "正常还款", "正常结清", "按时结清", "逾期已还", "逾期已还清", "逾期后已还清", "逾期后结清", "逾期结清", "还款成功", "已还款成功", "还款已成功", "成功还款", "已成功还款", "还款完成", "还款已完成", "全额还款成功", "提前还款成功", "提前结清成功", "扣款成功", "全额扣款成功", "自动扣款成功", "代扣成功", "划扣成功", "系统扣款成功", "支付成功", "付款成功", "缴款成功", "缴费成功", "缴款完成", "清偿完毕", "已清偿完毕", "已还款完毕", "本期已还", "本期已还清", "本期已结清", "当期已还", "本月已还", "账单已还清", "借款已结清", "贷款已结清", "该笔已结清", "本笔已还", "本息已还清", "本息已结清", "款项已付清", "已完成", "提前还清了", "已一次性还清", "已一次性结清", "已正常还款", "已主动还款", "主动还款成功", "已手动还款", "已线上还款", "已还，感谢", "已还（逾期）", "9月4日结清", "9月4日已还清", "已于9月4日还清", "已还清√", "√", "✅", "✔", "PAID", "Paid", "SETTLED", "已结清(未逾期)", "已还款（按时）", "都还清了", "均已还清", "已还贷", "已还上", "已如期归还"]  # fmt: skip
OWED = """
未还 未还款 未还清 未还完 没还 没还清 没有还 没有还清 没能还清 还没还 还没还清 还没有还 还未还 还未还清 尚未还款 尚未还清 尚未结清
未结清 没结清 未付 未付款 未付清 尚未付清 未支付 未缴 未缴款 未缴清 未扣款 未偿还 未归还 未清偿 未清 未交 未全部还清 未全额还款
未按时还款 未按期还款 未及时还款 未正常还款 未提前结清 未能扣款 未能扣款成功 没有扣款成功 未扣款成功 扣款不成功
还款不成功 还款未成功 扣款未成功 支付未成功 未成功扣款 未能成功还款 未还款成功 还款尚未完成 还款未完成 未完成还款 不成功还款
还款失败 扣款失败 扣款失败了 自动扣款失败 代扣失败 划扣失败 支付失败 付款失败 缴款失败 全额扣款失败 已扣款失败 还款被退回 还款已撤销 还款已取消
已取消还款 扣款异常 余额不足扣款失败 无法扣款 无法还款 不能还款 未还（逾期） 逾期未还 逾期未还清 逾期未结清 已逾期未还 逾期未还款
到期未还 到期未还清 逾期尚未还清 逾期20天未还 应还未还 本期未还 本期未还清 本期未结清 账单未还清 借款未结清
待还 待还款 待结清 待付款 待支付 待缴款 待扣款 等待还款 等待扣款 待还清 待偿还 本期待还 逾期待还
立即还款 马上还款 立即还清 立即结清 立即付款 立即支付 去还款 去还 去结清 去支付 我要还款 可还款 可结清 可还清 可提前结清
可提前还款 可以提前还清 可随时结清 支持提前结清 支持提前还清 支持提前还款 支持部分还款 可部分还款 申请提前结清 申请提前还款 申请结清
点击还款 点击结清 点此还款 一键还款 一键结清 请还款 请还清 请及时还款 请尽快还款 请按时还款 请尽快还清 尽快还款 需还款
需还清 需全额还款 应还 应还款 应还清 须还清 即将还款 即将扣款 将扣款 预约还款 已申请提前结清 已申请提前还款 已预约还款 未申请提前结清 不可提前还款
不支持提前还款 不能提前结清 要还清 还要还款 还需还款 还需还清 前往还款 现在还款 继续还款 还款中 未还，请尽快还款 未还 立即还款 待还款 去还款
请于9月5日还清 请于9月5日前还清 9月5日前还清 最迟9月5日还清 请在9月5日前付清 尚欠未还 拖欠未还 未核销 未代偿 UNPAID 未还请还 没扣款成功
""".replace("未还 立即还款", "未还_立即还款").replace("待还款 去还款", "待还款_去还款").split()  # fmt: skip
NOT_KNOWN = ["部分已还", "已部分还款", "部分还款", "部分还款成功", "部分结清", "部分还清", "部分未还", "已还部分", "还了一部分", "还了部分", "已还一部分", "已还一半", "大部分已还", "已还最低", "已还最低还款额", "最低还款已还", "已还30%", "利息已还", "利息已还清", "本金已还清", "本金已还", "罚息已结清", "仅还利息", "只还了利息", "已核销", "核销", "呆账核销", "坏账核销", "核销完成", "核销成功", "已核销完毕", "销账", "已销账", "已冲销", "代偿", "已代偿", "担保公司代偿", "担保公司已代偿", "保险代偿", "代偿结清", "代偿已结清", "代偿成功", "代偿完成", "代为清偿", "第三方代偿", "已被代偿", "代还", "他人代还", "已垫付", "已代垫", "平账", "已平账", "结算", "已结算", "已抵扣", "已抵销", "已退还", "处理中", "扣款处理中", "还款处理中", "扣款中", "支付中", "付款中", "还款确认中", "还款审核中", "结清审核中", "结清处理中", "结清办理中", "已还款处理中", "已还款待确认", "已还款审核中", "已还款未入账", "已还未还", "未还已还", "已还/未还", "还款失败已还清", "已还清未还", "不是未还", "没有未还", "并非未还", "上期已还", "上期已还清", "上月已还", "首期已还", "已申请提前结清成功", "提前结清申请成功", "预约还款成功", "请确认已还清", "是否还清", "还没还清吗", "应该还清了", "好像还了", "可能已还", "据说已还清", "说是还了", "张三已还清", "已还给张三", "已还过", "还过", "还款成功后失败", "还款撤销成功", "已还款的请忽略", "如已还清", "还清后可再借", "还款成功可提额", "已还清一部分", "已还清本金", "已交付", "已付首付", "已重新还款失败又成功", "已展期还清", "协商还清", "已协商还款", "扣款成功后退回", "扣款后撤销", "已还款又退回", "债务重组已结清", "已还清？", "已结清？"]  # fmt: skip
NAMED = ["还款", "付款", "扣款", "支付", "偿还", "提前还款", "自动还款", "自动扣款", "支付宝还款", "延期还款", "还款试算", "重复扣款", "预还款", "还款失败怎么办", "按时还款有助提升信用", "如已还款请忽略", "若已还请忽略"]  # fmt: skip
"""Names of buttons and pages: they say nothing, save in a cell that is kept for what became of a line."""
EITHER = ["提前结清", "提前还清", "全部还清", "全部结清", "全额结清", "全部付清", "一次性还清"]
"""Buttons, or what was done: owed with a note where a line says nothing else."""
COUNTED = ["已还3期", "已还清3期"]
"""A part, and on a line of its own a count of the whole bill."""
MORE_OWED = ["没还呢", "一直没还", "仍未还", "没还过", "一分没还", "没扣到", "到期了没还", "未足额还款", "还不上了"]  # fmt: skip
MORE_PAID = ["还清啦", "已还啦", "还完啦", "款已还", "已还清楚", "还掉了", "还啦", "扣到了", "扣走了"]  # fmt: skip
MORE_NOT_KNOWN = ["已还3/12期", "已还未入账", "已还未到账", "已还没到账", "已还未更新", "已还未确认", "已还待入账", "不需要还款", "不需还", "不用还", "老公还的", "微信还的", "10月5日还的", "昨天还的", "补上了", "交易成功"]  # fmt: skip
RIGHT = [
    *((each, "owed") for each in MORE_OWED),
    *((each, "paid") for each in MORE_PAID),
    *((each, "not known") for each in MORE_NOT_KNOWN),
    *((each, "paid") for each in PAID),
    *((each.replace("_", " "), "owed") for each in OWED),
    *((each, "not known") for each in NOT_KNOWN),
]
TABLE = "到期日\t本金\t利息"
PLACES = {
    "status": "到期日\t本金\t利息\t状态\n2026-09-05\t1000\t30\t{}",
    "note": "到期日\t本金\t利息\t备注\n2026-09-05\t1000\t30\t{}",
    "behind": "第3期 2026-09-05 本金1000 利息30 {}",
    "below": "第3期 2026-09-05 本金1000 利息30\n{}",
    "beside": "第3期\n到期日：2026-09-05\n本金：1000\n利息：30\n还款状态：{}",
}


def answer(bill: PastedBill) -> str:
    """What was made of the only instalment of a bill."""
    if bill.rows:
        return "owed"
    return "not known" if bill.unread else "paid" if "已经还了" in str(bill.notes) else "lost"


def by_place(words: str) -> dict[str, str]:
    return {place: answer(read(text.format(words))) for place, text in PLACES.items()}


@pytest.mark.parametrize(("words", "right"), RIGHT)
def test_words_of_state_are_read_alike_wherever_they_stand(words: str, right: str) -> None:
    assert by_place(words) == dict.fromkeys(PLACES, right)


BUTTON_LIKE = {
    **dict.fromkeys(("status", "note", "beside"), "not known"),
    **dict.fromkeys(("behind", "below"), "owed"),
}


@pytest.mark.parametrize("words", [*NAMED, *EITHER])
def test_an_act_alone_says_something_only_where_a_cell_is_kept_for_it(words: str) -> None:
    assert by_place(words) == BUTTON_LIKE


@pytest.mark.parametrize("words", EITHER)
def test_what_a_button_says_as_well_is_noted_where_nothing_else_is_said(words: str) -> None:
    for text in (PLACES["behind"], PLACES["below"], f"{TABLE}\n2026-09-05\t1000\t30\n{{}}"):
        assert f"写着“{words}”，可能只是按钮" in str(read(text.format(words)).notes)
        owed = read(text.format(f"{words}\n未还") if text[0] == "第" else text.format(""))
        assert "按钮" not in str(owed.notes)
    late = read(f"第3期 2026-09-05\n本金1000\n利息30\n已逾期46天\n{words}")
    assert answer(late) == ("owed" if "提前" in words else "not known")


@pytest.mark.parametrize("words", COUNTED)
def test_a_count_of_instalments_is_of_the_whole_bill_on_its_own_line(words: str) -> None:
    assert by_place(words) == {**dict.fromkeys(PLACES, "not known"), "below": "owed"}


NO = ("", "", "未", "没有", "尚未", "未能")
BUTTON = ("", "", "立即", "可", "支持", "申请", "请", "应")
DONE = ("", "已", "已经")
SCOPE = ("", "全部", "全额", "按时", "本期", "自动")
OTHER = ("", "", "", "部分", "利息", "代偿", "重新", "张三")
VERB = ("还款", "付款", "扣款", "还清", "结清", "缴清")
END = ("", "成功", "失败", "中", "处理中", "了")


def composed(words: tuple[str, ...]) -> str:
    """What words in this order say; "" where only that they do not say that it was paid."""
    no, button, done, _, other, verb, end = words
    plain = not (other or end in ("中", "处理中"))
    if no or button or end == "失败" or not plain:
        usual = plain and not done and not (no and button)
        return "owed" if (usual and end == "") or (not (no or button or done) and plain) else ""
    return "paid" if done or end or verb[1] == "清" else "not known"


def only_named(words: tuple[str, ...]) -> bool:
    """Whether words name an act, or are a button as well as what was done."""
    no, button, done, scope, other, verb, end = words
    strange = other in ("重新", "张三")
    if no or done or end or (other and not strange):
        return False
    if verb[1] == "款":
        return strange or not button
    return scope in ("全部", "全额") and not (button or other)


@given(
    st.tuples(*map(st.sampled_from, (NO, BUTTON, DONE, SCOPE, OTHER, VERB, END))),
    st.sampled_from(["", " "]),
)
def test_composed_words_are_read_alike_and_never_paid_by_half(
    words: tuple[str, ...], gap: str
) -> None:
    no, button, *_, other, _, _ = words
    gap = "" if other in ("重新", "张三", "利息") else gap  # apart they are others' words
    text = gap.join(each for each in words if each)
    places = [each for each in PLACES if not (gap and each == "beside")]  # there a space ends it
    by = {each: answer(read(PLACES[each].format(text))) for each in places}
    if only_named(words):
        assert by == {each: BUTTON_LIKE[each] for each in places}
        return
    found = set(by.values())
    right = composed(words)
    if right:
        assert found == {right}
    else:
        assert len(found) == 1
        assert "paid" not in found
    if other and not (no or button):
        assert found == {"not known"}
