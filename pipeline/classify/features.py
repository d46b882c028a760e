"""What the classifier sees of a passage: its words and characters, its cues, what its clauses do,
and its place.

A feature is a name in a group, such as 推进 in ``word``. A whole report is done at once, in arrays,
because one passage after the other it would cost more than cutting the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from pipeline.classify.clauses import Numbers
from pipeline.classify.incidence import Codes, Incidence, Index, Pairs, changes
from pipeline.classify.wording import of_words
from pipeline.patterns.headings import NUMBERING
from pipeline.records import Segmented

_LENGTHS = np.array([8, 16, 32, 64])


def features(segmented: Segmented, index: Index) -> Incidence:
    """The features of all passages, in order."""
    text, passages = segmented.report.text, segmented.passages
    if not passages:
        return Incidence(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64))
    opens = [
        NUMBERING.match(text, *passage.span).end()  # type: ignore[union-attr]
        for passage in passages
    ]
    bodies = [
        text[start : passage.span.end] for start, passage in zip(opens, passages, strict=True)
    ]
    ahead = np.array([passage.part.horizon == "planned" for passage in passages], np.int64)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    holders = np.full(len(codes), -1, np.int64)  # the passage in whose body each character stands
    for number, (start, passage) in enumerate(zip(opens, passages, strict=True)):
        holders[start : passage.span.end] = number
    found = list(
        chain(
            of_words(segmented, codes, holders, ahead, index),
            _pairs(codes, holders, index),
            _ends(bodies, index),
            _places(segmented, index),
        )
    )
    at, rows = np.concatenate([at for at, _ in found]), np.concatenate([rows for _, rows in found])
    keys = (at * index.size + rows)[rows >= 0]
    # half the bytes, half the time to sort
    keys = keys.astype(np.uint32 if len(passages) * index.size < 2**32 else np.int64)
    keys.sort(kind="stable")  # they come in runs, which this finds
    keys = keys[changes(keys)]
    first = np.arange(len(passages) + 1) * index.size
    bounds = np.searchsorted(keys, first.astype(keys.dtype))
    return Incidence(bounds, keys - np.repeat(first[:-1], np.diff(bounds)), _above(segmented))


def _pairs(codes: Codes, holders: Numbers, index: Index) -> Iterator[Pairs]:
    """Every two characters that stand together."""
    inside = (holders[1:] >= 0) & (holders[1:] == holders[:-1])
    yield holders[:-1][inside], index.pairs(codes[:-1][inside], codes[1:][inside])


def _ends(bodies: Sequence[str], index: Index) -> Iterator[Pairs]:
    """The characters it begins and ends with, and its length."""
    every = np.arange(len(bodies))
    yield every, index.rows("first", [body[:2] for body in bodies])
    yield every, index.rows("last", [body.rstrip("。；！，")[-2:] for body in bodies])
    yield (
        every,
        _bucket(
            "length", 5, np.searchsorted(_LENGTHS, [len(body) for body in bodies], "right"), index
        ),
    )


def _places(segmented: Segmented, index: Index) -> Iterator[Pairs]:
    """Where it stands: in which part of the report, how far down, and how deep."""
    passages = segmented.passages
    count, every = len(passages), np.arange(len(passages))
    yield every, index.rows("kind", [passage.kind for passage in passages])
    yield every, index.rows("part", [passage.part.horizon for passage in passages])
    yield (
        every,
        index.rows(
            "kind in part", [f"{passage.kind} {passage.part.horizon}" for passage in passages]
        ),
    )
    yield (
        every,
        index.rows(
            "years",
            ["one" if passage.part.start == passage.part.end else "many" for passage in passages],
        ),
    )
    yield every, _bucket("place", 11, every * 10 // max(1, count - 1), index)
    yield every[:4], _bucket("top", 4, every[:4], index)
    yield every[-3:], _bucket("bottom", 4, count - every[-3:], index)
    depths: dict[str | None, str] = {None: "0"}
    for section in segmented.sections:
        depths[section.id] = str(min(int(depths[section.parent]) + 1, 3))
    yield every, index.rows("depth", [depths[passage.section] for passage in passages])


def _above(segmented: Segmented) -> Numbers:
    """The number of the heading that each passage stands under;
    for a heading, that of the one above it.
    """
    numbers = {passage.span.start: number for number, passage in enumerate(segmented.passages)}
    headings: dict[str | None, int] = {None: -1}
    above: dict[str | None, int] = {None: -1}
    for section in segmented.sections:  # parents come first
        headings[section.id], above[section.id] = (
            numbers.get(section.span.start, -1),
            headings[section.parent],
        )
    return np.array(
        [
            above[passage.section]
            if headings[passage.section] == number
            else headings[passage.section]
            for number, passage in enumerate(segmented.passages)
        ],
        np.int64,
    )


def _bucket(group: str, buckets: int, chosen: Numbers, index: Index) -> Numbers:
    return index.rows(group, map(str, range(buckets)))[chosen]
