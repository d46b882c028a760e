"""Ellipsis: what a name leaves out, taken from the figure that governs it.

死亡 of an accident, 审结 of the cases received, 其余 of what was counted, a measure that a series says
once. What is too long to stand in a name is its topic (``left_out``).
"""

from __future__ import annotations

import re

import regex

from pipeline.extract import beside, measures, names
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve.bare_acts import BARE_ACT, STANDING_OPEN, bare_act
from pipeline.extract.resolve.governors import LONGEST_GOVERNOR, governing, governor_of
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.extract.themes import theme
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 隐患|排查, 问题|大起底
SOUGHT = regex.compile(
    r"(?P<what>安全隐患|风险隐患|隐患|风险点?|问题|线索|漏洞|矛盾纠纷|矛盾|纠纷|违法行为)(?:大)?(?:排查|检查|清查|起底|摸排|整治|清理)"
)
_FINDS = frozenset(words("finds"))
_CASES = frozenset(words("opens_case"))
_CLAUSES_BACK = 4
_LONGEST_PENDING = 16
_NO_THING = frozenset(
    (*words("how_done"), *words("closed"), *words("outcome"), *words("leaves"), "存栏", "出栏")
)
_BODIES = ("部门", "机关", "公安", "法院", "检察院", "单位")
_LONGEST_OBJECT = 10
_LONGEST_TOLD = 8  # characters of what is told of the rest that stand in its name
# units of so many things that the object is sought in the sentence alone
_COMMON = frozenset(("人", "名", "个", "次", "项", "人次"))
_EVENTS = frozenset(("场", "场次", "期", "届"))
_TRANSITIVE = frozenset(words("transitive"))
_NOMINAL = frozenset(words("verbal_noun"))
_NO_OBJECT = frozenset(words("closed") + words("verbal_noun") + words("noun_act"))

# 棚户区改造|开工, 信访积案|化解
DONE_TAIL = regex.compile(
    r"(?<=\p{Han}{2})(?:\L<done>)$",
    done=[
        *words("closed"), *words("transitive"), *words("outcome"), *words("asked_for"),
        *words("opens_case"),
    ],
)
# 批准|和决定逮捕|犯罪嫌疑人, 改造|并配备|设施: what else was done to the same
JOINED = regex.compile(
    r"(?:[和及与、并]|或者?)\p{Han}{2}(?:\L<act>)?(?=\p{Han}{2})", act=words("action")
)
# 二审|审结|案件: what was done to them, inside
CLOSED_CASES = regex.compile(r"(?<=\p{Han}{2})(?:审结|办结|执结|立案|受理|收案)(?=案件$)")
# |其余|7处: what is left of the things counted
REST = regex.compile(
    r"(?P<rest>其余|剩余|剩下|余下|(?<!\p{Han})[尚还仍]有|另有?|(?<![及和与、])其他|另外)(?:的|有|尚有|还有)?\s*$",
)
# 均|落实, 已|关停, 正在|整改: what is told of things that are not named again
ACT_OPENS = re.compile(
    rf"(?:均|也|已|正|尚|全部|继续|仍|将|未|都|正在|按|限期|限时|计划|预计|预期|拟|逐|陆续|年底|月底|年内)"
    rf"|(?:{c.ACTION.pattern})"
)
# 剩余2处|计划年底完工, 余下5件|因产权不清正在会商: what is not done yet, or why, tells not what they are
NOT_YET = re.compile(r"\s*(?:因|由于|受|计划|预计|预期|拟|将|正|尚|仍|待|暂|限期|限时|年底|月底|年内|继续|也|现)")
# 总投资2万亿元|的389个|重点项目, 总投资15.8亿元|的水库枢纽工程
OF_WHAT = regex.compile(r"\s*的\s*(?P<thing>[^，。；、的]{2,24})")
PER_END = regex.compile(r"(?<!平)[人户亩日月年车班校村]均$|平均$")
COUNTED_OPEN = regex.compile(r"^\d+(?:\.\d+)?[个项家座条处所]")


def with_object(
    setting: Setting, state: State, name: Phrase, owner: Mention, lead: Mention
) -> Phrase:
    """Give a name that leaves its object out that of the figure it counts with.

    新开工保障性安居工程666万套，基本建成|544万套; 排查隐患46处，已治理|39处; 其中列入省级盘子的|4个.
    """
    relative = _relative(setting, lead)
    bare = bare_act(name)
    if name in measures.TWINS:  # 肉牛存栏12万头、|出栏|5.6万头
        return name
    if not (relative or bare) or not name or (bare and bare["act"] in _NO_OBJECT):
        return name
    thing = _object_before(setting, state, lead)
    if thing and str(thing) not in name and len(thing) <= _LONGEST_OBJECT:
        return thing + name if name.endswith("案") else name + thing  # 刑事立案874起，|破案|416起
    last = state.last
    if name.endswith("案"):  # 立案43件，|结案|41件
        return name
    if last and last.name in _CASES and last.value and last.value.unit == lead.unit:
        return last.name.by("inherited_object") + name  # 立案23件、|办结21件
    if bare and bare["act"] in _FINDS and (thing := _sought(setting, lead)):
        return name + thing
    if name not in _TRANSITIVE:
        return name
    pending = beside.pending(setting.sentence, owner)
    return name + pending if len(pending) <= _LONGEST_PENDING else name


