"""The family of a name that no entry of the lexicon names: what its last word says it is."""

from __future__ import annotations

from functools import cache

from pipeline.canonical.normal_form import normal_form
from pipeline.lexicon import units, words
from pipeline.lexicon.families import OF, OF_PARTS, Family, tails

_LONGEST = 8  # characters of a tail
_TELLING = 2  # characters that must stand before a short one
_SPEAKS = 4  # characters of a tail that says enough by itself: 驰名商标
_NO_UNIT = frozenset(("", "%", "百分点", "千分点", "倍", "‰"))


def family_code(form: str, topic: str | None, unit: str) -> str | None:
    """The code of a normal form by its family.

    None where no tail fits, its unit is of another kind, or it says too little.

    >>> family_code("旅游产业增加值", None, "元")
    'value_added:旅游产业增加值'
    >>> family_code("增加值", None, "元"), family_code("增加值", "新兴产业", "元")
    (None, 'value_added:新兴产业|增加值')
    """
    tail = next((form[-n:] for n in range(_LONGEST, 0, -1) if form[-n:] in tails()), None)
    if tail is None or not _counted(tails()[tail], unit) or "、" in form:
        return None  # 工业投资、民间投资占比 is no one thing
    if not topic and _bare(form, tail):
        return None
    about = f"{normal_form(topic)}|" if topic else ""
    return f"{tails()[tail].code}{OF}{about}{form}".replace(OF_PARTS, "／")


def _counted(family: Family, unit: str) -> bool:
    """Whether a figure may be of a family: a bare change may always be, a share only of a rate."""
    if unit in _NO_UNIT:
        return family.kind != "level" or unit != "%"
    known = units().get(unit.split("/")[0])
    return (known.kind if known else unit) in family.units


def _bare(form: str, tail: str) -> bool:
    """Whether nothing stands before a short tail but a verb: 实施项目, 企业."""
    rest = form.removesuffix(tail)
    short = len(tail) < _SPEAKS and (len(rest) < _TELLING or rest in _verbs())
    return short or form in words("generic")


@cache
def _verbs() -> frozenset[str]:
    return frozenset((*words("action"), *words("light")))
