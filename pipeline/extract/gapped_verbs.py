"""Verbs of change that hold for more than their own number: in a list, and behind whoever acts.

全县|压减|会议32%、|文件28%: both were cut, whoever did it; 发生率|下降|3个百分点、|辍学率|1个百分点.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.extract.frozen import replace
from pipeline.extract.mentions import LIST_OPENERS, Mention, Sentence
from pipeline.extract.predicates import RATIOS, Cue
from pipeline.extract.predicates.verb_first import RAISED, REACHING
from pipeline.records import Span

# 压缩时限60%、|网办率95%: a share of its own, not how far something was cut
# 、|全省的|3.1倍, 、|邻县的|三分之二
ANOTHER = regex.compile(r"\s*+(?:是|为|相当于)?(?P<whose>\p{Han}{2,10}?)的(?:近|约|超过?)?")
SHARE_OF_ITS_OWN = regex.compile(r"(?:率|占比|比重|比例|份额|覆盖面|满意度)$")


def with_verbs(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those that leave out the verb of change before them with it."""
    lender: Mention | None = None
    multiple: Mention | None = None
    for mention in mentions:
        found = _behind_who_acts(sentence, mention)
        if found is mention and lender is not None and _leaves_out(sentence, lender, mention):
            verb = lender.said.cue("moved")
            found = _moved(mention, lender.said.sign, verb) if verb else mention
        if multiple is not None and (again := _multiple_again(sentence, multiple, mention)):
            found = again
        lender = found if _lends(found) else None
        multiple = found if found.said.multiple else None
        yield found


def _multiple_again(sentence: Sentence, first: Mention, mention: Mention) -> Mention | None:
    """Read how many times another has what the number before is of: 为全省的2.4倍、|全市的|3.1倍."""
    own = ANOTHER.fullmatch(sentence.view, *mention.figure.left)
    if own is None or mention.opener not in LIST_OPENERS or not mention.first_in_cell:
        return None
    said, subject = first.said, Span(mention.subject.start, mention.subject.start)
    against = Span(*own.span("whose"))
    said = replace(said, subject=subject, against=against, bound=None, cues=(), shared=False)
    return replace(mention, said=said, subject=subject)


def _lends(mention: Mention) -> bool:
    """Tell whether a mention says the verb of a change that is neither shared nor a comparison."""
    said = mention.said
    return said.role == "change" and said.cue("moved") is not None and not said.shared


def _verb_first(mention: Mention) -> bool:
    moved = mention.said.cue("moved")
    return moved is not None and moved.end < mention.subject.end


def _behind_who_acts(sentence: Sentence, mention: Mention) -> Mention:
    """Read the verb of change behind a scope or a time, where no other says how a number moved."""
    said, subject = mention.said, mention.subject
    if said.role == "rank" or mention.unit not in RATIOS or said.moved or said.cue("level"):
        return mention
    head = sentence.head(subject)
    raised = RAISED.fullmatch(sentence.view, head.start, subject.end)
    number = mention.figure.numeral.span.start
    if raised is None or REACHING.search(sentence.view, subject.end, number):
        return mention
    what, verb = raised.start("what"), Span(*raised.span("verb"))
    sentence.begin_at(subject, what)
    return _moved(mention, -1 if raised["down"] else 1, verb)


def _leaves_out(sentence: Sentence, lender: Mention, mention: Mention) -> bool:
    """Tell whether an item says only what was changed by how much."""
    said, text = mention.said, sentence.text(mention.subject)
    if said.role == "rank" or said.cues or not text or not mention.first_in_cell:
        return False
    in_list = mention.opener in LIST_OPENERS or (mention.opener == "，" and _verb_first(lender))
    if not in_list or not _alike(lender, mention):
        return False
    if sentence.text(mention.behind) or sentence.text(lender.behind):
        return False
    own = SHARE_OF_ITS_OWN.search(text)
    if own and said.role == "value" and not SHARE_OF_ITS_OWN.search(sentence.text(lender.subject)):
        return False  # but 发病率下降12%、|死亡率|8%
    return not sentence.head(mention.subject).within


def _alike(lender: Mention, mention: Mention) -> bool:
    """Tell whether two numbers may be moved by one verb: both by how many per cent, or people."""
    if lender.unit in RATIOS and "点" not in lender.unit:
        return mention.unit in RATIOS and "点" not in mention.unit
    return lender.unit == mention.unit


def _moved(mention: Mention, sign: int, verb: Span) -> Mention:
    cues = (*mention.said.cues, Cue("moved", verb))
    return replace(mention, said=replace(mention.said, role="change", sign=sign, cues=cues))
