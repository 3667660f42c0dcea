"""Signs in a message: who speaks, what it asks for, what it says. All patterns are bounded in length."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

# Before a sign, in the same clause, these turn a demand into a warning: a bank's own caution.
_WARNED = re.compile(
    r"请勿|切勿|勿|不要|不会|从不|绝不|不得|谨防|警惕|防范|严禁|禁止|无需|不用|拒绝|不索要|不收取|不向|未要求|没有要求|不需要|不能|从未授权|未授权|没有授权"
)
WARNING = re.compile(
    r"都是(?:诈骗|骗)|均为诈骗|均属诈骗|就是骗|是诈骗|提高警惕|谨防|警惕|防骗|反诈提醒|不要相信|切勿[相轻]信|请勿[相轻]信"
)
_ALL_FRAUD = re.compile(
    r"(?<!其他)(?<!其它)(?<!别的)(?<!其余)(?:都是(?:诈骗|骗)|均为诈骗|均属诈骗|就是骗|是诈骗)"
)
# What the same message asks for itself, whatever it warns of beside it.
_ASKS_ITSELF = re.compile(
    r"请(?!勿|不要|您?提高|警惕)|^(?!.*(?:要求|[让叫]|名义|为由|自称|[如若凡]|骗子|冒充|假冒|不法|陌生)).*(?:[把将]|给我(?![行司院])|^先[交付转缴])|(?<!要求)[您你]的?(?:案款|欠款|款|账户|资金)|^(?:案款|欠款|执行款|还款|款项|资金)"
)
# Who tells of an impostor warns, if the same message warns in plain words too.
_IMPOSTOR = re.compile(
    r"(?:有人|不法分子|骗子|诈骗分子|犯罪分子|谨防)[^，。]{0,4}(?:冒充|假冒|谎称)(?!您|你|我)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A message cut up: its letter-head, its opening words, its sentences and clauses."""

    text: str
    channel: str
    about: str
    head: str
    note: str
    opening: str
    sentences: tuple[str, ...]
    clauses: tuple[str, ...]
    believed: bool = False
    """Whether a paper's facts are taken as facts: a sign that is one only without is in doubt."""

    @staticmethod
    def of(text: str, channel: str, about: str) -> "Said":
        """The message in parts, in time that grows with its length and no faster."""
        plain = re.sub(r"[ \t\u3000]{1,}", " ", text)
        close = re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", plain)
        heads = re.findall(r"[【\[]([^】\]]{2,30})[】\]]", close)
        body = re.sub(r"^[\s（(【\[][^）)】\]]{0,20}[）)】\]]", "", close)
        sentences = _once(re.split(r"[。！!？?\n]", close))
        clauses = _once(c for s in sentences for c in re.split("[，,；;]", s))
        return Said(
            close,
            channel,
            about,
            heads[0] if heads else "",
            _note(close),
            body[:30],
            sentences,
            clauses,
        )


def _once(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in parts if part.strip()))


def _note(text: str) -> str:
    """What the reader put before it in brackets: how it came, who it was."""
    match = re.match(r"\s*(?:[（(]([^）)\d][^）)]{0,40})[）)]|([^：:，。（(【]{2,14})[：:])", text)
    return (match[1] or match[2]) if match else ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def says(said: Said, pattern: str) -> bool:
    """Whether the message says this anywhere."""
    return bool(_compiled(pattern).search(said.text))


# How it came, in the reader's own words before it: whom they rang is no payee.
_CAME_BY = re.compile(
    r"^\s{0,4}[（(](?=[^）)]{0,30}(?:电话|打到|打给|打来|短信|微信|寄|专递|EMS|贴|公告|信))[^）)转汇付]{0,40}[）)]"
)


def _without_note(sentence: str) -> str:
    return _CAME_BY.sub("", sentence)


# A paper of a court, an arbitral body or a notary tells of parties and of what they paid each other.
_PAPERS = r"传票|判决|裁定书|调解书|裁决|支付令|诉状|应诉|举证|质证|证据目录|执行证书|仲裁(?:通知|申请)|庭审笔录|(?:拍卖|竞买|变卖)公告|(?:竞买|拍卖)须知|成交确认"
_PARTIES = "原告|上诉人|申请人|申请执行人|出借人|债权人|第三人|案外人"
_DEBTORS = "被告|被上诉人|被申请人|被执行人|借款人|债务人|担保人"
_BIDDERS = "竞买人|竞拍人|买受人"
_A_BIDDER = re.compile(_BIDDERS)
_TOLD = re.compile(
    rf"{_DEBTORS}|{_BIDDERS}|{_PARTIES}|被害人|受害人|[诉辩]称|主张|查明|认定|双方|证据|凭证|回单"
)
_ASKED = re.compile(
    r"(?<![申聘邀提])请(?!求)|(?<!快)速(?!度|裁)|务必|加[我他她]|(?:^|[，；：:、])联系|必须|马上|[您你](?!的|名下)"
)
# Who does it in a paper: a party as the one who acts, not the one to whom something is given or whose it is.
_DOER = re.compile(
    rf"(?<![给向到至对和与还付入进按受据])(?:{_DEBTORS}|{_BIDDERS}|{_PARTIES}|双方|被害人|受害人)(?!的)"
)
_FACTS = r"事实(?:与|和|及)?理由|查明|[诉辩]称|本院认为"
_FACTS_BEGIN = re.compile(_FACTS)
_FACTS_END = re.compile(
    r"(?:[判裁]|决定|命令|通知|要求|处理|主文)[^，。：]{0,2}如下|如不服|现(?:通知|责令|要求)"
)
# What lies ahead is asked, where no contract and no claim says it: a day to come, a duty, what is gained by it.
_AHEAD = re.compile(
    rf"(?:{_DEBTORS}|{_BIDDERS})[^，。；]{{0,12}}(?:[应须需限可](?!诉|还(?!款)|付(?!款)|收|申请)|立即|[今明]日|今天)"
    r"|(?<!诉)前来|(?:\d|小时|[日天])内|[\d日号点时天]之?前|开庭前|(?<!事)先(?!后|期)|预[交缴付]|即可|(?:后|即|就|便)(?:可|能|会|将|撤|解|结|销|免|失效|退)|可(?:免|撤|解|结案|减|销|退|恢复|取保)|凭本|防止?|避免|以免"
)
_AT_ONCE = re.compile(r"立即|即刻|马上|[今明]日|今天|小时")
_AGREED = re.compile(r"约定|合同|协议|承诺|请求|主张|[诉辩]?称|证明|为由")
_PAST = re.compile(
    r"(?:曾|(?<![将把对])已)[^，。；]{0,12}(?:[转汇付交存打还借填发告收缴寄点扫]|提供|下载|安装|共享|输入)|被(?:转|骗|盗)|为由|[诉辩]称"
    r"|(?<![为除])了(?![解结])|[转汇付交存打还借填收给告]过(?![户渡程])"
)
# How a loan was come by, of which a complaint tells: by showing one's face too, and by no link.
_LENT = re.compile(
    r"(?:完成|提交|办理|确认|签订|取得)[^，。]{0,4}(?:借款|贷款|放款|申请|借款合同)(?!注销)"
    r"|^(?!.*(?:点击|链接|扫码|下载)).*(?:完成|通过|经过?)[^，。]{0,6}(?:人脸|实名|身份|活体)[^，。]{0,3}(?:识别|认证|验证|核验|核实|检测)(?!后?[即可才方])"
)
_SAID_BY = re.compile(
    rf"(?:{_DEBTORS}|被害人|受害人)[^，。]{{0,4}}(?:要求|称)|(?:诱[骗导使]|骗|指使|要求|让)(?:被害人|受害人)"
)
# A list of what was paid, as evidence.
_RECORD = re.compile(r"^(?!.*(?:[提发]|交|凭|出示|拍)).*(?:记录|流水|回单|明细|凭证)$")
_HANDS_OUT = re.compile(
    rf"(?<![给向到至对和与还付入进按受据])(?:{_DEBTORS}|{_BIDDERS})(?!的)[^，。；]*(?:[将把可扫]|凭)"
)
# No party pays or tells these anything in a claim against a debtor; that it once happened may be told.
_OFFICERS = re.compile(
    r"法官|书记员|执行员|法警|干警|警官|民警|检察官|承办人|经办人|(?:给|到|至|入)我(?!院|行|司|公司|方|们)"
)
_PAYEE_PARTY = re.compile(
    rf"(?:[到给至入进向][^，。]{{0,6}}|付[^，。]{{0,2}}|[偿归返]还)(?:{_PARTIES})(?!的?(?:委托|诉讼)?(?:代理|律师|业务|员工|客服|经理|财务|工作))"
)
# Papers that end a case name the account of whom to pay; only of such a paper is a person's account believed.
_SETTLED = r"调解书|调书|调解协议|和解(?:协议|笔录)|民特|司法确认|判决如下|履行判决"
_DEBTOR_PAYEE = re.compile(r"[向到给至入进][^，。]{0,2}(?:被告|借款人|被申请人|被执行人)")
_TO_ACCOUNT = re.compile(
    r"(?<!\d)62\d{2}[\d*＊ ]{6,20}|收款(?:码|二维码)|(?:个人|私人)(?:账|帐|微信|支付宝|银行卡|收款)"
)


def _told(said: Said, sentence: str, match: re.Match[str]) -> bool:
    """Whether a paper tells this of a party and asks nothing of the reader: who asks names an account or a code."""
    if not _is_paper(said) and not says(said, _PAPERS):
        return False
    start, end = match.span()
    around = sentence[max(0, start - 40) : end + 24]
    own = sentence[max(0, start - 16) : end + 12]
    if _TO_ACCOUNT.search(around):
        settled = said.channel in ("paper", "letter") and says(said, _SETTLED)
        payee = _DEBTOR_PAYEE.search(own) or (settled and _PAYEE_PARTY.search(around))
        # Whom a creditor names for it may be anybody.
        believed = said.believed or "指定" not in around
        return bool(payee) and believed and not _ASKED.search(around)
    if _PAYEE_PARTY.search(own):
        return True
    _, clause = _clause(sentence, match)
    ahead = _AHEAD.search(clause) and not _AGREED.search(around)
    somebody = _TO_SOMEBODY.search(clause) and not _PAST.search(clause)
    return bool(_TOLD.search(around)) and not (ahead or somebody or _ASKED.search(around))


def _is_paper(said: Said) -> bool:
    return said.channel in ("paper", "letter", "web")


def _clause(sentence: str, match: re.Match[str]) -> tuple[str, str]:
    """What leads to the match in its own clause, and the whole clause."""
    led = re.split("[，；：:]", sentence[: match.start()])[-1]
    return led, led + match[0] + re.split("[，；]", sentence[match.end() :])[0]


