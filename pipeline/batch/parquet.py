"""The observations of a report as a Parquet file: the files of a batch are one dataset,
with the schema of the export.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from pipeline.errors import BatchError


def require() -> None:
    """Raise ``BatchError`` where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as fault:
        raise BatchError(
            "没有安装 pyarrow",
            place="--as parquet",
            remedy="请运行 pip install 'workreport-zh[cluster]'。",
        ) from fault


def parquet(document: Mapping[str, Any]) -> bytes:
    """The bytes of a Parquet file of ``observations(document)``, one number a row;
    the same document gives the same bytes.
    """
    import pyarrow.parquet as pq

    from pipeline.export import observations
    from pipeline.export.to_parquet import table

    sink = io.BytesIO()
    pq.write_table(table(observations(document)), sink, compression="zstd")
    return sink.getvalue()
