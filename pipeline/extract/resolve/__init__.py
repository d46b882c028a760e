"""resolve: the mentions of a sentence into rows, by a fold over what was said before.

Finding is done: a mention holds what its own clause says. Here each group of figures that share a
predicate takes a state and gives the next; the state is frozen, and holds the last rows only.
"""

from __future__ import annotations

from pipeline.extract.bracket_items import with_items
from pipeline.extract.compared import Compared
from pipeline.extract.gapped_verbs import with_verbs
from pipeline.extract.mentions import Sentence
from pipeline.extract.own_numbers import with_comparands
from pipeline.extract.resolve.changes import with_changes
from pipeline.extract.resolve.comparand_rows import with_comparand
from pipeline.extract.resolve.groups import group_from
from pipeline.extract.resolve.ranks import with_ranks
from pipeline.extract.resolve.roles import role_of
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.resolve.values import with_values
from pipeline.extract.row import Row
from pipeline.extract.timing import Times

__all__ = ["resolve"]

_PLACING = {"value": with_values, "change": with_changes, "rank": with_ranks}


def resolve(
    sentence: Sentence,
    times: Times,
    compared: Compared,
    earlier: tuple[Row, ...] = (),
    *,
    chained: bool = False,
) -> tuple[list[Row], Compared]:
    """Give the rows of a sentence, in order of their first figure, and what they are compared with.

    ``compared`` is what the changes of the sentences before were compared with, ``earlier`` are
    the last rows of those in the paragraph; ``chained``: a ； joins the sentence to the one before.
    """
    setting = Setting(sentence, times, sentence.view, chained)
    read = list(with_verbs(sentence, list(with_items(sentence, sentence.mentions()))))
    mentions = list(with_comparands(sentence, read))
    state, finished = State(compared=compared, earlier=earlier), list[Row]()
    at = 0
    while at < len(mentions):
        if mentions[at].comparand and (beside := with_comparand(setting, state, mentions[at])):
            state, at = beside, at + 1
            continue
        group = group_from(setting, state, mentions, at)
        at += len(group)
        if group[0].said.origin and at < len(mentions) and group[0].said.role != "change":
            state = state.based_on(group)
            continue
        owner = state.bases[0] if state.bases else group[0]
        role = role_of(setting, state, group, owner)
        state = _PLACING[role](setting, state, group)
        done, state = state.without_bases().settled(len(group))
        finished += done
    return [*finished, *state.rows], state.compared
