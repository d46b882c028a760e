"""canonical: what joins the figures of one thing over reports, and the name that people read.

The two are apart: the key is made for joining and is shown to nobody; the name shown is one that a
report wrote, or the lexicon's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.canonical.composed import composed
from pipeline.canonical.counted import counted
from pipeline.canonical.family import family_code
from pipeline.canonical.normal_form import normal_form, spelled
from pipeline.canonical.shown import as_written, readings, shown
from pipeline.errors import LexiconError
from pipeline.lexicon import words
from pipeline.lexicon.indicators import Entry, indicators
from pipeline.patterns.names import UNPURPOSED
from pipeline.records import Indicator, Packed

__all__ = ["canonical", "key", "key_of", "name_and_code", "thing"]

_MOST_HELD = 20_000  # names and codes


def canonical(found: Iterable[Indicator], *, place: str | None = None) -> Packed[Indicator]:
    """The indicators with ``canonical`` and ``code`` set.

    The name is the lexicon's, else the one written, its words in the order of the text, without
    what is said of the whole area and without notes on the number. ``place`` is the area that
    reports: its own name is no part of what is measured.
    """
    return Packed(Indicator, _each_named(found, place or ""), whole=_is_told)


def _each_named(found: Iterable[Indicator], place: str) -> Iterator[Indicator]:
    held: dict[str, str] = {}  # the rows of a table share names and codes
    for indicator in found:
        if len(held) > _MOST_HELD:
            held.clear()
        yield _named(indicator, place, held)


def _is_told(indicator: Indicator) -> bool:
    return indicator.cell is None


def _named(indicator: Indicator, place: str, held: dict[str, str]) -> Indicator:
    unit = indicator.value.unit if indicator.value else ""
    name, code = name_and_code(indicator.name, place=place, topic=indicator.topic, unit=unit)
    if code not in indicators():
        name = shown(as_written(indicator))
    name = indicator.name if name == indicator.name else held.setdefault(name, name)
    code = held.setdefault(code, code) if code else code
    return replace(indicator, canonical=name, code=code)


def name_and_code(
    name: str, *, place: str = "", topic: str | None = None, unit: str = ""
) -> tuple[str, str | None]:
    """The name that people read for the thing that ``name`` names, and its code.

    The code is that of an entry of the lexicon, of a thing and what was done with it; else made of
    its words where the lexicon knows them all; else of the family that the last word belongs to,
    with the name; None where the name alone says too little (企业, 投资).

    >>> name_and_code("新增城镇就业")
    ('城镇新增就业', 'urban_new_jobs')
    >>> name_and_code("实施老旧小区改造", unit="个"), name_and_code("成功创建省级绿色工厂", unit="家")
    (('改造老旧小区', 'renovated_estates'), ('成功创建省级绿色工厂', 'green_factories_grown_provincial'))
    >>> name_and_code("全市康养产业增加值", unit="元")
    ('康养产业增加值', 'value_added:康养产业增加值')
    >>> name_and_code("泵阀产业增加值", unit="元")
    ('泵阀产业增加值', 'value_added:泵阀产业增加值')
    """
    read = tuple(dict.fromkeys(readings(name, place)))
    if entry := _entry_of(read, unit):
        return entry
    said = shown(name)
    unpurposed = UNPURPOSED.fullmatch(spelled(said))
    if unpurposed and not topic:
        return said, None
    for reading in () if unpurposed else read:
        if code := composed(reading, topic, unit):
            return said, code
    return said, family_code(normal_form(said), topic, unit)


def _entry_of(read: Sequence[str], unit: str) -> tuple[str, str] | None:
    """The name and code of the entry that one of the readings of a name names."""
    for reading in read:
        if entry := _known().get(normal_form(reading)):
            return entry.name, entry.code
    for reading in read:
        if found := counted(reading, unit):
            known = _known().get(normal_form(found[0]))
            return (known.name, known.code) if known else (shown(read[0]), found[1])
    return None


def thing(name: str) -> str:
    """What two names of one thing in one report share: the code of an entry, else the normal form.

    >>> thing("全市社会消费品零售总额") == thing("社零总额"), thing("泵阀产业产值")
    (True, '泵阀产业产值')
    """
    entry = _entry_of(tuple(dict.fromkeys(readings(name, ""))), "")
    return entry[1] if entry else normal_form(shown(name))


def key(indicator: Indicator) -> str:
    """What joins figures of one thing over reports.

    Empty where a name says too little to join by.
    """
    return key_of(indicator.name, indicator.topic, indicator.code)


def key_of(name: str, topic: str | None, code: str | None) -> str:
    """The code; else head, measure and topic in the form in which names of one thing are equal."""
    if code:
        return code
    form = normal_form(shown(name))
    about = normal_form(topic) if topic else ""
    if not about and (form in _generic() or UNPURPOSED.fullmatch(form)):
        return ""
    return f"{about}|{form}" if about else form


@cache
def _generic() -> frozenset[str]:
    return frozenset(normal_form(word) for word in words("generic"))


@cache
def _known() -> dict[str, Entry]:
    """Entries by the normal form of each of their names.

    Raises ``LexiconError`` where two entries share one.
    """
    table: dict[str, Entry] = {}
    for entry in indicators().values():
        for name in (entry.name, *entry.aliases):
            other = table.setdefault(normal_form(name), entry)
            if other is not entry:
                raise LexiconError(
                    f"{name!r} has the normal form of a name of {other.code!r}",
                    place=f"indicators.toml [{entry.code}]",
                    remedy="Leave it with one of the two.",
                )
    return table
