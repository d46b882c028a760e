"""The words of a name: of its own clause, over a head, of a share or a completion; and goals.

Each rule takes words from an antecedent; its name goes with them as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import beside, lists, measures, names, subjects
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.resolve import ellipsis, references
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

OF = regex.compile(r"^的")
SHARE = regex.compile(
    r"^(?P<part>.*?)(?:的)?占(?!有[率量])(?P<whole>[^，。；]*?)(?:的)?(?P<noun>比重|比例|比|份额)?$",
)
# over what a value is taken: 人均, 亩均
PER = regex.compile(r"[人户亩日月车校班村店床笔]均")
# 经费支出…，|与国内生产总值之比|为2.55%
RATIO_TO = regex.compile(r"(?P<said>与[^，。；、\d]{2,16}之比)(?:为|是|达到?|约)*\s*$")
GIVES = regex.compile(r"(?:安排|投入|下达|拨付)(?:各类|国债|专项|补助|财政|补贴|扶持|上级|中央|省级|市级)*(?:资金|经费|专款)?$")
# 占|年度任务|44亿元的101%: an amount that was due
PLANNED = regex.compile(r"任务|目标|计划|预算数|指标")
COMPLETION = regex.compile(
    r"(?P<words>(?:仅|只|约|已|提前|超额|圆满|分别)*+(?:(?:完成|占|为|达到?|是)了?)?"
    r"(?:\L<plan>|\p{Han}{2,6}?(?=下达|确定|核定|批准|制定)|[省市县区州局厅])*?(?:目标|任务|计划|预算)(?:任务|总额|总数|数|值"
    r"|量)?)的?",
    plan=words("plan"),
)
HOW_COMPLETED = regex.compile(r"^(?:仅|只|约|已|提前|超额|圆满|分别)++")
# 控制在|上级核定的|63亿元限额以内, 控制在省定|0.5‰以内
HELD_WITHIN = regex.compile(
    r"控制在(?:上级|省|市|国家|县|财政厅|省厅|省里)?(?:定|核定|下达|规定|批准|要求)的?(?:限额)?\s*$"
)


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
        _whole_amount(setting, state, lead)
        or per_head(setting, state, lead)
        or _of_what(setting, lead, subject)
        or _told_again(setting, state, lead)
        or _done_for(setting, lead, behind)
        or _among(setting, lead, behind)
        or ellipsis.rest(setting, state, lead, behind)
        or _limit(setting, state, lead)
        or names.compose(setting.view, subject, behind, sentence.edges)
    )
    if len(group) == 1:
        name += lists.shared_noun(sentence, lead)
        name += lists.shared_predicate(sentence, lead)
    if "受" in name:  # 水路货运|受枯水期影响|仅完成318万吨
        name = name.without(measures.AFFECTED)
    if name.endswith("中") and (frame := c.FRAME_NAME.match(name)):
        name = name[slice(*frame.span("thing"))]
    name = name or beside.pending(sentence, owner)
    if not name and state.last:
        name = state.last.name.by("inherited")
    if over := _over(setting, lead):
        name = over + name if not c.PER_START.match(name) else name
    if not sentence.text(behind):
        name = ellipsis.with_object(setting, state, name, owner, lead)
    if len(group) == 1 and lead.unit.endswith("元") and GIVES.search(name):
        name += beside.purpose(sentence, lead)
    return name


def per_head(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name a value over a head or a day by the total before it: 生产总值186亿元，|人均|4.2万元."""
    span = lead.said.cue("adverb")
    left = lead.figure.left
    own = None
    if setting.view.find("均", lead.subject.start, left.end) >= 0:
        own = c.PER_ALONE.fullmatch(setting.view, lead.subject.start, left.end)
    if own:
        span = Span(*own.span("per"))
    elif span is None or not PER.fullmatch(setting.view, *span):
        return NOTHING
    if state.last is None or (not own and setting.sentence.text(lead.subject)):
        return NOTHING
    per = take(setting.view, span, "per_head")
    alike = (row for row in reversed(state.recent) if row.value and row.value.unit == lead.unit)
    total = next(alike, state.last)  # 助学金58万元，受助学生286名，|人均|2042元
    of = total.name.removeprefix(total.action) or total.name
    if total.value and total.value.unit.endswith("元") and not measures.is_measure(of):
        of = total.name  # 投入1134万元实施无障碍改造，户均|5000元
    of = of.without(c.PER_START, count=1)
    return per + of.by("per_head")


