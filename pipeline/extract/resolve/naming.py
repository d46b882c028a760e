"""The words of a name: of its own clause, over a head, within a limit; and goals.

Each rule takes words from an antecedent; its name goes with them as evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import beside, enumerations, lists, measures, names, subjects
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.resolve import ellipsis, goals, scored, shares
from pipeline.extract.resolve.state import Setting, State
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 分级次看, 按产业分: by what a total is parted
BY_PARTS = regex.compile(r"(?:分|按)\p{Han}{1,6}?(?:来?看|划分|分|统计)")
# over what a value is taken: 人均, 亩均
PER = regex.compile(r"(?:[年月日]?[人户]|[亩日月车班校村店床笔])均")
MEAN = regex.compile(r"平均|[年周]均")  # 专职人员|平均|不到1人
_LONGEST_ITEM = 10  # characters of one of those of whom a later clause tells
PER_TIME = regex.compile(r"[日月]均")  # not 养老金由|人均|810元, which each has
# 人民币汇率|为1美元兑|6.8282元人民币
EXCHANGED = regex.compile(r"(?<=\p{Han}{2})为?\d+(?:\p{Han}元|欧元|英镑)兑$")
GIVES = regex.compile(
    r"(?:安排|投入|下达|拨付|筹[资集措]|出资)(?:各类|国债|专项|补助|财政|补贴|扶持|上级|中央|省级|市级)*(?:资金|经费|专款)?$"
)
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
        lead.name
        or scored.scored(setting, state, lead)
        or shares.amount(setting, state, lead)
        or per_head(setting, state, lead)
        or _of_what(setting, lead, subject)
        or _told_again(setting, state, lead)
        or _done_for(setting, lead, behind)
        or _among(setting, lead, behind)
        or ellipsis.rest(setting, state, lead, behind)
        or _limit(setting, state, lead)
        or _by_parts(setting, state, lead, subject)
        or names.compose(setting.view, subject, behind, sentence.edges)
    )
    if len(group) == 1:
        name += lists.shared_noun(sentence, lead)
        name += lists.shared_predicate(sentence, lead)
    if measures.AFFECTED_HINT.search(name):  # 水路货运|受枯水期影响|仅完成318万吨
        name = name.without(measures.AFFECTED)
    if name.endswith("兑"):
        name = name.without(EXCHANGED)
    frame = c.FRAME_NAME.match(name) if name.endswith("中") else None
    frame = c.SERVES.match(name) if name.startswith("以") else frame
    if frame:
        name = name[slice(*frame.span("thing"))]
    if len(group) > 1 and name.startswith("分别") and len(name) > len("分别"):
        whose = beside.pending(sentence, owner)  # 增值税和契税受市场影响，|分别入库|…
        items = enumerations.split(whose, c.COORDINATION)
        alone = len(items) == len(group) and all(len(item) <= _LONGEST_ITEM for item in items)
        name = whose + name if alone else name
    name = name.removeprefix("分别") or beside.pending(sentence, owner)
    if not name and state.last:
        grown = ellipsis.counted_before(setting, state, lead) if lead.said.grown else NOTHING
        name = (grown or state.last.name).by("inherited")
    if over := _over(setting, state, lead):
        name = over + name if not c.PER_START.match(name) else name
    if not sentence.text(behind):
        name = ellipsis.with_object(setting, state, name, owner, lead)
    if len(group) == 1 and lead.unit.endswith("元") and GIVES.search(name):
        name += beside.purpose(sentence, lead)
    return scored.without_aim(name)


def _by_parts(setting: Setting, state: State, lead: Mention, subject: Span) -> Phrase:
    """Name a part by the total, where the clause before says by what it is parted.

    一般公共预算收入12.9亿元。…非税收入4.7亿元。分级次看，县本级|完成9.4亿元.
    """
    parted = BY_PARTS.fullmatch(setting.view, *beside.before(setting.sentence, lead))
    if parted is None or state.rows or not setting.sentence.nothing(subject):
        return NOTHING
    totals = (row for row in state.earlier if row.value and row.value.unit == lead.unit)
    total = next(totals, None)
    return total.name.by("inherited") if total else NOTHING


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
    if own and (what := beside.measured(setting.sentence, lead)):
        return per + what.by("per_head")  # 养老金同步上调，|月人均|2386元
    alike = (row for row in reversed(state.recent) if row.value and row.value.unit == lead.unit)
    total = next(alike, state.last)  # 助学金58万元，受助学生286名，|人均|2042元
    of = total.name.removeprefix(total.action) or total.name
    if PER_TIME.match(per) and total.value and total.value.unit == lead.unit:
        of = total.name  # 新登记企业2907户，日均|8.7户
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


def _over(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Keep over what a value is taken, said behind its subject: 厨余垃圾分出量|日均|126吨.

    Or before the earlier value: 办件量由去年的|日均|320件增至410件.
    """
    for base in state.bases[:1]:
        at = base.figure.numeral.span.start
        if found := PER_TIME.search(setting.view, base.said.subject.end, at):
            return take(setting.view, Span(*found.span()), "per_head")
    spans = (cue.span for cue in lead.said.cues if cue.kind == "adverb")
    over = next((span for span in spans if PER.fullmatch(setting.view, *span)), None)
    if over is None and lead.unit not in RATIOS and setting.sentence.text(lead.subject):
        spans = (cue.span for cue in lead.said.cues if cue.kind in ("adverb", "basis"))
        over = next((span for span in spans if MEAN.fullmatch(setting.view, *span)), None)
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


def goal_at(setting: Setting, mention: Mention) -> Span | None:
    """Find the word that makes a figure a goal (力争, 原定目标); None where none leads to it."""
    if mention.comparand:
        return mention.comparand.words if mention.comparand.aimed else None
    if mention.said.against or {"peer", "compared"} & set(mention.said.said):
        return None  # 低于预期目标4.9个百分点: what is reached is set beside a goal
    left = mention.figure.left
    hinted = c.GOAL_HINT.search(setting.view, *left)
    match = c.GOAL.search(setting.view, *left) if hinted else None
    if match:
        return Span(*match.span())
    return goals.beside_what_was_done(setting, mention) or goals.held_within(setting, mention)


def is_goal(setting: Setting, mention: Mention) -> bool:
    """Tell whether the words that lead to a figure say that it is aimed at."""
    return goal_at(setting, mention) is not None
