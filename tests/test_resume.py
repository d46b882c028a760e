"""A batch stopped at any moment and started again: nothing is lost, nothing doubled, nothing redone, whatever the number of processes."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from pipeline.batch import files, find, run_all, settings
from pipeline.batch.ledger import opened
from pipeline.batch.local import in_processes
from pipeline.batch.records import Job, Task
from pipeline.shipped import MODEL

from .batches import REPORT, extract, in_this_process, record, results
from .conftest import ROOT


def many(folder: Path, samples: list[Path], times: int) -> Path:
    folder.mkdir()
    for number in range(times):
        for sample in samples:
            (folder / f"{sample.stem}-{number}.txt").write_bytes(sample.read_bytes())
    return folder


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in results(out)}


@pytest.fixture
def started() -> Iterator[object]:
    """Starts ``workreport extract`` in a process group of its own, which ends with the test."""
    processes: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "pipeline", "extract", *map(str, arguments)]
        processes.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True))
        return processes[-1]

    yield start
    for process in processes:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(condition, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def lines(out: Path) -> int:
    return (out / "_run.jsonl").read_bytes().count(b"\n") if (out / "_run.jsonl").exists() else 0


def test_ten_kills_at_random_moments_lose_nothing(tmp_path: Path, samples, started):
    source = many(tmp_path / "in", samples, 12)
    undisturbed, out = tmp_path / "undisturbed", tmp_path / "out"
    run_all(find([str(source)], str(undisturbed)), str(undisturbed), settings(MODEL))
    seed = random.randrange(2**32)
    print("seed", seed)
    chance, first = random.Random(seed), {}
    for _ in range(10):
        wanted = lines(out) + chance.randint(0, 6)
        process = started(source, "-o", out, "-j", "2")
        while lines(out) < wanted and process.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.3))
        with suppress(ProcessLookupError):  # on a fast machine the last run may have ended
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        for path in out.glob("*.json"):
            assert json.loads(path.read_bytes())["schema_version"]
        recorded = {line["result"] for line in map(_parsed, (out / "_run.jsonl").read_text(encoding="utf-8").splitlines()) if line} if lines(out) else set()
        for name in recorded:
            first.setdefault(name, (out / name).stat())
    process = started(source, "-o", out, "-j", "2")
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert contents(out) == contents(undisturbed)
    assert len(first) > 10
    assert all((now := (out / name).stat()).st_ino == then.st_ino and now.st_mtime_ns == then.st_mtime_ns for name, then in first.items())  # not redone
    assert len(record(out)) == len(contents(out))
    assert {line["output"] for line in record(out)} == {line["output"] for line in record(undisturbed)}


def _parsed(line: str) -> dict[str, str] | None:
    try:
        return json.loads(line)
    except ValueError:
        return None  # torn


@pytest.mark.parametrize("options", [["-j", "1"], ["-j", "2"], ["-j", "2", "--engine", "dask"]], ids=" ".join)
def test_ctrl_c_stops_at_once_and_leaves_no_process(tmp_path: Path, samples, started, options: list[str]):
    source, out = many(tmp_path / "in", samples, 20), tmp_path / "out"
    process = started(source, "-o", out, *options)
    until(lambda: lines(out) >= 4)
    family = psutil.Process(process.pid).children(recursive=True)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "已中断" in said
    assert "Traceback" not in said
    assert psutil.wait_procs(family, timeout=60)[1] == []
    assert not list(out.rglob("*.part"))
    assert len(contents(out)) >= lines(out) >= 4


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_the_processes_start_is_one_line(tmp_path: Path, samples, started, number: int):
    """The server of processes loads for a second or two: no moment of it shows a traceback."""
    for part in range(4):
        process, out = started(samples[0].parent, "-o", tmp_path / str(part)), tmp_path / str(part)
        until(lambda out=out: (out / ".run.lock").exists())
        time.sleep(0.4 * part)
        family = psutil.Process(process.pid).children(recursive=True)
        os.killpg(process.pid, number)
        _, said = process.communicate(timeout=20)
        assert (process.returncode, said.count("\n")) == (128 + number, 1), said
        assert "已中断" in said
        assert psutil.wait_procs(family, timeout=5)[1] == []
        assert not list(out.rglob("*.part"))
        assert not list(Path(tempfile.gettempdir()).glob(f"workreport-{process.pid}-*"))


def test_processes_end_when_their_parent_is_killed(tmp_path: Path, samples, started):
    out = tmp_path / "out"
    process = started(many(tmp_path / "in", samples, 20), "-o", out, "-j", "2")
    until(lambda: lines(out) >= 2)
    family = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    assert psutil.wait_procs(family, timeout=10)[1] == []


def test_a_process_that_dies_is_replaced(tmp_path: Path, samples, started):
    source, out = many(tmp_path / "in", samples, 4), tmp_path / "out"
    process = started(source, "-o", out, "-j", "2")
    until(lambda: lines(out) >= 3)
    workers = [child for child in psutil.Process(process.pid).children(recursive=True) if not child.children() and "forkserver" in " ".join(child.cmdline())]
    assert len(workers) == 2
    workers[0].kill()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    run_all(find([str(source)], str(tmp_path / "one")), str(tmp_path / "one"), settings(MODEL))
    assert contents(out) == contents(tmp_path / "one")


class Deadly(str):
    """A path that no process survives receiving."""

    def __reduce__(self):
        return os.abort, ()


def test_a_report_that_kills_its_process_is_named_and_the_rest_is_done(tmp_path: Path, samples):
    jobs = [Job(str(path), str(tmp_path / f"{path.stem}.json"), path.stem, path.stat().st_size) for path in samples]
    jobs.insert(5, Job(Deadly("/deadly.txt"), str(tmp_path / "deadly.json"), "deadly", 10**9))
    outcomes = list(in_processes([Task(job) for job in jobs], settings(MODEL), 2))
    assert sorted(outcome.job.name for outcome in outcomes) == sorted(job.name for job in jobs)
    assert [(o.job.name, o.fault.kind) for o in outcomes if o.fault] == [("deadly", "WorkerDied")]


@pytest.mark.parametrize("workers", [2, 3])
def test_results_and_their_order_do_not_depend_on_the_number_of_processes(tmp_path: Path, samples, workers: int):
    both = []
    for number in (1, workers):
        out = str(tmp_path / str(number))
        both.append([(outcome.job.name, outcome.output, outcome.labels) for outcome in run_all(find([str(samples[0].parent)], out), out, settings(MODEL), workers=number)])
    assert both[0] == both[1]
    assert contents(tmp_path / "1") == contents(tmp_path / str(workers))


def test_what_is_done_is_redone_only_if_something_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in "abcd":
        (source / f"{name}.txt").write_text(REPORT, encoding="utf-8")

    def redone(*options: str) -> list[str]:
        before = {path: path.stat().st_ino for path in out.glob("*.json")}
        assert extract(source, "-o", out, *options).exit_code == 0
        return sorted(path.stem for path in out.glob("*.json") if path.stat().st_ino != before.get(path))

    assert redone() == ["a", "b", "c", "d"]
    assert redone() == []
    assert {line["state"] for line in record(out)} == {"kept"}
    (source / "a.txt").write_text(REPORT.replace("3.2", "3.3"), encoding="utf-8")
    (out / "b.json").unlink()
    (out / "c.json").write_text("{}", encoding="utf-8")
    assert redone() == ["a", "b", "c"]
    assert redone("--force") == ["a", "b", "c", "d"]
    model = tmp_path / "other.npz"
    model.write_bytes(MODEL.read_bytes())
    model.with_suffix(".sha256").write_bytes(MODEL.with_suffix(".sha256").read_bytes())
    assert redone("--model", str(model)) == []  # the same model elsewhere
    in_this_process(monkeypatch)
    monkeypatch.setattr("pipeline.__version__", "99")
    monkeypatch.setattr("pipeline.batch.stamp", lambda *_: "another")
    monkeypatch.setattr("pipeline.batch.attempt.stamp", lambda *_: "another")
    assert redone() == ["a", "b", "c", "d"]


def test_a_failed_report_leaves_no_result_of_its_earlier_self(tmp_path: Path):
    source, out = tmp_path / "r.txt", tmp_path / "out"
    source.write_text(REPORT, encoding="utf-8")
    assert extract(source, "-o", out).exit_code == 0
    source.write_bytes(b"")
    result = extract(source, "-o", out)
    assert result.exit_code == 1
    assert f"以前的结果改名为 {out / '_r.json.old'}" in result.output
    assert results(out) == ["_r.json.old"]
    source.write_text(REPORT, encoding="utf-8")
    assert extract(source, "-o", out).exit_code == 0
    assert results(out) == ["r.json"]


def test_two_runs_into_one_folder_are_refused(tmp_path: Path):
    (tmp_path / "r.txt").write_text(REPORT, encoding="utf-8")
    with opened(str(tmp_path / "out")):
        result = extract(tmp_path / "r.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "另一次运行" in result.output
    assert extract(tmp_path / "r.txt", "-o", tmp_path / "out").exit_code == 0


def test_litter_and_torn_lines_of_a_power_cut_are_no_obstacle(tmp_path: Path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in "ab":
        (source / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    assert extract(source, "-o", out).exit_code == 0
    whole = (out / "_run.jsonl").read_bytes()
    (out / "_run.jsonl").write_bytes(whole[:-40])
    (out / "deep").mkdir()
    (out / "deep" / ".workreport-x.part").write_text('{"half', encoding="utf-8")
    (out / "mine.part").write_text("not ours", encoding="utf-8")
    result = extract(source, "-o", out)
    assert "1 份以前做过" in result.output
    assert results(out) == ["a.json", "b.json", "mine.part"]
    assert len(record(out)) == 2
    files.write(str(out / "_run.jsonl"), os.urandom(5000))
    assert extract(source, "-o", out).exit_code == 0
    assert len(record(out)) == 2
