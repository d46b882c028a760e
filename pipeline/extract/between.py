"""The words between two figures of a clause: behind the first, or the subject of the second."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import actions, measures
from pipeline.extract.clauses import Figure
from pipeline.extract.predicates import Predicate
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

# 老年人家庭、|中心城区|122个公交站台: where the second is
WHERE = regex.compile(r"\s*(?:\L<part>)\s*", part=words("part_of_area"))
# 41个|问题|已整改39个, 12件|为民实事|办结11件: what was done of the things counted counts apart
DONE_OF_THEM = regex.compile(
    r"(?r)(?<=[\p{Han}”》]{2})(?:已经?|均|都|现)?(?:\L<outcome>)",
    outcome=(*words("outcome"), *words("outcome_of_works")),
)
# 2家单位|违规|发放津补贴31.5万元: how something was done goes with the act
HOW_WRONG = regex.compile(r"(?r)(?:违规|违法|擅自|超范围|超标准|重复|虚假|被继续|被)+")
_LONGEST_THING = 8  # characters of what is counted before another act: 新建3座|泵站|、铺设管道
_SHORTEST_SUBJECT = 4  # characters between two figures that name the second
_SPEAKING = frozenset(
    ("moved", "to", "peer", "compared", "shifted", "grown", "basis", "rank", "level")
)


def speaks(said: Predicate) -> bool:
    """Tell whether more than a bound leads to a number."""
    return not _SPEAKING.isdisjoint(said.said)


def parted(
    view: str, edges: Sequence[int], first: Figure, said: Predicate, *, followed: bool
) -> tuple[Span, Span]:
    """Part the words between two figures: those behind the first, the subject of the second.

    ``said`` is the predicate of the second, ``followed``: words stand behind it. 技改专项资金|支持;
    what was done with a sum is all of the second: 1250万元|建成甲、乙|2个.
    """
    span = said.subject
    none, all_of_it = Span(span.start, span.start), span
    among = c.AMONG_THEM.match(view, span.start)
    spent = first.numeral.unit.endswith("元") and followed and _acts_on(view, span, edges)
    if among or spent:
        return none, Span(among.end() if among else span.start, span.end)
    if within := c.AMONG.match(view, *span):
        return Span(span.start, within.start()), Span(span.end, span.end)
    listed = view.rfind("、", *span)
    if listed > 0:
        before, own = Span(span.start, listed), Span(listed + 1, span.end)
        if _is_apart(view, own, edges, near=listed <= span.start + _LONGEST_THING and not followed):
            return before, own
    if speaks(said):
        return all_of_it, all_of_it
    if followed:
        cut = actions.trailing_action(view, span, edges)
        return Span(span.start, cut), Span(cut, span.end)
    return _unfollowed(view, span, edges, listed)


def _is_apart(view: str, own: Span, edges: Sequence[int], *, near: bool) -> bool:
    """Tell whether what stands behind the last 、 is of the second figure alone.

    2543户|老人家庭、中心城区|122个站台; 3座泵站、|铺设管道|12公里, where that is ``near`` the first.
    """
    return WHERE.fullmatch(view, *own) is not None or (near and _acts_on(view, own, edges))


def _unfollowed(
    view: str, span: Span, edges: Sequence[int], listed: int
) -> tuple[Span, Span]:
    """Part the words before a figure that none stand behind; ``listed`` is where the last 、 is."""
    if done := DONE_OF_THEM.match(view, *span):
        return Span(span.start, done.start()), span
    if listed > 0 and measures.is_measure(view[listed + 1 : span.end]):  # 32个|批次、|面积4862亩
        return Span(span.start, listed), Span(listed + 1, span.end)
    if acted := actions.behind_subject(view, span, edges):
        how = HOW_WRONG.match(view, span.start + 2, acted)
        acted = how.start() if how else acted
        return Span(span.start, acted), Span(acted, span.end)
    # 重点行业排污许可质量审查|19家, but 批次|1753亩
    own = span if span.end - span.start >= _SHORTEST_SUBJECT else Span(span.end, span.end)
    return span, own


def _acts_on(view: str, span: Span, edges: Sequence[int]) -> bool:
    """Tell whether a stretch opens with an act and says to what: 改造城东, not 改造; or says 人均."""
    said = view[span.start : span.end]
    own = Span(span.end - len(said.lstrip()), span.end)
    acts = own.start < actions.action(view, own, edges).end < own.end - 1
    return acts or c.PER_START.match(said) is not None
