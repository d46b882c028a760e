"""The JSON text of a document, one record a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator


def written(document: dict[str, object]) -> str:
    """The document as JSON text, one record a line.

    What changed in a report shows as lines, and it takes a tenth of the time of an indented one.

    >>> document = {"text": "增长5%", "passages": [{"id": "p1"}, {"id": "p2"}], "checks": []}
    >>> print(written(document), end="")
    {
     "text": "增长5%",
     "passages": [
      {"id": "p1"},
      {"id": "p2"}
     ],
     "checks": []
    }
    """
    return "".join(pieces(document.items()))


def pieces(members: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield the text of ``written`` record by record.

    A document of many tables is never held as a whole.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    yield "{\n"
    for number, (key, value) in enumerate(members):
        yield f"{',' if number else ''}{chr(10) if number else ''} {encode(key)}: "
        if not isinstance(value, list | Iterator):
            yield encode(value)
            continue
        yield "["
        at = -1
        for at, record in enumerate(value):
            yield ("," if at else "") + "\n  "
            yield from _record(record, encode)
        yield "\n ]" if at >= 0 else "]"
    yield "\n}\n"


def _record(record: object, encode: Callable[[object], str]) -> Iterator[str]:
    """Yield the text of a record, its iterators one by one."""
    streams = isinstance(record, dict) and any(isinstance(one, Iterator) for one in record.values())
    if not isinstance(record, dict) or not streams:
        yield encode(record)
        return
    for number, (key, value) in enumerate(record.items()):
        yield f"{', ' if number else '{'}{encode(key)}: "
        if not isinstance(value, Iterator):
            yield encode(value)
            continue
        yield "["
        for at, one in enumerate(value):
            yield (", " if at else "") + encode(one)
        yield "]"
    yield "}"
