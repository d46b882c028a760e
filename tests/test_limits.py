"""Every report is read in a process that can be ended: whoever passes a limit fails by name, alone, and leaves nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from pipeline.batch import Limits, find, run_all, settings
from pipeline.batch.workers import Answer, Call, Pool
from pipeline.read.from_office import soffice
from pipeline.shipped import MODEL

from .batches import REPORT, results
from .hostile import pdfs

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are those of Linux")
SMALL = Limits(memory=400, seconds=1)


def grow() -> int:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def compute() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(1000)


def write(folder: str) -> str:
    try:
        (Path(folder) / "large").write_bytes(b"x" * 3_000_000)
    except OSError as fault:
        return fault.strerror
    return "written"


def open_files() -> int:
    opened = []
    try:
        while True:
            opened.append(open(os.devnull))  # noqa: SIM115
    except OSError:
        return len(opened)


def start_child() -> int:
    return subprocess.Popen(["sleep", "1000"]).pid


def start_child_and_sleep(note: str) -> None:
    script = f"import subprocess,os; p = subprocess.Popen(['sleep','1000'], process_group=0); open({note!r},'w').write(str(p.pid))"
    subprocess.run([sys.executable, "-c", script], check=True, process_group=0)
    time.sleep(1000)


def litter() -> str:
    return tempfile.mkdtemp()


def crash() -> None:
    os.abort()


def killed(note: str) -> int:
    """Dies the first time, and answers the second."""
    if not Path(note).exists():
        Path(note).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 7


def ask(call: Call, limits: Limits = SMALL) -> Answer:
    with Pool(1, MODEL, limits) as pool:
        return pool.ask(call)


def said(answer: Answer) -> str:
    assert answer.passed is not None
    return f"{answer.passed.reason}。{answer.passed.remedy}"


def gone(process: int) -> bool:
    for _ in range(100):
        if not psutil.pid_exists(process) or psutil.Process(process).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_each_limit_is_said_by_name():
    memory, seconds = said(ask(Call(grow, ()))), said(ask(Call(compute, ())))
    assert "内存超过上限（400 MB）" in memory
    assert "--memory" in memory
    assert "处理器时间超过上限（1 秒）" in seconds
    assert "--seconds" in seconds


def test_a_report_that_waits_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Limits, "clock", lambda *_: 1)
    assert "等了 1 秒" in said(ask(Call(sleep, ())))


def test_a_file_too_large_and_too_many_open_files_are_refused_by_the_system(tmp_path: Path):
    assert ask(Call(write, (str(tmp_path),)), Limits(output=1)).value == "File too large"
    assert ask(Call(open_files, ())).value < 512


def test_a_process_that_dies_is_tried_once_more(tmp_path: Path):
    assert ask(Call(killed, (str(tmp_path / "note"),))) == Answer(7)
    assert ask(Call(crash, ())) == Answer(died=True)


def test_neighbours_go_on_and_a_large_process_is_not_used_again():
    with Pool(2, MODEL, SMALL) as pool:
        calls = [Call(grow, ()), *(Call(os.getpid, ()) for _ in range(20)), Call(compute, ()), Call(crash, ())]
        answers = [answer for _, answer in pool.each(calls)]
    assert sum(answer.value is not None for answer in answers) == 20
    assert len(answers) == len(calls)


def test_processes_are_warm():
    with Pool(1, MODEL, SMALL) as pool:
        assert len({answer.value for _, answer in pool.each(Call(os.getpid, ()) for _ in range(30))}) == 1


def test_what_a_report_started_ends_with_it_and_what_it_wrote_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Limits, "clock", lambda *_: 2)
    note = tmp_path / "note"
    assert ask(Call(start_child_and_sleep, (str(note),))).passed
    assert gone(int(note.read_text()))
    answer = ask(Call(litter, ()))
    assert Path(answer.value).parent.name.startswith(f"workreport-{os.getpid()}-")
    assert not Path(answer.value).parent.exists()
    assert gone(ask(Call(start_child, ())).value)


def test_folders_of_runs_that_were_killed_are_removed():
    dead = subprocess.Popen(["true"])
    dead.wait()
    left = tempfile.mkdtemp(prefix=f"workreport-{dead.pid}-")
    mine = tempfile.mkdtemp(prefix=f"workreport-{os.getpid()}-")
    with Pool(1, MODEL, SMALL):
        assert not Path(left).exists()
        assert Path(mine).exists()
    Path(mine).rmdir()


def test_a_stricter_limit_of_the_administrator_stays():
    script = (
        "import resource as r; r.setrlimit(r.RLIMIT_NOFILE, (100, 100)); r.setrlimit(r.RLIMIT_CPU, (50, 50));"
        "from pipeline.batch.limits import *; confine(Limits()); allow(600); print(r.getrlimit(r.RLIMIT_NOFILE)[0], r.getrlimit(r.RLIMIT_CPU)[0])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split() == ["100", "50"]


def test_bombs_fail_by_name_and_the_others_are_done(tmp_path: Path):
    source = tmp_path / "in"
    source.mkdir()
    bombs = {"itself": pdfs.form_of_itself(), "forms": pdfs.forms(10, 10), "meaning": pdfs.long_meaning(200_000, 20_000)}
    for name, data in bombs.items():
        assert len(data) < 4_000
        (source / f"{name}.pdf").write_bytes(data)
    for name in "abc":
        (source / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    out = str(tmp_path / "out")
    outcomes = run_all(find([str(source)], out), out, settings(MODEL, limits=Limits(memory=600)), workers=2)
    faults = {outcome.job.name: outcome.fault for outcome in outcomes if outcome.fault}
    assert set(faults) == set(bombs)
    assert all(fault.kind in ("LimitError", "WorkerDied", "ReadError") and fault.remedy for fault in faults.values())
    assert results(tmp_path / "out") == ["a.json", "b.json", "c.json"]


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine")
def test_libreoffice_works_within_the_limits(tmp_path: Path):
    (tmp_path / "r.rtf").write_text("{\\rtf1 Growth 5%.}", encoding="ascii")
    out = str(tmp_path / "out")
    (outcome,) = run_all(find([str(tmp_path / "r.rtf")], out), out, settings(MODEL))
    assert outcome.fault is None
    assert json.loads((tmp_path / "out" / "r.json").read_text(encoding="utf-8"))["text"] == "Growth 5%."


def test_a_folder_of_our_name_where_a_person_happens_to_be_is_not_ours(tmp_path: Path):
    (tmp_path / "there" / "pipeline").mkdir(parents=True)
    (tmp_path / "there" / "pipeline" / "__init__.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    (tmp_path / "there" / "r.txt").write_text("清河县教育局2023年工作总结\n新增学位1200个。\n", encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text("from pipeline.start import run\nrun()\n", encoding="utf-8")
    done = subprocess.run([sys.executable, program, "extract", "r.txt", "-o", "out"], cwd=tmp_path / "there", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "there" / "out" / "r.json").exists()
