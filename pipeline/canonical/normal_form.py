"""The form in which two names of one thing are equal.

Spelling, scope, word order and words of count are set aside.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.lexicon.variants import variants
from pipeline.patterns import names as p
from pipeline.patterns.numbers import plain

_LONGEST = 500  # characters; what is longer is no name, and costs its square
_KEPT = 1 << 14  # names: those of some hundred reports


@lru_cache(_KEPT)
def normal_form(name: str) -> str:
    """The normal form of a name; never empty, and its own normal form.

    What is too long for a name stays as it is.

    >>> normal_form("城镇新增就业人数"), normal_form("新增城镇就业")
    ('新增城镇就业', '新增城镇就业')
    >>> normal_form("老旧小区改造"), normal_form("全市进出口总额")
    ('改造老旧小区', '进出口')
    """
    if len(name) > _LONGEST:
        return name
    forms = [name]
    while (following := _once(forms[-1])) not in forms:
        forms.append(following)
    # 办理竣工验收备案 is all verbs: each in turn moves to the front, and one of the round stands for all
    return min(forms[forms.index(following) :])


@lru_cache(_KEPT)
def spelled(name: str) -> str:
    """A name in one spelling, its words where they stand.

    >>> spelled("规上工业企业的“个转企”")
    '规模以上工业企业个转企'
    """
    form = p.MARKS.sub("", plain(name)) or name
    form = p.PARTICLE.sub("", form) or form
    return p.VARIANT.sub(lambda match: variants()[match.group()], form)


def _once(name: str) -> str:
    form = spelled(name)
    form = p.SHARE_NOUN.sub("比重", form)
    whole = p.WHOLE.match(form)
    form = form[whole.end() :] if whole else form
    form = _kept(form, p.AT_END.sub("", form))
    form = _newly(form)
    form = _kept(form, p.GROWTH_TAIL.sub("", form))
    form = _kept(form, p.COUNT_TAIL.sub("", form))
    last = p.VERB_LAST.search(form)
    return last["verb"] + form[: last.start()] if last else form


def _newly(form: str) -> str:
    """城镇新增就业 → 新增城镇就业; the one 新增 of a name, wherever it stands."""
    places = list(p.NEWLY.finditer(form))
    return (
        places[0].group() + form[: places[0].start()] + form[places[0].end() :]
        if len(places) == 1
        else form
    )


def _kept(form: str, shorter: str) -> str:
    """``shorter``, unless too little is left to name anything."""
    return shorter if len(shorter) >= 2 else form
