"""Loading into databases: SQLite, and a real PostgreSQL where there is one."""

from __future__ import annotations

import copy
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.errors import ExportError
from pipeline.export import export, observations
from pipeline.export.columns import columns
from pipeline.export.to_sql import database

from .conftest import ROOT
from .once import document as once
from .postgres import Private, private, server
from .test_observations import TITLE, document

Named = tuple[Path, dict[str, Any]]


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    try:
        with server() as url:
            yield url
    except LookupError as fault:
        pytest.skip(f"PostgreSQL tests skipped: {fault}")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/n.db"
        return
    stated = request.getfixturevalue("postgres")
    engine = sa.create_engine(database(stated))
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE IF EXISTS observations, reports"))
    yield stated
    engine.dispose()


def named(sentence: str, title: str = TITLE) -> Named:
    return Path("a.json"), document(sentence, title)


def everything(url: str) -> list[list[tuple[Any, ...]]]:
    """All rows of both tables."""
    engine = sa.create_engine(database(url))
    with engine.connect() as connection:
        found = [[tuple(row) for row in connection.execute(sa.text(f"SELECT * FROM {table} ORDER BY 1"))] for table in ("reports", "observations")]
    engine.dispose()
    return found


def one_column(url: str, query: str) -> list[tuple[Any, ...]]:
    engine = sa.create_engine(database(url))
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(sa.text(query))]
    engine.dispose()
    return found


def one(url: str, query: str) -> Any:
    engine = sa.create_engine(database(url))
    with engine.connect() as connection:
        found = connection.execute(sa.text(query)).scalar()
    engine.dispose()
    return found


def test_every_column_of_every_row_comes_back(url: str):
    path, found = named("全市生产总值突破1.3万亿元，增长5%左右。网办率由51%提高到55%。")
    found["report"]["published"] = "2024-01-31"
    export([(path, found)], url, "sql")
    expected = observations(found)
    engine = sa.create_engine(database(url))
    with engine.connect() as connection:
        got = [dict(row._mapping) for row in connection.execute(sa.text("SELECT * FROM observations ORDER BY char_start, obs_id"))]
    engine.dispose()
    assert len(got) == len(expected) == 4
    for row, wanted in zip(got, sorted(expected, key=lambda row: (row["char_start"], row["obs_id"])), strict=True):
        for column in columns():
            value = row[column.name.lower()]
            assert (str(value) if column.type in ("date", "datetime") and value is not None else value) == wanted[column.name]


def test_names_need_no_quotes(url: str):
    export([named("死亡398人，同比下降33.7%。")], url, "sql")
    assert one(url, "SELECT SUM(OBS_VALUE) FROM observations WHERE TRANSFORMATION = 'G' AND MEASURE = 'actual'") == -33.7
    assert one(url, "SELECT COUNT(*) FROM observations JOIN reports USING (doc_id) WHERE text = '398人'") == 1


def test_loading_the_same_report_twice_changes_nothing(url: str):
    path, found = named("死亡398人，同比下降33.7%。")
    export([(path, found)], url, "sql")
    before = everything(url)
    if url.startswith("postgresql"):  # not even the row versions move
        before_versions = one(url, "SELECT string_agg(xmin::text, ',' ORDER BY obs_id) FROM observations")
    export([(path, found)], url, "sql")
    assert everything(url) == before
    if url.startswith("postgresql"):
        assert one(url, "SELECT string_agg(xmin::text, ',' ORDER BY obs_id) FROM observations") == before_versions


def test_a_new_version_replaces_its_rows_and_no_others(url: str):
    other = named("受理信访12件。", TITLE.replace("教育局", "民政局"))
    export([named("死亡398人，同比下降33.7%。新建学校7所。"), other], url, "sql")
    export([named("死亡397人。新建学校7所。")], url, "sql")
    assert one(url, "SELECT COUNT(*) FROM reports") == 2
    assert one(url, "SELECT COUNT(*) FROM observations") == 3
    assert one(url, "SELECT COUNT(*) FROM observations WHERE text = '398人'") == 0
    assert one(url, "SELECT COUNT(*) FROM observations WHERE text = '12件'") == 1


def test_a_fault_on_the_way_leaves_the_old_rows(url: str):
    export([named("死亡398人。")], url, "sql")
    before = everything(url)
    broken = copy.deepcopy(named("受理信访12件。", TITLE.replace("教育局", "民政局"))[1])
    broken["indicators"][0]["value"]["span"] = [0, 3]
    with pytest.raises(ExportError, match=r"b\.json"):
        export([named("死亡397人。"), (Path("b.json"), broken)], url, "sql")
    assert everything(url) == before


HALF_WAY = """
import json, sys, time
from pathlib import Path
from pipeline.export import export
def documents():
    for name in sys.argv[2:]:
        yield Path(name), json.loads(Path(name).read_text(encoding="utf-8"))
    print("half-way", flush=True)  # all of them are in the tables, and nothing is committed
    time.sleep(1000)
export(documents(), sys.argv[1], "sql")
"""


@pytest.fixture
def killable() -> Iterator[Private]:
    try:
        with private() as found:
            yield found
    except LookupError as fault:
        pytest.skip(f"PostgreSQL tests skipped: {fault}")


