"""How something moved before and how it moves now: 由上年的下降6.4%转为增长3.5%, of two times."""

from __future__ import annotations

from pipeline.extract.resolve.state import State
from pipeline.extract.row import Row


def level(state: State, before: Row) -> int | None:
    """Find the row of the level of what moved otherwise before; None where none was said.

    |产值22.6亿元|，由上半年的增长5.3%转为下降1.8%: the fall is of it.
    """
    rows = state.rows
    found = (i for i in reversed(range(len(rows))) if rows[i].name == before.name)
    return next((i for i in found if rows[i].value), None)
