"""Shares and completion rates, and the amounts that they are of."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import beside, subjects
from pipeline.extract.coordination import share_out
from pipeline.extract.enumerations import split
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.lexicon import words
from pipeline.patterns.clauses import COORDINATION
from pipeline.patterns.periods import MEASURED_BY
from pipeline.records import Span

OF = regex.compile(r"^的")
SHARE = regex.compile(
    r"^(?P<part>.*?)(?:的)?(?:(?<=\p{Han}{2}|^)[仅只约已共各均将就也还]++)?"
    r"(?P<verb>占)(?!有[率量])(?P<whole>[^，。；]*?)(?:的)?(?P<noun>比重|比例|比|份额)?$",
)
# 占总人口比重|（常住人口城镇化率）|为56.1%
EXPLAINED = regex.compile(r"（[^（）\d]{2,20}）$")
# 经费支出…，|与国内生产总值之比|为2.55%
RATIO_TO = regex.compile(r"(?P<said>与[^，。；、\d]{2,16}之比)(?:为|是|达到?|约)*\s*$")
# 占|年度任务|44亿元|的101%: the amount that a share is of
# 占|一般公共预算收入|, 为|省下达任务|
WHOLE_OF = regex.compile(
    r"\s*(?:仅|只|约|已)?(?:占(?P<whole>[^，。；、\d占]{2,14}?)(?:总额)?"
    r"|(?:为|完成|达到?)(?P<whole>[^，。；、\d占]{0,10}(?:任务|目标|计划|预算|指标)[数量值额]?))\s*"
)
SHARE_BEHIND = regex.compile(r"\s*的\s*(?:近|约|超过?)?\d{1,3}(?:\.\d{1,3})?%")
# 占|年度任务|44亿元的101%: an amount that was due
PLANNED = regex.compile(r"任务|目标|计划|(?<!公共)预算|指标")
# |低保标准达到|城镇居民收入, |出口占|全省: what was measured by something else
PART_OF = regex.compile(rf"\p{{Han}}{{2,20}}?{MEASURED_BY}(?!比|地面)(?=\p{{Han}}{{2}})")
DUE = regex.compile(r"(?:任务|目标|计划|预算|指标)[数值量额]?$")
COMPLETION = regex.compile(
    r"(?P<words>(?:仅|只|约|已|提前|超额|圆满|分别)*+(?:(?:完成|占|为|达到?|是)了?)?"
    r"(?:\L<plan>|\p{Han}{2,6}?(?=下达|确定|核定|批准|制定)|[省市县区州局厅])*?(?:目标|任务|计划|预算)(?:任务|总额|总数|数|值"
    r"|量)?)的?",
    plan=words("plan"),
)
# 完成投资|占全年任务比例|，占全年计划的60%: another share of the same thing
RATE_SAID = regex.compile(r"(?<=\p{Han}{2})(?:完成|占|为|达到?)[^，。；]{2,16}(?:目标|任务|计划|预算)[^，。；]{0,3}比例$")
# 完成投资|仅为年度计划|的27%, 税收收入|完成年初预算|的98%: what it is that so much of was done
THING_COMPLETED = regex.compile(
    r"(?P<thing>[^，。；]{2,24}?)(?P<words>(?:仅|只|约|已|提前|超额|圆满|分别)*+"
    r"(?:完成|为|达到?|是|相当于)了?(?:\L<plan>|[省市县区州局厅]|下达|确定|核定)*(?:目标|任务|计划|预算)(?:任务|总额|总数|数|值|量)?)的?",
    plan=words("plan"),
)
HOW_COMPLETED = regex.compile(r"^(?:仅|只|约|已|提前|超额|圆满|分别)++")


def of_one(
    setting: Setting, state: State, group: Sequence[Mention], subject: Span
) -> list[Phrase]:
    """Name shares by their whole (占全国比重); without a part of its own one is of the last row.

    Of a list of parts each has its own: 公交车、出租车|占比分别达100%、85%. [] where none is said.
    """
    lead, count = group[0], len(group)
    about = setting.view.startswith("约占", subject.end)  # 职业索赔类|约占三成: read with the bound
    text = setting.sentence.text(Span(subject.start, subject.end + 2 * about))
    if lead.unit != "%" and lead.figure.numeral.rule != FRACTION:
        return []
    ratio = RATIO_TO.search(setting.view, *lead.figure.left)
    if ratio and state.last:
        said = take(setting.view, Span(*ratio.span("said")), "share")
        return [state.last.name.by("inherited") + said] * count
    if (whole := whole_before(setting.sentence, lead)) and len(state.rows) > 1:
        at = lead.figure.numeral.span.start  # 完成投资45亿元，占年度任务44亿元|的101%
        thing = state.rows[-2].name.by("inherited")
        share = thing + supplied("占", at, "share") + whole + supplied("比例", at, "share")
        return [share] * count
    text = text.without(EXPLAINED, count=1)
    match = SHARE.match(text)
    if not match or (count > 1 and all(_is_rate(one, 2) for one in split(text, COORDINATION))):
        return []  # 药占比、耗占比分别为24%和17%
    part = text[slice(*match.span("part"))]
    if not part:
        part = beside.pending(setting.sentence, lead)
        if before := state.before(lead):  # 获奖23项（一等奖6项），|占全省的9.4%|
            part = before.name.by("inherited")
    of = text[match.start("verb") :]
    whole = of[: 1 + len(match["whole"])] if match["whole"] else of[:1]
    noun = match["noun"] or ("比重" if match["whole"] else "比")
    part = part.removesuffix("分别")
    parts = share_out(part, count, setting.sentence.cut(part)) if count > 1 else [part]
    said = whole + supplied(noun, lead.figure.numeral.span.start, "share")
    # 中标率、中标金额|占比: the first is a rate already
    return [part if _is_rate(part, count) else subjects.tidy(part + said) for part in parts]


def of_all(setting: Setting, lead: Mention, subject: Span, summed: Phrase) -> Phrase:
    """Name what several make up together: 两项合计|占总保费|的86%; NOTHING for no share."""
    text = setting.sentence.text(subject).without(EXPLAINED, count=1)
    match = SHARE.match(text) if lead.unit == "%" or lead.figure.numeral.rule == FRACTION else None
    if match is None or (not match["whole"] and "占比" in summed):
        return NOTHING  # 一产占12%、二产占41%，两者合计|占53%
    whole = text[match.start("verb") : match.end("whole")] if match["whole"] else text[:0]
    noun = match["noun"] or ("比重" if match["whole"] else "占比")
    return summed + whole + supplied(noun, lead.figure.numeral.span.start, "share")


def of_another(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name a second share by the part of the first: 低保标准达到城镇居民收入的24%和农村居民收入|的29%."""
    before = state.before(lead)
    by_another = setting.view[: lead.figure.numeral.span.start].endswith("的")
    if before is None or lead.opener not in LIST_OPENERS or not by_another:
        return NOTHING
    part, own = PART_OF.match(before.name), take(setting.view, lead.figure.left, "subject")
    own = subjects.tidy(own).removesuffix("的")
    in_percent = before.value is not None and before.value.unit == lead.unit
    if not part or not own or not in_percent or PART_OF.search(own):
        return NOTHING
    noun = before.name[-2:] if before.name.endswith(("比重", "比例")) else NOTHING
    return before.name[: part.end()].by("inherited") + own + noun


