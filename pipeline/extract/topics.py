"""The topic of a row: what it needs and its own clause does not say.

Candidates are found by rule: the theme of each clause without a figure in the sentence, an earlier
figure's name, the themes of the sentence before, the headings. Which one a row takes, if any, is a
logistic regression over what can be seen of row and candidate (``lexicon/topics.toml``, learned by
``python -m tests.topics``): in the labels, rules for this choice kept multiplying.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Literal, NamedTuple

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

Group = Callable[..., tuple[Sign, ...]]  # signs that go together, made of what is seen
Origin = Literal["aspect", "clause", "figure", "topic", "sentence", "paragraph", "heading", "parent"]

_FIRST = 2  # sentences without figures at the head of a paragraph, beside the last one
_CLAUSES = 6  # clauses back in which a theme is sought
_FAR = 4
_LENGTHS = (2, 4, 6, 9, 14)
# a topic for nothing costs a reader a glance, a missing one costs him the row
_LIKELY = 0.09  # that a row needs a topic, times that it is this one
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
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, row: Row) -> Seen:
        """Read it off a row once."""
        name, mention = str(row.name), row.mention
        unit = row.value.unit if row.value else ""
        pairs = frozenset(pairwise(name))
        return cls(name, _kind(name), mention.opener, mention.bracketed, unit, pairs)


class Discourse(NamedTuple):
    """What was spoken of before a sentence: headings, the paragraph's first themes, the last ones.

    ``headings`` are that of the section and the one above it. Frozen: each sentence gives the next discourse.
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
    if need < _LIKELY:
        return NOTHING, need
    found = candidates(row, near, before, said)
    if not found:
        return NOTHING, need
    seen = Seen.of(row)
    likely = [_likely("choice", signs(seen, one)) for one in found]
    best = max(likely)
    return (found[likely.index(best)].topic if need * best >= _LIKELY else NOTHING), need


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
    if said.topic:
        yield Candidate(said.topic, "topic", 1, rule="topic_holds")
    if said.before:
        yield Candidate(said.before, "sentence", 1, rule="theme_before")
    if said.opening:
        yield Candidate(said.opening, "paragraph", 2, rule="theme_before")
    for steps, heading in enumerate(headings_of(*said.headings)):
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


def row_signs(
    row: Row, found: Sequence[Candidate], before: Sequence[Row]
) -> Iterator[tuple[Group, tuple[Any, ...]]]:
    """Yield what can be seen of a row and the themes ``found``: whether it may need a topic."""
    name, mention = str(row.name), row.mention
    own, kind = _bucket(_own(name, row.action)), _kind(name)
    last = before[-1] if before else None
    held = "topic" if last and last.topic else "none" if last else "first"
    alike = bool(last and last.value and row.value and last.value.unit == row.value.unit)
    near = next((one.steps for one in found if one.origin == "clause"), 0)
    aspect = any(one.origin == "aspect" for one in found)
    known, acts = name in known_names(), bool(row.action or c.ACTION.match(name))
    first = mention.cell == 0, mention.position == 0
    role = "value" if row.value else "rank" if row.rank else "change"
    yield _of_name, (_bucket(len(name)), own, kind, known, acts, row.name.last_rule)
    yield _of_mention, (mention.opener, *first, mention.bracketed, bool(row.scope), role)
    yield _of_row_before, (held, mention.opener, alike, kind, own)
    yield _of_clauses, (aspect, name in measures.TWINS, bool(before), near, own)
    yield _of_ends, (name[-2:], name[:2])


def signs(row: Seen, candidate: Candidate) -> Iterator[tuple[Group, tuple[Any, ...]]]:
    """Yield what can be seen of a candidate beside its row."""
    origin, phrase, kind = candidate.origin, str(candidate.phrase), row.kind
    sibling = origin == "figure" and candidate.unit == row.unit
    steps, size = min(candidate.steps, _FAR), _bucket(len(phrase))
    yield _of_origin, (origin, steps, kind, row.opener, row.bracketed, sibling)
    yield _of_phrase, (origin, size, _shares(row.pairs, phrase), _kind(phrase), kind)
    yield _of_words, ("“" in phrase, "、" in phrase, phrase[-2:])


