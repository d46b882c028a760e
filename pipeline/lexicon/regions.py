"""Places and their GB/T 2260 codes, from ``regions.tsv``: today's and those of earlier years."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex

from pipeline.errors import LexiconError
from pipeline.lexicon.words import words

_MOST_YEARS_OFF = 5  # for which a name is still used, or used already
_LONGEST_BARE = 4  # characters of a name without its kind


class Place(NamedTuple):
    """A code, a name it had, and the years in which it had it.

    ``since`` is 0 and ``until`` 9999 where the years are open.
    """

    name: str
    code: str
    since: int
    until: int

    def years_off(self, year: int | None) -> int:
        """How far ``year`` lies outside the years of this name.

        Without a year, how far today does.
        """
        year = 9999 if year is None else year
        return max(self.since - year, year - self.until, 0)


@cache
def regions() -> dict[str, tuple[Place, ...]]:
    """The places that bear or bore a name, full or short (鼓楼区 is in five cities; 恩施州).

    Raises ``LexiconError`` with file and line.
    """
    table: dict[str, list[Place]] = {}
    for number, line in enumerate(
        files(__package__).joinpath("regions.tsv").read_text(encoding="utf-8").splitlines(), 1
    ):
        if not line or line.startswith("#"):
            continue
        name, code, since, until = (*line.split("\t"), "", "", "")[:4]
        if len(code) != 6 or not code.isdigit() or not (since + until + "0").isdigit():
            raise LexiconError(
                f"{line!r} is no name, code and years",
                place=f"regions.tsv:{number}",
                remedy="Write name, tab, code; where known tab, first year, tab, last year.",
            )
        place = Place(name, code, int(since or 0), int(until or 9999))
        for called in {name, *short_names(name, code)}:
            table.setdefault(called, []).append(place)
    return {name: tuple(places) for name, places in table.items()}


def short_names(name: str, code: str) -> tuple[str, ...]:
    """What a place is called for short: without its peoples, a province without its kind, or as
    custom has it.

    >>> [short_names(*one) for one in (("恩施土家族苗族自治州", "422800"), ("湖南省", "430000"))]
    [('恩施州',), ('湖南',)]
    >>> short_names("博尔塔拉蒙古自治州", "652700")
    ('博尔塔拉州', '博州')
    """
    if code.endswith("0000"):
        return (_AUTONOMOUS.get(name) or name.removesuffix("省").removesuffix("市"),)
    shortened = _without_peoples(name)
    return tuple(dict.fromkeys((*shortened, *_usual().get(name, ()))))


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    """What places are called for short by custom, from ``short_regions.tsv``."""
    table = files(__package__).joinpath("short_regions.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: tuple(short.split()) for name, short in pairs}


def _without_peoples(name: str) -> tuple[str, ...]:
    kind = next((kind for kind in ("自治州", "自治县", "自治旗") if name.endswith(kind)), "")
    if not kind:
        return ()
    bare = name.removesuffix(kind)
    while people := next(
        (
            people
            for people in words("ethnic_groups")
            if bare.endswith(people) and len(bare) > len(people) + 1
        ),
        "",
    ):
        bare = bare.removesuffix(people).removesuffix("各")
    return (bare + kind.removeprefix("自治"),) if bare + kind != name else ()


_AUTONOMOUS = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}


def leading(text: str, year: int | None = None) -> tuple[str, str] | None:
    """The chain of place names that ``text`` opens with, as (full name, code) of its last link.

    Names are those of ``year``. None without one, or where it is not unique.

    >>> leading("湖南省常德市公安局"), leading("鼓楼区教育局")
    (('常德市', '430700'), None)
    >>> leading("巢湖市", 2006), leading("巢湖市", 2023), leading("恩施州水利局")
    (('巢湖市', '341400'), ('巢湖市', '340181'), ('恩施土家族苗族自治州', '422800'))
    """
    found, _ = _chain(text, year)
    return (found.name, found.code) if found else None


def bare(
    text: str, behind: regex.Pattern[str], year: int | None = None
) -> tuple[str, str] | None:
    """The city or county that ``text`` opens with by its name alone, as (full name, code).

    ``behind`` is what follows such a name; its province may stand before it. None where no place
    bore the name in ``year``, or several did.

    >>> customs = regex.compile("海关")
    >>> bare("江苏靖江海关", customs, 2023), bare("锦州湾海关", customs, 2023)
    (('靖江市', '321282'), None)
    """
    within, at = _chain(text, year)
    for length in range(_LONGEST_BARE, 1, -1):
        if not behind.match(text, at + length):
            continue
        named = [
            place
            for kind in ("市", "县")
            for place in regions().get(text[at : at + length] + kind, ())
            if not place.years_off(year) and (within is None or _is_inside(place, within))
        ]
        cities = [place for place in named if place.code.endswith("00")] or named
        if len({place.code for place in cities}) == 1:
            return cities[0].name, cities[0].code
    return None


def _chain(text: str, year: int | None) -> tuple[Place | None, int]:
    """The last link of the chain of place names that ``text`` opens with, and where it ends."""
    found: Place | None = None
    at = 0
    while at < len(text):
        for length in range(min(16, len(text) - at), 1, -1):
            place = _one(regions().get(text[at : at + length], ()), found, year)
            if place:
                found, at = place, at + length
                break
        else:
            break
    return found, at


def _is_inside(place: Place, within: Place) -> bool:
    return place.code.startswith(within.code.rstrip("0")) and place.code != within.code


def _one(places: tuple[Place, ...], within: Place | None, year: int | None) -> Place | None:
    """The one place inside ``within`` that bore the name in ``year``, or nearest to it.

    None where several did.
    """
    inside = [
        place
        for place in places
        if within is None or _is_inside(place, within)
    ]
    nearest = min((place.years_off(year) for place in inside), default=0)
    if year is not None and nearest > _MOST_YEARS_OFF:
        return None  # 临川市 of 2000, in 2023
    best = {place.code: place for place in inside if place.years_off(year) == nearest}
    return next(iter(best.values())) if len(best) == 1 else None
