"""How far a report is: what is read in parts says which comes next, and whoever waits for it may
listen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["page", "sheet", "table"]


class Part(NamedTuple):
    """A part that is next: the page of a scan, the sheet of a workbook, a table;
    ``number`` counts from 1.
    """

    kind: Kind
    number: int
    total: int


Listener = Callable[[Part], None]


class _Listening:
    tell: Listener = staticmethod(lambda _part: None)


def listen(tell: Listener) -> None:
    """Have ``tell`` called with each part before it is read, in this process."""
    _Listening.tell = staticmethod(tell)


def reach(kind: Kind, number: int, total: int) -> None:
    """Say that a part is next."""
    _Listening.tell(Part(kind, number, total))