def _of_a_party(said: Said, sentence: str, match: re.Match[str], grave: bool) -> bool:
    """Whether a paper says that a party did it, or agreed to: money, a code, an App.

    Of what is `grave` nobody has a right, so that only what is told as past or as said by a debtor is excused.
    """
    if not says(said, _PAPERS) or not (_is_paper(said) or says(said, _FACTS)):
        return False
    led, clause = _clause(sentence, match)
    near = sentence[max(0, match.start() - 40) : match.start()] + clause
    doers = _DOER.findall(led + match[0])
    within = clause if doers else near
    if "保证金" in match[0] and _A_BIDDER.search(within):
        return not (_TO_ACCOUNT.search(within) or _TO_SOMEBODY.search(within))
    if _ASKED.search(within) or _AT_ONCE.search(clause) or not _DOER.search(near):
        return False
    facts = _in_the_facts(said, sentence, match)
    ahead = _AHEAD.search(clause)
    past = _PAST.search(clause) or _RECORD.search(clause) or (facts and _LENT.search(clause))
    believed = said.believed and facts and bool(doers)
    if grave or (_OFFICERS.search(clause) and not believed):
        return bool(past and not ahead) or bool(grave and _SAID_BY.search(led + match[0]))
    to_party = not _TO_ACCOUNT.search(clause) or past or _PAYEE_PARTY.search(clause)
    if _AGREED.search(near) and to_party:
        return True
    return not ahead and bool(past or (facts and doers and (believed or not _hands_out(clause))))


def _hands_out(clause: str) -> bool:
    """Whether who owes is to pay into an account or a code, as an order would put it."""
    return bool(_TO_ACCOUNT.search(clause) and _HANDS_OUT.search(clause))


def _in_the_facts(said: Said, sentence: str, match: re.Match[str]) -> bool:
    """Whether it stands in the part that tells what happened, which ends where the court decides."""
    before = said.text[: said.text.find(sentence) + match.start()]
    facts = [found.end() for found in _FACTS_BEGIN.finditer(before)]
    return bool(facts) and not _FACTS_END.search(before, facts[-1])


def _warned(said: Said, sentence: str, match: re.Match[str]) -> bool:
    """Whether the sentence warns of it: in its own clause, as a fraud that others try, or where nothing is asked."""
    if not WARNING.search(sentence) and not (
        _IMPOSTOR.search(sentence) and WARNING.search(said.text)
    ):
        return False
    led, clause = _clause(sentence, match)
    if WARNING.search(clause) or _ALL_FRAUD.search(sentence, match.end()):
        return True
    return not (_ASKS_ITSELF.search(led + match[0]) or _ASKS_ITSELF.search(clause))


# A bank's own record of what was paid.
_BOOKED = re.compile(
    r"支出|(?:已|正在)受理(?![后就即才])|受理(?:中|成功)(?![后就即才])|成功(?![后就即才]|，?[^，。]{0,4}(?:截图|[发告联回]|通知))|如非本人|余额\d|收到[^，。]{0,12}转账"
)
_WHOSE = re.compile(r"[您你]|尾号\d{3,4}|\d日|账户")
_ASKS_NOW = re.compile(
    r"请|[应须需]|先|后|即|才|再|务必|今[天日]|明[天日]|尽快|解[冻封]|[撤销][案账诉]|减免|激活|验证|核查"
)


def _booked(sentence: str, match: re.Match[str]) -> bool:
    """Whether a record says that it was paid: whose account, and that it went out, with nothing asked."""
    led, clause = _clause(sentence, match)
    start = match.start() - len(led)
    whose = _WHOSE.search(sentence[:start] + clause)
    return bool(whose and _BOOKED.search(sentence, start) and not _ASKS_NOW.search(clause))


# What comes to the reader, told by them, and what their own people paid at an office's counter.
_OVER = re.compile(r"(?:手[里上中])?了(?![吗没么解结])")
_TO_ME = re.compile(r"(?:给|到|还)(?:了|过)?我(?:的?(?:银行|工资)?卡[上里]?)?$")
_PRESSED = re.compile(
    r"[您你请先]|才|就|否则|不然|[撤销][案账诉]|马上|立刻|立即|今[天晚日]|减免|帮"
)
_TOLD_ME = re.compile(r"[说告]|通知|来电|欠我|退[给我的]|补[给偿]|下[周个月]|月底")
_AT_AN_OFFICE = re.compile(r"(?:派出所|公安局|交警队?|法院|银行|柜台|窗口)[^，。；]{0,6}$")


def _own_story(sentence: str, start: int, end: int) -> bool:
    """Whether the reader tells what is or was paid to them, or was paid at an office: nobody asks for it."""
    if _PRESSED.search(sentence):
        return False
    over = _OVER.match(sentence, end)
    if _TO_ME.search(sentence[start:end]):
        return bool(over or _TOLD_ME.search(sentence[:start]))
    return bool(over and _AT_AN_OFFICE.search(sentence[start:end]))


def _demands(
    pattern: str, unless: str = "", *, but: str = "", told: bool = False, grave: bool = False
) -> Callable[[Said], bool]:
    """A sign that counts where its sentence demands it, and not where it warns of it or, if `told`, tells it.

    Nor where the sentence holds the excuse `unless`, but for words in `but` that take the excuse back.
    """
    wanted, excuse = _compiled(pattern), _compiled(unless) if unless else None
    back = _compiled(but) if but else None

    def excused(sentence: str) -> bool:
        return bool(excuse and excuse.search(sentence) and not (back and back.search(sentence)))

    def found(said: Said) -> bool:
        for whole in said.sentences:
            sentence = _without_note(whole)
            if excused(sentence):
                continue
            for match in wanted.finditer(sentence):
                clause = re.split("[，,；;：:]", sentence[: match.start()])[-1]
                if _WARNED.search(clause + match[0][:4]) or _warned(said, sentence, match):
                    continue
                if told and (_booked(sentence, match) or _own_story(sentence, *match.span())):
                    continue
                if _of_a_party(said, sentence, match, grave):
                    continue
                if told and _told(said, sentence, match):
                    continue
                return True
        return False

    return found


def _plainly(pattern: str, unless: str) -> Callable[[Said], bool]:
    """A sign that is itself a prohibition, such as secrecy."""
    wanted, excuse = _compiled(pattern), _compiled(unless)
    return lambda said: any(
        match and not excuse.search(s) and not _of_a_party(said, s, match, grave=True)
        for s in map(_without_note, said.sentences)
        for match in [wanted.search(s)]
    )


_PAY = r"(?:转(?!让|告|达|发|移|送|办|为)|汇(?!报)|打(?!电话|扰|折|来|过来|官|给[您你]|卡背|客服|银行的?(?:电话|客服))|付(?!清)|存(?!在)|还(?!款记录)|缴|交(?!由)|充)"
_TO = r"(?:转(?!让|告|达|发|移|送)|汇|打(?!电话)|存|付|还)(?:账|款|钱)?(?:到|给|至|入|进)"
_TO_NAMED = r"(?:转(?:账|款|钱)(?:到|给|至|入|进)|转[到至入进]|(?:汇|打(?!电话)|存|付|还)(?:账|款|钱)?(?:到|给|至|入|进))"
"""As `_TO`, without 转给: what is passed on to a person may be a paper, so `_handed_over` looks at what it is."""
_WHO = r"(?:个人|私人|财务|会计|出纳|经理|主任|主管|专员|老师|法官|警官|书记员|律师|客服|我|本人(?!的?(?:银行)?(?:卡|账户)，?(?:切勿|请勿|不要|勿)[^，。]{0,4}转[^，。]{0,6}个人)|他|她|对方)"
_WORKER = r"(?:财务(?!室|处|部|公司|专户)|会计|出纳|经理|主任|主管|组长|专员|业务员|助理|老师|法官|警官|民警|书记员|执行员|审判员|公证员|仲裁员|干警|法警|承办人|经办人|经手人|催收员|(?:办案|工作)人员|律师(?!事务所|费)|客服)"
_PERSON = rf"(?:{_WORKER}|我(?!自己|的?信用|院|行|司|公司|方|们|国|会|所|中心)|(?<!其)[他她](?!人|们|行|院))"
"""Whoever has no account that a debt or a court's fee is paid to."""
_MONEY_NAMED = (
    r"(?:[款钱]|现金|(?:诉讼|受理|执行|保全|服务|手续|保证|罚|押|定)[费金]|\d[元块万]|[百千万]元)"
)
_HOLD = r"(?:账户|帐户|账号|帐号|卡号|银行卡|微信|支付宝|收款码|户头|卡上|卡里|卡)"
_PAYEE = r"(?:户名|收款人|收款户名|开户名|持卡人)(?:显示)?"
_PAYEE_OF_CARD = r"(?:户主|开户人|卡主|名字|姓名|显示|实名)"
_SURNAME = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑罗梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
_STARRED = r"(?<![\d*＊号])[*＊]{1,2}(?![*＊的尾卡号账])[\u4e00-\u9fff](?:(?!的)[\u4e00-\u9fff])?(?=[，。；、,;）)\s是的备\d付微支（(账卡名！?]|$)"
"""As a payment App shows a name: the first sign hidden."""
_MASKED = rf"(?:{_STARRED}|(?![号卡尾户])[\u4e00-\u9fff][*＊×xX](?!区|市|县|省|公司|银行|法院)|[{_SURNAME}]某某?(?!某|区|市|县|省|[^，。]{{0,6}}(?:公司|银行|法院|分行|支行|平台|小贷|消金)))"
_TO_SOMEBODY = re.compile(rf"{_MASKED}|{_OFFICERS.pattern}|{_WORKER}")
_FEES = r"(?:撤案费|撤诉费|解冻[金费款]|解封[金费]|解控[金费]|销案[费金]|疏通费|包装费|激活[费金]|验证[金费]|认证[金费]|流水[费金]|渠道费|诚意金|修复费|保密费|消除费|洗白费|担保金|履约金|意向金|会员费|入会费|风险金|信誉金|信用金|诚信金|押金|定金|取保(?:候审)?(?:保证)?[金费])"
_SOFT_FEES = r"(?:服务费|手续费|咨询费|代理费|材料费|资料费|保证金|前期费|工本费|公证费|调解费|评估费|保险费|律师费|费用|(?<!足)(?<!清)款项|报名费|建档费|认证费)"
_DONE = r"(?:消除|清除|洗白|修复|撤案|撤诉|解冻|解封)"
_CODE = r"(?:验证码|动态码|校验码|短信码|口令|支付密码|银行卡密码|登录密码|密码)"

