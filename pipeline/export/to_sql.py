"""sql: tables ``reports`` and ``observations`` in any database that SQLAlchemy speaks to.

A report is known by its ``doc_id``. Loading it again with the same rows writes nothing; with other
rows (a corrected file, a newer extraction, decisions of a reviewer) its old rows are replaced. One
command is one transaction: all of it is there, or nothing. Names are in lower case, so that no
system needs them in quotes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from pipeline.errors import ExportError
from pipeline.export.around import report_columns
from pipeline.export.columns import Column, Row, columns
from pipeline.export.documents import Exported

_TYPES: dict[str, Any] = {
    "string": sa.Text,
    "number": sa.Double,
    "integer": sa.BigInteger,
    "date": sa.Date,
    "datetime": lambda: sa.DateTime(timezone=True),
}
_KEY = sa.String(120)
_OF_REPORT = (
    "doc_id",
    "source_path",
    "source_sha256",
    "report_title",
    "issuer",
    "published",
    "REF_AREA",
    "tool_version",
)


def _column(column: Column, key: str) -> sa.Column[Any]:
    """A column as it is described; that of the name ``key`` is the primary one."""
    primary = column.name == key
    kind = _KEY if primary else _TYPES[column.type]()
    said = f"{column.zh} {column.en}"
    return sa.Column(column.name.lower(), kind, primary_key=primary, comment=said)


_tables = sa.MetaData()
REPORTS = sa.Table(
    "reports", _tables,
    *(_column(c, "doc_id") for c in columns() if c.name in _OF_REPORT),
    sa.Column(
        "rows_sha256", sa.String(64), nullable=False,
        comment="各行内容的摘要，用来认出没有变的报告 "
        "digest of the rows: what tells an unchanged report",
    ),
    comment="每份报告一行 one row a report",
)  # fmt: skip
OBSERVATIONS = sa.Table(
    "observations", _tables,
    *(
        _column(c, "obs_id") if c.name != "doc_id" else sa.Column(
            "doc_id", _KEY, sa.ForeignKey("reports.doc_id"),
            nullable=False, comment=f"{c.zh} {c.en}",
        )
        for c in columns()
    ),
    sa.Index("observations_doc_id", "doc_id"),
    comment="每行一个数字 one number a row",
)  # fmt: skip


def write(target: str, reports: Iterable[Exported]) -> None:
    """Load into the database at a URL.

    Raises ``ExportError``; a password in the URL is not repeated.
    """
    url = database(target)
    place = url.render_as_string(hide_password=True)
    try:
        engine = sa.create_engine(url)
    except (ImportError, NoSuchModuleError) as fault:
        raise ExportError(
            f"没有 {url.drivername} 的驱动",
            place=place,
            remedy="PostgreSQL 请 pip install 'workreport-zh[sql]'，其他数据库请装它的 SQLAlchemy 驱动。",
        ) from fault
    try:
        with engine.begin() as connection:
            _prepare(connection, place)
            for report in reports:
                _load(connection, report)
    except SQLAlchemyError as fault:
        reason = str(getattr(fault, "orig", None) or fault).strip().splitlines()[0]
        raise ExportError(
            f"数据库没有接受（{reason}）",
            place=place,
            remedy="什么也没有写进去；请检查地址、权限，或是不是有别的程序正在写。",
        ) from fault
    finally:
        engine.dispose()


def database(target: str) -> URL:
    """The URL of a database; PostgreSQL goes through psycopg 3. Raises ``ExportError`` where it is
    none.
    """
    try:
        url = make_url(target)
    except ArgumentError as fault:
        raise ExportError(
            "不是数据库地址",
            place=target.rpartition("@")[2],
            remedy="例：sqlite:///numbers.db，postgresql://user@host/db。",
        ) from fault
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _prepare(connection: sa.Connection, place: str) -> None:
    """Make the tables where they are missing.

    Raises ``ExportError`` where tables of these names have other columns.
    """
    for table in _tables.sorted_tables:
        if sa.inspect(connection).has_table(table.name):
            found = {column["name"] for column in sa.inspect(connection).get_columns(table.name)}
            if missing := {column.name for column in table.columns} - found:
                raise ExportError(
                    f"已有的表 {table.name} 缺少列 {'、'.join(sorted(missing)[:5])}",
                    place=place,
                    remedy="它是别的程序或旧版本建的；请换一个数据库，或先删掉这张表。",
                )
    _tables.create_all(connection)


def _load(connection: sa.Connection, report: Exported) -> None:
    rows = [_typed(row) for row in report.rows]
    head = _head(report)
    known = connection.execute(
        sa.select(REPORTS.c.rows_sha256).where(REPORTS.c.doc_id == head["doc_id"]).with_for_update()
    ).scalar()
    if known == head["rows_sha256"]:
        return
    connection.execute(sa.delete(OBSERVATIONS).where(OBSERVATIONS.c.doc_id == head["doc_id"]))
    connection.execute(sa.delete(REPORTS).where(REPORTS.c.doc_id == head["doc_id"]))
    connection.execute(sa.insert(REPORTS), [head])
    if rows:
        connection.execute(sa.insert(OBSERVATIONS), rows)


def _head(report: Exported) -> dict[str, Any]:
    version = report.document["pipeline"]["version"]
    # the name in this export: that of a second report on one period has a number behind it
    of_report = {
        **report_columns(report.document),
        "doc_id": report.doc_id,
        "tool_version": version,
    }
    digest = sha256(
        json.dumps([of_report, report.rows], ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).hexdigest()
    return {**_typed({name: of_report[name] for name in _OF_REPORT}), "rows_sha256": digest}


def _typed(row: Row) -> dict[str, Any]:
    kinds = {column.name: column.type for column in columns()}
    return {name.lower(): _value(kinds[name], value) for name, value in row.items()}


def _value(kind: str, value: Any) -> Any:
    if kind == "number" and value is not None:
        return float(value)
    if value is None or kind not in ("date", "datetime"):
        return (
            value.replace("\x00", "\ufffd") if isinstance(value, str) else value
        )  # PostgreSQL stores no NUL
    return date.fromisoformat(value) if kind == "date" else datetime.fromisoformat(value)
