"""File names, bytes from anywhere: into names of results, into documents, onto screens."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import PureWindowsPath

_LONGEST = 240  # bytes; file systems take 255, and ``_…parquet.old`` is put around

_SIGNS = {ord(sign): "_" for sign in '<>:"/\\|?*'} | dict.fromkeys(range(32), "_")


def component(name: str) -> str:
    """``name`` as one component of a path: never a way up, never empty,
    and at most 240 bytes (then cut, with a digest of the whole).

    >>> component("报告"), component(".."), len(os.fsencode(component("长" * 100)))
    ('报告', '_..', 238)
    """
    if sys.platform == "win32":
        name = _on_windows(name)
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


def _on_windows(name: str) -> str:
    """A name that Windows takes.

    Without signs that mean something there, blanks or dots at its end, or the name of a device.

    >>> _on_windows('审计: "问题"? '), _on_windows("NUL"), _on_windows("报告")
    ('审计_ _问题__', '_NUL', '报告')
    """
    found = name.translate(_SIGNS).rstrip(". ")
    return f"_{found}" if PureWindowsPath(found).is_reserved() else found


def unicode_of(name: str) -> str:
    r"""A file name as valid Unicode, for a document: bytes that are no UTF-8 are written ``\xNN``.

    >>> unicode_of(os.fsdecode(b"a\xff.txt"))
    'a\\xff.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def on_screen(text: str) -> str:
    r"""One line for a terminal: line breaks, control and bidirectional characters are written as
    escapes.

    >>> on_screen("两\n行\u202e")
    '两\\n行\\u202e'
    """
    return "".join(
        c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode("ascii")
        for c in unicode_of(text)
    )