def _is_rate(part: str, count: int) -> bool:
    return count > 1 and part.endswith(("率", "占比", "比重", "比例"))


def of_each(
    setting: Setting, state: State, group: Sequence[Mention], subject: Span
) -> list[Phrase]:
    """Name shares of the last rows, one each: 救援1218起，救助1190起，|分别占28.5%和27.9%."""
    text, count = setting.sentence.text(subject), len(group)
    match = SHARE.match(text) if group[0].unit == "%" and count > 1 else None
    if match is None or match["part"] not in ("", "分别", "各"):
        return []
    names = [row.name for row in state.rows[-count:]]
    last = state.last.name if state.last else NOTHING
    listed = share_out(last, count, setting.sentence.cut(last)) if len(names) < count else []
    if len(set(listed)) == count:  # 盗窃罪、诈骗罪居前两位，分别占
        names = listed
    if len(names) < count:
        return []
    noun = supplied("占比", group[0].figure.numeral.span.start, "share")
    whole = text[slice(*match.span("whole"))].without(OF)
    said = text[match.start("verb") :][:1] + whole + noun[1:] if whole else noun
    return [name.by("inherited") + said for name in names]


def completions(
    setting: Setting, state: State, group: Sequence[Mention], owner: Mention
) -> list[Row]:
    """Name completion rates (完成年度目标的107%) by what was named just before: …完成年度目标比例.

    [] where the phrase is not about a target.
    """
    own = setting.sentence.text(owner.subject)
    if group[0].unit != "%":
        return []
    count = len(group)
    match = COMPLETION.fullmatch(own)
    if match is None:
        return _things_completed(setting, owner, own, count)
    before = state.before(group[0])
    rows = [row for row in state.rows if not row.of_growth]
    if count == 1 and before:  # 发展会员5130人（女会员2210人），|完成年度任务的102%|
        wholes = [before.name]
    elif len(rows) >= count:
        wholes = [row.name for row in rows[-count:]]
    elif before:
        wholes = [before.name] * count
    else:
        wholes = [beside.pending(setting.sentence, group[0])] * count
    if not all(wholes):
        return []
    rate = _completion(own, match, owner)
    things = [whole.without(RATE_SAID).by("inherited") for whole in wholes]
    return [Row(thing + rate, None, owner) for thing in things]


