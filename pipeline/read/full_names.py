"""The full name of a body that a document also calls by a shorter one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.patterns import full_names as f
from pipeline.patterns import issuers as b

_WIDEST = 6  # characters left out at one place of a name
_MOST = 24  # characters by which a full name is longer
_ALIKE = 0.8  # of a signature that a title's name shares


def fullest(name: str, names: Sequence[str], signatures: Sequence[str]) -> str:
    """The longest of ``names`` that is the same body as ``name``; as it signs itself, where the
    title words it otherwise.

    >>> fullest("某县文联", ["某县文学艺术界联合会", "某县文旅局"], [])
    '某县文学艺术界联合会'
    """
    if name.startswith(f.LONG_PARTY) and (called := _called(name, names)):
        return called
    bare = f.OTHER_NAME.sub("", name)
    if bare != name and any(is_short_for(sign, bare) for sign in signatures):
        name = bare
    full = max((one for one in names if is_short_for(name, one)), key=len, default=name)
    if full == name and (sign := next((s for s in signatures if _otherwise(name, s)), None)):
        return sign
    return full


def sign_of(short: str) -> str:
    """A character that every fuller name of a body holds, where that can be said: the last.

    >>> sign_of("某县文联"), sign_of("某区工商业联合会（总商会）")
    ('联', '会')
    """
    return "" if short.startswith(f.LONG_PARTY) else f.OTHER_NAME.sub("", short)[-1]


def is_of(part: str, name: str) -> bool:
    """Whether ``name`` says whose the part is: 董事会 | 某公司董事会, 居委会 | 某社区居民委员会."""
    if f.WORDS_BEFORE.search(name):
        return False
    return name != part and (name.endswith(part) or is_short_for(part, name))


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is a shorter name of the body ``full``.

    >>> is_short_for("行署", "某某地区行政公署"), is_short_for("某县公安局", "某县公安局城关分局")
    (True, False)
    >>> is_short_for("某县农商行", "某县农村商业银行股份有限公司")
    True
    """
    short, full = (name.replace(f.RURAL_BANK, f.RURAL_BANK_SHORT) for name in (short, full))
    if not len(short) < len(full) <= len(short) + _MOST:
        return False
    if full.endswith(short):
        before = len(full) - len(short)
        return not b.PART_OF_BODY.fullmatch(short) and not f.WORDS_BEFORE.search(full, 0, before)
    if full.startswith(short) and f.COMPANY_TAIL.fullmatch(full, len(short)):
        return True
    return _abbreviates(short, full)


def _abbreviates(short: str, full: str) -> bool:
    """Whether the characters of ``short`` stand in ``full`` in order, no other body between."""
    at = len(full)
    places: list[int] = []
    for character in reversed(short):
        at = full.rfind(character, 0, at)
        if at < 0:
            return False
        places.insert(0, at)
    if full[places[-1] + 1 :] not in f.LEFT_OUT_BEHIND:
        return False
    gaps = [full[a + 1 : b] for a, b in pairwise(places)]
    return all(len(gap) <= _WIDEST and not f.BODY_INSIDE.search(gap) for gap in gaps)


def _called(name: str, names: Sequence[str]) -> str | None:
    """What the speaker calls the body of a party that a title names in full: 中国人民政治协商会议某县委员会
    | 政协某县委员会."""
    for short in names:
        rest = short.removeprefix("政协")
        if rest != short and name.removeprefix(f.LONG_PARTY).endswith(rest[-_WIDEST:]):
            return short
    return None


def _otherwise(name: str, sign: str) -> bool:
    """Whether a signature names the same body in other words, none of them in place of another:
    驻某县某镇某村工作队 | 驻某镇某村帮扶工作队."""
    ends = len(sign) > _WIDEST and sign[0] == name[0] and sign[-2:] == name[-2:]
    if not ends or is_short_for(sign, name):
        return False
    compared = SequenceMatcher(None, name, sign, autojunk=False)
    if any(kind == "replace" for kind, *_ in compared.get_opcodes()):
        return False
    return sum(block.size for block in compared.get_matching_blocks()) >= _ALIKE * len(sign)