_RECORDS = r"(?:电子)?(?:记录|截图|凭[证据]|回单|明细|流水)|单|页|的|方式|等|功能|限额|给(?:被告|原告|[您你])|[到至](?:被告|您?本人|您的|您名下)|交付|出借|、|还款(?![^。]{0,20}(?:给|专员|加|我(?!行)|经理|个人|老师|账号))"
"""What stands after a transfer that is spoken of and not asked for."""
_STAFF = r"(?:财务(?!室|处|部)|会计|出纳|经理|组长|主管|同事|专员|客服|业务员)"
_SOMEBODYS = (
    rf"(?:[钱款元]|\d)[^。，]{{0,4}}(?:走|打|转|付|存|汇)[^，。]{{0,6}}{_STAFF}[^，。]{{0,6}}{_HOLD}"
    rf"|(?:走|打|转|付|存|汇)[^，。]{{0,4}}我们?(?:爱人|老婆|老公|媳妇|同事|财务|家人|朋友|[姐哥弟妹妈爸]|儿子|女儿)的?{_HOLD}(?!里?上?了)"
)
"""The account of whoever works there, or of the sender's own people."""
_NAMED_PAYEE = _demands(
    rf"{_PAYEE}(?:为|是|[:：])? ?(?!某)[\u4e00-\u9fff][*＊×xX某]{{1,2}}(?!区|市|县|省|公司|银行|法院)"
    rf"|{_PAYEE}(?:为|是|[:：])? ?(?![\u4e00-\u9fff]{{0,3}}(?:院|公司|银行|中心))[\u4e00-\u9fff]{{2,4}}[ ，、/(（][^。]{{0,24}}62\d{{2}}[\d*＊ ]{{3,20}}"
    rf"|{_PAYEE}(?:为|是|[:：])? ?[{_SURNAME}][\u4e00-\u9fff]{{1,2}}[ ，、/(（；;][^。]{{0,24}}(?:账号|帐号|卡号|开户行)"
    rf"|{_PAYEE}(?:为|是|[:：])? ?{_STARRED}|(?:[转打汇存付扫]|还到)[^。]{{0,30}}{_PAYEE_OF_CARD}(?:的?是|为|[:：])? ?(?:{_STARRED}|(?!某)[\u4e00-\u9fff][*＊×xX](?!区|市|县|省))"
    rf"|(?:[转打汇付扫]|还到)[^。]{{0,30}}{_STARRED}是我|显示[^。，]{{0,6}}(?:我|别人|个人|同事|财务|员工)[^。，]{{0,4}}名字",
    r"(?:您|你)(?:已|于|的)[^。]{0,16}(?:转账|付款|汇款|支付|转出)[^。，]{0,10}(?:成功|元)(?!后)|(?:被告|原告|被执行人)(?:姓名)?[:：]",
    but="专员|请[您你]?(?:转|打|付|扫)",
    told=True,
)
"""A person's name where the payee's stands: no court's account beside it excuses that."""
_ELSEWHERE = _demands(
    rf"{_PAY}[^，。加]{{0,14}}{_WHO}的?(?:个人|名下|这个)?{_HOLD}|{_PAY}[^，。]{{0,8}}(?:到|给|至|入|进|往|还)[^，。]{{0,6}}{_WORKER}(?!已|所|告知|提供|联系|指导|通知|发送)[^，。、]{{0,10}}(?<!对公)(?:账户|卡(?!号)|收款码|户头)(?!中心|部)"
    rf"|{_MONEY_NAMED}[^，。]{{0,10}}{_TO}[^，。]{{0,8}}{_PERSON}[^，。、]{{0,10}}(?:微信|支付宝)|加[^，。]{{0,6}}{_PERSON}[^，。]{{0,6}}(?:微信|QQ)[^。]{{0,10}}(?:扫码|转账|转钱|付款|付钱|(?<!了解)(?<!咨询)(?<!查询)(?<!沟通)(?<!协商)还款(?![方计事协明记优])|还钱|交钱|交款)"
    rf"|(?<!已)(?<!成功)向[^，。]{{0,8}}{_PERSON}[^，。]{{0,6}}(?:转账|转款|付款|汇款|打款|支付)(?!{_RECORDS})|(?:转账|转款|付款|汇款|打款|支付|转|付)[^，。]{{0,4}}\d[\d,.]*[万元块]*给[^，。]{{0,8}}{_PERSON}"
    rf"|{_MONEY_NAMED}[^，。已会]{{0,10}}(?:支付|付|汇|打|还|交)(?:款|账)?(?:(?:给|予)(?!了|过)[^，。]{{0,3}}{_PERSON}|(?:至|到)[^，。]{{0,3}}{_WORKER})(?!已|告知|提供)|{_TO_NAMED}[^，。；;：:]{{0,14}}{_MASKED}"
    rf"|(?:缴纳?|交纳?|支付|付款?)[^，。]{{0,14}}(?:到|给|至|入){_MASKED}(?=[^，。]{{0,6}}(?:微信|支付宝|卡|账户|收款))|联系[^，。]{{0,4}}{_WORKER}[^，。]{{0,4}}(?:付款|转账|打款|交钱|交款|[付转]\d)"
    rf"|户名(?:为|是|[:：])?(?:个人|我)|(?:个人|私人)(?:账户|收款码|银行卡|微信|支付宝)[^。]{{0,12}}{_PAY}"
    rf"|{_PAY}[^。]{{0,24}}(?<!\d)62\d{{2}}[\d*＊ ]{{6,20}}|{_PAY}(?:给)?我(?:的)?(?:微信|支付宝|卡|银行卡|就行|即可)|(?:请|把|将|[你您])[^，。]{{0,14}}{_PAY}[^，。]{{0,6}}(?:到|给|至|入|进)我(?!自己|行|院|司|们|公司|会)[^，。]{{0,6}}(?:行|银行|信用社)卡"
    rf"|(?:扫|{_PAY})[^。]{{0,14}}(?:收款码|收款二维码)|(?:收款码|收款二维码)[^。]{{0,12}}(?:扫|{_PAY})|扫(?:这|我|下面)[^，。]{{0,4}}码[^，。]{{0,2}}付|(?:还款|付款)扫(?:这|我|下面)|扫(?:这个|我)[^。]{{0,24}}付\d|扫[^，。]{{0,2}}我[^，。]{{0,4}}码[^。]{{0,10}}(?:还|付|转|交|钱)|(?:还|付|转|打)[到进][^，。]{{0,4}}(?:二维码|码)里|{_SOMEBODYS}|微信红包|发红包"
    rf"|(?:微信|支付宝)(?:直接)?转(?:账(?!{_RECORDS})|过来)|转账给(?:我|他|她)(?!人|行|司|院|公司|们(?!财务|会计)|的(?!卡|账|银行)|看)|转(?:账)?到(?:我|他|她)的?(?:卡|账|微信|支付宝|银行|名下)|\d[^，。]{{0,8}}转到我|{_PAY}[^，。]{{0,10}}(?:私户|私人户|私账)",
    r"对公(?:账户|户)(?!验)|诉讼费专户|(?:法院|本院).{0,8}(?:专户|账户)|(?:户名|收款(?:单位|人|方))(?:为|是|[:：])? ?[\u4e00-\u9fff]{2,20}(?:法院|公司)|户名(?:为|是|[:：])? ?[\u4e00-\u9fff]{2,16}银行(?:股份有限公司)?(?:信用卡中心|[\u4e00-\u9fff]{0,8}[分支]行|营业部)?(?=[，；,;）)]|$)|(?:本人|您)(?:名下)?的?(?:绑定)?(?:的)?(?:还款|扣款|信用)(?:银行)?(?:卡|账户)(?!人)|本人名下.{0,6}(?:扣款|还款)卡|案款[^。，]{0,8}(?:转入|汇入|打入|发放[到至])[你您](?:的)?本人",
    but=r"专员|经理|组长|客服|业务员|截图|回执|减免",
    told=True,
)

_IN_HAND = _demands(
    rf"{_MONEY_NAMED}[^，。]{{0,10}}(?:交|拿|送|带|付)(?:到|给|至|予)?[^，。]{{0,6}}{_PERSON}[^，。]{{0,4}}(?:手[上里中]|当面)|当面[^，。]{{0,4}}(?:交|付|给)[^，。]{{0,6}}{_PERSON}[^。，]{{0,4}}{_MONEY_NAMED}|"
    r"(?:买|购|充)[^。]{0,16}(?:礼品卡|购物卡|点卡|充值卡|E卡|油卡)[^。]{0,30}(?:密|拍|发|报|告诉|刮开)|卡密[^。，]{0,8}(?:发|拍|给|报|告诉|念)|(?:发|拍|报|给|念)[^。，]{0,8}卡密"
    r"|(?:取|提|换)[^。，]{0,8}(?:现金|现钞)[^。]{0,40}(?:上门|登记|封存|核查|清点|来取|来收|派人|交给)|(?:钱|存款)[^。，]{0,6}(?:取|提)出来?[^。]{0,24}(?:派人|来收|来取|上门|封存|交给|登记)|(?:现金|现钞)[^。]{0,12}(?:交给|给)[^。，]{0,8}(?:法警|法官|警官|民警|干警|专员|人员|我们|的人)|(?:派人|专人|上门)[^。，]{0,8}(?:取|收)(?:现金|现钞|钱)"
    r"|给[^，。]{0,2}(?:财务|会计|出纳|经理|主任|主管|专员|老师|法官|警官|书记员|客服|我)[^，。]{0,4}(?:打|转|汇|付|交)(?!12\d{3}|9\d{4}|1[03-9]\d|0\d|400)(?:\d{3,6}|[一二三四五六七八九两][百千万])",
    r"已(?:缴|交|付)",
    told=True,
)
"""What is as good as money in somebody's hand: cash to be fetched, the secret number of a bought card."""

# 转给 is said of money and of papers alike; the last of the two that was named is what is meant.
_PASSED_ON = re.compile(
    rf"(?:转给(?:我|他|她|{_MASKED}|(?:[{_SURNAME}][\u4e00-\u9fff]?)?(?:{_WORKER}|主任|律师|对方))(?!们?(?:公司|单位|行|司|院))|(?:微信|支付宝)(?:直接)?转(?:给(?!被告|原告|[您你])|我))(?P<after>[^。]{{0,12}})"
)
_MONEY = r"[元钱块]|(?<![贷借])款(?!通知)|(?<!免)费(?!用?(?:通知|清单))|(?<!资)金(?!融|额)|红包|本息|余额|尾数|(?<![年月号民执初调\d（(])\d{3,7}(?![\d年月日号民执]|\d*[*＊×])"
_PAPER = r"传票|文书|材料|信(?!用|贷|誉|誉金|息费)|函|短信|照片|图片|截图|通知|快递|专递|邮件|诉状|诉讼|支付令|[书状证]|消息|链接|视频|复印件|原件|法院的|单子|单据|录音|公告"
_NOUN = re.compile(rf"(?P<money>{_MONEY})|(?P<paper>{_PAPER})")
_WAS_PASSED = re.compile(r"^(?:了|的|过|看|[,，]?(?:我|他|她)(?:才|也|刚|又)|[)）])")
# Who passed it on is told, not asked: a relative, a neighbour, the porter.
_SOMEBODY = re.compile(
    r"^(?!.*(?:请|让|叫|把|将|[你您元钱款])).*(?:[爸妈爹娘哥姐弟妹婆公爷奶叔婶舅姨姑嫂媳他她]|儿子|女儿|爱人|老婆|同事|同学|朋友|邻居|室友|房东|物业|前台|门卫|保安|收发|社区|居委|村|网格|单位|HR|人事|驿站|昨天|刚|才)"
)
_TAKES_IT = re.compile(
    r"^[^，。]{0,2}(?:就|即|立|马|我(?:来|帮|替|给|再)|帮|替|处理|销|结|入账|\d{2,}|[一二三四五六七八九两][百千万]|钱)"
)
_WANTS_IT = re.compile(r"请|直接|马上|现在|今[天晚日]|尽快|立即|必须|务必|[你您]")


