"""Lines into sentences: they end at 。！？； or a line break, never inside quotes or brackets."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.patterns.headings import CLOSING, LINE_BREAK, MARK, OPENING, SENTENCE_END
from pipeline.records import Span

# A bracket or quote that has not closed after so many characters was never meant to:
# sentence ends count again.
_LONGEST_QUOTE = 240
# Behind a quoted sentence these go on with the sentence it is quoted in: “办好一件事。”的理念
_GOES_ON = frozenset("的等和与及、，；。：）等这是为之作") | {""}


def lines(text: str) -> Iterator[Span]:
    """Every line that holds something, without the blanks around it."""
    start = 0
    for end in [*(match.start() for match in LINE_BREAK.finditer(text)), len(text)]:
        a, b = start, end
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if b > a:
            yield Span(a, b)
        start = end + 1


def sentences(text: str, line: Span) -> Iterator[Span]:
    """The sentences of one line.

    A closing quote behind a sentence mark belongs to the sentence it closes.

    >>> text = "增长3%。“十四五”圆满收官！(含2个县。)"
    >>> [text[a:b] for a, b in sentences(text, Span(0, len(text)))]
    ['增长3%。', '“十四五”圆满收官！', '(含2个县。)']
    """
    start = line.start
    open_since: list[tuple[str, int]] = []
    for mark in MARK.finditer(text, *line):
        i, character = mark.start(), mark.group()
        if i < start:
            continue  # 。” and 。） have been taken with the mark before
        _forget(open_since, i)
        if open_since and character == open_since[-1][0]:
            open_since.pop()
            if not open_since and character == "”" and _ends_sentence(text, i):
                yield from _stripped(text, start, i + 1)  # 他说：“今年增长5%。”|明年继续。
                start = i + 1
        elif character in OPENING:
            open_since.append((OPENING[character], i))
        elif character in SENTENCE_END and not open_since:
            end = _end_of_marks(text, i + 1, line.end)
            yield from _stripped(text, start, end)
            start = end
    yield from _stripped(text, start, line.end)


def _forget(open_since: list[tuple[str, int]], at: int) -> None:
    """Drop what was opened so long ago that it never closes."""
    while open_since and at - open_since[-1][1] > _LONGEST_QUOTE:
        open_since.pop()


def _ends_sentence(text: str, quote: int) -> bool:
    """Whether a sentence ends with what a quote closes."""
    return text[quote - 1] in "。！？" and text[quote + 1 : quote + 2] not in _GOES_ON


def _end_of_marks(text: str, at: int, end: int) -> int:
    while at < end and (text[at] in CLOSING or text[at] in SENTENCE_END):
        at += 1
    return at


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)
