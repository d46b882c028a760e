"""The entry of a name that says what was done with how many of a thing: 新增省级绿色工厂, 老旧小区改造."""

from __future__ import annotations

from functools import cache

from pipeline.canonical.normal_form import normal_form, spelled
from pipeline.lexicon.things import BARE, Thing, code_of, things

_SHORTEST = 2  # characters of a thing
# 实施|老旧小区改造, 完成|国土绿化: what only leads to an act
_LEADS = ("", "实施", "完成", "组织实施", "全面完成", "累计", "开展", "办好", "新增")


def counted(name: str, unit: str) -> tuple[str, str] | None:
    """The name for people and the code of what ``name`` counts.

    None where it names no thing with an act of its own.

    >>> counted("新认定省级绿色工厂", "家"), counted("实施老旧小区改造", "个")
    (('新增省级绿色工厂', 'green_factories_new_provincial'), ('改造老旧小区', 'old_estates_renewed'))
    """
    if unit == "%" or "、" in name[-1:]:
        return None
    known = things()
    for lead in _LEADS:
        if lead and not name.startswith(lead):
            continue
        for act, rest in _acts(spelled(name[len(lead) :])):
            if thing := _named().get((act, normal_form(rest))):
                return known.shown(thing, act, ""), code_of(thing, act, "")
            grade, bare = _graded(rest)
            if grade and (thing := _named().get((act, bare))):
                return known.shown(thing, act, grade), code_of(thing, act, grade)
    return None


def _acts(name: str) -> list[tuple[str, str]]:
    """Each act that a name may begin or end with, and the thing that is left.

    The longest spelling stands first.
    """
    known, found = _spellings(), list[tuple[str, str]]()
    for size in range(min(_longest(), len(name) - _SHORTEST), 0, -1):
        start, end = name[:size], name[-size:]
        if start not in known and end not in known:
            continue
        for spelling in sorted({start, end} & known.keys()):
            if spelling == start:
                found += [(key, name[size:]) for key in known[spelling]]
            if spelling == end:
                found += [(key, name[:-size]) for key in known[spelling]]
    return [*found, (BARE, name)]


def _graded(name: str) -> tuple[str, str]:
    """The grade that a name begins with, and what is left of it."""
    grades, sizes = _grades()
    if name[:1] in sizes:
        for size in sizes[name[0]]:
            if len(name) >= size + _SHORTEST and (grade := grades.get(name[:size])):
                return grade, normal_form(name[size:])
    return "", normal_form(name)


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """The acts that each spelling may stand for."""
    keys: dict[str, set[str]] = {}
    for key, written in things().acts.items():
        for one in written:
            keys.setdefault(spelled(one), set()).add(key)
    return {spelling: tuple(sorted(acts)) for spelling, acts in keys.items()}


@cache
def _longest() -> int:
    return max(map(len, _spellings()), default=0)


@cache
def _grades() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """Grades by how they are spelled, and the lengths of these spellings.

    The lengths are by first character, the longest first.
    """
    grades, sizes = dict[str, str](), dict[str, set[int]]()
    for key, written in things().grades.items():
        for one in map(spelled, written):
            grades.setdefault(one, key)
            sizes.setdefault(one[0], set()).add(len(one))
    return grades, {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


@cache
def _named() -> dict[tuple[str, str], Thing]:
    return {
        (act, normal_form(name)): thing
        for thing in things().things.values() for act in thing.acts for name in thing.names
    }  # fmt: skip
