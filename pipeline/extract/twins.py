"""Twins of a list: words of one make that share what stands behind the last of them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.measures import is_measure
from pipeline.lexicon import words

_SHARED_NOUNS = words("shared_noun")
_STANDING = frozenset(words("people"))
# 90平方米以下, 60—79岁, 500万元及以上
SIZE = regex.compile(
    r"\d[\d.]{0,12}+(?:[—\-–~至]\d[\d.]{0,12}+)?[万亿]?(?:平方米|元|岁|周岁|亩|公里|吨)(?:及?以[上下内])?(?:的)?"
)
_MEASURED = frozenset("量额率")
_LONGEST = 3  # characters of a word that stands alone in a list
_TWINS = (
    {"城镇", "农村"},
    {"城市", "农村"},
    {"进口", "出口"},
    {"男性", "女性"},
    {"地表", "地下"},
)


def stand_beside(first: str, last: str) -> bool:
    """Tell whether the last item opens with a twin of the first: 城镇居民 and 农村居民."""
    twin = last[: len(first)]
    if first[-1:].isdigit() or last[len(first) :][:1].isdigit():  # PM10、PM2.5|年均浓度
        return False
    if len(last) == len(first) + 1 and last[-1] in _MEASURED and twin[-1] == first[-1]:
        return twin != first  # 客运、货运|量
    if twin == first or len(last) <= len(first) + 1:
        return False
    return twin[-1] == first[-1] or twin[0] == first[0] or {twin, first} in _TWINS


def behind_size(items: Sequence[str]) -> int:
    """Count what stands behind the size of the last item, where the others are sizes alone."""
    last = SIZE.match(items[-1])
    if not last or not all(SIZE.fullmatch(item) for item in items[:-1]):
        return 0
    return len(items[-1]) - last.end()


def behind_first_word(items: Sequence[str], cut: Sequence[str]) -> int:
    """Count what stands behind the first word of the last item, where the others are one such word.

    水稻、玉米|播种面积, 男、女|职工: words of one length, and the last of a list goes on.
    """
    last, size = items[-1], len(items[0])
    first = next((word for word in cut if last.startswith(word)), "")
    if last[size:] in _SHARED_NOUNS:  # |供水|管网, which jieba cuts elsewhere
        first = last[:size]
    if len(first) != size or size > _LONGEST or len(last) < size + 2:
        return 0
    alone = all(item in cut and len(item) == size for item in items[:-1])
    tail = last[size:]
    if not (is_measure(tail) or tail.endswith(_SHARED_NOUNS)) or _STANDING & set(items[:-1]):
        return 0
    return len(last) - size if alone else 0
