"""What the classifier sees of a passage: its words and their parts of speech, the shape of its clauses, its section, its place, and what stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import add

from pipeline.classify.clauses import clauses
from pipeline.lexicon.tags import tags
from pipeline.patterns import cues
from pipeline.records import Indicator, Passage, Segmented

# group → names: a feature is a name in a group, such as 推进 in ``word``
Features = dict[str, list[str]]

_HEADING_CHARACTERS = 16
_NEAR = 5
_BESIDE = ("kind", "first", "cue")


def features(segmented: Segmented, indicators: Sequence[Indicator]) -> list[Features]:
    """The features of each passage, in order; no group holds a name twice."""
    text, passages = segmented.report.text, segmented.passages
    headings = _headings(segmented)
    figures: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        figures.setdefault(indicator.passage, []).append(indicator)
    shapes, found = [], []
    for i, passage in enumerate(passages):
        body = cues.NUMBERING.sub("", text[passage.span.start : passage.span.end])
        shape = cues.clause_types(body)
        shapes.append(shape)
        one: Features = {"kind": [passage.kind], "mark": [text[passage.span.end - 1]]}
        words, parts = _tokens(segmented, passage)
        one.update(_words(body, words))
        one.update(clauses(words, parts, passage.part.horizon))
        one.update(_shape(shape, passage.part.horizon))
        one.update(_figures(figures.get(passage.id, ())))
        one.update(_place(i, passage, len(passages)))
        one.update(headings.get(passage.section, {"depth": ["0"]}))
        found.append(one)
    for i, one in enumerate(found):
        one.update(_neighbours(found, shapes, i, passages[i].part.horizon))
    return found


def _tokens(segmented: Segmented, passage: Passage) -> tuple[list[str], list[str]]:
    """The words of a passage and their parts of speech. Digits are folded, so that 12 and 398 are one word; ``?`` is a word of no dictionary."""
    text, starts, tag_of = segmented.report.text, segmented.starts, tags().get
    first, last = bisect_left(starts, passage.span.start), bisect_left(starts, passage.span.end)
    written = [text[a:b] for a, b in pairwise(starts[first : last + 1])]
    words = ["0" if word[0].isdigit() else word for word in written if not word.isspace()]
    return words, ["m" if word == "0" else tag_of(word, "?") for word in words]


def _words(body: str, words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    yield "word", _once(words)
    yield "pair", _once(map(add, body, body[1:]))
    yield "first", [body[:2]]
    yield "last", [body.rstrip("。；！，")[-2:]]
    yield "cue", cues.found(body)
    length = len(body)
    yield "length", ["0" if length < 8 else "1" if length < 16 else "2" if length < 32 else "3" if length < 64 else "4"]


def _shape(types: str, horizon: str) -> Iterator[tuple[str, list[str]]]:
    """Whether the clauses act or tell a result, and in which order: an action that ends in its result reads VVR."""
    folded = "".join(a for a, b in zip(types, types[1:] + "$", strict=True) if a != b)
    yield "shape", [folded[:6]]
    yield f"shape@{horizon}", [folded[:6]]
    yield f"ends@{horizon}", [types[-1]]
    yield f"opens@{horizon}", [types[0]]
    yield f"share@{horizon}", [f"{letter}{int(types.count(letter) / len(types) * 4)}" for letter in "VRFN"]


def _figures(figures: Sequence[Indicator]) -> Iterator[tuple[str, list[str]]]:
    if figures:
        yield "figures", [str(min(len(figures), 4))]
        yield "modality", _once(figure.modality for figure in figures)
        yield "has", _once(f"{figure.value is not None:d}{bool(figure.changes):d}{figure.rank is not None:d}" for figure in figures)


def _place(i: int, passage: Passage, count: int) -> Iterator[tuple[str, list[str]]]:
    yield "part", [passage.part.horizon]
    yield "span", [str(passage.part.start != passage.part.end)]
    yield "place", [str(int(i / max(1, count - 1) * 10))]
    yield f"kind@{passage.part.horizon}", [passage.kind]
    if i < 4:
        yield "top", [str(i)]
    if i >= count - 3:
        yield "bottom", [str(count - i)]


def _headings(segmented: Segmented) -> dict[str | None, Features]:
    """What a passage has of the headings above it, by the section it stands in."""
    titles = {section.id: (section.title[:_HEADING_CHARACTERS], section.parent) for section in segmented.sections}
    own = {section: (cues.found(title), [title[j : j + 2] for j in range(len(title) - 1)]) for section, (title, _) in titles.items()}
    found: dict[str | None, Features] = {}
    for section in titles:
        one: Features = {"heading": []}
        above: str | None = section
        depth = 0
        while above is not None and depth < 3:
            one[f"heading{depth}"] = own[above][0]
            one["heading"] += own[above][1]
            above, depth = titles[above][1], depth + 1
        one["heading"], one["depth"] = _once(one["heading"]), [str(depth)]
        found[section] = one
    return found


def _neighbours(found: Sequence[Features], shapes: Sequence[str], i: int, horizon: str) -> Iterator[tuple[str, list[str]]]:
    for step, side in ((-1, "before"), (1, "after")):
        if 0 <= i + step < len(found):
            for group in _BESIDE:
                yield f"{side}:{group}", found[i + step][group]
    near = "".join(shapes[max(0, i - _NEAR) : i]) + "".join(shapes[i + 1 : i + 1 + _NEAR])
    if near:  # the manner of the paragraph: does it list deeds or results
        yield f"near@{horizon}", [f"{letter}{int(near.count(letter) / len(near) * 5)}" for letter in "VRF"]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
