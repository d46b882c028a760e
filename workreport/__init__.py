"""Chinese work reports into numbers that say what they measure.

    import workreport as wr

    document = wr.read("report.docx")
    document.to_frame()

The code stands in the package ``pipeline``; these are the names that stay.
"""

from __future__ import annotations

from pipeline.api import (
    Change,
    Check,
    Document,
    Indicator,
    Passage,
    PipelineError,
    Quantity,
    ReadError,
    Region,
    Section,
    Span,
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
    "Change", "Check", "Document", "Indicator", "Passage", "PipelineError", "Quantity", "ReadError",
    "Region", "Section", "Span", "Tracked", "__version__", "check", "export", "load", "read",
    "read_export", "read_folder", "read_text", "to_frame", "track",
]  # fmt: skip
