"""Words put together to a name, each character with where it stands and the rule that took it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, SupportsIndex

from pipeline.records import Evidence, RowPart, Span


class Run(NamedTuple):
    """A stretch of a phrase that one rule took: how many characters, from where in the text.

    ``each``: they stand there one by one; otherwise all of them stand for ``[start, end)``, which
    is empty for supplied words.
    """

    size: int
    start: int
    end: int
    rule: str
    each: bool

    def part(self, start: int, end: int) -> Run:
        """Give the run of its characters ``[start, end)``."""
        if not self.each:
            return self._replace(size=end - start)
        return Run(end - start, self.start + start, self.start + end, self.rule, True)


class Phrase(str):
    """A string that knows where its characters stand; slices and sums of phrases are phrases.

    >>> name = take("全市死亡398人", Span(2, 4), "subject")
    >>> whole = take("道路交通事故", Span(0, 6), "ellipsis") + name
    >>> whole, [(e.span.start, e.span.end, e.rule) for e in whole.evidence("name")]
    ('道路交通事故死亡', [(0, 6, 'ellipsis'), (2, 4, 'subject')])
    >>> whole[4:7], [(run.start, run.end) for run in whole[4:7].runs]
    ('事故死', [(4, 6), (2, 3)])
    """

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    def __new__(cls, text: str, runs: tuple[Run, ...]) -> Phrase:
        """Make a phrase of ``text``, whose characters the runs cover in order."""
        phrase = super().__new__(cls, text)
        phrase.runs = runs
        return phrase

    @property
    def start(self) -> int:
        """Where its first character stands."""
        return self.runs[0].start

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.runs[-1].end

    def words(self, edges: Sequence[int]) -> tuple[str, ...]:
        """Give its words, cut where ``edges`` says that one begins, and where its runs meet.

        >>> take("开展专项整治", Span(0, 6), "theme").words([1, 0, 1, 0, 1, 0, 1])
        ('开展', '专项', '整治')
        """
        text, at = str(self), 0
        found: list[str] = []
        for size, start, _, _, each in self.runs:
            first = at
            if each:
                for i in range(1, size):
                    if edges[start + i]:
                        found.append(text[first : at + i])
                        first = at + i
            at += size
            found.append(text[first:at])
        return tuple(found)

    @property
    def first_rule(self) -> str:
        """The rule that took its first word, "" for nothing."""
        return self.runs[0].rule if self.runs else ""

    @property
    def last_rule(self) -> str:
        """The rule that took its last word, "" for nothing."""
        return self.runs[-1].rule if self.runs else ""

    def __getitem__(self, key: SupportsIndex | slice) -> Phrase:
        start, end, step = _bounds(key, len(self))
        if step != 1:
            raise ValueError("a phrase is read forwards, character by character")
        if start >= end:
            return NOTHING
        if start == 0 and end == len(self):
            return self
        return Phrase(str.__getitem__(self, key), _cut(self.runs, start, end))

    def __add__(self, other: str) -> Phrase:
        """Join two phrases; a plain string is words that nobody wrote, and is refused."""
        if not isinstance(other, Phrase):
            raise TypeError(f"{other!r} has no places: take or supply it")
        if not other.runs:
            return self
        return Phrase(str.__add__(self, other), self.runs + other.runs)

    def __reduce__(self) -> tuple[Any, ...]:
        return Phrase, (str(self), self.runs)

    def removeprefix(self, prefix: str, /) -> Phrase:
        """Return the phrase without ``prefix``, where it starts so."""
        return self[len(prefix) :] if self.startswith(prefix) else self

    def removesuffix(self, suffix: str, /) -> Phrase:
        """Return the phrase without ``suffix``, where it ends so."""
        return self[: len(self) - len(suffix)] if suffix and self.endswith(suffix) else self

    def stripped(self, characters: str | None = None) -> Phrase:
        """Return the phrase without the characters (blanks) at both ends."""
        if str.strip(self, characters) == self:
            return self
        start = len(self) - len(self.lstrip(characters))
        return self[start : max(start, len(self.rstrip(characters)))]

    def without(self, pattern: Any, count: int = 0) -> Phrase:
        """Return the phrase without what ``pattern`` matches (the first ``count`` times)."""
        kept, at = [], 0
        if pattern.search(self) is None:
            return self
        for number, match in enumerate(pattern.finditer(self)):
            if count and number >= count:
                break
            kept.append(self[at : match.start()])
            at = match.end()
        return joined([*kept, self[at:]])

    def swapped(self, start: int, end: int, text: str, rule: str) -> Phrase:
        """Return the phrase with ``text`` for ``[start, end)``, read from those characters."""
        taken = self[start:end]
        return self[:start] + stands_for(text, Span(taken.start, taken.end), rule) + self[end:]

    def by(self, rule: str) -> Phrase:
        """Return the phrase as taken by ``rule``."""
        runs = self.runs
        if len(runs) == 1 and runs[0].rule == rule:
            return self
        return Phrase(str(self), tuple([Run(r.size, r.start, r.end, rule, r.each) for r in runs]))

    def evidence(self, part: RowPart) -> Iterator[Evidence]:
        """Yield the stretches of text that the phrase was read from, in its order."""
        first, *rest = self.runs or (None,)
        if first is None:
            return
        start, end, rule = first.start, first.end, first.rule
        for run in rest:
            if run.rule == rule and run.start in (end, start):
                end = max(end, run.end)
                continue
            yield Evidence(part, Span(start, end), rule)
            start, end, rule = run.start, run.end, run.rule
        yield Evidence(part, Span(start, end), rule)


def _bounds(key: SupportsIndex | slice, size: int) -> tuple[int, int, int]:
    if isinstance(key, slice):
        if key.step is None and key.start is None and type(key.stop) is int and key.stop >= 0:
            return 0, min(key.stop, size), 1
        start, end, step = key.indices(size)
        return start, max(start, end), step
    at = key.__index__()
    at = at + size if at < 0 else at
    return at, at + 1, 1


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Give what the characters ``[start, end)`` have of ``runs``."""
    if len(runs) == 1:
        return (runs[0].part(start, end),)
    kept, at = [], 0
    for run in runs:
        behind = at + run.size
        if start <= at and behind <= end:
            kept.append(run)
        elif at < end and start < behind:
            kept.append(run.part(max(start, at) - at, min(end, behind) - at))
        at = behind
    return tuple(kept)


NOTHING = Phrase("", ())


def take(view: str, span: Span, rule: str) -> Phrase:
    """Take the characters of ``span`` as they stand."""
    start, end = span
    if end <= start:
        return NOTHING
    return Phrase(view[start:end], (Run(end - start, start, end, rule, True),))


def supplied(text: str, at: int, rule: str) -> Phrase:
    """Give words that a rule knows and the text does not say: 目标完成率 of 完成任务的107%."""
    return stands_for(text, Span(at, at), rule)


def stands_for(text: str, span: Span, rule: str) -> Phrase:
    """Give words for what ``span`` says otherwise: 城镇 for the 城乡 of 城乡居民收入."""
    return Phrase(text, (Run(len(text), span.start, span.end, rule, False),)) if text else NOTHING


def joined(phrases: Iterable[Phrase]) -> Phrase:
    """Join phrases, in order."""
    listed = [phrase for phrase in phrases if phrase]
    if len(listed) == 1:
        return listed[0]
    return Phrase("".join(listed), tuple(run for phrase in listed for run in phrase.runs))
