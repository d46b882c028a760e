"""A folder that reports come into: each once, when it is whole, in JSON and in a table, through a crash."""

from __future__ import annotations

import os
import sqlite3
import time
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.batch import settings
from pipeline.batch.watch import Watch, rounds
from pipeline.cli import main
from pipeline.shipped import MODEL

TEXT = "汐江市教育局2023年工作总结\n一、主要成绩\n全市新增学位1200个，同比增长5.1%。\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def watching(inbox: Path) -> Watch:
    return Watch(str(inbox), str(inbox.parent / "out"), settings(MODEL))


def names(outcomes) -> list[tuple[str, str]]:
    return [(Path(one.job.source).name, one.state) for one in outcomes]


def test_each_report_is_done_once_when_it_is_whole(inbox: Path):
    watch = watching(inbox)
    (inbox / "a.txt").write_text(TEXT[:20], encoding="utf-8")
    assert watch.look() == []  # it may still be growing
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    assert watch.look() == []
    assert names(watch.look()) == [("a.txt", "done")]
    assert watch.look() == []
    (inbox / "b.txt").write_bytes(b"")
    (inbox / "a.txt").write_text(TEXT.replace("1200", "77"), encoding="utf-8")
    watch.look()
    assert names(watch.look()) == [("a.txt", "done"), ("b.txt", "failed")]
    assert watch.look() == []
    (inbox / "a.txt").unlink()
    assert watch.look() == []


def test_after_a_crash_what_was_done_is_not_done_again(inbox: Path):
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    first = watching(inbox)
    first.look()
    first.look()
    written = (inbox.parent / "out" / "a.json").stat()
    (inbox / "b.txt").write_text(TEXT.replace("汐江", "海州"), encoding="utf-8")
    again = watching(inbox)  # a new process
    again.look()
    assert names(again.look()) == [("b.txt", "done")]
    assert (inbox.parent / "out" / "a.json").stat().st_mtime_ns == written.st_mtime_ns


def test_a_table_is_kept_and_made_good_after_a_crash(inbox: Path):
    out, table = inbox.parent / "out", inbox.parent / "numbers.db"
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    assert CliRunner().invoke(main, ["extract", str(inbox), "-o", str(out)]).exit_code == 0  # and the crash before its table

    def pause() -> None:
        (inbox / "b.txt").write_text(TEXT.replace("汐江", "海州"), encoding="utf-8")
        os.utime(inbox / "b.txt", (1, 1))

    def reports() -> int:
        with sqlite3.connect(table) as database:
            return database.execute("SELECT count(*) FROM reports").fetchone()[0]

    looks = rounds(watching(inbox), (str(table), "sql"), str(out), pause)
    next(looks)
    assert reports() == 1
    list(islice(looks, 2))
    assert reports() == 2


def test_ctrl_c_ends_it_in_one_line(inbox: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupted)
    result = CliRunner().invoke(main, ["watch", str(inbox), "-o", str(inbox.parent / "out"), "-q"])
    assert (result.exit_code, result.stderr) == (130, "已中断。\n")


def test_a_table_of_no_known_kind_is_refused(inbox: Path):
    assert CliRunner().invoke(main, ["watch", str(inbox), "-o", "out", "--table", "x.doc"]).exit_code == 2
