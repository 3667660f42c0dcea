"""What words say of an instalment: paid, owed, or not known; read word by word, whole or not at all.

Each word is a letter, and the letters of a phrase are clauses: a payment that is done, one that is not or failed,
one to come. Words of payment that make no such clauses are not known, on whichever side they may fall. An act with
no word of how it went (还款, 自动还款) is the name of a button or a page, and says nothing.
"""

from __future__ import annotations

import re
from typing import Literal

type State = Literal["paid", "owed", "due", "part", "unsure", "act", "either", ""]
"""`owed` is said to be unpaid, `due` is a button or what is to come, `part` was paid in part, "" says nothing.

`act` is only the name of an act, `either` a button or what was done (提前结清).
"""

# One letter for each sort of word; the patterns below are sentences of such letters.
#   how it stands   N not, W waiting, F failed or taken back, M may or must (a button, or to come), H how, A already,
#                   L done (了), G once (过), C under way, O succeeded, B booked
#   how much        S goes without saying, E early, P only a part
#   of payment      V pay, v the same in one character, R paid off, x 结 beside other words
#   by itself       X the debt went otherwise, or nobody knows by whom; D a state of the due day; U plainly unpaid
#   of none         T behind a word of payment it names a thing (还款日); ? says nothing that is known
_OF_LETTER = {
    "N": "未 没 没有 尚未 还未 还没 还没有 还不 未能 没能 未曾 不 不能 不是 并非 无法 应还未 NOT",
    "W": "待 等待",
    "F": "失败 异常 被退回 被拒 拒绝 撤销 撤回 取消 冲正 关闭 作废 余额不足 FAILED",
    "M": "每月 每期 立即 马上 去 前往 可 可以 可随时 随时 能 支持 申请 点击 点此 一键 请 请于 请在 要 我要 想 需 需要 还需 还要 还可 还能 应 须 必须 将 即将"
    " 预约 现在 继续 尽快 尽早 前 之前 以前 最迟 最晚 下次 下期",
    "H": "怎么 怎么办 怎样 如何 为什么 多久 什么",
    "A": "已 已经 已于 业已 刚 刚刚 刚才",
    "L": "了 啦",
    "S": "全部 全额 全款 按时 按期 准时 如期 及时 当期 本期 当月 本月 该期 此期 该笔 本笔 正常 主动 自动 手动 线上 线下 一次性 都 均 于 被"
    " 系统 借款 贷款 账单 本息 款项 款 感谢 谢谢 合计 共计 共 总 到期 到期了 已到期 足额 一直 仍 仍然 一分 一分钱 一期 分文 全 呢 呀",
    "E": "提前",
    "P": "部分 一部分 大部分 一半 本金 利息 罚息 违约金 滞纳金 手续费 费用 最低 最低还款 最低还款额 首付 剩余 仅 只 上期 上月 首期 PARTIALLY",
    "V": "还款 还钱 还贷 付款 支付 缴款 缴费 缴纳 交款 扣款 划扣 扣划 代扣 偿还 归还 清偿",
    "v": "还 付 缴 扣 交 清",
    "R": "还清 结清 付清 缴清 交清 还完 付完 缴完 还讫 付讫 缴讫 收讫 还上 还掉 还清楚 扣到 扣走 划走 正常还款 完毕 √ ✓ ✔ ☑ ✅ PAID SETTLED CLOSED COMPLETED",
    "O": "成功 完成",
    "B": "入账 到账",
    "C": "中 处理中 审核中 确认中 办理中 受理中",
    "X": "核销 销账 冲销 代偿 代为清偿 代还 代付 代缴 垫付 代垫 平账 结算 抵扣 抵销 抵消 退还 返还 交付"
    " 不用还 不用再还 不需还 不需要还 不必还 无需还 无须还 免还 还的 扣的 付的 补上 交易成功",
    "D": "逾期 已逾期 未逾期 逾期后 逾期中 未到期 未出账 已出账 拖欠 欠款 尚欠 使用中 进行中 未开始 宽限期 宽限期内 催收中 OVERDUE",
    "T": "日 日期 时间 方式 账户 账号 卡 渠道 计划 记录 明细 详情 提醒 期数 期限 状态 情况 结果 标志 标识 编号 单号 证明 金额 总额 额 额度 人 类型 来源"
    " 能力 码 页面 入口 首页 中心 信息 进度 通知 服务 协议 规则 说明 日历 攻略 帮助"
    " 开启 已开启 未开启 开通 已开通 未开通 已关闭 设置 已设置 未设置 已还账单 已结清账单 已还清账单 未还账单 已还款项 找人代还",
    "x": "结",
    "G": "过",
    "U": "UNPAID 还款中 还不上 还不起 没还过 没有还过 未还过 从没还过",
    "?": "应该 交易 交通 清单 结余 还呗 分付 支付宝 微信支付",
}
WORDS = {word: letter for letter, words in _OF_LETTER.items() for word in words.split()}
_TOKEN = re.compile(
    r"(?P<day>\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*[日号]?)?|\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|\d{1,2}-\d{1,2}|\d+(?::\d+)+)"
    r"|(?P<late>\d+\s*天|M\d\+?)|(?P<count>第?\s*\d[\d.,/]*\s*(?:[%期笔]|个月)|\d+/\d+|第[一二三四五六七八九十]+期)|(?P<sum>\d[\d.,]*\s*元?)"
    rf"|(?P<word>(?<=[已经])还(?=[未没不])|{'|'.join(sorted(map(re.escape, WORDS), key=len, reverse=True))})|(?P<gap>[^\w?]+)|.",
    re.IGNORECASE,
)
_MARKS = {"day": "", "late": "D", "count": "#", "sum": "$", "gap": " ", None: "?"}
_OF_NOTHING = re.compile(r"(?<![VvRL])(?<![VvRL] )#|(?<![VvL])(?<![VvL] )[$]")
"""Figures that do not stand behind a word of payment, of which they would say how much."""
_NAMES = re.compile(r"[NAMWPESO]*[VRX]+[SP]*T+")
"""Words of payment that name a thing: 还款日, 已还金额."""
_ACT = re.compile("[SETM?]*V[SETMVP?]*|[^A]*H[^A]*")
"""Words without a space that name an act, or ask how it is done; how it went is not said."""
_HOW = re.compile("[NWFALOBCMP]")
_EITHER = re.compile(r"(?<![^\W_])(?:提前|全部|全额|一次性)\s*[还结付缴交]清(?![^\W_])")
_SPEAK = {"v", "V", "R", "X", "U", "C", "O"}
_CLAUSE = re.compile(
    "(?P<owed>[NW]A*O?E*[VR]+#?O?L?|NA*X|A*E*V+A*NA*OL?|(?:A*E*V*|E*R)A*F+L?E*V*|UL?)"
    "|(?P<due>[AN]*M+E*[P#]*[VR]+[PE#]*L?)"
    "|(?P<paid>A+O?E*[VR]+A*L?[OB]?L?|OE*[VR]+L?|E*[VR]+A*[OB]L?|E*[VR]+L|V*R+)"
)
_NO = re.compile(r"[否无NF0×✗]|NO|FALSE|0+[-/]0+[-/]0+|0\.0+", re.IGNORECASE)
ANSWER = re.compile(rf"[是对YT1√]|YES|TRUE|{_NO.pattern}", re.IGNORECASE)
ASKS = re.compile("是否|有没有|标[志识]|[还结付缴]清|已|否$")
_QUESTION = re.compile("是否|有没有|标[志识]|与?否$|状态|情况|结果|进度|[\\s:]")


