"""Words put together to a name, each character with where it stands and the rule that took it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, SupportsIndex

from pipeline.records import Evidence, RowPart, Span


class Place(NamedTuple):
    """Where a character was read, and the rule that took it. The span is empty for supplied words."""

    start: int
    end: int
    rule: str


class Phrase(str):
    """A string that knows its characters' places; slices and sums of phrases are phrases.

    >>> name = take("全市死亡398人", Span(2, 4), "subject")
    >>> whole = take("道路交通事故", Span(0, 6), "ellipsis") + name
    >>> whole, [(e.span.start, e.span.end, e.rule) for e in whole.evidence("name")]
    ('道路交通事故死亡', [(0, 6, 'ellipsis'), (2, 4, 'subject')])
    """

    __slots__ = ("places",)
    places: tuple[Place, ...]

    def __new__(cls, text: str, places: tuple[Place, ...]) -> Phrase:
        """Make a phrase of ``text``, with one place for each character."""
        phrase = super().__new__(cls, text)
        phrase.places = places
        return phrase

    def __getitem__(self, key: SupportsIndex | slice) -> Phrase:
        places = self.places[key] if isinstance(key, slice) else (self.places[key],)
        return Phrase(str(self)[key], places)

    def __add__(self, other: str) -> Phrase:
        """Join two phrases; a plain string is words that nobody wrote, and is refused."""
        if not isinstance(other, Phrase):
            raise TypeError(f"{other!r} has no places: take or supply it")
        return Phrase(str(self) + str(other), self.places + other.places)

    def __reduce__(self) -> tuple[Any, ...]:
        return Phrase, (str(self), self.places)

    def removeprefix(self, prefix: str, /) -> Phrase:
        """Return the phrase without ``prefix``, where it starts so."""
        return self[len(prefix) :] if self.startswith(prefix) else self

    def removesuffix(self, suffix: str, /) -> Phrase:
        """Return the phrase without ``suffix``, where it ends so."""
        return self[: len(self) - len(suffix)] if suffix and self.endswith(suffix) else self

    def stripped(self, characters: str | None = None) -> Phrase:
        """Return the phrase without the characters (blanks) at both ends."""
        start = len(self) - len(self.lstrip(characters))
        return self[start : max(start, len(self.rstrip(characters)))]

    def without(self, pattern: Any, count: int = 0) -> Phrase:
        """Return the phrase without what ``pattern`` matches (the first ``count`` times)."""
        kept, at = [], 0
        for number, match in enumerate(pattern.finditer(self)):
            if count and number >= count:
                break
            kept.append(self[at : match.start()])
            at = match.end()
        return joined([*kept, self[at:]]) if at else self

    def swapped(self, start: int, end: int, text: str, rule: str) -> Phrase:
        """Return the phrase with ``text`` for ``[start, end)``, read from those characters."""
        first, last = self.places[start].start, self.places[end - 1].end
        return self[:start] + stands_for(text, Span(first, last), rule) + self[end:]

    def by(self, rule: str) -> Phrase:
        """Return the phrase as taken by ``rule``."""
        return Phrase(str(self), tuple(Place(p.start, p.end, rule) for p in self.places))

    def evidence(self, part: RowPart) -> Iterator[Evidence]:
        """Yield the stretches of text that the phrase was read from, in its order."""
        run: Place | None = None
        for place in self.places:
            if run is None:
                run = place
            elif place.rule == run.rule and place.start in (run.end, run.start):
                run = Place(run.start, max(run.end, place.end), run.rule)
            else:
                yield Evidence(part, Span(run.start, run.end), run.rule)
                run = place
        if run is not None:
            yield Evidence(part, Span(run.start, run.end), run.rule)


NOTHING = Phrase("", ())


def take(view: str, span: Span, rule: str) -> Phrase:
    """Take the characters of ``span`` as they stand."""
    places = tuple(Place(i, i + 1, rule) for i in range(span.start, span.end))
    return Phrase(view[span.start : span.end], places)


def supplied(text: str, at: int, rule: str) -> Phrase:
    """Give words that a rule knows and the text does not say: 目标完成率 of 完成任务的107%."""
    return Phrase(text, (Place(at, at, rule),) * len(text))


def stands_for(text: str, span: Span, rule: str) -> Phrase:
    """Give words for what ``span`` says otherwise: 城镇 for the 城乡 of 城乡居民收入."""
    return Phrase(text, (Place(*span, rule),) * len(text))


def joined(phrases: Iterable[Phrase]) -> Phrase:
    """Join phrases, in order."""
    listed = list(phrases)
    places = tuple(place for phrase in listed for place in phrase.places)
    return Phrase("".join(listed), places)