def _handed_over(said: Said) -> bool:
    """Whether money is to be passed on to a person; a summons that a neighbour passed on is none."""
    for sentence in map(_without_note, said.sentences):
        for match in _PASSED_ON.finditer(sentence):
            before = sentence[max(0, match.start() - 40) : match.start()]
            clause = re.split("[，,；;：:]", before)[-1]
            if _WARNED.search(clause) or _warned(said, sentence, match):
                continue
            told = _own_story(sentence, match.start(), match.start("after"))
            if told or _booked(sentence, match) or _told(said, sentence, match):
                continue
            if _of_a_party(said, sentence, match, grave=False):
                continue
            if _is_money(said, before, clause, match):
                return True
    return False


def _is_money(said: Said, before: str, clause: str, match: re.Match[str]) -> bool:
    """What was named last before it, else what is said after it, else whether it is asked for at all."""
    after, named = match["after"], [*_NOUN.finditer(before)]
    if _SOMEBODY.search(clause):
        return False
    if named and named[-1]["money"]:
        return not (_WAS_PASSED.match(after) and "paper" in {m.lastgroup for m in named})
    if _WAS_PASSED.match(after):
        return False
    if _TAKES_IT.match(after):
        return True
    if named:
        return False
    return bool(_WANTS_IT.search(clause) and re.search(_MONEY, said.text))


_FEE_FIRST = _demands(
    rf"(?:先|预|前期|需|须|要|请|缴|交|付|收|转|打|支付|微信).{{0,12}}{_FEES}|(?:{_PAY}|[缴交]纳|支付)[^。，]{{0,30}}(?:作为?|做为|当|充当|算){_FEES}|{_FEES}[^。]{{0,10}}(?:\d|先|交|付|转|缴|元|即|就|后|才)"
    rf"|(?:费用|收费)[^。，]{{0,6}}\d[^。]{{0,14}}{_DONE}|{_DONE}[^。]{{0,16}}(?:费用|收费)[^。，]{{0,4}}\d|先款|先付款|先交钱|先收钱|先打款|(?:先|(?<!已)预|提前(?!还|结清|偿|全|到期)|(?<!不收)前期|只需|仅需|首付)[^。，]{{0,10}}{_SOFT_FEES}|{_SOFT_FEES}[^。]{{0,16}}(?:即可|才能|才可|就能|就可以|之后|后.{{0,6}}(?:办|放款|撤|解|消|恢复|出方案|到账|处理|提现)|全退|退还|不成功|不过退)"
    rf"|(?:保证金|服务费|手续费|咨询费|代理费|[材资]料费|前期费|工本费)[^。]{{0,12}}(?:先|须|需|请|[你您])[^。，]{{0,6}}(?:缴|交|付)(?!清)"
    rf"|(?:先|预)(?:付|交|收)(?:一半|定|\d|[一二三四五六七八九十百千几])|(?:缴费|交费|付费|扫码付|缴款)[^。，]{{0,8}}(?:解除|消除|取消|撤销|解封|解冻)"
    rf"|(?:交|付|缴纳?|支付|收取?|转|打款?)[^。，]{{0,10}}保证金|收(?:取)?[^。，]{{0,8}}(?:\d{{1,3}}%|百分之)[^。]{{0,6}}|刷[^。，]{{0,10}}流水|(?:打|转|付|交|充)(?:\d{{3,6}}|[一二三四五六七八九两][百千万])[^。，]{{0,6}}(?:激活|解冻|认证|验证|解锁)|(?:先|要|需|再)[^。，]{{0,6}}(?:打(?!印)|存|转|充|补)(?!账流水)[^。，]{{0,10}}流水(?!号)|(?:支付|付|交|缴)[^。，]{{0,6}}(?:重派|补派|改派|重新派送|清关|仓储|滞留|激活|解锁)费|(?:填错|填写错误|卡号错|卡号有误|账号错|账号有误|信息有误)[^。]{{0,30}}(?:先|要|需)[^。]{{0,8}}(?:打(?!电话|印|[开1])|转|交(?!材料)|存|充)|(?:做|走|跑|包装)(?:一?下?)?(?:银行)?流水|(?:不成功|办不成|没办好).{{0,4}}(?:全退|退款)"
    r"|(?:交|付|缴|转|打)[^。，]{0,12}(?:即可|马上|立即|就|后).{0,4}(?:撤案|销案|解冻|撤诉|放款|洗白|消除)",
    r"(?:法院|[本我]院|仲裁委员会|仲裁委).{0,10}(?:专户|账户)|收款单位[^。，]{0,20}法院|受理费|诉讼费|法拍|竞买|司法拍卖|(?:前期|事前|事先)(?:都|一律|完全|一分)?(?:不|零)(?:先)?(?:收|要)|(?:申请人|被执行人)[^。]{0,12}提供[^。，]{0,12}(?:担保|保证)|(?:账单|本期|应还|月供)[^。]{0,16}(?:含|其中|包括)[^，。]{0,6}费\d",
    but=r"只收|只要|先[交付打转]|[押定]金|[材资]料费|^(?!.*(?:竞买|竞拍|拍卖|变卖|保全)).*保证金|前期费|解[冻封控][金费款]|撤[诉案][金费]|销案[金费]|(?:诚意|意向|履约)金",
    told=True,
)
EASED = r"催收[^。，]{0,4}[挡拦]|[帮替][您你][^。，]{0,10}谈|[停挡拦]催|催收[^。，]{0,6}(?:不再?打|停)|停息|延期|展期|分期|减免|协商|对接|上岸|债务"
_ARRANGED = rf"{EASED}|注销|关闭[^。，]{{0,6}}额度|解冻|解封|解除|撤案|销案|验证|核验|恢复额度|提额"
_NO_FEE = r"受理|诉讼|申请执行|执行|保全|鉴定|公告|评估|邮寄|送达|上诉|反诉|仲裁|律师|违约|滞纳|利息|罚|息|资|年|月|手续|本|现|基|公积|租|佣|奖|金|消|缴|交|付|收|话|水|电|学|物业|保险|停车|宽带|养老|医疗|社保"
_FEE = rf"(?<!{_NO_FEE.replace('|', ')(?<!')})(?:费(?!金融|用卡|者)|金(?!额|融|条|币|卡))|(?:启动|诚意|前期|保证|意向|验证|核验|担保|预付|履约|合作|建档|锁定|认证)(?:款|资金)|(?:等额|同等|相同)[^。，]{{0,3}}(?:金额|资金|款)"
_BEFORE = _demands(
    rf"(?:先|预|前期|提前(?!还|结清|偿|全|到期)|需|须|要|得)[^。，不]{{0,6}}(?:付|交|缴|存|打(?!电话)|转|支付|汇|充)[^。，]{{0,14}}?(?:{_FEE})"
    rf"|(?:先|预|前期)[^。，不]{{0,6}}(?:收|只要|只需)[^。，]{{0,10}}?(?:{_FEE})|签约[^。，]{{0,2}}付|先[付交]后|另[付收交][^。，]{{0,6}}(?:{_FEE})|(?:付|收|交|补)[^。，]{{0,4}}尾款|扫码[^。，]{{0,4}}(?:下单|购买)|下单[^。，]{{0,4}}[即就马立]"
    rf"|(?:付|交|缴|转|打)\d{{2,6}}元?[^。，]{{0,4}}(?:{_FEE})"
    r"|先[^。，不]{0,4}[拿给出][^。，]{0,4}\d[^。，]{0,6}[块元钱费]|(?:先|需|要)[^。，不]{0,4}(?:购买|买|开通)[^。，]{0,8}(?:会员|套餐|服务|课)"
    rf"|(?:付|交|缴纳?|打(?!电话)|转|支付|汇)[^。，]{{0,14}}?(?:{_FEE})[^。]{{0,10}}(?:当天|当日|即可|就|马上|立即|才|后|再|生效|启动)"
    r"|(?:付|存|打(?!电话)|转|充)(?:进|入)?[^。，]{0,14}(?:资金|款项|金额|元|钱)[^。，]{0,6}(?:验证|核验|证明|检测|证实|激活|认证)",
    r"受理费|诉讼费|(?:法院|本院|仲裁委员会|仲裁委|公证处).{0,10}(?:专户|账户)|法拍|竞买|保全担保|(?:成功|办成|谈成|事成|协商好)[^。，]{0,4}(?:后|再|才)[^。，]{0,4}(?:付|收|交)",
)


_FOR_FAVOURS = _demands(
    r"(?:先|要|给|拿|花|费用|\d|[一二三四五六七八九十两][百千万])[^。]{0,12}打点|打点[^。，]{0,6}(?:费|钱|\d)|(?:追回|追损|挽损|挽回|拦截)[^。]{0,30}(?:先|需|要)[^。，不]{0,4}(?:付|交|转|打|缴)[^。，]{0,8}(?:\d|费|金)|(?:先|需|要)[^。，不]{0,4}(?:付|交|转|打|缴)[^。]{0,20}(?:追回|追损|挽损)|[只仅]收[^。，]{0,8}(?:资料|材料|建档|前期)费|(?:先|预)[^。，不]{0,4}(?:付|交|收)[^。，]{0,4}(?:首款|头款|首笔款)",
    r"受理费|诉讼费|执行费|本院|保全费|公告费",
    told=True,
)
"""Money for pulling strings, for getting back what was lost to a fraud, or as a first part of a fee."""


def _asked_before(said: Said) -> bool:
    """Money wanted first, whatever it is called, by who offers to arrange the debt."""
    return says(said, _ARRANGED) and _BEFORE(said)


