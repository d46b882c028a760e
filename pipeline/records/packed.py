"""Records in order, which may be very many: all behind the first thousands are held packed, and
each made anew when asked for."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

_Record = TypeVar("_Record")
_LOOSE = 5_000  # records that are held as they are: no report of sentences has as many
_BLOCK = 1_000  # records that are packed together
_QUICK = 1  # the level of zlib: another takes five times as long for a tenth less


class Packed(Sequence[_Record]):
    """Records of one ``kind``, a dataclass; those behind the first thousands take a tenth of their
    memory. Records that ``whole`` tells of are never packed: they are asked for one by one."""

    def __init__(
        self,
        kind: type[_Record],
        records: Iterable[_Record] = (),
        *,
        whole: Callable[[_Record], bool] = lambda _record: False,
    ) -> None:
        """Hold ``records``, taken one after the other."""
        self._kind, self._whole = kind, whole
        self._runs: list[list[_Record] | bytes] = []
        self._ends: list[int] = []  # where each run ends, counted in records
        last: list[_Record] = []
        packs = False
        for number, one in enumerate(records):
            turns = packs != (number >= _LOOSE and not whole(one))
            if turns or (packs and len(last) == _BLOCK):
                self._close(last, packs=packs)
                last, packs = [], packs != turns
            last.append(one)
        self._close(last, packs=packs)

    def _close(self, run: list[_Record], *, packs: bool) -> None:
        if run:
            self._ends.append(len(self) + len(run))
            self._runs.append(_pack(run) if packs else run)

    @property
    def loose(self) -> Iterator[_Record]:
        """The records that are not packed, all that ``whole`` tells of among them."""
        return (one for run in self._runs if not isinstance(run, bytes) for one in run)

    def mapped(self, change: Callable[[_Record], _Record]) -> Packed[_Record]:
        """Give the records with each changed."""
        return Packed(self._kind, map(change, self), whole=self._whole)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[_Record]:
        for run in self._runs:
            yield from self._records(run)

    def _records(self, run: list[_Record] | bytes) -> list[_Record]:
        return _unpack(self._kind, run) if isinstance(run, bytes) else run

    @overload
    def __getitem__(self, at: int) -> _Record: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[_Record, ...]: ...

    def __getitem__(self, at: int | slice) -> _Record | tuple[_Record, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        place = range(len(self))[at]
        run = bisect_right(self._ends, place)
        return self._records(self._runs[run])[place - self._ends[run]]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Packed) and len(self) == len(other) and all(map(_same, self, other))
        )

    def __hash__(self) -> int:
        return hash((self._kind, len(self)))

    def __repr__(self) -> str:
        return f"Packed({self._kind.__name__}, {list(self)!r})"


def _same(one: object, other: object) -> bool:
    return one == other


def _pack(records: Sequence[Any]) -> bytes:
    import msgspec  # only a report of very many numbers needs it

    return zlib.compress(msgspec.msgpack.encode(records), _QUICK)


def _unpack(kind: type[_Record], packed: bytes) -> list[_Record]:
    import msgspec

    plain = zlib.decompress(packed)
    return msgspec.msgpack.decode(plain, type=list[kind])  # type: ignore[valid-type]
