"""The topic of a row: what it needs and its own clause does not say.

Candidates are found by rule: the theme of each clause without a figure in the sentence, an earlier
figure's name, the themes of the sentence before, the headings. Which one a row takes, if any, is a
logistic regression over what can be seen of row and candidate (``lexicon/topics.toml``, learned by
``python -m tests.topics``): in the labels, rules for this choice kept multiplying.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pipeline.extract import measures
from pipeline.extract.mentions import Sentence
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.row import Row
from pipeline.extract.themes import theme
from pipeline.lexicon.indicators import indicators
from pipeline.lexicon.trust import Sign, table
from pipeline.patterns import clauses as c
from pipeline.records import Span

Origin = Literal["aspect", "clause", "figure", "topic", "sentence", "paragraph", "heading", "parent"]

_FIRST = 2  # sentences without figures at the head of a paragraph, beside the last one
_CLAUSES = 6  # clauses back in which a theme is sought
_FAR = 4
_LENGTHS = (2, 4, 6, 9, 14)
# a topic for nothing costs a reader a glance, a missing one costs him the row
_LIKELY = 0.09  # that a row needs a topic, times that it is this one
_SHORT_PART = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be the topic of a row: where it is from, and how many steps back.

    ``unit`` is that of the figure whose name it is.
    """

    phrase: Phrase
    origin: Origin
    steps: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Discourse:
    """What was spoken of before a sentence: headings, the paragraph's first themes, the last ones.

    ``headings`` are from the nearest up. Frozen: each sentence gives the next discourse.
    """

    headings: tuple[Phrase, ...] = ()
    opening: Phrase = NOTHING
    before: Phrase = NOTHING
    topic: Phrase = NOTHING
    owner: Phrase = NOTHING
    unread: tuple[Span, ...] = ()

    def past(self, sentence: Span) -> Discourse:
        """Give the discourse behind a sentence without figures; what it is about is read if asked."""
        unread = (*self.unread[:_FIRST], sentence)
        return Discourse(self.headings, self.opening, self.before, NOTHING, self.owner, unread)

    def read(self, view: str, edges: Sequence[int]) -> Discourse:
        """Read the themes of the sentences without figures that were passed."""
        if not self.unread:
            return self
        opening, before = self.opening, self.before
        for sentence in self.unread:
            end = c.BREAK.search(view, *sentence)
            found = theme(view, Span(sentence.start, end.start() if end else sentence.end), edges)
            opening, before = opening or found, found or before
        return replace(self, opening=opening, before=before, unread=())

    def after(self, sentence: Sentence, rows: Sequence[Row], owner: Phrase) -> Discourse:
        """Give the discourse of the sentence that follows in the same paragraph."""
        first = next(iter(_themes(sentence, len(sentence.cells))), None)
        found = first.phrase if first else NOTHING
        last = rows[-1].topic if rows else NOTHING
        return Discourse(self.headings, self.opening or found, found or self.before, last, owner)


def with_topics(rows: Sequence[Row], sentence: Sentence, said: Discourse) -> list[Row]:
    """Give each row of a sentence the topic it needs."""
    done: list[Row] = []
    for row in rows:
        found, need = topic(row, done, sentence, said)
        need = round(need, 3)
        place = c.PLACE.fullmatch(found) if found and not row.scope else None
        if place:  # 成渝地区双城经济圈建设: where, and not of what
            scope = found[: place.end("place")].by("place_before")
            done.append(replace(row, scope=scope, need=need))
        else:
            done.append(replace(row, topic=found, need=need))
    return done


