"""A name cut into the words of parts.toml: 新建|农村|公办|幼儿园."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.lexicon.parts import parts
from pipeline.patterns.names import SIZE

AND = frozenset("和与及或")
_LINKS = frozenset("和与及等在对为向由从于到了已均共被获")


@dataclass(frozen=True, slots=True)
class Cut:
    """A name cut into words: what was done, and what with."""

    verbs: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def head(self) -> str:
        """The last word, which says what is counted or measured."""
        return self.words[-1]


# where a cut stands: among the verbs in front, behind a kind, a head, a verb at the end
_FRONT, _KIND, _HEAD, _BEHIND = range(4)
_Way = tuple[float, tuple[str, ...], tuple[str, ...]]


@lru_cache(1 << 14)
def words_of(form: str, *, whole: bool = True) -> Cut | None:
    """A name cut into the fewest known words, verbs in front; None where a part of it is no word.

    Without ``whole`` its last word need not be a head.
    """
    ways: list[dict[int, _Way]] = [{} for _ in range(len(form) + 1)]
    ways[0][_FRONT] = (0, (), ())
    for start in range(len(form)):
        for word in _words_at(form, start) if ways[start] else ():
            end = start + len(word)
            for state, way in ways[start].items():
                for after, longer in _steps(word, state, way, last=end == len(form)):
                    best = ways[end].get(after)
                    if best is None or longer[0] < best[0]:
                        ways[end][after] = longer
    ends = (_HEAD, _BEHIND) if whole else (_HEAD, _KIND)
    found = [ways[-1][state] for state in ends if state in ways[-1]]
    return Cut(*min(found)[1:]) if found else None


def _words_at(form: str, start: int) -> Iterator[str]:
    """The known words that begin at ``start``, and 新 with a verb behind it."""
    for size in _sizes().get(form[start], ()):
        word = form[start : start + size]
        if len(word) == size and word in _all():
            yield word
    if how_big := SIZE.match(form, start):
        yield how_big.group()


def _steps(word: str, state: int, way: _Way, *, last: bool) -> Iterator[tuple[int, _Way]]:
    """Where a word leads from a state, and at what cost."""
    known = parts()
    cost, verbs, words = way
    if state == _FRONT:
        yield from _steps_in_front(word, way, last=last)
    elif state == _BEHIND:
        return
    if word in known.said or word[0].isdigit():
        first = known.said.get(word, word)
        yield _after(word), (cost + 1, verbs, (*words, first))
    elif state != _FRONT and not last and _may_link(word):
        yield _KIND, (cost + 1.5, verbs, (*words, word))
    if state == _HEAD and last and (done := known.verbs.get(word)):
        yield _BEHIND, (cost + 1, (*verbs, done), words)


def _after(word: str) -> int:
    return _HEAD if word in parts().heads else _KIND


def _may_link(word: str) -> bool:
    return word in _LINKS or word in parts().verbs


def _steps_in_front(word: str, way: _Way, *, last: bool) -> Iterator[tuple[int, _Way]]:
    """Where a word leads that says what was done: 新建并投用|幼儿园."""
    known = parts()
    cost, verbs, words = way
    if word in known.light:
        yield _FRONT, (cost + 0.5, verbs, words)
    if verbs and word in AND and not last:
        yield _FRONT, (cost + 0.5, verbs, words)
    if word in known.verbs:
        yield _FRONT, (cost + 1, (*verbs, known.verbs[word]), words)


@cache
def _all() -> frozenset[str]:
    known = parts()
    return frozenset((*known.light, *known.verbs, *known.said, *_LINKS, *AND))


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """The lengths of the known words by their first character."""
    sizes: dict[str, set[int]] = {}
    for word in _all():
        sizes.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found)) for first, found in sizes.items()}
