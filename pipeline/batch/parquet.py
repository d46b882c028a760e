"""The observations of a report as a Parquet file: the files of a batch are one dataset, with one schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.errors import BatchError

if TYPE_CHECKING:
    from pyarrow import Schema


def require() -> None:
    """Raise ``BatchError`` where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as fault:
        raise BatchError("没有安装 pyarrow", place="--as parquet", remedy="请运行 pip install 'workreport[cluster]'。") from fault


def parquet(document: Mapping[str, Any]) -> bytes:
    """The bytes of a Parquet file of ``observations(document)``, one number a row; the same document gives the same bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from pipeline.export import observations

    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(observations(document), schema=_schema()), sink, compression="zstd")
    return bytes(sink.getvalue())


@cache
def _schema() -> Schema:
    """The columns of the export, stated so that a column empty in one report has the type it has in the next; dates stay ISO 8601 strings."""
    import pyarrow as pa

    from pipeline.export.columns import columns

    types = {"number": pa.float64(), "integer": pa.int64()}
    return pa.schema([(column.name, types.get(column.type, pa.string())) for column in columns()])