def topic(
    row: Row, before: Sequence[Row], sentence: Sentence, said: Discourse
) -> tuple[Phrase, float]:
    """Choose the topic of ``row``, NOTHING where it is clear without; and how likely it needs one.

    What 其中 or a bracket opens is of its whole; for others the table of weights decides.
    """
    if part_of_whole(row):
        return row.whole.by("whole"), 1.0
    found = candidates(row, before, sentence, said)
    need = _likely("need", row_signs(row, found, before))
    if not found or need < _LIKELY:
        return NOTHING, need
    likely = {one: _likely("choice", signs(row, one)) for one in found}
    best = max(found, key=lambda one: likely[one])
    return (best.phrase if need * likely[best] >= _LIKELY else NOTHING), need


def part_of_whole(row: Row) -> bool:
    """Tell whether a row is a part of a whole that its own name does not say."""
    if not row.whole:
        return False
    whole = str(row.whole)
    head = measures.measure_of(whole) or whole[-2:]
    return whole not in row.name and (head not in row.name or len(row.name) <= _SHORT_PART)


def candidates(
    row: Row, before: Sequence[Row], sentence: Sentence, said: Discourse
) -> list[Candidate]:
    """Find the phrases that may be the topic of ``row``, each once and none that it says itself."""
    found: list[Candidate] = list(_themes(sentence, row.mention.cell, backwards=True))
    found += _figures(before)
    if said.topic:
        found.append(Candidate(said.topic.by("topic_holds"), "topic", 1))
    if said.before:
        found.append(Candidate(said.before.by("theme_before"), "sentence", 1))
    if said.opening:
        found.append(Candidate(said.opening.by("theme_before"), "paragraph", 2))
    for steps, heading in enumerate(said.headings[:2]):
        found.append(Candidate(heading, "parent" if steps else "heading", steps))
    own = str(row.name) + str(row.scope or "")
    kept: dict[str, Candidate] = {}
    for one in found:
        if one.phrase and str(one.phrase) not in own and not _holds(one.phrase, row):
            kept.setdefault(str(one.phrase), one)
    return list(kept.values())


def _holds(phrase: Phrase, row: Row) -> bool:
    """Tell whether a phrase was cut from around the figure itself: a heading that is the sentence."""
    at = row.mention.figure.numeral.span.start
    return phrase.start <= at <= phrase.end


def _themes(sentence: Sentence, cell: int, *, backwards: bool = False) -> Iterator[Candidate]:
    """Yield the themes of the clauses without figures before ``cell``."""
    before = range(max(0, cell - _CLAUSES), cell)
    for index in reversed(before) if backwards else before:
        one = sentence.cells[index]
        if not one.figures and (found := sentence.theme(index)):
            aspect = sentence.view[one.span.start : one.span.end].rstrip().endswith("方面")
            yield Candidate(found, "aspect" if aspect else "clause", cell - index)


def _figures(before: Sequence[Row]) -> Iterator[Candidate]:
    """Yield the topic and the names of the figures before."""
    if not before:
        return
    if before[-1].topic:
        yield Candidate(before[-1].topic.by("topic_holds"), "topic", 0)
    for steps, one in enumerate(reversed(before[-3:])):
        name = one.name.removeprefix(one.action).by("figure_before")
        yield Candidate(name, "figure", steps, one.value.unit if one.value else "")


def row_signs(row: Row, found: Sequence[Candidate], before: Sequence[Row]) -> Iterator[Sign]:
    """Yield what can be seen of a row: whether it may need a topic at all."""
    name, mention = str(row.name), row.mention
    own = _own(name, row.action)
    kind = _kind(name)
    yield "length", _bucket(len(name))
    yield "own", _bucket(own)
    yield "kind", kind
    yield "kind_own", f"{kind} {_bucket(own)}"
    yield "known", str(name in known_names())
    yield "acts", "verb" if row.action or c.ACTION.match(name) else "noun"
    yield "rule", row.name.last_rule
    yield "opener", mention.opener
    yield "first", f"{mention.cell == 0} {mention.position == 0}"
    yield "bracketed", str(mention.bracketed)
    yield "scope", str(bool(row.scope))
    yield "role", "value" if row.value else "rank" if row.rank else "change"
    last = before[-1] if before else None
    held = "topic" if last and last.topic else "none" if last else "first"
    alike = bool(last and last.value and row.value and last.value.unit == row.value.unit)
    yield "before", held
    yield "before_opener", f"{held} {mention.opener}"
    yield "before_alike", f"{held} {alike}"
    yield "before_kind", f"{held} {kind} {_bucket(own)}"
    near = next((one.steps for one in found if one.origin == "clause"), 0)
    yield "aspect", str(any(one.origin == "aspect" for one in found))
    yield "bare_budget", f"{name in c.TWINS} {bool(before)}"
    yield "near_clause", str(min(near, _FAR))
    yield "near_own", f"{min(near, 2)} {_bucket(own)}"
    yield "name_ends", name[-2:]
    yield "name_starts", name[:2]


