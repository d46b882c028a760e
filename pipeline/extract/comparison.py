"""What a change is compared with: one table of references, and the patterns that read them.

``比|上年末``, ``较|1—8月``, ``与|全省平均水平``, ``超|年度预算``: the words behind 比 are a reference. Each
kind of reference has one basis; what it says is the ``against`` of the change, unless it is simply
the year before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from pipeline.lexicon import words
from pipeline.patterns.wordlist import any_of
from pipeline.records import Basis, Span

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_END = r"(?:年?[末底初]|同期|同月|同季)?"
_NUMBER_NOUN = r"(?:决算|预计|执行|完成|实际|实绩|调整后?|历史)?(?:水平|基数|数|值|峰值|高峰|最[高大低][值点]?)?"


@dataclass(frozen=True, slots=True)
class Reference:
    """A kind of thing to compare with: its name, its gloss, the basis it gives, and its words.

    ``yes`` are whole references of this kind, ``no`` are words that are none of it.
    """

    name: str
    gloss: str
    basis: Basis
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


REFERENCES = (
    Reference(
        "plan",
        "预算、计划、目标",
        "plan",
        r"(?:(?:上一?年|去年|全年|本年|今年|年初|原定|原来|原|年度|市定|省定|上级|国家"
        r"|省厅|市局|省局|部里|总队|[省市县区州](?:里|级)?(?:下达|规定|分配)|下达|分解|保护|预[期定]|规划|序时|时间|考核|控制|管控)的?){0,3}"
        r"(?:预算|计划|预期|目标|任务|指标|概算|打算|进度|要求|(?:控制|管控|警戒|监管|考核)线|红线"
        r"|(?:法定|承诺|规定|省定|市定|国定)(?:的)?(?:办理|办结)?(?:时限|期限|时间)"
        r"|(?:扶贫|贫困|脱贫)标准|监管(?:标准|要求))"
        r"(?:上限|下限)?(?:赤字|支出|收入|安排|规模)?(?:数|值|量)?",
        ("年初预算数", "年初预定目标", "上年预算", "年度目标", "去年预算赤字", "原打算", "序时进度", "上级下达保护目标"),
        ("上年", "规划区"),
    ),
    Reference(
        "previous_period",
        "上月、上季、上半年、前几个月",
        "previous_period",
        r"上一?个?(?:月|季度?|半年|旬|周|学期|批次?|期|轮|(?!年|学年|任)\p{Han}{1,3}(?:季|周期|轮次|(?<!同)期|轮))末?"
        r"|前?第?[一二三四]季度末?|前[一二两三]个?季度|"
        r"(?:前\d{1,2}个月|\d{1,2}\s?(?:[-—–~至到]\s?\d{1,2}\s?)?月(?:份|末|底)?)(?!\d)",
        ("上月末", "一季度", "1-8月", "上半年", "前三季度", "上一流行季", "上个采暖期"),
        ("上月球", "上年同期"),
    ),
    Reference(
        "last_year",
        "上年、去年同期",
        "yoy",
        r"(?:上一?个?(?:学年度?|年度?)|去年|前一年|前年)(?:的)?"
        r"(?:同期|同月|同季度?|全年|末|底|年末|年底|[上下]半年|第?[一二三四]季度|\d{1,2}月份?)?"
        + _NUMBER_NOUN
        + r"(?:的)?|上?年?同期(?:水平)?",
        ("上年", "去年同期", "上学年", "上年末", "上年决算数", "同期", "去年底"),
        ("年初", "前五年"),
    ),
    Reference(
        "earlier",
        "以前的某一时点或时期",
        "base",
        rf"(?:[^，。；、\d比较与同]{{2,10}}[前后时]的)?(?:20|19)\d\d年{_END}(?:的)?|“[^”]{{1,4}}五”(?:规划|时期"
        rf"|期间)?(?:末期?|初期?|期末|末年)?|"
        r"(?:常年|往年|历年|多年平均|正常年份|往常)(?:同期)?(?:水平)?|"
        rf"近?{_N}年(?:同期)?(?:平均|均值)(?:值|水平)?|{_N}年(?:之?前|以前)|(?:前|上|过去|上一?个?)的?{_N}年|"
        r"[年月季]初|本届政府[^，。]{0,4}|上届|原来|原先|原(?:有|先|来)?(?:路线|线路|方案|流程|标准|规模|水平|设计)|"
        r"(?:改革|整治|改造|活动|疫情|实施|试点|治理|建设|合并|搬迁|开业|建市|建国|建县|建区|开园|整合|入驻)(?:之?前|以前|初期?|之初)|"
        r"(?<![上去])(?:[^，。；、\d比较与同]{1,6})(?<!年)(?:初期?|前)",
        ("2019年", "近三年均值", "政策实施前的2021年", "“十三五”末", "年初", "常年", "改革前", "五年前", "2020年末"),
        ("上年", "全省平均水平"),
    ),
    Reference(
        "peer",
        "别的地方、机构或平均数",
        "peer",
        r"(?:全国|全省|全市|全区|全县|全州|全球|世界|国际|国家|省定|市定|省|市|国|县|中西部|东部|西部|中部|沿海|"
        r"同类|周边|其他|同行|行业|兄弟|同期|规模以上|规上|城镇|农村|城市|GDP|经济|地区生产总值|全体|平均|考核)"
        r"[^，。；、\d]{0,14}",
        ("全省平均水平", "全国", "同类园区", "行业均值"),
        ("上年",),
    ),
)

DOWN = words("differ_down")
UP = words("differ_up")


def _named(*names: str) -> str:
    """One alternative a reference, each a group called as its basis."""
    chosen = [reference for reference in REFERENCES if reference.name in names]
    return "|".join(f"(?P<{reference.basis}>{reference.pattern})" for reference in chosen)


# 全国、全省: peers in a list
_PEERS = rf"{REFERENCES[-1].pattern}(?:[、和]{REFERENCES[-1].pattern})?"
OWN = _named("plan", "previous_period", "last_year", "earlier")
_DIFFERS = r"(?:(?P<up>偏?多|偏?高|偏?快|偏?早|偏?长|前移|提前)|(?P<down>节约|节省|少耗|偏?少|偏?低|偏?慢|偏?晚|偏?短|后移|推迟))"

# …|比上年末|增加62亿元, |较1-8月|收窄: read from the right, before a verb of change
# ，较|招标控制价|下浮6.2%: a value to compare with, where the clause opens with it
_SET_VALUE = r"\p{Han}{0,8}?(?:控制价|起拍价|底价|限价|评估价|标准|时限|方案|基准|基数|估值|合同价|概算)"
AGAINST = regex.compile(
    rf"(?r)(?:同比)?[比较与同在和]\s?(?:{OWN})"
    r"(?:相比|(?:的)?[高低]?(?:基数|水平)?(?:的)?基础(?:之?上)?)?"
    rf"|(?r)(?<=[，；：]|^)[比较](?P<base>{_SET_VALUE})"
)
# 比|燃油车|高出19.7个百分点, 比|行业控制值|低: anything else, where it opens a clause; no time, no plan
_OTHER = (
    r"(?![例重率值赛拟武选对为大多]"
    r"|\p{Han}{0,8}(?:[年月季期届周初末底前]|同|全[国省市县区州]|平均|预|计划|目标|任务))"
    r"[^，。；、\d比较]{2,10}"
)
# what they open with; most clauses have none
AGAINST_HINT = re.compile(r"[比较与同在和]")
# |比上年低|, |较常年偏高|, |比原打算多|, |较上年多查扣|: without a verb of change
DIFFERS = regex.compile(
    rf"(?r)[比较](?:{OWN})(?:的)?{_DIFFERS}(?:了|出)?(?:\p{{Han}}{{1,2}}|\L<act>)?"
    rf"|(?r)(?<=[，；：（]|^)[比较](?P<peer>{_OTHER})(?<![提抬升调拔]){_DIFFERS}(?:了|出)?"
    r"|(?r)(?P<yoy>同比)(?:(?P<up>多)|(?P<down>少))\L<act>"
    r"|(?r)(?:(?P<up>超额完成|超额|超出|超|高出|多出|高于|快于|超过|多于|领先)|(?P<down>低于|少于|慢于|滞后于?|落后于?|距离?|欠))了?"
    rf"(?:{_named('plan')})(?:任务)?(?:还|尚|仍)?(?:差|少|多)?"
    r"|(?r)(?:(?P<up>高出|高于|多出|多于|快于|好于|优于|长于)|(?P<down>低于|少于|慢于|短于))了?"
    rf"(?:{_named('last_year', 'earlier')})",
    act=[word for word in words("action") if len(word) > 1],
)
# 高于|全省均值|, 快于|支出增速|, |比全国平均水平高|
PEER = regex.compile(
    r"(?r)(?<![提抬升调拔])(?:(?P<up>\L<up>)|(?P<down>(?<![降减压])\L<down>))(?:了|出)?"
    r"(?:同期|上年|去年)?"
    rf"(?P<peer>(?:{_PEERS})|(?<=[高快低慢多少优好]于|超过|领先|落后)[\p{{Han}}]{{2,8}}"
    r"(?:增速|增幅|水平|均值|涨幅|降幅|收入|支出|投资|比重))"
    rf"|(?r)(?:[比较](?P<peer>(?:{_PEERS}?))|与(?P<peer>(?:{_PEERS}?))相比)"
    r"(?:(?P<up>\L<up>|多|快|优|好|大|长)|(?P<down>\L<down>|少|小|慢|差|短))(?:了|出)?",
    up=UP,
    down=DOWN,
)
# what PEER matches holds one of these
PEER_HINT = re.compile(rf"{any_of([*UP, *DOWN, '相比'])}|[比较]")


def basis_of(match: regex.Match[str]) -> tuple[Basis, tuple[int, int]] | None:
    """Give the basis of the reference in a match and where it stands; None where none is there."""
    for basis in ("plan", "previous_period", "yoy", "base", "peer"):
        if basis in match.re.groupindex and match[basis]:
            return basis, match.span(basis)
    return None


def reference_in(view: str, span: Span) -> tuple[Basis, Span] | None:
    """Find the reference that a stretch ends with, and its basis: 比|年初预算数."""
    match = AGAINST.match(view, *span)
    found = basis_of(match) if match else None
    return (found[0], Span(*found[1])) if found else None
