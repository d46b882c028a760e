"""What the classifier sees of a passage: its words, its section, its place, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import cues
from pipeline.records import Indicator, Passage, Segmented

_HEAD, _TAIL = 5, 4
_HEADING_CHARACTERS = 16


def features(segmented: Segmented, indicators: Sequence[Indicator]) -> list[list[str]]:
    """For each passage the names of its features, without repeats, in order. A feature is a short string such as ``w=推进`` or ``part=planned``."""
    words = _words_of(segmented)
    text = segmented.report.text
    titles = {section.id: (section.title, section.parent) for section in segmented.sections}
    figures = _figures_of(indicators)
    own = [list(_own(text[p.span.start : p.span.end], w, p, figures.get(p.id, ()))) for p, w in zip(segmented.passages, words, strict=True)]
    found = []
    for i, passage in enumerate(segmented.passages):
        names = own[i] + list(_context(segmented, i, titles))
        for step, side in ((-1, "before"), (1, "after")):
            if 0 <= i + step < len(own):
                names.extend(f"{side}:{name}" for name in own[i + step] if name.startswith(("cue=", "kind=", "first=")))
        found.append(list(dict.fromkeys(names)))
        del passage
    return found


def _words_of(segmented: Segmented) -> list[list[str]]:
    """The words of each passage; digits are folded, so that 12 and 398 are one word."""
    words: list[list[str]] = [[] for _ in segmented.passages]
    starts = [passage.span.start for passage in segmented.passages]
    i = 0
    for token in segmented.doc:
        while i + 1 < len(starts) and token.idx >= starts[i + 1]:
            i += 1
        if words and starts[i] <= token.idx < segmented.passages[i].span.end:
            word = token.text
            words[i].append("0" if word[0].isdigit() else word)
    return words


def _figures_of(indicators: Sequence[Indicator]) -> dict[str, tuple[Indicator, ...]]:
    found: dict[str, tuple[Indicator, ...]] = {}
    for indicator in indicators:
        found[indicator.passage] = (*found.get(indicator.passage, ()), indicator)
    return found


def _own(text: str, words: list[str], passage: Passage, figures: Sequence[Indicator]) -> Iterator[str]:
    body = cues.NUMBERING.sub("", text)
    yield f"kind={passage.kind}"
    for word in words:
        if not word.isspace():
            yield f"w={word}"
    for a, b in pairwise(words):
        yield f"b={a}|{b}"
    for i in range(len(body) - 1):
        yield f"c={body[i : i + 2]}"
    yield f"first={body[:2]}"
    yield f"first3={body[:3]}"
    yield f"last={body.rstrip('。；！，')[-2:]}"
    for name in cues.found(body):
        yield f"cue={name}"
    length = len(body)
    yield f"length={0 if length < 8 else 1 if length < 16 else 2 if length < 32 else 3 if length < 64 else 4}"
    clauses = cues.CLAUSE.split(body)
    for clause in clauses[:6]:
        yield f"clause={clause[:2]}"
    yield f"head={clauses[0][:_HEAD]}"
    yield f"tail={clauses[-1].rstrip('。；！')[-_TAIL:]}"
    yield f"mark={text[-1]}"
    yield from _shape(body, passage)
    if figures:
        yield "figures"
        yield f"figures={min(len(figures), 4)}"
        for figure in figures:
            yield f"modality={figure.modality}"
            yield "has=value" if figure.value else "has=change" if figure.changes else "has=rank"
            yield f"has={figure.value is not None}{bool(figure.changes)}{figure.rank is not None}"


def _shape(body: str, passage: Passage) -> Iterator[str]:
    """Whether the clauses act or tell a result, and in which order: an action that ends in its result reads VVR."""
    types = cues.clause_types(body)
    horizon = passage.part.horizon
    folded = "".join(a for a, b in zip(types, types[1:] + "$", strict=True) if a != b)
    yield f"shape={folded[:6]}"
    yield f"shape={folded[:6]}+{horizon}"
    yield f"ends={types[-1]}+{horizon}"
    yield f"opens={types[0]}+{horizon}"
    for letter in "VRFN":
        share = types.count(letter) / len(types)
        yield f"share{letter}={int(share * 4)}+{horizon}"


def _context(segmented: Segmented, i: int, titles: dict[str, tuple[str, str | None]]) -> Iterator[str]:
    passage = segmented.passages[i]
    yield f"part={passage.part.horizon}"
    yield f"span={passage.part.start != passage.part.end}"
    share = i / max(1, len(segmented.passages) - 1)
    yield f"place={int(share * 10)}"
    if i < 4:
        yield f"top={i}"
    if i >= len(segmented.passages) - 3:
        yield f"bottom={len(segmented.passages) - i}"
    section, depth = passage.section, 0
    while section is not None and depth < 3:
        title, parent = titles[section]
        title = title[:_HEADING_CHARACTERS]
        for name in cues.found(title):
            yield f"heading{depth}:cue={name}"
        for j in range(len(title) - 1):
            yield f"heading:c={title[j : j + 2]}"
        section, depth = parent, depth + 1
    yield f"depth={depth}"
    yield f"kind={passage.kind}+part={passage.part.horizon}"