def _limit(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name a limit by what is held within it: 债务余额61亿元，控制在上级核定的|63亿元|限额以内."""
    match = HELD_WITHIN.search(setting.view, *lead.figure.left)
    if match is None or state.last is None:
        return NOTHING
    of = state.last.name.by("inherited").removesuffix("余额")
    return of + supplied("限额", lead.figure.numeral.span.start, "inherited")


def _whole_amount(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name an amount that a share is of: 占|一般公共预算收入|56亿元的57%; a plan is of the last row."""
    whole = references.whole_of(setting.sentence, lead)
    if whole and state.last and PLANNED.search(whole):
        return state.last.name.by("inherited") + whole
    return whole


def _over(setting: Setting, lead: Mention) -> Phrase:
    """Keep over what a value is taken, said behind its subject: 厨余垃圾分出量|日均|126吨."""
    spans = (cue.span for cue in lead.said.cues if cue.kind == "adverb")
    over = next((span for span in spans if PER.fullmatch(setting.view, *span)), None)
    if over is None or not setting.sentence.text(lead.subject):
        return NOTHING
    return take(setting.view, over, "per_head")


def _of_what(setting: Setting, lead: Mention, subject: Span) -> Phrase:
    """Name a measure without what stands behind 的: 总投资|15.8亿元的水库枢纽工程实现截流."""
    name = setting.sentence.text(subject)
    return name if measures.dependent(name) and ellipsis.said_behind(setting, lead) else NOTHING


def _told_again(setting: Setting, state: State, lead: Mention) -> Phrase:
    """贫困人口3.9万户、|10.7万人如期脱贫: what is counted again, and what was done."""
    last = state.last
    done = lists.told_again(setting.sentence, lead) if last else NOTHING
    if not done or last is None or last.value is None:
        return NOTHING
    if lead.opener == "，" and last.value.unit != lead.unit:
        return NOTHING
    name = last.name.by("inherited")  # 2023年度农田3万亩已竣工，2024年度|2.8万亩全部开工
    return name if name.endswith(done) else name.without(ellipsis.DONE_TAIL) + done


def _done_for(setting: Setting, lead: Mention, behind: Span) -> Phrase:
    """为508名|被执行人|出具信用修复证明: what was done, then to whom."""
    view, last = setting.view, lists.behind_whom(setting.sentence, lead)
    done = names.act_behind(view, last, setting.sentence.edges) if last else None
    if done is None:
        return NOTHING
    act, whom = done
    if last and last.start != behind.start:  # 为8家|卫生院、61个|村卫生室|更新设备
        whom = names.words_behind(view, behind)
    return subjects.tidy(take(view, act, "act_behind") + whom)


def _among(setting: Setting, lead: Mention, behind: Span) -> Phrase:
    """11家|重点企业|中有7家|减产, 停业的民宿|中已有41家|恢复营业: of whom, then what they did."""
    view, left = setting.view, lead.figure.left
    among = c.AMONG.match(view, *left) if view.endswith("有", *left) else None
    after = names.words_behind(view, behind) if among else NOTHING
    if not among or not after:
        return NOTHING
    start = left.start
    if not lead.position:
        start = setting.sentence.head(Span(left.start, among.start())).start
    return subjects.tidy(take(view, Span(start, among.start()), "among") + after)


def share(setting: Setting, state: State, lead: Mention, subject: Span) -> Phrase:
    """Name a share by its whole (占全国比重); without a part of its own it is one of the last row."""
    text = setting.sentence.text(subject)
    if lead.unit != "%" and lead.figure.numeral.rule != FRACTION:
        return NOTHING
    ratio = RATIO_TO.search(setting.view, *lead.figure.left)
    if ratio and state.last:
        said = take(setting.view, Span(*ratio.span("said")), "share")
        return state.last.name.by("inherited") + said
    if (whole := references.whole_before(setting.sentence, lead)) and len(state.rows) > 1:
        at = lead.figure.numeral.span.start  # 完成投资45亿元，占年度任务44亿元|的101%
        thing = state.rows[-2].name.by("inherited")
        return thing + supplied("占", at, "share") + whole + supplied("比例", at, "share")
    match = SHARE.match(text)
    if not match:
        return NOTHING
    part = text[slice(*match.span("part"))]
    if not part:
        part = beside.pending(setting.sentence, lead)
        if state.last:
            part = state.last.name.by("inherited")
    of = text[match.end("part") :].without(OF)
    whole = of[: 1 + len(match["whole"])] if match["whole"] else of[:1]
    noun = match["noun"] or ("比重" if match["whole"] else "比")
    return subjects.tidy(part + whole + supplied(noun, lead.figure.numeral.span.start, "share"))


def shares(setting: Setting, state: State, group: Sequence[Mention], subject: Span) -> list[Phrase]:
    """Name shares of the last rows, one each: 救援1218起，救助1190起，|分别占28.5%和27.9%."""
    text, count = setting.sentence.text(subject), len(group)
    match = SHARE.match(text) if group[0].unit == "%" and count > 1 else None
    if match is None or match["part"] not in ("", "分别", "各") or len(state.rows) < count:
        return []
    noun = supplied("占比", group[0].figure.numeral.span.start, "share")
    whole = text[slice(*match.span("whole"))].without(OF)
    said = text[match.end("part") :][:1] + whole + noun[1:] if whole else noun
    return [row.name.by("inherited") + said for row in state.rows[-count:]]


def completions(
    setting: Setting, state: State, group: Sequence[Mention], owner: Mention
) -> list[Row]:
    """Name completion rates (完成年度目标的107%) by what was named just before: …完成年度目标比例.

    [] where the phrase is not about a target.
    """
    own = setting.sentence.text(owner.subject)
    match = COMPLETION.fullmatch(own) if group[0].unit == "%" else None
    if match is None:
        return []
    count = len(group)
    if len(state.rows) >= count:
        wholes = [row.name for row in state.rows[-count:]]
    elif state.last:
        wholes = [state.last.name] * count
    else:
        wholes = [beside.pending(setting.sentence, group[0])] * count
    if not all(wholes):
        return []
    said = own[slice(*match.span("words"))].without(HOW_COMPLETED, count=1).by("completion")
    rate = said + supplied("比例", owner.figure.numeral.span.start, "completion")
    return [Row(whole.by("inherited") + rate, None, owner) for whole in wholes]


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
