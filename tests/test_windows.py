"""Windows: no path of the product needs what only POSIX has. What Windows lacks is taken away here; see tests/windows.py."""

from __future__ import annotations

import getpass
import json
import locale
import ntpath
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from pipeline import processes
from pipeline.batch import Limits, files, find
from pipeline.batch.names import component
from pipeline.batch.workers import Call, Pool
from pipeline.cli import language, stream
from pipeline.errors import WriteError
from pipeline.read import from_office
from pipeline.review.reviewer import reviewer_name
from pipeline.shipped import MODEL

from .conftest import CORPUS, ROOT
from .once import document as once

REPORT = CORPUS / "reports" / "township-2024.txt"
TREE = "import subprocess, sys, time; print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)']).pid, flush=True); time.sleep(100)"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "win32")


@pytest.fixture
def family():
    """A process and one that it started."""
    parent = subprocess.Popen([sys.executable, "-c", TREE], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    child = psutil.Process(int(parent.stdout.readline()))
    yield parent, child
    for one in (parent, child):
        try:
            one.kill()
        except psutil.NoSuchProcess:
            continue
    parent.wait()


def ended(process: psutil.Process) -> bool:
    """Whether a process ends within ten seconds; its parent need not have taken notice."""
    for _ in range(1000):
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.01)
    return False


def test_every_command_works_without_what_only_posix_has(tmp_path: Path):
    done = subprocess.run([sys.executable, "-m", "tests.windows", str(tmp_path), str(REPORT)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "1 results in" in done.stderr, "the language is that of the system"
    of_here = once(REPORT)
    assert json.loads((tmp_path / "made" / "township-2024.json").read_text(encoding="utf-8"))["indicators"] == of_here["indicators"]
    for other in ("watched/township-2024.json", "served.json"):
        assert json.loads((tmp_path / other).read_text(encoding="utf-8"))["checks"] == of_here["checks"]
    wanted = {"findings.xlsx", "numbers.csv", "numbers.db", "numbers.jsonl", "numbers.parquet", "numbers.xlsx", "review.html", "sdmx.csv", "tracked"}
    assert wanted <= {path.name for path in tmp_path.iterdir()}
    assert b"\r" not in (tmp_path / "datapackage.json").read_bytes()


def test_a_process_is_asked_and_ended_with_what_it_started(windows, family):
    parent, child = family
    assert processes.runs(parent.pid)
    assert 1 <= processes.memory_of(parent.pid) < 1000
    assert processes.processor_of(os.getpid()) > 0
    processes.end_started(parent.pid)
    assert ended(child)
    assert parent.poll() is None
    parent.kill()
    parent.wait()
    assert not processes.runs(parent.pid)
    assert (processes.memory_of(parent.pid), processes.processor_of(parent.pid)) == (0, 0)
    processes.end_started(parent.pid)


def test_a_converter_ends_with_what_it_started(windows, family, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(os, "killpg")
    parent, child = family
    from_office._end(parent)
    assert parent.poll() is not None
    assert ended(child)


def test_processor_time_is_watched_where_the_system_sets_no_limit(monkeypatch: pytest.MonkeyPatch):
    start = time.monotonic()
    monkeypatch.setattr("pipeline.batch.worker.processor_of", lambda _: 1000 * (time.monotonic() - start))
    with Pool(1, MODEL, Limits(seconds=5)) as pool:
        answer = pool.ask(Call(time.sleep, (1000,)))
    assert answer.passed
    assert "处理器时间超过上限（5 秒）" in answer.passed.reason


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("2023年总结", "2023年总结"), ('审计:"问题"?', "审计__问题__"), ("a|b*c", "a_b_c"), ("x<y>", "x_y_"), ("结尾. . ", "结尾"), ("NUL", "_NUL"), ("con.总结", "_con.总结"), ("COM1", "_COM1"),
        ("CONTROL", "CONTROL"), ("a\\b", "a_b"), ("两\n行", "两_行"), ("..", "_"), ("", "_"), ("长" * 100, "长" * 75),
    ],
)  # fmt: skip
def test_names_of_results_are_names_there(windows, name: str, there: str):
    found = component(name)
    assert found.startswith(there)
    assert len(os.fsencode(found)) <= 240
    assert component(found) == found


def test_results_that_differ_in_case_alone_would_be_one(windows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in ("总结A.txt", "总结a.txt"):
        (tmp_path / name).write_text("全县新增学位1200个。", encoding="utf-8")
    monkeypatch.setattr(os.path, "normcase", ntpath.normcase)
    found = find([str(tmp_path)], str(tmp_path / "out"))
    assert (len(found.jobs), [fault.place[-7:] for fault in found.faults]) == (1, ["总结a.txt"])


@pytest.mark.parametrize(
    ("place", "plain"),
    [("C:\\报告\\2023", "C:/报告/2023"), ("file:///C:/a/b", "C:/a/b"), ("s3://bucket/a", "s3://bucket/a"), ("a\\b\\", "a/b/"), ("\\\\server\\share", "//server/share")],
)  # fmt: skip
def test_places_are_written_with_slashes(windows, place: str, plain: str):
    assert files.plain(place) == plain


@pytest.mark.parametrize(("name", "lang"), [("English_United States", "en"), ("Chinese (Simplified)_China", "zh"), (None, "zh"), ("en_GB", "en")])
def test_the_language_is_that_of_the_system(windows, monkeypatch: pytest.MonkeyPatch, name: str | None, lang: str):
    monkeypatch.setattr(locale, "getlocale", lambda *_: (name, "936"))
    assert language.chosen([], {}) == lang
    assert language.chosen([], {"LANG": "zh_CN.UTF-8"}) == "zh"


def test_a_file_that_another_program_holds_is_a_fault_with_a_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def held(*_: object) -> None:
        raise PermissionError(13, "被占用")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(WriteError) as fault, stream._whole(str(tmp_path / "r.json")) as write:
        write("{}")
    assert "关上" in fault.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_reviewer_without_a_name(monkeypatch: pytest.MonkeyPatch):
    def nobody() -> str:
        raise ModuleNotFoundError("No module named 'pwd'")

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.setenv("PATH", "")
    assert reviewer_name(None) == "未署名"
