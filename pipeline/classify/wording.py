"""The features that words give a passage: each word, those at the edges of clauses, cues, acts."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from pipeline.classify.clauses import TYPES, Numbers, clause_types
from pipeline.classify.hints import ANY_CUE, CUES, NUMBER, OPENING, Hints
from pipeline.classify.incidence import HORIZONS, Codes, Index, Pairs, by_horizon, changes
from pipeline.records import Segmented

_CLAUSE_ENDS = ("opens clause", "closes clause")
# the groups of features that are words, which an index looks up once for all of them
WORD_GROUPS = (
    "word",
    *_CLAUSE_ENDS,
    *(f"{group} {horizon}" for group in _CLAUSE_ENDS for horizon in HORIZONS),
)
# what a character is, by its code point
_BLANK, _DIGIT, _MARK = 1, 2, 3
_KINDS = np.zeros(sys.maxunicode + 1, np.uint8)
for _kind, _characters in (
    (_BLANK, " \t\n\r\f\v\u3000\u00a0"),
    (_DIGIT, "0123456789０１２３４５６７８９"),
    (_MARK, "，,；;：:。！？!?"),
):
    _KINDS[[ord(character) for character in _characters]] = _kind
# the word that all numbers are folded into
_NUMBER = np.array([ord("0")], np.uint32)


def of_words(
    segmented: Segmented, codes: Codes, holders: Numbers, ahead: Numbers, index: Index
) -> Iterator[Pairs]:
    """Every word, and those that open and close a clause, looking back and ahead.

    Numbers are folded into one word, 0.
    """
    edges = np.flatnonzero(np.frombuffer(segmented.edges, np.uint8))
    kinds, at, words = _KINDS[codes[edges[:-1]]], holders[edges[:-1]], index.words(codes, edges)
    words[kinds == _DIGIT] = index.words(_NUMBER, np.array([0, 1]))[0]
    kept = (at >= 0) & (kinds != _BLANK)
    kinds, at, words = kinds[kept], at[kept], words[kept]
    yield at, index.of_words("word", words)
    mark = kinds == _MARK
    edge = changes(at)
    edge[1:] |= mark[:-1]
    opens, closes = edge & ~mark, np.append(edge[1:] | mark[1:], True)[: len(at)] & ~mark
    for group, chosen in zip(_CLAUSE_ENDS, (opens, closes), strict=True):
        there, those = at[chosen], words[chosen]
        yield there, index.of_words(group, those)
        for horizon, of_part in enumerate(HORIZONS):
            part = ahead[there] == horizon
            yield there[part], index.of_words(f"{group} {of_part}", those[part])
    hints = index.hints(words)
    hints[kinds == _DIGIT] |= NUMBER
    yield _cues(at, hints, index)
    yield from _clauses(at[~mark], hints[~mark], np.flatnonzero(opens[~mark]), ahead, index)


def _cues(at: Numbers, hints: Hints, index: Index) -> Pairs:
    """Its cues: words that hint at a label."""
    hints = hints & np.where(changes(at), ANY_CUE, ANY_CUE & ~OPENING)
    hinting = np.flatnonzero(hints)
    word, bit = np.unpackbits(
        hints[hinting].astype("<u4").view(np.uint8).reshape(-1, 4),
        axis=1,
        count=len(CUES),
        bitorder="little",
    ).nonzero()
    return at[hinting[word]], index.rows("cue", CUES)[bit]


def _clauses(
    at: Numbers, hints: Hints, begins: Numbers, ahead: Numbers, index: Index
) -> Iterator[Pairs]:
    """What share of its clauses acts, tells an outcome, counts an output;
    what the first and the last one do.
    """
    types, holders = clause_types(hints, begins), at[begins]
    counts = np.bincount(holders * len(TYPES) + types, minlength=len(ahead) * len(TYPES)).reshape(
        -1, len(TYPES)
    )
    every, shares = (
        np.arange(len(ahead)),
        counts * 4 // np.maximum(counts.sum(axis=1, keepdims=True), 1),
    )
    for number, name in enumerate(TYPES):
        yield (
            every,
            by_horizon(f"share of {name}", map(str, range(5)), shares[:, number], ahead, index),
        )
    first = changes(holders)
    for group, chosen in (
        ("first clause", first),
        ("last clause", np.append(first[1:], True)[: len(holders)]),
    ):
        yield (
            holders[chosen],
            by_horizon(group, TYPES, types[chosen], ahead[holders[chosen]], index),
        )
