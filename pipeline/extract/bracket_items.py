"""Items of a list whose numbers stand in brackets: 软件业（20.4%）、住宿业（14.7%）, 盗窃（312件）.

What leads to the list says how its numbers are meant: 增速较快的行业有…, 案件最多的是….
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.extract.frozen import replace
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.predicates import RATIOS, Cue
from pipeline.patterns import clauses as c
from pipeline.patterns.ranked_lists import BEHIND, GROWTH, MOST, NEXT, OVER
from pipeline.records import Span

SIGNED = regex.compile(r"[（(]\s*[+＋\-－−–]\s*$")


class _Frame(NamedTuple):
    """What leads to a list: its measure, and how its numbers move (0: they are levels)."""

    what: Phrase = NOTHING
    sign: int = 0


def with_items(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those in brackets behind the items of a list with these for subjects."""
    frame: _Frame | None = None
    for mention in mentions:
        outer = _outer(sentence, mention)
        if outer is None:
            if not mention.position:
                frame = None
            yield mention
            continue
        opened, start = _frame(sentence, outer)
        after = NEXT.match(sentence.view, start, outer.end)
        if opened is None and (after or (frame and _continues(sentence, mention))):
            opened = frame
        frame = opened
        item = Span(after.end() if after else start, outer.end)
        listed = frame or _listed(sentence, mention)
        yield _of_item(sentence, mention, item, frame or _Frame()) if listed else mention


def _outer(sentence: Sentence, mention: Mention) -> Span | None:
    """Give the words that a bracket stands behind; None where it says more than a number."""
    if mention.opener != "（" or mention.position or not mention.cell:
        return None
    said = sentence.text(mention.subject)
    if mention.said.role == "rank" or (said and not GROWTH.fullmatch(said)):
        return None
    outer = sentence.cells[mention.cell - 1]
    if outer.figures or outer.bracketed or sentence.text(mention.behind):
        return None
    return outer.span


def _frame(sentence: Sentence, outer: Span) -> tuple[_Frame | None, int]:
    """Read what leads to a list in the words before its first item, and where the item begins."""
    start = outer.start
    before = sentence.view.rfind("：", sentence.span.start, start)
    first = sentence.span.start
    if 0 <= before == start - 1:  # 增长较快的产品有：|集成电路
        first = max(sentence.view.rfind(mark, first, before) for mark in "，；。") + 1
    else:
        first = start
    for pattern in (OVER, MOST):
        if found := pattern.search(sentence.view, max(first, sentence.span.start), outer.end):
            what = Span(*found.span("what"))
            head = sentence.head(what)
            phrase = sentence.text(Span(head.start, what.end))
            grown = GROWTH.search(phrase)
            sign = 0 if not grown else -1 if grown["down"] else 1
            return _Frame(NOTHING if grown else phrase, sign), max(found.end(), start)
    return None, start


def _continues(sentence: Sentence, mention: Mention) -> bool:
    return sentence.cells[mention.cell - 1].opener in LIST_OPENERS


def _listed(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether another item with a bracket stands beside this one."""
    following = sentence.cells[mention.cell + 1 : mention.cell + 3]
    forth = len(following) == 2 and following[0].opener in LIST_OPENERS
    forth = forth and following[1].opener == "（" and not following[0].figures
    back = sentence.cells[max(0, mention.cell - 2) : mention.cell]
    return forth or (len(back) == 2 and _continues(sentence, mention) and back[0].bracketed)


def _of_item(sentence: Sentence, mention: Mention, item: Span, frame: _Frame) -> Mention:
    """Give the number of an item its subject, and the role that the list gives it."""
    number = mention.figure.numeral
    negative = number.low is not None and number.low < 0
    signed = SIGNED.search(sentence.view, item.end, number.number.start + 1)
    sign = frame.sign or (1 if signed and mention.unit == "%" else 0)
    said = replace(mention.said, subject=item)
    if sign and mention.unit in RATIOS and said.role == "value":
        cues = (*said.cues, Cue("moved", Span(item.end, item.end)))
        said = replace(said, role="change", sign=1 if negative else sign, cues=cues)
    what = frame.what or _behind_all(sentence, mention)
    name = NOTHING
    if what:
        whole = sentence.text(Span(sentence.head(item).start, item.end))
        name = whole + (what.without(c.COUNT_NOUN) or what).by("shared_head")
    return replace(mention, said=said, subject=item, name=name)


def _behind_all(sentence: Sentence, mention: Mention) -> Phrase:
    """Take what a list is measured by behind its last bracket: 锂电池（+41.6%）|产量|增势强劲."""
    for cell in sentence.cells[mention.cell + 1 :]:
        if cell.bracketed or cell.opener in LIST_OPENERS:
            continue
        found = BEHIND.match(sentence.view, *cell.span) if cell.opener == "）" else None
        return take(sentence.view, Span(*found.span("what")), "shared_head") if found else NOTHING
    return NOTHING
