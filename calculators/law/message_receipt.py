"""From which day a paper counts: the days on which its holder tells, or it says of itself, that it came.

    days_it_came(said, date(2026, 11, 25), "payment-order-15")  ->  {2026-11-13, 2026-11-25}

A paper tells of much that came on some day: a complaint, a demand, another paper. A day is one of receipt
only where the words can mean nothing else: in the words of who holds it, or of the paper itself by its title.
"""

import re
from collections.abc import Iterator
from datetime import date

from calculators.law.message_dates import HAN, NO_DAY, NUMBER, TIME, printed
from calculators.law.message_past import HOUSE, only_a_day, past, to_come
from calculators.law.message_signs import Said

_HAN = "\u4e00-\u9fff"
# In which words a clause speaks of a day from which it counts.
_CAME = (
    r"签收|签的|签了|代签|[帮替给]我?[^，。]{0,2}签|签的?字|收下|代收|代领|收的|收了|[帮替][^，。]{0,3}收"
    r"|收到(?!本|之|后|起|货|款|借|贷|原告|法院)|送到|送来|送达(?!之|后|起)|投到|投递|投进|塞|公告|贴|留置|拒收|不肯[收签]|门口|信箱"
    r"|放(?!款|弃|贷|假)|[领取拿带][走回]|已取|取件|就来|来了|[到寄]了|告诉|转给|转交|交给|才(?:看|给|跟|拿|知)"
    r"|[领取拿]的|[领取拿]到|[拿带捎递]给我|妥投|收件(?!人|地)|(?:邮递|投递|快递|网格|执行)员[^，。]{0,3}给"
)
# An earlier day of other things: of the loan, of the court's own acts, of the post before it came.
_NOT_CAME = r"借|贷|货|钱|款|合同|协议(?!书)|立案|作出|判令|开庭|寄出|发出|邮戳|落款|盖章|转账|逾期|汇|付(?!令)|[交递寄送]到?给?法院|了一?[个件包]"
# In the reader's own brackets any way of saying that it came will do.
_NOTE = re.compile(r"[（(]([^）()]{4,80})[）)]")
_CAME_IN_NOTE = rf"{_CAME}|签|收|领|取|拿|送|投|贴|拒|留|到|来|寄|代|递|给"
_KIN = r"我(?!院|会|行|司|委|庭)|[爸妈爹娘哥姐弟妹婆爷奶叔婶舅姨姑嫂]|外公|公公|老公|儿子|女儿|媳"
_PEOPLE = rf"{_KIN}|家里|邻居|室友|同事|同学|朋友|物业|前台|门卫|保安|收发|社区|居委|村|网格|驿站|人事|孩子|房东|租客|丈母|岳[父母]|法警|执行员"
_NOTE_OF_READER = rf"{_PEOPLE}|我|他|她|家|快递|邮|单位|今天|昨天"
# Whom and what a paper tells of, never its holder's own coming by it.
_OTHERS = re.compile(
    r"[本我]院|本会|[本仲裁]委|本庭|仲裁庭|原告|被告|申请人|申请执行人|被执行人|异议人|上诉人|第三人|案外人|当事人|双方|法定代表|代理|委托|律师"
    r"|债[权务]|保证人|担保|出借|银行|公司(?!前台|保安|门卫|收发|同事|人事|行政)|平台|催|函|短信后|对账|账单|报纸|法院报|刊登|查明|[诉辩]称|其|证据|收条|凭证|向(?!我)[^，。]{0,12}(?:送|公告)"
)
# What comes before a claim's or a judgment's facts is not told by its holder, unless 我 says so.
_FACTS = re.compile(r"事实(?:与|和|及)?理由|查明|[诉辩]称|本院认为|提交的|证据[一二三四\d]")
_PAPER = r"判决书?|裁定书?|裁决书?|调解书|支付令|传票|起?诉状(?:副本)?|副本|应诉(?:通知书?|材料)?|举证(?:通知书?)?|答辩状|申请书|仲裁(?:通知|规则)书?|执行(?:通知书?|证书)|(?:报告)?财产令|消费令|决定书|公证书|告知书|通知书"
_NOTICE = rf"(?:(?<![{_HAN}])|(?<=[的本]))通知书"
_OWN = {
    "answer-": rf"起?诉状(?:副本)?|副本|应诉(?:通知书?|材料)?|举证(?:通知书?)?|传票|{_NOTICE}",
    "evidence-": rf"起?诉状(?:副本)?|副本|应诉(?:通知书?|材料)?|举证(?:通知书?)?|传票|{_NOTICE}",
    "appeal-": "判决书?",
    "payment-order-": "支付令",
    "ruling-": "裁定书?",
    "preservation-": "裁定书?",
    "exec-review-": "裁定书|本裁定",
    "added-": "裁定书?",
    "detention-": "决定书",
    "enforcement-": rf"执行通知书?|(?:报告)?财产令|{_NOTICE}",
    "asset-": rf"执行通知书?|(?:报告)?财产令|{_NOTICE}",
    "arbitration-set-": "裁决书?",
    "arbitration-": rf"仲裁(?:通知|规则)书?|副本|申请书|{_NOTICE}",
    "non-enforcement-": rf"执行通知书?|{_NOTICE}",
    "performance-": "判决书?|调解书|裁决书?|裁定书?",
    "correction-": "消费令|决定书",
    "retrial-": "判决书?|调解书|裁定书?",
}
"""The titles of a clock's own paper, by how its code begins."""
_OWN_OF_OTHERS = f"传票|{_NOTICE}"
# The paper's own coming, by its title; never that of the first instance, or of what froze.
_NOT_OWN = r"[一原]审|原判|生效|另案|(?:冻结|查封|扣押|保全|管辖|[拍变]卖|[划扣][拨划]|追加|变更|评估|腾退|终结|解除|驳回)的?裁"
_SERVED = r"送达(?!之|后|起)|签收|收到(?!之|后|起)|领取|拒收|留置"
_NUMBERED = re.compile(r"20\d\d[)）〕\]】]?[^，。；\s]{2,14}?\d+号")
_TOLD_DAY = re.compile(rf"(?:20\d\d|二[〇零○])[^，。]{{0,4}}年|(?:{NUMBER})月")
# What else may stand in a clause that names nobody, all of it of its coming.
_NO_MORE = re.compile(
    rf"{_CAME}|20\d\d|{TIME}|{_PEOPLE}|[\d{HAN}年月日号天前后昨今上下周星期礼拜早晚午这个大多来几半末底初旬]"
    r"|看[到见]|发现|上?面?写[着的]?|下班|着|里有|里|上门|打?电话|通知|回[执证]|邮单|查询|信息|您的|快件|工作人员|人员|EMS|快递员?|邮递员?|投递员|邮政?|专递|单位|物流|显示|信件?|邮件|包裹|日期|时间|收件|签字|收到?|领|取|拿|给|到|寄|门|家|楼下|柜"
    r"|法院|法庭|于|在|是|从|由|就|已经?|才|都|还|又|去|被|把|自己|本人|了|的|吧|呢|说|应该|大概|好像|可能|记得|忘|没|拆|[\s./:：（）()-]"
)
_OF_A_PAPER = r"本院|不服|判决|裁定|自收到|[日月]内|责令|应当|被告|原告|申请"
_ADDRESS = r"址|小区|楼|栋|单元|[路街巷弄]|胡同|住"
_LONGEST = 120


