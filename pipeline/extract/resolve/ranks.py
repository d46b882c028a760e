"""The ranks of a group: of what, among whom, and the earlier place."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import beside, subjects
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied, take
from pipeline.extract.resolve.changed import owners
from pipeline.extract.resolve.continued import dated
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row, bound_evidence, quantity
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns import ranks as r
from pipeline.records import Evidence, Quantity, Rank, Span

# 在全省绩效考评中，|支队位列第二: the contest is what was ranked
CONTEST = regex.compile(r"(?:\L<contest>)(?:中|里|上)?$", contest=words("contest"))
# 交管工作在全省绩效考评中|位列第二
CONTEST_IN = regex.compile(
    r"(?P<who>[^在]{0,20})在(?:(?:\d{4}年)?(?P<where>全[国省市县区州](?:\p{Han}{1,4}系统)?"
    r"|(?:省|市|县|国家)(?!\p{Han}{0,4}?[社厅局委办院会]))(?!级)"
    rf"(?:{r.HOW_MANY}(?:{r.PLACES})?)?)?"
    r"(?P<contest>[^在]{0,24}(?:\L<contest>))(?:中|里|上)",
    contest=words("contest"),
)

# 、|全省国家级经开区|第1位
LISTED_ARENA = regex.compile(
    r"(?:在)?(?:全[国省市县区州球]|世界|亚洲|[省市国]内|[中东西]部|长三角|同类|同行业)(?:\d{1,4}\p{Han})?\p{Han}{0,14}?(?:中|里)?"
)
# 经济总量|偏小|、在全市仅列第7位
STATED = regex.compile(r"(?<=\p{Han}{3})偏[小低弱大高]$")
_WHOLE_PLACES = ("全国", "全省", "全市", "全县", "全区", "全州")
_ALTOGETHER = frozenset(words("altogether"))
_LEAST = 3  # characters that must be left of a name when 排名 is taken off


def with_ranks(setting: Setting, state: State, group: Sequence[Mention]) -> State:
    """Place ranks; of 由第四升至第三 the earlier is the base of the row."""
    if placed := _placed_then(setting, state, group):
        return placed
    owner = state.bases[0] if state.bases else group[0]
    name = contest(setting, owner)
    listed = _arena_of_list(setting, state, owner)
    if listed and state.last:
        name = state.last.name.by("inherited")
    indexes, state = owners(setting, state, group, owner, "rank", name)
    indexes, state = _again(state, indexes)
    indexes, state = _apart(state, indexes)
    rows = (
        _ranked(setting, state, state.rows[index], mention, group, listed)
        for index, mention in zip(indexes, group, strict=True)
    )
    return state.changed(zip(indexes, rows, strict=True))


def _placed_then(setting: Setting, state: State, group: Sequence[Mention]) -> State | None:
    """Place the earlier place told beside a rank: 列全省第3位（去年为|第5位|）."""
    last, then = state.last, group[0]
    if last is None or last.rank is None or last.base or len(group) > 1:
        return None
    if not setting.times.beside(then) or setting.sentence.text(setting.sentence.subject_of(then)):
        return None
    base = dated(setting, then, group, last.mention)
    return state.changed([(len(state.rows) - 1, replace(last, base=base))])


def _again(state: State, indexes: list[int]) -> tuple[list[int], State]:
    """Give a second rank of one thing a row of its own: 居全省第3位、|全国第20位|."""
    found: list[int] = []
    for index in indexes:
        row = state.rows[index]
        if row.rank is not None:
            index, state = len(state.rows), state.plus([row.again()])
        found.append(index)
    return found, state


def _arena_of_list(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Take the arena that an item of a list of ranks is: 位列全国第78位、|全省同类园区|第1位."""
    if lead.opener not in LIST_OPENERS or state.last is None or state.last.rank is None:
        return NOTHING
    said = setting.sentence.text(lead.subject)
    return said.by("arena") if LISTED_ARENA.fullmatch(said) else NOTHING