def _sought(setting: Setting, lead: Mention) -> Phrase:
    """Give what the clauses before sought: 开展|隐患|排查，发现|318处."""
    cells = setting.sentence.cells
    for index in range(lead.cell - 1, max(-1, lead.cell - _CLAUSES_BACK), -1):
        if match := SOUGHT.search(setting.view, *cells[index].span):
            return take(setting.view, Span(*match.span("what")), "inherited_object")
    return NOTHING


def _object_before(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Give what the last row counted in the unit of a figure counts; a part only for parts."""
    if lead.unit in RATIOS or not lead.unit or lead.unit.endswith("元"):
        return NOTHING
    if lead.unit in _EVENTS:  # 健康讲座24场、|义诊|12场: an act that is held has no object
        return NOTHING
    chained = setting.chained and (lead.unit not in _COMMON or _relative(setting, lead))
    for row in state.near(chained=chained):
        if row.value is None or row.value.unit != lead.unit or row.within or row.whole:
            continue
        if _relative(setting, lead) and _relative(setting, row.mention):
            continue  # 涉农民工的2140人次、涉未成年人的|386人次
        thing = thing_of(row).without(DONE_TAIL)
        acts = bare_act(thing) or c.ACTION_TAIL.match(thing)
        if len(thing) > 1 and _is_thing(thing) and not acts:
            return thing.by("inherited_object")
    return NOTHING


def counted_before(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Give of what there is now so many more: 新登记|企业|5370户，注销2460户，净增2910户."""
    thing = _object_before(setting, state, lead)
    if not thing and state.last:
        thing = thing_of(state.last)
    return thing if len(thing) > 1 else NOTHING


def thing_of(row: Row) -> Phrase:
    """Take of a name what was done to it: 当场整改|隐患, 查出|隐患; 信访|积案化解 is of 信访.

    在册|矫正对象, 新收|案件 are of things that stand or came in.
    """
    return _acted_upon(row).without(STANDING_OPEN, count=1).without(CLOSED_CASES)


def _acted_upon(row: Row) -> Phrase:
    opened = BARE_ACT.match(str(row.name))
    longer = opened is not None and len(row.action) < opened.end() < len(row.name) - 1
    if opened and longer and opened["act"] not in _NOMINAL:
        return row.name[opened.end() :].removesuffix("发生")
    whole = row.name.removeprefix("" if row.action in _NOMINAL else row.action)
    if row.action and (joined := JOINED.match(whole)):  # 批准|和决定逮捕|犯罪嫌疑人
        whole = whole[joined.end() :]
    return whole.removeprefix("的").removesuffix("发生").removesuffix("责任")


def _is_thing(name: Phrase) -> bool:
    """Tell whether a name is of a thing: not 当场, 完工, nor the 行业部门 that a case goes to."""
    if c.PER_START.match(name) or PER_END.search(name):  # 法官人均|结案
        return False
    return str(name) not in _NO_THING and not name.endswith(_BODIES)


def rest(setting: Setting, state: State, lead: Mention, behind: Span) -> Phrase:
    """Name what is left of things counted before: 排查隐患46处，其余|7处|均落实管控措施."""
    match = REST.search(setting.view, *lead.figure.left)
    if match is None:
        return NOTHING
    after = names.words_behind(setting.view, behind)
    told = setting.view[behind.start : behind.end].lstrip()
    unnamed = not after or ACT_OPENS.match(told) or NOT_YET.match(told)
    thing = _object_before(setting, state, lead) if unnamed else NOTHING
    thing = thing if len(thing) <= _LONGEST_OBJECT else NOTHING
    untold = NOT_YET.match(told) or (thing and len(after) > _LONGEST_TOLD)
    left = take(setting.view, Span(*match.span("rest")), "rest") + thing
    return left if untold else left + after


def left_out(setting: Setting, state: State, name: Phrase, lead: Mention) -> Phrase:
    """Give what a name leaves out and is too long to stand in it: that is its topic."""
    if measures.dependent(name):
        if thing := said_behind(setting, lead):
            return thing
        governor = governor_of(state, lead, name)
        before = governing(governor, name) if governor else NOTHING
        return before if len(before) > LONGEST_GOVERNOR else NOTHING
    if not bare_act(name) and not _relative(setting, lead):
        return NOTHING
    thing = _object_before(setting, state, lead)
    return thing if len(thing) > _LONGEST_OBJECT else NOTHING


def said_behind(setting: Setting, lead: Mention) -> Phrase:
    """总投资15.8亿元|的龙潭水库枢纽工程|实现截流: of what a measure is, where that stands behind it."""
    cell = setting.sentence.cells[lead.cell]
    match = OF_WHAT.match(setting.view, lead.figure.end, cell.span.end)
    if match is None:
        return NOTHING
    thing = theme(setting.view, Span(*match.span("thing")), setting.sentence.edges)
    return thing.without(COUNTED_OPEN, count=1)


def _relative(setting: Setting, lead: Mention) -> bool:
    """列入省级盘子的|4个: whether a clause stands before a number that says which of them."""
    left = lead.figure.left
    return setting.view[left.start : left.end].rstrip().endswith("的")
