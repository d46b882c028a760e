"""document: the JSON of ``emit`` read back, for the commands that work on what was extracted.

``stored`` finds and reads the files, ``shapes`` makes records of them, ``order`` puts them in
order of body and year.
"""

from __future__ import annotations

from pipeline.document.order import arranged, beside, in_order, load_all
from pipeline.document.record import Document
from pipeline.document.shapes import load, parsed
from pipeline.document.stored import LINES, STANDARD_INPUT, content, contents, files, several

__all__ = [
    "LINES", "STANDARD_INPUT", "Document", "arranged", "beside", "content", "contents", "files",
    "in_order", "load", "load_all", "parsed", "several",
]  # fmt: skip
