"""What the classifier sees of a passage: its words and characters, its cues, the manner of its clauses, its section, its place, and what stands beside it.

A feature is a name in a group, such as 推进 in ``word``. A whole report is done at once, in arrays, because one passage after the
other it would cost more than cutting the words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.patterns import cues
from pipeline.records import Segmented

Numbers = NDArray[np.int64]
Codes = NDArray[np.uint32]
# while they are gathered: passage ``a[i]`` has the feature of row ``b[i]``
Pairs = tuple[Numbers, Numbers]
# at the end: passage ``i`` has the features of the rows ``b[a[i] : a[i + 1]]``
Incidence = tuple[Numbers, Numbers]

_HORIZONS = ("realised", "planned")
_CLAUSE_ENDS = ("opens clause", "closes clause")
# the groups of features that are words, which an index looks up once for all of them
WORD_GROUPS = ("word", *_CLAUSE_ENDS, *(f"{group} {horizon}" for group in _CLAUSE_ENDS for horizon in _HORIZONS))
_HEADING_CHARACTERS = 16
_LENGTHS = np.array([8, 16, 32, 64])
_NEAR = 5
# what a character is, by its code point
_BLANK, _DIGIT, _MARK = 1, 2, 3
_KINDS = np.zeros(sys.maxunicode + 1, np.uint8)
for _kind, _characters in ((_BLANK, " \t\n\r\f\v\u3000\u00a0"), (_DIGIT, cues.DIGITS), (_MARK, cues.CLAUSE_MARKS)):
    _KINDS[[ord(character) for character in _characters]] = _kind


class Index(Protocol):
    """Where a feature has its row; -1 for what it does not know."""

    @property
    def size(self) -> int:
        """More than the highest row so far."""

    def rows(self, group: str, names: Iterable[str]) -> Numbers:
        """The row of each name of a group, in order."""

    def words(self, words: Iterable[str]) -> Numbers:
        """A number for each word, whatever the group: looked up once."""

    def of_words(self, group: str, words: Numbers) -> Numbers:
        """The row of each word of a group, given by its number."""

    def pairs(self, first: Codes, second: Codes) -> Numbers:
        """The row of each pair of characters, given by their code points."""


def features(segmented: Segmented, index: Index) -> Incidence:
    """The features of all passages: where the rows of each begin (and, last, how many there are), and the rows, none twice in a passage."""
    text, passages = segmented.report.text, segmented.passages
    if not passages:
        return np.zeros(1, np.int64), np.zeros(0, np.int64)
    opens = [cues.NUMBERING.match(text, *passage.span).end() for passage in passages]  # type: ignore[union-attr]
    bodies = [text[start : passage.span.end] for start, passage in zip(opens, passages, strict=True)]
    ahead = np.array([passage.part.horizon == "planned" for passage in passages], np.int64)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    holders = np.full(len(codes), -1, np.int64)  # the passage that each character stands in
    for number, passage in enumerate(passages):
        holders[slice(*passage.span)] = number
    parts = (_words(segmented, codes, holders, ahead, index), _pairs(opens, codes, holders, index), _cues(bodies, index), _edges(bodies, index), _manner(bodies, ahead, index), _places(segmented, index), _headings(segmented, index))
    found = list(chain.from_iterable(parts))
    at, rows = np.concatenate([at for at, _ in found]), np.concatenate([rows for _, rows in found])
    keys = (at * index.size + rows)[rows >= 0]
    keys = keys.astype(np.int32 if len(passages) * index.size < 2**31 else np.int64)  # half the bytes, half the time to sort
    keys.sort(kind="stable")  # they come in runs, which this finds
    keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys
    first = np.arange(len(passages) + 1) * index.size
    bounds = np.searchsorted(keys, first.astype(keys.dtype))
    return bounds, keys - np.repeat(first[:-1], np.diff(bounds))


def _words(segmented: Segmented, codes: Codes, holders: Numbers, ahead: Numbers, index: Index) -> Iterator[Pairs]:
    """Every word, and those that open and close a clause, looking back and ahead. Numbers are folded into one word, 0."""
    starts = np.flatnonzero(np.frombuffer(segmented.edges, np.uint8)[:-1])
    kinds, at = _KINDS[codes[starts]], holders[starts]
    words = index.words(segmented.words)
    words[kinds == _DIGIT] = index.words("0")[0]
    kept = (at >= 0) & (kinds != _BLANK)
    kinds, at, words = kinds[kept], at[kept], words[kept]
    yield at, index.of_words("word", words)
    mark = kinds == _MARK
    edge = np.concatenate([[True], mark[:-1] | (at[1:] != at[:-1])])
    for group, chosen in zip(_CLAUSE_ENDS, (edge & ~mark, np.concatenate([edge[1:] | mark[1:], [True]]) & ~mark), strict=True):
        there, those = at[chosen], words[chosen]
        yield there, index.of_words(group, those)
        for horizon, of_part in enumerate(_HORIZONS):
            part = ahead[there] == horizon
            yield there[part], index.of_words(f"{group} {of_part}", those[part])


def _pairs(opens: Sequence[int], codes: Codes, holders: Numbers, index: Index) -> Iterator[Pairs]:
    """Every two characters that stand together in the body of a passage."""
    inside = (holders[1:] >= 0) & (holders[1:] == holders[:-1])
    inside &= np.arange(len(inside)) >= np.asarray(opens)[holders[:-1]]
    yield holders[:-1][inside], index.pairs(codes[:-1][inside], codes[1:][inside])


def _cues(bodies: Sequence[str], index: Index) -> Iterator[Pairs]:
    """Its own cues, and those of the passages before and after."""
    found = cues.found(bodies)
    yield from _with_beside("cue", np.concatenate(found), cues.NAMES, np.repeat(np.arange(len(found)), [len(held) for held in found]), len(bodies), index)


def _with_beside(group: str, at: Numbers, names: Sequence[str], which: Numbers, count: int, index: Index) -> Iterator[Pairs]:
    """Passage ``at[i]`` has the feature ``names[which[i]]``; so the passages beside it have that before or after them."""
    yield at, index.rows(group, names)[which]
    for step, side in ((1, "before"), (-1, "after")):  # what this passage has stands before the next one
        rows = index.rows(f"{side}:{group}", names)[which]
        there = (at + step >= 0) & (at + step < count)
        yield at[there] + step, rows[there]


def _edges(bodies: Sequence[str], index: Index) -> Iterator[Pairs]:
    """The characters it begins and ends with, and its length."""
    every = np.arange(len(bodies))
    yield from _with_beside("first", every, [body[:2] for body in bodies], every, len(bodies), index)
    yield every, index.rows("last", [body.rstrip("。；！，")[-2:] for body in bodies])
    yield every, _bucket("length", 5, np.searchsorted(_LENGTHS, [len(body) for body in bodies], "right"), index)


def _manner(bodies: Sequence[str], ahead: Numbers, index: Index) -> Iterator[Pairs]:
    """What share of its clauses acts, tells a result, counts an output; and of the clauses around it: does the paragraph list deeds or results."""
    types = cues.clause_types(bodies)
    letters = np.frombuffer("".join(types).encode(), np.uint8)
    every, total = np.arange(len(bodies)), np.array([len(one) for one in types])
    starts = total.cumsum() - total
    low, high = np.maximum(every - _NEAR, 0), np.minimum(every + _NEAR + 1, len(bodies))
    around = _windows(total, low, high)
    beside = np.flatnonzero(around)
    for letter in "VRFN":
        count = np.add.reduceat(letters == ord(letter), starts, dtype=np.int64)
        yield every, _by_horizon(f"share {letter}", 5, count * 4 // total, ahead, index)
        yield beside, _by_horizon(f"near {letter}", 6, _windows(count, low, high)[beside] * 5 // around[beside], ahead[beside], index)


def _windows(count: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """The sum over ``low..high`` without the passage itself."""
    sums = np.concatenate([[0], count.cumsum()])
    return np.asarray(sums[high] - sums[low] - count)


def _places(segmented: Segmented, index: Index) -> Iterator[Pairs]:
    """Where it stands: in which part of the report, and how far down."""
    passages = segmented.passages
    count, every = len(passages), np.arange(len(passages))
    kinds = [passage.kind for passage in passages]
    yield from _with_beside("kind", every, kinds, every, count, index)
    yield every, index.rows("part", [passage.part.horizon for passage in passages])
    yield every, index.rows("kind in part", [f"{passage.kind} {passage.part.horizon}" for passage in passages])
    yield every, index.rows("years", ["one" if passage.part.start == passage.part.end else "many" for passage in passages])
    yield every, _bucket("place", 11, every * 10 // max(1, count - 1), index)
    yield every[:4], _bucket("top", 4, every[:4], index)
    yield every[-3:], _bucket("bottom", 4, count - every[-3:], index)


def _headings(segmented: Segmented, index: Index) -> Iterator[Pairs]:
    """The cues of the headings it stands under, up to three."""
    titles = {section.id: (section.title[:_HEADING_CHARACTERS], section.parent) for section in segmented.sections}
    own: dict[str, list[str]] = {section: [] for section in titles}
    for cue, held in zip(cues.NAMES, cues.found([title for title, _ in titles.values()]), strict=True):
        for i in held.tolist():
            own[segmented.sections[i].id].append(cue)
    rows: dict[str | None, Numbers] = {None: index.rows("depth", ["0"])}
    for section in titles:
        above, depth, found = section, 0, []
        while above is not None and depth < 3:
            found.append(index.rows(f"heading{depth}", own[above]))
            above, depth = titles[above][1], depth + 1  # type: ignore[assignment]
        rows[section] = np.concatenate([*found, index.rows("depth", [str(depth)])])
    under = [rows[passage.section] for passage in segmented.passages]
    yield np.repeat(np.arange(len(under)), [len(one) for one in under]), np.concatenate(under)


def _by_horizon(group: str, buckets: int, chosen: Numbers, ahead: Numbers, index: Index) -> Numbers:
    return np.array([index.rows(f"{group} {horizon}", map(str, range(buckets))) for horizon in _HORIZONS])[ahead, chosen]


def _bucket(group: str, buckets: int, chosen: Numbers, index: Index) -> Numbers:
    return index.rows(group, map(str, range(buckets)))[chosen]
