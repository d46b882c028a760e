"""Names that lean on what was said before: ellipsis, per-head values, shares, completions, goals.

Each rule takes words from an antecedent; its name goes with them as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import lists, measures, names, subjects
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row, stem
from pipeline.extract.themes import theme
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

_LONGEST_OBJECT = 16
_LONGEST_THING = 10  # a longer one goes to the topic
_LONGEST_GOVERNOR = 14
# units of too many things to be sought beyond a sentence
_INCREMENTS = frozenset(("新增", "净增", "增加"))
_COMMON = frozenset(("人", "名", "个", "次", "项", "人次"))
_OUTCOMES = frozenset(words("outcome"))
_SAME_THING = {
    "产量": "产",
    "总产": "产",
    "总产量": "产",
    "单产": "产",
    "规模": "产",
    "银牌": "牌",
    "铜牌": "牌",
}
_TRANSITIVE = frozenset(words("transitive"))
_NO_OBJECT = frozenset(words("closed") + words("verbal_noun") + words("noun_act"))


def worded(
    setting: Setting,
    state: State,
    group: Sequence[Mention],
    owner: Mention,
    subject: Span,
    behind: Span,
) -> Phrase:
    """Compose the name of a group from its words, or from those of the figure before it."""
    lead, sentence = group[0], setting.sentence
    name = (
        per_head(setting, state, lead)
        or _of_what(setting, lead, subject)
        or _done_for(setting, lead, behind)
        or _among(setting, lead, behind)
        or _rest(setting, state, lead, behind)
        or names.compose(setting.view, subject, behind, sentence.edges)
    )
    if len(group) == 1:
        name += lists.shared_noun(sentence, lead)
        name += lists.shared_predicate(sentence, lead)
    if frame := c.FRAME_NAME.match(name):
        name = name[slice(*frame.span("thing"))]
    name = name or sentence.pending(owner)
    if not name and state.last:
        name = state.last.name.by("inherited")
    if not sentence.text(behind):
        name = _with_object(setting, state, name, owner, lead)
    if len(group) == 1 and lead.unit.endswith("元") and c.GIVES.search(name):
        name += sentence.purpose(lead)
    return name


def per_head(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name a value over a head or a day by the total before it: 生产总值186亿元，|人均|4.2万元."""
    span = lead.said.cue("adverb")
    left = lead.figure.left
    own = c.PER_ALONE.fullmatch(setting.view, lead.subject.start, left.end)
    if own:
        span = Span(*own.span("per"))
    elif span is None or not c.PER.fullmatch(setting.view, *span):
        return NOTHING
    if state.last is None or (not own and setting.sentence.text(lead.subject)):
        return NOTHING
    per = take(setting.view, span, "per_head")
    of = state.last.name.removeprefix(state.last.action).without(c.PER_START, count=1)
    return per + of.by("per_head")


def _of_what(setting: Setting, lead: Mention, subject: Span) -> Phrase:
    """Name a measure without what stands behind 的: 总投资|15.8亿元的水库枢纽工程实现截流."""
    name = setting.sentence.text(subject)
    return name if measures.dependent(name) and _said_behind(setting, lead) else NOTHING


def _done_for(setting: Setting, lead: Mention, behind: Span) -> Phrase:
    """为508名|被执行人|出具信用修复证明: what was done, then to whom."""
    view, last = setting.view, lists.behind_whom(setting.sentence, lead)
    done = names.act_behind(view, last, setting.sentence.edges) if last else None
    if done is None:
        return NOTHING
    act, whom = done
    if last != behind:
        whom = names.words_behind(view, behind)
    return subjects.tidy(take(view, act, "act_behind") + whom)


def _among(setting: Setting, lead: Mention, behind: Span) -> Phrase:
    """11家|重点企业|中有7家|减产, 停业的民宿|中已有41家|恢复营业: of whom, then what they did."""
    view, left = setting.view, lead.figure.left
    among = c.AMONG.match(view, *left)
    after = names.words_behind(view, behind) if among else NOTHING
    if not among or not after:
        return NOTHING
    start = left.start
    if not lead.position:
        start = setting.sentence.head(Span(left.start, among.start())).start
    return subjects.tidy(take(view, Span(start, among.start()), "among") + after)


