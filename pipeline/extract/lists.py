"""What the figures of a list share: the words behind the last one, and whom it was done for."""

from __future__ import annotations

import regex

from pipeline.extract import names
from pipeline.extract.clauses import Cell
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.lexicon import words
from pipeline.records import Span

# 为508名|被执行人|出具信用修复证明: who, what was done
FOR_WHOM = regex.compile(
    r"(?r)(?:(?<!行)为|对|向|给|帮助|帮|让|使|助力|带动)(?:全[国省市县区州镇乡]|辖区内?|我[省市县区]|\p{Han}{2,4}内|上述|其中)?+"
)

# how many items of a list are looked at; keeps a list of thousands linear
_LONGEST = 20
# 个人|受到省级表彰, 塑胶渔排|升级改造: what is told of all items of a list
TOLD_OF_ALL = regex.compile(
    r"(?:(?<=\p{Han}{2})|(?<=^[村乡镇县区户人校]))(?:(?:\L<told>)\p{Han}{2,14}"
    r"|(?:初步|全面|基本)(?:建立|形成|实现|完成)了?\p{Han}{2,14}|(?:\L<act>)|如期\p{Han}{2})$",
    told=words("told_of_all"),
    act=words("joint_act"),
)
TOLD_OPENS = regex.compile(r"(?:\L<told>)\p{Han}{2}", told=words("told_of_all"))
WORKED = regex.compile(r"(?:整治|改造|治理)(?=实施$)")
_WORKS = words("works")
_JOINT_ACTS = frozenset(words("joint_act"))


def is_joint_act(said: str) -> bool:
    """Tell whether words are an act that may be told of all items of a list.

    >>> is_joint_act("建成投用"), is_joint_act("污水管网")
    (True, False)
    """
    return said in _JOINT_ACTS


def shared_behind(sentence: Sentence, lead: Mention) -> Span:
    """首批12项及第二批14项|重点改革: the noun behind the last item serves the first as well."""
    index = lead.cell + 1
    if (
        index < len(sentence.cells)
        and sentence.cells[index].opener in LIST_OPENERS
        and len(sentence.cells[index].figures) == 1
        and sentence.cells[index].figures[0].numeral.unit == lead.unit
    ):
        return _after(sentence.cells[index], 0)
    return lead.behind


def beside_it(sentence: Sentence, lead: Mention) -> Span | None:
    """1873户|7215人消除了返贫风险, 12类|45件民生实事: the words behind the figure right behind this one."""
    cell, position = sentence.cells[lead.cell], lead.position + 1
    if position >= len(cell.figures):
        return None
    adjacent = cell.figures[position].numeral.span.start == lead.figure.end
    return _after(cell, position) if adjacent else None


def shared_noun(sentence: Sentence, lead: Mention) -> Phrase:
    """Give the noun behind the grade of the next item: 4个国家级、4个自治区级|区域医疗中心."""
    if not sentence.text(lead.behind).endswith("级"):
        return NOTHING
    following = _beside(sentence, lead.cell, lead.position, 1)
    if following is None or (
        following[0] != lead.cell and sentence.cells[following[0]].opener not in LIST_OPENERS
    ):
        return NOTHING
    cell, position = sentence.cells[following[0]], following[1]
    if cell.figures[position].numeral.unit != lead.unit:
        return NOTHING
    behind = names.words_behind(sentence.view, _after(cell, position))
    return behind[behind.find("级") + 1 :].by("shared_noun") if "级" in behind else NOTHING