def _completion(own: Phrase, match: regex.Match[str], owner: Mention) -> Phrase:
    """Give the name of a rate by the words for what was due: 完成年度计划|比例."""
    said = own[slice(*match.span("words"))].without(HOW_COMPLETED, count=1).by("completion")
    return said + supplied("比例", owner.figure.numeral.span.start, "completion")


def _things_completed(setting: Setting, owner: Mention, own: Phrase, count: int) -> list[Row]:
    """Name completion rates by what their own clause says: 完成投资仅为年度计划的|27%|."""
    match = THING_COMPLETED.fullmatch(own)
    if match is None:
        return []
    end = own[: match.end("thing")].end
    head = setting.sentence.head(Span(own.start, end))
    thing = subjects.tidy(take(setting.view, Span(head.start, end), "subject"))
    things = share_out(thing, count, setting.sentence.cut(thing)) if count > 1 else [thing]
    rate = _completion(own, match, owner)
    return [Row(one + rate, head.scope, owner) for one in things if one]


def amount(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name an amount that a share is of: 占|一般公共预算收入|56亿元的57%; a plan is of the last row."""
    whole = _whole(setting.sentence, lead.cell, lead.position)
    if whole and state.last and PLANNED.search(whole):
        return state.last.name.by("inherited") + whole
    return whole


def is_due(row: Row) -> bool:
    """Tell whether a row is how much was due: 完成|年度目标|2.7亿元的23%，同比增加412万元."""
    return row.name.last_rule == "share" and DUE.search(row.name) is not None


def whole_before(sentence: Sentence, mention: Mention) -> Phrase:
    """Give what a share is of, where the figure before it is the size of that.

    占|年度任务|44亿元的101%; NOTHING for other figures.
    """
    return _whole(sentence, mention.cell, mention.position - 1) if mention.position else NOTHING


def _whole(sentence: Sentence, cell: int, position: int) -> Phrase:
    """Give what an amount is of that a share follows: 占|年度任务|44亿元的101%."""
    view, figure = sentence.view, sentence.cells[cell].figures[position]
    whole = WHOLE_OF.fullmatch(view, *figure.left)
    if whole is None or not SHARE_BEHIND.match(view, figure.end, sentence.span.end):
        return NOTHING
    return take(view, Span(*whole.span("whole")), "share")
