"""Comparands that say their own size: 低于|7%的年度目标|0.8个百分点, 比|全省平均（51.3%）|高5.9个百分点.

Two figures then speak of one thing: what it was to be or is elsewhere, and how far it is from that.
The first may stand alone: 未达到|下降3%的目标|, 控制在|5.5%的目标以内|.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.extract.comparison import kind_of
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.predicates import Comparand, Cue, Predicate
from pipeline.lexicon import words
from pipeline.records import Basis, Bound, Span

_GOAL = (
    r"(?:目标任务|目标[值数]?|要求|任务[数量]?|指标[值数]?|计划数?|预期|时序|进度|标准|红线|(?:警戒|控制|考核|调控)线)"
)
_LEVEL = r"(?:平均水平|平均[值数]?|均值|水平)"
_PLACES = r"(?:全[国省市县区州球]|世界|[国省市县区州](?=平均|均值)|同[类行]|行业|周边|[东中西]部|中西部)[^，。；、\d]{0,10}"
# |低于|全年3%, |距|省厅45%, |未达到|下降3%, |与|全年增长8%: what leads to one, and how it was to move
LED = regex.compile(
    r"(?r)远?(?:(?P<down>低于|少于|慢于|短于|差于|落后于?|滞后于?)"
    r"|(?P<up>高于|高出|多于|快于|好于|优于|长于|超过|超出|超)|(?P<due>未能?(?:完成|实现|达到?)"
    r"|没有?(?:完成|实现|达到?)|控制在)"
    r"|(?P<open>距离?|离|与|同|(?<![占对之同税环])比|较))了?"
    r"(?P<whose>[^，。；、\d]{0,12}?)(?P<mean>年均|平均|累计)?(?P<moved>(?P<fall>\L<fall>)|\L<rise>)?"
    r"[“‘]?(?P<bound>不低于|不少于|不超过|不高于)?",
    fall=words("fall"),
    rise=words("rise"),
)
# most clauses hold none of what it is written with
LED_HINT = re.compile(r"[低少慢短差后高多快好优长超未没在距离与同比较]")
# 7%|的年度目标|, 全省平均51.3%||: of what it is, where the number stands first
NOUN = (
    rf"[”’]?(?:的|这一)?(?P<noun>(?:(?!达|完成|实现)[^，。；、\d的]){{0,6}}?(?P<goal>{_GOAL})(?:任务)?"
    rf"|[^，。；、\d的]{{0,10}}?{_LEVEL})?"
)
# 的目标|低|6.9个百分点, 目标|还差|0.68个百分点
GAP = (
    r"(?:还|尚|仍|均|要)*(?:有)?(?:(?P<less>相差|差|低|少|慢|短|欠|缺)|(?P<more>高|多|快|长))?(?:了|出)?"
    r"(?:(?P<approx>约)|(?P<max>近)|(?P<min>超过?))?"
)
BETWEEN = regex.compile(rf"\s*+{NOUN}{GAP}\s*+")
ONLY_GAP = regex.compile(rf"\s*+{GAP}\s*+")
# 的目标|以内, 的目标|差距较大: how one alone may end its clause
ALONE = regex.compile(
    rf"\s*+{NOUN}(?P<apart>(?:还|尚|仍)?(?:有|存在)?\p{{Han}}{{0,4}}差距\p{{Han}}{{0,4}})?"
    r"(?:以[内下上]|之[内上])?\s*+"
)
OF_A_GOAL = regex.compile(rf"[^，。；、\d]{{0,8}}{_GOAL}(?:为|是)?")
OF_A_PEER = regex.compile(rf"(?:{_PLACES}|[^，。；、\d]{{0,8}}{_LEVEL})")
# 未完成|省下达|80亿元的任务; not 未完成|招商引资|80亿元的任务, which says of what
OF_WHOM = regex.compile(
    r"(?:全年|年度|年初|当年|今年|上级|国家|[国省市县区州乡镇](?:里|级)?|[省市]厅局?|下达|分解|确定|既定|预定|预期|规定|要求|核定|[定控]|的|总)*"
)
_BOUNDS: dict[str, Bound] = {"不低于": "min", "不少于": "min", "不超过": "max", "不高于": "max"}


class _Found(NamedTuple):
    """A comparand: its lead, its words, whether it is aimed at, the words between it and a gap."""

    led: regex.Match[str]
    what: Comparand
    sign: int
    subject: Span
    gap: regex.Match[str] | None


def with_comparands(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those of a comparand and of the distance to it read as such."""
    last: _Found | None = None
    gap: _Found | None = None
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        if gap is not None:
            yield _distance(sentence, gap, mention)
            last, gap = gap, None
        elif found := _found(sentence, mention, following):
            yield _compared_with(found, mention)
            last, gap = found, found if found.gap else None
        elif last and (short := _told_after(sentence, last, mention)):
            yield _distance(sentence, short, mention)
            last = None
        else:
            last = None
            yield mention


def _found(sentence: Sentence, mention: Mention, following: Mention | None) -> _Found | None:
    """Read what stands round a number: led by a word of comparison, of a goal or of others."""
    if mention.said.role == "rank" or mention.said.origin:
        return None
    return _bracketed(sentence, mention, following) or _inline(sentence, mention, following)


