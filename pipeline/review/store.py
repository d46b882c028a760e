"""The record of decisions: one SQLite file beside the JSON it speaks of, to which lines are only
ever added.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from pipeline.errors import ReviewError
from pipeline.review.decisions import Decision

FILE = "review.sqlite3"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    action TEXT NOT NULL,
    value TEXT,
    machine TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL,
    undoes TEXT,
    document TEXT NOT NULL,
    version TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_report ON decisions (report, seq);
CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
"""
_COLUMNS = (
    "id, subject, action, value, machine, span_start, span_end, evidence, prefix, suffix, "
    "who, at, why, undoes, document, version"
)


class Store:
    """The decisions on the reports of one folder.

    Each call opens the file anew, so tabs, threads and processes may share it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def add(self, report: str, decisions: Sequence[Decision]) -> int:
        """Write all of ``decisions`` or none; one that is already there (by id) is left as it is.
        Returns how many were new. Raises ``ReviewError``.
        """
        rows = [
            (
                report,
                d.id,
                d.subject,
                d.action,
                _json(d.value),
                _json(d.machine),
                *d.span,
                d.evidence,
                d.prefix,
                d.suffix,
                d.who,
                d.at,
                d.why,
                d.undoes,
                d.document,
                d.version,
            )
            for d in decisions
        ]
        with self._open() as connection, connection:
            before = connection.total_changes
            connection.executemany(
                f"INSERT OR IGNORE INTO decisions (report, {_COLUMNS}) "
                f"VALUES ({', '.join('?' * 17)})",
                rows,
            )
            return connection.total_changes - before

    def of(self, report: str, *, after: int = 0) -> list[tuple[int, Decision]]:
        """The decisions on one report in the order they came in, each with its number in the
        record; only those behind ``after``. Raises ``ReviewError``.
        """
        if not self.path.exists():
            return []
        with self._open() as connection:
            found = connection.execute(
                f"SELECT seq, {_COLUMNS} FROM decisions WHERE report = ? AND seq > ? ORDER BY seq",
                (report, after),
            ).fetchall()
        return [(seq, _decision(row)) for seq, *row in found]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=10)) as connection:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=FULL")
                connection.executescript(_SCHEMA)
                yield connection
        except sqlite3.DatabaseError as fault:
            raise ReviewError(
                f"决定的数据库用不了（{fault}）",
                place=str(self.path),
                remedy="请检查文件夹的权限和磁盘空间；文件损坏时请从备份恢复，不要删除。",
            ) from fault


def _decision(row: list[Any]) -> Decision:
    id, subject, action, value, machine, start, end, evidence, *rest = row
    prefix, suffix, who, at, why, undoes, document, version = rest
    return Decision(
        id, subject, action, _loaded(value), _loaded(machine), (start, end), evidence,
        prefix, suffix, who, at, why, undoes, document, version,
    )  # fmt: skip


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _loaded(text: str | None) -> dict[str, object] | None:
    return None if text is None else json.loads(text)
