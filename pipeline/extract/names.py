"""The name of what a figure measures, from the words before it and the words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import regex

from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.records import Span

_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Head:
    """A subject without its opening words: where it starts, the scope that was cut off, whether 其中 opened it, and its action verb."""

    start: int
    scope: str | None
    within: bool
    action: Span


def head(view: str, span: Span, edges: Sequence[int]) -> Head:
    """Cut what only introduces: numbering, 其中, times, scope (全市), light verbs (完成) and adverbs before a verb (大力)."""
    at, scope, within = span.start, None, False
    mark = c.LEADING_MARK.match(view, at, span.end)
    at = mark.end() if mark else at
    match: Any
    while at < span.end:
        if match := c.WITHIN.match(view, at, span.end):
            within = True
        elif match := c.SCOPE_HEAD.match(view, at, span.end):
            scope = scope or match["scope"]
        else:
            match = c.TIME_HEAD.match(view, at, span.end) or c.JOINER.match(view, at, span.end) or _light(view, at, span.end)
        if not match or match.end() == at or not _edge(view, match.start(), match.end(), span.end, edges):
            break
        at = match.end()
    for match in c.INSIDE_TIME.finditer(view, at, span.end):  # 建议“十五五”时期地区生产总值: what stands before a time only introduces
        if span.end - match.end() >= 2:
            at = match.end()
    agent = c.AGENT_OPEN.match(view, at, span.end)
    if agent and edges[agent.end()] and _acts(view, Span(agent.end(), span.end), edges):
        scope, at = scope or tidy(view[at : agent.end()]), agent.end() + view.startswith("共", agent.end())
    if c.PREPOSITION_OPEN.match(view, at, span.end):
        at = _last_action(view, at, span.end, edges)
    return Head(at, scope, within, action(view, Span(at, span.end), edges))


def _acts(view: str, span: Span, edges: Sequence[int]) -> bool:
    """Whether behind an agent a verb follows with an object: 住建部门|新增泊位; not 政府|采购份额, 学校|资助面, 企业|牵头比例."""
    verb = action(view, span, edges)
    text = view[span.start : span.end]
    noun = text.endswith(("率", "比", "比例", "比重", "份额")) or (view[verb.start : verb.end] in _VERBAL_NOUNS and is_measure(text))
    return verb.start < verb.end < span.end - 1 and not noun


def _last_action(view: str, start: int, end: int, edges: Sequence[int]) -> int:
    """为路面一线民辅警|新配发: behind a preposition, where the last action verb with an object begins; ``start`` without one."""
    found = start
    for match in c.ACTION.finditer(view, start + 2, end):
        alone = match.end() == end and (found > start or match.group() in _VERBAL_NOUNS)  # 围绕重点群体|开展职业技能培训
        if edges[match.start()] and _edge(view, match.start(), match.end(), end, edges) and not alone:
            found = match.start()
    return found


def _light(view: str, at: int, end: int):  # type: ignore[no-untyped-def]
    match = c.LIGHT_HEAD.match(view, at, end)
    return match if match and (match.end() < end or match.end() - match.start() <= 4) else None


def _edge(view: str, start: int, end: int, limit: int, edges: Sequence[int]) -> bool:
    """Whether a word ends at ``end``; words of two characters and more are trusted where jieba glued them on."""
    return end >= limit or edges[end] == 1 or end - start > 2 or not ("\u4e00" <= view[end] <= "\u9fff")


def action(view: str, span: Span, edges: Sequence[int]) -> Span:
    """The action verbs that ``span`` opens with (新建、改扩建), empty at its start where there are none."""
    match = c.ACTION.match(view, *span)
    if not match or not _edge(view, match.start(), match.end(), span.end, edges):
        return Span(span.start, span.start)
    end = match.end()
    while end < span.end and (more := c.ACTION.match(view, end, span.end)) and _edge(view, more.start(), more.end(), span.end, edges):
        end = more.end()
    return Span(span.start, end)


def trailing_action(view: str, span: Span, edges: Sequence[int]) -> int:
    """Where the action verb that ``span`` ends in begins, or its end where there is none: 技改专项资金|支持."""
    match = c.ACTION_TAIL.match(view, *span)
    return match.start() if match and edges[match.start()] else span.end


def compose(view: str, subject: Span, behind: Span, edges: Sequence[int], *, for_whom: bool = False) -> str:
    """One name from the words before the number and those behind it; ``for_whom``: 为 or 对 stands right before the number.

    建成|7个|分考场 → 建成分考场; 实施光电、制储氢等|10个|聚力攻坚专项 → 实施聚力攻坚专项; 死亡|398人| → 死亡.
    """
    before = _without_prepositions(view, subject, edges)
    after = words_behind(view, behind)
    if after and for_whom and (act := _act_behind(view, behind, after, edges)):
        return tidy(act)
    if not after:
        return tidy(_without_examples(view, before, edges))
    if before.end <= before.start:
        done = c.DONE.search(after)
        return tidy(after[: done.start()] if done and done.start() >= 2 else after)
    verb = action(view, before, edges)
    rest = view[verb.end : before.end]
    text = view[before.start : before.end]
    written = view[subject.start : subject.end].rstrip()
    if verb.end == before.end or trailing_action(view, before, edges) < before.end:
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


def _act_behind(view: str, behind: Span, after: str, edges: Sequence[int]) -> str:
    """被执行人|出具信用修复证明 → 出具信用修复证明被执行人: what was done, then to whom; "" where no verb follows a noun."""
    start = view.find(after, behind.start, behind.end)
    if start < 0:
        return ""
    end = start + len(after)
    for match in c.ACTION.finditer(view, start + 1, end):
        if not edges[match.start()] or not _edge(view, match.start(), match.end(), end, edges) or match.end() == end:
            continue
        manner = c.MANNER.match(view, start, match.start())
        whom = tidy(view[start : manner.start() if manner else match.start()]).removesuffix("的")
        return view[manner.start() if manner and manner["kept"] else match.start() : end] + whom if whom else ""
    return ""


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
    return c.FILLER.sub("", text, count=1) if len(text) > 8 else text


def tidy(text: str) -> str:
    """Without blanks, trailing particles and half brackets; not longer than a name can be."""
    text = "".join(text.split())
    if "目标" in text:
        text = c.GOAL_IS.sub("", text)
    text = c.TRAILING.sub("", c.INSIDE.sub("", text))
    if not text.isalnum() and c.BRACKET.search(text):
        for opening, closing in ("“”", "（）", "()", "《》"):
            if text.count(opening) != text.count(closing):
                text = text.replace(opening, "").replace(closing, "")
    return text.lstrip("，、：:；的") [-_LONGEST:]


def dependent(name: str) -> bool:
    """Whether a name says nothing without what governs it: 死亡, 总投资, 完成率."""
    return name in _DEPENDENT or bool(c.PER_HEAD.fullmatch(name))


def what_moved(name: str) -> str:
    """以旧换新带动家电零售额 → 家电零售额, 经济增长预期目标 → 经济增长: of a measure, not what caused it to move nor that it is to; 经济 alone is named by its growth."""
    if (rate := c.RATE.match(name)) and rate.start() > 1:
        name = name[: rate.start()]
    if is_measure(name):
        return c.CAUSE.sub("", name)
    return "经济增长" if name == "经济" else name


def measure_of(name: str) -> str:
    """The word of measure that a name ends in: 增加值 of 大型企业增加值; "" where it ends in none."""
    return next((word for word in _UNCOUNTED if name.endswith(word)), "")


def completed_beside(first: str, name: str) -> str:
    """省属企业营业收入、|利润 → 省属企业利润; 利用外资、|投资 → 投资: a later item of a list, from what its first item is of."""
    measure = next((word for word in _HEADS if first.endswith(word)), "")
    of = first.removesuffix(measure) if measure else ""
    return of + name if dependent(name) and len(of) > 1 else name


def is_measure(name: str) -> bool:
    """Whether a name ends in a word of measure (收入, 规模, 率) and so needs no verb."""
    return name.endswith(("率", "比", "比重", "指数", "额", "量")) or name.endswith(_UNCOUNTED)


_DEPENDENT = frozenset(words("dependent"))
_VERBAL_NOUNS = frozenset(words("verbal_noun"))
_MEASURES = words("measure")
_HEADS = tuple(sorted(_DEPENDENT.union(_MEASURES), key=lambda word: (-len(word), word)))
_UNCOUNTED = tuple(word for word in _MEASURES if word not in words("counted"))
_TWINS = ({"城镇", "农村"}, {"城市", "农村"}, {"进口", "出口"}, {"男性", "女性"}, {"地表", "地下"})
_PAIRS = (("城乡", "城镇", "农村"), ("存贷款", "存款", "贷款"), ("进出口", "进口", "出口"))


def share_out(name: str, count: int, cut: Sequence[str]) -> list[str]:
    """One name a number: 工业增加值、固定资产投资 → two; 城乡居民收入 → 城镇居民收入, 农村居民收入; else the shared name for each.

    ``cut`` are the words of ``name``; a head that the items share (排放量) is given to each item that lacks one.
    """
    whole, apart, shared = name.partition("分别")
    if apart and shared and len(_items(whole, c.COORDINATION)) == count:  # 煤炭、电解铝|分别|淘汰产能
        return [item + shared for item in _items(whole, c.COORDINATION)]
    for parts in (c.COORDINATION, c.ENUMERATION, c.CONJUNCTION):
        items = _items(name, parts)
        if len(items) == count:
            return [c.LIGHT_VERB.sub("", item) or item for item in _with_shared_head(items, cut)]
    if count == 2:
        for pair, first, second in _PAIRS:
            if pair in name:
                return [name.replace(pair, first, 1), name.replace(pair, second, 1)]
    return [name] * count


def _items(name: str, parts: regex.Pattern[str]) -> list[str]:
    """Split at ``parts`` (、 和 与 及), not inside quotes or brackets."""
    closed = [m.span() for m in c.QUOTED.finditer(name)]
    items, at = [], 0
    for match in parts.finditer(name):
        if any(a < match.start() < b for a, b in closed) or match.start() < at:
            continue
        items.append(name[at : match.start()])
        at = match.end()
    items.append(name[at:])
    return [item for item in items if item]


def _with_shared_head(items: list[str], cut: Sequence[str]) -> list[str]:
    """二氧化硫、化学需氧量排放量 → 二氧化硫排放量; 国家级、部级创新平台 → 国家级创新平台."""
    last = items[-1]
    first = items[0]
    twin = last[: len(first)]
    if twin != first and len(last) > len(first) + 1 and (twin[-1] == first[-1] or twin[0] == first[0] or {twin, first} in _TWINS):  # 城镇居民、农村居民|人均收入
        return [*(item + last[len(first) :] for item in items[:-1]), last]
    shared, rest = "", last
    while head := next((m for m in _MEASURES if rest.endswith(m) and len(rest) > len(m)), ""):  # 水果|产量|占比
        shared, rest = head + shared, rest.removesuffix(head)
    if first.endswith(("级", "类", "型")) and not last.endswith(("级", "类", "型")):
        position = next((i for i in range(len(cut) - 1, -1, -1) if cut[i].endswith(first[-1])), None)
        tail = "".join(cut[position + 1 :]) if position is not None else ""
        shared = tail if tail and last.endswith(tail) else shared
    heads = tuple(head for head in _MEASURES if len(head) > 1)
    complete = [item if not shared or item.endswith(heads) or item.endswith(("率", "比", "额", "量", "值", "数")) else item + shared for item in items[:-1]]
    return [*complete, last]
