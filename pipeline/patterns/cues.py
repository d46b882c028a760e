"""Cues to the function of a passage, each under the name it has as a feature.

Python's own ``re`` here: it does such lists of literal words in a third of the time that ``regex`` takes, and has possessive groups too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

# 一、, （二）, 3., 一是 and list marks before a sentence
NUMBERING = re.compile(r"(?:[\s*#]|[一二三四五六七八九十]{1,3}、|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]|[①-⑳●■◆▲•·—–-])*+")
CLAUSE_MARKS = "，,；;：:。！？!?"
COMMA = re.compile(r"[，,；;：:]")
DIGITS = "0123456789０１２３４５６７８９"
DIGIT = re.compile(f"[{DIGITS}]")

CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("perfective", re.compile(r"了(?!解)|完成|实现|取得|获得|荣获|获评|建成|达到|突破|创|圆满|成功|顺利")),
    ("result", re.compile(r"增长|下降|提升至|增至|降至|排名|位居|位列|列全|居全|第一|首位|前列|新高|新突破|新成效|新进展|明显|显著|持续向好|稳中|改善|巩固|有力|有效|扎实|成效|得到|不断(?:完善|提高|提升|增强|优化|扩大)|进一步(?:增强|提升|夯实|完善|优化|扩大)$", re.MULTILINE)),
    ("honour", re.compile(r"荣获|被评为|被授予|获评|表彰|先进|称号|入选|推广|肯定|批示|通报表扬|一等奖")),
    ("will", re.compile(r"将|拟|要(?!素|求|点|件|闻|案|事|害|塞|道)|力争|争取|确保|计划|打算|下一步|今年|明年|年内|年底前|到20\d\d年|到“|预期|目标")),
    ("goal", re.compile(r"力争|争取|确保|达到|实现|不低于|不超过|控制在|左右|以上|以内|全覆盖|清零|目标(?:是|为)|预期目标|奋斗目标|早日|更加|让.{2,12}(?:更|成为|共享)")),
    ("push", re.compile(r"推进|推动|加强|加快|深化|强化|完善|健全|落实|实施|开展|建立|组织|优化|加大|抓好|做好|坚持|统筹|着力|大力|持续|深入|全面|积极|严格|支持|鼓励|引导|培育|打造|构建|促进|制定|出台|印发|安排|探索|推行|严厉|聚焦|围绕")),
    ("continue", re.compile(r"^(?:要)?(?:继续|持续|进一步|不断|加快|扎实|深入|切实|努力|全力|坚决|积极|大力|着力)", re.MULTILINE)),
    ("problem", re.compile(r"不足|不够|不强|不高|不优|不平衡|不充分|困难|问题(?:仍|还|依然|突出|较多)|短板|弱项|差距|风险(?:隐患)?(?:仍|较|依然)|压力(?:加?大|较大|依然)|矛盾|滞后|薄弱|严峻|偏(?:低|弱|慢|小|少|紧)|缺乏|制约|有待|亟待|下行|隐患(?:依然|仍)|瓶颈|任重道远|形势(?:依然|仍|更加)?(?:复杂|严峻)|仍(?:然|有|需|存)|还(?:存在|有|不)|存在(?:的)?(?:问题|不足|一些)")),
    ("guide", re.compile(r"以习近平|为指导|坚持以|在.{2,30}(?:领导|指导|支持|关心|帮助|监督)下|贯彻落实(?:党的|习近平)|总体要求|指导思想|重要讲话|重要指示|必须(?:坚持|始终|牢牢)|深刻认识|充分认识|始终坚持|牢记")),
    ("thanks", re.compile(r"感谢|谢意|敬意|各位代表|同志们|大家|请予审议|报告如下|汇报如下|总结如下|以上报告|谨此|现将|我代表")),
    ("lead_in", re.compile(r"以下|如下|几个?方面|主要(?:做了|抓了|是|有|体现)")),
    ("look_back", re.compile(r"过去(?:的)?(?:一|五)年|回顾|一年来|五年来|来之不易|实践证明|体会|启示")),
    ("look_ahead", re.compile(r"展望|站在新|新征程|新的一年|让我们|携手|不负|奋勇|奋力|谱写|开创|团结")),
    ("counted", DIGIT),
    ("percent", re.compile(r"%|％|百分点")),
    ("fixed", re.compile(r"左右|以上|以内|不低于|不超过")),
    ("done_verb", re.compile(r"(?:建成|新增|查处|审结|办结|完成|培训|发放|整改|打掉|破获|抓获|受理|办理|处置|救助|新建|改造)[^，。\n]{0,16}\d")),
    ("subject_first", re.compile(r"^[\u3400-\u9fff“”、（）]{2,16}(?:持续|不断|稳步|加快|深入|明显|显著|进一步|全面|有序|扎实|更加|日益|逐步|有力|有效|纵深|蓬勃|平稳|实现|取得|完成|突破|提升|增强|改善|优化|彰显|凸显|提质|增效|向好)", re.MULTILINE)),
    ("colon", re.compile(r"[:：]")),
    ("quote_name", re.compile(r"《")),
    ("meeting", re.compile(r"召开|会议|研究部署|传达学习|专题")),
    ("year_be", re.compile(r"20\d\d年是|今年是|是.{0,20}(?:之年|关键期|开局)")),
    ("no_accident", re.compile(r"不发生|零发生|未发生|杜绝|坚决防止|遏制")),
)

# a clause that acts (推进…, 出台…), one that tells how things turned out (…增长5%, 形势持续向好), one that counts an output (建成7个)
ACTS = re.compile(
    r"(?:我们|全[省市县区院局]|同时|并|还|也|又|要|将|继续|持续|进一步|不断|加快|深入|扎实|切实|全面|积极|大力|着力|全力|严格|坚决|有序|稳步|统筹|协同|认真|努力|加力|纵深|系统|精准|主动|广泛|及时|牢牢|始终|充分|更加|重点|率先|常态化|高标准|高质量|高水平|一体|分类|依法|深度|精心|强力|用力|狠|从严|注重|更好|重拳|千方百计|多渠道|因地制宜|"
    r"(?:以|围绕|通过|按照|针对|结合|依托|聚焦|对|为|在|坚持以|把|将|从)[^，]{1,24}?)*"
    r"(?:推进|推动|加强|加快|深化|强化|完善|健全|落实|实施|开展|建立|组织|优化|加大|抓|做|坚持|统筹|支持|鼓励|引导|培育|打造|构建|促进|制定|出台|印发|安排|探索|推行|严厉|聚焦|围绕|发挥|拓展|扩大|保障|规范|推广|整合|整治|治理|打击|防范|化解|保护|服务|利用|提升|提高|创新|改革|举办|召开|承办|创建|设立|成立|组建|启动|实行|执行|开放|引进|引入|吸引|加固|修订|编制|起草|提请|建设|发展|培养|宣传|营造|巩固|落地|稳定|稳住|稳|稳妥|补齐|壮大|激发|释放|盘活|畅通|延伸|提供|发布|取消|下放|简化|压减|压缩|降低|减免|减轻|清理|排查|检查|督促|督导|约谈|通报|研究|部署|谋划|争取|对接|办好|办|守牢|守护|筑牢|夯实|维护|捍卫|落细|用好|用足|用活|管好|建好|建强|做好|做强|做优|做大|抓好|抓实|抓紧|突出|突破|攻坚|打好|打造|践行|弘扬|树立|增强|树牢|扛牢|压实|明确|纳入|参与|融入|对标|立足|锚定|紧盯|紧扣|紧抓|瞄准|接受|自觉|认定|遴选|选派|选聘|招录|招聘|招引|轮岗|提拔|慰问|走访|帮扶|资助|救助|指导|培训|轮训|演练|监测|监管|监督|审查|审批|审核|核发|办理|受理|立案|查办|侦办|查处|处置|调解|处理|化解|追缴|移送|起诉|执行|推介|投入|拨付|下达|发放|兑现|减税|设置|配备|更新|改造|修建|新建|扩建|改建|铺设|种植|栽植|绿化|疏通|清淤|修复|恢复)"
)
# each alternative opens with a letter of its own, so that a search can skip to those letters
_BETTER = "|".join(f"{how}(?:提升|提高|增强|改善|优化|好转|加快|扩大|夯实|完善|推进|铺开|推开)" for how in ("明显", "显著", "稳步", "有效", "大幅", "全面", "进一步"))
TURNS_OUT = re.compile(
    rf"(?:{_BETTER}|增长|上升|下降|减少|增加|提高到|提升到|提升至|增至|升至|降至|达到?|突破|超过|超|占|居|位居|位列|名列|排名|跃居|保持|稳定在|实现(?!.{{0,6}}(?:全覆盖监管))|完成|取得|荣获|获得|获评|获批|获|入选|入围|被评为|被授予|被|落户|落地|投入运[营行]|投用|投运|投产|建成|通车|开通|竣工|上线|揭牌|挂牌|清零|惠及|受益|带动|形成|创|打破|填补|通过|摘|摆脱|扭转|遏制|杜绝|解决|零发生|未发生|没有发生|不断(?:完善|提高|提升|增强|优化|扩大|改善|深化)|持续(?:向好|改善|提升|增强|优化|巩固|扩大|深化|完善|提高)|向好|丰硕|凸显|彰显|显现|增强|提质增效|焕然一新|热烈反响|肯定|推广|认可|好评|新(?:台阶|突破|成效|进展|成绩|局面|高|气象|活力|进步|提升|跨越))"
)
OUTPUT = re.compile(r"(?:[\u3400-\u9fff]{0,6})?(?:新建成?|建成|新增|完成|改造|培训|发放|查处|查获|破获|侦破|审结|执结|办结|受理|办理|打掉|抓获|起诉|救助|处置|整改|检查|开展|出动|新改扩建|开工|修建|硬化|安装|新开工|基本建成|引进|签约|落地|培育|认定|化解|调解|挽回|追回|减免|退还|拨付|兑付|清退|关停|拆除)[^，]{0,30}?\d")


def clause_types(texts: Sequence[str]) -> list[str]:
    """One letter a clause of each text: F an output counted, R how things turned out, V an action, N none of these. All clauses are read as one page.

    >>> clause_types(["深化文化体制改革，加强市场建设，文化产业增加值增长15%以上。", "各位代表"])
    ['VVR', 'N']
    """
    clauses = [COMMA.split(text.rstrip("。；！？;!? ")) for text in texts]
    page, starts = _page(list(chain.from_iterable(clauses)))
    letters = ["N"] * (len(starts) - 1)
    for i in _holders(TURNS_OUT, page, starts):
        letters[i] = "R"
    counts = frozenset(_holders(DIGIT, page, starts))
    for i, start in enumerate(starts[:-1]):
        end = starts[i + 1] - 1
        if i in counts and OUTPUT.match(page, start, end):
            letters[i] = "F"
        elif acts := ACTS.match(page, start, end):
            letters[i] = "R" if i in counts and TURNS_OUT.search(page, acts.end(), end) else "V"
    line = "".join(letters)
    ends = list(accumulate(map(len, clauses)))
    return [line[a:b] for a, b in zip([0, *ends], ends, strict=False)]


# a cue of the opening of a passage is looked for there alone
_OPENINGS = tuple((name, pattern) for name, pattern in CUES if pattern.pattern.startswith("^"))
_INSIDE = tuple((name, pattern) for name, pattern in CUES if not pattern.pattern.startswith("^"))
NAMES = tuple(name for name, _ in (*_OPENINGS, *_INSIDE))


def found(texts: Sequence[str]) -> list[NDArray[np.int64]]:
    """For each cue of ``NAMES`` the numbers of the ``texts`` (of one line each) that hold it. All are searched as one page, which spares most calls.

    >>> [NAMES[i] for i, held in enumerate(found(["力争增长5%", "各位代表"])) if 0 in held]
    ['result', 'will', 'goal', 'counted', 'percent']
    """
    page, starts = _page(texts)
    opening = [[i for i, start in enumerate(starts[:-1]) if pattern.match(page, start)] for _, pattern in _OPENINGS]
    return [np.array(held, np.int64) for held in opening + [_holders(pattern, page, starts) for _, pattern in _INSIDE]]


def _page(lines: Sequence[str]) -> tuple[str, list[int]]:
    """The lines as one text, and where each begins; last, where the next one would."""
    return "\n".join(lines), [0, *accumulate(len(line) + 1 for line in lines)]


def _holders(pattern: re.Pattern[str], page: str, starts: Sequence[int]) -> list[int]:
    """The numbers of the lines that hold a pattern."""
    held: list[int] = []
    match = pattern.search(page)
    while match:
        held.append(bisect_right(starts, match.start()) - 1)
        match = pattern.search(page, starts[held[-1] + 1])
    return held
