"""How the clauses of a passage are built, by parts of speech: 推进改革 opens with a verb, 改革成效显现 with what the verb is said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_ENDS = frozenset("，,；;：:。！？!?")


def clauses(words: Sequence[str], tags: Sequence[str], horizon: str) -> Iterator[tuple[str, list[str]]]:
    """Groups of features from the words of a passage and their tags."""
    found = _split(words)
    if not found:
        return
    verbs = [i for i, tag in enumerate(tags) if tag[0] == "v"]
    for place, (start, end) in (("opening", found[0]), ("closing", found[-1])):
        before = next((i - start for i in verbs if start <= i < end), 9)
        yield f"{place} tags@{horizon}", list(dict.fromkeys(("|".join(tags[start : min(start + 2, end)]), "|".join(tags[start : min(start + 3, end)]))))
        yield f"{place} tail@{horizon}", list(dict.fromkeys(("|".join(tags[max(start, end - 2) : end]), tags[end - 1])))
        yield f"{place} subject@{horizon}", [str(min(before, 4))]  # words before its first verb
    yield "clauses", [str(min(len(found), 8))]


def _split(words: Sequence[str]) -> list[tuple[int, int]]:
    """The clauses, each as the indices of its first word and of the one behind its last."""
    edges = [-1, *(i for i, word in enumerate(words) if word in _ENDS), len(words)]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
