"""Heads that say that brackets below them hold what several years make together: 年均/[累计]."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.phrase import Phrase, supplied
from pipeline.patterns import heads as p


def without_sums(path: Sequence[Phrase]) -> tuple[Sequence[Phrase], bool]:
    """A head without what says that brackets below it hold sums, 年均增速（累计）, 年均/累计; whether
    it does."""
    found = [(phrase, p.SUMS_IN_BRACKETS.search(phrase)) for phrase in path]
    if not any(said for _, said in found):
        return path, False
    bare = [_mean(phrase, said.start(), said.end()) if said else phrase for phrase, said in found]
    return bare, True


def _mean(phrase: Phrase, start: int, end: int) -> Phrase:
    """A head of means without its sums, as one of growth."""
    mean, rest = phrase[:start], phrase[end:]
    grows = mean.endswith(("速", "长", "幅", "率"))
    return mean + rest if grows else mean + supplied("增长", phrase.start, "sums") + rest
