"""What can be seen of a row and of the candidates for its topic, as the weights know it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import regex

from pipeline.extract import measures
from pipeline.extract.candidate import Candidate
from pipeline.extract.mentions import Sentence
from pipeline.extract.row import Row
from pipeline.lexicon.trust import Sign
from pipeline.patterns import clauses as c

Group = Callable[..., tuple[Sign, ...]]  # signs that go together, made of what is seen
Seen = tuple[Group, tuple[Any, ...]]

_FAR = 4
_REFERS = frozenset(" 该此上这其")
ANAPHOR = regex.compile(r"\s?(?:该|此(?!外)|上述|这[些一类]|其(?!中|他|余|它))")
_LENGTHS = (2, 4, 6, 9, 14)


class Beside(NamedTuple):
    """What is seen of a row beside each of its candidates."""

    name: str
    kind: str
    acts: bool
    opener: str
    bracketed: bool
    unit: str
    pairs: frozenset[tuple[str, str]]
    held: str
    turned: int
    relative: bool
    edges: Sequence[int]

    @classmethod
    def of(
        cls, row: Row, before: Sequence[Row], near: Sequence[Candidate], sentence: Sentence
    ) -> Beside:
        """Read it off a row, the topic of the row before and the nearest theme, once."""
        name, mention = str(row.name), row.mention
        unit = row.value.unit if row.value else ""
        pairs = frozenset(pairwise(name))
        held = str(before[-1].topic) if before else ""
        turned = near[0].cell if near else -1
        acts = bool(row.action or c.ACTION.match(name))
        relative = sentence.view[slice(*mention.figure.left)].rstrip().endswith("的")
        return cls(
            name, _kind(name), acts, mention.opener, mention.bracketed, unit, pairs, held, turned,
            relative, sentence.edges,
        )  # fmt: skip


def row_signs(
    row: Row, found: Sequence[Candidate], before: Sequence[Row], view: str
) -> Iterator[Seen]:
    """Yield what can be seen of a row and the themes ``found``: whether it may need a topic."""
    name, mention = str(row.name), row.mention
    own, kind = _bucket(_own(name, row.action)), _kind(name)
    last = before[-1] if before else None
    held = "topic" if last and last.topic else "none" if last else "first"
    alike = bool(last and last.value and row.value and last.value.unit == row.value.unit)
    near = next((one.steps for one in found if one.origin in ("clause", "opener")), 0)
    aspect = any(one.origin == "aspect" for one in found)
    known, acts = name in measures.known_names(), bool(row.action or c.ACTION.match(name))
    first = mention.cell == 0, mention.position == 0
    role = "value" if row.value else "rank" if row.rank else "change"
    yield _of_name, (_bucket(len(name)), own, kind, known, acts, row.name.last_rule)
    yield _of_mention, (mention.opener, *first, mention.bracketed, bool(row.scope), role)
    yield _of_row_before, (held, mention.opener, alike, kind, own)
    yield _of_clauses, (aspect, name in measures.TWINS, bool(before), near, own)
    yield _of_ends, (name[-2:], name[:2])
    labelled = any(one.origin == "label" for one in found)
    yield _of_words_before, (_refers(row, view), labelled)


def signs(row: Beside, candidate: Candidate) -> Iterator[Seen]:
    """Yield what can be seen of a candidate beside its row."""
    origin, phrase, kind = candidate.origin, str(candidate.phrase), row.kind
    sibling = origin == "figure" and candidate.unit == row.unit
    steps, size = min(candidate.steps, _FAR), _bucket(len(phrase))
    yield _of_origin, (origin, steps, kind, row.acts, row.opener, row.bracketed, sibling)
    yield _of_phrase, (origin, size, _shares(row.pairs, phrase), _kind(phrase), kind)
    yield _of_which, (row.relative, origin, steps, sibling)
    yield _of_turn, (row.turned > candidate.cell, row.turned < 0, origin, row.kind)
    yield _of_held, (phrase == row.held, origin, bool(row.held), row.opener)
    yield _of_marks, ("“" in phrase, "、" in phrase, phrase[-2:])
    yield _of_words, candidate.phrase.words(row.edges)


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


def _of_row_before(held: str, opener: str, alike: bool, kind: str, own: str) -> tuple[Sign, ...]:
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


def _refers(row: Row, view: str) -> bool:
    """Tell whether the words of a row open with one that refers back: |该|项目总投资12.8亿元."""
    start, end = row.mention.subject
    return start < end and view[start] in _REFERS and ANAPHOR.match(view, start, end) is not None


def _of_words_before(refers: bool, labelled: bool) -> tuple[Sign, ...]:
    return ("refers", str(refers)), ("labelled", str(labelled))


def _of_ends(last: str, first: str) -> tuple[Sign, ...]:
    return ("name_ends", last), ("name_starts", first)


def _of_origin(
    origin: str, steps: int, kind: str, acts: bool, opener: str, bracketed: bool, sibling: bool
) -> tuple[Sign, ...]:
    return (
        ("origin", f"{origin}{steps}"),
        ("origin_acts", f"{origin} {acts}"),
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


def _of_which(relative: bool, origin: str, steps: int, sibling: bool) -> tuple[Sign, ...]:
    """Say whether a clause tells which of those counted a row counts: 接待7312人次，涉农民工的|2140人次."""
    return (("which", f"{relative} {origin}{min(steps, 2)} {sibling}"),)


def _of_turn(behind: bool, none: bool, origin: str, kind: str) -> tuple[Sign, ...]:
    """Say whether a clause without figures stands between a candidate and its row."""
    turn = "none" if none else str(behind)
    return ("turned", f"{turn} {origin}"), ("turned_kind", f"{turn} {origin} {kind}")


def _of_held(held: bool, origin: str, any_held: bool, opener: str) -> tuple[Sign, ...]:
    return ("held", f"{held} {origin} {any_held}"), ("held_opener", f"{held} {any_held} {opener}")


def _of_words(*words: str) -> tuple[Sign, ...]:
    return tuple(("word", word) for word in words)


def _of_marks(quoted: bool, listed: bool, end: str) -> tuple[Sign, ...]:
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
        verb = c.LEADING_VERB.match(name) if name[:1] in c.ACT_OPENS else None
        rest = name[verb.end() :] if verb else name
    return len(rest) - len(measures.measure_of(rest))


def _bucket(size: int) -> str:
    return str(bisect_left(_LENGTHS, size))


def _shares(pairs: frozenset[tuple[str, str]], phrase: str) -> bool:
    """Tell whether a phrase has two characters of the name in a row."""
    return not pairs.isdisjoint(pairwise(phrase))


def all_of(seen: Iterable[Seen]) -> Iterator[Sign]:
    """Yield the signs of each group, as the table of weights has them."""
    for group, values in seen:
        yield from group(*values)
