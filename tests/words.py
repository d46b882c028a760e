"""click's words in Chinese: ``python -m tests.words`` writes the catalogue (.mo) from its source (.po)."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

from .conftest import ROOT

SOURCE = ROOT / "pipeline" / "cli" / "words" / "click.po"
TARGET = ROOT / "pipeline" / "cli" / "words" / "zh_CN" / "LC_MESSAGES" / "workreport.mo"


def entries(text: str) -> dict[str, str]:
    """The messages of a .po file; a plural's forms are joined as gettext wants them."""
    found: dict[str, list[str]] = {}
    key: list[str] = []
    for line in text.splitlines():
        word, _, rest = line.partition(" ")
        if word in ("msgid", "msgid_plural"):
            key = [ast.literal_eval(rest)] if word == "msgid" else [*key, ast.literal_eval(rest)]
        elif word.startswith("msgstr"):
            found.setdefault("\0".join(key), []).append(ast.literal_eval(rest))
        elif line.startswith('"'):
            found["\0".join(key)][-1] += ast.literal_eval(line)
    return {key: "\0".join(forms) for key, forms in found.items()}


def compiled(messages: dict[str, str]) -> bytes:
    """The bytes of a .mo file (GNU gettext manual, The Format of GNU MO Files)."""
    pairs = [(key.encode(), value.encode()) for key, value in sorted(messages.items())]
    at = 28 + 16 * len(pairs)
    tables, strings = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), at + len(strings))
            strings += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + tables[0] + tables[1] + strings


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    Path(TARGET).write_bytes(compiled(entries(SOURCE.read_text(encoding="utf-8"))))