def read(text: str, *, told: bool = False) -> tuple[State, int]:
    """What a text says of payment, and where; `told` if it stands for nothing else, and no word of it is passed over."""
    button = _EITHER.search(text)
    if not button:
        return _read(text, told=told)
    rest = _EITHER.sub(" ", text)
    state, at = _read(rest, told=told)
    if state in ("paid", "owed", "part", "unsure"):
        return state, at
    alone = not any(_HOW.search(each) and "?" not in each for each in _chunks(rest)[0])
    return ("either", button.start()) if alone else _read(text, told=told)


def _read(text: str, *, told: bool) -> tuple[State, int]:
    chunks, at = _chunks(text)
    heard = [each for each in chunks if told or "?" not in each or re.search("[VRXU]", each)]
    said = "".join(heard)
    if re.search("[VRXU]", said):
        state = _clauses(re.sub("[SDT]", "", said))
        return _without_acts(heard, state), at
    if re.fullmatch("A+O|[SDAN]*C", said):
        return "unsure" if "C" in said else "paid", at
    known = re.fullmatch("D+|D*(?:[NW][OB]|F|W)", said) or not re.search(r"[^\s.,;:()|/—–-]", text)
    return "" if not told else "due" if known else "unsure", at


def _chunks(text: str) -> tuple[list[str], int]:
    """The letters of a text, parted where a space or a sign is, and where it speaks of payment first."""
    tokens = list(_TOKEN.finditer(text))
    found = [WORDS[t[0].upper()] if t["word"] else _MARKS[t.lastgroup] for t in tokens]
    letters = _OF_NOTHING.sub("", "".join(found)).replace("$", "#")
    at = next((t.start() for t, each in zip(tokens, found, strict=True) if each in _SPEAK), 0)
    return [_chunk(each) for each in letters.split(" ")], at