def _apart(state: State, indexes: list[int]) -> tuple[list[int], State]:
    """Give places with an earlier place rows of their own: 5 is no earlier value of 1.5万亿美元."""
    if not state.bases or all(state.rows[index].value is None for index in indexes):
        return indexes, state
    again = [state.rows[index].again() for index in indexes]
    start = len(state.rows)
    return list(range(start, start + len(again))), state.plus(again)


def _ranked(
    setting: Setting,
    state: State,
    row: Row,
    mention: Mention,
    group: Sequence[Mention],
    listed: Phrase,
) -> Row:
    if row.name in _ALTOGETHER:  # 综合|排名全市第3
        row = row.named(row.name + supplied("排名", mention.figure.numeral.span.start, "rank"))
    row, arena = _without_arena(row, listed or _arena(setting, state, mention, group[0]))
    if STATED.search(row.name):
        row = row.named(row.name.without(STATED, count=1))
    base = _earlier(setting, state, mention)
    said = (*row.said, *arena.evidence("among"))
    return replace(
        row,
        rank=Rank(quantity(mention, group), str(arena) or None),
        base=base or row.base,
        said=said + tuple(_bounds(setting, mention, group)),
        mention=mention if base else row.mention,
    )


def _bounds(setting: Setting, mention: Mention, group: Sequence[Mention]) -> list[Evidence]:
    if quantity(mention, group).bound == "exact":
        return []
    return list(bound_evidence(mention, group, setting.view))


def _earlier(setting: Setting, state: State, mention: Mention) -> Quantity | None:
    """Give the place that 由 opens, dated the year before."""
    if not state.bases or state.bases[0].said.role != "rank":
        return None
    return dated(setting, state.bases[0], state.bases, mention)


def _arena(setting: Setting, state: State, mention: Mention, lead: Mention) -> Phrase:
    """Take the arena of a rank: its own words, those of its list, or of the place it came from."""
    for one in (mention, lead, *state.bases[:1]):
        if span := one.said.among:
            return subjects.tidy(take(setting.view, span, "arena"))
    first = state.bases[0] if state.bases else lead
    won = CONTEST_IN.match(setting.view, *first.subject)
    if won and won["where"] and won["where"].startswith(_WHOLE_PLACES):  # 在|全省|绩效考评中位列第二
        return take(setting.view, Span(*won.span("where")), "arena")
    ahead = r.ARENA_AHEAD.fullmatch(setting.view, *beside.before(setting.sentence, first))
    if ahead:
        return take(setting.view, Span(*ahead.span("where")), "arena")
    said = setting.sentence.text(setting.sentence.subject_of(first))
    match = r.ARENA_ONLY.fullmatch(said)  # ，|在全省的位次|由第四升至第三
    return said[slice(*match.span("where"))].by("arena") if match else NOTHING


def _without_arena(row: Row, arena: Phrase) -> tuple[Row, Phrase]:
    """Take arena and 排名 off a name: 经济总量|在全省排位 → 经济总量 among 全省."""
    match = r.ARENA_IN_NAME.search(row.name)
    if match is None or match.start() < _LEAST:
        return row, arena
    if match["where"] and (not arena or str(arena) in match["where"]):
        arena = row.name[slice(*match.span("where"))].by("arena")
    if not match["where"]:
        return row, arena
    return row.named(subjects.tidy(row.name[: match.start()])), arena


def contest(setting: Setting, owner: Mention) -> Phrase:
    """Find what a rank was won in, in its clause or the one before: 在全省绩效考评中."""
    sentence = setting.sentence
    for span in (owner.subject, beside.before(sentence, owner)):
        if match := CONTEST_IN.match(setting.view, *span):
            parts = [Span(*match.span(part)) for part in ("who", "contest")]
            who, won = (take(setting.view, part, "contest") for part in parts)
            return subjects.tidy(who.without(c.SCOPE_HEAD) + won)
    pending = beside.pending(sentence, owner)
    return pending if CONTEST.search(pending) else NOTHING