def _with_object(
    setting: Setting, state: State, name: Phrase, owner: Mention, lead: Mention
) -> Phrase:
    """Give a name that leaves its object out that of the figure it counts with.

    新开工保障性安居工程666万套，基本建成|544万套; 排查隐患46处，已治理|39处; 其中列入省级盘子的|4个.
    """
    relative = _relative(setting, lead)
    bare = c.BARE_ACT.fullmatch(name)
    if not (relative or bare) or not name or (bare and bare["act"] in _NO_OBJECT):
        return name
    thing = counted(setting, state, lead)
    if thing and str(thing) not in name and len(thing) <= _LONGEST_THING:
        return name + thing
    if name not in _TRANSITIVE:
        return name
    pending = setting.sentence.pending(owner)
    return name + pending if len(pending) <= _LONGEST_OBJECT else name


def counted(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Give what the last row counted in the unit of a figure counts; a part only for parts."""
    if lead.unit in RATIOS or not lead.unit or lead.unit.endswith("元"):
        return NOTHING
    for row in state.near(chained=setting.chained and lead.unit not in _COMMON):
        if row.value is None or row.value.unit != lead.unit or row.within or row.whole:
            continue
        thing = row.name.removeprefix(row.action).without(c.DONE_TAIL)
        if len(thing) > 1 and not (c.BARE_ACT.fullmatch(thing) or c.ACTION_TAIL.match(thing)):
            return thing.by("inherited_object")
    return NOTHING


def _rest(setting: Setting, state: State, lead: Mention, behind: Span) -> Phrase:
    """Name what is left of things counted before: 排查隐患46处，其余|7处|均落实管控措施."""
    match = c.REST.search(setting.view, *lead.figure.left)
    after = names.words_behind(setting.view, behind)
    if match is None:
        return NOTHING
    thing = counted(setting, state, lead) if not after or c.ACT_OPENS.match(after) else NOTHING
    if len(thing) > _LONGEST_THING or not (after or thing):
        thing = NOTHING
    return take(setting.view, Span(*match.span("rest")), "rest") + thing + after


def share(setting: Setting, state: State, lead: Mention, subject: Span) -> Phrase:
    """Name a share by its whole (占全国比重); without a part of its own it is one of the last row."""
    text = setting.sentence.text(subject)
    if lead.unit != "%" and lead.figure.numeral.rule != FRACTION:
        return NOTHING
    ratio = c.RATIO_TO.search(setting.view, *lead.figure.left)
    if ratio and state.last:
        return state.last.name.by("inherited") + take(setting.view, Span(*ratio.span("said")), "share")
    match = c.SHARE.match(text)
    if not match:
        return NOTHING
    part = text[slice(*match.span("part"))]
    if not part:
        part = setting.sentence.pending(lead)
        if state.last:
            part = state.last.name.by("inherited")
    of = text[match.end("part") :].without(c.OF)
    whole = of[: 1 + len(match["whole"])] if match["whole"] else of[:1]
    noun = match["noun"] or ("比重" if match["whole"] else "比")
    return subjects.tidy(part + whole + supplied(noun, lead.figure.numeral.span.start, "share"))


def completions(
    setting: Setting, state: State, group: Sequence[Mention], owner: Mention
) -> list[Row]:
    """Name completion rates (完成年度目标的107%) by what was named just before: …完成年度目标比例.

    [] where the phrase is not about a target.
    """
    own = setting.sentence.text(owner.subject)
    match = c.COMPLETION.fullmatch(own) if group[0].unit == "%" else None
    if match is None:
        return []
    count = len(group)
    if len(state.rows) >= count:
        wholes = [row.name for row in state.rows[-count:]]
    elif state.last:
        wholes = [state.last.name] * count
    else:
        wholes = [setting.sentence.pending(group[0])] * count
    if not all(wholes):
        return []
    said = own[slice(*match.span("words"))].without(c.HOW_COMPLETED, count=1).by("completion")
    rate = said + supplied("比例", owner.figure.numeral.span.start, "completion")
    return [Row(whole.by("inherited") + rate, None, owner) for whole in wholes]


def completed(setting: Setting, state: State, name: Phrase, mention: Mention) -> Phrase:
    """死亡 after 一般程序道路交通事故 → 一般程序道路交通事故死亡."""
    bracketed = mention.opener == "（" and name in _OUTCOMES  # （已完成56条）
    if said := _measured_alike(state, name, mention):
        return name + said
    if twin := c.TWINS.get(str(name)):
        return _beside_twin(state, name, twin)
    if not measures.dependent(name) and not bracketed:
        return name
    governor = next((row for row in reversed(state.recent) if _governs(row, mention)), None)
    over = c.PER_HEAD.fullmatch(name)
    if governor is None:
        return name + setting.sentence.pending(mention) if over else name
    if over:
        return name + governor.name.removeprefix(governor.action).by("ellipsis")
    if governor.name.endswith(name):
        return name
    before = _governing(governor, name)
    return before + name if len(before) <= _LONGEST_GOVERNOR else name


def _measured_alike(state: State, name: Phrase, mention: Mention) -> Phrase:
    """Give the measure that a kind of thing leaves out: 采矿业利润增长48.6%；|制造业|下降13.4%."""
    if measures.is_measure(name) or not c.CATEGORY.search(name) or c.ACTION.match(name):
        return NOTHING
    for row in state.antecedents:
        measure = measures.measure_of(row.name)
        if not measure:
            continue
        kind = row.name[: len(row.name) - len(measure)]
        if not c.CATEGORY.search(kind) or not _measured_in(row, mention):
            return NOTHING
        return row.name[len(kind) :].by("measured_alike")
    return NOTHING


def _measured_in(row: Row, mention: Mention) -> bool:
    """Tell whether a figure may be of the measure of a row: 元 beside 元, a growth beside one."""
    if mention.said.role == "change":
        return bool(row.changes)
    return row.value is not None and row.value.unit == mention.unit and mention.unit.endswith("元")


def left_out(setting: Setting, state: State, name: Phrase, lead: Mention) -> Phrase:
    """Give what a name leaves out and is too long to be put into it: that is its topic."""
    if measures.dependent(name) and (thing := _said_behind(setting, lead)):
        return thing
    if measures.dependent(name):
        governor = next((row for row in state.recent[::-1] if _governs(row, lead)), None)
        before = _governing(governor, name) if governor else NOTHING
        return before if len(before) > _LONGEST_GOVERNOR else NOTHING
    if not c.BARE_ACT.fullmatch(name) and not _relative(setting, lead):
        return NOTHING
    thing = counted(setting, state, lead)
    return thing if len(thing) > _LONGEST_THING else NOTHING


def _said_behind(setting: Setting, lead: Mention) -> Phrase:
    """总投资15.8亿元|的龙潭水库枢纽工程|实现截流: of what a measure is, where that stands behind it."""
    cell = setting.sentence.cells[lead.cell]
    match = c.OF_WHAT.match(setting.view, lead.figure.end, cell.span.end)
    if match is None:
        return NOTHING
    thing = theme(setting.view, Span(*match.span("thing")), setting.sentence.edges)
    return thing.without(c.COUNTED_OPEN, count=1)


def _relative(setting: Setting, lead: Mention) -> bool:
    """列入省级盘子的|4个: whether a clause stands before a number that says which of them."""
    left = lead.figure.left
    return setting.view[left.start : left.end].rstrip().endswith("的")


def _beside_twin(state: State, name: Phrase, twin: regex.Pattern[str]) -> Phrase:
    """社会保险基金收入15.6亿元、|支出|14.2亿元: of what the twin of a measure is, so is the measure."""
    for row in state.antecedents:
        if (match := twin.search(row.name)) and match.start():
            return row.name[: match.start()].by("ellipsis") + name
    return name


def _governs(row: Row, mention: Mention) -> bool:
    """Tell whether a row may complete a name.

    It stands on its own, is no ratio, and not in a bracket that the mention is outside of.
    """
    if row.completed or measures.dependent(row.name) or c.PER_HEAD.match(row.name):
        return False
    if row.value and row.value.unit in RATIOS:
        return False
    return mention.bracketed or not row.mention.bracketed


def _governing(governor: Row, name: Phrase) -> Phrase:
    """Give of a governor what goes before a name that leans on it."""
    whole = stem(governor.name)
    rate = name.endswith("率")  # 审结|案件…结案率, 整改|案件…整改率
    counted_up = governor.action in _INCREMENTS  # 新增|就业…完成率
    if governor.action and ((rate and not counted_up) or name.startswith(governor.action)):
        whole = whole.removeprefix(governor.action)
    elif name[:2] == whole[-2:]:  # 房屋签约…签约率
        whole = whole[:-2]
    elif name in _SAME_THING and (last := c.GIVES_WAY[_SAME_THING[name]].search(whole)):
        whole = whole[: last.start()]
    return whole.by("ellipsis")


def goal_at(setting: Setting, mention: Mention) -> Span | None:
    """Find the word that makes a figure a goal (力争, 原定目标); None where none leads to it."""
    if mention.said.against or {"peer", "compared"} & set(mention.said.said):
        return None  # 低于预期目标4.9个百分点: what is reached is set beside a goal
    left = mention.figure.left
    hinted = c.GOAL_HINT.search(setting.view, *left)
    match = c.GOAL.search(setting.view, *left) if hinted else None
    return Span(*match.span()) if match else None


def is_goal(setting: Setting, mention: Mention) -> bool:
    """Tell whether the words that lead to a figure say that it is aimed at."""
    return goal_at(setting, mention) is not None
