"""Places that are no reports, and names that are no names: each is said in one line, and the reports beside it are done."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.batch import attempt as one_by_one

from .batches import REPORT, extract, in_this_process, results

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names and places of POSIX")
NAMES = ("引'号.txt", '双"引号.txt', "换\n行.txt", "回\r车.txt", "制\t表.txt", "反`引号`$(touch x).txt", "转\x1b[31m义.txt", "方向\u202e.txt", " 空 格 .txt", "-o.txt", "行\u2028分隔.txt", "%s{0}.txt", "[bold]红[red].txt")


def said_of(output: str, mark: str) -> list[str]:
    """The lines of an output that speak of a place."""
    return [line for line in output.split("\n") if mark in line]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_characters_is_done_and_its_fault_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    in_this_process(monkeypatch)
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / name).write_text(REPORT, encoding="utf-8")
    assert extract(source, "-o", out).exit_code == 0
    assert results(out) == [f"{Path(name).stem}.json"]
    (source / name).write_bytes(b"")
    result = extract(source, "-o", out)
    assert result.exit_code == 1
    (line,) = said_of(result.output, "文件是空的")
    assert line.isprintable()
    assert not any(character in line for character in "\r\x1b\u202e\u2028")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def listener(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may have a hundred characters only
    with closing(socket.socket(socket.AF_UNIX)) as taken:
        taken.bind(path.name)
    os.chdir(before)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def links_in_a_circle(path: Path) -> None:
    path.symlink_to(path.with_name("other.txt"))
    path.with_name("other.txt").symlink_to(path)


def link_to_nowhere(path: Path) -> None:
    path.symlink_to("/nowhere/r.txt")


@pytest.mark.parametrize("make", [fifo, listener, device, link_to_itself, links_in_a_circle, link_to_nowhere])
@pytest.mark.parametrize("named", [False, True], ids=["in a folder", "by name"])
def test_what_is_no_file_is_one_line_and_its_neighbours_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], named: bool):
    in_this_process(monkeypatch)
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "good.txt").write_text(REPORT, encoding="utf-8")
    make(source / "bad.txt")
    given = [source / "bad.txt", source / "good.txt"] if named else [source]
    result = extract(*given, "-o", out)
    if named and not (source / "bad.txt").exists():  # a word typed wrongly: nothing is begun
        assert (result.exit_code, len(said_of(result.output, "bad.txt"))) == (2, 1)
        return
    assert result.exit_code == 1
    assert results(out) == ["good.json"]
    assert len([line for line in said_of(result.output, "bad.txt") if "失败" in line]) == 1
    assert "程序出错" not in result.output


def test_folders_linked_in_a_circle_are_entered_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    in_this_process(monkeypatch)
    source, out = tmp_path / "in", tmp_path / "out"
    (source / "a" / "b").mkdir(parents=True)
    (source / "a" / "r.txt").write_text(REPORT, encoding="utf-8")
    (source / "a" / "b" / "up").symlink_to(source)
    (source / "itself").symlink_to(source / "itself")
    result = extract(source, "-o", out)
    assert results(out) == ["a/r.json"]
    assert result.exit_code == 0, result.output


def vanishing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let ``folder`` vanish when the first report has been read."""
    real = one_by_one.result_of

    def read_and_gone(*arguments: object) -> object:
        found = real(*arguments)
        shutil.rmtree(folder, ignore_errors=True)
        return found

    in_this_process(monkeypatch)
    monkeypatch.setattr("pipeline.batch.attempt.result_of", read_and_gone)


def test_a_folder_of_reports_that_vanishes_is_a_line_for_each_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in "abc":
        (source / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    vanishing(monkeypatch, source)
    result = extract(source, "-o", out)
    assert result.exit_code == 1
    assert results(out) == ["a.json"]
    for name in "bc":
        (line,) = [line for line in said_of(result.output, f"{name}.txt") if "失败" in line]
        assert "读不到文件" in line


def test_a_folder_of_results_that_vanishes_is_made_again_by_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in "abc":
        (source / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    with monkeypatch.context() as patched:
        vanishing(patched, out)
        result = extract(source, "-o", out)
    assert "程序出错" not in result.output
    assert "Traceback" not in result.output
    assert extract(source, "-o", out).exit_code == 0
    assert results(out) == ["a.json", "b.json", "c.json"]
