"""Whose figures these are: a body named once holds for the figures behind it.

``区属国企资产总额1100亿元，负债总额|592亿元``: of whom is said once, and the rows behind need it as
their scope. It holds in its sentence, and in the next one of the paragraph as long as one after
the other speaks of it, until another body is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from pipeline.extract import measures, subjects
from pipeline.extract.acting_places import OPENS, acting, developed, is_place
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.row import Row
from pipeline.lexicon import words
from pipeline.patterns import clauses as c
from pipeline.patterns.wordlist import any_of
from pipeline.records import Span

_NAMED = 5  # characters of the name of one body, and of no kind of bodies
_BARE = 6  # characters of a measure that says of nothing whose it is: 资产负债率, 营业总收入
_MOST = 16  # characters of a body's name
# 区属|国企, 市|属企业, 省|国资委监管企业; 城发|集团, 县第一|中学: bodies that have figures of their own; not 大学|生
OWNER = regex.compile(
    r"(?:所?监管|各)?(?P<owner>"
    r"(?:[省市县区州]|中央|地方|自治区)?(?:国资委)?(?:直?属|监管|属地)(?:国有)?(?:国企|企业|医院|学校|高校|单位)"
    r"|(?:地方|省级|市级)?(?:国有企业|国企|央企)"
    r"|(?!\L<of_no_body>)"
    rf"(?:(?![的了为与和及在对向]|{c.WITH_WHOM}|确定|获评|开展|推动|实施)[\p{{Han}}A-Za-z]){{2,12}}?"
    r"(?:\L<body>))"
    r"(?:等)?(?!生(?!产)|城|化|军)(?=[\p{Han}“]|$)",
    body=words("owner_noun"),
    of_no_body=words("of_no_body"),
)

# 区属|国企, 所监管企业: those that whoever reports is in charge of
HELD = regex.compile(r"(?:[省市县区州]|中央|地方)?(?:国资委)?(?:直?属|监管)")
# 投资集团旗下|信安担保公司: the figures are those of the body behind
_PARENT = regex.compile(r"[^，。；]{2,12}?(?:旗下|下属|所属|下辖)(?:的)?")

# 国有企业|改革收官, 某大学|能源学院落成, 银行|等金融总部: something else, and no figures of that body
NOT_ITS = regex.compile(
    r"等|改革|监管|\p{Han}{0,12}?(?:研究所|实验室|研究院|学院|中心|基地|行动|工程|项目|计划|大会|论坛)"
)
DOES_WITHIN = re.compile(r"规划|运营|(?<!\A.)(?<!\A..)(?<!\A...)建设(?!集团|投资|公司|发展|开发|局)")
_NOMINAL = frozenset(words("verbal_noun")) | {"发展", "开发", "生产"}
# what the name of a body ends in; most clauses and names have none
OWNER_HINT = re.compile(
    any_of([*words("owner_noun"), *("国企", "企业", "医院", "学校", "高校", "单位", "央企")])
)


# a part of the area that holds for the figures behind it
PART = re.compile(r"[省市县区州]本级|(?:市|县|主|中心)?城区|市区")
AREA = re.compile(rf"{PART.pattern}|农村")
AREA_ASPECT = re.compile(rf"\s*(?P<area>{AREA.pattern})方面\s*")  # |城区|方面，新划泊位530个


# ——|栖云机场|。…, ●|县第一中学|：…: the label of an item that is a body, whose figures follow
BODY_LABEL = regex.compile(
    r"(?!\L<of_no_body>)\p{Han}{2,12}?(?:\L<body>|机场|小学|中学|幼儿园|[总分]园|[总分]院|林场|监狱)"
    r"|(?!全)\p{Han}{2,4}(?:[市县区镇乡]|街道|社区)",
    body=words("owner_noun"),
    of_no_body=words("of_no_body"),
)


def labelled(rows: Sequence[Row], label: Phrase) -> list[Row]:
    """Give rows without a scope the body that the label of their item is."""
    if not label or not BODY_LABEL.fullmatch(label):
        return list(rows)
    return [
        row if row.scope or str(label) in row.name else replace(row, scope=label.by("owner"))
        for row in rows
    ]


def with_owners(
    rows: Sequence[Row], sentence: Sentence, before: Phrase, place: Phrase, *, chained: bool
) -> tuple[list[Row], Phrase]:
    """Give rows the owner that was named before them as scope, and say whose turn it is now.

    A part of the area holds no further than a chain of sentences (；), unless it is the ``place``
    that the paragraph is about.
    """
    found: list[Row] = []
    if not chained and _is_part(before):
        before = NOTHING
    owner, cell, here = before.by("owner_before") or place, -1, not before and bool(place)
    for row in rows:
        named = _between(sentence, cell, row.mention.cell)
        own = _of_row(row)
        owner, here = own or named or owner, here or _speaks(own, named, row, first=not found)
        cell = max(cell, row.mention.cell)
        if row.scope and not own and row.scope.last_rule == "scope_head":
            owner, here = NOTHING, False  # 全县: the whole again
        said = row.scope or not owner or str(owner) in row.name
        takes = not said and (here or _open(row, owner))
        inside = here and _is_within(row, owner)
        scope = owner + (row.scope or NOTHING) if inside else owner if takes else row.scope
        found.append(row if scope is row.scope else replace(row, scope=scope))
    spoken_of = owner.last_rule != "owner_before" or any(row.scope == owner for row in found)
    return found, owner if spoken_of else NOTHING


def _between(sentence: Sentence, cell: int, last: int) -> Phrase:
    """Take the body that a clause without figures between two rows names, the last of them."""
    clauses = (at for at in range(last - 1, cell, -1) if not sentence.cells[at].figures)
    return next(filter(None, (_of_clause(sentence, at) for at in clauses)), NOTHING)


def _of_row(row: Row) -> Phrase:
    """Take the body or the part of the area that a row says itself that it is of."""
    return _of_name(row.name) or _of_name(row.scope or NOTHING) or _area(row)


def _speaks(own: Phrase, named: Phrase, row: Row, *, first: bool) -> bool:
    """Tell whether the sentence speaks of an owner from here on: 区属国企|资产总额1100亿元.

    Not of 6所|公办幼儿园, which are only counted, nor of 城区 in the middle of a list.
    """
    if not own:
        return len(named) >= _NAMED or AREA.fullmatch(named) is not None
    if is_place(own):
        return True
    return first if PART.fullmatch(own) else len(own) < len(row.name) or len(named) >= _NAMED


def _of_clause(sentence: Sentence, index: int) -> Phrase:
    """Take the body that a clause without figures opens with: 金控集团|承办大赛."""
    span = sentence.cells[index].span
    if area := AREA_ASPECT.fullmatch(sentence.view, *span):
        return take(sentence.view, Span(*area.span("area")), "owner")
    start = subjects.opening(sentence.view, span, sentence.edges)
    behind = sentence.view, Span(start, span.end), sentence.edges
    if place := acting(*behind) or developed(*behind):
        return place.by("owner")
    if not OWNER_HINT.search(sentence.view, *span):
        return NOTHING
    if parent := _PARENT.match(sentence.view, start, min(span.end, start + _MOST)):
        start = parent.end()
    match = OWNER.match(sentence.view, start, min(span.end, start + _MOST + 4))
    acts = c.ACTION.match(sentence.view, start)  # 开展|中小学校全覆盖检查
    if match is None or acts or not sentence.edges[match.end("owner")]:
        return NOTHING
    if NOT_ITS.match(sentence.view, match.end("owner"), span.end):
        return NOTHING
    if _acts_within(match["owner"]):
        return NOTHING
    return take(sentence.view, Span(*match.span("owner")), "owner")


def _acts_within(named: str) -> bool:
    """Tell whether a verb stands before what ends as a body does: 村镇规划建设|公办幼儿园."""
    acts = (match.group() for match in c.ACTION.finditer(named, 2))
    return DOES_WITHIN.search(named) is not None or any(act not in _NOMINAL for act in acts)


def _area(row: Row) -> Phrase:
    """Take the part of the area that a row says it is of: 市本级|收入, 主城区|平均车速."""
    scope = row.scope or NOTHING
    if scope.last_rule == "place_item" or not _is_part(scope):  # 东陵区210家、西山县180家
        return NOTHING
    return scope.by("owner")


def _is_within(row: Row, owner: Phrase) -> bool:
    """Tell whether a row is of a kind of bodies in a place: 临江新区…，|入驻企业|完成营业收入."""
    scope = row.scope or NOTHING
    kind = scope.last_rule == "agent" and subjects.KINDS.search(scope) is not None
    return kind and is_place(owner) and str(owner) not in scope


def _is_part(owner: Phrase) -> bool:
    """Tell whether an owner is a part of the area, or a place in it."""
    return PART.fullmatch(owner) is not None or is_place(owner)


def _of_name(name: Phrase) -> Phrase:
    if name.endswith("占比"):  # 缴存单位中，国有企业|占51%: one of those counted, not whose they are
        return NOTHING
    named = OWNER_HINT.search(name) and not c.ACTION.match(name)
    match = OWNER.match(name) if named else None
    if match and _acts_within(match["owner"]):
        return NOTHING  # 中央财政再支持|中心乡镇卫生院
    return name[slice(*match.span("owner"))].by("owner") if match else NOTHING


def _open(row: Row, owner: Phrase) -> bool:
    """Tell whether a row leaves open whose it is: it opens with a verb or is a bare measure.

    What a part of the area is said to have may be any measure: 市本级收入…，政府性基金收入.
    """
    if is_place(owner) and owner.last_rule != OPENS:
        return owner.last_rule != "owner_before"
    known = str(row.name) in measures.known_names() and not owner.endswith("本级")
    if known or c.RELATIVE.search(row.name):
        return False  # 进出口总额, 纳入改制范围的企业
    if (row.action and row.name.startswith(row.action)) or c.ACTION.match(row.name):
        # what a body did is told in its own sentence; of those in charge also behind it
        return owner.last_rule != "owner_before" or HELD.match(owner) is not None
    short = len(row.name) <= _BARE or PART.fullmatch(owner) is not None
    return (short and measures.is_measure(row.name)) or measures.dependent(row.name)