# A loan that waits for money from who borrows: paid in for whatever it is called, and by whatever word.
_PAYOUT = r"(?:放款|下款|出款|批款|放贷|拨款|提现|提款|取现|额度[^。，]{0,2}到账|(?:全款|款项|资金|贷款)下发|贷款(?:就|即|便|自动|立即|马上|才|会)?(?:能)?(?:到账|发放|激活)|发放贷款)"
_PAY_IN = r"(?<!已)(?<!您)(?:充值|充(?!分|足|电)|缴付|补缴|补交|补足|补充(?=[^。，]{0,6}(?:资金|款|元|\d))|缴存|缴纳|缴清|缴齐|交齐|交清|交纳|缴费|交费|付费|付款(?!码)|预存|预交|预缴|预付|垫付|垫资|存入|存够|转入|汇入|打入|汇款|打款(?!给[您你])|转账|转(?=\d)|转(?=[^，。]{0,10}(?:元|资金|款项))|打(?=[^，。]{0,6}\d)|汇(?=[^，。]{0,6}\d)|存(?=[^，。]{0,6}\d)|交(?=[^，。]{0,6}\d)|付(?=[^，。]{0,6}\d)|支付(?!宝|密码|方式|功能|成功|分|口令)|购买|开通|办理(?=[^，。]{0,6}(?:会员|保险|VIP))|升级(?=[^，。]{0,6}(?:会员|VIP|套餐))|(?:先|提前)还(?:第一|首)[期月])"
_WAITS = r"(?:放款|下款|提现|提款|取现|出款|到账|贷款|借款|额度|资金)[^。]{0,16}(?:冻结|失败|异常|有误|错误|填错|风控|受限|拦截|锁定|待激活|未激活|托管|卡住|驳回|不足|超时|无法|关闭|不符|被锁|锁单)|锁单|(?:收款|绑定)[^。，]{0,8}不符|(?:冻结|失败|异常|有误|错误|填错|风控|受限|不足|不够|未通过)[^。]{0,16}(?:放款|下款|提现|提款|取现|出款|还款能力)|(?:证明|验证|核实|验资|检测)[^。，]{0,8}(?:还款能力|还款实力|收入能力)|(?:信用分|评分|流水|等级)[^。，]{0,8}(?:不足|不够|偏低|过低)"
_RETURNED = r"(?:后|即|会|可|全部|一并|一起|一同|原路|全额|随|自动)[^。，]{0,12}(?:退回|退还|返还|返回|抵扣|退给|打给[您你]|到账)"
# What is owed on a loan that was paid out is no fee, nor what a bank has insured or a court orders.
_OWED_NOW = r"应还|本期|账单|逾期|欠款|扣款(?:卡|账户)|还款(?:卡|账户|日)|结清|自动扣|话费|车损?险|车辆保险|家财险|财产险|抵押|(?:到|去|来)[^。，]{0,8}(?:网点|柜台|支行)|月供|受理费|诉讼费|鉴定费|法院|本院|执行(?:款|通知)|案款"
_BEFORE_PAYOUT = _demands(
    rf"{_PAY_IN}[^。]{{0,40}}{_PAYOUT}|{_PAYOUT}(?:前|之前|需|须|要|得|条件)[^。]{{0,24}}{_PAY_IN}|{_PAYOUT}[^。]{{0,6}}(?:先|还要|还需|必须)[^。]{{0,12}}{_PAY_IN}",
    rf"(?:{_OWED_NOW})(?![^。]{{0,40}}(?:前|先)[^。，]{{0,6}}(?:预存|先还|缴))|(?:已|成功){_PAYOUT}[^。]{{0,30}}(?:还款|存入)",
    told=True,
)


_PAYING_IN = _demands(_PAY_IN, _OWED_NOW, told=True)


def _loan_waits(said: Said) -> bool:
    """Whether a loan or a payout is held up and money would free it, or money paid in comes back with it."""
    lends = said.channel == "app" or says(
        said, r"贷|放款|下款|出款|提现|提款|额度|借款|信用分|流水不|风控|审核(?:未|不)通过"
    )
    freed = says(said, r"解除[^。，]{0,4}(?:限制|锁定)|解锁|更正|认证|验证|核验|解冻|激活|风控")
    held = says(said, _WAITS) or (freed and (said.channel == "app" or says(said, _RETURNED)))
    return lends and held and _PAYING_IN(said)


_KEPT_FROM = _plainly(
    r"(?:不能|不要|不许|不准|不得|不可以?|别|勿|禁止|严禁)[^。，]{0,3}(?:告诉|告知|跟|对|向|和|让|透露给?|泄露给?)[^。，]{0,6}(?:任何人|家人|家属|亲属|亲友|家里|别人|他人|父母|爸妈|老公|老婆|朋友|旁人|银行)",
    r"验证码|密码|(?:链接|会议号|传票|个人信息|身份证|卡号)[^。]{0,12}(?:泄露|透露|转发)|(?:泄露|透露)[^。]{0,12}(?:链接|会议号|个人信息)",
)
"""A court keeps a case from outsiders, and nobody from their own family."""
_KEPT_SECRET = _plainly(
    r"(?:要|须|请|必须|签|严格)[^。，]{0,4}保密(?!义务)|(?:案件|本案|全程|通话)[^。，]{0,4}保密|保密(?:协议|笔录|纪律)|(?:不得|不能|不要|不许|禁止|勿)[^。，]{0,4}(?:对外|向外)?(?:透露|泄露|外传|声张)(?:给)?(?:案情|任何|$|[，。！否])",
    r"验证码|密码|不公开|隐私|商业秘密|国家秘密|录音|录像|截屏|旁听|庭审(?:链接|视频|过程)|(?:调解|仲裁)(?:过程|内容|情况|协议|程序|员)",
)
_CODE_WANTED = _demands(
    rf"(?:发|告诉|告知|提供|报|念|回复|转发|截图|说|给|读|填)[^。，]{{0,12}}{_CODE}|(?:{_CODE}|[\d四六]位(?:数|码))[^。，]{{0,8}}(?:发|告诉|告知|提供|报|念|回复|截图|给(?:我|他|她|对方|客服|专员)|说一?下|转发)|(?:提供|告诉|告知|报|念)[^。，]{{0,24}}{_CODE}|(?:提供|告诉|告知|报|念|说|把)[^。]{{0,16}}(?:银行卡|卡号)[^。]{{0,30}}(?:{_CODE}|[四六]位数)|(?:提供|告诉|告知|报|念|说)[^。，]{{0,16}}(?:收到|短信)的?[^。，]{{0,4}}(?:数字|号码)|(?:收到的?|短信(?:里|中)?的?)[^，。]{{0,8}}(?:数字|号码|短码|短信(?:内容)?)[^，。]{{0,6}}(?:回复|发|转发|告诉|报|念|提供|截图)[^，。]{{0,4}}(?:给|到|至|我|过来|{_PERSON})|(?:输入|填写?)[^。，]{{0,12}}(?:银行卡|卡号|密码)[^。，]{{0,8}}验证码",
    r"court\.gov\.cn|人民法院在线|送达码|取件码",
)

_FACE = (
    r"(?:配合|帮忙|做|需要?|进行|完成)[^。，]{0,6}(?:刷脸|人脸(?:识别|验证|认证))"
    r"|(?:刷脸|人脸识别).{0,6}(?:一下|配合)|认证、人脸识别|教[您你][^。，]{0,14}(?:刷脸|人脸)"
)
# A court's and a bank's own systems look at a face too; with a helper, a link or a code it is not theirs.
_OWN_SYSTEM = r"手机银行|网上银行|网银|微信银行|(?:本行|我行|官方|登录)[^。，]{0,6}App|App(?:内|里)|(?:庭审|诉讼|送达|法院|法庭|在线服务|调解|仲裁)[^。，]{0,8}(?:系统|平台|小程序)|微法院|云上法庭|入庭|网点|柜台"
_HELPED = r"配合|帮忙|帮[您你]|链接|https?:|点击|扫码|二维码|客服|专员|我们|我[来帮]|会议|视频|对方|名义|辅助|亲戚|朋友|下载|屏幕|验证码|密码|余额|转账|操作您"
_FACE_ASKED = _demands(_FACE, r"court\.gov\.cn|人民法院在线|送达码|取件码")
_FACE_ASKED_BY_OTHERS = _demands(
    _FACE, rf"court\.gov\.cn|人民法院在线|送达码|取件码|{_OWN_SYSTEM}", but=_HELPED
)


def _face_wanted(said: Said) -> bool:
    """A face that is wanted; by who writes under a letter-head, in an App or on paper, not in their own system."""
    written = said.head or said.channel in ("app", "paper", "letter")
    return _FACE_ASKED_BY_OTHERS(said) if written else _FACE_ASKED(said)


# Who watches over lenders speaks to nobody by chat, and no refund waits in one; a court's clerk may send a receipt.
REGULATOR = re.compile(
    r"监管总?局|金融监督管理|银保监|银监|消保委?|12378|12345|12315|互金协会|金融协会"
)
_CHAT_WANTED = _demands(
    r"(?:加|进|联系|扫码)[^，。；]{0,12}(?:QQ|企鹅|微信|群(?!众))",
    r"诉讼费|受理费|保全费|公众号|小程序",
)
_REFUND_BY_CHAT = _demands(
    r"(?:退[费款息]|返[还息]|补贴|理赔)[^。]{0,30}(?:加|进|联系|扫码)[^，。；]{0,12}(?:QQ|企鹅|群(?!众))",
    r"诉讼费|受理费|保全费|法院|本院",
)
to_click = _demands(
    r"(?:点击|点|打开)(?:下方|以下|此|该|这个)?(?:短)?链接(?!.{0,12}court\.gov\.cn)(?!.{0,30}https?://[a-z.]*court\.gov\.cn)"
)
"""Whether a link is to be opened that is not a court's."""

