"""Where in the tables of a document a figure stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from pipeline.records import Span

_NOWHERE: dict[str, str | int | None] = {
    "table_id": None,
    "table_title": None,
    "table_row": None,
    "table_column": None,
}


class Places:
    """The cells of the tables of a document, in order of the text."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        tables = document.get("tables", ())
        self._titles = {table["id"]: _title(document["text"], table["title"]) for table in tables}
        cells = (
            (cell["span"][0], cell["span"][1], table["id"], cell["row"], cell["column"])
            for table in tables
            for cell in table["cells"]
        )
        self._cells = sorted(cells)

    def of(self, indicator: Mapping[str, Any], span: Span) -> dict[str, str | int | None]:
        """Table, title, row and column of a figure, all counted from 0; empty for one of a
        sentence.
        """
        if indicator["cell"] is None:
            return _NOWHERE
        at = bisect_right(self._cells, (span.start, float("inf"))) - 1
        if at < 0 or span.end > self._cells[at][1]:
            return _NOWHERE
        _, _, table, row, column = self._cells[at]
        return {
            "table_id": table,
            "table_title": self._titles[table],
            "table_row": row,
            "table_column": column,
        }


def _title(text: str, span: list[int] | None) -> str | None:
    return text[span[0] : span[1]].strip("*_# ") if span else None
