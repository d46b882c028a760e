"""The name of what a figure measures, from the words before it and the words behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.measures import is_measure
from pipeline.extract.subjects import action, edge, tidy, trailing_action
from pipeline.patterns import clauses as c
from pipeline.records import Span

_MEDALS = frozenset("金银铜")  # 获得9|金、5|银


def compose(view: str, subject: Span, behind: Span, edges: Sequence[int]) -> str:
    """One name from the words before the number and those behind it.

    建成|7个|分考场 → 建成分考场; 实施光电、制储氢等|10个|聚力攻坚专项 → 实施聚力攻坚专项; 死亡|398人| → 死亡.
    """
    before = _without_prepositions(view, subject, edges)
    after = words_behind(view, behind)
    if not after:
        return tidy(_without_examples(view, before, edges))
    verb = action(view, before, edges)
    if verb.end == verb.start and (done := c.DONE.search(after)) and done.start() >= 2:  # 45项|民生实事落地见效
        after = after[: done.start()]
    if before.end <= before.start:
        return tidy(after)
    rest = view[verb.end : before.end]
    text = view[before.start : before.end]
    written = view[subject.start : subject.end].rstrip()
    if verb.end == before.end or (trailing_action(view, before, edges) < before.end and not written.endswith("等")):
        return tidy(text + after)
    places = "、" in rest and "等" not in rest and not is_measure(text) and not c.VERB_HEAD.match(after)  # 南山口、哇让4个抽水蓄能电站
    if written.endswith("等") or ("、" in rest and verb.end > verb.start) or places or (verb.end == verb.start and c.LIST_END.search(written)):
        return tidy(view[verb.start : verb.end] + after)
    opening = c.VERB_HEAD.match(after)
    first = view.find(after[:1], behind.start, behind.end) if opening else -1
    if opening and (len(opening.group()) > 1 or edges[first + 1]):
        return tidy(text)
    return tidy(text + after)


def _without_prepositions(view: str, span: Span, edges: Sequence[int]) -> Span:
    """农村饮水安全工程使|6069万农民 → 农村饮水安全工程."""
    end = span.end
    while end > span.start and (match := c.PREPOSITION_TAIL.match(view, span.start, end)):
        if view[max(span.start, end - 2) : end] in ("惠及", "涉及", "普及", "触及", "波及"):
            break
        if len(match.group()) == 1 and not (edges[match.start()] or match.start() == span.start):
            break
        end = match.start()
    return Span(span.start, end)


def _without_examples(view: str, span: Span, edges: Sequence[int]) -> str:
    """举办音乐会、舞蹈诗剧等音乐活动 → 举办音乐活动; a bare class word (等业务) keeps its examples."""
    verb = action(view, span, edges)
    match = c.EXAMPLES.match(view[verb.end : span.end])
    return view[verb.start : verb.end] + match["noun"] if match else view[span.start : span.end]


def act_behind(view: str, behind: Span, edges: Sequence[int]) -> tuple[Span, str] | None:
    """被执行人|出具信用修复证明 → 出具信用修复证明, 被执行人: of the words behind a number what was done, and to whom; None where no verb follows a noun."""
    after = words_behind(view, behind)
    match = verb_behind(view, behind, after, edges)
    if match is None:
        return None
    start = view.find(after, behind.start, behind.end)
    manner = c.MANNER.match(view, start, match.start())
    whom = tidy(view[start : manner.start() if manner else match.start()]).removesuffix("的")
    act = Span(manner.start() if manner and manner["kept"] else match.start(), start + len(after))
    return (act, whom) if whom else None


def verb_behind(view: str, behind: Span, after: str, edges: Sequence[int]) -> re.Match[str] | None:
    """The first action verb with an object in ``after``, the words behind a number, where a noun stands before it."""
    start = view.find(after, behind.start, behind.end) if after else -1
    end = start + len(after)
    found = c.ACTION.finditer(view, start + 1, end) if start >= 0 else iter(())
    return next((match for match in found if edges[match.start()] and match.end() < end and edge(view, match.start(), match.end(), end, edges)), None)


def words_behind(view: str, behind: Span) -> str:
    """The words behind a number that may belong to its name: not 的, 均, 已, nor what follows 让, nor 大关."""
    text = view[behind.start : behind.end].strip()
    text = text.removeprefix("的").removeprefix("余").strip()
    while match := c.FILLER.match(text):
        text = text[match.end() :]
    for end in (c.BEHIND_END, c.TOLD_BEHIND):
        if match := end.search(text):
            text = text[: match.start()]
    if c.MILESTONE.match(text):
        return ""
    if text.rstrip("、") in _MEDALS:
        return text[0] + "牌"
    return c.FILLER.sub("", text, count=1) if len(text) > 8 else text
