"""What ``import workreport`` gives: reports into documents, documents into frames and files."""

from __future__ import annotations

from pipeline import __version__
from pipeline.api.document import Document, EvidenceRow, Passage
from pipeline.api.frames import read_export, to_frame
from pipeline.api.many import Tracked, check, export, track
from pipeline.api.reading import load, read, read_folder, read_text
from pipeline.api.tables import Table, TableCell
from pipeline.batch.limits import Limits
from pipeline.errors import LimitError, PipelineError, ReadError
from pipeline.records import (
    Cell,
    Change,
    Check,
    Evidence,
    Indicator,
    Quantity,
    Rank,
    Region,
    Section,
    Span,
)

__all__ = [
    "Cell", "Change", "Check", "Document", "Evidence", "EvidenceRow", "Indicator", "LimitError",
    "Limits", "Passage", "PipelineError", "Quantity", "Rank", "ReadError", "Region", "Section",
    "Span", "Table",
    "TableCell", "Tracked", "__version__", "check", "export", "load", "read", "read_export",
    "read_folder", "read_text", "to_frame", "track",
]  # fmt: skip