# Above each sign stands what it finds; a test reads it from here.
HARD: Mapping[str, Callable[[Said], bool]] = {
    # “把3,000元转到我个人账户”
    "personal-account": lambda said: (
        _NAMED_PAYEE(said) or _ELSEWHERE(said) or _handed_over(said) or _IN_HAND(said)
    ),
    # “请把钱转入安全账户核查”
    "safe-account": _demands(
        r"(?:安全|监管|清查|核查|验资|资金核查|保护|中转|保全|过渡|国家|保险|廉政|廉洁|专案|保密|冻结专用|资金托管)(?:的|专用|保险){0,2}(?:账户|帐户|账号|户)|验资|资金(?:清查|核查|核验|比对|审查)|清查资金|(?:银监会|银保监|监管局|央行).{0,6}账户",
        grave=True,
    ),
    # “先交800元撤案费”
    "fee-first": lambda said: (
        _FEE_FIRST(said)
        or _FOR_FAVOURS(said)
        or _asked_before(said)
        or _BEFORE_PAYOUT(said)
        or _loan_waits(said)
    ),
    # “把收到的验证码念给我”
    "asks-code": lambda said: _CODE_WANTED(said) or _face_wanted(said),
    # “请打开屏幕共享”
    "screen-share": _demands(
        r"(?:共享|分享|录制).{0,4}屏幕|屏幕[^，。]{0,6}(?:共享|分享|(?:发|投|传|开|亮|展示)?给[^，。]{0,8}(?:看|专员|客服|老师|经理|我))|给[^，。]{0,8}看[^，。]{0,6}屏幕|投屏|远程(?:控制|协助|操作|帮|看|查看|连接|接管)|(?:打开|开启|开)共享|向日葵|todesk|anydesk|teamviewer|共享会议|[帮替][您你]操作手机(?!银行)",
        r"举证|出示证据|质证|庭审|入庭",
        but=r"客服|专员|我们|我[来帮]|操作|转账|银行|余额|验证码|密码|会议软件|远程",
        grave=True,
    ),
    # “点击链接下载App”
    "download-app": _demands(
        r"(?:请|要|先|快)[^。，]{0,6}(?:下载|安装)(?![^。，]{0,6}(?:官方|我行))[^。，]{0,10}(?:软件|插件)|(?:链接|网址|https?:|二维码|扫码|发你|t\.cn|点击|点开)[^。]{0,40}(?:下载|安装|装)[^。，]{0,14}(?:App|apk|安装包|软件|客户端|应用|程序|插件|会议|[^。，]{0,2}端(?:口)?(?=办|进|登|还|$|[，。]))|(?:下载|安装|装)[^。，]{0,6}(?:apk|安装包)|(?:下载|安装|装)(?:我们|我司|这个|下|一个|专用|以下)[^。，]{0,12}(?:App|软件|客户端|应用|程序)|(?:下载|安装)[^。，]{0,14}(?:App|软件|客户端)[^。]{0,16}(?:链接|https?:|网址|二维码)|下[一]?个[^。，]{0,8}(?:App|软件|会议)|[/.]apk(?![a-z])|(?:点击|点开|链接|扫码)[^。]{0,40}(?:下载[^。，]{0,14}安装|安装[^。，]{0,10}(?:登记|注册|登录|认证))",
        r"应用商店|应用市场|court\.gov\.cn|浏览器(?:插件|控件)|(?:云上|互联网)法庭|庭审[^。，]{0,4}(?:客户端|软件|系统|插件)",
        but=r"(?<!court\.gov\.cn)(?:点击|二维码|扫码|发你|屏幕|操作)(?!.{0,30}court\.gov\.cn)|(?<![a-z.])https?:(?!//[a-z.]*court\.gov\.cn)",
        grave=True,
    ),
    # “先把借呗的钱提现，再转到指定账户”
    "borrow-and-transfer": _demands(
        r"(?:备用金|借呗|花呗|白条|网商贷)[^。]{0,24}(?:转|打|汇|还)(?:回|到公司|给公司)|(?:借出来?|贷出来?|提现|提出来|套出来?|(?:备用金|借呗|花呗|白条|网商贷)[^。]{0,14}转出来?|借满|贷款额度|把.{0,4}额度)[^。]{0,20}(?:转|打(?!开|电话)|汇|存|给(?![您你]))|先(?:去|在|从)?[^。，]{0,10}(?:借|贷)[^。]{0,16}(?:转|打|汇)(?:到|给|入|过)|(?:注销|关闭|清退|销户)[^。]{0,30}额度(?![^。，]{0,4}[不无])[^。，]{0,6}(?:提现|提出|借出|套|转出|取出|用完|借空)|(?:额度|借呗|花呗|白条)[^。，]{0,10}(?:提现|借出|套现|取出)[^。，]{0,4}(?:后|才|方可|再)[^。，]{0,6}(?:注销|销户|清退)|AB ?贷|(?:找|带|叫|拉)[^。，]{0,10}(?:朋友|亲戚|家人|同事)[^。]{0,16}(?:征信|资质|做个?(?:担保|见证|证明|背书)|名义|辅助)|(?:用|以|借)(?:一下)?(?:你|您|朋友|他|别人)的?(?:名义|资质|身份|手机)[^。]{0,10}(?:贷|借|分期)",
        told=True,
    ),
    # “不注销账户会影响征信”
    "cancel-account-credit": _demands(
        r"(?:注销|关闭|销户|清退)[^。]{0,30}(?:征信|否则|不然|国家政策)|(?:征信|国家政策|不合规|整改)[^。]{0,24}(?:注销|关闭|清退|销户)|(?:注销|清退|关闭)[^。]{0,8}(?:校园贷|学生(?:账户|贷)|学生时期)|(?:校园贷|(?:学生|大学|校园|上学)[^，。]{0,12}(?:账户|认证|身份|额度|贷))[^。]{0,20}(?:注销|关|清退|销户|转成|改成)"
        r"|(?:利率|利息|年化)[^。]{0,24}(?:超过|高于|过高|超标|违规|不符合|不合规)[^。]{0,40}(?:调整|下调|整改|配合|处理)[^。]{0,30}征信"
    ),
    # “把身份证和银行卡寄过来”
    "hand-over-id": _demands(
        rf"(?:银行卡|工资卡|手机卡|电话卡|U盾)(?!复印件|号|流水)[^，。]{{0,8}}(?:交由|交给|交到|留给)[^，。]{{0,8}}(?:{_PERSON}|我们|保管)|卡[^，。]{{0,4}}(?:交给|交由)[^，。]{{0,6}}[保代]管|"
        r"(?:身份证|银行卡|手机卡|电话卡|SIM卡|U盾)(?!复印件|号|正反面照|照片)[^。，]{0,14}(?:邮寄|寄|快递|闪送|顺丰)(?:至|到|给|往|回)(?!您|你)|(?:身份证|银行卡|手机卡|电话卡|U盾)(?!复印件|号)[^。]{0,14}(?:寄|邮|快递)(?:过来|来|给?我(?![院庭行会]))|(?:身份证|银行卡|手机卡|电话卡|U盾|网银盾)(?!复印件|号)[^。，]{0,10}(?:寄来|寄过来|邮寄(?:到|给|过)|寄给我|寄到|快递(?:到|过|给)|交给我|出租|出借|借(?:我|给))|(?:寄|邮寄|快递|收购|租用|出租|把)[^。，]{0,6}(?:身份证|银行卡|手机卡|电话卡|U盾)(?!复印件|号|已)[^。]{0,12}(?:寄|快递|交给|过来|拿来|送来|租)",
        r"已(?:寄|邮|制卡)|寄给您|复印件",
    ),
    # “您的退息已批准，请加QQ领取”
    "refund-by-chat": lambda said: (
        _REFUND_BY_CHAT(said) or bool(REGULATOR.search(said.head) and _CHAT_WANTED(said))
    ),
    # “不要告诉家人”
    "secrecy": lambda said: _KEPT_FROM(said) or _KEPT_SECRET(said),
}

_IF_UNPAID = r"(?:未处理|不处理|不还|不回|逾期不|未还|拒不)[^。]{0,14}(?:直接|立即|马上|当天|今日|即刻|将)[^。]{0,8}(?:强制执行|冻结|查封|拘留|拘捕|抓|逮捕|列入失信|限高)"
MISFIT = (
    r"(?:我司|我公司|本公司|我方|我们公司|我部|本部|法务部)[^。]{0,12}(?:冻结|查封|强制执行|拘留|立案侦查|列入失信|限制出境|已立案)|(?:支付令)发出.{0,8}(?:即可|就).{0,6}执行"
    r"|(?:马上|立即|今天|今日|即将|随时)[^。，]{0,8}(?:拘留|逮捕|抓捕|抓你|批捕|带走)|网上追逃|刑事立案|涉嫌.{0,8}诈骗罪|(?:恶意|涉嫌)[^。]{0,8}(?:逃废债|拖欠|欠款)[^。]{0,10}(?:立案|刑事|批捕|公安)|(?:今日|今天|当日|\d{1,3}(?:小时|点)[^。]{0,3}(?:内|前))[^。]{0,16}(?:撤案|销案|撤诉)|立案处理中|法务流程|移交[^。]{0,8}(?:立案庭|执行局|公安|经侦)|司法流程"
)
"""What no procedure knows, whoever says it; a court that enforces may say the rest."""

PROCEDURE = "procedure-does-not-fit"
SOFT: Mapping[str, str] = {
    # “我司已冻结您的账户”
    PROCEDURE: rf"{_IF_UNPAID}|{MISFIT}",
    # “今天内处理”
    "deadline-today": r"今天(?:内|之前|必须|\d|转|下午|要)|今日|当天(?:内|处理|必须)|\d{1,2}点前|\d{1,3}小时|下班前",
    # “联系13812345678”
    "private-mobile": r"1[3-9]\d[*＊\d]{6,8}|手机",
    # “加微信”
    "private-wechat": r"微信|QQ|企鹅",
    # “t.cn/abc”
    "short-link": r"(?:t\.cn|dwz|suo\.im|url\.cn|u\.nu|bit\.ly)/",
    # “后果自负”
    "threat": r"后果自负|别怪|小心|曝光|让你.{0,6}(?:好看|抬不起头)",
    # “不还就坐牢”
    "detention-threat": r"拘留|坐牢|逮捕|抓捕|判刑",
    # “内部渠道”
    "inside-channel": r"内部(?:渠道|名额|关系)|名额有限|特殊渠道",
    # “宣布全部提前到期”
    "acceleration": r"全部提前到期|宣布.{0,10}提前到期|提前到期",
    # “暂无案号”
    "no-case-number": r"没有案号|暂无案号|暂时没有案号",
    # “替儿子还”
    "says-you-must-pay-for-other": r"代偿|替.{0,4}还|父债子还|帮.{0,4}还",
}

SENDERS: Mapping[str, re.Pattern[str]] = {
    sender: re.compile(words)
    for sender, words in {
        "lawyer": r"律师事务所|律师函|律所|律师",
        "agency": r"受.{1,14}(?:委托|之托)|委托.{0,4}(?:我司|我们|我方|处理)|法务部|催收(?!函|通知)|资产管理|资产处置|信用管理|贷后|外包|委外|诉讼通知|法务中心|案件处理|清收|不良资产|第三方机构|资产公司|资产法务|催告|诉讼中心|支付令通知|上门通知|法务通知|立案通知|最后通知|司法通知|第三方(?!支付|担保|平台)|委外",
        "arbitration": r"仲裁",
        "notary": r"公证处|公证书|公证",
        "mediation": r"(?<!法院)调解[^，。、]{0,4}(?:中心|委员会|组织|工作室|平台|室)|人民调解|金融调解|调委会|司法所",
        "police": r"公安|派出所|刑侦|刑警|经侦|警官|民警|检察院|反诈|网警",
        "court": r"人民法院|法院|法庭|执行局|书记员|法官|审判庭|立案庭|12368|法院专递|执行干警|法警",
        "lender": r"银行|消费金融|小贷|小额贷款|金融|借呗|花呗|网商贷|支付宝|微粒贷|白条|金条|月付|信用卡|贷款|借款平台|借钱|分期|征信中心|人民银行|还款提醒|放心借|度小满|信贷|消金|普惠|钱包",
    }.items()
}

