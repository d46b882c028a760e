"""What each clause does, by the parts its words play."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.hints import NUMBER, ROLES, Hints

Numbers = NDArray[np.int64]

# an action (推进…, 出台…), how things turned out (…增长5%, 形势向好), an output counted (建成7个), none of these
TYPES = ("act", "outcome", "output", "none")
# an output is told early in its clause: within so many words of its head
_EARLY = 3


def clause_types(hints: Hints, begins: Numbers) -> Numbers:
    """The type of each clause, as its place in ``TYPES``.

    ``hints`` has one entry a word; clause ``i`` begins with word ``begins[i]``.
    """
    count = len(hints)
    if not count:
        return np.zeros(0, np.int64)
    place, ends = np.arange(count), np.append(begins[1:], count)
    clause = np.repeat(np.arange(len(begins)), ends - begins)

    def plays(role: str) -> NDArray[np.bool_]:
        return np.asarray((hints & ROLES[role]) != 0)

    def first(where: NDArray[np.bool_]) -> Numbers:
        return np.asarray(np.minimum.reduceat(np.where(where, place, count), begins))

    def last(where: NDArray[np.bool_]) -> Numbers:
        return np.asarray(np.maximum.reduceat(np.where(where, place, -1), begins))

    head = np.minimum(first(~plays("modifier")), ends)
    outcomes = plays("outcome")
    outcomes[:-1] |= plays("degree")[:-1] & plays("better")[1:] & (clause[1:] == clause[:-1])
    number, outcome, output = last((hints & NUMBER) != 0), last(outcomes), first(plays("output"))
    act = first(plays("act") & (place >= head[clause]))
    acts = (act < ends) & ((act == head) | plays("preposition")[np.minimum(head, count - 1)])
    delivered = (output < head + _EARLY) & (output <= number)
    turned_out = np.where(acts, (number >= 0) & (outcome > act), outcome >= 0)
    return np.select(
        [delivered, turned_out, acts],
        [TYPES.index("output"), TYPES.index("outcome"), TYPES.index("act")],
        TYPES.index("none"),
    )
