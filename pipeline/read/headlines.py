"""The headline of a page whose head names no report, and the name of a serial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import issuers as b
from pipeline.patterns import titles as t
from pipeline.patterns.digits import arabic
from pipeline.periods import written_in
from pipeline.read.title_line import breaks_off, is_serial, tidy
from pipeline.read.title_lines import LONGEST_NAME, SHORTEST

_HEADLINES = 8  # in which a headline stands


def headline(head: Sequence[str]) -> str | None:
    """Give the first line above the first sentence that says of what or when it is
    (前三季度石鼓区经济运行稳中提质), else that stands where a title does: below a masthead, or above the
    body that speaks."""
    lines = ["", *map(tidy, _above_sentences(head[:_HEADLINES])), ""]
    may_be = [
        i
        for i, (line, below) in enumerate(pairwise(lines))
        if _may_be_headline(line) and not is_serial(line, below)
    ]
    telling = next((i for i in may_be if _tells(lines[i]) or _is_below_masthead(lines, i)), None)
    found = telling or next((i for i in may_be if b.BODY_LINE.fullmatch(lines[i + 1])), None)
    if not found:
        return None
    above, line = lines[found - 1 : found + 1]
    joined = b.BODY_NAME.fullmatch(above) and t.OPENS_WITH_PERIOD.match(line)
    return above + line if joined and not t.PLACE_NAMED.search(line) else line


def _above_sentences(head: Sequence[str]) -> Sequence[str]:
    """The lines above the first that is a sentence or a salutation; none where there is none."""
    ends = (line.endswith("。") or t.SPEECH.match(line) for line in head)
    return head[: next((i for i, end in enumerate(ends) if end), 0)]


def _may_be_headline(line: str) -> bool:
    """Tell whether a line is as long and as worded as headlines are, and no date alone."""
    if not 2 * SHORTEST <= len(line) <= LONGEST_NAME or not breaks_off(line):
        return False
    if not t.FOUR_WORDS.search(line):
        return False
    line = arabic(line)
    if (period := next(written_in(line), None)) and period.match[0] == line.strip("（）()"):
        return False
    return not (t.SENTENCE_MARK.search(line) or b.BODY_LINE.fullmatch(line) or t.MENU.search(line))


def _tells(line: str) -> bool:
    """Tell whether a line says of when or of whom it is."""
    says = any(written_in(line)) or t.OF_THE_WHOLE.search(line) or t.OPENS_WITH_BODY.match(line)
    return bool(says)


def _is_below_masthead(lines: Sequence[str], i: int) -> bool:
    """Tell whether a line stands below a masthead, and does not name the speaker."""
    return not t.SPEAKER_LINE.search(lines[i]) and any(map(t.OF_A_MASTHEAD.search, lines[:i]))


def serials(head: Sequence[str]) -> Iterator[str]:
    """Give the names of serials that stand above the number of an issue."""
    below_each = pairwise(head[:_HEADLINES])
    return (tidy(line) for line, below in below_each if is_serial(line, below))
