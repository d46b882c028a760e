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
# 养老, 城乡居民|基本养老|保险参保人数
_KINDS = words("insurance_kind")
KIND_INSURED = regex.compile(r"\L<kind>", kind=_KINDS)
INSURED = regex.compile(r"(?P<kind>\L<kind>)(?P<insurance>保险\p{Han}{2,})$", kind=_KINDS)
_NO_RATES = tuple(words("no_rate_of_act"))
_MEASURED = frozenset("量额率")
_PARTS = frozenset(words("part_of_area"))
_LONGEST = 3  # characters of a word that stands alone in a list
_TWINS = (
    {"城镇", "农村"},
    {"城市", "农村"},
    {"进口", "出口"},
    {"男性", "女性"},
    {"地表", "地下"},
)


def with_prefix(items: Sequence[str]) -> tuple[int, int]:
    """Give the lengths of what stands before a twin and behind the other: 关区|进口、出口|通关时间.

    (0, 0) for other lists.
    """
    if len(items) != 2:
        return 0, 0
    first, last = items
    for pair in _TWINS:
        for one in pair:
            (other,) = pair - {one}
            before, behind = len(first) - len(one), len(last) - len(other)
            if first.endswith(one) and last.startswith(other) and before >= 2 and behind >= 2:
                return before, behind
    return 0, 0


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


def behind_like(items: Sequence[str], cut: Sequence[str]) -> int:
    """Count what stands behind a word of the last item that ends as another item does.

    县图书馆、文化馆、博物馆|接待观众; 高速公路、农村道路|亡人; not 就业、失业人员|再就业, which are of other lengths.
    """
    last, others = items[-1], items[:-1]
    if any(is_measure(item) for item in others) or not all(len(item) >= 2 for item in others):
        return 0
    at = 0
    for word in _words_of(last, cut):
        at += len(word)
        alike = any(item[-1] == last[at - 1] and abs(len(item) - at) <= 1 for item in others)
        if alike and at >= 2 and len(last) - at >= 2:
            return 0 if last[at - 1].isdigit() else len(last) - at
    return 0


def _words_of(item: str, cut: Sequence[str]) -> Sequence[str]:
    """Give the words of the last item of a list, of those of the whole list."""
    for start in range(len(cut)):
        if "".join(cut[start:]) == item:
            return cut[start:]
    return ()


def behind_rate(items: Sequence[str]) -> int:
    """Count the 率 that the items of a list share: 批捕、起诉|率, 检验、报废|率."""
    last, others = items[-1], items[:-1]
    if not last.endswith("率") or last.endswith(_NO_RATES):
        return 0
    alike = all(2 <= len(item) <= 4 and abs(len(item) - len(last) + 1) <= 1 for item in others)
    return 1 if alike and not any(is_measure(item) for item in others) else 0


def behind_insured(items: Sequence[str]) -> int:
    """Count what stands behind the kind of insurance, or behind those insured, in the last item.

    养老、失业、工伤|保险参保人数; 机关事业单位、企业职工|养老保险参保率.
    """
    last, others = items[-1], items[:-1]
    found = INSURED.search(last)
    if not found:
        return 0
    if all(KIND_INSURED.fullmatch(item) for item in others):
        return len(last) - found.start("insurance")
    others_insured = any("保险" in item or KIND_INSURED.search(item) for item in others)
    return len(last) - found.start("kind") if found.start("kind") and not others_insured else 0


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
    whole = last[size:] in _SHARED_NOUNS  # 一产、二产、居民|用电
    alone = all((whole or item in cut) and len(item) == size for item in items[:-1])
    tail = last[size:]
    if tail.startswith(items[0]):  # 高速|公路、普通|公路里程
        return len(tail) - len(items[0])
    shared = is_measure(tail) or tail.endswith(_SHARED_NOUNS)
    shared = shared or _PARTS.issuperset((*items[:-1], last[:size]))  # 城区、乡镇、农村|群体访
    if not shared or _STANDING & set(items[:-1]):
        return 0
    return len(last) - size if alone else 0
