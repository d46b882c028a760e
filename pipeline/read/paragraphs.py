"""Lines of a page, or of many pages, into paragraphs: a line goes on in the next where it is full and the next is not indented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.patterns.pdf import BEGINS
from pipeline.read.lines import Line

_INDENT = 1.2  # characters right of the margin: a new paragraph
_SHORT = 0.8  # characters left free although the next word would have fitted: the last line of one
_GAP = 1.45  # times the usual distance of lines
_SIZE = 1.12  # times the size of the line before


@dataclass(frozen=True, slots=True)
class _Block:
    """What the body of a page looks like: its left and right edges and the usual distance of lines."""

    left: float
    right: float
    leading: float


def paragraphs(pages: Sequence[list[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text, a paragraph a line, and the offset at which each page starts. Chinese lines are joined without a blank, Latin words with one."""
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    before: tuple[Line, _Block] | None = None
    common = _block([line for page in pages for line in page])
    for page in pages:
        block = _block(page, common)
        for number, line in enumerate(page):
            if before is not None:
                joint = _joint(before[0], line, before[1], block, same_page=number > 0)
                pieces.append(joint)
                at += len(joint)
            if number == 0:
                starts.append(at)
            pieces.append(line.text)
            at += len(line.text)
            before = line, block
        if not page:
            starts.append(at)
    return "".join(pieces), tuple(starts)


def _joint(last: Line, line: Line, old: _Block, new: _Block, *, same_page: bool) -> str:
    size = max(last.size, line.size)
    ends = last.right + line.head < old.right - _SHORT * last.size or "\t" in last.text
    begins = line.left > new.left + _INDENT * line.size or "\t" in line.text or (last.text[-1] in "。！？；" and BEGINS.match(line.text) is not None)
    apart = same_page and (last.baseline - line.baseline > _GAP * max(new.leading, size) or line.baseline > last.baseline + size)
    resized = max(last.size, line.size) > _SIZE * min(last.size, line.size)
    if ends or begins or apart or resized:
        return "\n"
    return " " if last.text[-1].isascii() and last.text[-1].isalnum() and line.text[0].isascii() and line.text[0].isalpha() else ""


def _block(lines: Sequence[Line], common: _Block | None = None) -> _Block:
    """The edges at which most long lines start and end; of a page with few lines, those of the whole document."""
    long = [line for line in lines if len(line.text) > 15 and "\t" not in line.text]
    if common is not None and len(long) < 4:
        return common
    if not long:
        return _Block(min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0), 0.0)
    lefts, rights = Counter(round(line.left) for line in long), Counter(round(line.right) for line in long)
    often = max(lefts.values()) / 3
    left = min(x for x, n in lefts.items() if n >= often)
    right = max(x for x, n in rights.items() if n >= max(rights.values()) / 3)
    gaps = Counter(round(a.baseline - b.baseline) for a, b in pairwise(lines) if 0 < a.baseline - b.baseline < 5 * a.size)
    return _Block(left, right, float(gaps.most_common(1)[0][0]) if gaps else 0.0)
