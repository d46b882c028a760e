"""What ``import workreport`` gives: reports into documents, documents into frames and files."""

from __future__ import annotations

from pipeline import __version__
from pipeline.api.document import Document, Passage, Section
from pipeline.api.frames import read_export, to_frame
from pipeline.api.many import Tracked, check, export, track
from pipeline.api.reading import load, read, read_folder, read_text
from pipeline.errors import PipelineError, ReadError
from pipeline.records import Change, Check, Indicator, Quantity, Region, Span

__all__ = [
    "Change", "Check", "Document", "Indicator", "Passage", "PipelineError", "Quantity", "ReadError",
    "Region", "Section", "Span", "Tracked", "__version__", "check", "export", "load", "read",
    "read_export", "read_folder", "read_text", "to_frame", "track",
]  # fmt: skip
