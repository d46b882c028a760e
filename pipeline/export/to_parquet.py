"""parquet: typed columns, each with its description, for pandas, DuckDB, Spark."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.columns import Column, Row, columns
from pipeline.export.documents import Exported

_TYPES = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us", tz="UTC"),
}
_GROUP = 50_000  # rows held before they are written as one row group


def schema() -> pa.Schema:
    """The columns as Arrow types, with title and description as field metadata."""
    return pa.schema(
        [
            pa.field(
                column.name,
                _TYPES[column.type],
                metadata={"title": column.title, "description": f"{column.zh} {column.en}"},
            )
            for column in columns()
        ]
    )


def write(path: Path, reports: Iterable[Exported]) -> None:
    """Row groups of about 50,000 rows, compressed with zstd."""
    with pq.ParquetWriter(path, schema(), compression="zstd") as file:
        held: list[Row] = []
        for report in reports:
            held.extend(report.rows)
            if len(held) >= _GROUP:
                file.write_table(table(held))
                held.clear()
        file.write_table(table(held))


def table(rows: list[Row]) -> pa.Table:
    """Rows as an Arrow table."""
    return pa.table(
        {column.name: [_typed(column, row[column.name]) for row in rows] for column in columns()},
        schema=schema(),
    )


def _typed(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.type == "number":
        return float(value)  # of any size; value_exact keeps every digit
    if column.type == "date":
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if column.type == "datetime" else value
