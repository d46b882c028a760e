"""File names, which are bytes from anywhere: into names of results, into documents, onto screens."""

from __future__ import annotations

import hashlib
import os

_LONGEST = 240  # bytes; file systems take 255, and ``_…parquet.old`` is put around


def component(name: str) -> str:
    """``name`` as one component of a path: never a way up, never empty, and at most 240 bytes (then cut, with a digest of the whole).

    >>> component("报告"), component(".."), len(os.fsencode(component("长" * 100)))
    ('报告', '_..', 238)
    """
    if name in ("", ".", "..") or os.sep in name or "\0" in name:
        name = "_" + name.replace(os.sep, "_").replace("\0", "_")
    raw = os.fsencode(name)
    if len(raw) <= _LONGEST:
        return name
    digest = hashlib.sha256(raw).hexdigest()[:12]
    kept = raw[: _LONGEST - len(digest) - 1]
    while kept and raw[len(kept)] & 0xC0 == 0x80:  # never through a character
        kept = kept[:-1]
    return f"{os.fsdecode(kept)}-{digest}"


def unicode_of(name: str) -> str:
    r"""A file name as valid Unicode, for a document: bytes that are no UTF-8 are written ``\xNN``.

    >>> unicode_of(os.fsdecode(b"a\xff.txt"))
    'a\\xff.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def on_screen(text: str) -> str:
    r"""One line for a terminal: line breaks, control and bidirectional characters are written as escapes.

    >>> on_screen("两\n行\u202e")
    '两\\n行\\u202e'
    """
    return "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode("ascii") for c in unicode_of(text))
