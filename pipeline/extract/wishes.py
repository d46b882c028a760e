"""Wishes: what 力争 makes a target of what stands behind it, also without a word of its own."""

from __future__ import annotations

from pipeline.extract.mentions import Mention, Sentence
from pipeline.patterns import periods as p
from pipeline.records import Span


def first_wish(sentence: Sentence) -> Span | None:
    """Find the first wish of a sentence, where a figure stands in its clause; asked for once."""
    view, span = sentence.view, sentence.span
    found = p.WISH.search(view, *span) if p.WISH_HINT.search(view, *span) else None
    if found is None:
        return None
    own = (cell for cell in sentence.cells if cell.span.start <= found.start() < cell.span.end)
    return Span(*found.span()) if any(cell.figures for cell in own) else None


def holds(wish: Span, view: str, mention: Mention, *, acts: bool) -> bool:
    """Tell whether a wish before a figure holds for it: 力争结案率95%以上，到位率|达到45%.

    For an act only in the same list: 力争完成造林16万亩、|草原修复10万亩.
    """
    at = mention.figure.numeral.span.start
    if at < wish.end:
        return False
    apart = "，" if acts else "（"
    ended = any(view.find(word, wish.end, at) >= 0 for word in (apart, "预计"))
    return not ended and p.PAST_CUE.search(view, wish.end, at) is None
