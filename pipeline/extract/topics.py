"""The topic of a row: what it needs and its own clause does not say.

Candidates are found by rule: the theme of each clause without a figure in the sentence, an earlier
figure's name, the themes of the sentence before, the headings. Which one a row takes, if any, is a
logistic regression over what can be seen of row and candidate (``lexicon/topics.toml``, learned by
``python -m tests.topics``): in the labels, rules for this choice kept multiplying.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from pipeline.extract import measures
from pipeline.extract.frozen import replace
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
_NEEDED = 0.15
_CHOSEN = 0.2
_SHORT_PART = 6


class Candidate(NamedTuple):
    """A phrase that may be the topic of a row: where it is from, and how many steps back.

    ``unit`` is that of the figure whose name it is, ``rule`` the rule that takes it.
    """

    phrase: Phrase
    origin: Origin
    steps: int
    unit: str = ""
    rule: str = ""

    @property
    def topic(self) -> Phrase:
        """The phrase as a topic."""
        return self.phrase.by(self.rule) if self.rule else self.phrase


class Seen(NamedTuple):
    """What is seen of a row beside each of its candidates."""

    name: str
    kind: str
    opener: str
    bracketed: bool
    unit: str
    pairs: frozenset[str]

    @classmethod
    def of(cls, row: Row) -> Seen:
        """Read it off a row once."""
        name, mention = str(row.name), row.mention
        unit = row.value.unit if row.value else ""
        pairs = frozenset(name[i : i + 2] for i in range(len(name) - 1))
        return cls(name, _kind(name), mention.opener, mention.bracketed, unit, pairs)


class Discourse(NamedTuple):
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
        bounded = found and not row.scope and c.PLACE_HINT.search(found)
        place = c.PLACE.fullmatch(found) if bounded else None
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
    near = themes(row, sentence)
    need = _likely("need", row_signs(row, near, before))
    if need < _NEEDED:
        return NOTHING, need
    found = candidates(row, near, before, said)
    if not found:
        return NOTHING, need
    seen = Seen.of(row)
    likely = [_likely("choice", signs(seen, one)) for one in found]
    best = max(likely)
    return (found[likely.index(best)].topic if best >= _CHOSEN else NOTHING), need


def part_of_whole(row: Row) -> bool:
    """Tell whether a row is a part of a whole that its own name does not say."""
    if not row.whole:
        return False
    whole = str(row.whole)
    head = measures.measure_of(whole) or whole[-2:]
    return whole not in row.name and (head not in row.name or len(row.name) <= _SHORT_PART)


def themes(row: Row, sentence: Sentence) -> list[Candidate]:
    """Find the themes of the clauses before ``row`` that may be its topic, the nearest first."""
    return _open(row, _themes(sentence, row.mention.cell, backwards=True))


def candidates(
    row: Row, near: Sequence[Candidate], before: Sequence[Row], said: Discourse
) -> list[Candidate]:
    """Find the phrases that may be the topic of ``row``, each once and none that it says itself.

    ``near`` are the themes of its sentence.
    """
    return _open(row, (*near, *_figures(before), *_said_before(said)))


def _said_before(said: Discourse) -> Iterator[Candidate]:
    """Yield what was spoken of in the sentences before and in the headings."""
    yield Candidate(said.topic, "topic", 1, rule="topic_holds")
    yield Candidate(said.before, "sentence", 1, rule="theme_before")
    yield Candidate(said.opening, "paragraph", 2, rule="theme_before")
    for steps, heading in enumerate(said.headings[:2]):
        yield Candidate(heading, "parent" if steps else "heading", steps)


def _open(row: Row, found: Iterable[Candidate]) -> list[Candidate]:
    """Keep each phrase once that a row does not say itself, nor is a heading that is its sentence."""
    own = str(row.name) + str(row.scope or "")
    at = row.mention.figure.numeral.span.start
    kept: dict[str, Candidate] = {}
    for one in found:
        text = str(one.phrase)
        if text and text not in own and not one.phrase.start <= at <= one.phrase.end:
            kept.setdefault(text, one)
    return list(kept.values())


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
        yield Candidate(before[-1].topic, "topic", 0, rule="topic_holds")
    for steps, one in enumerate(reversed(before[-3:])):
        name = one.name.removeprefix(one.action)
        unit = one.value.unit if one.value else ""
        yield Candidate(name, "figure", steps, unit, "figure_before")


def row_signs(row: Row, found: Sequence[Candidate], before: Sequence[Row]) -> Iterator[Sign]:
    """Yield what can be seen of a row and the themes ``found``: whether it may need a topic."""
    name, mention = str(row.name), row.mention
    own = _bucket(_own(name, row.action))
    kind = _kind(name)
    yield "length", _bucket(len(name))
    yield "own", own
    yield "kind", kind
    yield "kind_own", f"{kind} {own}"
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
    yield "before_kind", f"{held} {kind} {own}"
    near = next((one.steps for one in found if one.origin == "clause"), 0)
    yield "aspect", str(any(one.origin == "aspect" for one in found))
    yield "bare_budget", f"{name in c.TWINS} {bool(before)}"
    yield "near_clause", str(min(near, _FAR))
    yield "near_own", f"{min(near, 2)} {own}"
    yield "name_ends", name[-2:]
    yield "name_starts", name[:2]


def signs(row: Seen, candidate: Candidate) -> Iterator[Sign]:
    """Yield what can be seen of a candidate beside its row."""
    origin, phrase, kind = candidate.origin, str(candidate.phrase), row.kind
    yield "origin", f"{origin}{min(candidate.steps, _FAR)}"
    yield "origin_kind", f"{origin} {kind}"
    yield "origin_opener", f"{origin} {row.opener}"
    yield "origin_bracketed", f"{origin} {row.bracketed}"
    yield "origin_length", f"{origin} {_bucket(len(phrase))}"
    yield "origin_shares", f"{origin} {_shares(row.pairs, phrase)}"
    sibling = origin == "figure" and candidate.unit == row.unit
    yield "sibling", f"{sibling} {row.opener} {kind}"
    yield "whole_kind", f"{origin} {_kind(phrase)} {kind}"
    yield "quoted", str("“" in phrase)
    yield "listed", str("、" in phrase)
    yield "ends", phrase[-2:]


@lru_cache(maxsize=4096)
def _kind(name: str) -> str:
    if measures.dependent(name):
        return "dependent"
    return "measure" if measures.is_measure(name) else "thing"


def _own(name: str, action: str) -> int:
    """Count the characters of a name beside its verb and its word of measure."""
    if action:
        rest = name.removeprefix(action)
    else:
        verb = c.LEADING_VERB.match(name)
        rest = name[verb.end() :] if verb else name
    return len(rest) - len(measures.measure_of(rest))


def _bucket(size: int) -> str:
    return str(bisect_left(_LENGTHS, size))


def _shares(pairs: frozenset[str], phrase: str) -> bool:
    """Tell whether a phrase has two characters of the name in a row."""
    return any(phrase[i : i + 2] in pairs for i in range(len(phrase) - 1))


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