COMMISSIONED = r"受.{1,14}(?:委托|之托)|委托.{0,6}(?:我司|我们)"
_US = r"(?:(?:我|本)(?:处|部(?!分)|方|司|公司|们|团队|机构|中心)|[他她]们(?:公司|团队|那))"
OFFICE = r"(?:我|本)(?:处|部(?!分)|方|中心)"
HANDED = (
    rf"(?:分配|移交|转交|移送|委派|指[派定]|派给|委外|授权|派单|派发|分派|分案|交由|转由|交给|转给|分[到给]|转[到至]|交到|由|归|划归)(?:了)?(?:至|给|到|予|于|由)?{_US}"
    rf"|{_US}(?:现已|现|已|是)?(?:受托|受理|接手|接管|承接|承办|接受[^。，]{{0,10}}委托)|(?:案件|账户|欠款|债务)[^。，]{{0,4}}(?:已?在|属于?){_US}(?!行)|是(?:负责|接手|跟进|处理|对接)[您你]|(?:我|这里|这边|我们)是[^。，]{{0,14}}(?:合作|受托|委托|外包|授权)(?:的|催收|处置){{0,2}}(?:机构|单位|公司|方)"
)
"""Whose hands the case is in, said by who is not the lender, in other words than a commission's."""
OWN = r"我行|我们银行|(?:我|这边|这里)(?:这边)?是[^。，]{0,12}(?:银行|消费金融|小贷|消金|信用卡中心)(?!(?:公司)?(?:的)?(?:合作|委托|外包|授权|受托))"
"""A lender that speaks in its own name, whichever department has the case."""
COMPANY = (
    r"我司|我公司|本公司|我们公司|法务部|委外|案件(?:负责人|专员|经办)|(?:说|是)[^。，]{0,6}第三方"
)
SPOKEN_OF = re.compile(
    r"(?:让(?!(?:我|他|她|家人|[^，。]{0,3}[爸妈哥姐弟妹])[^，。]{0,12}[到去来找])|移交|递交|转交|转给|提交|向|交由|送交|报送|起诉到|诉至|报警|报案|代理|申请|联系|有管辖权的|被|通过)[^，。]{0,14}"
    r"(?:公安局?|人民法院|法院|立案庭|经侦|检察院|派出所|仲裁委?员?会?|公证处)"
)
"""Offices that a message speaks of without speaking for them."""

# A court's paper by its own title; what is only applied for, announced or cited has not come.
_TITLE = (
    r"(?:支付令(?!通知|异议)|传票|应诉通知书?|应诉书|举证通知书?|起诉状|判决书|裁定书|(?<!人民)调解书|执行通知书|受理(?:案件)?通知书"
    r"|(?:开|出)庭通知书?|(?:报告财产|财产报告|限制高?消费|搜查)令|(?:拘留|罚款|失信|名单)决定书)"
    r"(?!的?(?:已经?|正在?|还在)?(?:申请(?!人|书)|递交|提交|撤[回销]|是什么|怎么))"
)
_NOT_COME = re.compile(
    r"(?:申请(?!人)|(?<![现特并])将|会(?!议)|准备|拟|届时|等着|等待|等收|如果|[如若](?!下)|可能|后续|下一步|根据|依据|依照|按照|凭|持|没有|未|不履行|再不|提交|递交|[您你][^，。；]{0,6}收到)[^，。；]{0,14}$"
)
_ITS_OWN_NAME = _compiled(_TITLE)
_BEGINS_WITH_IT = _compiled(
    rf"^\s*(?:[（(【\[][^）)】\]]{{0,30}}[）)】\]])?\s*(?:一审|二审|民事|刑事|法院的?|电子|一[份张]){{0,3}}{_TITLE}"
)
_READER_HAS_IT = _compiled(
    rf"(?:收到|拿到|接到|领到|签收|寄来|送来|发来|给我|贴[了在])[^，。；]{{0,12}}{_TITLE}"
    rf"|{_TITLE}[^，。；]{{0,6}}(?:下来了|来了|到了|送到|寄到|寄来|送来|收到了)"
)


# Who brought it, in the words of who holds it, where that was no court; and what it lacks.
BROUGHT = (
    r"(?:资产|催收|外访|外勤|平台|(?<!物业)公司|法务|中介|专员|业务员|自称)[^，。；]{0,8}(?:送|寄|发|拿|递|塞|贴|转)(?:来|过来|到|给我|我)?(?:家里)?的(?=[，。；）)]|$)"
    r"|(?:发|寄|送|拿)来?的人?(?:是|说是|自称|说)[^，。；]{0,8}(?:资产|催收|外访|平台|公司|法务|中介)"
    r"|没有?(?:写|看到|见)?(?:案号|编号)|(?:没有?|未|无)(?:盖|加盖|看到)?[^，。；]{0,3}(?:公章|印章|盖章|章)(?=[，。；）)]|$)"
)


def titled(said: Said) -> bool:
    """Whether it is a court's paper by the title that stands on it, or that the reader says they hold."""
    named = _ITS_OWN_NAME.search(said.head) or (
        not says(said, COMPANY) and _BEGINS_WITH_IT.search(said.text)
    )
    if named:
        return True
    pattern = _ITS_OWN_NAME if said.channel in ("paper", "letter") else _READER_HAS_IT
    return any(
        not _NOT_COME.search(clause[: match.start()])
        for clause in said.clauses
        for match in pattern.finditer(clause)
    )


FIXER = r"停息挂账|债务优化|债务重组|债务规划|反催收|代理维权|解债|代办|代协商|协商还款|协商专员|延期.{0,6}(?:代|专业)|全国可办|退息|专业.{0,6}(?:债务|协商|延期)|上岸|代您?谈|个性化分期|停催|(?:谈|办理?)[^。，]{0,6}(?:延期|停息|减免|分期)|(?:延期|减免|停息)[^。，]{0,4}名额|债务(?:服务|咨询|顾问|处理|托管)|协商(?:延期|分期|停息|减免)|[帮替][您你][^。，]{0,10}谈|代处理|(?:承接|[给替帮][您你])[^，。]{0,14}(?:延期|分期|停息|停催|减免|协商)|催收[^。，]{0,6}(?:不再?打|停)|[停挡拦]催|催收[^。，]{0,4}[挡拦]|(?:延期|减免|停催|停息)[^。，]{0,4}(?:专员|老师|顾问|团队)|逾期协商|[0零]元咨询"
_OURS = r"(?:我|本|我们)(?:公司|司|方|处)"
_TAKEN = rf"(?:借款|贷款|欠款|债权|账款|债务)[^。，]{{0,10}}(?:由|被){_OURS}[^。，]{{0,6}}(?:受让|收购|买)|归{_OURS}所有|(?:取得|获得)[^。，]{{0,14}}债权"
_TRANSFER = (
    rf"{_TAKEN}|"
    r"债权[^。]{0,8}(?:转让|受让)|(?:转让|受让|收购|买断)[^。]{0,10}(?:债权|债务)|债务[^。]{0,10}(?:转让|买断|转给)|转让给|买断|打包给|唯一债权人"
)
_HEARING = r"开庭|的庭(?=[改提推延取])|听证|(?:证据交换|庭前会议)通知|传票|庭审|公开审理|(?:定于|时间)[^。]{0,24}审理"
_COMPLAINT = r"(?<!上)诉状|应诉|举证通知|答辩"

_CONFIRMED = r"诉前调确|司法确认[^。，]{0,8}(?:裁定|书)|调解协议[^。，]{0,4}有效"

ADVERT = r"黑户|白户|无视(?:征信|黑白|负债|逾期)|不[查看问](?:征信|负债|大数据)|包装(?:资料|材料|流水|身份)|(?:百分百|100%)(?:下款|放款|通过)|强开额度|内部口子"
"""How nobody who lends by the rules speaks of a loan."""
POWERS = r"骗贷|诈骗|公安|警方|(?:将|已|会|就)[^，。]{0,8}报[案警]|经侦|民警|刑事|立案侦查|抓|拘留|坐牢|判刑|通缉|(?:否则|不然|将|会|即)[^。，]{0,12}冻结[^。，]{0,12}(?:微信|支付宝|银行卡|账户|名下|资产)"
"""What no lender can do, and who asks in a lender's name threatens with."""
_CAUTION = re.compile(
    r"(?:如|若|一旦|遇|凡|有人|谨防)[^，。；]{0,12}(?:冒充|假冒|谎称)[^，。；]{0,20}"
    r"|(?:请|可|建议)(?:您|你|及时|立即|马上|尽快|就近|第一时间|先|直接|向[^，。；]{0,10}){0,3}(?:报[案警]|拨打)"
    r"|(?:[如若]|如果|[您你])(?:您|你)?已经?(?:向[^，。；]{0,8})?报[案警]|(?:盗刷|被盗|被骗|遗失|丢失)[^，。；]{0,8}报[案警]"
)
"""A bank's care for who was robbed or may be: it names the police and threatens nobody."""


def threatens(said: Said) -> bool:
    """Whether it speaks of what no lender can do, and not only in care."""
    return bool(_compiled(POWERS).search(_CAUTION.sub("", said.text)))


