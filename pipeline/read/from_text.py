"""Plain text as it is: decoded, otherwise untouched."""

from __future__ import annotations

from pipeline.read.decode import decode


def from_text(data: bytes, *, place: str) -> tuple[str, str, dict[str, str]]:
    """Text, encoding, and no stated fields: what a text file states of itself stands in its lines."""
    text, encoding = decode(data, place=place)
    return text, encoding, {}
