"""Chinese work reports into numbers that say what they measure.

    import workreport as wr

    document = wr.read("report.docx")
    document.to_frame()

The code stands in the package ``pipeline``; these are the names that stay.
"""

from __future__ import annotations

from pipeline.api import (
    Cell,
    Change,
    Check,
    Document,
    Evidence,
    EvidenceRow,
    Indicator,
    LimitError,
    Limits,
    Passage,
    PipelineError,
    Quantity,
    Rank,
    ReadError,
    Region,
    Section,
    Span,
    Table,
    TableCell,
    Tracked,
    __version__,
    check,
    export,
    load,
    read,
    read_export,
    read_folder,
    read_text,
    to_frame,
    track,
)

__all__ = [
    "Cell", "Change", "Check", "Document", "Evidence", "EvidenceRow", "Indicator", "LimitError",
    "Limits", "Passage", "PipelineError", "Quantity", "Rank", "ReadError", "Region", "Section", "Span", "Table",
    "TableCell", "Tracked", "__version__", "check", "export", "load", "read", "read_export",
    "read_folder", "read_text", "to_frame", "track",
]  # fmt: skip