def _inline(sentence: Sentence, mention: Mention, following: Mention | None) -> _Found | None:
    """低于|7%的年度目标|0.8个百分点, 距|年度目标88.5%|尚差1.3个百分点, 未达到|下降3%的目标|."""
    view, left = sentence.view, mention.figure.left
    number = mention.figure.numeral.span.start
    hinted = LED_HINT.search(view, left.start, number)
    led = LED.match(view, left.start, number) if hinted else None
    if led is None:
        return None
    beside = following and following.cell == mention.cell and _one_unit(mention, following)
    end = mention.figure.numeral.span.end
    behind = None
    if following and beside:
        behind = BETWEEN.fullmatch(view, end, following.figure.numeral.span.start)
    gap = behind if behind and _tells_how_far(led, behind) else None
    if gap is None:
        behind = ALONE.fullmatch(view, end, sentence.cells[mention.cell].span.end)
        if behind is None or not behind["goal"] or (led["open"] and not behind["apart"]):
            return None
    what = _words(led, behind, view)
    subject = Span(left.start, led.start())
    if led["due"] and not OF_WHOM.fullmatch(led["whose"]):
        subject = Span(*led.span("whose"))
    return what and _Found(led, what, _sign(led, gap), subject, gap)


def _bracketed(sentence: Sentence, mention: Mention, following: Mention | None) -> _Found | None:
    """比|年度目标（7%）|低0.8个百分点, 高于|全国（5.2%）|1.1个百分点."""
    view, cells = sentence.view, sentence.cells
    before = cells[mention.cell - 1] if mention.cell else None
    alone = len(cells[mention.cell].figures) == 1 and cells[mention.cell].opener == "（"
    if before is None or before.figures or not alone or sentence.text(mention.figure.left):
        return None
    led = LED.match(view, *before.span)
    what = _words(led, None, view) if led else None
    if led is None or what is None:
        return None
    next_to = following and following.cell == mention.cell + 1 and not following.position
    gap = None
    if following and next_to and _one_unit(mention, following):
        gap = ONLY_GAP.fullmatch(view, *following.figure.left)
        gap = gap if gap and _tells_how_far(led, gap) else None
    if gap is None and (led["open"] or next_to):
        return None
    return _Found(led, what, _sign(led, gap), Span(before.span.start, led.start()), gap)


def _words(
    led: regex.Match[str], behind: regex.Match[str] | None, view: str
) -> Comparand | None:
    """Give the words of a comparand, behind its number or before it; None where they name none."""
    if behind and behind["noun"]:
        span = Span(*behind.span("noun"))
        aimed = bool(behind["goal"])
        whose = led["whose"]
        if not aimed and whose:  # 全省|51.3%的平均水平
            span = Span(*led.span("whose"))
    else:
        span, whose = Span(*led.span("whose")), led["whose"]
        aimed = OF_A_GOAL.fullmatch(whose) is not None
        if not aimed and not OF_A_PEER.fullmatch(whose):
            return None
    text = view[slice(*span)].removesuffix("为").removesuffix("是")
    return Comparand(Span(span.start, span.start + len(text)), aimed)


def _tells_how_far(led: regex.Match[str], gap: regex.Match[str]) -> bool:
    """Tell whether the words before the second number go with those that lead to the first."""
    if led["down"] or led["up"]:
        return not (gap["less"] or gap["more"])
    if led["open"] in ("比", "较"):
        return bool(gap["less"] or gap["more"])
    return bool(gap["less"])


def _sign(led: regex.Match[str], gap: regex.Match[str] | None) -> int:
    return -1 if led["down"] or (gap and gap["less"]) else 1


def _one_unit(one: Mention, other: Mention) -> bool:
    """Tell whether the second number may be a distance from the first: 0.8个百分点 from 7%."""
    return one.unit == other.unit or (one.unit == "%" and other.unit == "百分点")


def _compared_with(found: _Found, mention: Mention) -> Mention:
    """Read the number of a comparand: what it was to be, or is elsewhere."""
    led, at = found.led, mention.figure.end
    moved = led["moved"] and mention.unit in ("%", "百分点")
    basis: Basis | None = "annual_average" if led["mean"] in ("年均", "平均") else None
    cues = (Cue("moved", Span(*led.span("moved"))),) if moved else ()
    bound = _BOUNDS.get(led["bound"] or "")
    said = Predicate(
        "change" if moved else "value",
        found.subject,
        -1 if led["fall"] else 1,
        basis,
        bound,
        cues=cues,
    )
    return replace(
        mention, said=said, subject=found.subject, behind=Span(at, at), comparand=found.what
    )


def _distance(sentence: Sentence, found: _Found, mention: Mention) -> Mention:
    """Read the number that says how far something is from a comparand."""
    gap = found.gap
    word = "less" if gap and gap["less"] else "more" if gap and gap["more"] else ""
    span = Span(*gap.span(word)) if gap and word else Span(*found.led.span())
    bound = next((b for b in ("approx", "max", "min") if gap and gap[b]), None)
    words_of_it = sentence.view[slice(*found.what.words)]
    standard = not found.what.aimed or words_of_it.endswith("标准")
    basis = kind_of(words_of_it) if standard else "plan"
    said = Predicate(
        "change",
        found.subject,
        found.sign,
        basis,
        bound,  # type: ignore[arg-type]
        cues=(Cue("compared", span), Cue("basis", found.what.words)),
        against=found.what.words,
    )
    return replace(mention, said=said, subject=found.subject)


def _told_after(sentence: Sentence, last: _Found, mention: Mention) -> _Found | None:
    """未完成增长6%的目标，|还差|2.6个百分点: how far, told in the next clause."""
    if mention.position or mention.opener != "，":
        return None
    gap = ONLY_GAP.fullmatch(sentence.view, *mention.figure.left)
    return last._replace(gap=gap, sign=-1) if gap and gap["less"] else None