def signs(row: Row, candidate: Candidate) -> Iterator[Sign]:
    """Yield what can be seen of a candidate beside its row."""
    name, mention, phrase = str(row.name), row.mention, str(candidate.phrase)
    origin = candidate.origin
    yield "origin", f"{origin}{min(candidate.steps, _FAR)}"
    yield "origin_kind", f"{origin} {_kind(name)}"
    yield "origin_opener", f"{origin} {mention.opener}"
    yield "origin_bracketed", f"{origin} {mention.bracketed}"
    yield "origin_length", f"{origin} {_bucket(len(phrase))}"
    yield "origin_shares", f"{origin} {_shares(name, phrase)}"
    own_unit = row.value.unit if row.value else ""
    sibling = origin == "figure" and candidate.unit == own_unit
    yield "sibling", f"{sibling} {mention.opener} {_kind(name)}"
    yield "whole_kind", f"{origin} {_kind(phrase)} {_kind(name)}"
    yield "quoted", str("“" in phrase)
    yield "listed", str("、" in phrase)
    yield "ends", phrase[-2:]


def _kind(name: str) -> str:
    if measures.dependent(name):
        return "dependent"
    return "measure" if measures.is_measure(name) else "thing"


def _own(name: str, action: str) -> int:
    """Count the characters of a name beside its verb and its word of measure."""
    rest = name.removeprefix(action) if action else c.LEADING_VERB.sub("", name)
    return len(rest) - len(measures.measure_of(rest))


def _bucket(size: int) -> str:
    return str(sum(size > limit for limit in _LENGTHS))


def _shares(name: str, phrase: str) -> str:
    """Tell whether name and phrase share words of two characters."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return str(sum(phrase[i : i + 2] in pairs for i in range(len(phrase) - 1)) > 0)


def _likely(question: str, seen: Iterator[Sign]) -> float:
    """Give the probability that a row needs a topic, or that a candidate is its topic."""
    weights = _weights(question)
    score = weights["start", ""]
    for sign in seen:
        score += weights.get(sign, 0.0)
    return 1 / (1 + math.exp(-score))


@cache
def _weights(question: str) -> dict[Sign, float]:
    """Read the weights of one question, by group and value."""
    found: dict[Sign, float] = {}
    for (asked, sign), weight in table("topics.toml").items():
        if asked == question:
            group, _, value = sign.partition("=")
            found[group, value] = weight
    return found


@cache
def known_names() -> frozenset[str]:
    """Names that a table of indicators knows: clear without a topic."""
    return frozenset(
        name for entry in indicators().values() for name in (entry.name, *entry.aliases)
    )


def headings_of(title: Phrase, parent: Phrase) -> tuple[Phrase, ...]:
    """Take the themes of a heading and of the one above it."""
    return tuple(found for found in (_heading(title), _heading(parent)) if found)


def _heading(title: Phrase) -> Phrase:
    if not title:
        return NOTHING
    found = theme(str(title), Span(0, len(title)), [1] * (len(title) + 1))
    if not found:
        return NOTHING
    first, last = found.start, found.end
    return title[first:last].by("heading")
