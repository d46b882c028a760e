"""What is left of a list: 居住场所火灾68起，仓储火灾32起，|其他|57起 are other fires."""

from __future__ import annotations

from pipeline.extract import measures
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.resolve import ellipsis, units, wholes
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.extract.subjects import Head
from pipeline.records import Span

_OTHERS = ("其他", "其它")
_LONGEST_THING = 6
_SHORTEST = 2
_PAIR = 2


def counted(setting: Setting, state: State, lead: Mention, head: Head, behind: Span) -> Row | None:
    """Draft the row of the others of a list, by what ends the items before or by their whole.

    None for other figures, and where nothing of the kind was told.
    """
    own = setting.sentence.text(Span(head.start, lead.subject.end)).removesuffix("的")
    if own not in _OTHERS or setting.sentence.text(behind):
        return None
    told = (row for row in reversed(state.recent) if lead.bracketed or not row.mention.bracketed)
    alike = (row for row in told if row.value and units.of_whole(row.value.unit, lead.unit))
    before = next(alike, None)
    if before is None:
        return None
    whole = wholes.whole_of(setting, state, lead, head) or before.whole
    verb = before.action if before.action and before.name.startswith(before.action) else ""
    thing = _ending(setting, state, before, lead) or _of_whole(state, whole)
    name = before.name[: len(verb)].by("gapping") + own + thing
    return Row(name, head.scope, lead, verb, within=head.within, whole=whole)


def _ending(setting: Setting, state: State, before: Row, lead: Mention) -> Phrase:
    """Give what the last two items end in alike: 火灾 of 居住场所火灾、仓储火灾."""
    alike = [row for row in state.recent if row.value and row.value.unit == lead.unit]
    pair = alike[alike.index(before) - 1 :][:_PAIR] if before in alike[1:] else []
    if len(pair) < _PAIR:
        return NOTHING
    first, last = (row.name.removeprefix(row.action) for row in pair)
    size = 0
    shortest = min(len(first), len(last))
    while size < shortest and first[-size - 1] == last[-size - 1]:
        size += 1
    while size and not setting.sentence.edges[last[-size:].start]:
        size -= 1  # 食|品案件, 药|品案件
    return last[-size:].by("shared_head") if size >= _SHORTEST and first != last else NOTHING


def _of_whole(state: State, whole: Phrase) -> Phrase:
    """Give what the whole is of: 其他|收入 of 总收入, 其他|建议 of 办理建议; an act has nothing."""
    of = next((row for row in state.antecedents if whole and row.name == whole), None)
    if of is None:
        return NOTHING
    thing = ellipsis.thing_of(of)
    measure = measures.measure_of(thing)
    if measure:
        thing = thing[len(thing) - len(measure) :].removeprefix("总")
    fits = _SHORTEST <= len(thing) <= _LONGEST_THING and str(thing) != of.action
    return thing.by("shared_head") if fits else NOTHING