kind_words: Any = SimpleNamespace(
    WAITS=r"(?:放款|下款|提现|提款|取现|出款|贷款)[^。]{0,16}(?:冻结|失败|异常|有误|错误|填错|风控|受限|拦截|锁定|未激活|托管|卡住)|(?:无法|不能|暂停)[^。，]{0,4}(?:放款|下款|提现|提款|出款)",
    REPORTED=r"(?:逾期|不良|负面|信用)[^。]{0,30}(?:报送|上报|录入|纳入)|征信[^。]{0,12}(?:报送|告知|上报)",
    OWED=r"\d元|应还|还款日|逾期本息|欠款(?!有异议)",
    FIXER=FIXER,
    # To whom it speaks as the debtor, where that is somebody else.
    AS_DEBTOR=r"(?:您|你)的?(?:[^。，]{0,4})(?:借款|贷款|账单|信用卡|欠款)|诉(?:您|你)",
    AGREED=r"调解协议书|共同[^。]{0,16}司法确认",
    HEARING=_HEARING,
    # The old creditor signs it, not the new one.
    TRANSFERRED=r"(?:银行|金融|贷款|公司)[^，。]{0,12}[（(](?:公|盖|签)章|(?:两家|双方)(?:公司|机构|单位)?[^。，]{0,4}盖了?章|[（(](?:银行|[^（()）]{1,12}(?:银行|贷款|金融|公司))盖章",
    COMPLAINT=_COMPLAINT,
    CONFIRMED=_CONFIRMED,
    # A judgment speaks of fees, of enforcement and of the hearing too; one that is only named has a number of its own.
    JUDGED=r"判决书|判决如下|判决[^。，；]{0,24}生效|自动撤回上诉|生效证明|上诉期[^。，；]{0,6}(?:届满|已过|已满)",
    WILL_SERVE=r"[本我]院(?:将|会)[^。，]{0,16}(?:送达|寄送|邮寄)[^。，]{0,10}(?:起诉状|诉状|材料)",
    # What a complaint tells is not what came.
    TELLS=r"事实(?:与|和|及)?理由|诉称",
    # What would come next is not what came.
    IF_NOT=r"[本我]院(?:将|会)[^。，]{0,16}(?:送达|寄送|邮寄)[^。，]*|(?:逾期|否则|如果?(?:未|不(?!服)|你未|您未)|若|拒不|不履行|未履行|仍不)[^。；已]{0,60}?(?:将|可|视为|予以)[^。；已]*|(?:材料|文书)[^。，]{0,4}将[^。]*|没(?:写|有|说)[^。，]{0,4}开庭[^。，]*",
    ADVANCE=r"(?:放款|下款|批下来|批了|贷款已?批|已放款|额度|提现)[^。]{0,40}(?:流水|解冻|冻结|填错|有误|认证|激活|还款能力|还款实力)|(?:填错|有误)[^。]{0,20}(?:放款|提现|资金)",
    REFUND=r"(?:退费|退款|退息|清退)[^。，]{0,6}(?:前|需|须|先|通道|登记)",
    CARDS=r"礼品卡|购物卡|点卡|充值卡|E卡|油卡|卡密",
    CLOSING=r"(?:注销|关闭|关掉|清退)[^。，]{0,8}(?:额度|账户|账号|借呗|花呗|白条|月付)",
    PARCEL=r"快递|包裹|速递|物流|派件|驿站",
    ARREST=r"嫌疑|批捕|逮捕|抓捕|拘捕|通缉|追逃|逃废债|洗钱",
    # Who says that they told the police is not the police; who says so of somebody else may play them.
    REPORTED_US=r"(?:我[们司方]|我公司|材料|案件)[^。，]{0,8}(?:报案|报警|移交|移送|送到|递交|提交)",
    SUMMONED=r"传唤|诈骗|报案|刑事|抓",
    # Words without which a message is about no debt that we could name.
    DEBT=r"欠|逾期|还款|还清|还钱|不还|还本|还上|贷|借|债|账单|帐单|征信|诉|法院|法务|案|催|罚息|减免|结清|失信|限高|执行|上门|外访|分期|额度|律师|调解|仲裁|公证|资产|款项|处理|委托",
    NOT_ME=r"我(?:们家)?(?:也|并)?不(?:姓|叫)|查无此人|没有这个人|[（(][^）)]{0,8}不是我[^）)]{0,6}[）)]|(?:姓名|名字|称呼)(?:也|都|并)?不是我",
    WRONG_PERSON=r"(?:姓名|名字)[^。]{0,6}(?:相同|一样)|同名|不是我(?:的|本人)?|不认识|从没[^。]{0,10}借|没(?:有)?借过|发错|打错|找错|不是本人|认错|[（(]我[^）)]{0,24}没(?:有)?(?:这|借|办|用|贷|官司)",
    THIRD_PARTY=r"(?:您|你)为[^。，]{1,8}(?:贷款|借款)|(?:您|你)(?:是|作为|被)[^。，]{0,16}联系人|^[^。，]{0,12}紧急联系人|(?:您|你)是[^。，]{0,12}的(?:弟|妹|儿|女|父|母|爸|妈|丈夫|妻|爱人|哥|姐|嫂|配偶|家属|亲属|亲戚|领导|老师|同学|同事|朋友)|作为(?:他|她)?的?(?:家属|亲属|父母|配偶|子女)|(?:帮|劝)(?:他|她)[^。，]{0,6}(?:还|垫)|系(?:您|你)(?:的)?(?:弟|妹|儿|女|父|母|丈夫|妻|爱人|哥|姐|配偶|员工|朋友|同事)|(?:转告|转达|督促)(?:他|她|其|您|你|本人|一下)|(?<!已)(?<!被)代偿|父债子还|母债|替(?:他|她|您?父|你弟|家人)[^。]{0,4}还|贵单位|贵公司|贵村|单位员工|(?:您|你)(?:的)?(?:父亲|母亲|弟弟|儿子|女儿|老公|老婆|丈夫|妻子|员工|同事|朋友|哥哥|姐姐|妹妹|亲戚|室友|同学)[^。]{0,12}(?:欠|借|贷|逾期|联系不上|失联|案)|联系不上(?:他|她|本人)",
    SCAMS={
        "scam_credit_repair": r"连三累六|(?:逾期|征信)[^。，]{0,10}洗[掉干白]|征信[^。，]{0,4}干净|非恶意(?:逾期)?证明|消逾期|征信[^。]{0,12}(?:修复|洗白|清零|消除|铲|处理|优化|申诉)|铲单|(?:删|消|清)[^。，]{0,4}(?:逾期|不良|呆账)|征信花[^。]{0,16}[能可][做消]|呆账[^。]{0,12}(?:能|可)[做消]|异议申诉[^。，]{0,4}[包代]|不良(?:记录|信息)[^。]{0,20}(?:处理|消除)|(?:修复|洗白|清零|消除|铲单)[^。]{0,12}(?:征信|逾期|记录)|信用修复|逾期记录[^。]{0,8}(?:清|消|删)",
        "debt_transfer": _TRANSFER,
        "scam_debt_fixer": FIXER,
        "collection_agency": r"专员|催收|委托|销案|您案件|你的案件|逾期账户|法务|欠款|还款|减免结清",
        "scam_fake_service": r"客服|延期|退费|退款|会员|额度|放款|贷|解冻|流水|屏幕|验证码|百万保障|提额",
    },
    COURT={
        "payment_order": r"支付令(?![^。]{0,6}失效)",
        "mediation_document": rf"诉前调书|调解书|调解笔录|{_CONFIRMED}",
        "restriction_notice": r"限制(?:高)?消费|限高|失信|纠正申请|申请纠正",
        "account_freeze": r"(?:银行卡|账户|存款|余额|卡)[^。]{0,24}(?:冻结|止付|管控)|冻结[^。]{0,14}(?:账户|存款|银行卡)",
        "enforcement_notice": r"执行通知|搜查令|执行款|案款|报告财产|财产报告|申报财产|执行裁定|执行异议|执行案件|强制执行|恢复执行|执行局|被执行人|驳回异议人",
        "court_fee_notice": r"(?:评估|鉴定|公告)费(?![^。]{0,30}(?:负担|承担))|(?:交纳|缴纳|缴费|交费|(?<!已)预交|补交)[^。负]{0,14}(?:费|元)|(?:受理费|诉讼费)(?![^。]{0,30}(?:负担|承担)|[^。]{0,12}已[^。，]{0,6}[交缴])|上诉费|缴费(?:通知|码|二维码)",
        "mediation_pretrial": r"诉前调|诉前调解|特邀调解|调解员|先行调解|委派调解|(?:愿意|同意)[^。]{0,6}调解|引调|先[^。]{0,8}调解|调解[^。]{0,8}(?:同意|愿意)",
        "judgment_served": r"判决书|判决如下|判决|民事裁定|裁定书|裁定",
        "court_service": r"(?:电子送达|公告送达|已送达|文书送达|送达平台|寄出|邮寄(?![^。，]{0,4}[我本]院)|寄送|EMS|快递|专递已|查收|签收|要寄)",
        "complaint_served": _COMPLAINT,
        "court_hearing": _HEARING,
        "court_filing": r"立案|已受理|登记",
    },
    CODES={
        "民督": "payment_order", "诉前调书": "mediation_document", "诉前调确": "mediation_document",
        "执": "enforcement_notice", "执恢": "enforcement_notice", "执异": "enforcement_notice",
        "执复": "enforcement_notice", "司惩": "enforcement_notice", "司惩复": "enforcement_notice",
        "执保": "account_freeze", "财保": "account_freeze", "诉前调": "mediation_pretrial",
        "民终": "court_service", "民初": "court_service",
    },
    PRIVATE={
        "scam_credit_repair": r"(?:专业|内部|渠道|代|帮[您你]|包|快速)[^。]{0,16}(?:征信|逾期)[^。]{0,30}(?:删|消除|清除|洗|恢复)|(?:代|包|快速|帮[您你])[^。，]{0,4}(?:删|消除|清除)[^。，]{0,6}(?:征信|逾期)|征信[^。]{0,8}(?:修复|洗白|清零|铲)|(?:消除|修复|洗白|清除)[^。，]{0,4}征信|铲单|逾期记录[^。]{0,6}(?:清零|消除|删除)|信用修复",
        "scam_debt_fixer": r"垫资[^。]{0,12}(?:结清|还清)|[帮替代][您你]?[^。，]{0,6}[跟和向][^。，]{0,4}(?:平台|银行|机构)[^。，]{0,2}(?:谈|协商)|停息挂账|停催|债务优化|反催收|代理维权|代协商|解债",
        "scam_fake_service": rf"{ADVERT}|退(?:费|款|息)[^。]{{0,24}}(?:加|联系)[^。，]{{0,8}}(?:QQ|微信|群)|(?:加|进)[^。，]{{0,6}}群[^。，]{{0,8}}(?:领|退)",
        "account_freeze": r"(?:银行卡|账户|存款|卡)[^。]{0,18}(?:已|被|是)[^。]{0,18}(?:冻结|止付|管控|限制[^。，]{0,4}(?:交易|使用|柜面|支出|支付))|非柜面|冻结机关",
        "home_visit": r"(?<!法院直接)上门(?![^，。]{0,4}(?:抓|拘|带走|逮|拿人|查封|扣押|冻结|强制|执行|封门|封条|搬))|外访|外勤|走访|家访|登门|(?:到|去|来|上)(?:您|你|我)(?:的|们)?(?:家|住址|户籍(?!地?[^。，]{0,3}(?:派出所|公安))|单位)|实地|(?:到达|前往|抵达)[^。，]{0,8}(?:地址|住|户籍|家)",
        "contact_threat": r"(?:通讯录|联系人|亲友|亲戚|家人|朋友|单位|同事|村里|村委|手机里|所有人|每个人)[^。]{0,16}(?:逐一|挨个|一个一个|一个个|轮流|群发|打电话|打过去|打一遍|打爆|联系|通知|告知|曝光|发)|(?:联系|通知|群发|告知|打给|打爆|曝光|发给|发到)[^。]{0,12}(?:通讯录|亲友|亲戚|家人|全家|单位|同事|村|父母|所有人|大家)|让[^，。]{0,6}(?:家人|亲戚|同事|村|大家|身边)[^。，]{0,8}(?:知道|看看)|(?:一个一个|挨个|逐个)[^。，]{0,4}(?:打|发|通知|联系)|往[^。，]{0,8}(?:单位|家|学校|村)[^。，]{0,4}打",
        "debt_transfer": _TRANSFER,
        "lawyer_letter": r"律师函|律师事务所",
    },
    NEEDS={
        "payment_order": {"民督"},
        "mediation_pretrial": {"诉前调"},
        "mediation_document": {"诉前调书", "诉前调确", "民初", "民特", "民终"},
        "complaint_served": {"民初", "民终", "民撤", "民辖"},
        "enforcement_notice": {"执", "执恢", "执异", "执保", "执复", "执监", "执他", "执协", "司惩", "司惩复"},
    },
)  # fmt: skip
