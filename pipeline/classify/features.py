"""What the classifier sees of a passage: its words and characters, its cues, what its clauses do, and its place.

A feature is a name in a group, such as 推进 in ``word``. A whole report is done at once, in arrays, because one passage after the
other it would cost more than cutting the words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.clauses import TYPES, Numbers, clause_types
from pipeline.classify.hints import ANY_CUE, CUES, NUMBER, OPENING, Hints
from pipeline.patterns.headings import NUMBERING
from pipeline.records import Segmented

Codes = NDArray[np.uint32]
# while they are gathered: passage ``a[i]`` has the feature of row ``b[i]``
Pairs = tuple[Numbers, Numbers]

_HORIZONS = ("realised", "planned")
_CLAUSE_ENDS = ("opens clause", "closes clause")
# the groups of features that are words, which an index looks up once for all of them
WORD_GROUPS = ("word", *_CLAUSE_ENDS, *(f"{group} {horizon}" for group in _CLAUSE_ENDS for horizon in _HORIZONS))
_LENGTHS = np.array([8, 16, 32, 64])
# what a character is, by its code point
_BLANK, _DIGIT, _MARK = 1, 2, 3
_KINDS = np.zeros(sys.maxunicode + 1, np.uint8)
for _kind, _characters in ((_BLANK, " \t\n\r\f\v\u3000\u00a0"), (_DIGIT, "0123456789０１２３４５６７８９"), (_MARK, "，,；;：:。！？!?")):
    _KINDS[[ord(character) for character in _characters]] = _kind
# the word that all numbers are folded into
_NUMBER = np.array([ord("0")], np.uint32)


class Incidence(NamedTuple):
    """The features of all passages: passage ``i`` has those of ``rows[bounds[i] : bounds[i + 1]]``, none twice, and stands under passage ``headings[i]`` (-1: under none)."""

    bounds: Numbers
    rows: Numbers
    headings: Numbers


class Index(Protocol):
    """Where a feature has its row; -1 for what it does not know."""

    @property
    def size(self) -> int:
        """More than the highest row so far."""

    def rows(self, group: str, names: Iterable[str]) -> Numbers:
        """The row of each name of a group, in order."""

    def words(self, codes: Codes, edges: Numbers) -> Numbers:
        """A number for each word of a text, whatever the group: looked up once. ``edges`` are where the words begin and, last, where the text ends."""

    def of_words(self, group: str, words: Numbers) -> Numbers:
        """The row of each word of a group, given by its number."""

    def hints(self, words: Numbers) -> Hints:
        """What each word hints at, given by its number."""

    def pairs(self, first: Codes, second: Codes) -> Numbers:
        """The row of each pair of characters, given by their code points."""


def features(segmented: Segmented, index: Index) -> Incidence:
    """The features of all passages, in order."""
    text, passages = segmented.report.text, segmented.passages
    if not passages:
        return Incidence(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))
    opens = [NUMBERING.match(text, *passage.span).end() for passage in passages]  # type: ignore[union-attr]
    bodies = [text[start : passage.span.end] for start, passage in zip(opens, passages, strict=True)]
    ahead = np.array([passage.part.horizon == "planned" for passage in passages], np.int64)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    holders = np.full(len(codes), -1, np.int64)  # the passage in whose body each character stands
    for number, (start, passage) in enumerate(zip(opens, passages, strict=True)):
        holders[start : passage.span.end] = number
    found = list(chain(_words(segmented, codes, holders, ahead, index), _pairs(codes, holders, index), _ends(bodies, index), _places(segmented, index)))
    at, rows = np.concatenate([at for at, _ in found]), np.concatenate([rows for _, rows in found])
    keys = (at * index.size + rows)[rows >= 0]
    keys = keys.astype(np.uint32 if len(passages) * index.size < 2**32 else np.int64)  # half the bytes, half the time to sort
    keys.sort(kind="stable")  # they come in runs, which this finds
    keys = keys[_changes(keys)]
    first = np.arange(len(passages) + 1) * index.size
    bounds = np.searchsorted(keys, first.astype(keys.dtype))
    return Incidence(bounds, keys - np.repeat(first[:-1], np.diff(bounds)), _above(segmented))


def _words(segmented: Segmented, codes: Codes, holders: Numbers, ahead: Numbers, index: Index) -> Iterator[Pairs]:
    """Every word, and those that open and close a clause, looking back and ahead. Numbers are folded into one word, 0."""
    edges = np.flatnonzero(np.frombuffer(segmented.edges, np.uint8))
    kinds, at, words = _KINDS[codes[edges[:-1]]], holders[edges[:-1]], index.words(codes, edges)
    words[kinds == _DIGIT] = index.words(_NUMBER, np.array([0, 1]))[0]
    kept = (at >= 0) & (kinds != _BLANK)
    kinds, at, words = kinds[kept], at[kept], words[kept]
    yield at, index.of_words("word", words)
    mark = kinds == _MARK
    edge = _changes(at)
    edge[1:] |= mark[:-1]
    opens, closes = edge & ~mark, np.append(edge[1:] | mark[1:], True)[: len(at)] & ~mark
    for group, chosen in zip(_CLAUSE_ENDS, (opens, closes), strict=True):
        there, those = at[chosen], words[chosen]
        yield there, index.of_words(group, those)
        for horizon, of_part in enumerate(_HORIZONS):
            part = ahead[there] == horizon
            yield there[part], index.of_words(f"{group} {of_part}", those[part])
    hints = index.hints(words)
    hints[kinds == _DIGIT] |= NUMBER
    yield _cues(at, hints, index)
    yield from _clauses(at[~mark], hints[~mark], np.flatnonzero(opens[~mark]), ahead, index)


def _cues(at: Numbers, hints: Hints, index: Index) -> Pairs:
    """Its cues: words that hint at a label."""
    hints = hints & np.where(_changes(at), ANY_CUE, ANY_CUE & ~OPENING)
    hinting = np.flatnonzero(hints)
    word, bit = np.unpackbits(hints[hinting].astype("<u4").view(np.uint8).reshape(-1, 4), axis=1, count=len(CUES), bitorder="little").nonzero()
    return at[hinting[word]], index.rows("cue", CUES)[bit]


def _clauses(at: Numbers, hints: Hints, begins: Numbers, ahead: Numbers, index: Index) -> Iterator[Pairs]:
    """What share of its clauses acts, tells an outcome, counts an output; what the first and the last one do."""
    types, holders = clause_types(hints, begins), at[begins]
    counts = np.bincount(holders * len(TYPES) + types, minlength=len(ahead) * len(TYPES)).reshape(-1, len(TYPES))
    every, shares = np.arange(len(ahead)), counts * 4 // np.maximum(counts.sum(axis=1, keepdims=True), 1)
    for number, name in enumerate(TYPES):
        yield every, _by_horizon(f"share of {name}", map(str, range(5)), shares[:, number], ahead, index)
    first = _changes(holders)
    for group, chosen in (("first clause", first), ("last clause", np.append(first[1:], True)[: len(holders)])):
        yield holders[chosen], _by_horizon(group, TYPES, types[chosen], ahead[holders[chosen]], index)


def _pairs(codes: Codes, holders: Numbers, index: Index) -> Iterator[Pairs]:
    """Every two characters that stand together."""
    inside = (holders[1:] >= 0) & (holders[1:] == holders[:-1])
    yield holders[:-1][inside], index.pairs(codes[:-1][inside], codes[1:][inside])


def _ends(bodies: Sequence[str], index: Index) -> Iterator[Pairs]:
    """The characters it begins and ends with, and its length."""
    every = np.arange(len(bodies))
    yield every, index.rows("first", [body[:2] for body in bodies])
    yield every, index.rows("last", [body.rstrip("。；！，")[-2:] for body in bodies])
    yield every, _bucket("length", 5, np.searchsorted(_LENGTHS, [len(body) for body in bodies], "right"), index)


def _places(segmented: Segmented, index: Index) -> Iterator[Pairs]:
    """Where it stands: in which part of the report, how far down, and how deep."""
    passages = segmented.passages
    count, every = len(passages), np.arange(len(passages))
    yield every, index.rows("kind", [passage.kind for passage in passages])
    yield every, index.rows("part", [passage.part.horizon for passage in passages])
    yield every, index.rows("kind in part", [f"{passage.kind} {passage.part.horizon}" for passage in passages])
    yield every, index.rows("years", ["one" if passage.part.start == passage.part.end else "many" for passage in passages])
    yield every, _bucket("place", 11, every * 10 // max(1, count - 1), index)
    yield every[:4], _bucket("top", 4, every[:4], index)
    yield every[-3:], _bucket("bottom", 4, count - every[-3:], index)
    depths: dict[str | None, str] = {None: "0"}
    for section in segmented.sections:
        depths[section.id] = str(min(int(depths[section.parent]) + 1, 3))
    yield every, index.rows("depth", [depths[passage.section] for passage in passages])


def _above(segmented: Segmented) -> Numbers:
    """The number of the heading that each passage stands under; for a heading, that of the one above it."""
    numbers = {passage.span.start: number for number, passage in enumerate(segmented.passages)}
    headings: dict[str | None, int] = {None: -1}
    above: dict[str | None, int] = {None: -1}
    for section in segmented.sections:  # parents come first
        headings[section.id], above[section.id] = numbers.get(section.span.start, -1), headings[section.parent]
    return np.array([above[passage.section] if headings[passage.section] == number else headings[passage.section] for number, passage in enumerate(segmented.passages)], np.int64)


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a value differs from the one before it; the first one does."""
    return np.concatenate([[True], values[1:] != values[:-1]])[: len(values)]


def _by_horizon(group: str, names: Iterable[str], chosen: Numbers, ahead: Numbers, index: Index) -> Numbers:
    names = list(names)
    return np.array([index.rows(f"{group} {horizon}", names) for horizon in _HORIZONS])[ahead, chosen]


def _bucket(group: str, buckets: int, chosen: Numbers, index: Index) -> Numbers:
    return index.rows(group, map(str, range(buckets)))[chosen]
