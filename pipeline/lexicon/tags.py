"""Parts of speech of common words, from ``tags.tsv``.

The table is drawn from jieba's own dictionary (each word's usual tag, words of frequency 20 and more), because reading the whole
dictionary with its tags costs half a second and jieba keeps no tags in its cache. ``tests/test_lexicon.py`` holds both equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

RAREST = 20


@cache
def tags() -> dict[str, str]:
    """Word → tag: ``v`` ``vn`` ``n`` ``nr`` ``ns`` ``a`` ``d`` …, jieba's tags cut to one letter but for kinds of nouns and verbs."""
    found: dict[str, str] = {}
    for line in files(__package__).joinpath("tags.tsv").read_text(encoding="utf-8").splitlines():
        tag, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(" "), tag))
    return found


def table(dictionary: Iterable[str]) -> dict[str, list[str]]:
    """Tag → its words, of the lines ``word frequency tag`` of a jieba dictionary: what ``tags.tsv`` holds."""
    found: dict[str, list[str]] = {}
    for line in dictionary:
        word, frequency, tag = line.split(" ")
        if int(frequency) >= RAREST:
            short = tag[:2] if tag[0] in "vn" and tag not in ("nz", "nt") else tag[:1]
            found.setdefault(short, []).append(word)
    return dict(sorted(found.items()))