def half_way(url: str, folder: Path, *reports: Named) -> subprocess.Popen[str]:
    """An export that has replaced the rows of these reports, and waits before it is done."""
    names = []
    for number, (_, found) in enumerate(reports):
        names.append(folder / f"{number}.json")
        names[-1].write_text(json.dumps(found), encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", HALF_WAY, url, *map(str, names)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "half-way\n"
    return process


@pytest.mark.parametrize("victim", ["export", "server"])
def test_postgresql_killed_half_way_through_a_replace_has_all_the_old_rows(killable: Private, tmp_path: Path, victim: str):
    other = TITLE.replace("教育局", "民政局")
    export([named("死亡398人，同比下降33.7%。"), named("受理信访12件。", other)], killable.url, "sql")
    before = everything(killable.url)
    newer = named("死亡397人。新建学校7所。"), named("受理信访15件。", other)
    process = half_way(killable.url, tmp_path, *newer)
    if victim == "server":
        killable.kill()
        killable.start()
    process.kill()
    process.communicate()
    assert everything(killable.url) == before
    export(newer, killable.url, "sql")
    assert [row[0] for row in one_column(killable.url, "SELECT text FROM observations ORDER BY text")] == ["15件", "397人", "7所"]


def test_the_database_refusing_a_row_leaves_the_old_rows(url: str, monkeypatch: pytest.MonkeyPatch):
    export([named("死亡398人。")], url, "sql")
    before = everything(url)
    twice = named("死亡397人。受伤12人。")
    monkeypatch.setattr("pipeline.export.documents.observations", lambda document: [row | {"obs_id": "x"} for row in observations(document)])
    with pytest.raises(ExportError, match="数据库没有接受"):
        export([twice], url, "sql")
    assert everything(url) == before


def test_tables_of_somebody_else_are_left_alone(url: str):
    engine = sa.create_engine(database(url))
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE reports (id INTEGER)"))
    with pytest.raises(ExportError, match="reports 缺少列"):
        export([named("死亡398人。")], url, "sql")
    with engine.begin() as connection:
        assert connection.execute(sa.text("SELECT COUNT(*) FROM reports")).scalar() == 0
        connection.execute(sa.text("DROP TABLE reports"))
    engine.dispose()


def test_real_reports_load_and_add_up(url: str, shared: Path):
    reports = [(path, once(path)) for path in sorted((shared / "reports").glob("*.txt"))[:6]]
    export(reports, url, "sql")
    assert one(url, "SELECT COUNT(*) FROM observations") == sum(len(observations(found)) for _, found in reports)
    assert one(url, "SELECT COUNT(*) FROM observations WHERE value_base <> 0 AND abs(obs_value * power(10, unit_mult) / value_base - 1) > 1e-9") == 0


def test_postgresql_keeps_what_the_columns_mean(postgres: str):
    export([named("死亡398人。")], postgres, "sql")
    assert "the number as stated" in one(postgres, "SELECT col_description('observations'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'observations'::regclass AND attname = 'obs_value'")


def test_a_new_sqlite_file_is_whole_or_not_there(tmp_path: Path):
    with pytest.raises(ExportError):
        export([named("死亡398人。"), (Path("b.json"), {"schema_version": "2.0"})], str(tmp_path / "n.db"), "sql")
    assert list(tmp_path.iterdir()) == []
    written = export([named("死亡398人。")], str(tmp_path / "n.db"), "sql")
    assert [file.name for file in written.files] == ["n.db", "datapackage.json"]
    with sqlite3.connect(tmp_path / "n.db") as connection:
        assert connection.execute("SELECT text, unit_measure FROM observations").fetchall() == [("398人", "PS")]
    connection.close()


@pytest.mark.parametrize(
    ("target", "said"),
    [("nonsense://x/y", "没有 nonsense 的驱动"), ("postgresql://me:secret@127.0.0.1:1/x", "数据库没有接受"), ("://", "不是数据库地址"), ("sqlite:////no/such/folder/n.db", "数据库没有接受")],
)
def test_what_is_no_database_is_said_without_the_password(target: str, said: str):
    with pytest.raises(ExportError, match=said) as fault:
        export([named("死亡398人。")], target, "sql")
    assert "secret" not in str(fault.value)


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path):
    (tmp_path / "n.db").write_text("notes", encoding="utf-8")
    with pytest.raises(ExportError, match="数据库没有接受"):
        export([named("死亡398人。")], str(tmp_path / "n.db"), "sql")
    assert (tmp_path / "n.db").read_text(encoding="utf-8") == "notes"


def test_two_reports_on_one_period_are_both_there_and_stay_so(url: str):
    """The second has a name of its own in this export, in both tables."""
    first, second = document("死亡398人。"), document("死亡401人，受伤12人。")
    second["source"] = {**second["source"], "path": "b.txt", "sha256": "b" * 64}
    for _ in range(2):
        export([(Path("a.json"), first), (Path("b.json"), second)], url, "sql")
        observed = one_column(url, "SELECT doc_id, COUNT(*) FROM observations GROUP BY doc_id ORDER BY doc_id")
        assert [count for _, count in observed] == [1, 2]
        assert one_column(url, "SELECT doc_id FROM reports ORDER BY doc_id") == [(name,) for name, _ in observed]
