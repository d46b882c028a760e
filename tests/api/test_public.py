"""The public names of ``import workreport``, and that they stay."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pipeline.api
import workreport as wr

NAMES = {
    "Cell", "Change", "Check", "Document", "Evidence", "EvidenceRow", "Indicator", "LimitError", "Limits", "Passage", "PipelineError", "Quantity", "Rank", "ReadError",
    "Region", "Section", "Span", "Table", "TableCell", "Tracked", "__version__", "check", "export", "load", "read", "read_export", "read_folder",
    "read_text", "to_frame", "track",
}  # fmt: skip
SIGNATURES = {
    "read": "(source, *, name, limits, model)", "read_text": "(text, *, name, model)", "read_folder": "(folder, *, jobs, progress, errors, limits, model)",
    "load": "(*paths)", "to_frame": "(documents, lang, *, wide)", "read_export": "(path)", "track": "(documents)", "check": "(documents, lang)",
    "export": "(documents, path, *, to, force, lang)",
}  # fmt: skip


def shape(function) -> str:
    parts, starred = [], False
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        parts.append(f"*{name}" if parameter.kind is parameter.VAR_POSITIONAL else name)
    return f"({', '.join(parts)})"


def test_the_public_names_are_pinned():
    assert set(wr.__all__) == set(pipeline.api.__all__) == NAMES
    assert {name: shape(getattr(wr, name)) for name in SIGNATURES} == SIGNATURES


def test_every_public_name_says_what_it_does():
    assert [name for name in wr.__all__ if name != "__version__" and not inspect.getdoc(getattr(wr, name))] == []


def test_types_are_announced():
    for module in ("workreport", "pipeline"):
        assert (Path(importlib.import_module(module).__file__).parent / "py.typed").exists()
