"""Whether a line of a page goes on with the paragraph before it: that is full, and nothing says
that the line begins another.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.patterns.pdf import BEGINS, ENDED, ITEM
from pipeline.patterns.reading import INNER
from pipeline.patterns.tables import NUMBERED_TITLE, UNIT_NOTE
from pipeline.read.edges import SIZE, TIGHT, Edges
from pipeline.read.lines import Line
from pipeline.tables import TableRow

_INDENT = 1.2  # characters right of the margin: a new paragraph
_SHORT = 0.8  # characters left free although the next word would have fitted: the last line of one
_GAP = 1.45  # times the usual distance of lines
_SAME = 0.6  # characters: left edges that differ less are one
_DEEP = 6.0  # characters: no first line is set so far in or out
_TITLE_ROOM = 4.0  # characters that the title of a table leaves free


@dataclass(frozen=True, slots=True)
class Open:
    """A paragraph being written: the left edge of its first line, whether that opens an item,
    and its last line with the edges of its block.
    """

    left: float
    item: bool
    last: Line
    edges: Edges
    lines: int = 1


def goes_on(
    before: Open, line: Line, edges: Edges, behind: Line | None, *, same_page: bool
) -> bool:
    """Whether ``line`` goes on with the paragraph before it; ``behind``: the line below it."""
    last, size = before.last, max(before.last.size, line.size)
    if _apart(last, line, edges) or size > SIZE * min(last.size, line.size):
        return False
    below = same_page and line.baseline <= last.baseline + size
    leading = max(edges.leading * max(1.0, size / edges.size), size)
    if below and (last.baseline - line.baseline) / leading > (TIGHT if edges.spaced else _GAP):
        return False
    tight = below and edges.spaced
    ended = ENDED.fullmatch(last.text) is not None
    if ended and not tight and _is_item_behind(last.text, line.text):
        return False
    return _stands_on(before, line, edges, behind, ended=ended, tight=tight)


def _is_below_heading(before: Open, line: Line, behind: Line | None) -> bool:
    """Whether a line set in begins the paragraph below a heading, and is not the second line of an
    item: the heading leaves room, and the paragraph goes on at the margin or is of one line."""
    if before.lines > 1 or _is_full(before, line):
        return False
    if behind is not None and ITEM.match(behind.text) is None:
        return line.left - behind.left > _SAME * line.size
    mark = ITEM.match(before.last.text)
    return INNER.search(before.last.text, mark.end() if mark else 0) is None


def _is_item_behind(above: str, text: str) -> bool:
    """Whether an item begins, with nothing above that leads to it."""
    return above[-1] not in "：:" and BEGINS.match(text) is not None


def _stands_on(
    before: Open, line: Line, edges: Edges, behind: Line | None, *, ended: bool, tight: bool
) -> bool:
    """Whether ``line`` begins where a line does that goes on with the paragraph before it."""
    shift, another = edges.left - before.edges.left, ITEM.match(line.text) is not None
    hangs = (line.left - shift - before.left) / line.size
    if before.item and not another and not ended and _SAME < hangs < _DEEP:
        return not _is_below_heading(before, line, behind)
    if hangs < -_DEEP or not _is_full(before, line) or _is_signature(before.last, line, edges):
        return False
    return _stands_below(before, line, edges, hangs, ended=ended, tight=tight, another=another)


def _stands_below(
    before: Open,
    line: Line,
    edges: Edges,
    hangs: float,
    *,
    ended: bool,
    tight: bool,
    another: bool,
) -> bool:
    if line.left <= edges.left + _INDENT * line.size:  # at the margin
        return tight or not (before.item and another and abs(hangs) < _SAME)
    if another or ended:
        return before.item and not another and hangs > _SAME
    left = line.left - (edges.left - before.edges.left)
    return hangs > _SAME or _is_prose_at(before, left, line.size)


def _is_prose_at(before: Open, left: float, size: float) -> bool:
    """Whether a paragraph is no heading that fills its line, and its last line begins there."""
    prose = before.lines > 1 or (before.item and "。" in before.last.text)
    return prose and abs(left - before.last.left) < _SAME * size


def _is_full(before: Open, line: Line) -> bool:
    """Whether what opens ``line`` had no room on the one above."""
    last = before.last
    return last.right + line.head >= before.edges.right - _SHORT * last.size


def _is_signature(last: Line, line: Line, edges: Edges) -> bool:
    """Whether ``line`` stands at the right, where no title is."""
    size = max(last.size, line.size)
    return line.left > edges.left + _DEEP * line.size and size < SIZE * edges.size


def _apart(last: Line, line: Line, edges: Edges) -> bool:
    """Whether one of two lines is a row of cells or the unit of a table,
    or the second the title of one.
    """
    if (
        isinstance(last.text, TableRow)
        or isinstance(line.text, TableRow)
        or "\t" in last.text
        or "\t" in line.text
    ):
        return True
    if UNIT_NOTE.fullmatch(last.text) or UNIT_NOTE.fullmatch(line.text):
        return True
    return (
        bool(NUMBERED_TITLE.match(line.text)) and line.right < edges.right - _TITLE_ROOM * line.size
    )