def _of_name(
    length: str, own: str, kind: str, known: bool, acts: bool, rule: str
) -> tuple[Sign, ...]:
    return (
        ("length", length),
        ("own", own),
        ("kind", kind),
        ("kind_own", f"{kind} {own}"),
        ("known", str(known)),
        ("acts", "verb" if acts else "noun"),
        ("rule", rule),
    )


def _of_mention(
    opener: str, first_clause: bool, first: bool, bracketed: bool, scope: bool, role: str
) -> tuple[Sign, ...]:
    return (
        ("opener", opener),
        ("first", f"{first_clause} {first}"),
        ("bracketed", str(bracketed)),
        ("scope", str(scope)),
        ("role", role),
    )


def _of_row_before(
    held: str, opener: str, alike: bool, kind: str, own: str
) -> tuple[Sign, ...]:
    return (
        ("before", held),
        ("before_opener", f"{held} {opener}"),
        ("before_alike", f"{held} {alike}"),
        ("before_kind", f"{held} {kind} {own}"),
    )


def _of_clauses(
    aspect: bool, twin: bool, any_before: bool, near: int, own: str
) -> tuple[Sign, ...]:
    return (
        ("aspect", str(aspect)),
        ("bare_budget", f"{twin} {any_before}"),
        ("near_clause", str(min(near, _FAR))),
        ("near_own", f"{min(near, 2)} {own}"),
    )


def _of_ends(last: str, first: str) -> tuple[Sign, ...]:
    return ("name_ends", last), ("name_starts", first)


def _of_origin(
    origin: str, steps: int, kind: str, opener: str, bracketed: bool, sibling: bool
) -> tuple[Sign, ...]:
    return (
        ("origin", f"{origin}{steps}"),
        ("origin_kind", f"{origin} {kind}"),
        ("origin_opener", f"{origin} {opener}"),
        ("origin_bracketed", f"{origin} {bracketed}"),
        ("sibling", f"{sibling} {opener} {kind}"),
    )


def _of_phrase(
    origin: str, size: str, shares: bool, phrase_kind: str, kind: str
) -> tuple[Sign, ...]:
    return (
        ("origin_length", f"{origin} {size}"),
        ("origin_shares", f"{origin} {shares}"),
        ("whole_kind", f"{origin} {phrase_kind} {kind}"),
    )


def _of_words(quoted: bool, listed: bool, end: str) -> tuple[Sign, ...]:
    return ("quoted", str(quoted)), ("listed", str(listed)), ("ends", end)


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


def _shares(pairs: frozenset[tuple[str, str]], phrase: str) -> bool:
    """Tell whether a phrase has two characters of the name in a row."""
    return not pairs.isdisjoint(pairwise(phrase))


def all_of(seen: Iterable[tuple[Group, tuple[Any, ...]]]) -> Iterator[Sign]:
    """Yield the signs of each group, as the table of weights has them."""
    for group, values in seen:
        yield from group(*values)


def _likely(question: str, seen: Iterable[tuple[Group, tuple[Any, ...]]]) -> float:
    """Give the probability that a row needs a topic, or that a candidate is its topic."""
    score = _weights(question)["start", ""]
    for group, values in seen:
        score += _weight(question, group, values)
    return 1 / (1 + math.exp(-score))


@lru_cache(maxsize=8192)
def _weight(question: str, group: Group, values: tuple[Any, ...]) -> float:
    """Sum the weights of a group of signs that go together."""
    weights = _weights(question)
    return sum(weights.get(sign, 0.0) for sign in group(*values))


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


def headings_of(*titles: Phrase) -> tuple[Phrase, ...]:
    """Take the themes of headings, from the nearest up."""
    found = (title[slice(*_theme_of(str(title)))] for title in titles if title)
    return tuple(one.by("heading") for one in found if one)


@lru_cache(maxsize=256)
def _theme_of(title: str) -> tuple[int, int]:
    """Find where the theme of a heading stands in it; empty where it has none."""
    found = theme(title, Span(0, len(title)), [1] * (len(title) + 1))
    return (found.start, found.end) if found else (0, 0)