def _without_acts(chunks: list[str], state: State) -> State:
    """What words say together; where that is not plain, without those that only name an act."""
    rest = [each for each in chunks if not _ACT.fullmatch(each)]
    lone = any(_HOW.search(each) for each in rest if not re.search("[VRXU]", each))
    if state not in ("unsure", "part") or len(rest) == len(chunks) or lone:
        return state
    said = "".join(rest)
    if re.search("[VRXU]", said):
        return _clauses(re.sub("[SDT]", "", said))
    return "due" if re.fullmatch("D+", said) else "act"


def _chunk(letters: str) -> str:
    """The letters of words without a space: a short verb only beside another word of state, no name of a thing."""
    letters = re.sub("(?<=[NAWMPFOSE])v|v(?=[LPFOCRG#])", "V", letters)
    letters = re.sub("(?<=[NAW])x", "X", letters)
    return _NAMES.sub("T", re.sub("[vx]", "?", letters))


def _clauses(letters: str) -> State:
    """What clauses say that follow each other; a button beside what was paid changes nothing."""
    kinds: set[str | None] = set()
    at = 0
    while at < len(letters):
        clause = _CLAUSE.match(letters, at)
        if not clause:
            return "part" if re.search("[P#]", letters) and "?" not in letters else "unsure"
        kinds.add(clause.lastgroup)
        at = clause.end()
    if {"paid", "owed"} <= kinds:
        return "unsure"
    return "paid" if "paid" in kinds else "owed" if "owed" in kinds else "due"


_DUE = re.compile("[DS]*D[DS]*")
_DONE = re.compile("A|[OFBL]$|^[Sv]$")
_LATIN = re.compile("(?!RMB|CNY)[A-Za-z]{1,8}", re.IGNORECASE)


def beside_payment(text: str) -> Literal["due", "strange", ""]:
    """What words without a word of payment are: a state of the due day, or one that nobody knows.

    Unknown are words of something that was done (已处理, 搞定了, 作废), and 正常, 清, OK; others are no state.
    """
    pieces = re.findall(r"[^\s,;|()/。.:·【】\[\]>]+", text)
    said = {each: "".join(_chunks(each)[0]) for each in pieces}
    if any(_DUE.fullmatch(letters) for letters in said.values()):
        return "due"
    return "strange" if any(_strange(*each) for each in said.items()) else ""


def _strange(piece: str, letters: str) -> bool:
    if _LATIN.fullmatch(piece) or piece in ("正常", *_OF_LETTER["v"].split()):
        return True
    known = re.search("[TDHVRXU]|^[^A]*M", letters) or _read(piece, told=True)[0] == "due"
    return not known and _DONE.search(letters) is not None and letters not in ("A", "L", "S")


def answered(name: str, text: str) -> State:
    """What stands under a name, or beside it, says of payment: the answer to a question, or words."""
    stem = _QUESTION.sub("", name)
    asks = ASKS.search(name)
    if ANSWER.fullmatch(text) and (asks or text != "√"):
        if not asks or text == "1" or read(stem)[0] == "owed":
            return "unsure"
        return "owed" if _NO.fullmatch(text) else read("已" + stem)[0]
    state = read(text)[0]
    if not state:
        alone = read(text, told=True)[0]
        state = alone if alone == "due" else read(stem + text, told=True)[0]
    return "unsure" if state in ("act", "either") else state
