"""The phrases that may be the topic of a row, from the nearest to the furthest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from pipeline.extract import measures
from pipeline.extract.candidate import Candidate, Origin, held
from pipeline.extract.discourse import Discourse
from pipeline.extract.mentions import CLAUSES_BACK, LIST_OPENERS, Sentence
from pipeline.extract.phrase import Phrase, take
from pipeline.extract.predicates import RATIOS
from pipeline.extract.row import Row
from pipeline.lexicon import words
from pipeline.records import Span

_COUNTED = frozenset(words("counted"))
# what needs no owner where only its growth is said: 投资增长10.5%，|消费|增长3%
_OF_THE_ECONOMY = frozenset(words("of_the_economy"))
_OWNER = 4  # characters of what has a measure, at least
_NEW = 5  # characters of a measure with whose it is, at least
_OUTCOMES = frozenset(words("outcome"))
# 工业投资|占全部投资比重|: what has a measure of its own is of no share, but of what has it
_SHARE = regex.compile(r"(?<=\p{Han}{2})(?:占[^，。；、]{1,20}(?:比重|比例|份额))$")
# 其中|5万元以上|46起: which of them, and nothing that others are of
_SIZE_CLASS = regex.compile(r"\d[\d.]*[千万亿]?\p{Han}{1,3}以[上下内]的?")
_TAIL = 2  # characters at the end of a name that say of what kind its thing is
_AMONG = 12  # rows before a row, the nearest that stand outside of a bracket are among them
_COLONS = ("：", ":")

# 对|客货运驾驶人|抽检毛发, 为|家庭经济困难幼儿|减免保教费
WHOM = regex.compile(r"(?:(?<!行)为|对|向|给|帮助)(?P<whom>[^，。；\d为对向给]{2,20})$")
# 新门诊综合楼项目|建筑|面积
_EXTENT_OF = regex.compile(r"(?<=\p{Han}{2})(?:建筑|占地|用地|播种|种植|总)$")
_WORK_DID = regex.compile(
    r".{2,}?\L<work>(?![家者员户人班])(?=(?:\L<act>)\p{Han}{2})",
    work=words("theme_work"),
    act=words("action"),
)


def themes(row: Row, sentence: Sentence) -> list[Candidate]:
    """Find the themes of the clauses before ``row`` that may be its topic, the nearest first."""
    return _open(row, (*_whom(row, sentence), *_themes(sentence, row.mention.cell)))


def candidates(
    row: Row, near: Sequence[Candidate], before: Sequence[Row], said: Discourse
) -> list[Candidate]:
    """Find the phrases that may be the topic of ``row``, each once and none that it says itself.

    ``near`` are the themes of its sentence.
    """
    return _open(row, (*_figures(row, before), *_said_before(row, before, said)), near)


def _said_before(row: Row, before: Sequence[Row], said: Discourse) -> Iterator[Candidate]:
    """Yield what was spoken of in the sentences before and in the headings."""
    if said.topic and not _opens_anew(before[0] if before else row):
        yield Candidate(held(said.topic), "topic", 1)
    if said.before:
        yield Candidate(said.before, "sentence", 1, rule="theme_before")
    if said.opening:
        yield Candidate(said.opening, "paragraph", 2, rule="theme_before")
    if said.label:
        yield Candidate(said.label, "label", 1)
    for steps, heading in enumerate(said.headings):
        yield Candidate(heading, "parent" if steps else "heading", steps)


def _open(row: Row, found: Iterable[Candidate], near: Sequence[Candidate] = ()) -> list[Candidate]:
    """Keep each phrase once that a row does not say itself, nor is a heading that is its sentence.

    ``near`` are kept already.
    """
    own = str(row.name) + str(row.scope or "")
    at = row.mention.figure.numeral.span.start
    kept = {str(one.phrase): one for one in near}
    for one in found:
        text = str(one.phrase)
        if not text or text in kept or text in own:
            continue
        if not one.phrase.start <= at <= one.phrase.end:
            kept[text] = one
    return list(kept.values())


def _whom(row: Row, sentence: Sentence) -> Iterator[Candidate]:
    """Yield for whom or on what its own clause says that an act was done: 为|失能老人|建立档案158份."""
    start, end = row.mention.subject.start, row.name.start
    led = WHOM.search(sentence.view, start, end) if start < end else None
    if led:
        found = take(sentence.view, Span(*led.span("whom")), "whom")
        yield Candidate(found, "whom", 0, cell=row.mention.cell)


def _themes(sentence: Sentence, cell: int) -> Iterator[Candidate]:
    """Yield the themes of the clauses without figures before ``cell``, the nearest first."""
    opener = min(sentence.opening, cell)
    near = range(max(0, cell - CLAUSES_BACK), cell)
    for index in (*reversed(near), *(() if opener in near else (opener,))):
        one = sentence.cells[index]
        aside = one.bracketed or one.opener == "）"  # 龙潭水库（|中型|，总库容5万立方米）|克服困难
        if not aside and not one.figures and (found := sentence.theme(index)):
            aspect = sentence.view[one.span.start : one.span.end].rstrip().endswith("方面")
            following = sentence.cells[index + 1].opener if index < cell else ""
            origin: Origin = "opener" if index == opener else "clause"
            origin = "aspect" if aspect else "label" if following in _COLONS else origin
            yield Candidate(found, origin, cell - index, cell=index)


def _figures(row: Row, before: Sequence[Row]) -> Iterator[Candidate]:
    """Yield the topic and the names of the figures before; nothing is of how fast another moved."""
    before = [one for one in before[-_AMONG:] if not one.of_growth]
    if not before:
        return
    if last := before[-1].topic:
        yield Candidate(held(last), "topic", 0, cell=before[-1].mention.cell)
    within = row.within
    for steps, one in enumerate(reversed(_outside(row, before)[-3:])):
        # 规模工业增长8%，投资增长10.5%，|消费|增长3%; of a whole its parts are: 其中|集体企业|增长2%
        beside = not within and _side_by_side(row, one)
        within = within or one.within
        if _coordinate(row, one):
            continue
        if measures.dependent(one.name) and measures.is_measure(row.name):
            continue  # 总投资3.6亿元，|完成投资: of what that was, which is its topic
        thing = one.name.removeprefix(one.action).removeprefix("的").stripped("、")
        if measures.is_measure(row.name) and not measures.dependent(row.name):
            thing = thing.without(_SHARE, count=1)
        thing = one.name if thing in _OUTCOMES else thing  # 融资|到位|112.6亿元
        if _SIZE_CLASS.fullmatch(thing):
            continue
        name = _work(_owner(row, thing))
        unit = one.value.unit if one.value else ""
        cell = one.mention.cell
        yield Candidate(name, "figure", steps, unit, "figure_before", one.topic, cell, beside)


def _outside(row: Row, before: Sequence[Row]) -> Sequence[Row]:
    """Leave out what a bracket told that a row is outside of: 查处酒驾1286起（醉驾638起），|超速|4210起."""
    outside = [one for one in before if row.mention.bracketed or not one.mention.bracketed]
    return outside or before


def _owner(row: Row, name: Phrase) -> Phrase:
    """Take of a figure's name whose measure it is, for another measure: 民宿项目|总投资, 占地面积.

    A rate may be one of the measure itself: 一般公共预算收入, 税占比.
    """
    if row.mention.unit in RATIOS or not measures.is_measure(row.name):
        return name
    head = measures.head_of(name)
    owner = name.removesuffix(head)  # not 龙头|企业
    owned = len(owner) >= _OWNER and head not in _COUNTED
    return owner.without(_EXTENT_OF, count=1) if owned else name


def _work(name: Phrase) -> Phrase:
    """Take of the name of what a work did the work: 灌区节水改造项目|衬砌渠道."""
    match = _WORK_DID.match(name)
    if match is None or measures.is_measure(name):
        return name
    return name[: match.end()]


def _coordinate(row: Row, one: Row) -> bool:
    """Tell whether two rows stand side by side, and neither is of the other: 一等奖2项、二等奖3项.

    So do those that share their first words: 检查企业86家，商户210家. A name that is the end of
    another leaves out what that one says: 高标准农田面积…，面积….
    """
    own, other = row.name.removeprefix(row.action), one.name.removeprefix(one.action)
    verb = row.mention.said.cue("moved")
    one_list = row.mention.figure == one.mention.figure  # 生产总值、|投资增速|分别居全省第2、第3位
    if one_list and row.value is None and len(row.name) > _TAIL:
        return not measures.dependent(row.name)
    if verb and not one_list and verb == one.mention.said.cue("moved"):  # 压减会议32%、|文件|28%
        return True
    shared = row.name.start == one.name.start and not row.mention.bracketed
    behind = row.name.end > row.mention.figure.numeral.span.start  # 排查问题412处，209处|闭环
    if shared and not behind and len(own) >= len(other):
        return True
    alike = own[-_TAIL:] == other[-_TAIL:] and own not in other and other not in own
    clear = row.mention.unit not in RATIOS and _says_of_what(str(row.name))  # 夏粮产量、|秋粮产量
    listed = row.mention.opener in LIST_OPENERS or (one_list and clear)
    return alike and not row.mention.bracketed and listed


def _side_by_side(row: Row, one: Row) -> bool:
    """Tell whether two rows only say how something grew, and each is clear of what."""
    growths = all(each.changes and each.value is None for each in (row, one))
    if growths and row.name in _OF_THE_ECONOMY:
        return True
    return growths and all(_says_of_what(str(name)) for name in (row.name, one.name))


def _opens_anew(row: Row) -> bool:
    """Tell whether a sentence opens with a measure and whose it is: |竹产业产值|9.8亿元.

    What was spoken of before holds no longer there.
    """
    first = row.mention.cell == 0 and not (row.within or row.mention.bracketed or row.action)
    name = str(row.name)
    owned = measures.is_measure(name) and not measures.dependent(name)
    return first and owned and measures.measure_of(name) != name and len(name) >= _NEW


def _says_of_what(name: str) -> bool:
    """Tell whether a measure has its owner in its name: 铁路|货运量, not 利润总额."""
    if measures.dependent(name):
        return False
    measure = measures.measure_of(name)
    return name in measures.known_names() or 0 < len(measure) < len(name)
