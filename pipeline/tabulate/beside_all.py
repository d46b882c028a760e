"""The heads of a block, each with what it takes from those beside it and from the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.tables.figures import Figure
from pipeline.tables.units import Unit
from pipeline.tabulate.beside import amounts, flows, funded, paired, peers, told_apart
from pipeline.tabulate.beside_parts import averages, parts_go_on, shared_units
from pipeline.tabulate.beside_shares import of_levels
from pipeline.tabulate.beside_times import (
    before,
    one_time,
    parted,
    reached,
    same_time,
    since_before,
)
from pipeline.tabulate.beside_units import in_order
from pipeline.tabulate.by_counts import by_counts
from pipeline.tabulate.head import Head
from pipeline.tabulate.over_years import over_years
from pipeline.tabulate.period import Period
from pipeline.tabulate.reckoned import reckoned
from pipeline.tabulate.sums import added_up


def beside(
    heads: dict[int, Head],
    rows: Sequence[Mapping[int, Figure]],
    notes: Sequence[Unit],
    now: Period | None,
    *,
    timed: bool,
) -> dict[int, Head]:
    """The heads as those beside them complete them: ``rows`` are the numbers, ``notes`` the units
    above the table, ``now`` its time; ``timed``: it or the rows say that."""
    found = reckoned(flows(peers(funded(parts_go_on(heads)))), rows)
    found = averages(added_up(by_counts(found, rows), rows))
    found = amounts(found, notes)
    found = before(same_time(parted(found, now), now), now)
    found = over_years(found, rows)
    found = found if timed else one_time(found, now)
    found = shared_units(paired(since_before(reached(of_levels(found, rows)))))
    return told_apart(in_order(found, notes))
