"""A row as the record that leaves this stage: its period, its modality, its evidence."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.extract import periods
from pipeline.extract.frozen import replace
from pipeline.extract.measures import is_measure
from pipeline.extract.mentions import Mention
from pipeline.extract.periods import Meant
from pipeline.extract.predicates import RATIOS
from pipeline.extract.row import Row
from pipeline.extract.timing import Times
from pipeline.extract.trust import confidence
from pipeline.extract.wishes import holds
from pipeline.extract.year_parts import When, months_in
from pipeline.lexicon import words
from pipeline.patterns.edges import Starts
from pipeline.records import Change, Evidence, Indicator, Part, Span

SINCE_YEAR = regex.compile(r"(?:(?:19|20)\d\d年|“[^”]{1,4}五”)(?:底|末|初|时期|同期)?")
TARGET_BEHIND = regex.compile(
    r"的?(?:市定|省定|年度|全年|国家)*(?:预期|目标|控制线|控制指标|控制目标|任务数|计划数|要求)"
)
# 围绕收入|2亿元|、占比45%以上的目标: of a list that a word leads to
AIMED_AT = regex.compile(r"(?:\L<aim>)[^。；，]{0,80}$", aim=words("aim"))
LIST_OF_AIMS = regex.compile(
    r"(?:、[^。；，、]{2,30}+){0,7}[、和及][^。；，、]{2,30}?的(?:年度|全年|预期|工作)?目标(?!任务)"
)
# 年度|计划投资22.4亿元, 年度投资任务18亿元
DUE_IN_THE_YEAR = regex.compile(r"^(?:年度|全年)(?:投资|建设|资金|产值|收入|销售)?(?:计划|任务|目标)(?:投资|数|额)?$")
# 下半年，将|紧盯全年目标|不放松，确保完成投资79.5亿元
YEAR_AIMED_AT = regex.compile(r"(?:\L<aim>)(?:全年|年度)(?:目标|任务)", aim=words("aim"))
# 年度|任务, 全年计划: what was due in the year
YEARLY = regex.compile(r"任务|计划|指标|预算|年[度初]|全年")

# in a report on half a year 1—6月, 截至|6月底 are what it is on
_LAST_MONTHS = {"-H1": "06", "-Q1": "03"}
_AIMS = Starts(TARGET_BEHIND)
_LINKS = frozenset("、和及")


def finished(times: Times, draft: Row, number: int, passage: str) -> Indicator:
    """Give the record of a row, with its period and modality."""
    mention = draft.mention
    time = times.shared.get(_first_number(draft)) if times.shared else None
    time = time or _of_level(times, draft) or times.time_of(mention)
    own = Span(mention.figure.left.start, mention.figure.end)
    said = times.sentence.view[slice(*own)]
    meant = periods.modality(draft.name, time, times.part, times.review, times.sentence.view, own)
    view, at, last = times.sentence.view, mention.figure.end, times.sentence.span.end
    aimed = _AIMS[view[at : min(at + 1, last)]]
    if behind := TARGET_BEHIND.match(view, at, last) if aimed else None:
        meant = Meant("target", Span(*behind.span()), "behind")
    listed = LIST_OF_AIMS.match(view, at, last) if view[at : at + 1] in _LINKS else None
    if listed:
        led = AIMED_AT.search(view, times.sentence.span.start, own.end)
        meant = Meant("target", Span(*listed.span()), "behind") if led else meant
    start, end = (time.start, time.end) if time else (times.part.start, times.part.end)
    if draft.goal and meant.modality == "actual":
        meant = Meant("target", draft.goal, "goal")
    if meant.modality == "actual" and times.wish:
        acts = bool(draft.action) and not is_measure(str(draft.name))
        held = holds(times.wish, times.sentence.view, mention, acts=acts)
        meant = Meant("target", times.wish, "wish") if held else meant
    if draft.year_offset and end is not None:
        start = end = end + draft.year_offset
    if start != end and start is not None and _at_the_end(times, draft, said):
        start = end
    aims = meant.modality == "target"
    yearly = _is_of_the_year(times, draft, time, aims=aims)
    summed_up = "累计" in said  # 6月末存栏124万头；|累计|出栏103万头
    standing = not summed_up and periods.stands(_of_which(draft))
    months = "" if yearly else _months(times, time, target=aims, standing=standing)
    if draft.year_offset and end is not None:
        months = months_in(end, months)
    period = periods.written(start, end, months)
    changes = tuple(
        _dated(times, change, move, period)
        for change, move in zip(draft.changes, draft.moves, strict=True)
    )
    return Indicator(
        id=f"i{number}",
        passage=passage,
        name=str(draft.name),
        topic=str(draft.topic) or None,
        scope=str(draft.scope) if draft.scope else None,
        period=period,
        modality=meant.modality,
        value=draft.value,
        base=draft.base,
        changes=changes,
        rank=draft.rank,
        confidence=confidence(draft, times.sentence),
        evidence=(*draft.evidence(), *_evidence(times, time, meant)),
    )


def _is_of_the_year(times: Times, draft: Row, time: When | None, *, aims: bool) -> bool:
    """Tell whether a goal is one of the year, in a report on a part of it: 占|年度任务|6.2万亩.

    Also 年度计划投资22.4亿元, and what is aimed at behind 下半年，将紧盯全年目标不放松.
    """
    ratio = draft.value is None or draft.value.unit in RATIOS
    if not ratio and DUE_IN_THE_YEAR.search(draft.name):
        return True
    at = draft.mention.figure.left.start
    led = YEAR_AIMED_AT.search(times.sentence.view, times.sentence.span.start, at) if aims else None
    if led and (time is None or time.to <= led.start()):
        return True
    said = times.sentence.view[slice(*draft.goal)] if draft.goal else ""
    return YEARLY.search(said) is not None and not (time and time.months)


def _of_which(draft: Row) -> str:
    """Give the name that tells whether a figure stands at a time.

    Of what is only counted that of its whole: 经营主体31268户，其中企业7842户、|个体户22914户.
    """
    counted = draft.value is not None and not draft.action and not draft.changes
    return str(draft.topic) if draft.topic and counted else str(draft.name)


def _at_the_end(times: Times, draft: Row, said: str) -> bool:
    """Tell whether a figure in a look back over several years is about the last of them."""
    mention, rank, value = draft.mention, draft.rank, draft.value
    if value is None:
        return rank is not None or not draft.changes
    ranked = rank is not None or _is_ranked_behind(times, mention)
    level = {"to", "level"} & set(mention.said.said) or mention.said.bound or ranked
    return times.yearly_from >= mention.figure.end and not periods.over_span(
        draft.name,
        said,
        level=bool(level),
        action=draft.action,
        ratio=value.unit in RATIOS,
    )


def _is_ranked_behind(times: Times, mention: Mention) -> bool:
    """Tell whether the next number of the clause is a rank: 14种|农产品产量居全国第1位."""
    figures = times.sentence.cells[mention.cell].figures
    behind = (one.numeral for one in figures if one.numeral.span.start >= mention.figure.end)
    return next((numeral.rule for numeral in behind), None) == "rank"


def _of_level(times: Times, draft: Row) -> When | None:
    """Give the time of a level told behind its growth: 年均增长10%，预计|今年|达到2220亿元."""
    end = draft.mention.figure.end
    if draft.value is None or draft.value.span.start <= end:
        return None
    said = times.within(Span(end, draft.value.span.start))
    return said if said is not None and said.start == said.end else None


def _evidence(times: Times, time: When | None, meant: Meant) -> Iterator[Evidence]:
    """Yield where period and modality were read.

    In the sentence, in the heading that settled the part, else in the title of the document.
    """
    part = times.part.at or times.document
    if time:
        yield Evidence("period", Span(time.at, time.to), "said")
    elif times.part.start is not None:
        yield Evidence("period", part, "part" if times.part.at else "document")
    rule = meant.rule if meant.at or times.part.at else "document"
    yield Evidence("modality", meant.at or part, rule)


def _months(times: Times, time: When | None, *, target: bool, standing: bool) -> str:
    """Give what of the year is meant, as said.

    截至10月底 counts from January, but what stands at that time is of October.
    """
    part = times.part
    if time is None:
        return part.within
    whole = not time.months and time.start == time.end == part.start == part.end
    whole = whole and not _goes_over(part)  # 2022年 is no school year 2022/2023
    said = times.sentence.view.startswith("全年", time.at)
    if whole and not said and not target and part.horizon == "realised":
        return part.within  # 2024年度已开工12处, told in September
    months = time.months
    if time.kind == "until" and (months == "-12" or not standing):
        months = "" if months == "-12" else f"-01/{time.start}{months}"
    ends = months.startswith("-01/") and _LAST_MONTHS.get(part.within) == months[-2:]
    return part.within if ends else months


def _goes_over(part: Part) -> bool:
    """Whether a part of years goes on in the next: a school year, two years told together."""
    last = part.within.partition("/")[2][:4]
    return last.isdecimal() and int(last) != part.start


def _dated(times: Times, change: Change, mention: Mention, period: str | None) -> Change:
    """Give a change its own period where it runs over another one than its indicator.

    年均增长6% beside a level of 2025.
    """
    time = times.time_of(mention)
    start, end = (
        (time.start, time.end)
        if time and time.start != time.end
        else (times.part.start, times.part.end)
    )
    # 比2002年增加1200万人 is of the year that is compared
    since = change.against and SINCE_YEAR.fullmatch(change.against)
    if (
        change.basis not in ("base", "annual_average")
        or start == end
        or (change.basis == "base" and since)
    ):
        return change
    over = periods.written(start, end)
    if over in (period, None):
        return change
    return replace(change, quantity=replace(change.quantity, period=over))


def _first_number(draft: Row) -> int:
    """Where the first figure of an indicator stands."""
    if draft.value:
        return draft.value.span.start
    if draft.changes:
        return draft.changes[0].quantity.span.start
    return draft.rank.quantity.span.start if draft.rank else -1
