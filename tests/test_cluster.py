"""The same batch on a Dask cluster, at URLs, and in the function that Spark maps: the answers of a single process."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pandas as pd
import pyarrow.dataset
import pytest
from distributed import Client, LocalCluster, WorkerPlugin

from pipeline.batch import find, run_all, settings
from pipeline.batch.attempt import document_of
from pipeline.batch.cluster import on_dask
from pipeline.batch.records import Job, Task
from pipeline.chain import run
from pipeline.errors import BatchError
from pipeline.export import observations
from pipeline.export.to_parquet import table
from pipeline.shipped import MODEL

from .batches import REPORT, extract, in_this_process, results
from .conftest import ROOT
from .test_resume import contents, many


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as found:
        yield found


@pytest.fixture(scope="module")
def mortal():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as found:
        yield found


@pytest.fixture
def doomed(mortal):
    """A cluster of whose workers some die, each time with two that live."""
    mortal.scale(2)
    with Client(mortal) as client:
        client.wait_for_workers(2, timeout=60)
    return mortal


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(tmp_path: Path, samples, doomed):
    source = many(tmp_path / "in", samples, 4)
    alone, out = str(tmp_path / "alone"), str(tmp_path / "out")
    run_all(find([str(source)], alone), alone, settings(MODEL))
    with Client(doomed) as client:
        victim = next(iter(client.run(os.getpid).values()))
    seen = []

    def done(outcome) -> None:
        seen.append(outcome.job.target)
        if len(seen) == 5:
            os.kill(victim, signal.SIGKILL)

    outcomes = run_all(find([str(source)], out), out, settings(MODEL), cluster=partial(on_dask, scheduler=doomed.scheduler_address, workers=2), done=done)
    assert [outcome.state for outcome in outcomes] == ["done"] * 40
    assert len(seen) == len(set(seen)) == 40
    with pytest.raises(ProcessLookupError):
        os.kill(victim, 0)
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")
    again = run_all(find([str(source)], out), out, settings(MODEL), cluster=partial(on_dask, scheduler=doomed.scheduler_address, workers=2))
    assert [outcome.state for outcome in again] == ["kept"] * 40


def test_a_report_that_kills_every_worker_is_named_and_the_rest_is_done(tmp_path: Path, samples, doomed):
    class DiesOfIt(WorkerPlugin):
        def setup(self, worker) -> None:
            from pipeline.batch import local

            real = local._call
            local._call = lambda task, settings: os.abort() if "deadly" in task.job.source else real(task, settings)

    jobs = [Job(str(path), str(tmp_path / f"{path.stem}.json"), path.stem) for path in samples]
    jobs.insert(3, Job("/deadly.txt", str(tmp_path / "deadly.json"), "deadly"))
    with Client(doomed) as client:
        client.register_plugin(DiesOfIt(), name="dies")
        outcomes = list(on_dask([Task(job) for job in jobs], settings(MODEL), scheduler=doomed.scheduler_address, workers=2))
        client.unregister_worker_plugin("dies")
    assert sorted(outcome.job.name for outcome in outcomes) == sorted(job.name for job in jobs)
    assert [(o.job.name, o.fault.kind) for o in outcomes if o.fault] == [("deadly", "WorkerDied")]


def test_a_cluster_that_loses_all_its_workers_is_not_waited_for(tmp_path: Path, samples, doomed, monkeypatch: pytest.MonkeyPatch):
    for seconds in ("_QUIET", "_RESTART"):
        monkeypatch.setattr(f"pipeline.batch.cluster.{seconds}", 1)
    tasks = [Task(Job(str(path), str(tmp_path / f"{n}-{path.stem}.json"), path.stem)) for n in range(20) for path in samples]
    outcomes = on_dask(tasks, settings(MODEL), scheduler=doomed.scheduler_address, workers=2)
    assert next(outcomes).state == "done"
    doomed.scale(0)
    with pytest.raises(BatchError, match="没有工作进程") as fault:
        list(outcomes)
    assert "做完的不会重做" in fault.value.remedy


def test_another_version_on_a_worker_is_said(tmp_path: Path, cluster):
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    shared = settings(MODEL)
    other = type(shared)(shared.model, shared.form, "another")
    (outcome,) = on_dask([Task(Job(str(tmp_path / "r.txt"), str(tmp_path / "r.json"), "r"))], other, scheduler=cluster.scheduler_address, workers=2)
    assert "不同" in outcome.fault.reason
    assert not (tmp_path / "r.json").exists()


def test_the_command_starts_a_cluster_of_its_own(tmp_path: Path, samples):
    result = extract(samples[0], samples[1], "-o", f"file://{tmp_path}", "--engine", "dask")
    assert result.exit_code == 0, result.output
    assert len(results(tmp_path)) == 2


def test_no_scheduler_is_one_line(tmp_path: Path, samples, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.batch.cluster._PATIENCE", 1)
    result = extract(samples[0], "-o", tmp_path, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert "连不上 Dask 调度器" in result.output
    with LocalCluster(n_workers=0, dashboard_address=":0") as idle:
        result = extract(samples[0], "-o", tmp_path, "--engine", "dask", "--scheduler", idle.scheduler_address)
    assert result.exit_code == 1
    assert "没有工作进程" in result.output
    assert extract(samples[0], "-o", tmp_path, "--scheduler", "tcp://127.0.0.1:9").exit_code == 2
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "pip install 'workreport-zh[cluster]'" in extract(samples[0], "-o", tmp_path, "--engine", "dask").output


def test_parquet_is_one_dataset_of_observations_written_by_the_workers(tmp_path: Path, samples, cluster, monkeypatch: pytest.MonkeyPatch):
    out = str(tmp_path / "out")
    shared, found = settings(MODEL, form="parquet"), find([str(samples[0].parent)], out, form="parquet")
    (tmp_path / "empty.txt").write_text("没有数字的报告\n今年工作很好。\n", encoding="utf-8")
    found.jobs.extend(find([str(tmp_path / "empty.txt")], out, form="parquet").jobs)
    outcomes = run_all(found, out, shared, cluster=partial(on_dask, scheduler=cluster.scheduler_address, workers=2))
    assert {outcome.state for outcome in outcomes} == {"done"}
    dataset = pyarrow.dataset.dataset([str(tmp_path / "out" / name) for name in results(tmp_path / "out")])
    expected = [row for path in samples for row in observations(run(path))]
    assert dataset.to_table().num_rows == len(expected)
    assert pyarrow.dataset.dataset(out).to_table().num_rows == len(expected)
    rows = {row["obs_id"]: row for row in dataset.to_table().to_pylist()}
    assert rows == {row["obs_id"]: row for row in table(expected).to_pylist()}
    alone = str(tmp_path / "alone")
    run_all(find([str(samples[0].parent)], alone, form="parquet"), alone, shared)
    assert contents(tmp_path / "alone").items() <= contents(tmp_path / "out").items()
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert "pip install 'workreport-zh[cluster]'" in extract(samples[0], "-o", tmp_path / "none", "--as", "parquet").output


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch):
    in_this_process(monkeypatch)  # whose memory it is
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def test_reports_and_results_at_urls(store, samples, tmp_path: Path):
    for path in samples[:3]:
        store.pipe_file(f"/in/deep/{path.name}", path.read_bytes())
    store.pipe_file("/in/../up.txt", REPORT.encode())  # a key may look like a way up
    store.pipe_file("/in/empty.txt", b"")
    result = extract("memory://in", "-o", "memory://out/x")
    assert result.exit_code == 1, result.output
    assert "memory://in/empty.txt" in result.output.replace("memory:///", "memory://")
    written = [path for path in store.find("/out") if path.endswith(".json")]
    assert all(path.startswith("/out/x/") and ".." not in path.split("/") for path in written)
    assert extract(samples[0].parent, "-o", tmp_path).exit_code == 0
    for path in samples[:3]:
        far, near = json.loads(store.cat_file(f"/out/x/deep/{path.stem}.json")), json.loads((tmp_path / f"{path.stem}.json").read_bytes())
        assert far["source"].pop("path").endswith(path.name)
        near["source"].pop("path")
        assert far == near
    assert "没有重做" in extract("memory://in", "-o", "memory://out/x").output
    assert not [path for path in store.find("/out") if ".part" in path or "_run-" in path]


def test_an_interrupted_run_at_a_url_keeps_its_pieces(store, samples, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.batch.ledger._PIECE", 2)
    for path in samples[:5]:
        store.pipe_file(f"/in/{path.name}", path.read_bytes())
    seen = []

    def done(outcome) -> None:
        seen.append(outcome.state)
        if len(seen) == 5:
            raise SystemExit

    found = find(["memory://in"], "memory://out")
    monkeypatch.setattr("pipeline.batch.ledger.Ledger.close", lambda _: None)  # as kill -9 would
    with pytest.raises(SystemExit):
        run_all(found, "memory://out", settings(MODEL), done=done)
    assert len(store.glob("/out/_run-*.jsonl")) == 2
    assert [outcome.state for outcome in run_all(found, "memory://out", settings(MODEL))] == ["kept"] * 4 + ["done"]


def test_an_address_without_a_driver_is_one_line(tmp_path: Path, samples):
    result = extract("nosuch://bucket/in", "-o", tmp_path)
    assert result.exit_code == 1
    assert "nosuch" in result.output


def test_the_function_in_the_readme_is_what_spark_maps(samples):
    (block,) = [code for code in re.findall(r"```python\n(.*?)```", (ROOT / "docs/many.md").read_text(encoding="utf-8"), re.DOTALL) if "mapInPandas" in code]
    code = block[: block.index("spark.read")]
    assert len([line for line in block.splitlines() if line]) <= 10  # with the line that calls Spark, which is not installed here
    names: dict[str, Any] = {}
    exec(code, names)
    frames = [pd.DataFrame({"path": [str(path)], "content": [path.read_bytes()]}) for path in samples[:2]] + [pd.DataFrame({"path": ["bad"], "content": [b""]})]
    found = pd.concat(list(names["documents"](iter(frames))))
    assert list(found.columns) == ["path", "document", "fault"]
    assert json.loads(found.document.iloc[0]) == document_of(samples[0].read_bytes(), str(samples[0]), MODEL)
    assert (found.document.iloc[2], found.fault.iloc[2][:9]) == (None, "ReadError")
