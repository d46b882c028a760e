"""The frozen records that travel between the stages, and nothing else.

Spans are half-open offsets into ``Report.text``, in Unicode code points. What was *written* is kept
apart from what was *inferred*: spans and texts are written; years, names, periods and labels are
inferred. Numbers are ``Decimal``, so that the precision of the report survives.
"""

from __future__ import annotations

from pipeline.records.cells import Cells, TableCell
from pipeline.records.document import (
    Heading,
    Reading,
    Recognised,
    Region,
    Report,
    Source,
    Table,
)
from pipeline.records.indicators import (
    Basis,
    Bound,
    Cell,
    Change,
    Evidence,
    Form,
    Indicator,
    Modality,
    Numeral,
    Quantity,
    Rank,
    RowPart,
)
from pipeline.records.packed import Packed
from pipeline.records.result import (
    Check,
    CheckStatus,
    Result,
)
from pipeline.records.span import Span
from pipeline.records.text import (
    Horizon,
    Label,
    LabelName,
    Part,
    Passage,
    Section,
    Segmented,
)

__all__ = [
    "Basis",
    "Bound",
    "Cell",
    "Cells",
    "Change",
    "Check",
    "CheckStatus",
    "Evidence",
    "Form",
    "Heading",
    "Horizon",
    "Indicator",
    "Label",
    "LabelName",
    "Modality",
    "Numeral",
    "Packed",
    "Part",
    "Passage",
    "Quantity",
    "Rank",
    "Reading",
    "Recognised",
    "Region",
    "Report",
    "Result",
    "RowPart",
    "Section",
    "Segmented",
    "Source",
    "Span",
    "Table",
    "TableCell",
]
