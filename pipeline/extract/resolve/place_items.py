"""Places as the items of a list: 新增企业860家，其中|东陵区|210家、|西山县|180家.

Each is counted as what was told before it, and the place is its scope.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.acting_places import is_place
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.extract.subjects import Head
from pipeline.lexicon import words
from pipeline.records import Span

_PARTS = frozenset(words("part_of_area"))
_RULE = "place_item"
_COUNTS_PLACES = frozenset("个家座处")


def valued(setting: Setting, state: State, lead: Mention, head: Head, behind: Span) -> Row | None:
    """Draft the row of a level of which only the place is said; None for others."""
    said = setting.sentence.text(Span(head.start, lead.subject.end))
    if setting.sentence.text(behind) or (said and not _is_item(said)):
        return None
    place = said or head.scope or NOTHING
    if not _is_item(place):
        return None
    near = state.near(chained=setting.chained)
    alike = [row for row in near if row.value and row.value.unit == lead.unit and not row.beside]
    kin = next((row for row in alike if row.scope and row.scope.last_rule == _RULE), None)
    if lead.unit in _COUNTS_PLACES and not (head.within or kin or place in _PARTS):
        return None  # 创建基地8个、|绿色工业园区|10个
    of = kin or next((row for row in alike if not (row.within or row.whole)), None)
    return _there(of, place, lead) if of else None


def moved(setting: Setting, state: State, found: Sequence[Phrase], owner: Mention) -> list[Row]:
    """Draft the rows of changes of which only the places are said; [] for others."""
    if not all(map(_is_item, found)):
        return []
    last = next(
        (row for row in state.near(chained=setting.chained) if row.changes or row.value), None
    )
    return [_there(last, place, owner) for place in found] if last else []


def parted(state: State, shared: Sequence[Phrase], lead: Mention) -> list[tuple[Phrase, Phrase]]:
    """Part names that a list of places opens into place and name; [] for others.

    临溪县、白石县分别|到位|52.3亿元和41.9亿元: 到位市外资金, where that was told before.
    """
    found = [(place, name[len(place) :]) for name in shared if (place := _opening(name))]
    if len(found) < len(shared) or not all(rest for _, rest in found):
        return []
    rest = str(found[0][1])
    known = next(
        (
            row.name.by("inherited")
            for row in state.antecedents
            if row.value and row.value.unit == lead.unit and row.name.startswith(rest)
        ),
        NOTHING,
    )
    return [(place.by(_RULE), known or name) for place, name in found]


def _opening(name: Phrase) -> Phrase:
    """Take the place that a name opens with."""
    sizes = range(min(len(name) - 1, 10), 1, -1)
    return next((name[:size] for size in sizes if is_place(str(name[:size]))), NOTHING)


def _is_item(text: str) -> bool:
    return text in _PARTS or is_place(str(text))


def _there(row: Row, place: Phrase, mention: Mention) -> Row:
    """Draft a row of the same thing in another place."""
    again = row.again()
    if row.name in _PARTS and str(place) in _PARTS:  # CPI上涨，其中|城市|上涨0.6%，|农村|上涨0.9%
        return replace(row.again(), name=place.by(_RULE), mention=mention, whole=row.whole)
    opens = max((one for one in _PARTS if row.name.startswith(one)), key=len, default="")
    if opens and str(place) in _PARTS and len(row.name) > len(opens):  # 城镇|零售额；|乡村|38亿元
        name = place.by(_RULE) + row.name[len(opens) :].by("inherited")
        return replace(again, name=name, mention=mention, action=row.action)
    part = max((one for one in _PARTS if row.name.endswith(one)), key=len, default="")
    if part and str(place) in _PARTS and len(row.name) > len(part):  # 低保标准|城市|760元，|农村|620元
        name = row.name.removesuffix(part).by("inherited") + place.by(_RULE)
        return replace(again, name=name, mention=mention, action=row.action, whole=NOTHING)
    return replace(
        again, mention=mention, scope=place.by(_RULE), action=row.action, whole=NOTHING
    )