def shared_predicate(sentence: Sentence, lead: Mention) -> Phrase:
    """6个|集体、14名|个人|受到省级表彰: what is told of the last item of a list is told of each.

    Also 2万口传统养殖渔排、8万平方米塑胶渔排|升级改造, where it is an act without an object.
    """
    own = sentence.text(lead.behind)
    cell, position = _last_item(sentence, lead)
    alone = (cell, position) == (lead.cell, lead.position)
    if alone or TOLD_OF_ALL.search(own) or TOLD_OPENS.match(own):  # 1人|获劳动奖章、4个班组获先锋号
        return NOTHING
    last = names.words_behind(sentence.view, _after(sentence.cells[cell], position))
    if not own:  # 贫困人口3.9万户、10.7万人|如期脱贫
        return last.by("shared_predicate") if is_joint_act(last) else NOTHING
    match = TOLD_OF_ALL.search(last)
    if not match:
        return NOTHING
    again = WORKED.match(last, match.start()) if own.endswith(_WORKS) else None  # 污水管网改造、河道|治理实施
    return last[again.end() if again else match.start() :].by("shared_predicate")


def told_again(sentence: Sentence, lead: Mention) -> Phrase:
    """贫困人口3.9万户、|10.7万人如期脱贫: what was done, of an item that counts the same again.

    NOTHING for others.
    """
    if lead.opener not in (*LIST_OPENERS, "，") or not sentence.nothing(lead.subject):
        return NOTHING
    done = names.words_behind(sentence.view, lead.behind)
    return done if is_joint_act(done) else NOTHING


def behind_whom(sentence: Sentence, lead: Mention) -> Span | None:
    """Find the words behind the last item of a list that 为 or 对 opens; None for other figures.

    为8家|卫生院、61个|村卫生室|更新设备.
    """
    if not _for_whom(sentence, lead.cell, lead.position):
        return None
    cell, position = _last_item(sentence, lead)
    return _after(sentence.cells[cell], position)


def without_whom(sentence: Sentence, lead: Mention, subject: Span) -> Span:
    """Take of the words between two figures, where 为 or 对 opens the first, what was done.

    对53家食堂|进行检查|3轮.
    """
    if (
        not lead.position
        or _listed(sentence, lead.cell, lead.position)
        or not _for_whom(sentence, lead.cell, lead.position - 1)
    ):
        return subject
    done = names.act_behind(
        sentence.view, _after(sentence.cells[lead.cell], lead.position - 1), sentence.edges
    )
    return (
        Span(done[0].start, subject.end)
        if done and subject.start < done[0].start < subject.end
        else subject
    )


def _for_whom(sentence: Sentence, cell: int, position: int) -> bool:
    for _ in range(_LONGEST):
        before = (
            _beside(sentence, cell, position, -1) if _listed(sentence, cell, position) else None
        )
        if before is None:
            break
        cell, position = before
    return FOR_WHOM.match(sentence.view, *sentence.cells[cell].figures[position].left) is not None


def _last_item(sentence: Sentence, lead: Mention) -> tuple[int, int]:
    """Find the last figure of the list that a figure stands in: its cell, and its place there."""
    cell, position = lead.cell, lead.position
    for _ in range(_LONGEST):
        following = _beside(sentence, cell, position, 1)
        if following is None or not _listed(sentence, *following):
            break
        cell, position = following
    return cell, position


def _beside(sentence: Sentence, cell: int, position: int, step: int) -> tuple[int, int] | None:
    """Find the figure before (``step`` -1) or after (1), in this cell or the one beside it."""
    if 0 <= position + step < len(sentence.cells[cell].figures):
        return cell, position + step
    cell += step
    count = len(sentence.cells[cell].figures) if 0 <= cell < len(sentence.cells) else 0
    return (cell, 0 if step > 0 else count - 1) if count else None


def _listed(sentence: Sentence, cell: int, position: int) -> bool:
    """Whether 、 or 和 stands right before a figure."""
    if not position:
        return sentence.cells[cell].opener in LIST_OPENERS
    left = sentence.cells[cell].figures[position].left
    return sentence.view[left.start : left.end].rstrip()[-1:] in LIST_OPENERS


def _after(cell: Cell, position: int) -> Span:
    """What stands behind a figure, as far as the next one."""
    following = (
        cell.figures[position + 1].numeral.span.start
        if position + 1 < len(cell.figures)
        else cell.span.end
    )
    return Span(cell.figures[position].end, following)