def days_it_came(said: Said, received_on: date, code: str) -> set[date]:
    """Every day that it says it came on, to whomever, and the day of receipt."""
    own = next((words for start, words in _OWN.items() if code.startswith(start)), _OWN_OF_OTHERS)
    days = [received_on]
    for sentence in said.sentences:
        for part, clause in _with_a_day_before(sentence):
            place = said.text.find(sentence) + sentence.find(part)
            if _tells(said, sentence, clause, own, place):
                days += _days(clause, received_on)
    days += _days_of_notes(said, received_on, own)
    return {day for day in days if 0 <= (received_on - day).days <= _LONGEST}


def _days(clause: str, received_on: date) -> list[date]:
    if to_come(clause):
        return []
    plain = HOUSE.sub("□", clause)
    dates = [span.day for span in printed(plain, received_on) if span.sort == "date"]
    return [*dates, *past(plain, received_on)]


def _with_a_day_before(sentence: str) -> Iterator[tuple[str, str]]:
    """Every clause, and what it tells: one that follows nothing but a word for a day with that day."""
    before = ""
    for clause in re.split(r"[，,；;]|(?<![期间日\d]):", sentence):
        yield clause, before + clause
        told = only_a_day(clause) and not re.search(_ADDRESS, sentence)
        before = clause if told else ""


def _tells(said: Said, sentence: str, clause: str, own: str, place: int) -> bool:
    """Whether a clause can only mean that this paper came: by its holder, or by its own title."""
    if not re.search(_CAME, clause) or re.search(_NOT_CAME, clause):
        return False
    if _is_of_itself(said, clause, own):
        return True
    if not _names_no_other(clause, own):
        return False
    named = re.search(_PEOPLE, clause)
    if _TOLD_DAY.search(clause):
        if not named and _OTHERS.search(sentence):
            return False
        if not re.search(_KIN, clause) and _in_the_paper(said, place):
            return False
    return bool(named) or len(_left_over(clause, own)) <= 1


def _in_the_paper(said: Said, place: int) -> bool:
    """Whether it stands among the paper's own words, where nobody but the paper tells."""
    before, after = said.text[:place], said.text[place:]
    titled = re.search(_PAPER, before) or _NUMBERED.search(before)
    return bool(_FACTS.search(before) or (titled and re.search(_OF_A_PAPER, after)))


def _names_no_other(clause: str, own: str) -> bool:
    """Whether it speaks of no party, no other thing and no other paper."""
    bare = re.sub(own, "", clause)
    return not (_OTHERS.search(bare) or re.search(_PAPER, bare) or re.search(_NOT_OWN, clause))


def _left_over(clause: str, own: str) -> str:
    return _NO_MORE.sub("", re.sub(own, "", NO_DAY.sub("", clause)))


def _is_of_itself(said: Said, clause: str, own: str) -> bool:
    """Whether it says by this paper's own title and number that it was served."""
    titled = re.search(rf"本(?:{own})|(?:{own})(?<=[书令本状票])", clause)
    if not titled or not re.search(_SERVED, clause):
        return False
    numbers = _NUMBERED.findall(clause)
    first = _NUMBERED.search(said.text)
    if first and any(number != first[0] for number in numbers):
        return False
    bare = re.sub(own, "", clause)
    return not (re.search(_PAPER, bare) or re.search(_NOT_OWN, clause) or _FACTS.search(clause))


def _days_of_notes(said: Said, received_on: date, own: str) -> Iterator[date]:
    """The days that the reader's own brackets name, in words of its coming to whomever."""
    for match in _NOTE.finditer(said.text):
        note = match[1]
        before = re.split("[。；，\n]", said.text[: match.start()])[-1]
        told = re.search(rf"{_NOTE_OF_READER}|{_CAME}|[日号]收$", note)
        if not told or not (re.search(_KIN, note) or _names_no_other(before, own)):
            continue
        for clause in re.split("[，,；;。]", note):
            came = re.search(_CAME_IN_NOTE, clause) and not re.search(_NOT_CAME, clause)
            if came and _names_no_other(clause, own):
                yield from _days(clause, received_on)
